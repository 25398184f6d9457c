"""Every cause that the ledger can name, in a sentence: why that moved this number.

Comes in: a line of the ledger and the side that reads it. Goes out: a sentence. Never here: an amount (the line has it), a cause that the
seat was not told (ledger.lines_for merged those; they have one sentence for all).
"""

from functools import lru_cache

from ..engine.ledger import UNKNOWN, Line
from ..engine.rulebook import Effect, Order, Rulebook
from ..engine.sides import SIDE_IDS, SIDE_NAMES, SIDES, other
from ..engine.state import OF_EACH_SIDE

SENTENCES = {
    # the rope
    "time passes": "Left alone, tempers and nerves ease; the longer the turn, the further they go.",
    "the quarantine stands": "Warships on a line hold the rope taut for as long as they lie there, rung by rung.",
    "forces on alert": "Forces above their peacetime rung pull at the rope on either side.",
    "the sites are known to grow": "Everybody can count days: the nearer the base is to being finished, the less time there seems to be.",
    "an answer was given": "A letter that is answered, whatever the answer, takes a little strain off the rope.",
    "missiles elsewhere are talked of": "Whoever speaks aloud of missiles in other countries brings those countries into the quarrel.",
    "a letter spoke warmly": "A letter that does not threaten slackens the rope a little.",
    "a letter spoke sternly": "A letter that threatens draws the rope tighter.",
    "it was said before the whole world": "A letter read out on the radio wants its answer before everybody; a private one can wait.",
    "agreement in principle": "Both governments have put their names to one text; for a night everybody breathes.",
    "a letter was refused": "A plain no, with nothing put in its place.",
    "a deadline passed": "An hour that one side had named went by, and nobody knew what would follow.",
    "another draft went round": "One more text in New York: something to do for those who would otherwise quarrel, and each time a little less.",
    "reprisal for the lost aircraft": "An aircraft was lost, and the standing instruction was carried out against the battery.",
    # fear
    "pressure": "A taut rope frightens whoever holds an end of it.",
    "the other's preparations": "What the staff believes of the other side's weapons, near ready or not.",
    "ships are stopped at the line": "Ships under the Soviet flag meet American guns; Moscow reads each report twice.",
    "an ultimatum lies on the table": "A letter came with an hour in it. The first one frightens most.",
    "our letter was refused": "They said no to us, and the room wonders what they mean to do instead.",
    "no reprisal came": "An aircraft was shot down and nothing came back. It was noticed as a sign.",
    # beliefs
    "their letter": "A letter shows something of its writer's fear, an anguished one nearly all of it; a tired reader takes in less.",
    "impressions fade": "What was believed of their nerve drifts back to not knowing.",
    "they were seen to press on": "They did something that costs and can be seen; it is taken for resolve.",
    "they were seen to draw back": "They eased something that could be seen; it is taken for a wish to be out of it.",
    "hawks and doves in the American press": "Articles name who was hard and who was soft in Washington, and Moscow draws its conclusions.",
    # pictures and counts
    "new reports": "The picture moves toward what is there, by as much as could be seen and never without an error.",
    "heads are counted": "Interpreters count tents, trucks and ball games. They have never found all of the soldiers.",
    "site work goes on": "Crews work on the sites day and night.",
    "forces gather": "Aircraft and divisions move toward Florida, as planned.",
    "forces go home by degrees": "With a text signed, the forces that gathered are let go by and by.",
    "the sites are taken down": "The sites come down as the missiles leave, as agreed.",
    "lifted as agreed": "The published text, as Washington reads it, ends the line at sea now.",
    "battalions go home": "Soldiers leave as Moscow reads its own words about them.",
    # the soldiers and the hawks
    "clashes": "Shots that go unanswered, and shots that are answered, both feed those who would strike.",
    "not a word from Moscow": "No letter of theirs lies open, and those who would rather bomb than wait say that none will come.",
    "the danger passes": "The further the worst hour lies behind, the fewer ask for bombs.",
    "better now than later, they say": "Where war seems near, those gain who would rather begin it than wait for it.",
    "the Chiefs call it a trick": "As long as missiles are still in Cuba the strike is tabled again after the agreement.",
    "the Chiefs are heard in Congress": "The deal overruled them, and they say so over lunch to men who vote on budgets.",
    "the missiles leave, as the Chiefs said they would not": "A forecast of the military has failed in plain sight; the next one is believed less.",
    "the soldiers had forecast a trick": "The military said that no text would be signed in earnest. One was.",
    "the sites near readiness": "The nearer the base is believed to be finished, the louder those who would bomb it.",
    "the loss was answered": "The battery that fired was struck. Those who asked for it are quiet for the moment.",
    "the loss went unanswered": "An aircraft was lost and no order was given. Officers ask how long that can go on.",
    "the Chiefs' motion carried": "Sway, sites, forces and trust weighed so much together that the President could not say no.",
    # words said in public, and their price
    "said in public": "What everybody has heard cannot be unsaid: the hands are tied on that issue.",
    "a word spoken aloud": "Whoever speaks before everybody is seen to have nerve, less each time the same things are said.",
    "words fade": "What was said is forgotten by degrees, and the hands come loose.",
    "the bombers are still there": "The missiles were the headline and the bombers are still on the island. It is asked about every week.",
    "the bombers will go": "The bombers were the last thing the public could count, and they are going.",
    "nobody has seen them go": "Weapons leave, and no inspector and no camera saw it.",
    "not a word for the man in the article": "A friend has been named as the soft one, and the President has said nothing for him.",
    "Soviet troops are still in Cuba": "The count of soldiers is in the newspapers, and the opposition can multiply.",
    # the deal and its makers
    "the Council will not be traded": "An open trade of missiles on allied soil went to the Council, which would not have it.",
    "Congress will not have a treaty": "A formal pledge that passes over the American states needs Congress, and Congress was not with it.",
    "the pledge ties hands": "A formal promise about Cuba takes away things that Washington might have wished to do later.",
    "our deadline passed, and nothing followed": "We named an hour, it passed, and we did nothing. The next hour we name will be believed less.",
    "an ultimatum came": "A letter with an hour in it has come. The more of them, the less each weighs.",
    # the annex
    "credit for standing firm": "The public believes that nothing was given for it. That standing is borrowed, and can be called in.",
    "the credit for standing firm is called in": "What had been earned by denying the annex is taken back, all of it, on the day it is printed.",
    "it came out": "The annex is public: there is nothing left to borrow on.",
    "the secret annex came out": "What was promised in private is paid for in public after all.",
    "and it had been denied": "It is not only what was promised, but that it was said not to have been.",
    "after all that was said in public": "The more loudly the opposite was said, the more it costs to be found out.",
    "thanked for what was not refused": "Allies thank Washington for refusing a trade that it has made.",
    "the thanks are taken back": "Allies learn what they had said thanks for.",
    "the annex was agreed": "A secret has holders: these are the people who had to be told.",
    "the annex was put on paper": "A sheet of paper exists that can be found.",
    "the letter about the annex was kept": "The letter lies in a safe; it can be found there.",
    "our letter about the annex was kept": "They took our letter and kept it: we were believed to be worth a piece of paper.",
    "our letter about the annex came back": "They handed our letter back. What they will not hold in their hands, will they keep?",
    "a promise was not kept": "The missiles abroad were to be gone by now, and they are not.",
    "their promise was not kept": "They had said that the missiles in Turkey would be gone by now.",
    "the group sees to it": "Officials with a date on their desk see to it, now that Ankara has come round.",
    "the allies' own reasons": "Old missiles are a nuisance to their hosts as well; by themselves they go slowly.",
    # Havana, Peking, allies, the press
    "not asked about the missiles": "Castro heard of it from the radio. Nobody had asked him.",
    "inspectors promised on his soil": "Somebody has promised strangers a look at Cuban ground, and it was not Castro.",
    "no inspectors after all": "No stranger is to walk over Cuban ground, and Castro counts it as his own doing.",
    "Cuba was a chip": "An open trade of missiles in Europe for missiles in Cuba tells Havana what it was worth.",
    "a pledge for his sake": "Something was obtained for Cuba's safety. It does not make up for the rest, but it is something.",
    "the bombers were Havana's, it says": "The bombers were given away over Havana's head, and the fraternal parties heard it say so.",
    "flights overhead": "Aircraft over the island are an insult that comes twice a day.",
    "boats from Florida": "Exiles land by night, and nobody believes that Washington cannot stop them.",
    "tempers cool": "Left alone, Castro's anger goes down.",
    "his guns are told to fire": "Castro has told his own gunners to fire at what flies over them.",
    "his guns are told to wait": "Castro has told his gunners to hold their fire.",
    "answerable for Havana": "The pledge hangs on Cuba's conduct, and Moscow is asked about guns that it does not command.",
    "Castro consents": "He will have inspectors after all.",
    "the promised inspection is barred": "Inspectors were promised, and Havana lets none in: a promise in the newspapers that nobody keeps.",
    "Peking calls it a retreat": "The missiles leave Cuba, and Peking has a name for it.",
    "the pledge has strings": "Each condition on the pledge is a line that Peking can quote.",
    "the pledge is hedged": "A quarrel over the words of the pledge shows how little it may mean.",
    "what Peking prints": "Peking tells the other parties what was given up, and for how little. It is read.",
    "polemics die down": "With nothing new to feed on, the polemics lose their edge.",
    "the press has its rhythm": "Newspapers warm to a story and tire of it by themselves.",
    "shipping and nerves": "What the line at sea does to allied shipping, and to the belief that Washington knows what it wants.",
    # after the deal
    "missiles leave": "Missiles are taken from their pads and shipped, as agreed.",
    "bombers leave": "The bombers are crated and shipped, as agreed.",
    "readings differ": "Two readings of one clause met.",
    # the team
    "orders take staff work": "Every order is written, checked and carried by people who would otherwise have slept.",
    "on alert": "Forces on alert keep their staffs awake.",
    "woken by clashes": "A clash wakes everybody it concerns, and then everybody else.",
    "restless nights": "On a taut rope nobody sleeps through.",
    "sleep": "What could be slept was slept.",
    "ordinary nights": "Longer turns hold whole nights, and they give back what the crisis took.",
    "dread": "A cabinet that thinks of the worst lies awake over it.",
    "nights at the office": "Hours on his feet, less what the night gave back.",
    "fell asleep at the table": "He had been up too long, and nobody had the heart to wake him.",
    "back from bed": "He is back at the table.",
    "back at the table": "The envoy is home from Havana and sits at the table again.",
    # how it ends
    "incidents": "Clashes that nobody ordered.",
    "serious incidents": "Those of them that were grave.",
    "a clash got out of hand": "A clash that nobody had ordered was answered, and the answer was answered.",
    "with both forces on high alert it spread": "Both forces stood so high that there was no stage between a clash and the rest.",
    "standing at home was gone": "A government without standing at home fell.",
    UNKNOWN: "Something that you have no means of seeing. All such causes of one number are counted together here, and the sum is exact.",
}
"""Causes that read the same in every scenario; those that bear the name of an order, an issue, a clash or a date are put together by `why`."""


def why(rulebook: Rulebook, side: int, line: Line) -> str:
    """The sentence for one line as that side reads it; empty for a cause that no mechanism has."""
    if line.mechanism == "posture" or line.cause not in SENTENCES:
        return _of_an_order(rulebook, side, line) or _named(rulebook).get(line.cause, "") or SENTENCES.get(line.cause, "")
    return SENTENCES[line.cause]


@lru_cache(maxsize=8)
def _named(rulebook: Rulebook) -> dict[str, str]:
    """Sentences for causes that carry a name out of the scenario."""
    found: dict[str, str] = {}
    for kind in rulebook.incidents:
        found[kind.name] = f"A clash that nobody ordered: {kind.text[:1].lower()}{kind.text[1:]}"
        found[f"{kind.name}: grave"] = f"The clash was grave: {kind.serious_text[:1].lower()}{kind.serious_text[1:]}"
    for issue in rulebook.issues:
        found[f"{issue.name}: agreed"] = f"What the term agreed on {issue.subject} is worth in the eyes of those who judge by this number."
        found[f"{issue.name}: words eaten"] = f"The opposite had been said aloud about {issue.subject}; it costs the more to sign this now."
        found[f"{issue.name}: two readings"] = f"Each side read {issue.subject} in its own way, and the two readings met."
    for date in rulebook.dates:
        found[date.name] = f"The day came. {date.text}"
    return found


def _of_an_order(rulebook: Rulebook, side: int, line: Line) -> str:
    """Which order of whose menu it was: told from the number it moved, since both menus may hold an order of that name."""
    given = [(giver, order) for giver in SIDES for order in rulebook.orders[giver] if order.name == line.cause and moves(giver, order, line)]
    if not given:
        return ""
    if len(given) > 1:
        return f"An order that either side can give: {given[side][1].text}"
    giver, order = given[0]
    return f"Our order: {order.text}" if giver == side else f"{SIDE_NAMES[giver]} was seen to do it, and it tells here."


def moves(giver: int, order: Order, line: Line) -> bool:
    """True where that side's order is one that moves the line's meter."""
    meter, _, part = line.meter.partition(".")
    if any(_is_it(giver, effect, line.box, meter, part) for effect in order.effects):
        return True
    own = line.box == SIDE_IDS[giver]
    return ((bool(order.ties) and meter == "exposure" and own) or (order.sends_home and meter in ("awake", "away") and own)
            or (order.shares > 0 and meter == "holders"))


def _is_it(giver: int, effect: Effect, box: str, meter: str, part: str) -> bool:
    """True where the effect reaches that number of that box."""
    if effect.meter.partition(".")[0] != meter:
        return False
    if effect.meter in OF_EACH_SIDE:
        return part == SIDE_IDS[giver]
    return box == {"own": SIDE_IDS[giver], "other": SIDE_IDS[other(giver)]}.get(effect.box, effect.box)
