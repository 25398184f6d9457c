"""What each step of a ladder says when it stands in a letter: once loosely, once exactly, in the game's own words.

Comes in: an issue and a position. Goes out: a sentence without its capital, with names to be filled in by the writer. An author who
rewords a rung gets the rung's own words instead, so a letter never says what its scenario does not.
Never here: a sentence from a real letter. The subjects and steps follow history/terms.md (T01 to T24; T06B and T06S are the dials of V1 to V15).
"""

from ...engine.rulebook import Issue
from ...engine.sides import MOSCOW, WASHINGTON
from . import cuba, pledges, weapons, world
from .form import Clause

BOTH = 2
"""A term that both have to carry out."""

DOES = {"T01": MOSCOW, "T02": MOSCOW, "T03": MOSCOW, "T04": MOSCOW, "T05": WASHINGTON, "T06": WASHINGTON, "T06B": WASHINGTON, "T06S": WASHINGTON,
        "T07": WASHINGTON, "T08": WASHINGTON, "T09": WASHINGTON, "T10": WASHINGTON, "T11": WASHINGTON, "T12": MOSCOW, "T13": WASHINGTON,
        "T14": WASHINGTON, "T15": BOTH, "T16": BOTH, "T17": BOTH, "T18": BOTH, "T19": BOTH, "T20": WASHINGTON, "T21": MOSCOW, "T22": MOSCOW,
        "T23": WASHINGTON, "T24": WASHINGTON}
"""Who would have to do something: a letter asks first and gives afterwards. Havana's part is asked of Moscow, which speaks for it."""

CLAUSES: dict[str, tuple[Clause, ...]] = weapons.CLAUSES | pledges.CLAUSES | cuba.CLAUSES | world.CLAUSES


def clause(issue: Issue, position: int, exact: bool, by_mouth: bool = False) -> str:
    """The sentence, without its capital and with {names} open; the rung's own words where none was written for them."""
    rung = issue.positions[position - 1]
    for known in CLAUSES.get(issue.id, ()):
        if known.rung == rung:
            return known.words(exact, by_mouth)
    plain = rung[:1].lower() + rung[1:]
    return f"as to {issue.subject}, {'in these words and no others' if exact else 'in substance'}: {plain}".replace("{", "{{").replace("}", "}}")


def promises_a_paper(issue: Issue, position: int) -> bool:
    """Whether that rung, only said, still speaks of a paper that is to come."""
    rung = issue.positions[position - 1]
    return any(known.rung == rung and known.by_mouth for known in CLAUSES.get(issue.id, ()))
