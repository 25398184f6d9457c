"""The people at the table: who has been awake for how long, who sleeps, what it does.

Comes in: a Rulebook and one seat's View, or a Desk. Goes out: Persons and Papers. Never here: the other side's team.
"""

from ..engine.rulebook import Adviser, Rulebook
from ..engine.view import View
from .board import Paper, Person
from .dates import stamp
from .desk import Desk, Timed, listed

OFFICES = {"envoy": "speaks for us by word of mouth", "watch": "opens what arrives", "staff": "carries orders"}
TIRED = 20
"""Hours from which it is worth a line in the tray."""
_ASLEEP = (
    "His head went down between two sentences of somebody else's. He was carried to a couch and covered with a coat.",
    "He was asked a question and did not answer, and then it was seen why.",
    "He went to fetch a paper and was found beside the cabinet, asleep on his feet.",
    "The stenographer noticed it first: the voice simply stopped.",
    "He had been writing the same word for a minute or more. They took the pencil away.",
)
_TO_BED = (
    "He protested, and was asleep before the car had left the courtyard.",
    "He took a list of things to think about with him. It was found under the pillow, untouched.",
    "He asked to be woken for anything. The order is to wake him for nothing.",
    "He shook hands all round, as if for a journey.",
)
_BACK = (
    "Shaved, and asking what happened. Nobody knew where to begin.",
    "There was applause, meant kindly, and then a folder that could not be lifted with one hand.",
    "It is said that a night makes a man ten years younger. It lasted until the first report.",
)


def people(rulebook: Rulebook, view: View) -> tuple[Person, ...]:
    """The seat's team, in the scenario's order."""
    found = []
    for place, adviser in enumerate(rulebook.team[view.side]):
        hours, away = int(view.own.awake[0, place]), bool(view.own.away[0, place])
        found.append(Person(adviser.id, adviser.name, OFFICES.get(adviser.office, adviser.office), hours, away,
                            _note(rulebook, adviser, hours, away), adviser.office))
    return tuple(found)


def _note(rulebook: Rulebook, adviser: Adviser, hours: int, away: bool) -> str:
    if away:
        return {"envoy": "In bed; a deputy speaks for us, and blurs exact words.", "watch": "In bed; a deputy opens the post, and misses some.",
                "staff": "In bed; one order less can be carried."}.get(adviser.office, "In bed.")
    rules, notes = rulebook.rules, []
    if adviser.office == "envoy" and hours >= rules.delivery.garbled_from_hours:
        notes.append("Exact words lose their edges in his mouth")
    if adviser.office == "watch" and hours >= rules.delivery.watch_from_hours:
        notes.append("What arrives may lie unread beside him")
    if hours >= rules.fatigue.falls_at_hours:
        notes.append("he may fall asleep at the table" if notes else "He may fall asleep at the table")
    return f"{'; '.join(notes)}." if notes else ""


def living(rulebook: Rulebook, view: View) -> list[Paper]:
    """How long each has been awake, once somebody has been for long; one paper, not one a turn."""
    team = people(rulebook, view)
    worst = max(team, key=lambda person: person.hours)
    if worst.hours < TIRED:
        return []
    lines = [f"{person.name}, who {person.office}: {person.hours} hours.{f' {person.note}' if person.note else ''}" for person in team]
    now = stamp(rulebook, view.side, int(view.public.minutes[0]))
    together = all(person.hours == worst.hours for person in team)
    title = f"{'The whole table' if together else worst.name} has been awake for {worst.hours} hours"
    return [Paper("team", "note", title, "The doctor", now, tuple(lines), is_new=False)]


def news(desk: Desk) -> list[Timed]:
    """Who fell asleep at the table, and who was sent to bed."""
    before, after, team = desk.before.own, desk.after.own, desk.rulebook.team[desk.side]
    gone = [place for place in range(len(team)) if int(after.away[0, place]) and not int(after.awake[0, place])]
    sends = any(order.sends_home for order in desk.rulebook.orders[desk.side] if order.id in desk.dispatch.orders)
    sent = int(before.awake[0].argmax()) if sends else -1
    found = []
    for place in gone:
        name, hours = team[place].name, int(before.awake[0, place])
        note = _note(desk.rulebook, team[place], 0, True).removeprefix("In bed; ")
        how, title = (desk.pick("bed", _TO_BED), f"{name} is sent to bed") if place == sent else (
            desk.pick("asleep", _ASLEEP, desk.turn + place), f"{name} fell asleep at the table")
        found.append(desk.at(f"{'bed' if place == sent else 'asleep'}-{team[place].id}", "note", title, "Secretariat",
                             f"He had been awake for {hours} hours. {how}", f"For the coming turn: {note}"))
    back = [team[place].name for place in range(len(team)) if int(before.away[0, place]) and not int(after.away[0, place])]
    if back:
        found.append(desk.at("back", "note", f"{listed(back)} back at the table", "Secretariat",
                             desk.pick("back", _BACK)))
    return found
