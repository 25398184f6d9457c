"""What a side takes the risk to be (mechanisms/fear.py)."""

from tests.small_crisis import entries, game, still, turn

FEAR = {"fear": {"eases_per_mille": 100, "pressure_felt_above": 300, "by_pressure_per_mille": 500, "by_sight_per_mille": 400}}


def test_fear_follows_pressure_and_the_sight_of_the_others_preparations():
    """Each half-day fear moves a tenth of the way to its pulls."""
    book = still(**FEAR)
    _, lines = turn(book, game(book, pressure=700, fear=(200, 400), estimate=(500, 250)))
    assert entries(lines, "fear", "washington") == {"time passes": -20, "pressure": 20, "the other's preparations": 20}
    assert entries(lines, "fear", "moscow") == {"time passes": -40, "pressure": 20, "the other's preparations": 10}


def test_a_slack_rope_frightens_nobody():
    """Pressure below the mark counts for nothing."""
    book = still(**FEAR)
    assert entries(turn(book, game(book, pressure=300))[1], "fear") == {}


def test_fear_reads_the_estimate_not_the_truth():
    """What nobody has seen frightens nobody."""
    book = still(**FEAR)
    assert entries(turn(book, game(book, buildup=(1000, 1000)))[1], "fear") == {}


def test_fear_is_ones_own_secret():
    """The entries are for the owner."""
    book = still(**FEAR)
    _, lines = turn(book, game(book, pressure=700))
    assert {line.box: line.known_to for line in lines if line.meter == "fear"} == {"washington": (0,), "moscow": (1,)}
