"""One summary a turn for each seat: how the rope went, what moved it most, and how it is in the room.

Comes in: a Desk. Goes out: a Paper. No two neighbouring summaries read alike: their sentences are taken in turn.
Never here: a cause that the seat may not know (the lines are its own share of the ledger), a fact of history.
"""

from ..engine.ledger import UNKNOWN
from ..engine.rulebook import CONFRONTATION, LOOSE_ENDS
from ..engine.sides import MOSCOW, WASHINGTON
from .correspondence import signed
from .desk import Desk, Timed

_SENDER = {WASHINGTON: "Situation Room", MOSCOW: "Secretariat of the Presidium"}
_TITLES = ("Summary", "The turn in brief", "For the leader, one page", "Where it stands")
_ROSE = ("The rope is tauter: {now}, {moved}.", "It has tightened, {moved}, to {now}.", "Pressure {now}, a change of {moved}.",
         "The strain went up to {now}, {moved}.")
_FELL = ("The rope is slacker: {now}, {moved}.", "It has eased, {moved}, to {now}.", "Pressure {now}, a change of {moved}.",
         "Some of the strain is gone: {now}, {moved}.")
_STOOD = ("The rope stands where it stood, at {now}.", "Nothing gained and nothing lost: pressure {now}.", "Pressure {now}, as before.")
_MOST = ("What did it most: {cause}.", "More than anything else it was this: {cause}.", "The largest share of that: {cause}.")
_HIDDEN = "The largest share of that has a cause we cannot see."
_BREAKING = 800

_ROOM: dict[tuple[int, str], tuple[str, ...]] = {
    (WASHINGTON, "crisis"): (
        "The cigarette smoke in the Cabinet Room has a layer of its own by now.",
        "Somebody has pinned a calendar to the wall and somebody else has taken it down.",
        "Two drafts of the same paragraph are in circulation, and each has its party.",
        "The President asked for the same photograph twice, and looked at it longer the second time.",
        "A secretary has brought sandwiches. They are eaten without being noticed.",
        "The telephone to the Pentagon is answered before it has rung.",
        "Wives have been told to keep a suitcase packed, and not to say why.",
        "Those who were for bombs in the morning are for patience at night, and the other way about.",
        "A map of the Caribbean lies over a map of Berlin. Nobody has moved either.",
        "Someone read the beginning of an old book on how a war began, and closed it.",
        "It was remarked that the leaves have turned. There was a pause, as if that were classified.",
    ),
    (MOSCOW, "crisis"): (
        "The lamps in the corridor burn day and night; the carpet swallows the messengers.",
        "Tea goes in hot and comes out cold.",
        "The Chairman slept on the sofa with his shoes beside him, in case.",
        "Every report is read twice, once for what it says and once for who signed it.",
        "Somebody proposed that they be seen at the theatre, and it was found a good idea.",
        "Two marshals who never agree have agreed on something. It made nobody easier.",
        "The interpreter was asked what a word meant in English, and then what it meant.",
        "A member of the Presidium counted the signatures under an old decision, and found his own.",
        "The first snow is forecast. The ships were spoken of, and then the snow again.",
        "An officer with a case sits outside the door, and nobody asks for what.",
        "It was said aloud that the other man has children too. It was left standing.",
    ),
    (WASHINGTON, "after"): (
        "People have begun to go home for dinner, and to come back afterwards out of habit.",
        "The first memoirs are being thought of, and it shows in how people speak.",
        "Lawyers have the table now. They are rested.",
        "A senator telephoned to say that he had known it all along.",
        "Nobody calls it over. It is called the matter, and then the file.",
        "The photographs come in by the hundred, and are counted before they are looked at.",
        "An aide asked for the overtime forms, and there was laughter for the first time in a while.",
        "The word victory has been struck out of three drafts by the same hand.",
        "Cards are being printed for the end of the year. The list has grown by two names in Moscow.",
    ),
    (MOSCOW, "after"): (
        "The corridor is dark again at night, and people find that they cannot sleep.",
        "There are new jokes, told low, and they are about us.",
        "The General Staff counts crates, and counts them again for the Americans.",
        "Letters from collective farms congratulate the government on peace. Some of them were not asked for.",
        "The map of Cuba has been rolled up twice, and unrolled twice.",
        "The lawyers of the Ministry have found four meanings in a word of three letters.",
        "It is asked, not loudly, who had the idea in the first place.",
        "The harvest is discussed again, and it is a relief to discuss it.",
        "A fraternal delegation was received, and applauded at the wrong places.",
    ),
}
"""How it is in the room; taken in turn."""
_TAUT = ("Nobody leaves the building.", "Orders are given standing.", "It is within reach of breaking, and everybody speaks softly.")


def report(desk: Desk) -> list[Timed]:
    """The turn's summary."""
    was, now = desk.rose("pressure")
    moved = now - was
    went = desk.pick("rope", _ROSE if moved > 0 else _FELL if moved < 0 else _STOOD).format(now=now, moved=signed(moved))
    stage = int(desk.rulebook.stage_of[int(desk.after.public.phase[0])])
    room = _ROOM[desk.side, "crisis" if stage == CONFRONTATION else "after"]
    taut = desk.pick("taut", _TAUT) if now >= _BREAKING and stage <= LOOSE_ENDS else ""
    return [desk.paper(desk.ends - 10, "summary", "report", desk.pick("title", _TITLES), _SENDER[desk.side],
                       f"{went} {_greatest(desk, moved)}".strip(), f"{desk.pick('room', room)} {taut}".strip())]


def _greatest(desk: Desk, moved: int) -> str:
    """The cause that did most in the direction in which the rope went."""
    shares: dict[str, int] = {}
    for line in desk.lines:
        if line.meter == "pressure":
            shares[line.cause] = shares.get(line.cause, 0) + line.amount
    with_it = {cause: amount for cause, amount in shares.items() if moved and (amount > 0) == (moved > 0)}
    if not with_it:
        return ""
    cause = max(with_it, key=lambda name: abs(with_it[name]))
    return _HIDDEN if cause == UNKNOWN else desk.pick("most", _MOST).format(
        cause=f"{cause.replace(': ', ', ')} ({signed(with_it[cause])})")
