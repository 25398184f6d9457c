"""The folds of the deal table: which issues lie together, what their heading is called, which are open at first, what a heading says.

Comes in: a Board's issues and the terms on the table. Goes out: groups in their order, and words.
Never here: what a player folded since, how it looks.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from ..language import has, t
from .board import IssueLine


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    issues: tuple[IssueLine, ...]

    def tally(self, terms: Container[str]) -> str:
        """`5 issues, 2 said, 1 agreed; they named 3`."""
        count, said = len(self.issues), sum(issue.id in terms for issue in self.issues)
        agreed, named = sum(issue.agreed is not None for issue in self.issues), sum(issue.theirs > 0 for issue in self.issues)
        told = [t("manner.issues", n=count), *([t("manner.said", n=said)] if said else []), *([t("manner.agreed", n=agreed)] if agreed else [])]
        return ", ".join(told) + (f"; {t('manner.they-named', n=named)}" if named else "")


def groups(issues: Iterable[IssueLine]) -> tuple[Group, ...]:
    """The issues with those of a group together, groups in the order they first come."""
    lines = tuple(issues)
    ids = dict.fromkeys(issue.group for issue in lines)
    return tuple(Group(id, _title(id), tuple(issue for issue in lines if issue.group == id)) for id in ids)


def _title(id: str) -> str:
    return t(f"manner.group-{id}") if has(f"manner.group-{id}") else id.capitalize()


def unfolded_at_first(all_groups: tuple[Group, ...], terms: Container[str]) -> set[str]:
    """Ids of the groups that a fresh table shows row by row: those something is said about, or the first where nothing is said at all."""
    touched = {group.id for group in all_groups if any(issue.id in terms for issue in group.issues)}
    return touched or {group.id for group in all_groups[:1]}
