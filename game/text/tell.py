"""A played turn told to the umpire, who may know both sides: what was ordered, said, answered, what happened, and why the rope moved.

Comes in: a Rulebook and a Played turn, or the State of a game that is over. Goes out: lines of at most 80 characters. Never here: a seat's screen.
"""

from collections.abc import Sequence

import numpy as np

from ..engine.ledger import Line
from ..engine.orders import Dispatch, Term
from ..engine.rulebook import Rulebook
from ..engine.sides import SIDE_NAMES, SIDES, WASHINGTON, other
from ..engine.state import State
from ..session.played import Played
from ..wording import endings
from ..wording.aftermath import LABEL
from ..wording.dates import when
from ..wording.desk import listed
from ..wording.manner import how
from ..wording.settings import played_at
from .account import scores
from .screen import plain, signed, wrap

_MOST_CAUSES = 5
_TOLD_OF_A_SIDE = ("fear", "hawks", "home", "allies", "face", "fatigue", "buildup")


def set_lines(rulebook: Rulebook) -> list[str]:
    """How the game was set, if there was something to set."""
    told = played_at(rulebook)
    return wrap(told) if told else []


def turn_lines(rulebook: Rulebook, played: Played) -> list[str]:
    """One turn: its date, both dispatches, the clashes, deals and quarrels, and what moved the pressure."""
    before, after = played.before.public, played.after.public
    date = when(rulebook, WASHINGTON, int(before.minutes[0]), int(before.half_days[0]))
    lines = [f"Turn {played.turn} - {date} - pressure {int(after.pressure[0])}"]
    for side in SIDES:
        lines += _told_of(rulebook, played, side)
    lines += _happened(rulebook, played)
    lines += _moved("Pressure", int(before.pressure[0]), int(after.pressure[0]), [line for line in played.lines if line.meter == "pressure"])
    for side in SIDES:
        lines += wrap(f"{SIDE_NAMES[side]}: {_meters(played, side)}", 2, 2)
    return [plain(line) for line in lines]


def ending_lines(rulebook: Rulebook, state: State, lines: Sequence[Line] = (), signed_in: State | None = None) -> list[str]:
    """How the game ended, why it may have, what was agreed and how each read it, who knew, what it was worth, what came of it."""
    words = endings.words(rulebook, state, lines, signed_in=signed_in)
    told = [f"Ending: {words.title}", *(line for text in words.text for line in wrap(text))]
    for term, washington, moscow in words.agreed:
        told += wrap(f"{term.name}: {term.says} [{how(term)}]", 2, 4)
        if washington != moscow:
            told += [*wrap(f"Washington read: {washington}", 6, 2), *wrap(f"Moscow read: {moscow}", 6, 2)]
    told += [line for text in words.secrets for line in wrap(text)]
    told += [*(wrap(f"{LABEL}:") if words.likely_causes else []), *(line for text in words.likely_causes for line in wrap(text, 2, 2))]
    told += [line for text in words.epilogue for line in wrap(text)]
    return [plain(line) for line in (*told, *scores(words.scores))]


def _told_of(rulebook: Rulebook, played: Played, side: int) -> list[str]:
    """`Washington: Ready the strike. Letter 2 by Embassy cable: ...`"""
    dispatch, names = played.dispatches[side], {order.id: order.name for order in rulebook.orders[side]}
    said = [", ".join(names[id] for id in dispatch.orders)] if dispatch.orders else []
    said += [_letter(rulebook, dispatch, int(played.after.dossier.sent[0, side]))] if dispatch.proposal else []
    if dispatch.answer_to:
        said.append({"accept": "Accepts", "refuse": "Refuses", "counter": "Counters"}[dispatch.answer] + f" {SIDE_NAMES[other(side)]}'s letter "
                    f"{dispatch.answer_to}")
    if dispatch.withdraw:
        said.append(f"Withdraws letter {dispatch.withdraw}")
    return wrap(f"{SIDE_NAMES[side]}: {'. '.join(said) or 'waits'}.", 2, 2)


def _letter(rulebook: Rulebook, dispatch: Dispatch, number: int) -> str:
    offer = dispatch.proposal
    if offer is None:
        return ""
    channel = rulebook.channels[rulebook.channel(offer.channel)].name
    due = f", answer within {offer.deadline_half_days} half-days" if offer.deadline_half_days else ""
    return f"Letter {number}, {channel}{due}: {'; '.join(_term(rulebook, id, term) for id, term in offer.terms.items())}"


def _term(rulebook: Rulebook, id: str, term: Term) -> str:
    issue = rulebook.issues[rulebook.issue(id)]
    form = how(term)
    return f"{issue.name}: {issue.positions[term.position - 1]}{'' if form == 'open, by mouth, loose' else f' [{form}]'}"


def _happened(rulebook: Rulebook, played: Played) -> list[str]:
    before, after, lines = played.before.public, played.after.public, []
    for kind, grade in zip(rulebook.incidents, after.news[0].tolist(), strict=True):
        if grade:
            lines += wrap(f"* {kind.name}{', grave' if grade > 1 else ''}: {kind.serious_text if grade > 1 else kind.text}", 2, 2)
    changed = np.flatnonzero((after.agreed[0] > 0) & (after.agreed[0] != before.agreed[0]))
    struck = [rulebook.issues[int(place)].name for place in changed]
    if struck:
        first = int(after.agreed_at[0]) and not int(before.agreed_at[0])
        lines += wrap(f"= {'Agreement in principle' if first else 'Agreed'}: {listed(struck)}.", 2, 2)
    quarrels = [rulebook.issues[int(place)].name for place in np.flatnonzero(after.disputes_now[0])]
    if quarrels:
        lines += wrap(f"# Quarrel over the wording of: {listed(quarrels)}.", 2, 2)
    if int(after.leaked[0]) and not int(before.leaked[0]):
        lines.append("  # The secret annex is in the newspapers.")
    return lines


def _moved(name: str, before: int, after: int, lines: Sequence[Line]) -> list[str]:
    """`Pressure 430, +113 = 543: Tighten the quarantine +45, ...`; causes of one name are added up, the greatest first."""
    shares: dict[str, int] = {}
    for line in lines:
        shares[line.cause] = shares.get(line.cause, 0) + line.amount
    greatest = sorted(shares, key=lambda cause: -abs(shares[cause]))
    told = ", ".join(f"{cause} {signed(shares[cause])}" for cause in greatest[:_MOST_CAUSES])
    rest = sum(shares[cause] for cause in greatest[_MOST_CAUSES:])
    told += f", the rest {signed(rest)}" if rest else ""
    return wrap(f"{name} {before}, {signed(after - before) if after != before else '+0'} = {after}{f': {told}' if told else ''}.", 2, 2)


def _meters(played: Played, side: int) -> str:
    """Where a side's meters stand, with the turn's change."""
    told = []
    for meter in _TOLD_OF_A_SIDE:
        value = int(getattr(played.after.dossier, meter)[0, side])
        change = value - int(getattr(played.before.dossier, meter)[0, side])
        told.append(f"{meter} {value}{f' ({signed(change)})' if change else ''}")
    return ", ".join(told).replace("buildup", "forces" if side == WASHINGTON else "sites")
