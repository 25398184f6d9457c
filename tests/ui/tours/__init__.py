"""Every screen in the states that fill it most, one file an area: `tour(window, papers)` brings each to the front and yields its name."""

from collections.abc import Callable, Iterator

from ..window import Window, every_screen
from . import chart, comfort, deal, ledger, papers, room, teach

TOURS: tuple[Callable[[Window, int], Iterator[str]], ...] = (
    every_screen, chart.tour, comfort.tour, deal.tour, ledger.tour, papers.tour, room.tour, teach.tour)
