"""What a turn brought to one seat, as papers: letters that arrived, clashes, answers, deals, leaks, quarrels over wording.

Comes in: that seat's Views before and after the turn, and its own Dispatch. Goes out: Papers, newest first.
Never here: a cause the seat may not know; everything is read off the two Views.
"""

from collections.abc import Sequence

from ..engine.ledger import Line
from ..engine.orders import ACCEPT, COUNTER, REFUSE, Dispatch
from ..engine.rulebook import LOOSE_ENDS, OVER, STAGES, Rulebook
from ..engine.sides import SIDE_NAMES
from ..engine.terms import EXACT, NEWS, SECRET
from ..engine.view import View
from . import files, happenings, seen, summary, team
from .board import Paper
from .correspondence import filed, on_table, signed, term_words, terms_of
from .dates import day as day_of
from .dates import local, stage_ends, stamp
from .desk import ORDINALS, Desk, listed
from .fates import which_bound
from .letters import of_draft, short
from .phrases import LOGGED, REACTIONS, REPRISAL, TWO_READINGS, WHOSE_GUNS, WOULD_END_IT


def papers_of_turn(rulebook: Rulebook, before: View, after: View, dispatch: Dispatch, past: dict[str, int], lines: Sequence[Line],
                   seen_of_them: tuple[str, ...] = ()) -> tuple[Paper, ...]:
    """Everything that came in with the turn, newest first. `past` counts earlier papers by the front of their ids; `lines` are the ledger's as
    the seat may know it; `seen_of_them` names what the other side was seen to do."""
    desk = _NewsDesk(rulebook, before, after, dispatch, past, lines, seen_of_them)
    timed = [*summary.report(desk), *desk.letters(), *desk.incidents(), *desk.deal(), *desk.answers(), *desk.lapsed(), *desk.leak(),
             *desk.disputes(), *desk.barred(), *desk.stage(), *happenings.news(desk), *files.news(desk), *team.news(desk), *seen.report(desk)]
    return tuple(paper for _, paper in sorted(timed, key=lambda item: -item[0]))


class _NewsDesk(Desk):
    """The duty officer who writes up letters, clashes, answers, deals, leaks and quarrels."""

    def letters(self) -> list[tuple[int, Paper]]:
        """Theirs that arrived, and what this seat sent."""
        found = []
        for lying in on_table(self.after, self.them):
            if lying.age == 0:
                at_once = not self.rulebook.channels[lying.sent.channel].delay_half_days
                minutes = self.begins + 20 if at_once else self.moment(f"letter/{self.them}/{lying.sent.number}")
                found.append((minutes, filed(self.rulebook, self.after, lying.sent, stamp(self.rulebook, self.side, minutes))))
        number = int(self.after.own.sent[0])
        if self.dispatch.proposal and number > int(self.before.own.sent[0]):
            sent = of_draft(self.rulebook, self.side, self.dispatch.proposal, number, self.begins, bool(self.before.public.agreed_at[0]))
            found.append((self.begins + 20, filed(self.rulebook, self.before, sent, stamp(self.rulebook, self.side, self.begins + 20))))
        return found

    def incidents(self) -> list[tuple[int, Paper]]:
        """Clashes of the turn."""
        return [self._incident(kind, int(grade) > 1) for kind, grade in enumerate(self.after.public.news[0]) if int(grade)]

    def _incident(self, kind: int, serious: bool) -> tuple[int, Paper]:
        incident = self.rulebook.incidents[kind]
        front = f"incident-{incident.id}"
        earlier = self.past.get(front, 0)
        again = f"It is the {ORDINALS[min(earlier + 1, 10)]} of its kind since the crisis began." if earlier else ""
        body = [incident.serious_text if serious else incident.text, again]
        remarks = (REACTIONS if serious else LOGGED)[self.side]
        body.append(remarks[(self.turn + kind) % len(remarks)])
        if serious and self.rulebook.incident_loses_aircraft[kind]:
            body.append(REPRISAL[self.side]["reprisal for the lost aircraft" in self.causes])
        if serious and self.rulebook.incident_of_gunners[kind]:
            body.append(WHOSE_GUNS[self.side])
        title = f"{incident.name}: grave" if serious else incident.name
        return self.paper(self.moment(front), front, "news", title, "Flash" if serious else "Duty officer", *body, source=incident.source)

    def answers(self) -> list[tuple[int, Paper]]:
        """How the other side answered, where no deal says it better."""
        how = int(self.after.public.answered[0, self.them])
        if not how or self.new_deal:
            return []
        them, ours = SIDE_NAMES[self.them], self.gone[self.side]
        which = f"our letter {ours[0].sent.number}" if len(ours) == 1 else "our letter"
        if how == REFUSE:
            return [self.paper(self.moment("answer"), "answer", "cable", f"{them} refuses {which}", f"{them}, by return",
                               f"The answer to {which} is no. Nothing is put in its place, and the letter is off the table.")]
        if how == COUNTER:
            return [self.paper(self.moment("answer"), "answer", "cable", f"{them} answers {which} with terms of its own", f"{them}, by return",
                               f"{which[0].upper()}{which[1:]} is set aside. What {them} would sign instead comes in a letter of its own.")]
        if how != ACCEPT:
            return []
        if int(self.after.public.barred[0]):
            return [self.paper(self.moment("answer"), "answer", "cable", f"{them} said yes, and yet there is no deal", f"{them}, by return",
                               "The acceptance came, but the text could not take effect.",
                               happenings.barred_in_words(int(self.after.public.barred[0])))]
        return [self.paper(self.moment("answer"), "answer", "cable", f"{them} says yes to what stands already", f"{them}, by return",
                           "The answer is yes, and it changes nothing: every term of the letter is in force as it is.")]

    def deal(self) -> list[tuple[int, Paper]]:
        """A text that binds from now on."""
        if not self.new_deal:
            return []
        readings = self.after.own.reading[0]
        terms = tuple(term_words(self.rulebook, place, term, int(readings[place])) for place, term in self.new_deal.items())
        first = int(self.after.public.agreed_at[0]) and not int(self.before.public.agreed_at[0])
        loose = [short(self.rulebook.issues[place].subject) for place, term in self.new_deal.items() if not term & EXACT]
        secret = [short(self.rulebook.issues[place].subject) for place, term in self.new_deal.items() if term & SECRET]
        opened = "Both governments have said yes to the same text." if first else "One more text binds both governments."
        blurred = happenings.lost_in_haste(self)
        haste = f"It was signed in haste and fear, and on {listed(blurred)} the exact words went loose on the way." if blurred else ""
        told = [short(self.rulebook.issues[place].subject) for place, term in self.new_deal.items() if term & NEWS]
        news = f"Given as news and not as an undertaking: {listed(told)}." if told else ""
        annex = f"Not for any public: {listed(secret)}." if secret else ""
        seams = f"Said loosely, so that each may read it his own way: {listed(loose)}." if loose else "Every word of it is exact."
        minutes = self.ends - 30
        title = "Agreement in principle" if first else f"Agreed: {listed([self.rulebook.issues[place].name for place in self.new_deal])}"
        paper = Paper(f"deal@{self.turn}", "letter", title, "Both governments", stamp(self.rulebook, self.side, minutes),
                      tuple(text for text in (opened, which_bound(self), annex, news, haste, seams) if text), terms=terms)
        return [(minutes, paper)]

    def lapsed(self) -> list[tuple[int, Paper]]:
        """Letters that left the table unanswered, and those their writer took back."""
        if self.new_deal:
            return []
        found = []
        patience = self.rulebook.rules.bargaining.letter_open_turns
        answered = {self.them: self.dispatch.answer_to if self.dispatch.answer in ("refuse", "counter", "accept") else 0, self.side: 0}
        for writer in (self.side, self.them):
            for lying in self.gone[writer]:
                number, is_late = lying.sent.number, lying.sent.due and lying.sent.due < self.ends
                if number in (answered[writer], self.dispatch.withdraw if writer == self.side else 0):
                    continue
                whose = f"Our letter {number}" if writer == self.side else f"{SIDE_NAMES[writer]}'s letter {number}"
                if lying.age + 1 > patience or is_late:
                    why = "Its deadline passed without an answer." if is_late else "It lay too long without an answer."
                    bluff = self._bluff(writer) if is_late else ""
                    found.append(self.paper(self.ends - 60, f"lapsed-{writer}-{number}", "note", f"{whose} has lapsed", "Registry",
                                            f"{why} It binds nobody now.", bluff))
                elif writer == self.them:
                    found.append(self.paper(self.begins + 60, f"withdrawn-{number}", "note", f"{whose} is withdrawn", SIDE_NAMES[writer],
                                            f"{SIDE_NAMES[writer]} has taken the letter back. It can no longer be accepted."))
        return found

    def _bluff(self, writer: int) -> str:
        """What it means that a deadline passed."""
        sent = int(self.after.public.ultimata[0, writer])
        if writer != self.side:
            return f"Their hour passed and nothing followed. It was their {ORDINALS[min(max(sent, 1), 10)]} ultimatum; the next will weigh less here."
        cost = self.amount("our deadline passed, and nothing followed", "face")
        price = f" It costs the leader face: {signed(cost)}." if cost else ""
        return f"We had named an hour, it was waited out, and nothing followed. In either language that is a bluff called.{price}"

    def leak(self) -> list[tuple[int, Paper]]:
        """The annex in the papers."""
        if not int(self.after.public.leaked[0]) or int(self.before.public.leaked[0]):
            return []
        secret = [place for place, term in terms_of(self.after.public.agreed[0].tolist()).items() if term & SECRET]
        names = listed([short(self.rulebook.issues[place].subject) for place in secret]) or "an understanding kept from the public"
        return [self.paper(self.moment("leak"), "leak", "news", "The secret annex is in the newspapers", "Morning press",
                           f"{self._who_told()} The substance of it: {names}. What was promised in private is now argued about in public, and "
                           "those who denied it are asked why.")]

    def _who_told(self) -> str:
        """Whether a side opened it on purpose, as far as it was seen."""
        ours = any(order.leaks for order in self.rulebook.orders[self.side] if order.id in self.dispatch.orders)
        theirs = any(order.leaks for order in self.rulebook.orders[self.them] if order.name in self.seen)
        if ours or theirs:
            return f"{'We have' if ours else f'{self.their_name} has'} opened it on purpose, and it was understood so."
        return "A correspondent has it, and nobody knows from whom."

    def disputes(self) -> list[tuple[int, Paper]]:
        """Two readings of one clause that met."""
        found = []
        for place, collided in enumerate(self.after.public.disputes_now[0]):
            if not int(collided):
                continue
            issue = self.rulebook.issues[place]
            ours = int(self.after.own.reading[0, place])
            front = f"dispute-{issue.id}"
            earlier = self.past.get(front, 0)
            is_written = int(self.after.public.agreed[0, place]) > 0
            words = self.pick(front, TWO_READINGS[is_written]).format(subject=issue.subject)
            reading = f"We hold to this: \"{issue.positions[ours - 1]}\". {SIDE_NAMES[self.them]} holds otherwise." if ours else ""
            again = f"It is the {ORDINALS[min(earlier + 1, 10)]} quarrel over the same words." if earlier else ""
            found.append(self.paper(self.moment(front), front, "cable", f"Quarrel over the wording: {issue.name}", "New York delegation",
                                    words, reading, again, self.pick("ends it", WOULD_END_IT, self.turn + place)))
        return found

    def barred(self) -> list[tuple[int, Paper]]:
        """Havana's refusal, told once."""
        if "the promised inspection is barred" not in self.causes or self.past.get("barred"):
            return []
        return [self.paper(self.moment("barred"), "barred", "cable", "Havana bars the inspectors", "United Nations mission",
                           "The Cuban Premier will have no inspectors on Cuban soil, whoever promised them. Moscow says that it cannot make him.",
                           "While the promise stands and is not kept, it costs us something at home every turn. Another text on inspection would "
                           "end that.")]

    def stage(self) -> list[tuple[int, Paper]]:
        """A new stage of the calendar."""
        stages = self.rulebook.stage_of
        was, now = int(stages[int(self.before.public.phase[0])]), int(stages[int(self.after.public.phase[0])])
        if was == now or now == OVER:
            return []
        ends = local(self.rulebook, self.side, stage_ends(self.rulebook, now))
        title = "From the crisis to its loose ends" if now == LOOSE_ENDS else f"The stage of {STAGES[now].replace('_', ' ')}"
        about = ("The edge has been left behind; what was signed has to be carried out, and what was left vague to be argued. Turns are longer now, "
                 "and letters arrive within them." if now == LOOSE_ENDS else
                 "The files that are still open go to New York. What was kept quiet has to stay quiet, and what was promised falls due.")
        return [self.paper(self.ends - 5, "stage", "note", title, "Secretariat", about, f"This stage ends no later than {day_of(ends)}.")]
