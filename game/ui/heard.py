"""What is heard when: the rope at a reckoning, the machine or the telephone when papers lie in the tray, the stamp under a signature.

Comes in: the App, a Board. Goes out: sounds asked for. Never here: a sound that somebody else in the room could learn from: where two people share
the machine only what both know anyway is heard, the stamp and the rope.
"""

from typing import TYPE_CHECKING

from ..wording.board import Board

if TYPE_CHECKING:
    from .app import App

BY_MOUTH = ("envoy",)
"""Channels whose word arrives by telephone: somebody asks to be seen."""


def sat_down(app: "App", board: Board, is_alone: bool) -> None:
    """The rope creaks where there is a reckoning to be seen, then what has arrived is heard to arrive."""
    if board.ledger:
        app.hear("rope", board.pressure.value)
    arrived = [paper for paper in board.papers if paper.is_new and not paper.is_own]
    if not is_alone or not arrived:
        return
    calls = any(paper.letter and paper.channel in BY_MOUTH for paper in arrived)
    app.hear(f"telephone-{board.side}" if calls else "teletype")


def signed(app: "App") -> None:
    """The stamp comes down."""
    app.hear("stamp")
