"""Would they take it? The draft's letter is sent in every imagined world, and each government answers it as it answers letters.

Comes in: a Question. Goes out: counts as JSON values, a part at a time: how many take it, by doctrine and level; what another step of an issue
would do. Never here: the real other side; a number that was not counted.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from ...engine.legal import refusals
from ...engine.orders import ACCEPT, Sheet, empty_sheet, to_sheet
from ...engine.rulebook import Rulebook
from ...engine.sides import WASHINGTON, other
from ...engine.state import State
from ...engine.terms import POSITIONS, Array, code, position
from ...engine.turn import resolve
from ...engine.view import observe
from ...players.doctrine import LEVELS
from .asked import Question, book_of, dispatch_of
from .worlds import Worlds, casts, imagined, joined, sheets

TURNS = 4
"""Turns in which an answer is waited for; ours, meanwhile, is silence."""
PARTS = 4
Answer = dict[str, Any]


def acceptance(question: Question, part: int) -> Answer:
    """How the governments of one part of the imagined worlds answer the draft's letter; or `none`, why that cannot be counted."""
    rulebook, side = book_of(question), question["side"]
    worlds = imagined(rulebook, question)
    reason = why_not(rulebook, question, worlds)
    if worlds is None or reason:
        return {"none": reason, "parts": 1}
    some = worlds.part(part, PARTS)
    takes, barred = _answered(rulebook, some, side, _sheet(rulebook, question, some))
    return {"parts": PARTS, "of": len(worlds), "turns": TURNS, "kinds": _kinds(rulebook, some, other(side), takes, takes & barred)}


def steps(question: Question, part: int) -> Answer:
    """How many would take the letter on first reading with one issue at each of its steps, and all the rest as it lies."""
    rulebook, side = book_of(question), question["side"]
    worlds = imagined(rulebook, question)
    reason = why_not(rulebook, question, worlds)
    if worlds is None or reason:
        return {"none": reason, "parts": 1}
    id = question["issues"][part]
    number = int(worlds.state.dossier.sent[0, side]) + 1
    read = _until_read(rulebook, worlds, side, number, _sheet(rulebook, question, worlds))
    takes = _with_other_steps(rulebook, read, side, number, rulebook.issue(id)) if len(read) else np.zeros((0, POSITIONS), bool)
    return {"parts": len(question["issues"]), "of": len(worlds), "steps": {id: [int(count) for count in takes.sum(axis=0)]}}


def why_not(rulebook: Rulebook, question: Question, worlds: Worlds | None) -> str:
    """Why nothing can be counted: `no game`, `no proposal`, `refused`; empty if it can."""
    if worlds is None:
        return "no game"
    dispatch = dispatch_of(question)
    if dispatch.proposal is None:
        return "no proposal"
    return "refused" if refusals(rulebook, observe(worlds.state, question["side"]), dispatch) else ""


def _sheet(rulebook: Rulebook, question: Question, worlds: Worlds) -> Sheet:
    """The draft as our sheet in every world."""
    return tiled(to_sheet(rulebook, observe(worlds.state, question["side"]), dispatch_of(question)), len(worlds))


def tiled(sheet: Sheet, count: int) -> Sheet:
    """One row of a sheet for many games."""
    return Sheet(*(np.repeat(values[:1], count, axis=0) for values in vars(sheet).values()))


def _turn(rulebook: Rulebook, worlds: Worlds, side: int, ours: Sheet, theirs: Sheet) -> State:
    return resolve(rulebook, worlds.state, (ours, theirs) if side == WASHINGTON else (theirs, ours))[0]


def _answered(rulebook: Rulebook, worlds: Worlds, side: int, sheet: Sheet) -> tuple[Array, Array]:
    """(n,) who takes our letter within the turns, and (n,) whom the Council or Congress then stops."""
    count, number = len(worlds), int(worlds.state.dossier.sent[0, side]) + 1
    takes, barred, places = np.zeros(count, bool), np.zeros(count, bool), np.arange(count)
    for turn in range(TURNS):
        theirs = sheets(rulebook, worlds, other(side))
        yes = _says_yes(worlds, theirs, side, number)
        after = _turn(rulebook, worlds, side, empty_sheet(rulebook, len(worlds)) if turn else sheet, theirs)
        takes[places[yes]] = True
        barred[places[yes]] = after.public.barred[yes] > 0
        stays = np.flatnonzero((after.umpire.ending == 0) & ~yes)
        worlds, places = replace(worlds, state=after).take(stays), places[stays]
        if not len(worlds):
            break
    return takes, barred


def _says_yes(worlds: Worlds, theirs: Sheet, side: int, number: int) -> Array:
    """(n,) where their sheet accepts our letter of that number, and it lies there to be accepted."""
    yes: Array = (theirs.answer == ACCEPT) & (theirs.answer_to == number) & (worlds.state.public.letter_number[:, side] == number).any(axis=1)
    return yes


def _until_read(rulebook: Rulebook, worlds: Worlds, side: int, number: int, sheet: Sheet) -> Worlds:
    """The worlds in which our letter has come to lie on the table, at that moment."""
    read: list[Worlds] = []
    for turn in range(TURNS):
        after = _turn(rulebook, worlds, side, empty_sheet(rulebook, len(worlds)) if turn else sheet, sheets(rulebook, worlds, other(side)))
        worlds = replace(worlds, state=after)
        lies = (after.public.letter_number[:, side] == number).any(axis=1)
        read.append(worlds.take(np.flatnonzero(lies)))
        worlds = worlds.take(np.flatnonzero(~lies & (after.umpire.ending == 0)))
        if not len(worlds):
            break
    return joined(read)


def _with_other_steps(rulebook: Rulebook, worlds: Worlds, side: int, number: int, issue: int) -> Array:
    """(n, 5) who says yes if that issue stood at that step; where nothing was said of it, openly and on paper."""
    state = worlds.state
    games, slots = np.nonzero(state.public.letter_number[:, side] == number)
    said, found = state.public.letters[games, side, slots, issue], np.zeros((len(worlds), POSITIONS), bool)
    for step in range(1, POSITIONS + 1):
        state.public.letters[games, side, slots, issue] = np.where(said > 0, said - position(said) + step, code(step, paper=True))
        found[:, step - 1] = _says_yes(worlds, sheets(rulebook, worlds, other(side)), side, number)
    return found


def _kinds(rulebook: Rulebook, worlds: Worlds, them: int, takes: Array, barred: Array) -> list[Answer]:
    """A line for each doctrine at each level: how many were asked, how many take it, how many of those are stopped."""
    found = []
    for place, doctrine in enumerate(casts(rulebook)[them]):
        for level in LEVELS:
            rows = np.flatnonzero((worlds.doctrine[them] == place) & (worlds.level[them] == level))
            if rows.size:
                found.append({"name": doctrine.name, "level": level, "asked": int(rows.size), "take": int(takes[rows].sum()),
                              "barred": int(barred[rows].sum())})
    return found
