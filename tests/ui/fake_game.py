"""A literal stand-in for session.Game: three turns of made-up boards, so that screens can be tested without the rules."""

from dataclasses import replace

from game.engine.orders import Dispatch, Refusal
from game.wording.board import (
    AcceptWords,
    Board,
    ChannelLine,
    DateLine,
    Elsewhere,
    ElsewhereFact,
    EndingWords,
    IssueLine,
    LeakWords,
    LedgerRow,
    MapFacts,
    Meter,
    OrderLine,
    Paper,
    Person,
    ProposalWords,
    Reading,
    Score,
    SeatPanel,
    SeatRow,
    TermWords,
    TurnWords,
)
from tests.wording.charts import busy

from .fake_letters import NOTES, correspondence

SECRET_OF = {0: "STARFISH-WASHINGTON", 1: "PERISCOPE-MOSCOW"}
"""A word that stands on that side's board and may never be on the screen while the other side sits."""
NAMES = ("washington", "moscow")

ISSUES = (
    ("T01", "Missiles, SS-4 and SS-5", "weapons",
     ("All out now, counted on land", "Taken out under UN observation", "Taken out, counted at sea", "Work stops, later talks",
      "They stay as they are")),
    ("T02", "Il-28 bombers", "weapons", ("Out now with the missiles", "Out in thirty days, publicly", "Out by a private date",
                                         "Out in two or three months", "Cuba keeps them")),
    ("T05", "Inspection in Cuba", "checks",
     ("Inspectors anywhere, any time", "United Nations, on land", "Red Cross, at sea", "Aircraft only", "None")),
    ("T06", "Overflights", "checks", ("Go on as now", "High only, announced", "High only, unannounced", "Only if provoked", "Stop at once")),
    ("T07", "Pledge not to invade", "pledges",
     ("None", "If arms are out and checked", "Assurance, once arms are out", "Standing promise", "Treaty before the United Nations")),
    ("T08", "Quarantine ends", "pledges",
     ("After the last crate", "When checks are working", "When checks are agreed", "When work stops", "At once")),
    ("T09", "Jupiters in Turkey", "bases", ("No link at all", "Told: they will go", "Oral pledge, secret", "Written, secret", "Open swap")),
    ("T12", "Soviet troops", "later", ("All out with the missiles", "Guards of the missiles out", "In due course", "Unsaid, some stay", "They stay")),
    ("T15", "Guantánamo", "cuba", ("Not discussed", "Talks some day", "Talks next year", "Leave in ten years", "Leave now")),
    *((f"T{place}", name, group, ("What Washington would like best of all here", "A word to go on with", "What lies in the middle between the two",
                                  "The same, and a good deal more than that besides", "Whatever Moscow and Havana ask for"))
      for place, (name, group) in enumerate((("Warheads", "weapons"), ("Weapons coming back", "checks"), ("What the pledge covers", "pledges"),
                                             ("Whom the pledge binds", "pledges"), ("Rio Treaty", "pledges"), ("United Nations record", "pledges"),
                                             ("Jupiters in Italy", "bases"), ("Turkish compensation", "bases"), ("Castro's five points", "cuba"),
                                             ("Lost aircraft", "cuba"), ("Cuban subversion", "cuba"), ("Raids and exiles", "cuba"),
                                             ("Washington and Havana", "cuba"), ("Nuclear-free zone", "world"), ("Non-aggression pact", "world"),
                                             ("Berlin", "world"), ("Test ban", "world")), 30)),
)
"""Twenty-six, in seven groups: as many as the shipped scenario has."""
CONDITIONS_OF = {"T01": ("supervised", "lasting"), "T02": ("supervised",), "T07": ("supervised", "conduct", "lasting", "treaty")}
"""What the terms of an issue can hang on."""
IN_SIGHT = ("T01", "T08")
FRAMES = (("frame_arms", "Speak of the arms alone"), ("frame_man", "Speak of the man in Havana"), ("frame_creed", "Speak of the creed behind it"))
QUESTION = "what it is about"
LATER = (("hand_back", "Hand the paper back", "diplomacy", "the paper"), ("keep_paper", "Keep the paper", "diplomacy", "the paper"),
         ("figure", "Give the figure of the soldiers to the press", "public", ""), ("thanks", "Thank the Organization", "diplomacy", ""))
"""Orders of another stage."""
TEAM = (("leader", "The man at the head of the table", "carries orders", 33, False, "He may fall asleep at the table."),
        ("envoy", "The Attorney General", "speaks for us by word of mouth", 44, False,
         "Exact words lose their edges in his mouth; he may fall asleep at the table."),
        ("defence", "The Secretary of Defence", "carries orders", 9, False, ""),
        ("foreign", "The Secretary of State", "carries orders", 21, False, ""),
        ("watch", "The duty officer", "opens what arrives", 0, True, "In bed; a deputy opens the post, and misses some."))
DATES = (("chiefs", "The Chiefs' Monday", "Monday 29 October, 17:00", True, "open", ()),
         ("vote", "Election day", "Tuesday 6 November, 17:00", True, "to come", ()),
         ("inspection", "File: inspection", "Thursday 8 November, 17:00", True, "open", ("Inspection in Cuba in exact words: not agreed yet",)),
         ("line", "File: the quarantine", "Wednesday 14 November, 17:00", False, "missed", ("Quarantine ends in exact words: agreed, but loosely",)),
         *((f"file-{place}", f"File: the words of part {place} of the long text in New York", "Friday 14 December, 17:00", place % 2 == 0, state,
            ("Record in exact words: not agreed yet", "Pledge in exact words: agreed, but loosely"))
           for place, state in enumerate(("met", "past", "to come", "to come", "to come"))))
BEHIND = (("mood", "Their fear, as we read it", 400, 350), ("resolve", "Their nerve, as we read it", 500, 500),
          ("faith", "Faith in their word", 300, 310), ("freedom", "Freedom of manoeuvre", 700, 700), ("troops", "Soviet troops, counted", 240, 240))
NOTE = "What it is, on what it rests and what follows from it, told in two sentences. The second one is as long as the longest there is in the game."
WALL = {
    0: (SeatPanel("launchers", "Launchers ready", "by the film, with its error", (
            SeatRow("launchers", "SS-4 launchers", "16 to 20 of 24", NOTE, "estimate", 16, 20, 24),
            SeatRow("film", "Overflights", "high and low", NOTE, "flights", 2, 2, 2),
            SeatRow("pace", "Base stands", "in 12 days at this pace", NOTE, "estimate"),
            SeatRow("forces", "Our strike force", "310, asks 500", NOTE, "buildup", 310, 310, mark=500))),
        SeatPanel("blocks", "Who can stop us", "stands at, asks", (
            SeatRow("council", "NATO Council", "610, asks 720", NOTE, "allies", 610, 610, mark=720, is_warning=True),
            SeatRow("congress", "Congress", "740, asks 700", NOTE, "home", 740, 740, mark=700),
            SeatRow("chiefs", "The Chiefs", "under 1 in 100", NOTE, "hawks", 610, 610),
            SeatRow("day", "The talk of Monday", "2 days left", NOTE, is_warning=True),
            SeatRow("stage", "End of this stage", "13 days left", NOTE)))),
    1: (SeatPanel("fire", "Who may fire", "Moscow, Cuba, unit", (
            SeatRow("missiles", "R-12 launchers", "18 of 24", NOTE, "buildup", posts=("holder", "", "")),
            SeatRow("warheads", "Warheads", "moved 27 Oct", NOTE, posts=("holder", "fired", ""), is_warning=True),
            SeatRow("batteries", "Air defence, ours", "fired 27 Oct", NOTE, "quarantine", posts=("holder", "trust", "fired"), is_warning=True),
            SeatRow("guns", "Cuban guns", "Castro's alone", NOTE, posts=("", "", "trust")),
            SeatRow("submarines", "Submarines", "forced up 27 Oct", NOTE, "quarantine", posts=("holder", "", "trust")),
            SeatRow("home-forces", "Forces at home", "a step from war", NOTE, "alert.washington", posts=("holder", "", ""))),
            "Somebody fired, or moved, without leave."),
        SeatPanel("unknown", "Not known here", "staff guess", (
            SeatRow("strike", "Day of a strike", "29 Oct, it is said", NOTE),
            SeatRow("american", "Forces for it", "303 to 423", NOTE, "estimate", 303, 423),
            SeatRow("flights", "U-2 hours", "any hour, high and low", NOTE),
            SeatRow("cables", "Are cables read?", "not known", NOTE))),
        SeatPanel("voices", "Voices", "as far as they are heard", (
            SeatRow("havana", "Havana", "its guns fired 27 Oct", NOTE, is_warning=True),
            SeatRow("peking", "Peking", "face \u221212 last turn", NOTE, "face", is_warning=True),
            SeatRow("envoy", "Mikoyan", "here; costs an order", NOTE)))),
}
"""What only that chair has on its wall."""
STATES = ("apart", "open", "same", "silent")
ORDERS = (
    ("quarantine", "Stop and board at the line", "military", (("pressure", 70), ("their fear", 30)), 20, True, ""),
    ("strike", "Strike the site that fired", "military", (("pressure", 140), ("hawks", -90)), 40, True, ""),
    ("hold", "Hold fire; no reprisal today", "military", (("pressure", -30), ("hawks", 45)), 0, False, ""),
    ("escort", "Fighter escort for low-level flights", "military", (("pressure", 45),), 10, True, ""),
    ("submarines", "Signal submarines to surface", "military", (("pressure", 25),), 10, True, ""),
    ("invade", "Land in Cuba", "military", (("pressure", 300),), 60, True, "Land in Cuba: needs the build-up at 800 to 1000; it stands at 310."),
    ("thant", "Answer U Thant: keep ships apart", "diplomacy", (("pressure", -40),), 0, True, ""),
    ("visit", "Send the Attorney General to Dobrynin", "diplomacy", (("pressure", -25), ("their fear", -10)), 20, False, ""),
    ("drafting", "Lawyers to word it exactly", "diplomacy", (), 30, False, ""),
    ("oas", "Bring the OAS to a vote", "diplomacy", (("allies", 60),), 10, True, "Bring the OAS to a vote: only once; the vote stands."),
    ("speak", "Speak to the nation", "public", (("home standing", 80), ("pressure", 40)), 20, True, ""),
    ("photos", "Show the photographs", "public", (("allies", 40),), 10, True, ""),
    ("press", "Ask editors to wait", "public", (("heat of the press", -60),), 0, False, ""),
    ("sleep", "Send the staff to bed", "home", (("fatigue", -80),), -60, False, ""),
    ("shelters", "Look to the shelters", "home", (("home standing", -20), ("fear", 30)), 10, True, ""),
)
METERS = (("fear", "Fear", 420, 380), ("hawks", "Sway of the hawks", 610, 560), ("home", "Standing at home", 740, 710),
          ("allies", "Standing with allies", 610, 660),
          ("face", "Face", 550, 560), ("trust", "Trust in the soldiers", 480, 480), ("buildup", "Strike and invasion forces", 310, 250),
          ("estimate", "Missile sites, by our estimate", 760, 690))


def _by(mechanism: str, cause: str, side: int) -> str:
    if cause == "cause not known to you":
        return "unknown"
    return {"posture": NAMES[side], "incidents": "clash"}.get(mechanism, "")


class FakeWatched:
    """Three turns of one board, to be looked back on."""

    turns = 3

    def __init__(self, board: Board):
        self.whole, self.is_over = board, board.ending is not None

    def board(self, turn: int) -> Board:
        if turn == self.turns:
            return self.whole
        return replace(self.whole, turns=self.whole.turns[:turn], ending=None, turn=turn + 1)


ELSEWHERE = tuple(Elsewhere(id, name, (ElsewhereFact(f"What stands first about {name}, in a sentence that is long enough to need a second line."),
                                       ElsewhereFact(f"{name}: we said something about it.", "issue:T09"),
                                       ElsewhereFact("How far it has come: 210 of 1000.", "meter:fear"),
                                       ElsewhereFact("Latest paper, 27 October, 06:00: Columnist: a face-saving trade.", "paper:letter-2")) * 2)
                  for id, name in (("turkey", "Turkey"), ("berlin", "Berlin"), ("un", "United Nations"), ("havana", "Havana")))

CHANNELS = (ChannelLine("cable", "Embassy cable", "Coded, through the embassy.", "in about 12 hours", False, False),
            ChannelLine("broadcast", "Broadcast", "Radio, in clear.", "at once", True, False),
            ChannelLine("envoy", "Back channel", "Two men in a room; deniable.", "at once", False, True),
            ChannelLine("un", "United Nations", "Through the Secretary-General.", "in about a day", True, False))


class FakeGame:
    """Ends after `turns` turns whatever is ordered; keeps what was handed in for the tests to read."""

    save = None
    stage = "confrontation"
    """Of its boards; a test that wants the room after the agreement sets it."""
    note = trouble = ""

    def __init__(self, seats: tuple[int, ...] = (0,), turns: int = 3, papers: int = 7):
        self.seats, self.turns, self.papers = seats, turns, papers
        self.turn = 1
        self.sealed: dict[int, Dispatch] = {}
        self.handed_in: list[dict[int, Dispatch]] = []

    @property
    def is_over(self) -> bool:
        return self.turn > self.turns

    @property
    def waits_for(self) -> tuple[int, ...]:
        return tuple(side for side in self.seats if side not in self.sealed)

    def submit(self, side: int, dispatch: Dispatch) -> None:
        assert not self.refusals(side, dispatch)
        self.sealed[side] = dispatch

    def advance(self) -> None:
        assert not self.waits_for
        self.handed_in.append(dict(self.sealed))
        self.sealed.clear()
        self.turn += 1

    def refusals(self, side: int, draft: Dispatch) -> tuple[Refusal, ...]:
        if side in self.sealed:
            return (Refusal("game", "This turn is sealed already."),)
        reasons = {line[0]: line[6] for line in ORDERS} | {id: "" for id, _ in FRAMES}
        reasons |= {line[0]: f"{line[1]}: only after 4 November." for line in LATER}
        found = [Refusal(id, reasons[id]) for id in draft.orders if reasons[id]]
        if len(draft.orders) > 3:
            found.append(Refusal("attention",
                                 f"{len(draft.orders)} orders, but the staff can carry 3 this turn: take {len(draft.orders) - 3} off."))
        first_words = [words for id, words in FRAMES if id in draft.orders]
        if len(first_words) > 1:
            found.append(Refusal(draft.orders[-1], f"{' and '.join(first_words)} cannot stand on one sheet: they are different answers to one "
                                                   f"question ({QUESTION})."))
        if draft.proposal:
            for id, term in draft.proposal.terms.items():
                name = next(issue[1] for issue in ISSUES if issue[0] == id)
                if term.secret and id in IN_SIGHT:
                    found.append(Refusal("proposal", f"{name}: nobody could hide it when it is done; make it open."))
                if term.news and term.paper:
                    found.append(Refusal("proposal", f"{name}: what is given as news is not put on paper; make it oral, or a pledge."))
                if term.exact and "drafting" not in draft.orders:
                    found.append(Refusal("proposal", f"{name}: exact wording needs the drafting order on the same sheet, or say it loosely."))
                if term.secret and draft.proposal.channel == "broadcast":
                    found.append(Refusal("proposal",
                                         f"{name}: a secret term cannot go by broadcast, which everybody hears; make it open."))
        if draft.answer == "counter" and not draft.proposal:
            found.append(Refusal("answer", "A counter-offer needs a proposal on the same sheet."))
        return tuple(found)

    def question(self, side: int, draft: Dispatch, issues: tuple[str, ...] = ()) -> dict:
        return {"side": side, "issues": list(issues)}

    def price(self, side: int, letter: int) -> AcceptWords | None:
        costs = (("security", 120), ("home", -40), ("allies", -20), ("face", 10))
        term = TermWords("T01", ISSUES[0][1], 3, ISSUES[0][3][2], False, True, False)
        return AcceptWords(letter, costs, 70, (term,), (ISSUES[0][1],), (), ("Said loosely: the missiles.",), (), None) if letter < 3 else None

    def words(self, side: int, draft: Dispatch) -> ProposalWords:
        names = {issue[0]: issue for issue in ISSUES}
        said = [(names[id], term) for id, term in (draft.proposal.terms if draft.proposal else {}).items()]
        letter = tuple(f"{place}) On {issue[1]}: {issue[3][term.position - 1][0].lower()}{issue[3][term.position - 1][1:]}"
                       f"{', exactly so' if term.exact else ''}." for place,
                       (issue, term) in enumerate(said, 1) if not (term.secret and not term.paper))
        slip = tuple(f"The envoy says, and writes nowhere: {issue[3][term.position - 1]}." for issue, term in said if term.secret and not term.paper)
        costs = tuple((who, sum(weight * (3 - term.position) for _, term in said)) for who,
                      weight in (("security", 40), ("home", 25), ("allies", 15), ("face", 10)))
        return ProposalWords(letter or ("Nothing is said yet.",), slip, costs, sum(amount for _, amount in costs),
                             "Nine people would know the annex; about 12 in 100 that it leaks by January." if any(term.secret for _, term in said)
                             else "",
                             tuple(issue[1] for issue, term in said if not term.exact),
                             ("Havana can refuse inspectors on its soil.",) if any(issue[0] == "T05" for issue, _ in said) else (),
                             tuple(refusal.reason for refusal in self.refusals(side, draft)), self._warnings(said),
                             LeakWords(4, 12, 22, (8, 4), (24, 12), False) if any(term.secret for _, term in said) else None,
                             tuple(issue[1] for issue, term in said if not term.exact))

    def _warnings(self, said: list) -> tuple[str, ...]:
        haste = ("If either side is in great fear when this is signed, each exact word has about 30 chances in 100 to go loose.",)
        return (*(haste if any(term.exact for _, term in said) else ()),
                *(f"Given as news: {issue[1]}. It costs less and binds less." for issue, term in said if term.news),
                *(f"The term on {issue[1]} can be read as lapsed until {id} is so." for issue, term in said for id in term.conditions))

    def board(self, side: int) -> Board:
        before, after = (520, 610) if self.turn > 1 else (520, 520)
        pressure = Meter("pressure", "public", "Pressure", after, before, gloss="How taut the rope is, 0 to 1000: from 800 on it may break.")
        fatigue = Meter("fatigue", NAMES[side], "Fatigue", 580, 500, gloss="Sleep the staff has lost, in tenths of an hour.")
        meters = tuple(Meter(id, NAMES[side], name, value, last if self.turn > 1 else value, is_estimate=id == "estimate",
                             gloss=f"{name}, 0 to 1000: what it is and what it does, in one plain sentence.") for id, name, value, last in METERS)
        meters += (Meter("quarantine", "public", "Quarantine", 2, 2, top=4, gloss="Rung of the line at sea, 0 to 4."),
                   Meter("alert.washington", "public", "American alert", 3, 2, top=4, gloss="Rung of the American forces."))
        history = {} if self.turn == 1 else {"pressure": (300, 380, 520, 610), "fear": (200, 300, 380, 420), "fatigue": (100, 380, 500, 580),
                                             "home": (500, 650, 710, 740)}
        return Board(
            side=NAMES[side], scenario="Cuba, October 1962", turn=self.turn, turns_about=24, date="Saturday 27 October 1962, afternoon",
            clock_washington="16:00", clock_moscow="23:00", phase="Confrontation",
            phase_note="Find a text both can sign before a clash, a strike or a finished base decides. No later than 4 November.", half_days=1,
            turns=self._turns(side), played_at="This game is played at: How dangerous was it? About 1 in 10 (the default).",
            pressure=pressure, fatigue=fatigue, meters=meters, attention=3, attention_rested=4,
            attention_note="A fourth order is lost: the team has been up 30 hours.",
            papers=self._papers(side), orders=tuple(OrderLine(id, name, menu, f"{name}: what is done, and why one might do it today.", effects,
                                                              sleep, seen, refusal)
                                                    for id, name, menu, effects, sleep, seen, refusal in ORDERS) + self._answers(),
            issues=tuple(IssueLine(id, name, group, positions, "15 in Turkey, 30 in Italy" if id == "T09" else "", 1 + side * 3, 4 - side * 2, None,
                                   (200, 120, 20, -90, -240), (200, 140, 60, -20, -120), 300 if id == "T01" else 0,
                                   {"T05": "Havana", "T09": "NATO Council"}.get(id, ""), CONDITIONS_OF.get(id, ()), id in IN_SIGHT)
                         for id, name, group, positions in ISSUES),
            letters=correspondence(self._papers(side), CHANNELS, NAMES[side]), notes=NOTES if self.papers else (),
            channels=CHANNELS,
            chart=MapFacts(quarantine=2, flights=2, alert_washington=3, alert_moscow=2, sites=760, sites_margin=0 if side else 90,
                           incidents=(("u2_lost", "U-2 lost over Cuba", True), ("ship_boarded", "Ship stopped at the line", False))
                           if self.turn > 1 else ()),
            marks=busy(side) if self.turn > 1 else (), elsewhere=ELSEWHERE,
            ledger=self._ledger(side) if self.turn > 1 else (), done=("Stop and board at the line", "Speak to the nation") if self.turn > 1 else (),
            seen_of_them=("Second letter, by radio", "Ships beyond the line to wait") if self.turn > 1 else (), history=history,
            ending=self._ending() if self.is_over else None,
            more_meters=tuple(Meter(id, NAMES[side], name, value, last, gloss=f"{name}: what stands behind it.") for id, name, value, last in BEHIND)
            + tuple(Meter(f"awake.{person[0]}", NAMES[side], f"Hours awake: {person[1]}", person[3], person[3], top=99) for person in TEAM),
            panels=WALL[side] if self.stage == "confrontation" else (WALL[side][-1],), stage=self.stage, stands_at=900,
            readings=self._readings() if self.stage != "confrontation" else (),
            team=tuple(Person(*person) for person in TEAM),
            files=tuple(DateLine(id, name, when, f"{name}: what the day asks of us, and what has been said about it so far in both capitals.", ours,
                                 state, asks, "face +15, pressure \u221220" if asks else "", "face \u221215, Peking's polemics +40",
                                 f"{6 + place} Nov", -4 if state in ("met", "missed", "past") else 3 + 9 * place)
                        for place, (id, name, when, ours, state, asks) in enumerate(DATES)))

    def _readings(self) -> tuple[Reading, ...]:
        return tuple(Reading(id, name, positions[2] if place % 4 < 3 else "", positions[0], positions[4] if place % 4 < 3 else "", STATES[place % 4],
                             place % 5 == 0, place % 3, place < 2) for place, (id, name, _, positions) in enumerate(ISSUES))

    def _answers(self) -> tuple[OrderLine, ...]:
        """The three first words, and the orders of another stage."""
        frames = tuple(OrderLine(id, words, "public", f"{words}: and nothing else, so that the way back stays short.", (("home standing", 25),), 10,
                                 True, "", QUESTION) for id, words in FRAMES)
        return frames + tuple(OrderLine(id, name, menu, f"{name}: what is done.", (("face", 10),), 0, True, f"{name}: only after 4 November.",
                                        answers, True) for id, name, menu, answers in LATER)

    def _papers(self, side: int) -> tuple[Paper, ...]:
        them = ("Khrushchev", "Kennedy")[side]
        letter = Paper("letter-2", "letter", f"{them}, second letter: bases too", "Radio, in clear", "27 October, 10:17",
                       (f"The writer would take the weapons out of Cuba, and wants the like taken away on the other side. {SECRET_OF[side]}.",
                        "Each side would then pledge itself before the Security Council, one towards Cuba and one towards Turkey. " * 3,
                        "United Nations men may look at both, if both hosts allow it."), letter=2,
                       terms=(TermWords("T01", ISSUES[0][1], 3, ISSUES[0][3][2], False, True, False),
                              TermWords("T09", ISSUES[6][1], 5, ISSUES[6][3][4], False, True, False)),
                       deadline="Sunday 28 October, 18:00", source="as drafted by this game", number=2,
                       by=NAMES[1 - side], channel="broadcast")
        first = Paper("letter-1", "letter", f"{them}, first letter: arms for a pledge", "Embassy cable", "26 October, 18:00",
                      ("Specialists would not be needed if there were a pledge.",), letter=1,
                      is_new=False,
                      terms=(TermWords("T07", ISSUES[4][1], 4, ISSUES[4][3][3], False, False, False, "Treaty before the United Nations", True,
                                       ("supervised", "conduct", "lasting", "treaty")),), number=1, by=NAMES[1 - side], channel="cable")
        own = Paper("own-1", "letter", "Our letter of 25 October", "Embassy cable", "25 October, 01:59",
                    ("We asked that the state of things before be restored.",), letter=1, is_new=False, is_own=True,
                    number=1, by=NAMES[side], channel="envoy",
                    terms=(TermWords("T01", ISSUES[0][1], 1, ISSUES[0][3][0], True, False, True),))
        others = (("cable", "Low-level jets fired on; one hit, home", "CINCLANT"), ("report", "Five of six SS-4 sites fully ready", "CIA memorandum"),
                  ("note", "Chiefs: strike by Monday, then land", "General Taylor"),
                  ("news", "Columnist: a face-saving trade, Turkey", "Thursday's column"),
                  ("broadcast", "Havana radio: five points", "Monitored text"))
        rest = tuple(Paper(f"p{place}", *others[place % 5][:2], others[place % 5][2], "27 October, 06:00", ("One paragraph of it.", "And another."),
                           is_new=place < 2) for place in range(self.papers))
        return (letter, rest[0], first, own, *rest[1:]) if rest else (letter,)

    def _ledger(self, side: int) -> tuple[LedgerRow, ...]:
        rows, value = [], 520
        for mechanism, amount, cause in (("posture", 60, "Stop and board at the line"), ("incidents", 50, "U-2 lost over Cuba"),
                                         ("incidents", 15, "U-2 astray"),
                                         ("pressure", 15, "cause not known to you"), ("pressure", -20, "a letter stands open"),
                                         ("third_parties", -20, "U Thant's plea kept ships apart"),
                                         ("pressure", -10, "a quiet night")):
            rows.append(LedgerRow(mechanism, "public", "pressure", "Pressure", value, amount, value + amount, cause,
                                  by=_by(mechanism, cause, side), springs=("quarantine",) if mechanism == "incidents" else (),
                                  why=f"{cause}: why it moves the rope, told in one sentence that is long enough to need a second line somewhere."))
            value += amount
        for id, name, value, last in METERS:
            if value != last:
                rows.append(LedgerRow("audience", NAMES[side], id, name, last, value - last, value, f"{name}: why it moved"))
        return (*rows, LedgerRow("fatigue", NAMES[side], "fatigue", "Fatigue", 500, 80, 580, "30 hours without sleep"))

    def _turns(self, side: int) -> tuple[TurnWords, ...]:
        """Three turns behind this one, the last with the whole ledger; none before the first."""
        if self.turn == 1:
            return ()
        small = LedgerRow("pressure", "public", "pressure", "Pressure", 300, 80, 380, "the quarantine stands", "Warships on a line.", "",
                          ("quarantine",))
        rung = LedgerRow("posture", "public", "quarantine", "Quarantine", 1, 1, 2, "Stop and board at the line", "Our order.", NAMES[side])
        early = (TurnWords(1, "Thursday 25 October 1962", "25 Oct", 0, 1440, (small, rung), ("Stop and board at the line",), (), ()),
                 TurnWords(2, "Friday 26 October 1962, afternoon", "26 Oct", 1440, 2160, (replace(small, before=380, amount=140, after=520),), (),
                           ("Second letter, by radio",), (("ship_boarded", "Ship stopped at the line", False),)))
        return (*early, TurnWords(3, "Saturday 27 October 1962, morning", "27 Oct", 2160, 2880, self._ledger(side),
                                  ("Stop and board at the line", "Speak to the nation"), ("Second letter, by radio", "Ships beyond the line to wait"),
                                  (("u2_lost", "U-2 lost over Cuba", True), ("ship_boarded", "Ship stopped at the line", False)),
                                  is_open=self.is_over))

    def watched(self, side: int) -> "FakeWatched":
        return FakeWatched(self.board(side))

    def _ending(self) -> EndingWords:
        parts = dict(security=640, home=700, allies=560, face=610, peace=820, total=666)
        true = dict(security=600, home=640, allies=480, face=590, peace=760, total=614)
        agreed = tuple((TermWords(id, name, 3, positions[2], id == "T09", True, False), positions[2], positions[3] if place % 2 else positions[2])
                       for place, (id, name, _, positions) in enumerate(ISSUES[:7]))
        return EndingWords("agreement_kept", "The agreement was kept",
                           ("The missiles went, counted at sea, and the line at sea was lifted. What was left open was quarrelled over.",
                            "One good ending does not show that the risk was low."),
                           (Score("washington", parts, true), Score("moscow", {**parts, "total": 540}, {**true, "total": 575})), agreed,
                           ("Nine people knew of the Jupiters; it did not come out.",
                            "The low-level flights stopped quietly; the press had it on 16 November."),
                           ("Likely: fear: Moscow's stood at 720 as the text was signed.",
                            "Possible: fatigue: Washington's staff was 44 hours of sleep short as it was signed.",
                            "Possible: the annex: something was given that could not have been given in the open."),
                           ("The annex was kept for years. In 1969 the memoir of one who had known it put it into print.",
                            "The missiles in Turkey went in time.",
                            "With all of that known, the truth is worth 548 to Washington and 623 to Moscow."), "kept",
                           (("Soviet soldiers in Cuba: 18,400 were counted, and there were 41,900.",
                             "Moscow's fear: the staff put it at 512, and it stood at 690 of 1000."),
                            ("The American forces: the staff put it at 610, and it stood at 742 of 1000.",
                             "Castro's own gunners had leave to fire.")))
