"""The two governments, as places on an axis. Left is always Washington."""

WASHINGTON, MOSCOW = SIDES = (0, 1)
SIDE_IDS = ("washington", "moscow")
SIDE_NAMES = ("Washington", "Moscow")


def other(side: int) -> int:
    """The side across the table."""
    return 1 - side
