"""Every command at a seat: what it shows, what it puts on the sheet, and the one sentence for what it cannot take."""

import re

import pytest

from game.engine.orders import Dispatch, Proposal, Term
from game.engine.sides import MOSCOW, WASHINGTON
from game.engine.terms import CONDITIONS
from game.session.game import Game
from game.text import screen
from game.text.commands import COMMANDS, find
from game.text.menus import numbered
from game.text.parse import number, pick
from game.wording.phrases import ANNEX, OPENING_IN

from .terminal import new_game, typed

BOARD = new_game(WASHINGTON).board(WASHINGTON)


def place(id: str) -> str:
    """The number an order has on Washington's menu."""
    return str(1 + [line.id for line in numbered(BOARD)].index(id))


def with_their_letter(**how) -> Game:
    """Washington's second turn, an envoy of Moscow's having called in the first."""
    game = new_game(WASHINGTON, MOSCOW)
    game.submit(WASHINGTON, Dispatch())
    game.submit(MOSCOW, Dispatch(proposal=Proposal({"T01": Term(2), "T09": Term(3, secret=True)}, "envoy"), **how))
    game.advance()
    return game


def last_sheet(game: Game) -> Dispatch:
    """What was handed in and waits for the other seat."""
    return game._sealed[WASHINGTON]


def test_the_status_holds_every_meter_of_the_board_and_the_rope_its_exact_pressure():
    shown = typed().text
    for meter in (BOARD.pressure, BOARD.fatigue, *(meter for meter in (*BOARD.meters, *BOARD.more_meters) if "." not in meter.id)):
        assert re.search(rf"{re.escape(meter.name if meter.id not in ('pressure', 'fatigue') else meter.id)}\s+~?{meter.value}\b", shown), meter
    assert BOARD.date in shown and BOARD.attention_note in " ".join(shown.split())


@pytest.mark.parametrize(("value", "cells"), [(0, "@" + "." * 39 + "!" * 10), (500, "=" * 25 + "@" + "." * 14 + "!" * 10), (1000, "=" * 49 + "@")])
def test_the_rope_is_drawn_to_scale(value, cells):
    from dataclasses import replace
    assert screen.rope(replace(BOARD.pressure, value=value)) == f"0 [{cells}] 1000"


def test_help_lists_every_command_and_one_at_a_time():
    terminal = typed("help", "help say")
    shown = " ".join(terminal.after("help").split())
    assert all(f"{command.usage} {command.does}" in shown for command in COMMANDS)
    assert "say N STEP" in terminal.after("help say") and "quit" not in terminal.after("help say")


def test_a_command_is_known_by_its_first_letters_and_a_wrong_one_is_answered_with_the_nearest():
    assert find("led").name == "ledger" and find("order").name == "order"
    assert "channel or counter or chart" in find("c")
    assert "did you mean ledger?" in find("legder")
    assert "help lists them" in find("zzzz")


@pytest.mark.parametrize("line", ["read", "read 1", "tray", "orders", "order 1", "deal", "issue 4", "letter", "why", "why home", "ledger", "chart",
                                  "sheet", "channel", "help", "status", "", "team", "files", "tone", "ledger why", "why their nerve"])
def test_looking_changes_nothing(line):
    game = new_game(WASHINGTON, MOSCOW)
    typed(line, "send", "y", game=game)
    assert last_sheet(game) == Dispatch()


@pytest.mark.parametrize(("line", "says"), [
    ("read 99", "a number from 1 to"), ("read x", "a number from 1 to"), ("give", "Which order"), ("give 99", "is no order"),
    ("give nonsense", "is no order"),
    ("drop 1", "is not on the sheet"), ("order", "Which order"), ("issue 99", "is no issue"), ("say", "Which issue"), ("say 1", "a step from 1 to 5"),
    ("say 1 9", "a step from 1 to 5"), ("say t06 2 if ever", "'ever' is no condition"),
    ("say t06 2 if", "'nothing' is no condition"),
    ("tone shrill", "known: plain, warm, stern, anguished"), ("say 1 2 loudly", "'loudly' is no way of saying it"), ("unsay 77", "is no issue"),
    ("channel pigeon", "is no channel"), ("deadline", "a number of half-days"), ("deadline soon", "a number of half-days"),
    ("accept", "none of theirs lies open"), ("refuse 3", "none of theirs lies open"), ("counter", "none of theirs lies open"),
    ("withdraw 5", "none lies open"), ("why nothing", "No meter is called"),
    ("help nonsense", "help lists them"), ("say 1 2 \x00", "is no way of saying it"), ("give ²", "is no order"), ("read -1", "a number from 1 to")])
def test_bad_input_gets_one_sentence_and_loses_nothing(line, says):
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed(f"give {place('brief_allies')}", "say 1 2", line, "send", "y", game=game)
    assert says in terminal.after(line)
    assert last_sheet(game) == Dispatch(("brief_allies",), Proposal({"T01": Term(2)}, "cable"))


def test_orders_are_given_dropped_and_refused_with_the_reason():
    game = new_game(WASHINGTON, MOSCOW)
    ease, twice = f"give {place('ease_quarantine')}", f"give {place('raise_alert')} {place('raise_alert')}"
    terminal = typed(ease, "give brief", twice, "drop brief", "orders", "send", "y", game=game)
    assert "needs the quarantine" in terminal.after(ease)
    assert "On the sheet: Brief the allies. Attention 3 left of 4" in terminal.after("give brief")
    assert "already" in terminal.after(twice)
    menus = " ".join(terminal.after("orders").split())
    assert "[x] Raise the alert" in menus and "[ ] Brief the allies" in menus and "not now: needs the quarantine" in menus
    assert last_sheet(game).orders == ("raise_alert",)


def test_no_more_orders_than_the_staff_can_carry():
    many = [place(id) for id in ("brief_allies", "consult_congress", "raise_alert", "draft_exactly", "cover_story")]
    terminal = typed("give " + " ".join(many))
    assert "5 orders, but the staff can carry 4" in terminal.text


def test_a_proposal_is_put_together_term_by_term_and_read_before_it_goes():
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed("say missiles 2", "say no-invasion 3 secret", "say turkey 2 secret written", "unsay no-invasion", "channel back",
                     "channel cable", "deadline 4", "letter", "sheet", "send", "y", game=game)
    assert "To be mended before it is sent" in terminal.after("channel back") and "written term" in terminal.after("channel back")
    letter = terminal.after("letter")
    assert "Worth to us" in letter and any(lead.split(",")[0] in letter for lead in ANNEX)
    assert "Washington time" in letter and "Secret: Jupiters" in letter
    assert last_sheet(game).proposal == Proposal({"T01": Term(2), "T09": Term(2, secret=True, paper=True)}, "cable", 4)


def test_a_term_is_said_in_every_form():
    game = new_game(WASHINGTON, MOSCOW)
    typed("give draft", "say 1 2 exact written", "say 2 3 loose", "say t09 3 secret oral", "send", "y", game=game)
    assert last_sheet(game).proposal.terms == {"T01": Term(2, False, True, True), "T02": Term(3), "T09": Term(3, True)}


def test_the_deal_table_is_folded_by_groups_and_opens_where_something_is_said():
    """A name in a folded group has its number, so that it can be said; deal GROUP and deal all show the rest."""
    def rows(shown: str) -> set[str]:
        return set(re.findall(r"^ *(?:\d+) (.{23}) +(?:-|\d) +(?:-|\d) ", shown, re.M))
    terminal = typed("deal", "say guantanamo 1", "say t09 3", "deal world", "deal all", "deal nonsense")
    names = {issue.group: {f"{line.name[:23]:<23}" for line in BOARD.issues if line.group == issue.group} for issue in BOARD.issues}
    assert rows(terminal.after("deal")) == names["weapons"]
    assert rows(terminal.after("deal world")) == names["world"] | names["cuba"] | names["bases"]
    assert rows(terminal.after("deal all")) == set().union(*names.values()) and len(BOARD.issues) == 26
    assert "BASES IN EUROPE: 3 issues, 1 said" in terminal.after("deal world")
    folded = " ".join(terminal.after("deal").split())
    assert all(f"{number} {issue.name}" in folded for number, issue in enumerate(BOARD.issues, 1))
    assert "no group" in terminal.after("deal nonsense") and "pledges" in terminal.after("deal nonsense")


def test_a_word_that_means_two_issues_is_answered_with_both():
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed("say jup 2", "say jupiters in i 2", "send", "y", game=game)
    assert "'jup' could be Jupiters in Turkey or Jupiters in Italy" in terminal.after("say jup 2")
    assert last_sheet(game).proposal.terms == {"T10": Term(2)}


def test_exact_words_without_the_drafting_order_come_back_with_the_reason():
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed("say 1 2 exact", "send", "y", game=game)
    assert "drafting order" in terminal.after("say 1 2 exact").replace("\n  ", " ") and "Returned:" in terminal.after("send")
    assert game.waits_for == (WASHINGTON, MOSCOW)


def test_unsay_all_takes_the_proposal_and_a_counter_back():
    game = with_their_letter()
    typed("counter 1", "unsay all", "send", "y", game=game)
    assert last_sheet(game) == Dispatch()


def test_accepting_says_what_it_costs_and_binds_before_it_does():
    game = with_their_letter()
    told = " ".join(typed("accept 1", game=game).after("accept 1").split())
    price = game.price(WASHINGTON, 1)
    assert "Accepting is worth" in told and "It binds us to" in told and "Everybody will read of" in told
    assert all(term.name in told for term in price.binds)


def test_their_letter_is_accepted_refused_or_sent_back_changed():
    for line, expected in (("accept 1", Dispatch(answer="accept", answer_to=1)), ("refuse", Dispatch(answer="refuse", answer_to=1))):
        game = with_their_letter()
        typed(line, "send", "y", game=game)
        assert last_sheet(game) == expected
    game = with_their_letter()
    terminal = typed("counter 1", "say turkey 2 secret", "send", "y", game=game)
    assert "counter-offer" in terminal.after("counter 1")
    assert last_sheet(game) == Dispatch((), Proposal({"T01": Term(2), "T09": Term(2, secret=True)}, "cable"), "counter", 1)
    game = with_their_letter()
    typed("accept 1", "ignore", "send", "y", game=game)
    assert last_sheet(game) == Dispatch()


def test_the_letter_is_read_with_its_terms_in_plain_words():
    game = with_their_letter()
    line = f"read {next(place for place, paper in enumerate(game.board(WASHINGTON).papers, 1) if paper.letter)}"
    shown = typed(line, game=game).after(line)
    assert "In plain words:" in shown and "Staff note" in shown and "accept 1, refuse 1 or counter 1" in shown
    assert "A pledge by word of mouth, never to be spoken of [secret, by mouth, loose]" in " ".join(shown.split())


def test_what_binds_is_listed_with_our_reading_and_what_is_open():
    game = with_their_letter()
    assert "Nothing is agreed." in typed("agreed", game=game).after("agreed")
    game.submit(WASHINGTON, Dispatch(answer="accept", answer_to=1))
    game.submit(MOSCOW, Dispatch())
    game.advance()
    shown = " ".join(typed("agreed", game=game).after("agreed").split())
    reading = game.board(WASHINGTON).issues[0].agreed.reading
    assert f"Missiles: Taken out, and counted aboard ship at sea [open, by mouth, loose] we take it to mean: {reading}" in shown
    assert "Left open: Il-28 bombers" in shown and "Jupiters in Turkey" not in shown.partition("Left open")[2]


def test_ones_own_letter_is_withdrawn():
    game = new_game(WASHINGTON, MOSCOW)
    game.submit(WASHINGTON, Dispatch(proposal=Proposal({"T01": Term(2)}, "envoy")))
    game.submit(MOSCOW, Dispatch())
    game.advance()
    typed("withdraw 1", "send", "y", game=game)
    assert last_sheet(game) == Dispatch(withdraw=1)


def test_send_asks_once_and_no_means_no():
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed("send", "n", "send", "", "quit", game=game)
    assert terminal.text.count("Nothing was sent.") == 2 and game.waits_for == (WASHINGTON, MOSCOW)


def test_why_adds_up_for_every_meter():
    game = new_game(WASHINGTON)
    game.submit(WASHINGTON, Dispatch(("brief_allies", "frame_missiles")))
    game.advance()
    board = game.board(WASHINGTON)
    for meter in (board.pressure, board.fatigue, *board.meters, *board.more_meters):
        lines = typed(f"why {meter.id.lower()}", game=game).after(f"why {meter.id.lower()}").splitlines()
        amounts = [int(match.group(1)) for line in lines if (match := re.match(r"\s+([+-]\d+) =", line))]
        assert sum(amounts) == meter.value - meter.before, meter
        assert meter.name in lines[0]


def test_numbers_and_names_are_told_apart():
    assert [number(word) for word in ("3", "0", "-1", "x", "²", "999999", "")] == [3, 0, None, None, None, None, None]
    named = [("T01", "Missiles"), ("T12", "Soviet troops"), ("T13", "Soviet tanks")]
    assert [pick(word, named) for word in ("1", "4", "t12", "mis", "troops", "soviet", "")] == [0, None, 1, 0, 1, None, None]


def test_a_term_is_offered_as_news_on_conditions_and_in_a_tone():
    game = new_game(WASHINGTON, MOSCOW)
    terminal = typed("give draft", "offer t06 3 exact if conduct supervised", "offer 1 2 news if lasting", "tone ang", "letter", "sheet", "deal all",
                     "send", "y", game=game)
    assert last_sheet(game).proposal == Proposal({"T06": Term(3, exact=True, conditions=("supervised", "conduct")),
                                                  "T01": Term(2, news=True, conditions=("lasting",))}, "cable", tone="anguished")
    letter = " ".join(terminal.after("letter").split())
    assert any(line in letter for line in OPENING_IN[WASHINGTON, "anguished"]) and "Given as news: missiles" in letter
    assert "tone anguished" in terminal.after("sheet") and "only if the UN looks on and Cuba keeps quiet" in " ".join(terminal.after("sheet").split())
    assert "3xc" in terminal.after("deal all") and "2nc" in terminal.after("deal all")


def test_a_condition_that_does_not_belong_to_the_issue_is_refused_with_those_that_do():
    terminal = typed("say t04 2 if conduct", "say t06 2 if ever and ever", "issue t06")
    assert "does not belong to it" in " ".join(terminal.after("say t04 2 if conduct").split())
    assert "supervised, conduct, lasting, treaty" in " ".join(terminal.after("say t06 2 if ever and ever").split())
    assert "It can hang on: supervised" in terminal.after("issue t06")


def test_an_issue_that_everybody_sees_done_says_that_it_cannot_be_secret():
    terminal = typed("issue t01", "issue t09")
    assert "cannot be secret" in terminal.after("issue t01") and "cannot be secret" not in terminal.after("issue t09")


def test_a_counter_offer_keeps_what_was_news_and_what_it_hung_on():
    game = new_game(WASHINGTON, MOSCOW)
    game.submit(WASHINGTON, Dispatch())
    game.submit(MOSCOW, Dispatch(proposal=Proposal({"T06": Term(3, news=True, conditions=("conduct",))}, "envoy")))
    game.advance()
    typed("counter 1", "send", "y", game=game)
    assert last_sheet(game).proposal.terms == {"T06": Term(3, news=True, conditions=("conduct",))}


def test_two_answers_to_one_question_do_not_go_on_one_sheet():
    frames = [place(id) for id in ("frame_missiles", "frame_castro")]
    terminal = typed(f"give {frames[0]}", f"give {frames[1]}", f"order {frames[1]}")
    refused = " ".join(terminal.after(f"give {frames[1]}").split())
    assert "Speak of the missiles alone and Speak of Castro cannot stand on one sheet" in refused and "what it is about" in refused
    assert "only one can stand on a sheet" in terminal.after(f"order {frames[1]}")


def test_orders_of_another_stage_are_named_and_not_explained():
    menus = typed("orders").after("orders")
    assert "IN ANOTHER STAGE" in menus and "Hand the paper back" in menus.partition("IN ANOTHER STAGE")[2]
    assert "only in the stage" not in menus


def test_the_team_and_the_files():
    terminal = typed("team", "files")
    assert all(person.name in terminal.after("team") for person in BOARD.team) and len(BOARD.team) == 5
    shown = " ".join(terminal.after("files").split())
    assert all(f"{line.when} {line.name} [{line.state}" in shown for line in BOARD.files) and ", theirs]" in shown


def test_a_whole_teams_hours_stand_on_one_line_of_the_ledger():
    game = new_game(WASHINGTON)
    for ordered in (("raise_alert", "tighten_quarantine"), ("raise_alert", "tighten_quarantine"), ("tighten_quarantine",)):
        game.submit(WASHINGTON, Dispatch(ordered))          # a taut rope keeps everybody at the office
        game.advance()
    shown = typed("ledger", game=game).after("ledger").splitlines()
    assert len([line for line in shown if line.startswith("Hours awake")]) == 1
    assert len([row for row in game.board(WASHINGTON).ledger if row.meter.startswith("awake")]) == len(BOARD.team)


def test_the_ledger_says_why_once_for_every_cause():
    game = new_game(WASHINGTON)
    game.submit(WASHINGTON, Dispatch(("frame_missiles",)))
    game.advance()
    terminal = typed("ledger", "ledger why", "why fear", game=game)
    reasons = " ".join(terminal.after("ledger why").split())
    for row in game.board(WASHINGTON).ledger:
        assert f"{row.cause}: {' '.join(row.why.split())}" in reasons
        assert row.meter != "fear" or " ".join(row.why.split()) in " ".join(terminal.after("why fear").split())


def test_help_say_tells_what_each_word_of_a_term_does():
    """Offered from both names of the command; every condition and every form is there."""
    for command in ("help say", "help offer"):
        shown = " ".join(typed(command).after(command).split())
        assert all(word in shown for word in ("secret", "written", "exact", "news", *(f"if {id}" for id in CONDITIONS)))
        assert "Draft exactly" in shown and "open, spoken, loose and a pledge" in shown
    assert "supervised" not in typed("help tone").after("help tone")


def test_why_takes_the_words_of_the_status_and_names_meters_as_it_does():
    terminal = typed("why sleep", "why rope", "why nonsense", "why castro", "why peking")
    assert "Fatigue" in terminal.after("why sleep") and "Pressure" in terminal.after("why rope")
    named = " ".join(terminal.after("why nonsense").split())
    assert "Sway of the hawks" in named and "exposure." not in named and "awake.leader" not in named
    assert "Castro's anger" in terminal.after("why castro") and "Peking's polemics" in terminal.after("why peking")


def test_an_order_in_full_says_on_what_it_ties_our_hands():
    speech, cable = f"order {place('frame_communism')}", f"order {place('brief_allies')}"
    terminal = typed(speech, cable)
    assert "Ties our hands: Missiles +200, No-invasion pledge +250" in " ".join(terminal.after(speech).split())
    assert "Ties our hands" not in terminal.after(cable)


def test_an_order_that_waits_for_an_answer_says_so_in_words():
    """Not `needs the first word at 1 to 3; it stands at 0`: that meter is no amount."""
    speech = f"give {place('speech')}"
    assert "nobody here has said yet what this is about" in " ".join(typed(speech).after(speech).split())


def test_no_effect_is_named_theirs_twice():
    for side in (WASHINGTON, MOSCOW):
        labels = [name for line in new_game(side).board(side).orders for name, _ in line.effects]
        assert labels and not [name for name in labels if "their their" in name or "as we read" in name]


def test_every_tied_hand_is_read_whole_in_the_ledger():
    speech = f"give {place('frame_communism')}"
    shown = typed(speech, "send", "y", "ledger").after("ledger")
    assert "Tied hands: Washington and Havana " in shown and "Tied hands: Non-aggression pact " in shown
    assert all(len(line) <= screen.WIDTH for line in shown.splitlines())


def test_letters_tell_what_became_of_each_and_what_changed():
    game = with_their_letter()
    said = typed("letters", "letters 1", "letters 9", "archive", game=game).text
    assert "theirs 1 by back channel: Missiles, Jupiters in Turkey" in said
    assert "It can still be answered." in said and "WHAT IT SAYS" in said and "accept (to us" in said
    assert "letters: a number from 1 to 1 is needed" in said
    assert "ARCHIVE" in said and "22 October" in said


def test_history_tells_only_what_lies_behind():
    said = typed("history", "history all", "word quarantine", "word nonsense").text
    assert "WHAT HISTORY DID" in said and "14 October 1962" in said and "23 October 1962" not in said
    assert "A blockade under another name" in said and "HARD WORDS" in said
