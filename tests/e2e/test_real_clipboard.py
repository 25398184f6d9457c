"""A paper copied in the real window is there for another program, with its day, and a note on history with its source."""

from pathlib import Path

import pytest

from .desk import desk

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool", "xclip")]


def test_another_program_gets_what_was_copied(tmp_path: Path) -> None:
    with desk(tmp_path) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        window.click("new")
        window.click("chair:washington")
        window.click("primary")
        window.until(lambda now: now["screen"] == "briefing", "the briefing")
        window.click("primary")
        window.until(lambda now: now["screen"] == "room", "the room")
        window.hand("key", "ctrl+c")
        window.until(lambda now: any(node["id"] == "said:words" for node in now["nodes"]), "the quiet word")
        copied = window.clipboard()
        assert "22 October" in copied.split("\n")[1] and "Readiness of the sites" in copied
        window.press("H", "history")
        window.hand("key", "ctrl+c")
        window.until(lambda now: any(node["id"] == "said:words" for node in now["nodes"]), "the quiet word")
        assert "(fact: timeline" in window.clipboard()
