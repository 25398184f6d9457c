"""The situation room: each chair's own wall, the numbers on it, the room after the agreement, one panel at a time, nothing of the other chair."""

from dataclasses import asdict, replace

import pytest

from game.engine.orders import Dispatch, from_sheet
from game.engine.sides import MOSCOW, SIDES, WASHINGTON, other
from game.session.game import Game
from game.session.opponents import scripted
from game.text import walls
from game.ui.flow import sit_down
from game.ui.screens.room import Room
from game.ui.widgets.meters import find_meter
from tests.whole_games import book

from .fake_game import SECRET_OF, FakeGame
from .window import Window, seated

HISTORY = {WASHINGTON: "history-washington", MOSCOW: "history-moscow"}
SEED = 745


def _played(side: int, turns: int) -> Game:
    """A game of the pair of 1962 after so many turns, that side's seat empty."""
    rules = book()
    game = Game.open(rules, SEED, {other(side): scripted(rules, other(side), HISTORY[other(side)])})
    player = scripted(rules, side, HISTORY[side])
    for _ in range(turns):
        view = game.view(side)
        game.submit(side, from_sheet(rules, view, player(view)))
        game.advance()
    return game


def _room(window: Window, side: int, turns: int) -> Room:
    sit_down(window.app, _played(side, turns))
    window.settle()
    if window.screen != "room":
        window.press("Ctrl+Enter")
    assert isinstance(window.app.top, Room)
    return window.app.top


def _said(window: Window) -> set[str]:
    return {node.text for node in window.app.build().nodes if node.text}


def test_each_chair_has_panels_that_the_other_has_not() -> None:
    window = Window()
    walls = []
    for side in SIDES:
        _room(window, side, 6)
        walls.append({node.id for node in window.tree.nodes if node.kind == "panel"})
    assert walls[0] - walls[1] == {"launchers", "blocks"}
    assert walls[1] - walls[0] == {"fire", "unknown", "voices"}


def test_a_chart_makes_way_for_the_agreement() -> None:
    window = Window()
    room = _room(window, WASHINGTON, 15)
    assert room.desk.board.stage == "loose_ends"
    ids = {node.id for node in window.tree.nodes if node.kind == "panel"}
    assert {"agreed", "calendar"} <= ids and not {"launchers", "chart"} & ids
    window.press("M")
    assert window.screen == "chart", "the chart is a key away"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("turns", (0, 10, 15))
def test_numbers_on_the_wall_are_the_boards(side: int, turns: int) -> None:
    """A row that has a meter and a scale of 1000 stands where the meter stands, give or take what is said of its doubt; launchers are its share."""
    game = _played(side, turns)
    board, error = game.board(side), book().rules.intelligence.error
    rows = [row for panel in board.panels for row in panel.rows if row.meter and row.low >= 0]
    assert rows or board.stage != "confrontation"
    for row in rows:
        meter = find_meter(board, row.meter)
        assert meter is not None, row.id
        if row.low == row.high:
            assert row.low == meter.value, row.id
        else:
            scale = row.top / 1000
            assert row.low == round(max(meter.value - error, 0) * scale) and row.high == round(min(meter.value + error, 1000) * scale), row.id


def test_moscow_counts_and_washington_guesses() -> None:
    games = [_played(side, 8) for side in SIDES]
    launchers = next(row for row in games[0].board(0).panels[0].rows if row.id == "launchers")
    missiles = next(row for row in games[1].board(1).panels[0].rows if row.id == "missiles")
    truth = int(games[1].view(1).own.buildup[0])
    assert launchers.low < launchers.high
    assert missiles.says == f"{round(truth * 24 / 1000)} of 24"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("turns", (0, 10, 15))
def test_the_terminal_tells_the_same_wall(side: int, turns: int) -> None:
    """Every line of the wall, every reading and every chapter of the briefing is told there too."""
    board = _played(side, turns).board(side)
    told = " ".join(" ".join((*walls.wall(board), *walls.briefing(board))).split())
    for row in [row for panel in board.panels for row in panel.rows]:
        assert f"{row.name}: {row.says}" in told and row.note in told, row.id
    for line in board.readings:
        assert line.name in told and line.ours in told, line.issue
    for chapter in board.chapters:
        assert all(point in told for point in chapter.points), chapter.id


def test_briefings_differ_in_all_but_how_one_is_judged() -> None:
    ours, theirs = ({chapter.id: chapter.points for chapter in _played(side, 0).board(side).chapters} for side in SIDES)
    assert ours.keys() == theirs.keys() == {"role", "aims", "known", "unknown", "scored", "first"}
    for id in ours:
        assert bool(set(ours[id]) & set(theirs[id])) == (id == "scored"), id


def test_the_menus_are_called_as_the_chair_calls_them() -> None:
    window = Window()
    tabs = []
    for side in SIDES:
        _room(window, side, 6)
        tabs.append([node.text for node in window.tree.nodes if node.id.startswith("menu:")])
    assert tabs == [["Military", "Diplomacy", "Public", "Home"], ["Field", "Diplomacy", "Radio", "Presidium"]]


def test_who_may_fire_follows_the_order_to_the_gunners() -> None:
    game = _played(MOSCOW, 0)
    rows = {row.id: row for row in game.board(MOSCOW).panels[0].rows}
    assert rows["batteries"].posts == ("holder", "trust", "")
    game.submit(MOSCOW, Dispatch(("free_the_gunners",)))
    game.advance()
    rows = {row.id: row for row in game.board(MOSCOW).panels[0].rows}
    assert rows["batteries"].posts == ("", "", "holder")


def test_an_aircraft_that_fell_while_the_gunners_were_held_is_a_cross() -> None:
    """In the game of 1962 a U-2 falls on 27 October, and nobody in Moscow had said so."""
    rows = {row.id: row for row in _played(MOSCOW, 10).board(MOSCOW).panels[0].rows}
    assert rows["batteries"].posts == ("holder", "trust", "fired") and "27 Oct" in rows["batteries"].says


def test_the_envoy_is_told_to_be_away_while_he_is() -> None:
    game = _played(MOSCOW, 0)
    game.submit(MOSCOW, Dispatch(("envoy_to_castro",)))
    game.advance()
    row = next(row for panel in game.board(MOSCOW).panels for row in panel.rows if row.id == "envoy")
    assert row.says == "in Havana this turn" and find_meter(game.board(MOSCOW), row.meter)


@pytest.mark.parametrize("side", SIDES)
def test_nothing_of_the_other_chair_is_in_the_room(side: int) -> None:
    """Neither marker words of the other desk nor what the umpire alone holds: the anger, the polemics, the heat."""
    window = Window()
    game = FakeGame((side,))
    seated(window, game)
    for stage in ("confrontation", "loose_ends"):
        game.stage = stage
        seated(window, game)
        assert not any(SECRET_OF[1 - side] in text for text in _said(window))
    board = _played(side, 15).board(side)
    assert not {row.meter for panel in board.panels for row in panel.rows} & {"castro", "china", "press", "gunners"}
    assert "gunners" not in str(asdict(board)["panels"]).replace("gunners or", "")


@pytest.mark.parametrize("side", SIDES)
def test_every_number_on_the_wall_opens_its_slip_and_then_its_ledger(side: int) -> None:
    window = Window()
    room = _room(window, side, 10)
    for row in [row for panel in room.desk.board.panels for row in panel.rows]:
        window.walk_to(f"seat:{row.id}")
        window.press("W")
        meter = find_meter(room.desk.board, row.meter)
        assert window.screen == ("why" if meter else "notice"), row.id
        if meter and any(entry.meter == row.meter for entry in room.desk.board.ledger):
            window.press("W")
            assert window.screen == "reveal", row.id
        while window.screen != "room":
            window.press("Esc")


@pytest.mark.parametrize("side", SIDES)
def test_one_panel_at_a_time_every_panel_is_reached_by_keys(side: int) -> None:
    window = Window((1366, 768), 2.0)
    room = _room(window, side, 10)
    tabs = [node.id for node in window.tree.nodes if node.id.startswith("front:")]
    assert len(tabs) == 4 + len(room.desk.board.panels)
    seen = set()
    for _ in tabs:
        seen.add(room.front)
        window.press("Ctrl+Tab")
    assert {f"front:{front}" for front in seen} == set(tabs)
    for key, front in (("I", "tray"), ("M", "chart"), ("O", "orders")):
        window.press(key)
        assert room.front == front and window.tree.stop_of(window.focus), key


def test_the_room_stands_in_the_language_that_was_chosen() -> None:
    window = Window()
    room = _room(window, MOSCOW, 3)
    window.app.change(replace(window.app.settings, language="ru"))
    window.settle()
    title = "\u041a\u0442\u043e \u0432\u043f\u0440\u0430\u0432\u0435 \u0441\u0442\u0440\u0435\u043b\u044f\u0442\u044c"
    assert title.upper() in _said(window)
    assert find_meter(room.desk.board, "fear").name == "\u0421\u0442\u0440\u0430\u0445"
