"""The lesson in the real window: begun by real keys, left in the middle, gone on with by a new process, played to its end with the mouse."""

from pathlib import Path

import pytest

from .desk import PATIENCE, Desk, desk
from .test_real_window import ids

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool")]


def prompt_of(screen: dict) -> str:
    return next((node["text"] for node in screen["nodes"] if node["id"] == "lesson:words"), "")


def words_read(seen: set[str], read: list[str], screen: dict) -> None:
    """What a learner reads of that screen: the prompt, and the papers that lie open."""
    for node in screen["nodes"]:
        if node["id"].startswith(("lesson:words", "paper:", "read:text", "say:", "terms", "term:", "ending")) and node["text"] not in seen:
            seen.add(node["text"])
            read.append(node["text"])


def test_the_lesson_is_left_resumed_and_played_to_its_end(tmp_path: Path) -> None:
    """Under ten minutes at 200 words a minute, with half a minute of thought a turn."""
    seen: set[str] = set()
    read: list[str] = []
    prompts = []

    def look(window: Desk) -> dict:
        screen = window.now()
        words_read(seen, read, screen)
        if prompt_of(screen) and prompt_of(screen) not in prompts:
            prompts.append(prompt_of(screen))
        return screen

    with desk(tmp_path, is_beginner=True) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        window.click("teach")
        window.press("Enter", "first")
        look(window)
        window.press("Enter")
        look(window)
        window.press("Tab")
        window.press("Up")
        window.press("Enter")
        look(window)
        window.press("Ctrl+Enter", "confirm")
        window.press("Enter", "reveal")
        look(window)
        window.press("Ctrl+Enter", "room")
        look(window)
    with desk(tmp_path, is_beginner=True) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        window.click("teach")
        window.until(lambda now: now["screen"] == "teach" and "begun" in ids(now), "the lesson begun")
        window.press("Enter", "reveal")
        assert prompt_of(look(window)) in prompts, "the lesson is where it was left"
        window.press("Ctrl+Enter", "room")
        for turn in range(2, 9):
            screen = look(window)
            if screen["screen"] == "ending":
                break
            if screen["screen"] == "reveal":
                window.press("Ctrl+Enter", "room")
                screen = look(window)
            letter = next((node["id"] for node in screen["nodes"] if node["kind"] == "row" and node["id"].startswith("paper:letter")), "")
            if turn == 3 and letter:
                window.click(letter)
                window.click(letter)
                look(window)
                window.press("A")
                look(window)
                window.click("primary")
                look(window)
            elif turn == 2:
                window.press("O")
                window.press("Enter")
                look(window)
            window.click("primary")
            window.until(lambda now: now["screen"] == "confirm", "the question")
            window.press("Enter", "reveal", "room", "ending")
        screen = window.until(lambda now: now["screen"] == "ending", "the end")
        assert prompt_of(look(window))
        words = sum(len(text.split()) for text in read)
        told = sum(len(text.split()) for text in prompts)
        print(f"{len(prompts)} prompts of {told} words; {words} words read: {words / 200:.1f} min at 200 a minute")
        assert len(prompts) >= 9 and words < 1400, (len(prompts), words)
        window.click("primary")
        window.click("quit", is_last=True)
        assert window.process.wait(PATIENCE) == 0


def test_the_lesson_is_skipped_in_the_real_window(tmp_path: Path) -> None:
    with desk(tmp_path, is_beginner=True) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        window.click("teach")
        window.click("begin:moscow")
        window.until(lambda now: now["screen"] == "first", "the first turn")
        window.click("lesson:skip")
        window.press("Esc", "briefing")
        assert not prompt_of(window.now()) and "lesson:skip" not in ids(window.now())
    assert 'taught = ["moscow"]' in (tmp_path / "home" / "settings.toml").read_text(encoding="utf-8")
