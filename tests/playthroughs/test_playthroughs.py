"""The same seeds still play the same games, to the last line. How to write the files anew: see tell.py."""

import pytest

from tests.playthroughs.tell import FOLDER, STORIES, told

AGAIN = "`python -m tests.playthroughs.tell` writes the files anew; read the difference, and raise RULES_VERSION where the rules changed"


@pytest.mark.parametrize("name", STORIES)
def test_a_playthrough_is_what_its_file_says(name):
    """Byte for byte: positions, both views, orders, rolls, ledger."""
    written = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    assert told(name).splitlines() == written.splitlines(), AGAIN
    assert told(name) == written, AGAIN


@pytest.mark.parametrize("name", STORIES)
def test_a_playthrough_can_be_read_by_people(name):
    """Under 200 lines, none wider than a screen."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert 20 < len(lines) < 200 and max(map(len, lines)) <= 150


def test_every_file_has_its_story():
    """No file that nobody compares."""
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(STORIES)
