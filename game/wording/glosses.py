"""Names and one-sentence explanations: of meters, channels, stages of the game.

Comes in: ids as the ledger uses them. Goes out: words. Never here: a number of the game in progress.
"""

from dataclasses import dataclass

from ..engine.rulebook import CONFRONTATION, LOOSE_ENDS, SETTLEMENT, Phase, Rulebook
from ..engine.sides import MOSCOW, WASHINGTON, other
from ..engine.state import OF_EACH_SIDE


@dataclass(frozen=True)
class Gloss:
    name: str
    says: str


PUBLIC = {
    "pressure": Gloss("Pressure", "How taut the rope is, 0 to 1000: the higher it stands, the likelier a clash that nobody ordered; 800 and more "
                      "is the breaking zone."),
    "quarantine": Gloss("Quarantine", "Rung of the line at sea, 0 to 4: each rung up holds the pressure higher and brings ships closer together."),
    "flights": Gloss("Overflights", "American flights over Cuba: 0 none, 1 high, 2 high and low; they feed Washington's picture and Havana's anger."),
    "alert.washington": Gloss("American alert", "Rung of the American forces, 0 to 4, 1 in peace: each rung above that costs sleep, frightens "
                                                "Moscow and lifts the pressure."),
    "alert.moscow": Gloss("Soviet alert", "Rung of the Soviet forces, 0 to 4, 1 in peace: each rung above that costs sleep, frightens Washington "
                                          "and lifts the pressure."),
    "frame.washington": Gloss("Washington's first word", "What Washington said first that this is about: 1 missiles, 2 Castro, 3 communism; a "
                                                         "wider word wins more tonight and makes more of the deal dear."),
    "frame.moscow": Gloss("Moscow's first word", "What Moscow said first that this is about: 1 Cuba's defence, 2 the socialist camp, 3 bases "
                                                 "everywhere; a wider word wins more tonight and makes more of the deal dear."),
    "ultimata.washington": Gloss("Washington's ultimatums", "Letters with an hour in them that Washington has sent: each frightens less than the "
                                                            "one before, and costs more face when nothing follows."),
    "ultimata.moscow": Gloss("Moscow's ultimatums", "Letters with an hour in them that Moscow has sent: each frightens less than the one before, "
                                                    "and costs more face when nothing follows."),
    "council": Gloss("Council sessions", "Sessions in which the NATO Council has heard of a trade: a Council that was heard asks for less standing."),
    "story": Gloss("The article", "An article names the soft ones: 1 while nothing is said for them, 2 once something was; silence costs "
                                  "Washington at home."),
    "paper_asked": Gloss("The paper", "Moscow wants the annex in writing: 1 asked for, 2 handed back, 3 kept; what is kept can be found."),
    "drafts": Gloss("Drafts in New York", "Drafts that have gone round at the United Nations since the agreement."),
}

_OWN = {
    "fatigue": Gloss("Fatigue", "Sleep the staff has lost, in tenths of an hour (80 is one night): tired staffs give fewer orders, misread letters "
                     "and have more clashes."),
    "fear": Gloss("Fear", "How much this government fears war by now, 0 to 1000: the frightened sign sooner, but only a calm signing can become "
                    "more than an agreement."),
    "hawks": Gloss("Sway of the hawks", "How far those who would strike have the room, 0 to 1000: clashes left unanswered feed them; a deal quiets "
                   "them."),
    "trust": Gloss("Trust in the soldiers", "How far the leader believes what the military foretells, 0 to 1000."),
    "home": Gloss("Standing at home", "How the leader stands with his own public and party, 0 to 1000: too low, and the government falls."),
    "allies": Gloss("Standing with allies", "How allies judge this government, 0 to 1000: open bargains over their heads cost it."),
    "face": Gloss("Face", "What the leader can still give up and look like a leader, 0 to 1000."),
    "exposure": Gloss("Tied hands", "How far this side has bound itself in public on the issue, 0 to 1000: every open step back costs so much the "
                      "more."),
    "cover": Gloss("Cover story", "1 if a cover story stands ready: the annex leaks less easily."),
    "mood": Gloss("Their fear, as we read it", "What we believe of the other side's fear, 0 to 1000: letters tell something of it, an "
                  "anguished one nearly all."),
    "resolve": Gloss("Their nerve, as we read it", "What we believe of the other side's resolve, 0 to 1000, 500 where nothing is known: deeds that "
                     "cost and can be seen raise it, drawing back lowers it."),
    "faith": Gloss("Faith in their word", "How far this government believes that the other keeps what it promises, 0 to 1000: a word kept or "
                   "broken moves it."),
    "freedom": Gloss("Freedom of manoeuvre", "What this government has not promised away, 0 to 1000: formal pledges spend it, and it counts "
                     "as security at the end."),
    "credit": Gloss("Credit for standing firm", "Standing at home borrowed on the denial of the annex: it is called in on the day the annex "
                    "comes out."),
    "ankara": Gloss("Ankara brought round", "How far Turkey has been talked into giving its missiles up, 0 to 1000: without it the promise cannot "
                    "be kept."),
    "jupiters_gone": Gloss("Missiles out of Turkey", "How much of the promise has been carried out, 0 to 1000: it falls due in April."),
    "troops": Gloss("Soviet troops", "Soviet soldiers in Cuba, 1000 for 42,000 men."),
    "aim": Gloss("What the regiments stay for", "1 to train, 2 to deter, 3 to restrain; 0 while nobody has said."),
    "raids": Gloss("Leash on the exiles", "0 held, 1 slack, 2 off: the slacker, the more boats land in Cuba and the angrier Havana is."),
    "envoy_away": Gloss("Envoy in Havana", "1 while our best envoy sits with Castro: one order less can be carried."),
    "awake": Gloss("Hours awake", "Hours this member of the team has been on his feet: the worn-out fall asleep, miss what arrives and blur what "
                   "they carry."),
    "away": Gloss("In bed", "1 while this member of the team sleeps: his office is carried by a deputy, or not at all."),
}

_BY_SIDE = {
    WASHINGTON: {
        "hawks": Gloss("Sway of the hawks", "How far those who would strike have the room, 0 to 1000: near the top, with the sites near ready and "
                       "the forces gathered, they carry a strike over the President's head."),
        "buildup": Gloss("Strike and invasion forces", "How ready the American strike and invasion forces are, 0 to 1000."),
        "estimate": Gloss("Missile sites, estimated", "What the photographs say of the missile sites, 0 to 1000, give or take the error of "
                          "the report: near the top the base stands."),
        "reprisal": Gloss("Reprisal order", "1 if a lost aircraft is answered by a strike on the site that fired, 0 if such a strike waits for the "
                          "President's word."),
        "allies": Gloss("Standing with allies", "How NATO and the American states judge Washington, 0 to 1000: missiles traded in the open "
                        "over their heads cost it."),
        "troops": Gloss("Soviet troops, counted", "The soldiers in Cuba that have been counted, 1000 for 42,000 men: a count from the air, and "
                        "always short of the truth by more than anybody cares to say."),
    },
    MOSCOW: {
        "buildup": Gloss("Missile sites", "How ready the missile sites in Cuba are, 0 to 1000."),
        "estimate": Gloss("American forces, estimated", "What we make of the American strike and invasion forces, 0 to 1000, give or take the "
                          "error of the report."),
        "reprisal": Gloss("Fire at sight", "1 if the batteries in Cuba may fire on what they see, 0 if they must ask first."),
        "allies": Gloss("Standing with allies", "How Havana, Peking and the other parties judge Moscow, 0 to 1000."),
        "troops": Gloss("Our troops in Cuba", "Our soldiers in Cuba, 1000 for 42,000 men: this we know exactly, and they do not."),
    },
}

READING_ORDER = ("fear", "hawks", "home", "allies", "face", "trust", "buildup", "estimate", "reprisal", "cover")
"""A side's own meters as a board lists them; fatigue stands apart, exposures come last."""
ON_THE_CHART = ("quarantine", "flights", "alert.washington", "alert.moscow")
"""Public ones that every board shows beside them."""
MORE = ("mood", "resolve", "faith", "freedom", "troops", "raids", "aim", "envoy_away", "credit", "ankara", "jupiters_gone")
"""A side's other meters: further down, or a step away in the ledger."""
WHEN_SOMETHING = ("aim", "envoy_away", "credit", "ankara", "jupiters_gone", "frame", "ultimata", "council", "story", "paper_asked", "drafts", "away")
"""Shown only where they are or were something: until then they have no meaning."""
UNSEEN = {"castro": "Castro's anger", "press": "heat of the press", "china": "Peking's polemics", "gunners": "Castro's guns free"}
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
    if meter in PUBLIC:
        return PUBLIC[meter]
    front, _, part = meter.partition(".")
    known = _BY_SIDE[side].get(front) or _OWN.get(front) or Gloss(front.replace("_", " ").capitalize(), "")
    names = {issue.id: issue.name for issue in rulebook.issues} | {adviser.id: adviser.name for adviser in rulebook.team[side]}
    return Gloss(f"{known.name}: {names.get(part, part)}", known.says) if part else known


def effect_name(rulebook: Rulebook, side: int, box: str, meter: str) -> str:
    """What an order's effect moves, short: `pressure`, `own alert`, `their fear`, `Castro's anger`."""
    if box == "umpire":
        return {"strike": "the bombers go in", **UNSEEN}.get(meter, meter)
    front = meter.partition(".")[0]
    if meter in OF_EACH_SIDE and meter != "alert":
        return {"frame": "first word on what it is about", "ultimata": "ultimatums"}.get(meter, meter)
    if box == "public":
        named = gloss(rulebook, side, meter).name
        return named if named.startswith(("American", "Soviet")) else named[0].lower() + named[1:]
    whose = side if box == "own" else other(side)
    if front == "alert":
        name = "alert"
    elif front == "hawks":
        name = "hawks"
    elif front in ("home", "allies"):
        name = {"home": "home standing", "allies": "allied standing"}[front]
    elif front == "faith" and box == "other":
        name = "faith in our word"
    else:
        named = gloss(rulebook, whose, meter).name
        name = named if named.startswith(("American", "Soviet", "Ankara")) else named[0].lower() + named[1:]
    return name if box == "own" else f"their {name.removeprefix('their ').removesuffix(', as we read it')}"


def stage_note(phase: Phase, ends: str) -> str:
    """One line: what this stage of the game is about and when it ends at the latest."""
    about = {
        CONFRONTATION: "Find a text both can sign before a clash, a strike or a finished base decides. No later than {ends}.",
        LOOSE_ENDS: "There is an agreement in principle; what it left open is argued now: bombers, checks, the line at sea. No later than {ends}.",
        SETTLEMENT: "The last files and the wording for the United Nations; secrets age and promises fall due. No later than {ends}.",
    }.get(phase.stage, "The game is over.")
    return about.format(ends=ends)

