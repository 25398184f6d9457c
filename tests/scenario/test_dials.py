"""Settings are numbers of the rules with names: parsed, laid over the scenario's text, and read again from that text alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.scenario.dials import dials, numbers, parse, turned_text
from game.scenario.load import load, load_set, load_text, read_text
from game.wording.settings import played_at

FIXTURES = Path(__file__).parent / "fixtures"
BOOK = load("october-1962")
EVERY = [(setting, answer) for setting in BOOK.settings for answer in setting.answers]


@pytest.mark.parametrize(("setting", "answer"), EVERY, ids=lambda named: named.id)
def test_an_answer_is_a_value_of_its_dial(setting, answer) -> None:
    """By the setting's name or the dial's own, by the answer's name or the number: all the same."""
    for dial in (setting.id, setting.dial):
        for value in (answer.id, str(answer.value)):
            assert parse(BOOK, f"{dial}={value}") == (setting.dial, answer.value)


@pytest.mark.parametrize(("setting", "sentence"), [
    ("danger=kenedy", "or one of bundy, ellsberg, middle, third, kennedy; the scenario says"),
    ("secret_mattered=2", "a whole number from 0 to 1 is needed"), ("secret_matterd=1", "did you mean 'secret_mattered'"),
    ("danger=letter", "a whole number from 0 to 1,000,000"),
])
def test_a_wrong_answer_says_what_would_be_right(setting: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        load_set("october-1962", [setting])


def test_a_game_that_is_set_differs_in_those_numbers_alone() -> None:
    rulebook, text = load_set("october-1962", ["danger=kennedy", "secret_mattered=letter", "bargaining.linkage=7"])
    kennedy = next(answer.value for setting, answer in EVERY if answer.id == "kennedy")
    assert {dial: now for dial, now in dials(rulebook).items() if now != dials(BOOK)[dial]} == {
        "incidents.danger_ppm": kennedy, "bargaining.secret_mattered": 1, "bargaining.linkage": 7}
    assert (rulebook.id, rulebook.name, rulebook.orders, rulebook.start, rulebook.settings) == (
        BOOK.id, BOOK.name, BOOK.orders, BOOK.start, BOOK.settings)
    again = load_text(text, "anything.toml")
    assert numbers(again.rules) == numbers(rulebook.rules) and again.hash == rulebook.hash != BOOK.hash


def test_what_says_the_same_is_the_same_text() -> None:
    assert load_set("october-1962", ["danger=ellsberg", "secret_mattered=0"])[1] == read_text("october-1962")


def test_a_text_that_extends_another_can_be_set_and_set_again() -> None:
    """Its own number gives way, that of what it extends too; and a set text can be set once more."""
    rulebook, text = load_set(FIXTURES / "small-change.toml", ["danger=bundy"])
    assert dials(rulebook)["incidents.danger_ppm"] == 700 and rulebook.id == "small-change" and rulebook.start["quarantine"] == 1
    again = load_text(turned_text(text, rulebook, {"incidents.danger_ppm": 5}), "small-change.toml")
    assert dials(again)["incidents.danger_ppm"] == 5 and again.start["quarantine"] == 1


def test_a_scenarios_own_setting_lends_its_name_to_its_dial() -> None:
    own = replace(BOOK, settings=(replace(BOOK.settings[0], id="linked", dial="bargaining.linkage"),))
    assert parse(own, "linked=bundy") == ("bargaining.linkage", BOOK.settings[0].answers[0].value)


def test_how_a_game_was_set_is_said_in_words() -> None:
    assert played_at(BOOK) == ("This game is played at: How dangerous was it? About 1 in 10 (the default). "
                               "Did the secret promise decide? No: fear had decided (the default).")
    assert "How dangerous was it? About 45 in 100. Did" in played_at(load_set("october-1962", ["danger=kennedy"])[0])
    assert "How dangerous was it? 1,200, a number without a name. Did" in played_at(load_set("october-1962", ["danger=1200"])[0])
    assert played_at(replace(BOOK, settings=())) == ""
