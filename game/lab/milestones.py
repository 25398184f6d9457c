"""What happened on which day, as questions to a played game: did history happen in it?

Comes in: a Rulebook and the turns of one game (the whole truth: this is for tests, the calibration and the debrief, never for a seat).
Goes out: each milestone with its source and whether it was passed. Never here: a rule, a doctrine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..engine.endings import AGREEMENT_KEPT
from ..engine.orders import Dispatch, Proposal
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, WASHINGTON
from ..session.played import Played

SERIOUS = 2
MISSED = 2


@dataclass(frozen=True)
class Milestone:
    id: str
    name: str
    source: str
    """Rows of the timeline it rests on."""
    passed: Callable[["Course"], bool]


class Course:
    """One game, asked by date: the turn that a moment falls into, and what each side did in it."""

    def __init__(self, rulebook: Rulebook, turns: Sequence[Played]):
        self.rulebook, self.turns = rulebook, turns

    def at(self, moment: str) -> Played | None:
        """The turn that was played when that moment passed (ISO 8601 with offset); None if the game had ended."""
        minutes = int((datetime.fromisoformat(moment) - self.rulebook.starts).total_seconds()) // 60
        return next((turn for turn in self.turns if int(turn.before.public.minutes[0]) <= minutes < int(turn.after.public.minutes[0])), None)

    def did(self, moment: str, side: int) -> Dispatch:
        """What that side handed in for the turn of a moment; an empty dispatch if the game had ended."""
        turn = self.at(moment)
        return turn.dispatches[side] if turn else Dispatch()

    def sent(self, moment: str, side: int) -> Proposal:
        """What it proposed in that turn; a proposal of nothing if it sent none."""
        return self.did(moment, side).proposal or Proposal({}, "")

    def letter_of(self, moment: str, side: int) -> int:
        """The number of the letter that side sent in the turn of a moment; 0 if none."""
        turn = self.at(moment)
        return int(turn.after.dossier.sent[0, side]) if turn and turn.dispatches[side].proposal else 0

    def agreed(self, issue: str) -> int:
        """The position in force at the end; 0 if none."""
        return int(self.turns[-1].after.public.agreed[0, self.rulebook.issue(issue)]) & 7

    def happened(self, moment: str, incident: str) -> bool:
        """Whether that incident was serious in the turn of a moment."""
        turn = self.at(moment)
        kinds = [kind.id for kind in self.rulebook.incidents]
        return bool(turn) and int(turn.after.public.news[0, kinds.index(incident)]) == SERIOUS      # type: ignore[union-attr]


def _first_letter(course: Course) -> bool:
    letter = course.sent(FRIDAY, MOSCOW)
    return letter.channel == "cable" and letter.tone == "anguished" and "T09" not in letter.terms and "T06" in letter.terms


def _second_letter(course: Course) -> bool:
    letter = course.sent(SATURDAY, MOSCOW)
    return letter.channel == "broadcast" and "T09" in letter.terms and not letter.terms["T09"].secret


def _answer_to_the_first(course: Course) -> bool:
    reply, first, second = course.did(SATURDAY_EVENING, WASHINGTON), course.letter_of(FRIDAY, MOSCOW), course.letter_of(SATURDAY, MOSCOW)
    offer = course.sent(SATURDAY_EVENING, WASHINGTON)
    return reply.answer == "counter" and 0 < reply.answer_to == first < second and "T09" in offer.terms and offer.terms["T09"].secret


def _agreed_on_sunday(course: Course) -> bool:
    turn = course.at(SUNDAY)
    if turn is None or course.did(SUNDAY, MOSCOW).answer != "accept":
        return False
    return int(turn.before.public.agreed_at[0]) == 0 < int(turn.after.public.agreed_at[0])


def _paper_returned(course: Course) -> bool:
    asked, answered = course.at("1962-10-29T12:00:00-05:00"), course.at("1962-11-01T12:00:00-05:00")
    return bool(asked and answered) and (int(asked.after.public.paper_asked[0]), int(answered.after.public.paper_asked[0])) == (1, 2)  # type: ignore[union-attr]


def _bombers(course: Course) -> bool:
    turn = course.at("1962-11-20T12:00:00-05:00")
    return turn is not None and course.agreed("T02") == 2 and 0 < int(turn.after.umpire.bombers_settled_at[0]) <= int(turn.after.public.minutes[0])


def _line_lifted(course: Course) -> bool:
    before, after = course.at("1962-11-19T12:00:00-05:00"), course.at("1962-11-21T12:00:00-05:00")
    return bool(before and after) and int(before.before.public.quarantine[0]) > 0 == int(after.after.public.quarantine[0])  # type: ignore[union-attr]


def _bland_paragraph(course: Course) -> bool:
    turn, dates = course.at("1963-01-07T12:00:00-05:00"), [date.id for date in course.rulebook.dates]
    return turn is not None and int(turn.after.public.dates[0, dates.index("last-paragraph")]) == MISSED and int(turn.after.public.drafts[0]) > 0


FRIDAY, SATURDAY, SATURDAY_EVENING = "1962-10-26T10:00:00-04:00", "1962-10-27T09:00:00-04:00", "1962-10-27T20:05:00-04:00"
SUNDAY = "1962-10-28T09:00:00-05:00"
MILESTONES = (
    Milestone("speech", "The address speaks of the missiles alone", "fact: timeline 22 Oct, M17",
              lambda course: "frame_missiles" in course.did("1962-10-22T19:00:00-04:00", WASHINGTON).orders),
    Milestone("defcon-2", "The line takes effect and bombers go to DEFCON 2", "fact: timeline 24 Oct",
              lambda course: {"tighten_quarantine", "raise_alert"} <= set(course.did("1962-10-24T10:00:00-04:00", WASHINGTON).orders)),
    Milestone("first-letter", "A private letter in fear: a pledge, and the specialists can go", "fact: timeline 26 Oct, M11", _first_letter),
    Milestone("second-letter", "Radio Moscow adds Turkey", "fact: timeline 27 Oct, M23", _second_letter),
    Milestone("answer", "Washington answers the first letter and not the second; the rest is said to one pair of ears", "fact: timeline 27 Oct, M33",
              _answer_to_the_first),
    Milestone("sunday", "Moscow accepts on 28 October", "fact: timeline 28 Oct", _agreed_on_sunday),
    Milestone("paper", "Moscow asks for the understanding on paper and gets it back", "fact: timeline 28 to 30 Oct, M34, M35", _paper_returned),
    Milestone("bombers", "The bombers have a date of thirty days by 20 November", "fact: timeline 20 Nov, M64", _bombers),
    Milestone("line-lifted", "The quarantine ends", "fact: timeline 20 Nov, T08", _line_lifted),
    Milestone("bland", "After many drafts one bland paragraph", "fact: timeline 7 Jan 1963, M78", _bland_paragraph),
    Milestone("kept", "The agreement is kept", "fact: timeline 23 Apr 1963",
              lambda course: int(course.turns[-1].after.umpire.ending[0]) == AGREEMENT_KEPT),
)
LOST_AIRCRAFT = Milestone("u2", "A U-2 is lost over Cuba on the 27th and nothing is struck for it", "fact: timeline 27 Oct, M12, M13",
                          lambda course: course.happened(SATURDAY, "u2-lost") and "withhold_reprisals" in course.did(SATURDAY, WASHINGTON).orders)
"""What chance did that day; the shipped seed has it too."""


def passed(rulebook: Rulebook, turns: Sequence[Played]) -> dict[str, bool]:
    """Milestone id -> whether it was passed, the lost aircraft last."""
    course = Course(rulebook, turns)
    return {milestone.id: milestone.passed(course) for milestone in (*MILESTONES, LOST_AIRCRAFT)}
