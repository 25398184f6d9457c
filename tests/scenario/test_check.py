"""Each broken fixture gives its exact list of problems: file, line, path, what is wrong, and what would be right."""

from pathlib import Path

import pytest

from game import shipped
from game.scenario.check import Account, check, look
from game.scenario.load import load
from game.scenario.problem import ScenarioError

from .rows import by_id

FIXTURES = Path(__file__).parent / "fixtures"
OUTSIDE = "it lies outside the calendar; expected after 1962-10-22T18:00:00-04:00 and by 1963-04-25T17:00:00-05:00"
MOMENT = "expected a moment with its offset from UTC, such as 1962-10-22T18:00:00-04:00"

EXPECTED: dict[str, list[tuple[str, str]]] = {
    "unknown-key": [
        ("colour", "unknown-key.toml:4: this file: no such key `colour`; expected no more keys here"),
        ("rules.clock.site_wrok", 'unknown-key.toml:7: rules.clock: no such key `site_wrok`; did you mean "site_work"?'),
        ("order[run_the_line].secret", 'unknown-key.toml:12: order "run_the_line": no such key `secret`; did you mean "seen"?'),
    ],
    "wrong-type": [
        ("minutes", 'wrong-type.toml:4: this file: minutes is the text "fifty"; expected a whole number'),
        ("start.public.pressure", "wrong-type.toml:7: start.public: pressure is 43.0; expected a whole number"),
        ("rules.incidents.danger_ppm", "wrong-type.toml:10: rules.incidents: danger_ppm is true; expected a whole number"),
        ("order[strike].seen", 'wrong-type.toml:15: order "strike": seen is 1; expected true or false'),
        ("order[strike].sleep", 'wrong-type.toml:16: order "strike": sleep is a list; expected a whole number'),
    ],
    "missing-key": [
        ("order[blockade_berlin].sleep", 'missing-key.toml:5: order "blockade_berlin": `sleep` is missing; expected a whole number'),
        ("order[blockade_berlin].source", 'missing-key.toml:5: order "blockade_berlin": `source` is missing; expected a text in "quotes"'),
        ("channel[hot-line].delay_half_days", 'missing-key.toml:15: channel "hot-line": `delay_half_days` is missing; expected a whole number'),
        ("channel[hot-line].public", 'missing-key.toml:15: channel "hot-line": `public` is missing; expected true or false'),
        ("channel[hot-line].oral", 'missing-key.toml:15: channel "hot-line": `oral` is missing; expected true or false'),
        ("channel[hot-line].source", 'missing-key.toml:15: channel "hot-line": `source` is missing; expected a text in "quotes"'),
        ("channel[hot-line].name", 'missing-key.toml:17: channel "hot-line": "Hot line" belongs to August 1963 or later (agreed in June '
                                   "1963, working from 30 August: in the crisis a cable took half a day); expected words that fit 25 April "
                                   "1963 and earlier"),
    ],
    "duplicate-id": [("channel[letter].id", 'duplicate-id.toml:15: channel "letter": that id is taken (line 6); expected an id of its own')],
    "dangling": [
        ("start.exposure.washington.T99", 'dangling.toml:6: start.exposure.washington: no such issue "T99"; did you mean "T19"?'),
        ("start.moscow.fera", 'dangling.toml:9: start.moscow: no such meter "fera"; did you mean "fear"?'),
        ("order[speech].effects.own.hoem", 'dangling.toml:15: order "speech" (washington): no such meter "own.hoem"; did you mean "own.home"?'),
        ("order[speech].effects.umpire.castro.anger",
         'dangling.toml:16: order "speech" (washington): no such meter "umpire.castro.anger"; did you mean "umpire.castro"?'),
        ("order[speech].needs.other.fear", 'dangling.toml:18: order "speech" (washington): no such meter "other.fear"; did you mean "own.fear"?'),
    ],
    "bad-choice": [
        ("order[speech].menu", 'bad-choice.toml:8: order "speech": menu cannot be "pubic"; did you mean "public"?'),
        ("order[speech].stages[0]", 'bad-choice.toml:9: order "speech": stages cannot be "confrontatoin"; did you mean "confrontation"?'),
        ("issue[T04].veto[0].holder", 'bad-choice.toml:14: issue "T04", veto: holder cannot be "castor"; did you mean "castro"?'),
    ],
    "bad-curve": [
        ("curves.tired.points[2]", "bad-curve.toml:6: curve tired: x goes from 500 to 500; expected x that rises from point to point"),
        ("curves.tense.points[0]", "bad-curve.toml:9: curve tense starts at x = 10; expected a first point with x = 0"),
        ("curves.clumsy.points[1]", "bad-curve.toml:14: curve clumsy ends at x = 900; expected a last point with x from 1,000 to 4,000"),
        ("curves.world_expects.points[1]",
         "bad-curve.toml:18: curve world_expects ends at x = 150; expected a last point with x from 370 to 4,000"),
    ],
    "short-list": [
        ("issue[T07].positions", 'short-list.toml:7: issue "T07": positions has 4 values; expected 5'),
        ("issue[T07].worth.washington.home", 'short-list.toml:8: issue "T07", worth.washington: home has 6 values; expected at most 5'),
        ("rules.secrecy.in_the_know", "short-list.toml:11: rules.secrecy: in_the_know has 1 value; expected 2"),
    ],
    "bad-dates": [
        ("phase[0].until", 'bad-dates.toml:7: phase "thirteen-days": its end is not a whole number of half-days after the start; '
                           "expected 1962-10-22T18:00:00-04:00 plus a multiple of 12 hours"),
        ("phase[2].until", 'bad-dates.toml:11: phase "loose-ends" does not end after what comes before it; expected dates in their order'),
    ],
    "local-time": [
        ("clock_changes", f'local-time.toml:4: this file: clock_changes is the text "1962-10-28T02:00:00"; {MOMENT}'),
        ("start.at", f'local-time.toml:7: start: at is the text "some day in October"; {MOMENT}'),
    ],
    "too-many-turns": [("phase", "too-many-turns.toml:5: a game can take 473 turns; expected at most 400")],
    "secret-shown": [
        (f"order[ready_the_strike].effects.{meter}",
         f'secret-shown.toml:8: order "ready_the_strike" (washington) is secret (seen = false) but moves "{meter}", '
         "which would give it away; expected effects on own or umpire meters, or seen = true")
        for meter in ("other.fear", "public.pressure")],
    "never-open": [
        ("order[run_the_line].needs.public.quarantine",
         'never-open.toml:8: order "run_the_line" (moscow) can never be given: public.quarantine from 4 to 1; '
         "expected a range within 0 to 4, the lower end first"),
        ("order[hurry_the_sites].needs.own.buildup",
         'never-open.toml:13: order "hurry_the_sites" (moscow) can never be given: own.buildup from 1001 to 2000; '
         "expected a range within 0 to 1000, the lower end first"),
        ("order[brief_allies].needs.own.reprisal",
         'never-open.toml:18: order "brief_allies" (moscow) can never be given: own.reprisal from 2 to 3; '
         "expected a range within 0 to 1, the lower end first"),
        ("order[withhold_reprisals].needs.public.alert",
         'never-open.toml:23: order "withhold_reprisals" (washington) can never be given: '
         "public.alert never comes between 3 and 4; expected an order that takes it there"),
    ],
    "unlike-seats": [
        ("adviser[scribe].id", 'unlike-seats.toml:7: adviser "scribe" (washington): moscow has no such seat; expected the same ids on both sides'),
        ("adviser[envoi].id", 'unlike-seats.toml:14: adviser "envoi" (moscow): washington has no such seat; did you mean "envoy"?'),
    ],
    "never-comes": [
        ("date[anniversary].at", f'never-comes.toml:9: date "anniversary" never comes: {OUTSIDE}'),
        ("date[anniversary].settled", 'never-comes.toml:12: date "anniversary": no such issue "T98"; did you mean "T19"?'),
        ("date[anniversary].met.own.faec", 'never-comes.toml:13: date "anniversary": no such meter "own.faec"; did you mean "own.face"?'),
        ("date[anniversary].unmet.own.face", 'never-comes.toml:14: date "anniversary": own.face is -2,000; expected -1,000 to 1,000'),
        ("date[eve].at", f'never-comes.toml:22: date "eve" never comes: {OUTSIDE}'),
        ("date[eve].opens", 'never-comes.toml:23: date "eve" opens after it has come; expected a moment before `at`'),
    ],
    "loose-links": [
        ("order[speech].ties.T1", 'loose-links.toml:8: order "speech" (washington): no such issue "T1"; did you mean "T21"?'),
        ("order[speech].ties.T05", 'loose-links.toml:8: order "speech" (washington): T05 is 1,200; expected -1,000 to 1,000'),
        ("order[speech].agreed.T99", 'loose-links.toml:9: order "speech" (washington): no such issue "T99"; did you mean "T19"?'),
        ("order[speech].closes",
         'loose-links.toml:11: order "speech" (washington) can never be given: it closes before it opens; expected a later moment'),
    ],
    "unknown-words": [
        ("issue[T05].conditions[0]", 'unknown-words.toml:7: issue "T05": conditions cannot be "supervized"; did you mean "supervised"?'),
        ("issue[T05].veto[0].holder", 'unknown-words.toml:8: issue "T05", veto: holder cannot be "congres"; did you mean "congress"?'),
        ("issue[T05].veto[1].when", 'unknown-words.toml:8: issue "T05", veto: when cannot be "unless_treatise"; did you mean "unless_treaty"?'),
        ("order[run_the_line].agreed.T05", 'unknown-words.toml:13: order "run_the_line", agreed: T05 cannot be "exactly"; did you mean "exact"?'),
        ("order[run_the_line].shares", 'unknown-words.toml:14: order "run_the_line": shares is 100; expected at most 99'),
        ("adviser[watch].office", 'unknown-words.toml:19: adviser "watch": office cannot be "guard"; expected one of envoy, watch, staff'),
    ],
    "hedged-doctrine": [
        ("offer[0].terms.T09", "hedged-doctrine.toml:21: offer number 1: news on T09 is not put on paper; expected a spoken term, or a pledge"),
        ("offer[0].terms.T04", "hedged-doctrine.toml:21: offer number 1: T04 cannot hang on conduct and lasting; expected among: nothing"),
        ("offer[0].tone", 'hedged-doctrine.toml:23: offer number 1: tone cannot be "furious"; expected one of plain, warm, stern, anguished'),
    ],
    "no-toml": [("", "no-toml.toml:3: this is not TOML: illegal character '\\n', column 26; expected TOML 1.0")],
    "no-base": [("extends", 'no-base.toml:3: extends "october-1692": no such scenario; did you mean "october-1962"?')],
    "circle-a": [("extends", 'circle-b.toml:4: extends "circle-a", which in the end extends this file again; '
                             "expected a scenario that stands on its own in the end")],
    "worth-upside-down": [
        ("issue[T03].worth.washington", 'worth-upside-down.toml:7: issue "T03": worth to washington rises from position 1 (-35) to 2 (65); '
                                      "expected less for Washington and more for Moscow with each step")],
    "out-of-range": [
        ("start.public.pressure", "out-of-range.toml:6: start.public: pressure is 1200; expected at most 1,000"),
        ("start.umpire.castro", "out-of-range.toml:9: start.umpire: castro is 1,001; expected 0 to 1,000"),
        ("rules.incidents.danger_ppm", "out-of-range.toml:12: rules.incidents: danger_ppm is 2,000,000; expected 0 to 1,000,000"),
        ("rules.pressure.answered", "out-of-range.toml:15: rules.pressure: answered is -20; expected 0 to 1,000"),
        ("incident[2].serious_ppm", 'out-of-range.toml:19: incident "submarine": serious_ppm is 1000001; expected at most 1,000,000'),
    ],
    "unquoted": [
        ("order[speech].effects.public", 'unquoted.toml:8: order "speech", effects: public is a table; expected a whole number; '
                                     'write the name in quotes: "public.pressure" = ...')],
    "form-and-meaning": [
        ("issue[T12].heat_ppm", 'form-and-meaning.toml:7: issue "T12": heat_ppm is the text "hot"; expected a whole number'),
        ("curves.ousted.points[1]", "form-and-meaning.toml:10: curve ousted ends at x = 100; expected a last point with x from 1,000 to 4,000"),
        ("order[answer_peking].slep", 'form-and-meaning.toml:16: order "answer_peking": no such key `slep`; did you mean "sleep"?'),
        ("order[answer_peking].effects.public.pressure",
         'form-and-meaning.toml:17: order "answer_peking" (moscow) is secret (seen = false) but moves "public.pressure", '
         "which would give it away; expected effects on own or umpire meters, or seen = true"),
    ],
    "control-characters": [
        ("name", 'control-characters.toml:4: this file: name is the text "Red \N{REPLACEMENT CHARACTER}[31m letters"; '
                 "expected a text without control characters, line ends too"),
        ("\N{REPLACEMENT CHARACTER}[2J",
         "control-characters.toml:5: this file: no such key `\N{REPLACEMENT CHARACTER}[2J`; expected no more keys here"),
    ],
    "doctrine-without-scenario": [
        ("scenario", 'doctrine-without-scenario.toml:2: scenario "october-1692": no such scenario; did you mean "october-1962"?')],
    "bad-doctrine": [
        ("temper.fear_per_mille", "bad-doctrine.toml:10: temper: `fear_per_mille` is missing; expected a whole number"),
        ("temper.together", "bad-doctrine.toml:10: temper: `together` is missing; expected a whole number"),
        ("temper.fear_per_mile", 'bad-doctrine.toml:12: temper: no such key `fear_per_mile`; did you mean "fear_per_mille"?'),
        ("give[0].order", 'bad-doctrine.toml:20: moscow\'s menu: no such order "free_the_gunner"; did you mean "free_the_gunners"?'),
        ("give[0].when[0].turn", 'bad-doctrine.toml:21: give "free_the_gunner": turn from 9 to 3 never comes; expected the lower end first'),
        ("give[1].when[0].stages", 'bad-doctrine.toml:25: give "run_the_line": the order is not open in settlement; expected confrontation'),
        ("give[2].when[1].stage", 'bad-doctrine.toml:29: give number 3, when: no such key `stage`; did you mean "stages"?'),
        ("give[2].when[0].needs.own.fera", 'bad-doctrine.toml:29: give "speech": no such meter "own.fera"; did you mean "own.fear"?'),
        ("give[2].when[0].agreed.T2", 'bad-doctrine.toml:29: give "speech": no such issue "T2"; did you mean "T24"?'),
        ("offer[0].terms.T09", "bad-doctrine.toml:32: offer number 1: a secret term on T09 cannot go by broadcast, which everybody hears; "
                               "expected another channel, or an open term"),
        ("offer[0].terms.T33", 'bad-doctrine.toml:32: offer number 1: no such issue "T33"; did you mean "T23"?'),
        ("offer[1].terms.T09.position", "bad-doctrine.toml:37: offer number 2, terms.T09: position is 6; expected at most 5"),
        ("offer[1].terms.T01", "bad-doctrine.toml:37: offer number 2: exact wording on T01, but no drafting order is ever given; "
                               "expected a [[give]] of draft_exactly"),
        ("offer[1].when[0].agreed.T02", 'bad-doctrine.toml:39: offer number 2, when.agreed: T02 cannot be "exactly"; did you mean "exact"?'),
    ],
    "bad-setting": [
        ("setting[0].default",
         'bad-setting.toml:9: setting "danger": the default "elsberg" is none of its answers; did you mean "ellsberg"?'),
        ("setting[0].answer[4].value",
         'bad-setting.toml:12: setting "danger": the value 6300 is that of another answer; expected values that differ'),
        ("setting[1].dial",
         'bad-setting.toml:22: setting "secret_mattered": no such dial "bargaining.secret_matterd"; did you mean "bargaining.secret_mattered"?'),
        ("setting[2].answer[0].value",
         'bad-setting.toml:32: setting "linked": the value of "far" is 1,001; expected 0 to 1,000'),
        ("setting[2].answer[1].id",
         'bad-setting.toml:37: setting "linked": the id far is that of another answer; expected ids that differ'),
    ],
    "stray-default": [
        ("setting[0].default",
         'stray-default.toml:12: setting "danger": the default "ellsberg" is 6,300, and incidents.danger_ppm is 6,301; '
         "expected the answer that [rules] gives"),
    ],
}
WARNINGS = {"issue[T03].worth.washington", "offer[1].terms.T01", "channel[hot-line].name"}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_gives_its_exact_list_of_problems(name: str) -> None:
    found = check(FIXTURES / f"{name}.toml")
    places = [by_id(problem.path, FIXTURES / f"{name}.toml") for problem in found]
    assert list(zip(places, map(str, found), strict=True)) == EXPECTED[name]
    assert [problem.severity for problem in found] == ["warning" if place in WARNINGS else "error" for place in places]


def test_every_fixture_is_read_by_a_test() -> None:
    elsewhere = {"circle-b", "two-of-a-role", "unlike-offices", "no-way-down", "from-nothing", "small-change", "anachronisms", "second-anachronisms"}
    assert {file.stem for file in FIXTURES.glob("*.toml")} == set(EXPECTED) | elsewhere


def test_a_problem_may_lie_in_what_is_extended() -> None:
    """Changing one order can make another one wrong: the message names the file where that one stands."""
    base = (Path(__file__).parents[2] / "scenarios" / "october-1962.toml").read_text().splitlines()
    (stuck,) = check(FIXTURES / "no-way-down.toml")
    assert stuck.file == "october-1962.toml"
    assert base[stuck.line - 1] == 'effects = { "public.alert" = 1, "public.pressure" = 40, "other.fear" = 30 }'
    assert stuck.problem == 'order "raise_alert" (moscow) raises public.alert and no order of moscow lowers it'
    roles = check(FIXTURES / "two-of-a-role.toml")
    assert [(problem.file, problem.problem) for problem in roles] == [
        ("two-of-a-role.toml", "no issue has the role overflights"),
        ("two-of-a-role.toml", 'issue "T05": `leaves` belongs to the issue with the role withdrawal'),
        ("october-1962.toml", 'issue "T06": the role pledge belongs to "T05" already')]
    assert base[roles[2].line - 1] == 'role = "pledge"'


def test_an_office_that_differs_is_told_on_both_sides() -> None:
    """One seat, two offices: each of the two tables could be the one in error."""
    base = (Path(__file__).parents[2] / "scenarios" / "october-1962.toml").read_text().splitlines()
    moscows, washingtons = check(FIXTURES / "unlike-offices.toml")
    assert moscows.file == "unlike-offices.toml"
    assert moscows.problem == 'adviser "watch" (moscow): the office is staff here and watch on the other side'
    assert washingtons.file == "october-1962.toml" and base[washingtons.line - 1] == 'office = "watch"'
    assert washingtons.problem == 'adviser "watch" (washington): the office is watch here and staff on the other side'


def test_an_almost_empty_file_is_told_everything_it_lacks() -> None:
    found = check(FIXTURES / "from-nothing.toml")
    missing = {problem.path for problem in found if problem.problem.endswith("is missing")}
    assert missing == {"name", "summary", "minutes", "clock_changes", "start", "phase", "channel", "adviser", "issue", "order", "incident", "contact",
                       "rules", "curves"}
    assert str(found[0]) == "from-nothing.toml:1: this file: format cannot be 2; expected 1"
    assert str(found[-1]) == 'from-nothing.toml:2: this file: id is the text "from nothing"; expected letters, digits, - and _, a letter first'


@pytest.mark.parametrize(("text", "says"), [
    (b"format = 1\nname = \"caf\xe9\"\n", "odd.toml:2: byte 22 is not UTF-8; expected a text saved as UTF-8"),
    (b"# " + b"x" * (1 << 20), "odd.toml: the file has 1,048,578 bytes; expected at most 1,048,576 bytes (1 MiB)"),
    (b"a = " + b"[" * 33 + b"]" * 33, "odd.toml:1: brackets nest 33 deep; expected at most 32"),
    (b"a = 1\n" + b".".join([b"b"] * 40) + b" = 1\n", "odd.toml:2: tables nest 33 deep; expected at most 32"),
    (b"a = " + b"[" * 100_000, "odd.toml:1: brackets nest 100000 deep; expected at most 32"),
    (b"[[issue]]\nid = 1\nid = 2\n", "odd.toml:3: this is not TOML: cannot overwrite a value, column 7; expected TOML 1.0"),
])
def test_a_file_that_cannot_be_read_is_one_clear_sentence(tmp_path: Path, text: bytes, says: str) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(text)
    assert [str(problem) for problem in check(file)] == [says]


def test_a_number_without_end_is_refused(tmp_path: Path) -> None:
    """Python reads no number of thousands of digits; the file is at fault, not the program."""
    file = tmp_path / "long.toml"
    for number in ("9" * 5000, "0x" + "f" * 5000):
        file.write_text(f'format = 1\nextends = "october-1962"\nid = "long"\nminutes = {number}\n')
        (problem,) = check(file)
        assert (problem.file, problem.severity) == ("long.toml", "error")


def test_missing_files_and_folders_are_sentences(tmp_path: Path) -> None:
    assert str(check(tmp_path / "none.toml")[0]).endswith("no such scenario; expected a file that exists, or one of: first-evening, october-1962")
    assert [str(problem) for problem in check("octobre-1962")] == ['octobre-1962: no such scenario; did you mean "october-1962"?']
    with pytest.raises(ScenarioError, match="no such scenario"):
        load(tmp_path)


def test_load_raises_with_every_error_and_lets_warnings_pass() -> None:
    with pytest.raises(ScenarioError) as caught:
        load(FIXTURES / "dangling.toml")
    assert [str(problem) for problem in caught.value.problems] == [says for _, says in EXPECTED["dangling"]]
    assert load(FIXTURES / "worth-upside-down.toml").id == "worth-upside-down"


@pytest.mark.slow
def test_no_single_fault_of_the_shipped_file_escapes_as_an_exception(tmp_path: Path) -> None:
    """Twenty lines, evenly spread, are dropped, garbled or given another type; check answers with problems or with nothing, never a traceback."""
    lines = (Path(__file__).parents[2] / "scenarios" / "october-1962.toml").read_text().splitlines()
    file = tmp_path / "damaged.toml"
    counts = []
    for at in range(7, len(lines), len(lines) // 20):
        for damage in ("", "what = [", lines[at].split("=")[0] + "= -1", lines[at].split("=")[0] + '= { a = "b" }'):
            file.write_text("\n".join([*lines[:at], damage, *lines[at + 1:]]))
            found = check(file)
            assert all(str(problem).startswith("damaged.toml:") for problem in found)
            counts.append(len(found))
    assert len(counts) > 60
    assert sum(count > 0 for count in counts) > 45


def test_sources_are_counted_and_a_missing_one_is_told_apart(tmp_path: Path) -> None:
    """Every table that makes a claim gives its source; the count falls by one where one is taken away, and what is lacking is counted."""
    text = (shipped.scenarios() / "october-1962.toml").read_text(encoding="utf-8")
    before, line, after = text.partition('\nsource = "')
    robbed = tmp_path / "robbed.toml"
    robbed.write_text(before + "\n" + after[after.index("\n") + 1:], encoding="utf-8")
    whole, account = look("october-1962")[1], look(robbed)[1]
    assert line and account.given == whole.given - 1 > 80
    assert (whole.lacking, account.lacking) == (0, 1)
    assert look(tmp_path / "nowhere.toml")[1] == Account()
