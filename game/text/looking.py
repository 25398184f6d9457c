"""What can be looked at: one function a command. None of them changes anything, so they serve at a seat, after the end and in a replay.

Comes in: a Looker and the words behind the command. Goes out: lines written. Never here: a sheet, a rule, a number of the game.
"""

from __future__ import annotations

from ..language import t
from ..wording.glosses import UNSEEN
from ..wording.groups import groups
from ..wording.reckonings import attention, pushed, score, worth
from . import account, archive, menus, screen, table, walls
from .looker import Looker
from .parse import number, pick

_LINES_OF_STATUS = {"rope": "pressure", "sleep": "fatigue"}
"""What status calls two meters."""


def status(looker: Looker, words: list[str]) -> None:
    looker.show([*screen.status(looker.board), *screen.tray(looker.board)])


def tray(looker: Looker, words: list[str]) -> None:
    looker.show(screen.tray(looker.board, everything=True))


def read(looker: Looker, words: list[str]) -> None:
    papers = looker.board.papers
    place = number(words[0]) if words else 1
    if place is None or not 1 <= place <= len(papers):
        looker.tell(f"read: a number from 1 to {len(papers)} is needed (tray lists them).")
        return
    shown = papers[place - 1]
    looker.show([*screen.paper(shown), *archive.worths(looker.board, shown), *archive.hard_words_in(shown)])


def order(looker: Looker, words: list[str]) -> None:
    line = looker.order(" ".join(words))
    if line:
        looker.show(menus.order(line))


def orders(looker: Looker, words: list[str]) -> None:
    looker.show(menus.orders(looker.board, ()))


def deal(looker: Looker, words: list[str]) -> None:
    show_deal(looker, words, {})


def show_deal(looker: Looker, words: list[str], terms: table.Terms) -> None:
    """The deal table with those terms on it, the groups unfolded that were asked for."""
    asked, every = " ".join(words), groups(looker.board.issues)
    named = [(group.id, group.title) for group in every]
    found = pick(asked, named) if asked not in ("", "all") else None
    if asked not in ("", "all") and found is None:
        looker.tell(f"{asked!r} is no group of the deal table; known: all, {', '.join(id for id, _ in named)}.")
        return
    unfolded = {group.id for group in every} if asked == "all" else set() if found is None else {every[found].id}
    looker.show(table.deal(looker.board, terms, unfolded))


def issue(looker: Looker, words: list[str]) -> None:
    found = looker.issue(" ".join(words))
    if found:
        looker.show(table.issue(found, None))


def agreed(looker: Looker, words: list[str]) -> None:
    looker.show(table.agreed(looker.board))


def ledger(looker: Looker, words: list[str]) -> None:
    turn, played = number(words[0]) if words else None, len(looker.board.turns)
    if turn is not None and not 1 <= turn <= played:
        looker.tell(f"ledger: a turn from 1 to {played} is needed." if played else "ledger: no turn has been played yet.")
    else:
        looker.show(account.reasons(looker.board) if words == ["why"] else account.ledger(looker.board, turn or 0))


def charts(looker: Looker, words: list[str]) -> None:
    looker.show(account.charts(looker.board))


def team(looker: Looker, words: list[str]) -> None:
    looker.show(account.team(looker.board))


def files(looker: Looker, words: list[str]) -> None:
    looker.show(account.files(looker.board))


def letters(looker: Looker, words: list[str]) -> None:
    place, every = number(words[0]) if words else None, looker.board.letters
    if place is None:
        looker.show(archive.letters(looker.board))
    elif not 1 <= place <= len(every):
        looker.tell(f"letters: a number from 1 to {len(every)} is needed (letters lists them)." if every else "letters: nobody has written yet.")
    else:
        looker.show(archive.letter(looker.board, place))


def papers(looker: Looker, words: list[str]) -> None:
    looker.show(archive.archive(looker.board))


def history(looker: Looker, words: list[str]) -> None:
    looker.show(archive.history(looker.board, everything=words == ["all"]))


def word(looker: Looker, words: list[str]) -> None:
    looker.show(archive.hard(" ".join(words)))


def wall(looker: Looker, words: list[str]) -> None:
    looker.show(walls.wall(looker.board))


def briefing(looker: Looker, words: list[str]) -> None:
    looker.show(walls.briefing(looker.board))


def chart(looker: Looker, words: list[str]) -> None:
    looker.show(walls.chart(looker.board))


def ending(looker: Looker, words: list[str]) -> None:
    looker.show(account.ending(looker.board) or ["The game is not over."])


# ------------------------------------------------------------------------------------------------ why
def why(looker: Looker, words: list[str]) -> None:
    why_with(looker, words, 0)


def why_with(looker: Looker, words: list[str], busy: int) -> None:
    """A meter; else a number that is none: attention with `busy` orders given, an order's effect, a letter's worth, a score."""
    board = looker.board
    asked = " ".join(words) or "pressure"
    if asked in ("attention", "orders"):
        looker.show(account.reckoned(attention(board, busy)))
    elif words[:1] == ["order"]:
        _order(looker, words[1:])
    elif words[:1] == ["letter"]:
        _letter(looker, words[1:])
    elif words[:1] == ["score"]:
        _score(looker, words[1:])
    else:
        _meter(looker, _LINES_OF_STATUS.get(asked, asked))


def _meter(looker: Looker, asked: str) -> None:
    board = looker.board
    meters = (board.pressure, board.fatigue, *board.meters, *board.more_meters)
    same = [meter for meter in meters if asked in (meter.id.lower(), meter.name.lower())]
    near = [meter for meter in meters if meter.id.lower().startswith(asked) or asked in meter.name.lower()]
    found = (same or near)[:1]
    if found:
        looker.show(account.why(board, found[0]))
    elif hidden := [name for name in (t(f"meter.effect-{id}") for id in UNSEEN) if any(part.lower().startswith(asked) for part in name.split())]:
        looker.tell(f"{hidden[0][0].upper()}{hidden[0][1:]}: orders push it, and no government is shown how it stands until the game is over.")
    else:
        known = dict.fromkeys(meter.name.partition(":")[0] for meter in meters)
        looker.show(screen.wrap(f"No meter is called {asked!r}; known: {'; '.join(known)}. The first letters are enough. Also: why attention, "
                                "why order N, why letter N, why score SIDE STORY PART."))


def _order(looker: Looker, words: list[str]) -> None:
    line = looker.order(" ".join(words))
    if line and not line.effects:
        looker.tell(f"{line.name} moves no meter at once.")
    elif line:
        looker.show(account.reckoned(pushed(looker.board, line.name, line.effects, line.text)))


def _letter(looker: Looker, words: list[str]) -> None:
    every = looker.board.letters
    place = number(words[0]) if words else None
    if place is None or not 1 <= place <= len(every):
        known = f"a number from 1 to {len(every)} is needed (letters lists them)" if every else "nobody has written yet"
        looker.tell(f"why letter: {known}.")
        return
    shown = every[place - 1]
    named = [(term.issue, term.name) for term in shown.terms if term.now]
    asked = " ".join(words[1:])
    found = pick(asked, named) if asked else None
    if found is None:
        shares = [(t(f"letters.audience-{name}"), amount) for name, amount in shown.shares]
        looker.show(account.reckoned(worth(t("letters.whole"), shares, shown.worth, note=t("letters.worth-note"))))
        return
    term = next(term for term in shown.terms if term.issue == named[found][0])
    shares = [(t(f"letters.audience-{name}"), amount) for name, amount in term.shares]
    looker.show(account.reckoned(worth(term.name, shares, term.worth)))


def _score(looker: Looker, words: list[str]) -> None:
    told = looker.board.ending
    if told is None:
        looker.tell("why score: the game is not over.")
        return
    parts = list(told.scores[0].public)
    if len(words) != 3 or words[0] not in ("washington", "moscow") or words[1] not in ("public", "true") or words[2] not in parts:
        looker.tell(f"why score: washington or moscow, public or true, and one of {', '.join(parts)} are needed.")
        return
    looker.show(account.reckoned(score(told, words[0], words[1], words[2])))
