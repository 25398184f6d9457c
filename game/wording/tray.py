"""The in-tray of one seat: letters on the table, the news of every turn, the state of the estimates, what falls due.

Comes in: a Rulebook, the seat's View and its SeatRecord. Goes out: Papers, newest first. Never here: a paper that is not this seat's.
"""

from dataclasses import replace

import numpy as np

from ..engine.rulebook import CONFRONTATION, OVER, Rulebook
from ..engine.sides import SIDE_NAMES, WASHINGTON, other
from ..engine.view import View
from . import files, reports, team
from .board import Paper
from .briefings import opening
from .correspondence import Lying, on_table, own_letter, paper_id, signed, their_letter
from .dates import about, stamp, until
from .letters import Sent, Terms, of_draft
from .phrases import HAWKS
from .record import SeatRecord

HAWKS_PRESS, HOME_THIN = 600, 60
"""Where a leader's own people begin to say so: sway of the hawks, and points of standing above the least that holds a government."""
SOON = 4
"""Half-days: a stage that ends within this is announced, or one that the coming turn would reach."""


def papers(rulebook: Rulebook, view: View, record: SeatRecord) -> tuple[Paper, ...]:
    """Newest first. A letter on the table stands where it arrived, in its living form; one that left the table stays in the file."""
    living = {paper.id: paper for paper in _letters(rulebook, view, record)}
    found: list[Paper] = [*_due(rulebook, view), *_warnings(rulebook, view)]
    if int(rulebook.stage_of[int(view.public.phase[0])]) != OVER:
        found += [*files.living(rulebook, view), *team.living(rulebook, view), *_reports(rulebook, view, record),
                  *reports.nerve(rulebook, view, record), *reports.soldiers(rulebook, view, record)]
    newest = record.last
    for turn in reversed(record.turns):
        for paper in turn.papers:
            shown = living.pop(paper.id, paper)
            found.append(shown if turn is newest else replace(shown, is_new=False))
    found = [*living.values(), *found]
    found.append(replace(opening(rulebook, view.side), is_new=newest is None))
    return tuple(found)


def _letters(rulebook: Rulebook, view: View, record: SeatRecord) -> list[Paper]:
    stamps = {paper.id: paper.when for turn in record.turns for paper in turn.papers}
    now = stamp(rulebook, view.side, int(view.public.minutes[0]))
    theirs, ours = on_table(view, other(view.side)), on_table(view, view.side)
    found = [their_letter(rulebook, view, lying, stamps.get(paper_id(lying.sent), now), _before(theirs, at)) for at, lying in enumerate(theirs)]
    found += [own_letter(rulebook, view, lying.sent, stamps.get(paper_id(lying.sent), now), True) for lying in ours]
    under_way = _under_way(rulebook, view, record)
    if under_way:
        found.append(own_letter(rulebook, view, under_way, stamps.get(paper_id(under_way), now), False))
    return found


def _before(lying: list[Lying], at: int) -> Terms | None:
    return lying[at + 1].sent.terms if at + 1 < len(lying) else None


def _under_way(rulebook: Rulebook, view: View, record: SeatRecord) -> Sent | None:
    """The seat's latest letter, if it was sent and has not been seen on the table, nor voided by a deal, nor taken back."""
    number, deal_at = int(view.own.sent[0]), int(view.public.agreed_at[0])
    if not number or any(lying.sent.number == number for lying in on_table(view, view.side)):
        return None
    sent_in = next((turn for turn in reversed(record.turns) if turn.dispatch.proposal), None)
    if sent_in is None or sent_in.dispatch.proposal is None:
        return None
    since = [turn for turn in record.turns if turn.turn >= sent_in.turn]
    delivered = number in {n for turn in since for n in turn.own_on_table}
    taken_back = any(turn.dispatch.withdraw == number for turn in since)
    voided = any(paper.id.startswith("deal@") for turn in since for paper in turn.papers)
    if delivered or taken_back or voided:
        return None
    return of_draft(rulebook, view.side, sent_in.dispatch.proposal, number, sent_in.minutes, 0 < deal_at <= sent_in.minutes)


def _reports(rulebook: Rulebook, view: View, record: SeatRecord) -> list[Paper]:
    """What the staff makes of the other's build-up; one living paper, not one a turn."""
    own, error = view.own, rulebook.rules.intelligence.error
    believed, before = int(own.estimate[0]), record.turns[-2].meters["estimate"] if len(record.turns) > 1 else record.opening["estimate"]
    low, high = max(believed - error, 0), min(believed + error, 1000)
    moved, turn = believed - before, int(view.public.turn[0])
    trend = "The first report." if not record.turns else f"{signed(moved)} since the last report." if moved else "No change since the last report."
    if view.side == WASHINGTON:
        title, sender = f"Missile sites: {low} to {high}", "Photographic interpreters"
        flights = ("No aircraft looks at Cuba now, so this rests on old film.", "High flights only: what lies under canvas is guessed.",
                   "High and low flights: the film is good, and so is the chance of losing an aircraft.")[int(view.public.flights[0])]
        body = (f"Readiness of the sites is put at {believed} of 1000, give or take {error}. {trend}",
                _sites(believed, bool(view.public.agreed_at[0]))[turn % 2], flights)
    else:
        title, sender = f"American forces: {low} to {high}", "Chief Intelligence Directorate"
        body = (f"Readiness of the American strike and invasion forces is put at {believed} of 1000, give or take {error}. {trend}",
                _forces(believed, moved)[turn % 2],
                f"Our own sites stand at {int(own.buildup[0])}; that we know exactly.")
    minutes = int(view.public.minutes[0])
    return [Paper("estimate", "report", title, sender, stamp(rulebook, view.side, minutes), body, is_new=bool(moved) or not record.turns,
                  meter="estimate")]


def _warnings(rulebook: Rulebook, view: View) -> list[Paper]:
    """What the leader's own people tell him when it is late: hawks near the top, standing near its end."""
    now, found = stamp(rulebook, view.side, int(view.public.minutes[0])), []
    stage, hawks, home = int(rulebook.stage_of[int(view.public.phase[0])]), int(view.own.hawks[0]), int(view.own.home[0])
    if stage == CONFRONTATION and hawks >= HAWKS_PRESS:
        title, sender, text = HAWKS[view.side]
        found.append(Paper("hawks", "note", title, sender, now, (text, f"Their sway is {hawks} of 1000."), is_new=False))
    falls_below = int(np.argmax(rulebook.curves.ousted == 0))
    if home < falls_below + HOME_THIN and stage != OVER:
        found.append(Paper("home", "note", "There is talk of a successor", "A friend, by telephone", now,
                           (f"Standing at home is {home} of 1000. Below {falls_below} a government can fall in a night.",), is_new=False))
    return found


def _sites(believed: int, after_deal: bool) -> tuple[str, str]:
    """What the staff makes of the number, in two wordings for turns in turn."""
    if after_deal:
        if believed >= 350:
            return ("Staff look for signs that anything is being taken down. The film is older than the promise.",
                    "The same pads on newer film. A promise does not show from the air; a crane would.")
        if believed >= 100:
            return ("Staff see empty pads, ploughed ground and crates on the road to the ports.",
                    "Trailers under canvas go north, and come back without what they carried.")
        return "Staff see bare earth where the sites were.", "Grass has been sown on one of the sites, or something has."
    if believed >= 900:
        return ("Staff think nearly every launcher could fire within hours. In a few days this is a finished base.",
                "There is little left to add to the drawings. What is missing would fit on a lorry.")
    if believed >= 700:
        return ("Staff think most launchers could fire within hours of an order.",
                "On most pads the cables lie ready and the vans stand where they would stand.")
    if believed >= 450:
        return ("Staff think some launchers could fire and the rest are close behind.",
                "Some sites look finished from the air. Others look like the finished ones of last week.")
    if believed >= 150:
        return ("Staff see work on every site, and a few launchers that might fire.",
                "Concrete is drying on every site, and on a few something stands under nets.")
    return "Staff see little left standing at the sites.", "The interpreters have begun to look at other parts of the island."


def _forces(believed: int, moved: int) -> tuple[str, str]:
    """The same for Moscow's report."""
    if moved < -20:
        return "The staff sees units going back to their garrisons.", "Trains that went south full come north full."
    if believed >= 800:
        return ("The staff thinks that they could strike within hours and land within days.",
                "There is hardly an airfield in Florida with room for one more aircraft.")
    if believed >= 500:
        return ("The staff thinks that an air strike is ready and a landing is being loaded.",
                "Ships are being loaded in the order in which one unloads under fire.")
    if believed >= 250:
        return ("The staff sees aircraft and divisions gathering in the south-east of the United States.",
                "Railway wagons with guns on them stand in towns that have no garrison.")
    return "The staff sees no force that could land tomorrow.", "There is movement on their roads, more than there was. It is not an army yet."


def _due(rulebook: Rulebook, view: View) -> list[Paper]:
    """Deadlines on the table and the end of the stage, when near."""
    minutes, found = int(view.public.minutes[0]), []
    now = stamp(rulebook, view.side, minutes)
    for writer in (other(view.side), view.side):
        for lying in on_table(view, writer):
            if lying.sent.due:
                left = max(lying.sent.due - minutes, 0) // 720
                whose = "our" if writer == view.side else f"{SIDE_NAMES[writer]}'s"
                found.append(Paper(f"due-{paper_id(lying.sent)}", "note", f"Deadline: {whose} letter {lying.sent.number}", "Secretariat", now,
                                   (f"It runs out on {until(rulebook, view.side, lying.sent.due)}: {about(left)} from now.",), is_new=False))
    place = int(view.public.phase[0])
    if place < len(rulebook.phases):
        left = (rulebook.phases[place].until - minutes) // 720
        last_of_stage = rulebook.stage_of[place + 1] != rulebook.stage_of[place]
        if last_of_stage and left <= max(SOON, int(view.public.half_days[0])):
            found.append(Paper("stage-ends", "note", f"{about(left).capitalize()} left in this stage", "Secretariat", now,
                               (f"It ends on {until(rulebook, view.side, rulebook.phases[place].until)}, whatever stands then.",), is_new=False))
    return found

