"""The Chiefs behind a deal that overruled them (mechanisms/factions.py)."""

from tests.small_crisis import after_the_deal, entries, game, still, turn


def test_behind_the_deal_the_chiefs_are_heard_in_congress():
    """Sway beyond a mark costs Washington home standing each turn, and Moscow none; before the deal they move to strike instead (M15, M16)."""
    book = still(factions={"heard_above": 400, "heard_home_per_mille": 100})
    _, lines = turn(book, after_the_deal(book, hawks=(650, 900), home=(500, 500), half_days=6))
    assert entries(lines, "home", "washington") == {"the Chiefs are heard in Congress": -25} and entries(lines, "home", "moscow") == {}
    assert entries(turn(book, after_the_deal(book, hawks=(400, 0), home=(500, 500)))[1], "home") == {}
    assert entries(turn(book, game(book, hawks=(650, 0), home=(500, 500)))[1], "home") == {}
