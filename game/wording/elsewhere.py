"""What a seat knows now of places that are not on its chart of the Caribbean: Turkey, Berlin, the United Nations, Havana.

Comes in: a Rulebook, the seat's View, its record, its papers. Goes out: Elsewhere records. Never here: what only the other side or nobody knows;
where nothing is known, that is said.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, other
from ..engine.terms import is_secret, position
from ..engine.view import View
from .board import Elsewhere, ElsewhereFact, Paper
from .correspondence import signed
from .record import SeatRecord

_PLACES = (
    ("turkey", "Turkey", ("T09", "T11"), ("council", "ankara", "jupiters", "promise-kept", "promise-broken"),
     ("bring_ankara_round", "consult_the_council", "offer_polaris", "move_italy_too")),
    ("berlin", "Berlin", ("T18",), (), ()),
    ("un", "United Nations", ("T17", "T04"), ("draft", "barred", "dispute"), ("carry_it_to_the_un", "accept_the_pause", "send_round_a_draft")),
    ("havana", "Havana", ("T14", "T13"), ("guns", "barred", "incident-exile-raid"), ("envoy_to_castro", "a_word_to_havana", "rein_in_the_raids")),
)
"""Id, name, issues, fronts of papers, orders: what belongs to a place."""
_SPOKEN, _APPEAL = datetime(1962, 10, 23, 0, tzinfo=UTC), datetime(1962, 10, 24, 18, tzinfo=UTC)
"""The end of the President's address, and the Secretary-General's first appeal (timeline 22 and 24 Oct)."""
_STANDS = {
    "turkey": ("Fifteen Jupiters at \u00c7i\u011fli, under two keys; as many again, twice over, in Italy.", "orders of battle 10"),
    "berlin": ("The roads to Berlin are open, as far as is known here. A squeeze is feared; none has come.",
               "timeline 30 Oct, and the note on the issue of Berlin"),
}


def elsewhere(rulebook: Rulebook, view: View, record: SeatRecord, papers: Sequence[Paper]) -> tuple[Elsewhere, ...]:
    """Each place with what is known of it now, what stands first."""
    return tuple(Elsewhere(id, name, tuple(_facts(rulebook, view, record, papers, id, issues, fronts, orders)))
                 for id, name, issues, fronts, orders in _PLACES)


def _facts(rulebook: Rulebook, view: View, record: SeatRecord, papers: Sequence[Paper], id: str, issues: Iterable[str], fronts: tuple[str, ...],
           orders: tuple[str, ...]) -> Iterable[ElsewhereFact]:
    says, source = _STANDS.get(id) or _so_far(rulebook, view, id)
    yield ElsewhereFact(says, "", source)
    if id == "turkey":
        yield from _turkey(rulebook, view, record)
    elif id == "havana":
        yield from _havana(rulebook, view, record)
    for issue in issues:
        yield from _issue(rulebook, view, issue)
    yield from _done(rulebook, view.side, record, orders)
    paper = next((paper for paper in papers if paper.id.startswith(fronts)), None) if fronts else None
    if paper:
        yield ElsewhereFact(f"Latest paper, {paper.when}: {paper.title}.", f"paper:{paper.id}")
    elif id != "berlin":
        yield ElsewhereFact("No paper of ours has come from there yet.")


def _so_far(rulebook: Rulebook, view: View, id: str) -> tuple[str, str]:
    """What stands first about New York and Havana depends on the day."""
    now, is_moscow = rulebook.washington_time(int(view.public.minutes[0])), view.side == MOSCOW
    if id == "un":
        if int(view.public.agreed_at[0]):
            return "There is an agreement; New York looks for the words of it.", "timeline 28 Oct to 7 Jan"
        if now < _APPEAL:
            return "The Security Council is called, and both sides have their men there.", "timeline 22 and 23 Oct"
        return "The Secretary-General asks both to keep ships apart while people talk.", "timeline 24 and 25 Oct"
    if now < _SPOKEN:
        return "Cuba waits, and listens to the wireless.", "design choice"
    guns = "fifty batteries of its own stand about the sites" if is_moscow else "guns of its own stand about the sites"
    return f"Cuba has called up its people; {guns}.", "timeline 22 and 24 Oct"


def _issue(rulebook: Rulebook, view: View, id: str) -> Iterable[ElsewhereFact]:
    place = next((place for place, issue in enumerate(rulebook.issues) if issue.id == id), -1)
    if place < 0:
        return
    issue, public = rulebook.issues[place], view.public
    agreed = public.agreed[0, place]
    if int(agreed):
        says = f"{issue.name}, agreed{', and secret' if bool(is_secret(agreed)) else ''}: {issue.positions[int(position(agreed)) - 1]}."
        yield ElsewhereFact(says, f"issue:{id}")
        return
    ours, theirs = int(public.stated[0, view.side, place]), int(public.stated[0, other(view.side), place])
    if not ours and not theirs:
        yield ElsewhereFact(f"{issue.name}: neither side has put its name to anything.", f"issue:{id}")
        return
    for who, step in (("we", ours), (SIDE_NAMES[other(view.side)], theirs)):
        if step:
            yield ElsewhereFact(f"{issue.name}, {who} said: {issue.positions[step - 1]}.", f"issue:{id}")


def _turkey(rulebook: Rulebook, view: View, record: SeatRecord) -> Iterable[ElsewhereFact]:
    sessions = int(view.public.council[0])
    if sessions:
        yield ElsewhereFact(f"The NATO Council has heard of a trade in {sessions} session{'s' if sessions > 1 else ''}.", "meter:council")
    if view.side == MOSCOW:
        yield ElsewhereFact("Whether Ankara would let them go is not known here.")
    elif int(view.own.ankara[0]) or int(view.own.jupiters_gone[0]):
        yield ElsewhereFact(f"Ankara brought round: {int(view.own.ankara[0])} of 1000.", "meter:ankara")
        yield ElsewhereFact(f"Out of Turkey so far: {int(view.own.jupiters_gone[0])} of 1000.", "meter:jupiters_gone")
    else:
        yield ElsewhereFact("Nobody has yet talked to Ankara about giving them up.")


def _havana(rulebook: Rulebook, view: View, record: SeatRecord) -> Iterable[ElsewhereFact]:
    """What this government has itself done to Castro's temper; how high it stands, nobody is told."""
    pushed = {order.id: sum(effect.amount for effect in order.effects if effect.meter == "castro") for order in rulebook.orders[view.side]}
    given = [id for turn in record.turns for id in turn.dispatch.orders if pushed.get(id)]
    if given:
        total = sum(pushed[id] for id in given)
        yield ElsewhereFact(f"Our own orders so far have moved Castro's anger by {signed(total)} in all; how high it stands is not known here.")
    else:
        yield ElsewhereFact("No order of ours has touched Castro's temper yet; how high it stands is not known here.")
    if view.side == MOSCOW:
        if int(view.own.envoy_away[0]):
            yield ElsewhereFact("Our best envoy sits in Havana, and votes nowhere meanwhile.", "meter:envoy_away")
        free = int(view.own.reprisal[0])
        yield ElsewhereFact("Our batteries may fire on what they see; Castro's own ask nobody here." if free
                            else "Our batteries must ask Moscow; Castro's own ask nobody here.", "meter:reprisal")
    else:
        leash = ("held", "slack", "off")[int(view.own.raids[0])]
        yield ElsewhereFact(f"The exiles' boats: the leash is {leash}.", "meter:raids")


def _done(rulebook: Rulebook, side: int, record: SeatRecord, orders: tuple[str, ...]) -> Iterable[ElsewhereFact]:
    """The last time either side was known to do something about the place."""
    named = {order.name: order.id for order in rulebook.orders[other(side)]}
    for turn in reversed(record.turns):
        ours = [rulebook.orders[side][rulebook.order(side, id)].name for id in turn.dispatch.orders if id in orders]
        theirs = [name for name in turn.words.theirs if named.get(name) in orders]
        if ours or theirs:
            doers = [("we", ours), (SIDE_NAMES[other(side)], theirs)]
            said = "; ".join(f"{who}: {', '.join(names)}" for who, names in doers if names)
            yield ElsewhereFact(f"Last done about it, in turn {turn.turn}: {said}.")
            return
