"""Names and one-sentence explanations: of meters, channels, stages of the game.

Comes in: ids as the ledger uses them. Goes out: words. Never here: a number of the game in progress.
"""

from dataclasses import dataclass

from ..engine.rulebook import CONFRONTATION, LOOSE_ENDS, SETTLEMENT, Phase, Rulebook
from ..engine.sides import SIDE_IDS, other
from ..engine.state import OF_EACH_SIDE
from ..language import has, t


@dataclass(frozen=True)
class Gloss:
    name: str
    says: str


PUBLIC = ("pressure", "quarantine", "flights", "alert.washington", "alert.moscow", "frame.washington", "frame.moscow", "ultimata.washington",
          "ultimata.moscow", "council", "story", "paper_asked", "drafts")
"""The meters that both governments see, as a list of them runs."""

READING_ORDER = ("fear", "hawks", "home", "allies", "face", "trust", "buildup", "estimate", "reprisal", "cover")
"""A side's own meters as a board lists them; fatigue stands apart, exposures come last."""
ON_THE_CHART = ("quarantine", "flights", "alert.washington", "alert.moscow")
"""Public ones that every board shows beside them."""
MORE = ("mood", "resolve", "faith", "freedom", "troops", "raids", "aim", "envoy_away", "credit", "ankara", "jupiters_gone")
"""A side's other meters: further down, or a step away in the ledger."""
WHEN_SOMETHING = ("aim", "envoy_away", "credit", "ankara", "jupiters_gone", "frame", "ultimata", "council", "story", "paper_asked", "drafts", "away")
"""Shown only where they are or were something: until then they have no meaning."""
UNSEEN = ("castro", "press", "china", "gunners")
"""What orders push and no government is shown."""
STATES = ("frame", "story", "paper_asked", "aim")
"""Meters whose numbers are answers to a question, not amounts: an order's text says what it answers."""
ESTIMATES = ({"estimate", "troops", "mood", "resolve"}, {"estimate", "mood", "resolve"})
"""What each side knows with an error."""
_NEVER = ({"aim", "envoy_away"}, {"ankara", "jupiters_gone", "raids"})
"""What that government does not have."""


def is_had(side: int, meter: str) -> bool:
    """False for a meter of the dossier that this government never has."""
    return meter.partition(".")[0] not in _NEVER[side]


def gloss(rulebook: Rulebook, side: int, meter: str) -> Gloss:
    """The name and the sentence of a meter, as that side calls it; an exposure is named with its issue, a meter without words by its id."""
    front, _, part = meter.partition(".")
    if meter in PUBLIC:
        return _words(meter.replace(".", "-"))
    own = f"{SIDE_IDS[side]}-{front}"
    known = _words(own if has(f"meter.name-{own}") else front)
    names = {issue.id: issue.name for issue in rulebook.issues} | {adviser.id: adviser.name for adviser in rulebook.team[side]}
    return Gloss(f"{known.name}: {names.get(part, part)}", known.says) if part else known


def _words(id: str) -> Gloss:
    if not has(f"meter.name-{id}"):
        return Gloss(id.replace("_", " ").capitalize(), "")
    return Gloss(t(f"meter.name-{id}"), t(f"meter.says-{id}"))


def effect_name(rulebook: Rulebook, side: int, box: str, meter: str) -> str:
    """What an order's effect moves, short: `pressure`, `own alert`, `their fear`, `Castro's anger`."""
    front = meter.partition(".")[0]
    if box == "umpire":
        return t(f"meter.effect-{meter}") if has(f"meter.effect-{meter}") else meter
    if meter in OF_EACH_SIDE and meter != "alert":
        return t(f"meter.effect-{meter}") if has(f"meter.effect-{meter}") else meter
    if box == "public":
        return _as_a_word(gloss(rulebook, side, meter).name)
    if box == "other" and has(f"meter.effect-their-{front}"):
        return t(f"meter.effect-their-{front}")
    if front == "faith" and box == "other":
        name = t("meter.effect-our-word")
    elif front in ("alert", "hawks", "home", "allies"):
        name = t(f"meter.effect-{front}")
    else:
        name = _as_a_word(gloss(rulebook, side if box == "own" else other(side), meter).name)
    return name if box == "own" else t("meter.their", name=name)


def _as_a_word(name: str) -> str:
    """The label within a sentence: small at its beginning, unless that is a proper name."""
    return name if name.startswith(tuple(t("meter.proper").split())) else name[0].lower() + name[1:]


def stage_note(phase: Phase, ends: str) -> str:
    """One line: what this stage of the game is about and when it ends at the latest."""
    about = {
        CONFRONTATION: "Find a text both can sign before a clash, a strike or a finished base decides. No later than {ends}.",
        LOOSE_ENDS: "There is an agreement in principle; what it left open is argued now: bombers, checks, the line at sea. No later than {ends}.",
        SETTLEMENT: "The last files and the wording for the United Nations; secrets age and promises fall due. No later than {ends}.",
    }.get(phase.stage, "The game is over.")
    return about.format(ends=ends)

