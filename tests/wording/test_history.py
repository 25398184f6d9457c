"""Notes on history and hard words: in order, sourced, once each, and never ahead of the game."""

import re
from datetime import datetime

import pytest

from game.engine.sides import SIDE_IDS, SIDES
from game.scenario.document import Document
from game.scenario.sources import source_problems
from game.wording.glossary import hard_words, words
from game.wording.history import entries, notes
from game.wording.plain import plain_note, plain_word
from tests.whole_games import book

from .whole import board, games

FIRST, LAST = datetime(1962, 10, 1), datetime(1970, 1, 1)


def faults(source: str) -> list[str]:
    """What docs/sources.md has against a source."""
    return [problem.problem for problem in source_problems(Document("notes.toml", {"note": {"source": source}}, {}))]


def test_there_are_enough_notes_and_they_stand_in_order() -> None:
    found = entries()
    assert 60 <= len(found) <= 100
    assert [entry.at for entry in found] == sorted(entry.at for entry in found)
    assert found[0].at > FIRST and found[-1].at < LAST


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.at:%y%m%d-%H%M} {entry.note.who}")
def test_each_note_is_whole(entry) -> None:
    note = entry.note
    assert note.day and note.who and note.text.endswith(".") and not faults(note.source)
    assert not note.here or note.here.endswith(".")
    assert note.tag in ("fact", "inference", "general knowledge")
    assert set(note.about) <= {issue.id for issue in book().issues}
    assert set(entry.known) <= {"public", *SIDE_IDS} and note.was_secret == ("public" not in entry.known)
    assert '"' not in note.text and "\u201c" not in note.text, "sentences are our own"
    day = note.day.partition(" ")[0]
    assert re.search(rf"timeline [^;]*\b{day}\b", note.source), "the note's own day is among its sources"


def test_no_note_is_told_twice() -> None:
    texts = [entry.note.text for entry in entries()]
    assert len(set(texts)) == len(texts)


def test_a_fault_in_a_source_would_be_found() -> None:
    assert faults("fact: everyone knows") and faults("timeline 27 Oct") and not faults("fact: timeline 27 Oct")


@pytest.mark.parametrize("side", SIDES)
def test_no_note_runs_ahead_of_the_game_or_tells_the_other_governments_secret(side: int) -> None:
    last = {entry.note.text: entry for entry in entries()}
    counts = []
    for game in games():
        for moment in game:
            shown = board(moment, side)
            now = book().washington_time(int(moment.state.public.minutes[0])).replace(tzinfo=None)
            counts.append(len(shown.notes))
            for note in shown.notes:
                entry = last[note.text]
                if not shown.ending:
                    assert entry.at <= now and {"public", SIDE_IDS[side]} & set(entry.known)
    assert max(counts) > min(counts) > 3


def test_once_the_game_is_over_everything_is_told() -> None:
    assert len(notes(FIRST, "moscow", is_over=True)) == len(entries())
    assert not notes(FIRST, "moscow", is_over=False)


def test_a_note_without_an_hour_waits_for_the_end_of_its_day() -> None:
    def told(now: datetime) -> set[str]:
        return {note.text for note in notes(now, "washington", is_over=False)}
    late = next(entry for entry in entries() if not entry.note.when and "washington" in entry.known)
    assert late.note.text not in told(datetime(1962, 10, 26, 23, 59)) and late.note.text in told(datetime(1962, 10, 27))


def test_hard_words_are_sourced_and_give_nothing_away() -> None:
    """Any seat may read them on its first turn: no day after the first evening, no count that only one side knows."""
    ids = [word.id for word in words()]
    assert len(ids) >= 25 and len(set(ids)) == len(ids)
    for word in words():
        assert word.says.endswith(".") and not faults(word.source), word.name
        assert not re.search(r"\b(2[3-9]|3[01]) October|November|December|196[3-9]", word.says), word.name
        assert not re.search(r"\b(warheads? .*were|42,000|forty-two|twenty-four|eighty)\b", word.says, re.IGNORECASE), word.name


def test_hard_words_are_found_where_they_stand() -> None:
    assert [word.id for word in hard_words("ExComm saw SS-4 launchers, and the FKR went unseen.")] == ["excomm", "r12", "fkr"]
    assert hard_words("Nothing here.") == ()
    assert "sac" not in [word.id for word in hard_words("a sack of letters")]


def test_a_note_and_a_word_can_be_taken_away_as_text() -> None:
    note = next(entry.note for entry in entries() if entry.note.here)
    assert note.day in plain_note(note) and note.text in plain_note(note) and note.source in plain_note(note)
    assert words()[0].says in plain_word(words()[0])
