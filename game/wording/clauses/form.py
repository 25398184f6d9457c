"""One step of a ladder in a letter's words. Comes in: nothing. Goes out: the shape of a clause. Never here: a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    rung: str
    """The rung it was written for."""
    loose: str
    exact: str
    by_mouth: tuple[str, str] | None = None
    """Loose and exact where it is only said, of a rung that promises a paper: what is said cannot be one."""
    on_paper: tuple[str, str] | None = None
    """Loose and exact where it is written down, of a rung that promises a spoken word."""

    def words(self, exact: bool, by_mouth: bool) -> str:
        """The sentence as it is said, or as it is written."""
        return ((self.by_mouth if by_mouth else self.on_paper) or (self.loose, self.exact))[exact]
