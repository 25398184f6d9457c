"""What lies on the deal table: terms said and unsaid, held back or put, by which channel, in which tone, by when. One function a command.

Comes in: a Seat and the words behind the command. Goes out: lines written, a changed sheet. Never here: a rule, a number of the game.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..engine.orders import TONES, Term
from ..engine.terms import CONDITIONS
from ..session.draft import DEADLINES
from ..wording.manner import how
from . import looking, screen, table
from .parse import number

if TYPE_CHECKING:
    from .seat import Seat

_FORMS = {"secret": "secret", "written": "paper", "paper": "paper", "exact": "exact", "news": "news", "open": "", "loose": "", "spoken": "",
          "oral": "", "mouth": "", "pledge": ""}
_IF, _AND = "if", "and"
HOW_TO_SAY = (
    ("secret", "known to a few on both sides; costs little at home and with allies until it leaks"),
    ("written", "on paper: worth more to Moscow, dear to Washington, and a secret that is on paper is found the sooner; not by a spoken channel"),
    ("exact", "in words that can be read one way only; needs the order Draft exactly on the same sheet"),
    ("news", "told as something that will happen anyway, and not promised: costs less, binds less, is read a step further apart"),
    ("if supervised", "holds once United Nations inspectors have stood on Cuban soil"),
    ("if conduct", "lapses when Castro's own guns are told to fire"),
    ("if lasting", "holds once the bombers are settled as well"),
    ("if treaty", "leaves the treaties of the American states as they are, and is quarrelled over for as long as it stands"),
)
"""What each word behind `say N STEP` does."""


def deal(seat: Seat, words: list[str]) -> None:
    looking.show_deal(seat, words, seat.sheet.terms)


def issue(seat: Seat, words: list[str]) -> None:
    found = seat.issue(" ".join(words))
    if found:
        seat.show(table.issue(found, seat.sheet.terms.get(found.id)))


def say(seat: Seat, words: list[str]) -> None:
    before = next((place for place, word in enumerate(words) if place and number(word) is not None), 1)      # the name may be several words
    name, words = " ".join(words[:before]), words[before:]
    issue = seat.issue(name)
    if issue is None:
        return
    step = number(words[0]) if words else None
    said_so = words[1:words.index(_IF)] if _IF in words else words[1:]
    asked = [word.strip(",") for word in words[words.index(_IF) + 1:] if word != _AND] if _IF in words else []
    unknown, unheard = [word for word in said_so if word not in _FORMS], [word for word in asked if word not in CONDITIONS]
    if step is None or not 1 <= step <= len(issue.positions):
        seat.tell(f"{issue.name}: a step from 1 to {len(issue.positions)} is needed, for instance: say {name} 2 secret.")
    elif unknown:
        seat.tell(f"{unknown[0]!r} is no way of saying it; secret, written, exact and news are (left out: open, spoken, loose, pledge).")
    elif unheard or (_IF in words and not asked):
        may = ", ".join(issue.conditions) or "nothing, on this issue"
        seat.tell(f"{unheard[0] if unheard else 'nothing'!r} is no condition; a term on {issue.name} can hang on: {may}.")
    else:
        said = {_FORMS[word] for word in said_so}
        hangs_on = tuple(id for id in CONDITIONS if id in asked)
        term = Term(step, "secret" in said, "paper" in said, "exact" in said, "news" in said, hangs_on)
        seat.show(screen.wrap(f"{issue.name}: {issue.positions[step - 1]} [{how(term)}].", 0, 2))
        _lay(seat, issue.id, term)


def _lay(seat: Seat, issue: str, term: Term) -> None:
    """The term lies on the table, and goes out with the orders unless the letter is held back."""
    sheet = seat.sheet
    goes = sheet.is_put or (not sheet.terms and not sheet.counters)
    laid = sheet.with_term(issue, term)
    seat.put_down(laid.put() if goes else laid)
    if not goes:
        seat.tell("The letter is held back; put sends it with the orders.")


def unsay(seat: Seat, words: list[str]) -> None:
    if words == ["all"]:
        seat.change(replace(seat.sheet.unput(), terms={}, deadline=0, counters=0))
        seat.tell("The deal table is empty; no proposal goes out.")
        return
    found = seat.issue(" ".join(words))
    if found:
        seat.put_down(seat.sheet.with_term(found.id, None))
        seat.tell(f"{found.name} is left unsaid.")


def hold(seat: Seat, words: list[str]) -> None:
    seat.change(seat.sheet.unput())
    seat.tell("The terms stay on the table and do not go out; put sends them." if seat.sheet.terms else "Nothing lies on the deal table.")


def put(seat: Seat, words: list[str]) -> None:
    if not seat.sheet.terms:
        seat.tell("Nothing is said yet: say N STEP puts a term on the table.")
        return
    seat.put_down(seat.sheet.put())
    seat.tell(f"It goes out with the orders{f', as our counter-offer to letter {seat.sheet.counters}' if seat.sheet.counters else ''}.")


def channel(seat: Seat, words: list[str]) -> None:
    lines = seat.board.channels
    if not words:
        seat.show(table.channels(seat.board, seat.sheet.channel))
        return
    asked = " ".join(words)
    place = number(asked)
    found = [line for at, line in enumerate(lines, 1) if place == at or line.id == asked or line.name.lower().startswith(asked)]
    if len(found) != 1:
        seat.tell(f"{asked!r} is no channel; give a number from 1 to {len(lines)}: {', '.join(line.name for line in lines)}.")
        return
    seat.tell(f"The letter goes by: {found[0].name}, {found[0].arrives}.")
    seat.put_down(replace(seat.sheet, channel=found[0].id))


def deadline(seat: Seat, words: list[str]) -> None:
    half_days = number(words[0]) if words else None
    if half_days not in DEADLINES:
        seat.tell(f"deadline: a number of half-days is needed, one of {', '.join(map(str, DEADLINES))}; 0 asks for no answer by a day.")
    elif seat.try_out(replace(seat.sheet, deadline=half_days or 0)):
        seat.tell(f"They are given {half_days} half-days: it is an ultimatum now." if half_days else "No deadline.")


def tone(seat: Seat, words: list[str]) -> None:
    asked = " ".join(words)
    if not words:
        seat.show(table.tones(seat.sheet.tone))
        return
    found = [tone for tone in TONES if tone.startswith(asked)]
    if len(found) != 1:
        seat.tell(f"{asked!r} is no tone; known: {', '.join(TONES)}.")
        return
    seat.put_down(replace(seat.sheet, tone=found[0]))
    seat.tell(f"The letter will speak {'plainly' if found[0] == 'plain' else f'in the {found[0]} tone'}.")


def letter(seat: Seat, words: list[str]) -> None:
    goes = seat.sheet if seat.sheet.is_put or not seat.sheet.terms else seat.sheet.put()      # what is held back is read as it would go
    seat.show(table.proposal(seat.game.words(seat.side, goes.dispatch())))
