"""Proposals as letters, broadcasts and spoken messages in the tone of the time.

Comes in: the terms of one proposal, its writer, number and channel. Goes out: paragraphs. A letter reads the same to its writer's draft,
to the writer's file and to its reader, on whatever day each looks: variation hangs on what is in the letter, never on chance or the clock.
Never here: a sentence from a real letter, the worth of a term, anything about the writer that the letter does not say.
"""

from dataclasses import dataclass

from ..engine.chance import salt
from ..engine.orders import PLAIN, TONES, Proposal, code_of
from ..engine.rulebook import Channel, Rulebook
from ..engine.sides import SIDE_IDS, WASHINGTON, other
from ..engine.terms import EXACT, NEWS, PAPER, SECRET, condition_ids
from . import phrases
from .clauses import BOTH, DOES, clause, promises_a_paper
from .dates import until

Terms = dict[int, int]
"""Issue place -> term code; what is not said is not there."""


@dataclass(frozen=True)
class Sent:
    """One proposal, as both its writer and its reader may know it."""

    writer: int
    terms: Terms
    channel: int
    due: int
    """Minutes since the start; 0 = no deadline."""
    number: int
    after_deal: bool
    tone: int = PLAIN
    """One of orders.TONES."""


@dataclass(frozen=True)
class Letter:
    kind: str
    """`cable`, `broadcast`, `letter` or `note`, as on a Paper."""
    title: str
    sender: str
    face: tuple[str, ...]
    """What is written or broadcast, or the envoy's words where the whole message is spoken."""
    annex: tuple[str, ...]
    """A sheet that goes with it for the leader alone."""
    slip: tuple[str, ...]
    """What the envoy says and does not write."""

    @property
    def body(self) -> tuple[str, ...]:
        """All of it, as its reader gets it."""
        return self.face + self.annex + self.slip


def of_draft(rulebook: Rulebook, side: int, proposal: Proposal, number: int, minutes: int, after_deal: bool) -> Sent:
    """A proposal that has not gone yet; `number` is the one it will bear."""
    terms = {rulebook.issue(id): code_of(term) for id, term in proposal.terms.items()}
    due = minutes + 720 * proposal.deadline_half_days if proposal.deadline_half_days else 0
    channel = rulebook.channel(proposal.channel)
    tone = TONES.index(proposal.tone) if proposal.tone in TONES else PLAIN      # an unknown tone is refused elsewhere, in words
    return Sent(side, carried(terms, rulebook.channels[channel]), channel, due, number, after_deal, tone)


def carried(terms: Terms, channel: Channel) -> Terms:
    """The terms as that channel can carry them: a public one no annex, a spoken one no paper (as engine/mechanisms/delivery)."""
    drops = SECRET * channel.is_public + PAPER * channel.is_oral
    return {place: term & ~drops for place, term in terms.items() if term}


def compose(rulebook: Rulebook, sent: Sent) -> Letter:
    """The letter in words."""
    pen, channel = _Pen(rulebook, sent), rulebook.channels[sent.channel]
    spoken = channel.is_oral
    secret = {place: term for place, term in sent.terms.items() if term & SECRET and not channel.is_public}
    opened = {place: term for place, term in sent.terms.items() if place not in secret}
    on_paper = {place: term for place, term in secret.items() if term & PAPER}
    by_word = {place: term for place, term in secret.items() if not term & PAPER}
    if spoken:
        face = pen.spoken(opened)
        slip = pen.slip(by_word)
    else:
        face = pen.written(opened) if opened else pen.covering_note()
        slip = pen.slip(by_word)
    annex = pen.annex(on_paper) if on_paper else ()
    return Letter(_kind(channel), _title(rulebook, sent), _sender(sent, channel), face, annex, slip)


def _kind(channel: Channel) -> str:
    if channel.is_oral:
        return "note"
    if channel.is_public:
        return "letter" if _is_united_nations(channel) else "broadcast"
    return "cable"


def _is_united_nations(channel: Channel) -> bool:
    return channel.id in ("un", "united_nations")


def _sender(sent: Sent, channel: Channel) -> str:
    office = phrases.OFFICE[sent.writer]
    if channel.is_oral:
        return phrases.ENVOY[sent.writer]
    if _is_united_nations(channel):
        return f"{office}, through the Secretary-General"
    if channel.is_public:
        return phrases.STATION[sent.writer]
    return f"{office}, by embassy cable"


def _title(rulebook: Rulebook, sent: Sent) -> str:
    """`Moscow, letter 3: Missiles, Inspection and 2 more`."""
    names = [rulebook.issues[place].name for place in sent.terms]
    more = len(names) - 2
    listed = " and ".join(names) if more <= 0 else f"{', '.join(names[:2])} and {more} more"
    what = "ultimatum" if sent.due else "spoken message" if rulebook.channels[sent.channel].is_oral else "letter"
    return f"{phrases.CAPITAL[sent.writer]}, {what} {sent.number}: {listed}"


def short(subject: str) -> str:
    """`the missiles` -> `missiles`."""
    return subject.removeprefix("the ").removeprefix("The ")


class _Pen:
    """Writes one letter; remembers which variant of each phrase is its own."""

    def __init__(self, rulebook: Rulebook, sent: Sent):
        self.rulebook, self.sent = rulebook, sent
        text = ",".join(f"{place}:{term}" for place, term in sent.terms.items())
        self._mark = f"{sent.number}/{SIDE_IDS[sent.writer]}/{sent.channel}/{sent.due}/{sent.tone}/{text}"

    def pick(self, what: str, variants: tuple[str, ...]) -> str:
        """The variant of this letter; letters of one writer with neighbouring numbers never share it where there are two or more."""
        return variants[(salt(f"{SIDE_IDS[self.sent.writer]}/{what}") + self.sent.number) % len(variants)]

    def pick_next(self, what: str, variants: tuple[str, ...], step: int) -> str:
        """The variant `step` places on from this letter's own, so that one letter does not repeat itself."""
        return variants[(salt(f"{self._mark}/{what}") + step) % len(variants)]

    def written(self, terms: Terms) -> tuple[str, ...]:
        """A letter or a broadcast: greeting, opening, numbered points, deadline, close."""
        channel = self.rulebook.channels[self.sent.channel]
        head = phrases.READ_ALOUD[self.sent.writer] if channel.is_public else self.pick("greeting", phrases.GREETING[self.sent.writer])
        is_document = all(term & PAPER for term in terms.values())
        caveat = (self.pick("document", phrases.ALL_WRITTEN),) if is_document else ()
        points = self._points(terms, mark_written=not is_document)
        close = self._close()
        return (head, self._opening(), *caveat, *points, *self._deadline(), close, phrases.SIGNED[self.sent.writer])

    def covering_note(self) -> tuple[str, ...]:
        """The face of a letter whose every term is secret: it says nothing."""
        greeting = self.pick("greeting", phrases.GREETING[self.sent.writer])
        return (greeting, self.pick("cover", phrases.COVERING_NOTE), phrases.SIGNED[self.sent.writer])

    def spoken(self, terms: Terms) -> tuple[str, ...]:
        """An envoy's message as the listener wrote it down."""
        call = self.pick("call", phrases.CALL[self.sent.writer])
        if self.sent.tone:
            call = f"{call} {self.pick('manner', phrases.MANNER[self.sent.writer, self._tone])}"
        if not terms:
            return (call,)
        leads = phrases.HEARD
        first = leads.index(self.pick("heard", tuple(lead for lead in leads if lead not in phrases.HEARD_LATER)))
        said = [self._sentence(place, term, leads[(first + step) % len(leads)], by_mouth=True)
                for step, (place, term) in enumerate(self._in_order(terms))]
        return (call, *said, *self._deadline())

    def annex(self, terms: Terms) -> tuple[str, ...]:
        """The separate sheet."""
        return (self.pick("annex", phrases.ANNEX), *(self._sentence(place, term) for place, term in self._in_order(terms)))

    def slip(self, terms: Terms) -> tuple[str, ...]:
        """What is only said."""
        if not terms:
            return ()
        lead = self.pick("slip", phrases.SLIP[self.sent.writer])
        said, papers = [], [place for place, term in terms.items() if promises_a_paper(self.rulebook.issues[place], term & 7)]
        for step, (place, term) in enumerate(self._in_order(terms)):
            asks = self._who_does(place) == other(self.sent.writer)
            leads = (phrases.WANTED_PAPER if place in papers else phrases.WANTED) if asks else phrases.SAID
            said.append(self._sentence(place, term, self.pick_next("slip", leads, step), by_mouth=True))
        # who promises a paper cannot add that there will never be one
        return (lead, *said, phrases.NO_PAPER_YET if papers else self.pick("no paper", phrases.NO_PAPER))

    @property
    def _tone(self) -> str:
        return TONES[self.sent.tone]

    def _close(self) -> str:
        if self.sent.tone:
            return self.pick(f"close/{self._tone}", phrases.CLOSE_IN[self.sent.writer, self._tone])
        return self.pick("close", phrases.CLOSE[self.sent.writer])

    def _opening(self) -> str:
        sent = self.sent
        if sent.tone:
            return self.pick(f"opening/{self._tone}", phrases.OPENING_IN[sent.writer, self._tone])
        mood = "after" if sent.after_deal else "threat" if sent.due else "first" if sent.number == 1 else "again"
        return self.pick(f"opening/{mood}", phrases.OPENING[sent.writer, mood])

    def _who_does(self, place: int) -> int:
        return DOES.get(self.rulebook.issues[place].id, BOTH)

    def _in_order(self, terms: Terms) -> list[tuple[int, int]]:
        """What the reader would have to do first, then what both would, then the writer's own part."""
        def place_of(item: tuple[int, int]) -> tuple[int, int]:
            does = self._who_does(item[0])
            return (0 if does == other(self.sent.writer) else 2 if does == self.sent.writer else 1, item[0])
        return sorted(terms.items(), key=place_of)

    def _points(self, terms: Terms, mark_written: bool) -> list[str]:
        points: list[str] = []
        turned, written = False, 0
        for place, term in self._in_order(terms):
            does = self._who_does(place)
            own, lead = does == self.sent.writer, ""
            if term & NEWS:
                lead = ""           # the sentence brings its own
            elif mark_written and term & PAPER:
                lead = self.pick_next("written", phrases.WRITTEN, written)
                written += 1
            elif own and not turned and points:
                lead = self.pick("in return", phrases.IN_RETURN)
            elif does == other(self.sent.writer) and not points:
                lead = self.pick("asking", phrases.ASKING)
            turned = turned or own
            points.append(f"{len(points) + 1}. {self._sentence(place, term, lead)}")
        return points

    def _sentence(self, place: int, term: int, lead: str = "", by_mouth: bool = False) -> str:
        words = clause(self.rulebook.issues[place], term & 7, bool(term & EXACT), by_mouth).format(**self._names(by_mouth))
        if hangs_on := condition_ids(term):
            words = words.replace(phrases.UNCONDITIONAL, "") + self._provided(place, hangs_on, bool(term & EXACT))
        if term & NEWS:
            spoken = self.rulebook.channels[self.sent.channel].is_oral
            lead = self.pick_next("news", phrases.NEWS_HEARD if spoken else phrases.NEWS, place)
        whole = lead + words
        return f"{whole[0].upper()}{whole[1:]}."

    def _provided(self, place: int, hangs_on: tuple[str, ...], exact: bool) -> str:
        """`, provided that the United Nations can look on, and that Cuba keeps the peace`; behind exact words a sentence of its own."""
        clauses = [phrases.CONDITION[id][exact] for id in hangs_on]
        joined = clauses[0] if len(clauses) == 1 else f"{', that '.join(clauses[:-1])}, and that {clauses[-1]}"
        if exact:
            return f". {self.pick_next('provided', phrases.PROVIDED_EXACTLY, place)} that {joined}"
        return f", {self.pick_next('provided', phrases.PROVIDED, place)} that {joined}"

    def _names(self, by_mouth: bool) -> dict[str, str]:
        """Each government has its own word for things: the R-12 is called SS-4 in Washington, and nobody there says that its line lacks ground."""
        names = (phrases.NAMES_HEARD if by_mouth else phrases.NAMES)[self.sent.writer]
        return {thing: self.pick(thing, variants) for thing, variants in names.items()}

    def _deadline(self) -> tuple[str, ...]:
        if not self.sent.due:
            return ()
        line = self.pick("deadline", phrases.DEADLINE[self.sent.writer])
        return (line.format(when=f"{until(self.rulebook, WASHINGTON, self.sent.due)} Washington time"),)
