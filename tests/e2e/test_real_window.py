"""Two whole games in the real window: one by real mouse clicks, one by real keys, each from the title to an ending."""

from pathlib import Path

import pytest

from .desk import PATIENCE, Desk, desk

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool", "import")]
TURNS = 60


def ids(screen: dict) -> set[str]:
    return {node["id"] for node in screen["nodes"]}


def saved(folder: Path) -> list[str]:
    """The lines of the one save there is."""
    (save,) = (folder / "home" / "saves").glob("*.knot")
    return save.read_text(encoding="utf-8").splitlines()


def test_a_whole_game_by_real_mouse_clicks(tmp_path: Path) -> None:
    """Washington, nothing but the left button: orders from two menus, a proposal with a secret term, an answer where there is a letter."""
    with desk(tmp_path) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        window.click("new")
        window.click("chair:washington")
        window.click("primary")
        window.until(lambda now: now["screen"] == "briefing", "the briefing")
        window.click("primary")
        _a_turn_of_orders_and_a_proposal(window)
        _to_the_end_by_mouse(window)
        lines = saved(tmp_path)
        assert '"ending"' in lines[-1] and len(lines) > 3
        assert window.click("primary")["screen"] == "title"
        window.click("quit", is_last=True)
        assert window.process.wait(PATIENCE) == 0


def _a_turn_of_orders_and_a_proposal(window: Desk) -> None:
    screen = window.until(lambda now: now["screen"] == "room", "the room")
    order = next(node["id"] for node in screen["nodes"] if node["id"].startswith("order:") and node["action"])
    window.click(order)
    window.click("give")
    window.click("menu:home")
    window.click("key:D")
    screen = window.until(lambda now: now["screen"] == "deal", "the deal table")
    first = next(node["id"] for node in screen["nodes"] if node["id"].startswith("issue:") and node["id"].endswith(":peg:2"))
    window.click(first)
    window.click("channel:" + next(node["id"].partition(":")[2] for node in screen["nodes"] if node["id"].startswith("channel:")))
    window.click("primary")
    window.until(lambda now: now["screen"] == "room" and "given:proposal" in ids(now), "the proposal on the orders")
    window.click("primary")
    window.click("do:sign")


def _to_the_end_by_mouse(window: Desk) -> None:
    has_answered = False
    for _ in range(TURNS):
        screen = window.until(lambda now: now["screen"] in ("reveal", "room", "ending"), "the next turn")
        if screen["screen"] == "reveal":
            screen = window.click("primary")
        if screen["screen"] == "ending":
            return
        if not has_answered and "reader:reply" in ids(screen):
            window.click("reader:reply")
            if "answer:refuse" in ids(window.now()):
                window.click("answer:refuse")
                has_answered = True
            window.click("primary")
        window.click("primary")
        window.click("do:sign")
    raise AssertionError(f"no ending in {TURNS} turns")


def test_a_whole_game_by_real_keys(tmp_path: Path) -> None:
    """Moscow, nothing but the keyboard: an order and a peg in the first turn, then on to the end; the title then has nothing to continue."""
    with desk(tmp_path) as window:
        window.until(lambda now: now["screen"] == "title", "the title")
        assert window.black() < 0.02
        window.press("Enter", "choose")
        window.press("Right")
        window.press("Enter")
        window.press("Ctrl+Enter", "briefing")
        window.press("Ctrl+Enter", "room")
        assert window.black() < 0.02
        window.press("o")       # a knot just baked may paint a frame of its own first
        window.until(lambda now: now["focus"].startswith("order:"), "the focus on an order")
        window.press("Enter")
        window.until(lambda now: any(node["id"].startswith("given:") and node["action"] for node in now["nodes"]), "the order on the sheet")
        window.press("d", "deal")
        window.press("Enter")
        window.press("Right")
        window.press("Ctrl+Enter", "room")
        for _ in range(TURNS):
            window.press("Ctrl+Enter", "confirm")
            if window.press("Enter", "reveal", "ending")["screen"] == "ending":
                break
            window.press("Ctrl+Enter", "room")
        assert window.now()["screen"] == "ending"
        lines = saved(tmp_path)
        assert '"moscow":"person"' in lines[0].replace(" ", "") and '"ending"' in lines[-1]
        screen = window.press("Ctrl+Enter", "title")
        assert "continue" not in ids(screen)
