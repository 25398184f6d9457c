"""What a side may see: the public box and its own dossier, cut from the state and read-only. Nothing is struck out, so nothing is forgotten."""

from dataclasses import dataclass

from .state import OF_EACH_SIDE, Box, Layout, State
from .terms import Array


@dataclass(frozen=True)
class View:
    side: int
    public: Box
    """Fields (n, ...)."""
    own: Box
    """Fields (n, ...), the side axis already cut away."""

    def field(self, box: str, meter: str) -> Array:
        """(n,) a meter by the names an order's needs use: `public` or `own`, `quarantine` or `alert` (one's own)."""
        value: Array = getattr(self.public if box == "public" else self.own, meter)
        return value[:, self.side] if meter in OF_EACH_SIDE else value

    def __len__(self) -> int:
        return len(self.public.turn)


def observe(state: State, side: int) -> View:
    """The boxes of one side, over the state's own memory, not writable."""
    block = state.block.view()
    block.flags.writeable = False
    layout: Layout = state.layout
    return View(side, Box(layout, block, "public"), Box(layout, block, "dossier", side))

