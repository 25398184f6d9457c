"""Every way up has its way down: found by searching, shown by playing, and told on a page that the program writes itself."""

from pathlib import Path
from typing import NamedTuple

import pytest

from game.engine.endings import RUNNING
from game.engine.ledger import Ledger
from game.engine.legal import order_refusal
from game.engine.rulebook import CONFRONTATION, LOOSE_ENDS, SETTLEMENT, Rulebook
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from game.engine.state import DOSSIER, PUBLIC, State
from game.engine.turn import resolve
from game.engine.view import observe
from game.lab.ladders import FED_BY, FINAL, MOST_TURNS, NOT_CLIMBED, Road, WayDown, WayUp, climbs, ladders, meter_of, standing
from game.lab.ladders_told import dead_ends, page
from game.scenario.load import load
from tests.small_crisis import order, set_rolls, sheet, still

PAGE = Path(__file__).parents[2] / "docs" / "ladders.md"
FIXTURE = Path(__file__).parent / "no-way-back-in-time.toml"
UP, DOWN = ("public.quarantine", 1), ("public.quarantine", -1)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("october-1962")


@pytest.fixture(scope="module")
def ups(book: Rulebook) -> tuple[WayUp, ...]:
    return ladders(book)


def menus(*washingtons, moscows=(), **more) -> tuple[WayUp, ...]:
    """The ways up of a scenario with those orders; Moscow, if nothing is said, can only rest."""
    return ladders(still(menus=(washingtons, moscows or (order("rest", [("own.fatigue", -100)]),)), **more))


def stuck_in(up: WayUp) -> list[int]:
    return [end.stage for end in up.dead_ends]


def names(up: WayUp) -> list[str]:
    return [way.order.id for way in up.ways_down]


def test_what_raises_a_ladder_is_a_way_up_and_what_costs_standing_is_none():
    (up,) = menus(order("climb", [UP, ("own.hawks", 40), ("own.home", 5), ("umpire.castro", 10)]), order("calm", [("own.hawks", -40)]),
                  order("down", [DOWN], [("public.quarantine", 1, 4)]))
    assert (up.side, up.order.id, up.effect.meter, names(up), stuck_in(up)) == (WASHINGTON, "climb", "quarantine", ["down"], [])


def test_each_meter_that_one_order_raises_is_a_way_up_of_its_own():
    found = menus(order("climb", [UP, ("public.pressure", 40)]), order("down", [DOWN]))
    assert [(up.effect.meter, names(up), stuck_in(up)) for up in found] == [("quarantine", ["down"], []), ("pressure", [], [0, 1, 2])]


def test_a_way_down_is_missed_in_the_stage_in_which_it_is_closed():
    (up,) = menus(order("climb", [UP], stages=(CONFRONTATION, LOOSE_ENDS)), order("down", [DOWN], stages=(CONFRONTATION, SETTLEMENT)))
    assert stuck_in(up) == [LOOSE_ENDS]
    (way,) = up.ways_down
    assert way.stages == (CONFRONTATION,) and not way.is_always_open


def test_a_way_down_that_waits_for_a_meter_is_closed_where_that_stands_elsewhere():
    """The rulebook's own needs say so: only from the positions below the second rung is there a way back."""
    (up,) = menus(order("climb", [UP], [("public.quarantine", 0, 3)]), order("down", [DOWN], [("public.quarantine", 1, 2)]))
    (way,) = up.ways_down
    assert not way.is_always_open and stuck_in(up) == [CONFRONTATION, LOOSE_ENDS, SETTLEMENT]
    assert {meter.name: value for meter, value in up.dead_ends[0].start} == {"quarantine": 2}


def test_two_ways_down_may_share_the_positions_between_them():
    (up,) = menus(order("climb", [UP], [("public.quarantine", 0, 3)]), order("low", [DOWN], [("public.quarantine", 1, 2)]),
                  order("high", [DOWN], [("public.quarantine", 3, 4)]))
    assert stuck_in(up) == []
    assert [(way.order.id, way.is_always_open, way.turns) for way in up.ways_down] == [("low", True, 3), ("high", False, 1)]


def test_ways_down_of_which_none_is_always_open_are_taken_together():
    weak, strong = order("weak", [DOWN], [("own.face", 0, 499)]), order("strong", [DOWN], [("own.face", 500, 1000)])
    (up,) = menus(order("climb", [UP]), weak, strong)
    assert stuck_in(up) == [] and [way.is_always_open for way in up.ways_down] == [False, False]
    (up,) = menus(order("climb", [UP]), weak)
    assert stuck_in(up) == [CONFRONTATION, LOOSE_ENDS, SETTLEMENT]


def test_a_way_down_may_be_opened_by_other_orders_first():
    """A cover story, then the envoy's order that needs it: two turns, and the road says which."""
    (up,) = menus(order("climb", [UP]), order("prepare", [("own.cover", 1)]), order("down", [DOWN], [("own.cover", 1, 1)]))
    (way,) = up.ways_down
    assert (way.turns, way.is_always_open, stuck_in(up)) == (2, True, [])
    assert menus(order("climb", [UP]), order("down", [DOWN], [("own.cover", 1, 1)]))[0].dead_ends[0].stage == CONFRONTATION


def tired_road(steps: int) -> tuple[WayUp, ...]:
    return menus(order("climb", [UP]), order("rest", [("own.fatigue", -100)]), order("down", [DOWN], [("own.fatigue", 0, 1000 - 100 * steps)]))


def test_a_way_down_comes_within_three_turns_or_does_not_count():
    (near,), (far,) = tired_road(MOST_TURNS - 1), tired_road(MOST_TURNS)
    assert near.ways_down[0].turns == MOST_TURNS and near.ways_down[0].is_always_open and not near.dead_ends
    assert far.dead_ends and not far.ways_down[0].is_always_open


def test_the_road_down_does_not_lead_up():
    """To mount the alert in order to be allowed to ease the quarantine is no way down."""
    found = menus(order("climb", [UP]), order("alarm", [("public.alert", 1)]), order("down", [DOWN], [("public.alert", 1, 4)]),
                  order("relax", [("public.alert", -1)]))
    assert stuck_in(found[0]) == [CONFRONTATION, LOOSE_ENDS, SETTLEMENT] and stuck_in(found[1]) == []


def test_an_own_alert_is_not_the_other_sides():
    (up,) = menus(order("alarm", [("public.alert", 1)]), moscows=(order("relax", [("public.alert", -1)]),))
    assert names(up) == [] and stuck_in(up) == [0, 1, 2]


def test_what_only_the_other_side_can_take_back_is_marked():
    (up,) = menus(order("climb", [("public.pressure", 30)]), moscows=(order("calm", [("public.pressure", -20)]),))
    assert [way.side for way in up.ways_down] == [MOSCOW] and up.leans_on_other == (0, 1, 2) and stuck_in(up) == []


def test_fear_follows_what_feeds_it():
    (up,) = menus(order("frighten", [("other.fear", 30)]), order("calm", [("public.pressure", -20)]))
    assert [(way.order.id, way.is_roundabout, way.is_always_open) for way in up.ways_down] == [("calm", True, True)]
    (up,) = menus(order("frighten", [("other.fear", 30)]), order("calm", [("own.fear", -20)]))
    assert names(up) == [] and up.dead_ends


def test_a_staff_that_can_carry_nothing_comes_down_nowhere():
    (up,) = menus(order("climb", [UP]), order("down", [DOWN]), curves={"attention": [(0, 0), (1000, 0)]})
    assert stuck_in(up) == [0, 1, 2]


def test_an_order_that_ends_the_game_has_no_way_back():
    (up,) = menus(order("strike", [("umpire.strike", 1)]))
    assert up.is_final and not up.ways_down and not up.dead_ends


def test_a_scenario_that_passes_every_check_can_still_lack_a_way_down():
    """The sites go on being hurried after the agreement, but only the confrontation knows the order that stops them."""
    broken = [sentence for sentence in dead_ends(ladders(load(FIXTURE))) if "hurry_the_sites" in sentence]
    assert broken == ['Moscow: "Hurry the sites" (hurry_the_sites) raises own.buildup in the loose ends, and no order takes it back within 3 turns, '
                      "as with buildup at 0."]


def test_every_way_up_of_the_shipped_scenario_has_a_way_down(ups: tuple[WayUp, ...]):
    assert dead_ends(ups) == []


def test_every_effect_that_climbs_is_looked_at(book: Rulebook, ups: tuple[WayUp, ...]):
    wanted = [(side, order.id, effect) for side in SIDES for order in book.orders[side] for effect in order.effects
              if effect.amount > 0 and effect.box != "umpire" and effect.meter not in NOT_CLIMBED]
    assert [(up.side, up.order.id, up.effect) for up in ups if not up.is_final] == wanted
    assert {up.effect.meter for up in ups if up.is_final} <= FINAL
    assert {*DOSSIER, *PUBLIC} >= NOT_CLIMBED and all(climbs(up.effect) for up in ups)
    assert NOT_CLIMBED & set(PUBLIC) == {"frame", "council", "story", "paper_asked", "drafts", "ultimata"}, "words, not rungs"
    assert {up.effect.meter for up in ups} >= {"quarantine", "flights", "alert", "pressure", "reprisal", "buildup", "fear", "strike"}


def played(book: Rulebook, state: State, side: int, orders: list[str]) -> tuple[State, Ledger]:
    """The game after one turn in which that side gives these orders, legally, and the other side nothing."""
    for id in orders:
        assert order_refusal(book, observe(state, side), book.order(side, id)) == ""
    sheets = [sheet(book), sheet(book, MOSCOW)]
    sheets[side] = sheet(book, side, orders)
    return resolve(book, state, (sheets[0], sheets[1]), recording=True)


class Fall(NamedTuple):
    """What one meter came to: right after the way up, after the road down, and in the same game without the road."""

    risen: int
    down: int
    idle: int


def fallen(book: Rulebook, up: WayUp, way: WayDown, road: Road) -> tuple[Fall, Fall, int]:
    """Plays the way up and the road down: the meter that was raised, the meter that was lowered, and what the ledger gives the order for that."""
    risen, _ = played(book, standing(book, road.stage, [road.start], up.order), up.side, [up.order.id])
    down = idle = risen
    for id in road.orders:
        down, ledger = played(book, down, way.side, [id])
        idle, _ = played(book, idle, way.side, [])
    raised, lowered = (meter_of(side, effect.box, effect.meter) for side, effect in ((up.side, up.effect), (way.side, way.effect)))
    by_order = sum(line.amount for line in ledger.lines(book) if line.cause == way.order.name and line.meter.partition(".")[0] == lowered.name)
    falls = [Fall(*(int(meter.of(game)[0]) for game in (risen, down, idle))) for meter in (raised, lowered)]
    return falls[0], falls[1], by_order


def test_every_way_down_lowers_its_meter_when_the_engine_plays_it(book: Rulebook, ups: tuple[WayUp, ...], monkeypatch: pytest.MonkeyPatch):
    """Whole turns, not the search: clock, tension and all, with no mishap; beside it the same game in which the order is not given."""
    set_rolls(monkeypatch)
    wrong = []
    roads = [(up, way, road) for up in ups for way in up.ways_down for road in way.roads]
    for up, way, road in roads:
        raised, lowered, by_order = fallen(book, up, way, road)
        if not (by_order < 0 and lowered.down < lowered.idle and raised.down <= raised.idle and len(road.orders) <= MOST_TURNS):
            wrong.append(f"{up.order.id}, {road.orders} in stage {road.stage}: {raised}, {lowered}, {by_order:+}")
    assert wrong == []


def test_every_way_up_falls_back_within_three_turns_when_the_engine_plays_it(book: Rulebook, ups: tuple[WayUp, ...],
                                                                             monkeypatch: pytest.MonkeyPatch):
    """By at least one of its ways down, in each stage, below where the way up had left it."""
    set_rolls(monkeypatch)
    for up in ups:
        for stage in () if up.is_final else set(up.order.stages) - {end.stage for end in up.dead_ends}:
            falls = [fallen(book, up, way, road)[0] for way in up.ways_down for road in way.roads if road.stage == stage]
            assert any(fall.down < fall.risen for fall in falls), f"{up.order.id}, {up.effect}, stage {stage}: {falls}"
            fed = stage == CONFRONTATION or up.effect.meter not in FED_BY       # in longer turns, pressure that small has no fear left to feed
            assert not fed or any(fall.down < min(fall.risen, fall.idle) for fall in falls), f"{up.order.id}, {up.effect}, stage {stage}: {falls}"


def test_what_has_no_way_back_ends_the_game_when_the_engine_plays_it(book: Rulebook, ups: tuple[WayUp, ...], monkeypatch: pytest.MonkeyPatch):
    set_rolls(monkeypatch)
    finals = [up for up in ups if up.is_final]
    assert finals
    for up in finals:
        for stage in up.order.stages:
            ready = tuple((meter_of(up.side, need.box, need.meter), need.least) for need in up.order.needs)
            after, _ = played(book, standing(book, stage, [ready], up.order), up.side, [up.order.id])
            assert int(after.umpire.ending[0]) != RUNNING, up.order.id


def test_the_page_is_the_one_the_program_writes(book: Rulebook, ups: tuple[WayUp, ...]):
    assert PAGE.read_bytes() == page(book, ups).encode(), "write it anew: python3 play.py ladders october-1962 --page > docs/ladders.md"
