"""Writes the playthrough files: a few turns of a game in plain text, for people to read and for a test to compare byte for byte.

    python -m tests.playthroughs.tell

writes them again from the top of the clone. A file that changes means other games from the same seeds: raise RULES_VERSION in
game/engine/turn.py where the rules changed, and read the difference before you keep it.
"""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from game.engine.chance import Luck
from game.engine.digest import as_text, digest, view_digest
from game.engine.endings import AGREEMENTS, ENDINGS, WAR_GENERAL, WAR_LOCAL, scores
from game.engine.ledger import Line, lines_for
from game.engine.orders import TONES, Dispatch, Term, from_sheet, term_of
from game.engine.rulebook import LOOSE_ENDS, Rulebook
from game.engine.sides import SIDE_NAMES, SIDES
from game.engine.state import State
from game.engine.turn import RULES_VERSION, questions_of
from game.engine.view import observe
from tests.whole_games import Played, book, pair, turns

FOLDER = Path(__file__).parent
WIDTH = 140
LOW_ROLL = 30_000
"""Rolls below this are told: what happened, and what nearly did."""
DOSSIER_TOLD = ("fatigue", "fear", "hawks", "trust", "home", "allies", "face", "buildup", "estimate", "reprisal", "cover", "mood", "resolve", "faith",
                "freedom", "credit", "troops")
UMPIRE_TOLD = ("castro", "china", "press", "holders", "paper", "incidents", "serious", "disputes", "withdrawn", "bombers_out", "inspected")


class Story(NamedTuple):
    title: str
    about: str
    pairing: tuple[str, str]
    comes: Callable[[Played], bool]
    """True of the turn that the story is about."""
    before: int
    after: int
    """Turns told before and after it."""


def _stage(state: State) -> int:
    return int(book().stage_of[state.public.phase[0]])


STORIES = {
    "opening": Story("The first night", "two sides that seek a way out, from the address on", ("way-out-washington", "way-out-moscow"),
                     lambda played: played.before.public.turn[0] == 0, 0, 1),
    "deal": Story("An agreement in principle", "what binds, what each side takes it to mean, and what it costs",
                  ("way-out-washington", "way-out-moscow"),
                  lambda played: played.before.public.agreed_at[0] == 0 < played.after.public.agreed_at[0], 0, 0),
    "lost-aircraft": Story("An aircraft is lost", "a serious clash over Cuba, and what the standing instruction makes of it",
                           ("hard-washington", "hard-moscow"),
                           lambda played: bool(((played.after.public.news[0] == 2) & book().incident_loses_aircraft).any()), 0, 1),
    "loose-ends": Story("Two readings", "after the agreement: a dispute over what was meant", ("way-out-washington", "hard-moscow"),
                        lambda played: _stage(played.before) == LOOSE_ENDS and bool(played.after.public.disputes_now.any()), 0, 1),
    "war": Story("A clash gets out of hand", "the last turn of a game that ends in war", ("hard-washington", "way-out-moscow"),
                 lambda played: int(played.after.umpire.ending[0]) in (WAR_GENERAL, WAR_LOCAL), 0, 0),
}


def told(name: str) -> str:
    """The text of one story: the first seed from 0 on whose game has such a turn."""
    story = STORIES[name]
    for seed in range(500):
        course = list(turns(book(), pair(*story.pairing), [seed], recording=True))
        found = next((place for place, played in enumerate(course) if story.comes(played)), None)
        if found is not None and found + story.after < len(course):
            chosen = course[max(found - story.before, 0):found + story.after + 1]
            return "\n".join([*_head(story, seed, len(course)), *(line for played in chosen for line in _turn(played)),
                              *_end(chosen[-1].after)]) + "\n"
    raise LookupError(f"{name}: no game with such a turn among 500 seeds; choose another pairing for it")


def _head(story: Story, seed: int, length: int) -> list[str]:
    ours, theirs = story.pairing
    return [f"{story.title}: {story.about}", f"{book().id}, rules {RULES_VERSION}, {ours} v. {theirs}, seed {seed}, a game of {length} turns", ""]


def _turn(played: Played) -> list[str]:
    state, after, rulebook = played.before, played.after, book()
    public = state.public
    phase = rulebook.phases[int(public.phase[0])]
    begins = rulebook.washington_time(int(public.minutes[0]))
    long = f"{public.half_days[0]} half-days"
    told_lines = [f"== Turn {public.turn[0]} | {begins:%d %b %H:%M} | {phase.id}, {long} | digest {as_text(digest(state)[0])}"]
    told_lines += _wrapped("public", [*_values(state.public, ("pressure", "quarantine", "flights")), f"alert {_both(public.alert[0])}"])
    if public.agreed[0].any():
        told_lines += _wrapped("agreed", _terms(rulebook, public.agreed[0]))
    for side in SIDES:
        view = observe(state, side)
        told_lines += _wrapped(f"{SIDE_NAMES[side]} sees", [*_values(view.own, DOSSIER_TOLD), *_exposure(rulebook, view.own.exposure[0]),
                                                            f"view {as_text(view_digest(view)[0])}"])
        told_lines += _letters(rulebook, state, side)
    told_lines += _wrapped("umpire", _values(state.umpire, UMPIRE_TOLD))
    for side in SIDES:
        told_lines += _wrapped(f"{SIDE_NAMES[side]} does", _said(rulebook, from_sheet(rulebook, observe(state, side), played.sheets[side])))
    told_lines += _wrapped(f"rolls under {LOW_ROLL:,}", _rolls(rulebook, state) or ["none"])
    lines = played.ledger.lines(rulebook)
    for _, alike in groupby(lines, lambda line: (line.mechanism, line.box, line.meter.partition(".")[0], line.cause, line.known_to)):
        told_lines += _entries(list(alike))
    told_lines.append(f"  of these {len(lines)}, " + ", ".join(f"{len(lines_for(lines, side))} are told to {SIDE_NAMES[side]}" for side in SIDES))
    if after.umpire.ending[0]:
        told_lines.append(f"  ending: {ENDINGS[after.umpire.ending[0]]}")
    return [*told_lines, ""]


def _entries(alike: list[Line]) -> list[str]:
    """Entries of one cause on the parts of one meter, on one line where that saves any."""
    first = alike[0]
    hides = "" if len(first.known_to) == 2 else f"  [{', '.join(SIDE_NAMES[side] for side in first.known_to) or 'umpire'}]"
    moved = [f"{line.meter if len(alike) == 1 else line.meter.partition('.')[2]} {line.before} {line.amount:+} = {line.after}" for line in alike]
    if len(alike) == 1:
        return [f"  {first.mechanism:14} {first.box}.{moved[0]}: {first.cause}{hides}"]
    front = first.meter.partition(".")[0]
    return _wrapped(f"  {first.mechanism:14} {first.box}.{front}, {first.cause}{hides}", moved)


def _end(state: State) -> list[str]:
    public, ending = state.public, int(state.umpire.ending[0])
    lines = [f"== After turn {public.turn[0] - 1} | digest {as_text(digest(state)[0])}"]
    if ending:
        kept = "an agreement" if ending in AGREEMENTS else "no agreement"
        lines.append(f"ended: {ENDINGS[ending]}, {kept}")
        lines += [f"score, {story}: " + ", ".join(f"{part} {_both(values[0])}" for part, values in parts.items()) for story,
                  parts in scores(book(), state).items()]
    return lines


def _both(values: np.ndarray) -> str:
    return " / ".join(str(int(value)) for value in values)


def _values(box: object, names: tuple[str, ...]) -> list[str]:
    return [f"{name} {_both(np.atleast_1d(getattr(box, name)[0]))}" for name in names]


def _exposure(rulebook: Rulebook, exposure: np.ndarray) -> list[str]:
    return [f"exposure.{issue.id} {value}" for issue, value in zip(rulebook.issues, exposure, strict=True) if value]


def _terms(rulebook: Rulebook, codes: np.ndarray) -> list[str]:
    return [_term(issue.id, term_of(int(code))) for issue, code in zip(rulebook.issues, codes, strict=True) if code]


def _term(id: str, term: Term) -> str:
    said = [word for word in ("secret", "paper", "exact", "news") if getattr(term, word)]
    return " ".join([f"{id} at {term.position}", *said, *([f"if {' and '.join(term.conditions)}"] if term.conditions else [])])


def _letters(rulebook: Rulebook, state: State, writer: int) -> list[str]:
    public, told_lines = state.public, []
    for slot, number in enumerate(public.letter_number[0, writer]):
        if number:
            due = int(public.letter_due[0, writer, slot])
            when = f", to be answered by {rulebook.washington_time(due):%d %b %H:%M}" if due else ""
            how = f"{rulebook.channels[int(public.letter_channel[0, writer, slot])].id}, {TONES[int(public.letter_tone[0, writer, slot])]}"
            what = "; ".join(_terms(rulebook, public.letters[0, writer, slot]))
            old = f"{public.letter_age[0, writer, slot]} turns old"
            told_lines += _wrapped(f"on the table, {SIDE_NAMES[writer]}'s letter {number} by {how}, {old}{when}", [what])
    return told_lines


def _said(rulebook: Rulebook, dispatch: Dispatch) -> list[str]:
    said = list(dispatch.orders)
    if dispatch.proposal:
        terms = "; ".join(_term(id, term) for id, term in dispatch.proposal.terms.items())
        limit = f", {dispatch.proposal.deadline_half_days} half-days to answer" if dispatch.proposal.deadline_half_days else ""
        said.append(f"proposes by {dispatch.proposal.channel}, {dispatch.proposal.tone}{limit}: {terms}")
    if dispatch.answer_to:
        said.append(f"{dispatch.answer}s letter {dispatch.answer_to}")
    if dispatch.withdraw:
        said.append(f"withdraws letter {dispatch.withdraw}")
    return said or ["nothing"]


def _rolls(rulebook: Rulebook, state: State) -> list[str]:
    questions = questions_of(rulebook)
    luck = Luck(questions, state.umpire.seed, state.public.turn)
    drawn = {label: luck[label][0] for label in questions.places}
    each = {label: np.atleast_1d(values) for label, values in drawn.items()}
    flat = [int(value) for label in questions.places for value in each[label]]
    return [f"{label} {roll:,}" for label, roll in zip(questions.labels, flat, strict=True) if roll < LOW_ROLL]


def _wrapped(head: str, parts: list[str]) -> list[str]:
    lines, line = [], f"{head}:"
    for place, part in enumerate(parts):
        said = part + ("," if place < len(parts) - 1 else "")
        if len(line) + 1 + len(said) > WIDTH and line.strip():
            lines.append(line)
            line = "   "
        line += f" {said}"
    return [*lines, line]


def main() -> None:
    """Writes every file anew."""
    for name in STORIES:
        (FOLDER / f"{name}.txt").write_text(told(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
