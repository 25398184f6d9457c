"""What a finished game says: how it ended, what it was worth, what was agreed and how each read it, who knew.

Comes in: a Rulebook and the State of a game that is over. Goes out: EndingWords. Never here: a game still running; nothing of this is shown before.
"""

from collections.abc import Sequence

from ..engine.endings import BASE_ACCEPTED, ENDINGS, PARTS, scores, security_parts
from ..engine.ledger import Line
from ..engine.mechanisms.factions import MOTION
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_IDS, SIDE_NAMES, SIDES, WASHINGTON, other
from ..engine.state import SCALE, State
from ..engine.terms import SECRET, Array, is_secret
from .aftermath import by_1969, likely_causes
from .board import EndingWords, Score, TermWords
from .correspondence import term_words
from .dates import day, local
from .desk import listed
from .happenings import hundreds
from .letters import short

TITLES = {
    "war_general": "General war",
    "war_local": "War over Cuba",
    "strike": "The strike",
    "base_accepted": "A base accepted",
    "agreement_kept": "An agreement, and kept",
    "agreement_half_kept": "An agreement, half kept",
    "reassessment": "More than an agreement",
    "drift": "Nothing settled",
    "government_changed": "A government falls",
}

_TEXTS = {
    "war_general":
        """A clash that nobody had ordered was answered by one that somebody had, and with both forces on high alert there was no stage between.

        This account stops here. Whoever kept records afterwards did not agree on the hour it began.""",
    "war_local":
        """A clash that nobody had ordered got out of hand. There was fighting at sea and in Cuba before either capital had the whole picture.

        It was held short of the cities, and for that neither government could claim the credit.""",
    "strike":
        """The bombers went in. A large part of the sites was hit; that every missile was, nobody could say, then or later.

        What had been a quarrel over weapons became one over the dead, and the way back from there was not in anybody's file.""",
    "base_accepted":
        """The sites were finished while both sides argued. There was no day on which it was decided; at some point they were simply there.

        Washington learned to live within their reach, and Moscow to live with having won it.""",
    "agreement_kept":
        """What was promised was done: the missiles went, the bombers after them, and the quarrels over wording stayed quarrels over wording.

        The last text in New York was short and said little. By then it had little left to say.""",
    "agreement_half_kept":
        """There was an agreement, and for the most part it was carried out. What it had left vague was argued to the last day and beyond.

        Each side could show that it had kept its word as it had understood it.""",
    "reassessment":
        """The text was signed without panic, and because nobody had been cornered there was something to build on.

        Within the winter the two governments, and in time Havana, were speaking of more than the removal of weapons.""",
    "drift":
        """No text was found, and no clash decided it. The ships stood where they were; the sites were neither finished nor gone.

        Both sides tired of it, which is not the same as an end.""",
    "government_changed":
        """It was not the other side that ended it. A government that had lost its standing at home lost its office, and the next one was bound by
        nothing that had been said.""",
}
"""Paragraphs between empty lines."""


def words(rulebook: Rulebook, state: State, lines: Sequence[Line] = (), game: int = 0, signed_in: State | None = None) -> EndingWords:
    """The ending of one game that is over; raises ValueError for one that is not.

    `lines`: the umpire's ledger of its last turn; `signed_in`: the state in which the turn of the agreement began, where there was one.
    """
    id = ENDINGS[int(state.umpire.ending[game])]
    if id == "running":
        raise ValueError("the game is still running: it has no ending yet")
    told = scores(rulebook, state)
    both = (_score(rulebook, state, told, WASHINGTON, game), _score(rulebook, state, told, MOSCOW, game))
    text = (*_how_it_came(lines), *_text(rulebook, state, id, game))
    return EndingWords(id, TITLES[id], text, both, _agreed(rulebook, state, game), _secrets(rulebook, state, game),
                       likely_causes(rulebook, state, signed_in, game), by_1969(rulebook, state, game),
                       _annex(state, game), (never_knew(rulebook, state, WASHINGTON, game), never_knew(rulebook, state, MOSCOW, game)))


def _how_it_came(lines: Sequence[Line]) -> tuple[str, ...]:
    """What set the bombers or the ships going, as the umpire's ledger has it."""
    causes = [line.cause for line in lines if line.meter == "strike"]
    if not causes:
        return ()
    if MOTION in causes:
        return ("The Chiefs' motion carried: their sway, the sites they believed in and the forces gathered weighed so much together that the "
                "President could no longer say no. Nobody outside the room saw it coming.",)
    return ("It was ordered: the sheet of the last turn says so.",)


def _score(rulebook: Rulebook, state: State, told: dict[str, dict[str, Array]], side: int, game: int) -> Score:
    def parts(story: str) -> dict[str, int]:
        return {part: int(told[story][part][game, side]) for part in (*PARTS, "total")}
    rules, ending = rulebook.rules.endings, int(state.umpire.ending[game])
    hidden = is_secret(state.public.agreed) & (state.public.leaked == 0)[:, None]
    base = rules.base_face * (ending == BASE_ACCEPTED) * (1 if side == MOSCOW else -1)
    made: dict[str, tuple[tuple[str, int], ...]] = {}
    for story, terms in (("public", state.public.agreed * ~hidden), ("true", state.public.agreed)):
        made[f"{story}.security"] = (("middle", SCALE // 2), *((name, int(amount[game, side]))
                                                               for name, amount in security_parts(rulebook, state, terms).items()))
        made |= {f"{story}.{name}": (("meter", int(getattr(state.dossier, name)[game, side])), ("base", base)) for name in ("home", "allies", "face")}
    return Score(SIDE_IDS[side], parts("public"), parts("true"), made, int(rules.left_per_mille[ending]))


def _text(rulebook: Rulebook, state: State, id: str, game: int) -> tuple[str, ...]:
    public, umpire = state.public, state.umpire
    ends = local(rulebook, WASHINGTON, int(public.minutes[game]))
    text = [" ".join(part.split()) for part in _TEXTS[id].split("\n\n")]
    if id == "government_changed":
        fallen = [name for name, side in (("Washington", WASHINGTON), ("Moscow", MOSCOW)) if int(umpire.ousted[game, side])]
        text.append(f"It happened in {listed(fallen)}.")
    if id in ("war_general", "war_local"):
        grave = [kind.name for kind, grade in zip(rulebook.incidents, public.news[game], strict=True) if int(grade) > 1]
        text.append(f"The last entry in the log: {listed(grave)}." if grave else "The log breaks off before the last entry.")
    signed = int(public.agreed_at[game])
    if signed:
        text.append(f"The agreement in principle was of {day(local(rulebook, WASHINGTON, signed))}.")
    clashes, quarrels = _count(int(umpire.incidents[game]), "clash", "clashes"), _count(int(umpire.disputes[game]), "quarrel", "quarrels")
    text.append(f"The game ended on {day(ends)} {ends.year}, after {int(public.turn[game])} turns, {clashes} "
                f"({int(umpire.serious[game])} of them grave) and {quarrels} over wording.")
    text.append("One good outcome does not prove that the risk was low, and one bad outcome does not prove that it was high.")
    return tuple(text)


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"


def _agreed(rulebook: Rulebook, state: State, game: int) -> tuple[tuple[TermWords, str, str], ...]:
    found = []
    for place, term in enumerate(state.public.agreed[game].tolist()):
        if term:
            issue = rulebook.issues[place]
            readings = [issue.positions[max(int(state.dossier.reading[game, side, place]), 1) - 1] for side in SIDES]
            found.append((term_words(rulebook, place, term), readings[WASHINGTON], readings[MOSCOW]))
    return tuple(found)


def _secrets(rulebook: Rulebook, state: State, game: int) -> tuple[str, ...]:
    secret = [short(rulebook.issues[place].subject) for place, term in enumerate(state.public.agreed[game].tolist()) if term & SECRET]
    if not secret:
        return ("Nothing was agreed in secret.",)
    knew = state.umpire.holders[game]
    paper = " A paper of it exists." if int(state.umpire.paper[game].max()) else " Nothing was put on paper."
    leaked = int(state.public.leaked[game])
    return (f"Kept from the public: {listed(secret)}. {int(knew[WASHINGTON])} people knew in Washington and {int(knew[MOSCOW])} in Moscow.{paper}",
            "It came out while it could still hurt." if leaked else "It did not come out. What is told in public about this crisis leaves it out.")


def _annex(state: State, game: int) -> str:
    if not (state.public.agreed[game] & SECRET).any():
        return ""
    return "out" if int(state.public.leaked[game]) else "kept"


def never_knew(rulebook: Rulebook, state: State, side: int, game: int = 0) -> tuple[str, ...]:
    """What that side believed as it ended, beside what was so."""
    dossier, umpire, them = state.dossier, state.umpire, other(side)
    lines = []
    if side == WASHINGTON:
        counted, were = int(dossier.troops[game, WASHINGTON]), int(dossier.troops[game, MOSCOW])
        if counted != were:
            lines.append(f"Soviet soldiers in Cuba: {hundreds(counted)} were counted, and there were {hundreds(were)}.")
    lines += [f"{what}: the staff put it at {int(believed[game, side])}, and it stood at {int(so[game, them])} of 1000." for what, believed, so in (
        ("The missile sites" if side == WASHINGTON else "The American forces", dossier.estimate, dossier.buildup),
        (f"{SIDE_NAMES[them]}'s fear", dossier.mood, dossier.fear)) if int(believed[game, side]) != int(so[game, them])]
    lines.append(f"{SIDE_NAMES[them]}'s hawks had {int(dossier.hawks[game, them])} of 1000 of the room, and its staff was "
                 f"{int(dossier.fatigue[game, them]) // 10} hours of sleep short.")
    if side == MOSCOW and int(umpire.gunners[game]):
        lines.append("Castro's own gunners had leave to fire.")
    return tuple(lines)
