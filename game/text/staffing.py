"""What the staff counts when it is asked: how the next days may go, who would take our letter, what an order is likely to do. One command.

Comes in: a Seat and the words behind the command. Goes out: lines written. Never here: counting (session/staff does it), a number of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.orders import Dispatch
from ..engine.sides import SIDE_NAMES, other
from ..language import t
from ..session.staff.jobs import whole
from ..wording import acceptance, likely
from . import account, screen
from .menus import numbered

if TYPE_CHECKING:
    from .seat import Seat


def staff(seat: Seat, words: list[str]) -> None:
    """The forecast with the sheet as it stands and the chances of the letter on the table; `order N` and `orders`: what orders are likely to do."""
    if words[:1] == ["order"]:
        _order(seat, words[1:])
    elif words[:1] == ["orders"]:
        _orders(seat)
    else:
        _forecast(seat)
        if seat.sheet.terms:
            _letter(seat)


def _forecast(seat: Seat) -> None:
    found = likely.ways(whole("forecast", seat.game.question(seat.side, seat.draft)))
    seat.show([screen.rule(t("orders.forecast").upper()), *screen.wrap(found.note)] if found.note else
              [screen.rule(t("orders.forecast").upper()), *screen.wrap(t("orders.forecast-aside"))])
    for way, share in found.ways:
        seat.show(screen.wrap(f"{t(f'orders.way-{way}')}: {share.middle} ({share.low}-{share.high}) in 100", 1, 3))
    for way, _ in found.ways:
        seat.show(account.reckoned(likely.of_way(found, way)))


def _letter(seat: Seat) -> None:
    draft = seat.sheet.put().dispatch()
    found = acceptance.told(whole("acceptance", seat.game.question(seat.side, draft)))
    seat.show([screen.rule("OUR LETTER"), *screen.wrap(found.in_words)])
    if found.is_counted and not found.note:
        seat.show(account.reckoned(acceptance.reckoning(found, SIDE_NAMES[other(seat.side)])))


def _order(seat: Seat, words: list[str]) -> None:
    line = seat.order(" ".join(words))
    if line is None:
        return
    found = likely.likely(whole("effects", seat.game.question(seat.side, Dispatch())), line.id)
    if found is None:
        seat.tell(f"{line.name}: {likely.fixed(line)}.")
        return
    seat.show([screen.rule(line.name), *(text for words in likely.lines(seat.board, line, found) for text in screen.wrap(words, 0, 2))])
    seat.show(account.reckoned(likely.reckoning(seat.board, line, found)))


def _orders(seat: Seat) -> None:
    count = whole("effects", seat.game.question(seat.side, Dispatch()))
    seat.show([screen.rule("WHAT ORDERS ARE LIKELY TO DO")])
    for number, line in enumerate(numbered(seat.board), 1):
        found = likely.likely(count, line.id)
        if found:
            seat.show(screen.wrap(f"{number:>3} {line.name}: {likely.short(seat.board, found) or likely.fixed(line)}", 0, 4))
