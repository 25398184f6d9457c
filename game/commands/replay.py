"""A saved game watched, checked or stepped through."""

from pathlib import Path

from ..engine.sides import SIDE_IDS
from ..session import narrate
from ..session.played import is_over, signed_in
from ..session.replay import Opened, open_save
from ..session.store import Unfit
from ..session.telling import ending_told, turn_told
from ..text import tell
from .speak import DONE, NOT_SO, print_json, say, stop


def replay(save: Path, verify: bool, turn: int | None, side: int | None, as_json: bool) -> int:
    """Prints the game as that side may see it (None: whole), or the verdict on its file; the exit code."""
    try:
        opened = open_save(save)
    except Unfit as unfit:
        return _verdict_on_none(str(unfit), save, verify, as_json)
    if verify:
        return _verdict(opened, as_json)
    if opened.dropped:
        say(opened.dropped)
    if opened.is_read_only:
        say(opened.damage or opened.other_rules)
    if turn is not None and turn > len(opened.played):
        stop(f"--turn {turn}: {save} has {len(opened.played)} turns{' that can be trusted' if opened.is_read_only else ''}.")
    _tell(opened, turn, side, as_json)
    return NOT_SO if opened.damage else DONE


def _tell(opened: Opened, turn: int | None, side: int | None, as_json: bool) -> None:
    if not as_json:
        eyes = "" if side is None else f", as {SIDE_IDS[side].capitalize()} saw it"
        print(f"{opened.rulebook.name}{eyes}")
        print("".join(f"{line}\n" for line in tell.set_lines(opened.rulebook)), end="")
    for played in opened.played if turn is None else opened.played[turn - 1:turn]:
        told = turn_told(opened.rulebook, played, side)
        if as_json:
            print_json(told)
        else:
            print("\n".join(tell.turn_lines(opened.rulebook, played) if side is None else narrate.turn_lines(opened.rulebook, told)))
    if turn is None and is_over(opened.state):
        told = ending_told(opened.rulebook, opened.state, side)
        if as_json:
            print_json(told)
        else:
            lines = (tell.ending_lines(opened.rulebook, opened.state, opened.played[-1].lines, signed_in(opened.played)) if side is None
                     else narrate.ending_lines(opened.rulebook, told))
            print("\n".join([*lines, f"Digest {told['digest']}"]))
    elif turn is None and not as_json:
        print("The game is not over.")


def _verdict(opened: Opened, as_json: bool) -> int:
    problem = opened.damage or opened.other_rules
    ending = ending_told(opened.rulebook, opened.state)["ending"] if is_over(opened.state) else ""
    if opened.dropped:
        say(opened.dropped)
    if as_json:
        print_json({"file": str(opened.path), "verified": not problem, "turns": len(opened.played), "ending": ending or None, "problem": problem})
    elif problem:
        say(problem)
    else:
        print(f"{opened.path}: verified, {len(opened.played)} turns, {'ending ' + ending if ending else 'not over'}.")
    return NOT_SO if problem else DONE


def _verdict_on_none(problem: str, save: Path, verify: bool, as_json: bool) -> int:
    if verify and as_json:
        print_json({"file": str(save), "verified": False, "turns": 0, "ending": None, "problem": problem})
    else:
        say(problem)
    return NOT_SO
