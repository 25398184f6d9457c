"""What one side hides reaches the other only by the ways listed here: move one hidden field, hand in the same sheets, play one turn,
and look at what the other side sees. Arithmetic gave the true site work away once, with clean boxes and equal Views.
"""

from functools import cache

import numpy as np
import pytest

from game.engine.orders import empty_sheet
from game.engine.rulebook import LOOSE_ENDS
from game.engine.sides import MOSCOW, SIDE_IDS, SIDES, WASHINGTON, other
from game.engine.state import DOSSIER, FIELDS, PUBLIC, UMPIRE
from game.engine.turn import resolve
from game.engine.view import observe
from tests.proofs import seen
from tests.random_play import any_position, random_player
from tests.whole_games import PAIRINGS, book, pair, rows, sheets_of, turns

A_TAUTER_ROPE = {"pressure", "fear", "fatigue", "awake", "away", "mood", "hawks"}
"""Pressure that moves for all to see frightens and costs sleep in the same turn; dread feeds hawks; a letter of that day shows its writer's fear."""
A_CLASH = {"news", "home"} | A_TAUTER_ROPE
"""What a clash moves in either seat: the news itself, the rope, fear of a serious one, the hawks it feeds and who hears them, the staff it wakes."""
A_DISPUTE = {"disputes_now", "pressure", "fatigue", "awake", "away", "home", "face"}
"""Two readings that collide: a strained rope, a price at home, and Moscow's face where it is the pledge (M75)."""
GUNS_OF_HAVANA = A_CLASH | A_DISPUTE
"""Castro's own guns fire (M52): clashes, face where the pledge makes Moscow answerable (M77), and a condition of conduct that is not met (M72)."""
A_LEAK = {"leaked", "home", "allies", "face", "credit"} | A_DISPUTE
"""An annex in the newspapers; it angers Castro (M49), and where that sets his guns free a condition lapses the same day."""
ARRIVAL = A_TAUTER_ROPE | {"letters", "letter_number", "letter_due", "letter_age", "letter_channel", "letter_tone", "stated", "ultimata", "drafts",
                           "pressed", "face"}
"""A letter that arrives, what is heard in it, the deadline of an older one that it pushes off the table, and its bluff called (M61)."""
SIGNED_WORDS = {"agreed", "reading"} | A_DISPUTE
"""The text that was signed, and what is read into it."""
A_DEAL = ARRIVAL | A_LEAK | SIGNED_WORDS | {"agreed_at", "phase", "half_days", "buildup", "quarantine", "barred", "troops", "dates"}
"""What is agreed and what follows from it; an annex that is signed can come out the same night (M38)."""

ALLOWED = {
    ("fatigue", WASHINGTON): (A_CLASH | ARRIVAL | {"resolve"}, "tired staffs clash more (M07), and a tired reader misses a letter, as its writer "
                                                               "sees (M09); a clash stirs the hawks that the press writes about (M29)"),
    ("fatigue", MOSCOW): (A_CLASH | ARRIVAL, "the same across the table"),
    ("fear", WASHINGTON): ({"mood"} | SIGNED_WORDS, "a letter shows how afraid its writer is (M11), and words signed in fear lose their edges (M22)"),
    ("fear", MOSCOW): ({"mood"} | SIGNED_WORDS, "the same across the table"),
    ("hawks", WASHINGTON): ({"resolve"}, "the American press writes of hawks and doves (M29)"),
    ("trust", WASHINGTON): (A_LEAK, "a leak is in the newspapers; soldiers nobody trusts make it likelier (M15)"),
    ("home", WASHINGTON): (A_DEAL, "Congress lets a formal pledge pass or not: its answer is public (M73)"),
    ("buildup", WASHINGTON): ({"estimate"}, "reports follow the true forces, with an error (M87)"),
    ("buildup", MOSCOW): ({"estimate", "hawks"}, "reports follow the true sites, with an error, and the hawks read this turn's report (M04)"),
    ("estimate", WASHINGTON): ({"mood"} | SIGNED_WORDS, "what a side believes it sees frightens it, and fear shows as above"),
    ("estimate", MOSCOW): ({"mood"} | SIGNED_WORDS, "the same across the table"),
    ("reprisal", WASHINGTON): (A_TAUTER_ROPE | {"resolve"}, "hitting back for a lost aircraft is seen by everyone, and so is withholding it (M13); "
                                                            "the press writes of the hawks it stirs (M29)"),
    ("allies", WASHINGTON): (A_DEAL, "the NATO Council lets an open trade pass or not: its answer is public (M41)"),
    ("awake", WASHINGTON): (ARRIVAL, "an envoy too long awake garbles a letter, a man on watch overlooks one, as its writer sees (M09)"),
    ("awake", MOSCOW): (ARRIVAL, "the same across the table"),
    ("away", WASHINGTON): (ARRIVAL, "a deputy carries and finds letters otherwise than the man in bed (M08, M09)"),
    ("away", MOSCOW): (ARRIVAL, "the same across the table"),
    ("resolve", WASHINGTON): ({"mood"} | SIGNED_WORDS, "a threat frightens as far as it is believed (M61), and fear shows as above"),
    ("resolve", MOSCOW): ({"mood"} | SIGNED_WORDS, "the same across the table"),
    ("jupiters_gone", WASHINGTON): ({"faith"}, "when the last turn has passed Moscow sees whether the promise was kept (M47)"),
    ("troops", MOSCOW): ({"troops", "home"}, "Washington's count follows the true number (M87), and soldiers who are counted cost it at home (M81)"),
    ("raids", WASHINGTON): (GUNS_OF_HAVANA, "boats from Florida land, or they do not; Havana's anger at them can loose its guns"),
    ("reading", WASHINGTON): (A_DISPUTE, "a dispute is two readings that met in the open (M65)"),
    ("reading", MOSCOW): (A_DISPUTE, "the same across the table"),
    ("cover", WASHINGTON): (A_LEAK, "a leak is in the newspapers; a cover story makes it rarer (M44)"),
    ("cover", MOSCOW): (A_LEAK, "the same across the table"),
    ("sent", WASHINGTON): (ARRIVAL, "each letter carries its writer's number"),
    ("sent", MOSCOW): (ARRIVAL, "the same across the table"),
    ("holders", None): (A_LEAK, "a leak is in the newspapers; more people who know make it likelier (M38)"),
    ("paper", None): (A_LEAK, "a leak is in the newspapers; paper makes it likelier (M35)"),
    ("press", None): (A_LEAK, "a leak is in the newspapers; a hot press makes it likelier"),
    ("castro", None): (A_DISPUTE | {"allies"}, "inspectors stand at the airfield or are turned away: Washington pays at home (M50), a condition "
                                               "that asked for them lapses (M71); Moscow answers for the bombers and for his guns (M53, M77)"),
    ("gunners", None): (GUNS_OF_HAVANA | {"resolve"}, "shots over Cuba are heard in both capitals; the press writes of hawks they stir (M29)"),
    ("china", None): ({"face"}, "Peking prints what it thinks, and Moscow's face pays for it (M76)"),
    ("withdrawn", None): ({"hawks", "trust", "home"}, "what has left follows from the published text and the calendar alone, as the test of public "
                                                      "meters shows; the Chiefs' word and the mood at home are measured by it (M16, M62)"),
    ("inspected", None): (A_DISPUTE, "inspectors who were there need not be asked again, and a condition that asked for them is met (M50, M71)"),
    ("bombers_settled_at", None): (A_DISPUTE, "the published agreement says whether the bombers go: standing at home follows it (M56), and so does a "
                                              "condition that asks for it (M71)"),
    ("post", None): (A_DEAL, "a letter under way is read when it arrives, and binds when it meets its twin"),
    ("post_number", None): (A_DEAL, "the same: whether and as what it arrives"),
    ("post_due", None): (ARRIVAL, "its deadline is read with it"),
    ("post_channel", None): (ARRIVAL | A_LEAK, "its channel decides when it arrives and who hears it; pressed aloud, a side is tempted (M67)"),
    ("post_tone", None): (ARRIVAL, "its tone is heard when it arrives"),
    ("post_wait", None): (ARRIVAL | A_LEAK, "how long it has been under way decides when it arrives, and is heard"),
}
"""(hidden field, its owner; None is the umpire) -> (what may move in the other's View within a turn, why)."""

SILENT = ("exposure", "face", "incidents", "serious", "disputes", "bombers_out", "calm", "mood", "faith", "freedom", "credit", "ankara",
          "aim", "envoy_away", "leaked_at", "seed")
"""Hidden fields that move nothing in the other's View within a turn; `seed` is the luck itself and is left out of the bumps."""
ENDS = ("war", "strike", "ousted", "ending")
"""What ends a game is announced; games that end in either world are not compared."""


@cache
def positions():
    """(state, sheets) of running games from all parts of real and of random games, and of positions that no game would reach."""
    rng = np.random.default_rng(3)
    both = random_player(book(), rng, 0), random_player(book(), rng, 0)
    extreme = [(state, sheets_of(both, state)) for state in (any_position(book(), 500, rng) for _ in range(3))]
    extreme.append((inspection_promised(any_position(book(), 2000, rng)), tuple(empty_sheet(book(), 2000) for _ in SIDES)))
    return extreme + [(played.before, played.sheets) for players in (both, pair(*PAIRINGS[-1])) for number,
                      played in enumerate(turns(book(), players, range(150)))
            if number % 4 == 1 and len(played.before) > 20]


def inspection_promised(state):
    """The same games behind a deal that promises inspectors whom a calm Castro may admit: too rare to wait for."""
    inspection = book().roles["inspection"]
    state.public.phase[...] = book().first_phase_of[LOOSE_ENDS]
    state.public.agreed[:, inspection] = np.flatnonzero(book().castro_bars[inspection])[0]
    state.umpire.inspected[...] = state.umpire.castro[...] = 0
    return state


def hidden_fields():
    return [(name, side) for name in DOSSIER for side in SIDES] + [(name, None) for name in UMPIRE if name != "seed" and name not in ENDS]


def spelt(part):
    """A field's name or its owner's, for the name of a test."""
    return part if isinstance(part, str) else "umpire" if part is None else SIDE_IDS[part]


def bumped(state, name, owner):
    """The same games with that field moved: up, or down where it is at its top."""
    world = state.copy()
    field, top = world.column(name, owner), len(book().channels) - 1 if name == "post_channel" else FIELDS[name].top
    step = max(1, min(top, 1000) // 6) if FIELDS[name].is_meter else 1
    field[...] = np.where(field + step <= top, field + step, field - step)
    return world


@cache
def measured(name, owner):
    """`flows` of the rules as they are, worked out once."""
    return flows(name, owner, after_plain_turns())


@cache
def after_plain_turns():
    """Where the positions go when nothing is touched."""
    return [resolve(book(), state, sheets)[0] for state, sheets in positions()]


def flows(name, owner, afterwards=None):
    """(viewer, field) -> games in which it moved when that hidden field did; `afterwards` spares playing the untouched turns again."""
    moved = {}
    viewers = SIDES if owner is None else (other(owner),)
    for place, (state, sheets) in enumerate(positions()):
        plain = afterwards[place] if afterwards else resolve(book(), state, sheets)[0]
        touched = resolve(book(), bumped(state, name, owner), sheets)[0]
        both_run = np.flatnonzero((plain.umpire.ending == 0) & (touched.umpire.ending == 0))
        for viewer in viewers:
            views = [observe(world, viewer) for world in (plain, touched)]
            for field in (*PUBLIC, *DOSSIER):
                one, two = (seen(view, field).reshape(len(view), -1)[both_run] for view in views)
                if (count := int((one != two).any(axis=1).sum())):
                    moved[SIDE_IDS[viewer], field] = moved.get((SIDE_IDS[viewer], field), 0) + count
    return moved


@pytest.mark.parametrize(("name", "owner"), hidden_fields(), ids=spelt)
def test_a_hidden_field_moves_only_what_the_list_allows(name, owner):
    """One hidden field moved, the same sheets, one turn: nothing else moves in what the other side sees."""
    allowed, reason = ALLOWED.get((name, owner), (set(), "nothing"))
    moved = measured(name, owner)
    beyond = {pair: games for pair, games in moved.items() if pair[1] not in allowed}
    assert beyond == {}, f"{name} may move {sorted(allowed)} because {reason}"


def test_the_list_says_nothing_twice_and_leaves_nothing_out():
    """Every hidden field is on the list, silent, an ending or the seed; none is both allowed and silent."""
    listed = {name for name, _ in ALLOWED}
    assert {*DOSSIER, *UMPIRE} == listed | set(SILENT) | set(ENDS)
    assert not listed & set(SILENT)


def test_every_way_on_the_list_is_used():
    """An entry that nothing moves would hide the next leak: every allowed field moves at least something."""
    idle = [(name, owner) for name, owner in ALLOWED if not measured(name, owner)]
    assert idle == []


def test_public_meters_read_public_fields_and_events_only():
    """In games without an event (the same news, disputes, leak and letters) no hidden field moves a public meter.

    Nor the missiles that have left Cuba: the umpire counts them, but by the published text alone.
    """
    meters = [*(name for name in PUBLIC if FIELDS[name].is_meter), "withdrawn"]
    events = [name for name in PUBLIC if not FIELDS[name].is_meter]
    for name, owner in hidden_fields():
        for (state, sheets), plain in list(zip(positions(), after_plain_turns(), strict=True))[::3]:
            touched = resolve(book(), bumped(state, name, owner), sheets)[0]
            same = (plain.umpire.ending == 0) & (touched.umpire.ending == 0)
            for event in events:
                same &= (plain.column(event) == touched.column(event)).reshape(len(plain), -1).all(axis=1)
            if name == "reprisal":      # hitting back is an event too, and the news does not name it
                same &= ~((plain.public.news == 2) & book().incident_loses_aircraft).any(axis=1)
            if name.startswith("post"):     # a letter that came into a deal was heard, and is off the table the same day
                same &= plain.public.letter_number.any(axis=(1, 2))
            for meter in (meter for meter in meters if meter != name):
                assert (plain.column(meter)[same] == touched.column(meter)[same]).all(), f"{name} of {owner} moves {meter}"


def test_a_secret_order_is_not_seen():
    """The same turn with and without each order that is not seen done: the other side's View is the same, but for what events bring."""
    found = []
    for state, sheets in positions()[::4]:
        for side in SIDES:
            for place, order in enumerate(book().orders[side]):
                if order.is_seen:
                    continue
                with_it = rows(sheets[side], slice(None))
                with_it.given[:, place] = ~sheets[side].given[:, place]
                both = [resolve(book(), state, tuple(first if s == side else sheets[s] for s in SIDES))[0] for first in (sheets[side], with_it)]
                run = (both[0].umpire.ending == 0) & (both[1].umpire.ending == 0)
                views = [observe(world, other(side)) for world in both]
                same_news = (views[0].public.news == views[1].public.news).all(axis=1) & (views[0].public.leaked == views[1].public.leaked) & run
                lost = (views[0].public.news == 2) & book().incident_loses_aircraft
                same_news &= ~lost.any(axis=1)
                found += [(order.id, field) for field in (*PUBLIC, *DOSSIER) if field not in ("estimate", "hawks")
                          and (seen(views[0], field)[same_news] != seen(views[1], field)[same_news]).any()]
    assert found == []



def test_a_letter_under_way_is_not_seen():
    """The same turn with and without a letter by the slowest channel, an ultimatum too: until it arrives the other side's View is the same."""
    slowest = max(range(len(book().channels)), key=lambda place: book().channels[place].delay_half_days)
    compared = 0
    for state, sheets in positions():
        for side in SIDES:
            stays_out = (state.umpire.post_number[:, side] == 0) & (state.public.half_days <= book().channels[slowest].delay_half_days)
            games = np.flatnonzero(stays_out & ~sheets[side].offer.any(axis=1))
            posts = rows(sheets[side], games)
            posts.offer[...], posts.channel[...], posts.tone[...], posts.due[...] = 3, slowest, 2, state.public.minutes[games] + 7200
            silent = tuple(rows(sheet, games) for sheet in sheets)
            worlds = [resolve(book(), state.take(games), both)[0] for both in (silent, tuple(posts if s == side else silent[s] for s in SIDES))]
            run = (worlds[0].umpire.ending == 0) & (worlds[1].umpire.ending == 0) & (worlds[1].umpire.post_number[:, side] > 0)
            views = [observe(world, other(side)) for world in worlds]
            for field in (*PUBLIC, *DOSSIER):
                assert (seen(views[0], field)[run] == seen(views[1], field)[run]).all(), f"{SIDE_IDS[side]}'s letter shows in {field}"
            compared += int(run.sum())
    assert compared > 500
