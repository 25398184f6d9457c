"""Orders take effect, each effect an entry that names the order (mechanisms/posture.py)."""

from game.engine.ledger import UNKNOWN, lines_for
from game.engine.sides import MOSCOW, SIDES, WASHINGTON
from tests.small_crisis import entries, game, order, sheet, still, text, turn


def test_an_order_moves_what_it_says():
    """Each effect of an order is one entry under the order's name."""
    book = still()
    _, lines = turn(book, game(book, alert=(1, 1)), sheet(book, orders=["prepare"]), sheet(book, MOSCOW, orders=["alarm"]))
    told = [(line.mechanism, line.box, line.meter, line.amount, line.cause) for line in lines if line.mechanism == "posture"]
    assert told == [("posture", "washington", "buildup", 50, "Prepare"), ("posture", "moscow", "fear", 15, "Prepare"),
                    ("posture", "umpire", "castro", 7, "Prepare"), ("posture", "public", "alert.moscow", 1, "Alarm")]


def test_the_alert_an_order_moves_is_ones_own():
    """`public.alert` in an order means the giver's rung."""
    book = still()
    for side, alert in ((WASHINGTON, [2, 1]), (MOSCOW, [1, 2])):
        sheets = [sheet(book), sheet(book)]
        sheets[side] = sheet(book, side, orders=["alarm"])
        assert turn(book, game(book, alert=(1, 1)), *sheets)[0].public.alert[0].tolist() == alert


def test_an_order_that_is_seen_names_its_cause_to_both():
    """What everybody watches being done is known to both sides."""
    book = still(menus=((order("march", [("public.alert", 1), ("other.fear", 15)]),), ()))
    _, lines = turn(book, game(book), sheet(book, orders=["march"]))
    assert [(line.meter, line.cause) for line in lines_for(lines, MOSCOW)] == [("alert.washington", "March"), ("fear", "March")]


def test_a_secret_order_shows_across_the_table_without_its_cause():
    """The reader of the other dossier sees that fear moved and not why; nor does it see the umpire's box."""
    book = still()
    _, lines = turn(book, game(book), sheet(book, orders=["prepare"]))
    assert [(line.meter, line.amount, line.cause, line.mechanism) for line in lines_for(lines, MOSCOW)] == [("fear", 15, UNKNOWN, "unknown")]
    assert [(line.meter, line.cause) for line in lines_for(lines, WASHINGTON)] == [("buildup", "Prepare")]


def test_the_umpires_entries_are_known_to_nobody():
    """An order's effect on the umpire's box is the umpire's alone."""
    book = still()
    _, lines = turn(book, game(book), sheet(book, orders=["prepare"]))
    assert [line.known_to for line in lines if line.box == "umpire"] == [()]
    assert [line.known_to for line in lines if line.meter == "fear"] == [(WASHINGTON,)]


def test_a_rung_is_held_to_its_ladder():
    """Climbing at the top rung moves nothing and tells nothing."""
    book = still()
    after, lines = turn(book, game(book, alert=(4, 0)), sheet(book, orders=["alarm"]))
    assert after.public.alert[0].tolist() == [4, 0] and entries(lines, "alert.washington") == {}


def test_the_same_order_of_both_sides_counts_twice():
    """Each side's sheet is read on its own."""
    book = still()
    after, _ = turn(book, game(book), *(sheet(book, side, orders=["prepare"]) for side in SIDES))
    assert after.dossier.buildup[0].tolist() == [50, 50] and after.dossier.fear[0].tolist() == [15, 15] and after.umpire.castro[0] == 14


def test_an_order_ties_the_hands_of_its_giver_on_the_issues_it_names():
    """Some deeds say in public what a side must have: exposure on those issues, the giver's alone (M17, M26)."""
    book = still(menus=((order("vow", ties=[("pledge", 40), ("bombers", 25)]),),) * 2)
    after, lines = turn(book, game(book), None, sheet(book, MOSCOW, orders=["vow"]))
    assert after.dossier.exposure[0, MOSCOW].tolist() == text(pledge=40, bombers=25).tolist() and not after.dossier.exposure[0, WASHINGTON].any()
    assert entries(lines, "exposure.pledge", "moscow") == {"Vow": 40}


def test_each_side_frames_the_quarrel_for_itself():
    """`public.frame` in an order means the giver's own first word, and leaves the other's alone."""
    book = still(menus=((order("first_word", [("public.frame", 2)]),),) * 2)
    for side, frame in ((WASHINGTON, [2, 1]), (MOSCOW, [1, 2])):
        sheets = [sheet(book), sheet(book, MOSCOW)]
        sheets[side] = sheet(book, side, orders=["first_word"])
        start = [0, 0]
        start[1 - side] = 1
        assert turn(book, game(book, frame=start), *sheets)[0].public.frame[0].tolist() == frame


SENT_HOME = ((order("bed", sends_home=True), order("talk"), order("walk")),) * 2
ENVOY, WATCH, STAFF = range(3)


def test_the_most_tired_of_the_team_is_sent_to_bed_and_missed_for_a_turn():
    """Whoever has been awake longest sleeps, the first seat of equals; the turn after he is back (M08)."""
    book = still(menus=SENT_HOME)
    state = game(book, awake=[(10, 30, 20), (40, 40, 5)])
    after, lines = turn(book, state, *(sheet(book, side, orders=["bed"]) for side in SIDES))
    assert after.dossier.awake[0].tolist() == [[10, 0, 20], [0, 40, 5]] and after.dossier.away[0].tolist() == [[0, 1, 0], [1, 0, 0]]
    assert entries(lines, "awake.watch", "washington") == {"Bed": -30} and entries(lines, "away.watch", "washington") == {"Bed": 1}
    later, lines = turn(book, after)
    assert not later.dossier.away.any() and entries(lines, "away.envoy", "moscow") == {"back from bed": -1}


def test_an_envoy_who_was_away_is_back_the_turn_after():
    """He is missed for one turn (M53)."""
    book = still()
    after, lines = turn(book, game(book, envoy_away=(0, 1)))
    assert not after.dossier.envoy_away.any() and entries(lines, "envoy_away", "moscow") == {"back at the table": -1}
