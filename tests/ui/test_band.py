"""The band over every screen in play: sound at every size of window and text and in every language, its numbers exact and doors."""

import itertools
from dataclasses import replace

import pytest

from game import language
from game.ui.layout.node import Tree
from game.ui.layout.page import Page
from game.ui.theme import theme_for
from game.ui.widgets.band import band, low_band, strain_of
from game.wording.board import Board, Meter

from .fake_game import FakeGame
from .layout_faults import faults

SIZES = ((1024, 576), (1280, 720), (1366, 768), (1920, 1080), (1280, 1024), (2560, 1080))
TEXTS = (1.0, 1.15, 1.25, 1.3, 1.5, 1.75, 2.0)


@pytest.fixture(autouse=True)
def english():
    yield
    language.use("en")


def board_of(side: int, turn: int = 2, **more: object) -> Board:
    game = FakeGame((side,))
    game.turn = turn
    return replace(game.board(side), **more)


def built(form, board: Board, size: tuple[int, int] = (1280, 720), text: float = 1.0) -> tuple[Tree, float]:
    page = Page("band", theme_for(size, "standard", text), size, {})
    return page.tree, form(page, board)


LOUD = {"pressure": Meter("pressure", "public", "Pressure", 1000, 0, gloss=""),
        "fatigue": Meter("fatigue", "washington", "Fatigue", 1000, 0, gloss=""),
        "turns_about": 32, "date": "Wednesday 24 October 1962, afternoon"}


@pytest.mark.parametrize("tongue", ["en", "ru", "pseudo"])
@pytest.mark.parametrize("form", [band, low_band])
def test_the_band_is_sound_wherever_it_is_shown(form, tongue):
    language.use(tongue)
    found = set()
    for size, text, side, more in itertools.product(SIZES, TEXTS, (0, 1), ({}, LOUD)):
        for turn in (1, 2, 31):
            board = replace(board_of(side, 2, **more), turn=turn)
            tree, below = built(form, board, size, text)
            theme = theme_for(size, "standard", text)
            said = faults(tree, theme)
            if size == SIZES[0]:
                said = [fault for fault in said if ": only " not in fault]      # at the smallest window targets may give way
            found |= {f"{size} {text} {side} turn {turn}: {fault}" for fault in said}
            high = below * theme.scale + 1
            found |= {f"{size} {text}: {node.id} reaches below the band" for node in tree.nodes if node.rect.bottom > high}
    assert not found, "\n".join(sorted(found)[:20])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("tongue", ["en", "ru", "pseudo"])
@pytest.mark.parametrize("form", [band, low_band])
def test_its_numbers_are_exact_whole_and_doors(form, tongue, text):
    language.use(tongue)
    for side in (0, 1):
        board = board_of(side)
        tree, _ = built(form, board, text=text)
        for meter in (board.pressure, board.fatigue):
            value, door = tree.find(f"{meter.id}:value"), tree.find(f"meter:{meter.id}")
            assert value and str(meter.value) in value.lines[0] and value.lines[0] == value.text
            assert door and door.action == f"why:{meter.id}" and door.group == "band" and door.rect.colliderect(value.rect)


def test_what_has_no_room_is_said_shorter_or_left_out():
    wide, _ = built(band, board_of(0, **LOUD))
    tight, _ = built(band, board_of(0, **LOUD), text=1.3)
    assert wide.find("turn").text == "Turn 2 of about 32"
    assert wide.find("fatigue:words").text == "fatigue \u00b7 10 of 10 yarns parted"
    assert len(tight.find("fatigue:words").text) < len(wide.find("fatigue:words").text)
    low, _ = built(low_band, board_of(0, **LOUD), text=2.0)
    assert low.find("pressure:value").text == "1000"


def test_with_very_large_text_the_room_has_the_low_band():
    high, below = built(band, board_of(0), text=1.3)
    low, less = built(band, board_of(0), text=1.5)
    assert below == 136 and less < 136
    assert high.find("band").look[1] == "room" and low.find("band").look[1] == "compact"


def test_the_rope_shows_this_seat_what_it_may_know_and_which_yarns_are_new():
    for side in (0, 1):
        board = board_of(side, fatigue=Meter("fatigue", "", "Fatigue", 612, 480, gloss=""))
        strain = strain_of(board)
        own, theirs = (strain.washington, strain.moscow) if side == 0 else (strain.moscow, strain.washington)
        assert own == 612 and not theirs
        assert strain.fresh == ((2, 0) if side == 0 else (0, 2)) and strain.before == 520
    assert strain_of(board_of(0, 1)).before is None
