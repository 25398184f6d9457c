"""What each step of a ladder says when it stands in a letter: once loosely, once exactly, in the game's own words.

Comes in: an issue and a position. Goes out: a sentence without its capital, with names to be filled in by the writer. An author who
rewords a rung gets the rung's own words instead, so a letter never says what its scenario does not.
Never here: a sentence from a real letter. The subjects and steps follow history/terms.md (T01 to T24).
"""

from dataclasses import dataclass

from ..engine.rulebook import Issue
from ..engine.sides import MOSCOW, WASHINGTON


@dataclass(frozen=True)
class Clause:
    rung: str
    """The rung it was written for."""
    loose: str
    exact: str


BOTH = 2
"""A term that both have to carry out."""

DOES = {"T01": MOSCOW, "T02": MOSCOW, "T03": MOSCOW, "T04": MOSCOW, "T05": WASHINGTON, "T06": WASHINGTON, "T07": WASHINGTON, "T08": WASHINGTON,
        "T09": WASHINGTON, "T12": MOSCOW}
"""Who would have to do something: a letter asks first and gives afterwards."""

CLAUSES: dict[str, tuple[Clause, ...]] = {
    "T01": (
        Clause("Taken out at once, the sites razed, the United Nations counting",
               "{offensive} will leave Cuba at once, the ground they stand on will be cleared, and the United Nations will be able to say so",
               "every {missile} is taken out of Cuba without delay, the sites are levelled, and United Nations officers report each one gone"),
        Clause("Taken out, and counted aboard ship at sea",
               "{offensive} will leave Cuba, in a way that can be seen at sea",
               "every {missile}, with its launching gear, is shipped out of Cuba and counted at sea, hull by hull, with the covers drawn back"),
        Clause("Taken out, with only photographs from the air to show it",
               "{offensive} will leave Cuba, and each side may satisfy itself by the means it has",
               "every {missile} will be shipped out of Cuba, and photographs taken from American aircraft will be accepted as the proof"),
        Clause("Frozen where they stand, under United Nations eyes",
               "work on {offensive} will stop, and they will be kept from use while the United Nations looks on",
               "every {missile} in Cuba stays where it stands, unmanned and unfuelled, with a United Nations officer at each site"),
        Clause("They stay, and the world gets used to them",
               "what has been sent to Cuba for her defence is a settled fact and needs no further discussion",
               "every {missile} now in Cuba remains there under Soviet command, and {american} will not seek its removal"),
    ),
    "T02": (
        Clause("Out now, together with the missiles",
               "other weapons of the same character leave together with the first",
               "every Il-28 bomber, crated or assembled, leaves Cuba now, on the same ships as the missiles"),
        Clause("Out within thirty days, announced",
               "the aircraft that cause concern will leave in good time, and this will be said openly",
               "every Il-28 bomber leaves Cuba within thirty days, and the date is announced by both governments"),
        Clause("Out by a date both sides know and neither names",
               "the aircraft that cause concern will leave, and the day may be left between the two governments",
               "every Il-28 bomber leaves Cuba by a day named between the two governments and published by neither"),
        Clause("Out in two or three months, when the time suits",
               "the aircraft that cause concern will leave when the training of others allows it",
               "every Il-28 bomber leaves Cuba within two to three months of this letter"),
        Clause("Given to Cuba, which keeps them",
               "old aircraft fit only for the defence of a coast are no part of this matter",
               "the Il-28 bombers are the property of Cuba and stay there"),
    ),
    "T03": (
        Clause("Listed, shown and verified gone",
               "whatever belongs to these weapons goes with them, and this can be ascertained",
               "every nuclear warhead in Cuba is listed by number and its departure is verified by both sides"),
        Clause("Moscow's word that they have left",
               "whatever belongs to these weapons goes with them",
               "{soviet} gives its word that no nuclear warhead of any kind remains in Cuba"),
        Clause("Not mentioned by anyone",
               "nothing need be said here of stores and munitions",
               "the question of warheads is not raised in this exchange by either side"),
        Clause("The short-range ones stay with the Soviet regiments",
               "Soviet soldiers keep the arms that belong to their units",
               "the warheads of the long-range missiles leave, and those of Soviet field units stay under Soviet lock"),
        Clause("The short-range ones are handed to Cuba",
               "Cuba keeps what she needs to defend herself with",
               "short-range nuclear weapons are handed over to the armed forces of Cuba"),
    ),
    "T04": (
        Clause("American inspectors at the sites",
               "there will be a full inspection on the spot",
               "American inspectors are admitted to every site in Cuba, with two days' notice and no refusal"),
        Clause("United Nations observers on Cuban soil",
               "the United Nations will be given the means to satisfy itself",
               "teams of the United Nations are admitted to the sites in Cuba and stay until they report the work complete"),
        Clause("Neutrals, the Red Cross or ambassadors, on land or aboard",
               "disinterested persons acceptable to all will be able to look",
               "the Red Cross, or the ambassadors of five neutral states, look either at the sites or at the ships, as Havana prefers"),
        Clause("A look over the rail of ships on the high seas",
               "the cargoes can be looked at on their way",
               "outbound ships name their cargo and are looked over from alongside at sea, and nobody goes ashore in Cuba"),
        Clause("None: a word is enough",
               "confidence will have to do in place of inspectors",
               "there is no inspection of any kind, on land or at sea"),
    ),
    "T05": (
        Clause("High and low flights, openly, as often as wanted",
               "observation from the air goes on as it has",
               "U-2 flights and low-level flights over Cuba continue, and neither is fired upon"),
        Clause("High flights, and low ones announced beforehand",
               "observation from the air goes on, with some regard for those below",
               "U-2 flights continue, and low-level flights are announced to Havana through the United Nations a day ahead"),
        Clause("High flights go on; the low ones stop, and nobody says so",
               "observation from the air will give less offence than it did",
               "U-2 flights continue, and low-level flights stop without any announcement"),
        Clause("Flights under the United Nations flag",
               "observation from the air may be put into other hands",
               "aircraft of the United Nations, with neutral crews, take over all flights above Cuba"),
        Clause("None over Cuban soil",
               "the sovereignty of Cuba over her own air will be respected",
               "no American aircraft enters the air space of Cuba at any height"),
    ),
    "T06": (
        Clause("No pledge: kept back as a chip",
               "the intentions of {american} towards Cuba are known and need no new statement",
               "{american} gives no undertaking of any kind concerning Cuba"),
        Clause("A plain statement to the press, with conditions",
               "{american} will make its peaceful intentions towards Cuba plain in due course",
               "the President states to the press that Cuba will not be invaded, so long as the weapons stay away and Cuba attacks no neighbour"),
        Clause("A letter: nothing to fear while matters go well",
               "while matters stay on a good course there need be no fear for Cuba",
               "the President writes that there will be no invasion of Cuba while this settlement is being carried out"),
        Clause("A letter of assurance without conditions",
               "Cuba need fear no attack",
               "the President gives assurance by letter, and without conditions, that {american} will neither invade Cuba nor help others to"),
        Clause("A treaty of non-aggression, or a United Nations protocol",
               "the safety of Cuba will be placed on a lasting footing among nations",
               "a treaty, or a protocol lodged with the United Nations, binds {american} never to attack Cuba"),
    ),
    "T07": (
        Clause("The Rio Treaty is named and American rights kept",
               "the rights and duties of the American republics stand as they are",
               "the Rio Treaty is named in the text, and nothing in it limits what {american} may do under that treaty"),
        Clause("Washington adds a statement that keeps its treaty rights",
               "nothing here is meant against the regional system",
               "{american} declares beside the text that its duties to the Organization of American States are unaffected"),
        Clause("Not mentioned",
               "there is no need to list treaties",
               "no regional treaty is mentioned by either side"),
        Clause("United Nations supervision takes its place",
               "the United Nations is the proper place for what concerns Cuba",
               "the United Nations alone judges whether these terms are kept, and no regional body does"),
        Clause("No treaty rights whatever",
               "no reservation is attached to what is promised",
               "no condition, treaty or reservation limits what is promised to Cuba"),
    ),
    "T08": (
        Clause("After every weapon is gone and checked",
               "the measures at sea end when their purpose is met",
               "the quarantine ends only after every weapon has left and every check has been made"),
        Clause("After the bombers have left",
               "the measures at sea end when the rest of the weapons have gone",
               "the quarantine ends on the day the last Il-28 bomber has left"),
        Clause("On a promised date for the bombers",
               "the measures at sea can end once there is a word to rely on",
               "the quarantine ends on the day {soviet} names the date by which the bombers will be gone"),
        Clause("As soon as the missiles begin to leave",
               "the measures at sea can ease as the work proceeds",
               "the quarantine ends on the day the first weapon is taken down"),
        Clause("At once",
               "the measures at sea, which have no ground in law, come to an end",
               "the quarantine ends on receipt of an acceptance, at once and for all cargoes"),
    ),
    "T09": (
        Clause("No link: Washington decides alone about its bases",
               "what stands in Europe is a matter for the alliances concerned",
               "the Jupiter missiles in Turkey have no connection with this exchange, and {american} decides on them alone"),
        Clause("News, not a promise: they will be gone in four or five months",
               "certain arrangements in Europe were under review before this began, and the review goes on",
               "for information, and not as a pledge: the Jupiter missiles in Turkey are expected to be gone in four to five months"),
        Clause("A pledge by word of mouth, never to be spoken of",
               "the President has it in mind to see certain weapons in Europe gone before long",
               "the President promises by word of mouth that the fifteen Jupiter missiles in Turkey will be gone within five months"),
        Clause("A secret pledge in writing",
               "a line can be set down, for two men only, on certain weapons in Europe",
               "a paper kept by both leaders and shown to nobody records that the fifteen Jupiter missiles leave Turkey within five months"),
        Clause("An open exchange, missiles for missiles",
               "like goes for like: what is near one of us, and what is near the other",
               "the fifteen Jupiter missiles leave Turkey in exchange for the missiles in Cuba, and both governments say so in the Security Council"),
    ),
    "T12": (
        Clause("All of them out by a fixed date",
               "foreign soldiers have no business on the island for long",
               "every Soviet soldier leaves Cuba by a named day"),
        Clause("All the combat regiments out",
               "units that could fight will not stay",
               "every Soviet combat unit leaves Cuba; instructors may remain"),
        Clause("Those who guarded the weapons leave with them",
               "specialists whose work is done will go home",
               "the Soviet soldiers who guard and serve the weapons leave together with them"),
        Clause("A few at a time, as Moscow sees fit",
               "specialists will go home as their work allows",
               "the number of Soviet soldiers in Cuba falls step by step, with no date"),
        Clause("They stay",
               "who helps Cuba to defend herself is for Cuba to say",
               "the Soviet forces in Cuba stay as they are"),
    ),
}


def clause(issue: Issue, position: int, exact: bool) -> str:
    """The sentence, without its capital and with {names} open; the rung's own words where none was written for them."""
    rung = issue.positions[position - 1]
    for known in CLAUSES.get(issue.id, ()):
        if known.rung == rung:
            return known.exact if exact else known.loose
    plain = rung[:1].lower() + rung[1:]
    return f"as to {issue.subject}, {'in these words and no others' if exact else 'in substance'}: {plain}".replace("{", "{{").replace("}", "}}")
