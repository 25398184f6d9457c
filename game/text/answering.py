"""What answers a letter: accept, refuse, counter, ignore; an own one is withdrawn. One function a command.

Comes in: a Seat and the words behind the command. Goes out: lines written, a changed sheet. Never here: a rule, a number of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..wording import accepting
from . import looking, screen
from .parse import number

if TYPE_CHECKING:
    from .seat import Seat


def price(seat: Seat, answer: str, letter: int) -> list[str]:
    """What that answer to their letter moves and what is to be minded, before it is given."""
    told_price = seat.game.price(seat.side, letter) if answer == "accept" else None
    if told_price:
        return [line for text in accepting.told(told_price, seat.draft.proposal is not None) for line in screen.wrap(text, 2, 2)]
    every = (each for each in seat.board.letters if not each.is_ours and each.paper.letter == letter)
    option = next((option for each in every for option in each.options if option.id == answer), None)
    if option is None:
        return []
    moves = ", ".join(f"{name} {screen.signed(amount)}" for name, amount in option.price)
    told = [f"Price: {moves}."] if moves else []
    return [line for text in (*told, *option.notes) for line in screen.wrap(text, 2, 2)]


def giving(answer: str) -> Callable[[Seat, list[str]], None]:
    """The command that accepts or refuses: its price is told before anything is sent."""
    def run(seat: Seat, words: list[str]) -> None:
        letter = _their_letter(seat, answer, words)
        if not letter:
            return
        is_so = (seat.sheet.answer, seat.sheet.answer_to) == (answer, letter)
        if is_so or seat.try_out(seat.sheet.answering(answer, letter)):
            seat.tell(f"You {answer} their letter {letter}, once the turn is sent. ignore takes that back.")
            seat.show(price(seat, answer, letter))
    return run


def _their_letter(seat: Seat, verb: str, words: list[str]) -> int:
    """The number of a letter of theirs on the table; 0 after a sentence that says what would be right. Alone on the table it need not be named."""
    open_now = [paper.letter for paper in seat.board.papers if paper.letter and not paper.is_own]
    asked = number(words[0]) if words else None
    if asked in open_now:
        return asked or 0
    if not words and len(open_now) == 1:
        return open_now[0]
    choice = f"open: {', '.join(map(str, open_now))}" if open_now else "none of theirs lies open"
    seat.tell(f"{verb}: the number of a letter of theirs is needed; {choice}.")
    return 0


def counter(seat: Seat, words: list[str]) -> None:
    letter = _their_letter(seat, "counter", words)
    if not letter:
        return
    paper = next(paper for paper in seat.board.papers if paper.letter == letter and not paper.is_own)
    seat.put_down(seat.sheet.countering(paper).put())
    seat.tell(f"Their letter {letter} lies on the deal table: change it with say and unsay; it goes back as our counter-offer.")
    looking.show_deal(seat, [], seat.sheet.terms)


def ignore(seat: Seat, words: list[str]) -> None:
    sheet = seat.sheet
    if sheet.answer == "counter":
        seat.change(sheet.unput())
        seat.tell("No answer goes out; the terms stay on the table, held back.")
        return
    if sheet.answer_to:
        seat.change(sheet.answering(sheet.answer, sheet.answer_to))
    seat.tell("No answer goes out.")


def withdraw(seat: Seat, words: list[str]) -> None:
    own = [paper.letter for paper in seat.board.papers if paper.is_own and paper.letter]
    asked = number(words[0]) if words else None
    if asked == 0:
        seat.change(seat.sheet.withdrawing(seat.sheet.withdraw))
        seat.tell("No letter is withdrawn.")
    elif asked is None or asked not in own:
        choice = f"could be: {', '.join(map(str, own))}" if own else "none lies open"
        seat.tell(f"withdraw: the number of a letter of ours is needed; {choice}.")
    elif seat.sheet.withdraw == asked or seat.try_out(seat.sheet.withdrawing(asked)):
        seat.tell(f"Our letter {asked} is taken back once the turn is sent; withdraw 0 lets it stand.")
