"""Two whole games in the real window, each through every screen of its room: one by real mouse clicks, one by real keys, each from the title
to an ending, its replay and the title again. In the middle the window changes its size, its colours, its letters and its language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .desk import PATIENCE, Desk, desk

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool")]
TURNS = 60
NEVER_PAINTED = 0.005


def ids(screen: dict[str, Any]) -> set[str]:
    return {node["id"] for node in screen["nodes"]}


def chosen(screen: dict[str, Any], kind: str) -> set[str]:
    """Ids of that kind that are ticked, pressed or chosen."""
    return {node["id"] for node in screen["nodes"] if node["id"].startswith(kind) and node["on"]}


def given(screen: dict[str, Any]) -> set[str]:
    """What lies on the sheet."""
    return {node["id"] for node in screen["nodes"] if node["id"].startswith("given:") and node["action"]}


def words(screen: dict[str, Any], id: str) -> str:
    return next(node["text"] for node in screen["nodes"] if node["id"] == id)


def is_russian(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def first_like(screen: dict[str, Any], like: Callable[[str], bool]) -> str:
    """Id of the first thing on the screen that can be acted on and is like that."""
    return next(node["id"] for node in screen["nodes"] if node["action"] and like(node["id"]))


def saved(folder: Path) -> list[str]:
    """The lines of the one save there is."""
    (save,) = (folder / "home" / "saves").glob("*.knot")
    return save.read_text(encoding="utf-8").splitlines()


def until(window: Desk, *screens: str) -> dict[str, Any]:
    return window.until(lambda now: now["screen"] in screens, " or ".join(screens))


# ---------------------------------------------------------------- Washington, nothing but the left button
def test_a_whole_game_by_real_mouse_clicks(tmp_path: Path) -> None:
    with desk(tmp_path) as window:
        until(window, "title")
        window.click("new")
        window.click("chair:washington")
        window.click("primary")
        until(window, "briefing")
        window.click("primary")
        until(window, "room")
        _look_round_by_mouse(window)
        _fill_the_sheet_by_mouse(window)
        _change_the_room_by_mouse(window)
        window.click("primary")
        assert until(window, "confirm")
        window.click("do:sign")
        _why_by_mouse(window)
        _to_the_end_by_mouse(window)
        lines = saved(tmp_path)
        assert '"ending"' in lines[-1] and '"secret":true' in "".join(lines).replace(" ", "")
        _debrief_by_mouse(window)
        assert window.click("primary")["screen"] == "title"
        assert "continue" not in ids(window.now())
        window.click("quit", is_last=True)
        assert window.process.wait(PATIENCE) == 0


def _look_round_by_mouse(window: Desk) -> None:
    """A paper, a place on the chart, the chart alone, letters and archive, history, the charts, team and files; each left again by its button."""
    paper = first_like(window.now(), lambda id: id.startswith("paper:") and id != window.now()["focus"])
    window.click(paper)
    window.click("reader:read")
    assert until(window, "paper")
    window.click("primary")
    until(window, "room")
    window.click("place:turkey")
    window.until(lambda now: "place:turkey" in chosen(now, "place:"), "Turkey")
    window.click("place:cuba")
    window.click(first_like(window.now(), lambda id: id.startswith("at:site")))
    until(window, "chart")
    window.keep("chart")
    window.click("primary")
    until(window, "room")
    window.keep("room")
    for key, screen in (("key:K", "letters"), ("key:H", "history"), ("key:T", "cabinet"), ("key:F", "cabinet")):
        window.click(key)
        until(window, screen)
        if screen == "letters":
            window.click("view:archive")
        if screen == "history":
            window.click("filter:secret")
        window.keep(screen)
        window.click("primary")
        until(window, "room")
    _key_by_mouse(window, "G")
    until(window, "charts")
    window.keep("charts")
    window.click("primary")
    until(window, "room")


def _key_by_mouse(window: Desk, key: str) -> None:
    """What a key does whose place in the strip is taken: the list of keys is clicked."""
    window.click("key:F1")
    screen = until(window, "keys")
    for _ in range(12):
        line = next((node["id"] for node in screen["nodes"] if node["action"] == f"press:{key}"), "")
        if line:
            window.click(line)
            return
        screen = window.click([node["id"] for node in screen["nodes"] if node["id"].endswith(":down")][-1])
    raise AssertionError(f"{key} stands nowhere among the keys")


def _fill_the_sheet_by_mouse(window: Desk) -> None:
    """Two orders and a proposal: one term dragged to its step, one secret."""
    window.click(first_like(window.now(), lambda id: id.startswith("order:") and id != window.now()["focus"]))
    assert len(given(window.click("give"))) == 1
    window.click("menu:military")
    for order in [id for id in sorted(ids(window.now())) if id.startswith("order:") and id.count(":") == 1]:
        window.click(order)
        if "give" in ids(window.now()) and len(given(window.click("give"))) == 2:
            break
    assert len(given(window.now())) == 2
    window.click("key:D")
    before = ids(until(window, "deal"))
    window.click("issue:T01:peg:2")
    window.drag("issue:T01:peg:2", "issue:T01:peg:4")
    window.until(lambda now: chosen(now, "issue:T01:peg") == {"issue:T01:peg:4"}, "the peg where the hand let go")
    window.click("key:Ctrl+Z")
    window.until(lambda now: chosen(now, "issue:T01:peg") == {"issue:T01:peg:2"}, "a drag over two steps taken back as one")
    window.click("issue:T01:peg:3")
    window.click("group:bases")
    hidden = first_like(window.now(), lambda id: ":peg:2" in id and id not in before)
    issue = hidden.removesuffix(":peg:2")
    window.click(hidden)
    window.click(f"{issue}:secret")
    window.until(lambda now: f"{issue}:secret" in chosen(now, issue), "a secret term")
    window.click("channel:cable")
    window.keep("deal")
    window.click("primary")
    window.until(lambda now: now["screen"] == "room" and "given:proposal" in ids(now), "the proposal on the sheet")


def _change_the_room_by_mouse(window: Desk) -> None:
    """Other colours, larger letters, another language, another size, full screen and back: the sheet stays as it was."""
    sheet = given(window.now())
    assert len(sheet) == 3
    english = words(window.now(), "primary")
    _key_by_mouse(window, "F9")
    until(window, "settings")
    for setting in ("set:palette:colour_blind", "set:language:ru", "set:text:1.5"):
        window.click(setting)
        window.until(lambda now, setting=setting: setting in chosen(now, "set:") or setting not in ids(now), f"{setting} taken")
    assert window.black() < NEVER_PAINTED
    window.keep("settings-russian")
    window.click("key:Esc")
    if until(window, "keys", "room")["screen"] == "keys":
        window.click("do:back")
    window.click("front:orders")
    assert given(window.now()) == sheet and is_russian(words(window.now(), "primary"))
    window.keep("room-russian")
    for wide, high in ((1600, 900), (1100, 640)):
        screen = window.resize(wide, high)
        assert given(screen) == sheet and window.picture().shape[:2] == (high, wide) and window.black() < NEVER_PAINTED
        window.keep(f"room-russian-{wide}")
    _key_by_mouse(window, "F9")
    until(window, "settings")
    for setting in ("set:palette:standard", "set:text:1.0", "set:language:en"):
        for _ in range(20):
            if setting not in ids(window.now()):
                window.click(_towards(window.now(), setting))
        window.click(setting)
    window.click("key:Esc")
    if until(window, "keys", "room")["screen"] == "keys":
        window.click("do:back")
    window.keep("room-1100")
    window.resize(1280, 720)
    assert given(window.now()) == sheet and words(window.now(), "primary") == english
    window.click("key:D")
    assert any(id.endswith(":secret") for id in chosen(until(window, "deal"), "issue:"))
    assert {"issue:T01:peg:3"} <= chosen(window.now(), "issue:T01")
    window.click("primary")
    until(window, "room")


def _towards(screen: dict[str, Any], setting: str) -> str:
    """The arrow of the settings' list behind which that one lies."""
    order = ["palette", "text", "motion", "volume", "language", "panels", "window"]
    seen = min(order.index(id.split(":")[1]) for id in ids(screen) if id.startswith("set:"))
    return "asks:up" if order.index(setting.split(":")[1]) < seen else "asks:down"


def _why_by_mouse(window: Desk) -> None:
    """A cause in the reckoning, a number's two clicks to it, the charts from there."""
    until(window, "reveal")
    window.keep("reveal")
    window.click(first_like(window.now(), lambda id: id.startswith("part:")))
    window.click(first_like(window.now(), lambda id: id.startswith("moved:") and id.split(":")[1] not in ("up", "down", "pressure")))
    window.click("key:G")
    until(window, "charts")
    window.click("key:Esc")
    until(window, "reveal")
    window.click("primary")
    until(window, "room")
    window.click(first_like(window.now(), lambda id: id.startswith("meter:")))
    until(window, "why")
    window.keep("why")
    window.click("do:whole")
    until(window, "reveal")
    window.click("primary")
    until(window, "room")
    window.click("primary")
    window.click("do:sign")


def _to_the_end_by_mouse(window: Desk) -> None:
    has_answered = False
    for _ in range(TURNS):
        screen = until(window, "reveal", "room", "ending")
        if screen["screen"] == "reveal":
            screen = window.click("primary")
        if screen["screen"] == "ending":
            return
        if not has_answered and "reader:reply" in ids(screen):
            window.click("reader:reply")
            window.keep("letter")
            if "answer:refuse" in ids(window.now()):
                window.click("answer:refuse")
                has_answered = True
            window.click("primary")
        window.click("primary")
        window.click("do:sign")
    raise AssertionError(f"no ending in {TURNS} turns")


def _debrief_by_mouse(window: Desk) -> None:
    """A score's reckoning, the charts, and the whole game over again."""
    window.keep("ending")
    window.click("score:washington:true:total")
    window.keep("score")
    window.click("do:back")
    window.click("key:G")
    until(window, "charts")
    window.click("key:Esc")
    until(window, "ending")
    window.click("key:R")
    until(window, "replay")
    for _ in range(3):
        window.click("key:\u2192")
    screen = window.click(first_like(window.now(), lambda id: id == "key:End"))
    assert "turn" in words(screen, "plot").lower()
    window.keep("replay")
    window.click("key:Esc")
    until(window, "ending")


# ---------------------------------------------------------------- Moscow, nothing but the keyboard
def test_a_whole_game_by_real_keys(tmp_path: Path) -> None:
    with desk(tmp_path) as window:
        until(window, "title")
        assert window.black() < NEVER_PAINTED
        window.press("Enter", "choose")
        window.press("Right")
        window.press("Enter")
        window.press("Ctrl+Enter", "briefing")
        window.press("Ctrl+Enter", "room")
        assert window.black() < NEVER_PAINTED
        _look_round_by_keys(window)
        _fill_the_sheet_by_keys(window)
        _change_the_room_by_keys(window)
        window.press("Ctrl+Enter", "confirm")
        window.keep("confirm")
        window.press("Enter", "reveal")
        _why_by_keys(window)
        _to_the_end_by_keys(window)
        lines = saved(tmp_path)
        assert '"moscow":"person"' in lines[0].replace(" ", "") and '"ending"' in lines[-1]
        _debrief_by_keys(window)
        assert "continue" not in ids(window.press("Ctrl+Enter", "title"))


def _look_round_by_keys(window: Desk) -> None:
    """The screens that Washington's test opens with the mouse, by the keys that the strip and F1 tell of."""
    window.keep("room")
    window.press("Down")
    window.press("R", "paper")
    window.keep("paper")
    window.press("Esc", "room")
    for key, screen, then in (("K", "letters", "Tab"), ("H", "history", "N"), ("T", "cabinet", "Down"), ("F", "cabinet", "Down"),
                              ("G", "charts", "[")):
        window.press(key, screen)
        window.press(then)
        window.keep(f"{screen}-{key}")
        window.press("Esc", "room")
    window.press("M")
    window.press("M", "chart")
    window.press("Right")
    window.press("+")
    window.keep("chart")
    window.press("Ctrl+Enter", "room")
    window.press("F1", "keys")
    window.press("Esc", "room")


def _fill_the_sheet_by_keys(window: Desk) -> None:
    """An order given, taken back and given again; a secret term and an undone step."""
    window.press("O")
    window.until(lambda now: now["focus"].startswith("order:"), "the focus on an order")
    for key, count in (("Enter", 1), ("Ctrl+Z", 0), ("Ctrl+Y", 1)):
        window.press(key)
        window.until(lambda now, count=count: len(given(now)) == count, f"{count} orders after {key}")
    window.press("D", "deal")
    window.press("Enter")
    first = chosen(window.press("Right"), "issue:T01:peg")
    window.press("Right")
    window.until(lambda now: chosen(now, "issue:T01:peg") != first, "the peg a step on")
    window.press("Ctrl+Z")
    window.until(lambda now: chosen(now, "issue:T01:peg") == first, "the peg where it was")
    _walk(window, "Down", "group:bases")
    window.press("Right")
    window.press("Down")
    window.press("Right")
    window.press("P")
    window.until(lambda now: any(id.endswith(":secret") for id in chosen(now, "issue:")), "a secret term")
    window.keep("deal")
    window.press("Ctrl+Enter", "room")
    assert len(given(window.now())) == 2 and "given:proposal" in given(window.now())


def _change_the_room_by_keys(window: Desk) -> None:
    """Settings and the window's size change under the sheet, which stays as it is."""
    sheet, english = given(window.now()), words(window.now(), "primary")
    window.press("F9", "settings")
    for setting in ("set:palette:high_contrast", "set:text:1.5", "set:language:ru"):
        _set_by_keys(window, setting)
    window.press("Esc", "room")
    assert is_russian(words(window.now(), "primary"))
    window.keep("room-russian")
    for _ in range(8):
        if given(window.now()):
            break
        window.press("Ctrl+Tab")
    assert given(window.now()) == sheet
    screen = window.resize(1366, 768)
    assert given(screen) == sheet and window.picture().shape[:2] == (768, 1366)
    window.keep("orders-russian-1366")
    window.press("D", "deal")
    window.keep("deal-russian-1366")
    window.press("Esc", "room")
    window.press("F9", "settings")
    for setting in ("set:palette:standard", "set:text:1.0", "set:language:en"):
        _set_by_keys(window, setting)
    window.press("Esc", "room")
    window.resize(1280, 720)
    assert given(window.now()) == sheet and words(window.now(), "primary") == english


def _set_by_keys(window: Desk, setting: str) -> None:
    _walk(window, "Tab", "set:")
    window.press("Home")
    _walk(window, "Down", setting)
    window.press("Enter")
    window.until(lambda now: setting in chosen(now, "set:"), f"{setting} taken")


def _walk(window: Desk, key: str, to: str) -> None:
    """The key is pressed until the focus is on such a thing."""
    for _ in range(30):
        if window.now()["focus"].startswith(to):
            return
        window.press(key)
    raise AssertionError(f"{key} does not come to {to} on {window.now()['screen']}, but to {window.now()['focus']}")


def _why_by_keys(window: Desk) -> None:
    """The reckoning's causes, the charts, and a number's two keys to its ledger."""
    _walk(window, "Tab", "part:")
    window.press("Down")
    window.press("Enter")
    window.keep("reveal")
    window.press("Esc")
    if window.now()["screen"] != "room":
        window.press("Ctrl+Enter", "room")
    _walk(window, "Tab", "meter:")
    window.press("W", "why")
    window.keep("why")
    window.press("Enter", "reveal")
    window.press("G", "charts")
    window.press("Esc", "reveal")
    window.press("Esc", "room")
    window.press("Ctrl+Enter", "confirm")
    window.press("Enter", "reveal", "ending")


def _to_the_end_by_keys(window: Desk) -> None:
    for _ in range(TURNS):
        if window.now()["screen"] == "ending":
            return
        window.press("Ctrl+Enter", "room")
        window.press("Ctrl+Enter", "confirm")
        window.press("Enter", "reveal", "ending")
    raise AssertionError(f"no ending in {TURNS} turns")


def _debrief_by_keys(window: Desk) -> None:
    """A score's reckoning, the charts, and the whole game over again."""
    window.keep("ending")
    _walk(window, "Tab", "score:")
    window.press("W")
    window.keep("score")
    window.press("Esc", "ending")
    window.press("G", "charts")
    window.press("Esc", "ending")
    window.press("R", "replay")
    first = words(window.now(), "plot")
    for key in ("Right", "Right", "End", "PgUp"):
        window.press(key)
    window.until(lambda now: words(now, "plot") != first, "another turn of the replay")
    window.keep("replay")
    window.press("Esc", "ending")
