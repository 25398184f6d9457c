"""What fills the sheet: orders given and dropped, undo, and how a turn is handed in. One function a command.

Comes in: a Seat and the words behind the command. Goes out: lines written, a changed sheet. Never here: a rule, a number of the game.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..engine.state import SCALE
from ..language import t
from ..session.draft import opening_term
from ..wording.reckoning import Part, Reckoning
from . import account, answering, looking, menus, screen

if TYPE_CHECKING:
    from .seat import Seat


def status(seat: Seat, words: list[str]) -> None:
    seat.show([*seat.teacher.opening(), *sheet_lines(seat)])


def orders(seat: Seat, words: list[str]) -> None:
    seat.show(seat.teacher.orders() or menus.orders(seat.board, seat.sheet.orders))


def give(seat: Seat, words: list[str]) -> None:
    numbers = all(word.isdigit() for word in words)
    for word in words if numbers and words else [" ".join(words)]:
        line = seat.order(word)
        line = seat.teacher.offered(line) if line else None
        if line is None:
            return
        if line.id in seat.sheet.orders:
            seat.tell(f"{line.name} is on the sheet already; drop takes it off.")
        elif seat.try_out(seat.sheet.toggled(line.id)):
            left = screen.attention_left(seat.board, len(seat.sheet.orders))
            seat.tell(f"On the sheet: {line.name}. {left[:1].upper()}{left[1:]}.")


def drop(seat: Seat, words: list[str]) -> None:
    line = seat.order(" ".join(words))
    if line is None:
        return
    if line.id in seat.sheet.orders:
        seat.put_down(seat.sheet.toggled(line.id))
        seat.tell(f"Off the sheet: {line.name}.")
    else:
        seat.tell(f"{line.name} is not on the sheet; give puts it there.")


def undo(seat: Seat, words: list[str]) -> None:
    seat.show(sheet_lines(seat) if seat.undo() else ["There is nothing to take back."])


def redo(seat: Seat, words: list[str]) -> None:
    seat.show(sheet_lines(seat) if seat.redo() else ["Nothing was taken back."])


def why(seat: Seat, words: list[str]) -> None:
    if words[:1] == ["issue"]:
        _why_issue(seat, words[1:])
    else:
        looking.why_with(seat, words, len(seat.sheet.orders))


def _why_issue(seat: Seat, words: list[str]) -> None:
    """What the term on the table is worth to whom, or, unsaid, the first step that would be set."""
    line = seat.issue(" ".join(words))
    if line is None:
        return
    term = seat.sheet.terms.get(line.id) or opening_term(line)
    alone = replace(seat.sheet, terms={line.id: term}, counters=0, answer="ignore", answer_to=0).put().dispatch()
    told = seat.game.words(seat.side, alone)
    parts = tuple(Part(t(f"deal.audience-{who}"), amount) for who, amount in told.costs)
    seat.show(account.reckoned(Reckoning(f"{line.name}: {line.positions[term.position - 1]}", 0, parts, told.total, t("deal.nothing-yet"),
                                         t("deal.worth-to-us"), low=-SCALE, high=SCALE)))


def sheet_lines(seat: Seat) -> list[str]:
    """The sheet, the terms that are held back counted."""
    held = len(seat.sheet.terms) if seat.draft.proposal is None else 0
    return screen.sheet(seat.board, seat.draft, held)


def sheet(seat: Seat, words: list[str]) -> None:
    seat.show(sheet_lines(seat))


def send(seat: Seat, words: list[str]) -> None:
    against = seat.game.refusals(seat.side, seat.draft)
    if against:
        seat.show([line for refusal in against for line in screen.wrap(f"Returned: {refusal.reason}", 0, 2)])
        return
    seat.show(sheet_lines(seat))
    if seat.sheet.answer == "accept":
        seat.show(answering.price(seat, "accept", seat.sheet.answer_to))
    free = seat.board.attention - len(seat.sheet.orders)
    if free > 0 and seat.sheet.orders:
        seat.tell(f"{free} order{'s' if free > 1 else ''} not used: saved strength.")
    if seat.draft == type(seat.draft)():
        seat.tell("No orders, no letter. The staff rests, and silence is also news.")
    if seat.read("Send this? It cannot be called back. y or n> ").strip().lower() not in ("y", "yes"):
        seat.tell("Nothing was sent.")
        return
    seat.seal()


def open_all(seat: Seat, words: list[str]) -> None:
    if words and words != ["all"]:
        seat.tell("open all opens every panel now; read N opens a paper.")
    else:
        seat.teacher.open_all()


def skip(seat: Seat, words: list[str]) -> None:
    seat.teacher.skip()


def leave(seat: Seat, words: list[str]) -> None:
    seat.leave()
