"""What is out of its time is found where a player could read it, and nothing else is."""

import ast
from datetime import date
from pathlib import Path

import pytest

from game.engine.sides import SIDES
from game.scenario.anachronisms import out_of_time, read_lexicon
from game.scenario.check import check
from game.scenario.doctrine import doctrine_ids
from game.scenario.load import load, shipped_ids
from game.wording.briefings import opening
from tests.scenario.rows import by_id

OPENS, ENDS = date(1962, 10, 22), date(1963, 1, 7)
LAST_TURN = date(1963, 4, 25)
LOOKS_AHEAD = {"_secret": date(1969, 12, 31)}
"""The one function of the epilogue that tells when the secret came out, and the last day that it may name."""
WORDING = Path(__file__).parents[2] / "game" / "wording"
BLIND = Path(__file__).parent / "fixtures" / "anachronisms.toml"
TEN = {
    'phase "loose-ends"': "shuttle diplomacy",
    'channel "cable"': "hot line",
    'issue "T09"': "NATO Council in Brussels",
    'order "brief_allies"': "Chancellor Erhard",
    'order "cover_story"': "Poseidon boat",
    'order "show_the_photographs"': "Cronkite's half hour",
    'order "steady_the_presidium"': "Politburo",
    'order "warn_through_a_visitor"': "cassette",
    'order "draft_exactly"': "Penkovsky trial",
    'incident "false-alarm"': "Cape Kennedy",
}
"""What is out of its time in the first ten that were written without knowing the lexicon, by where it stands."""
HEAD = 'format = 1\nextends = "october-1962"\nid = "mine"\n'


def found(text: str, start: date = OPENS, by: date = ENDS, names_until: date = ENDS) -> list[str]:
    """The first quoted words of each finding."""
    return [said.split('"')[1] for said, _, _ in out_of_time(text, start, by, names_until)]


def warnings(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    """(path by ids, quoted words) of what check says of a scenario that extends the shipped one."""
    file = tmp_path / "mine.toml"
    file.write_text(HEAD + body, encoding="utf-8")
    problems = check(file)
    assert {problem.severity for problem in problems} <= {"warning"}
    return [(by_id(problem.path, file), problem.problem.split(': "')[1].split('"')[0]) for problem in problems]


@pytest.mark.parametrize("id", [*shipped_ids(), *doctrine_ids()])
def test_nothing_shipped_is_out_of_its_time(id: str) -> None:
    assert [str(problem) for problem in check(id) if problem.severity == "warning"] == []


def test_the_first_papers_know_nothing_that_came_later() -> None:
    rulebook = load("october-1962")
    for side in SIDES:
        paper = opening(rulebook, side)
        assert [words for part in (paper.title, paper.sender, *paper.body) for words in found(part, by=OPENS)] == []


OF_OUR_DAY = {"colophon"}
"""Who made the fonts and libraries, in which years: said outside the game, and of the program."""


@pytest.mark.parametrize("module", sorted(file for file in WORDING.rglob("*.py") if file.stem not in OF_OUR_DAY), ids=lambda module: module.stem)
def test_no_sentence_of_the_game_is_out_of_its_time(module: Path) -> None:
    """Held against the end of the calendar, the epilogue against the year it tells of; a text that stands alone explains the code and is left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    looks_ahead = {id(node): LOOKS_AHEAD[function.name] for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
                   and module.stem == "aftermath" and function.name in LOOKS_AHEAD for node in ast.walk(function)}
    said = [(node.value, looks_ahead.get(id(node), LAST_TURN)) for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained]
    assert [(text, words) for text, names_until in said for words in found(text, by=LAST_TURN, names_until=names_until)] == []


def test_the_first_ten_written_blind() -> None:
    """Six of them were found when they were written; the lexicon was then widened by classes, so this shows that it holds, not how much it finds."""
    problems = [problem.problem for problem in check(BLIND)]
    caught = {place for place, words in TEN.items() if any(text.startswith(f'{place}: "{words}"') for text in problems)}
    missed = [words for place, words in TEN.items() if place not in caught]
    assert len(caught) >= 7
    assert missed == []
    assert len(problems) == len(TEN), "each text has one thing out of its time, and the rest of it is sound"


SECOND_TEN = {
    'phase "loose-ends"': "Shuttle diplomacy",
    'channel "un"': "Group of 77",
    'date "low-flights"': "SR-71",
    'issue "T14"': "front page of Granma",
    'order "brief_allies"': "NATO Council in Brussels",
    'order "own_up"': "Chancellor Erhard",
    'order "write_up_the_talk"': "cassette",
    'order "answer_peking"': "exploded one bomb in their desert",
    'order "steady_the_presidium"': "Politburo",
    'incident "false-alarm"': "Cape Kennedy",
}
"""Written blind by a second author while the lexicon was being widened; neither saw the other's work."""


def test_the_second_ten_written_blind() -> None:
    """Nine of ten are found; the one that names nothing, only a deed done two years too early, is not."""
    problems = [problem.problem for problem in check(BLIND.parent / "second-anachronisms.toml")]
    missed = [words for place, words in SECOND_TEN.items() if not any(text.startswith(f'{place}: "{words}"') for text in problems)]
    assert len(SECOND_TEN) - len(missed) >= 7
    assert missed == ["exploded one bomb in their desert"]
    assert len(problems) == len(SECOND_TEN) - len(missed), "and nothing else is held against these texts"


@pytest.mark.parametrize("text, words", [
    ("The hot-line chatters in the basement.", "hot-line"),
    ("A Hotline between the two capitals", "Hotline"),
    ("BEIJING calls it capitulation.", "BEIJING"),
    ("The Politburo meets at midnight.", "Politburo"),
    ("President Johnson asks for the cables.", "President Johnson"),
    ("SR-71s cross the island.", "SR-71s"),
    ("The General Secretary weighs it.", "The General Secretary"),
    ("A satellite carries it, and pictures come live from the satellite", "live from the satellite"),
    ("Rumours are weaponised.", "weaponised"),
    ("A price of half a million euros", "euros"),
    ("Each Minuteman III has three warheads.", "Minuteman III"),
    ("Médecins Sans Frontières asks to land.", "Medecins Sans Frontieres"),
    ("Signed as the SALT talks were", "SALT"),
    ("A courier to NORAD, inside Cheyenne Mountain", "NORAD, inside Cheyenne Mountain"),
    ("The Roosevelt Room is full of admirals.", "Roosevelt Room"),
    ("They landed at Kennedy before dawn.", "landed at Kennedy"),
    ("Granma prints the five points in full.", "Granma prints"),
    ("Huntley and Brinkley give it their half hour.", "Brinkley give it their half hour"),
    ("The troops sail for Lesotho.", "Lesotho"),
    ("President Podgorny receives him.", "President Podgorny"),
    ("Secretary General Brosio asks for a copy.", "Secretary General Brosio"),
    ("Nobody counts on the PLO.", "PLO"),
    ("A credibility gap opens.", "credibility gap"),
    ("He has crossed a red line.", "crossed a red line"),
    ("A smoking gun on the easel", "smoking gun"),
    ("A cosmonaut on a space-walk", "space-walk"),
    ("Bigger than Tsar Bomba", "Tsar Bomba"),
    ("Pershings, Lances and Saggers", "Saggers"),
    ("The Baghdad Pact is told.", "Baghdad Pact"),
])
def test_a_thing_of_a_later_day_is_found(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize("text", [
    "The Vice President, Mr Johnson, sits in; Vice President Johnson says little.",
    "Former Vice President Nixon runs for Governor.",
    "Salt, a stealthy step, a contract, a woken clerk, the drone of engines.",
    "A hot war on line with destroyers; the aegis of the Secretary-General.",
    "Telstar carried pictures across the ocean in July.",
    "Word reached Warsaw by satellite governments.",
    "Peking, the Common Market, the First Secretary, Premier Castro.",
    "2080 km, 1990 men, 2,000 dollars; the depression of the 1930s; since 1917.",
    "Talks on a ban of nuclear tests; a test ban treaty is far off.",
    "NATO in Paris waits; the Common Market in Brussels does not; a cassette of film comes from the camera.",
    "Cronkite was on the air within half an hour; a half-hour news conference; the news at ten.",
    "Penkovsky tried to telephone; the colonel's trial is a trial of nerves.",
    "Castro came ashore from the yacht Granma; teaching, moon rockets, the doctor who came; an oxcart on the road.",
    "A red line on the map from Volgograd to Idlewild; war games; Dr No in the cinemas.",
    "The former Baghdad Pact, the Prime Minister home from Nassau, General Lemnitzer, Senator-designate.",
])
def test_words_of_the_day_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_years_and_days_beyond_the_calendar_are_found() -> None:
    assert found("as in 1968, or the 1970s") == ["1968", "1970s"]
    assert found("on 3 March 1963, on March 3, 1963, on 31 December 1962") == ["3 March 1963", "March 3, 1963"]


def test_a_thing_is_out_of_its_time_only_on_its_side_of_the_day() -> None:
    """The hot line worked from 30 August 1963; Allen Dulles left the Agency before Menshikov left Washington in March 1962."""
    assert found("the hot line", by=date(1963, 8, 29)) == ["hot line"]
    assert found("the hot line", by=date(1963, 8, 30)) == []
    assert found("Ambassador Menshikov calls", start=date(1962, 3, 16)) == ["Ambassador Menshikov"]
    assert found("Ambassador Menshikov calls", start=date(1962, 3, 15)) == []


def test_what_is_shown_as_the_game_opens_is_held_against_that_day(tmp_path: Path) -> None:
    assert warnings(tmp_path, 'summary = "Major Anderson is dead and the quarantine is on DEFCON 2."\n') == [
        ("summary", "DEFCON 2"), ("summary", "Major Anderson")]
    assert warnings(tmp_path, '[[incident]]\nid = "u2-lost"\nserious_text = "Major Anderson is dead."\n') == []


def test_an_order_is_held_against_the_last_phase_in_which_it_is_open(tmp_path: Path) -> None:
    late = '[[order]]\nside = "washington"\nid = "{}"\ntext = "Bombers out in thirty days, as the note has it."\n'
    assert warnings(tmp_path, late.format("show_the_photographs")) == [("order[show_the_photographs].text", "Bombers out in thirty days")]
    assert warnings(tmp_path, late.format("strike")) == [], "forces stand ready behind the deal too"
    assert warnings(tmp_path, late.format("speech")) == []


def test_a_note_may_look_ahead_if_it_says_the_year(tmp_path: Path) -> None:
    note = '[[issue]]\nid = "T09"\nnote = "{}"\n'
    assert warnings(tmp_path, note.format("Nobody thought of a hot line.")) == [("issue[T09].note", "hot line")]
    assert warnings(tmp_path, note.format("The hot line followed in 1963, the memoir in 1969.")) == []
    assert warnings(tmp_path, note.format("In 1963 nobody had sent an e-mail.")) == [("issue[T09].note", "e-mail")]


def test_positions_channels_and_doctrines_are_read_too(tmp_path: Path) -> None:
    five = '"One", "Two", "Three", "Four", "By fax"'
    assert warnings(tmp_path, f'[[issue]]\nid = "T09"\npositions = [{five}]\n[[channel]]\nid = "cable"\nname = "Internet"\n') == [
        ("issue[T09].positions[4]", "fax"), ("channel[cable].name", "Internet")]
    file = tmp_path / "mine.toml"
    text = (Path(__file__).parents[2] / "scenarios" / "doctrines" / "hard-moscow.toml").read_text(encoding="utf-8")
    file.write_text(text.replace('aim = "', 'aim = "As the Politburo says: '), encoding="utf-8")
    assert [(problem.path, problem.suggestion) for problem in check(file)] == [("aim", "Presidium")]


def test_names_sources_and_ids_that_no_player_reads_are_left_alone(tmp_path: Path) -> None:
    assert warnings(tmp_path, '[contact]\nsource = "design choice: set in 1999 by e-mail"\n') == []


def test_a_scenario_of_a_later_day_may_speak_of_it(tmp_path: Path) -> None:
    """Berlin 1967 knows the hot line; its calendar decides, not ours."""
    assert found("the hot line, the test of 1966", start=date(1967, 5, 1), by=date(1967, 6, 30), names_until=date(1967, 6, 30)) == []


def test_every_phrase_of_the_lexicon_finds_itself() -> None:
    """A phrase that cannot match would sleep in the file unnoticed."""
    asleep = []
    for thing in read_lexicon():
        start, by = (date(1990, 1, 1), date(1990, 1, 1)) if thing.until else (OPENS, date(1900, 1, 1))
        for phrase in thing.words:
            said = phrase.replace(" .. ", " of the ").replace("*", "ing")
            if not any(thing.why in what for what, _, _ in out_of_time(f"It is {said}.", start, by, date.max)):
                asleep.append(phrase)
    assert asleep == []
