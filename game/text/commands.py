"""What can be typed: the tables that help prints, and how a typed word finds its command.

Comes in: a typed word. Goes out: a Command. Never here: what a command does (looking, acting, bargaining, answering).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from . import acting, answering, bargaining, looking, screen, staffing
from .looker import Looker


@dataclass(frozen=True)
class Command:
    name: str
    usage: str
    does: str
    run: Callable[[Any, list[str]], None]
    """Takes a Looker, or, where it changes something, a Seat; and the words behind the command."""


def find(word: str, commands: tuple[Command, ...] = ()) -> Command | str:
    """The command of that name or beginning so; else a sentence that says what would be right."""
    commands = commands or COMMANDS
    for command in commands:
        if command.name == word:
            return command
    starts = [command for command in commands if command.name.startswith(word)]
    if len(starts) == 1:
        return starts[0]
    if starts:
        return f"{word!r} could be {' or '.join(command.name for command in starts)}: write a letter more."
    close = get_close_matches(word, [command.name for command in commands], 1)
    return f"There is no command {word!r}; {f'did you mean {close[0]}?' if close else 'help lists them.'}"


def _help(looker: Looker, words: list[str]) -> None:
    if words:
        command = find(words[0], looker.commands)
        looker.show([command] if isinstance(command, str) else screen.wrap(f"{command.usage}: {command.does}"))
        if not isinstance(command, str) and command.run is bargaining.say:
            looker.show([text for word, does in bargaining.HOW_TO_SAY for text in screen.wrap(f" {word:<15}{does}", 0, 16)])
            looker.tell("Left out, a term is open, spoken, loose and a pledge. For instance: say 6 3 written if supervised conduct.")
        return
    for command in looker.commands:
        if looker.closed(command.name):
            continue
        looker.show(screen.wrap(f"{command.usage:<31}{command.does}", 1, 31))
    has_desk = any(command.name == "send" for command in looker.commands)
    looker.show(["", f"The first letters of a command are enough.{' Nothing leaves the desk before send.' if has_desk else ''}"])


_PAPERS = (
    Command("tray", "tray", "every paper, the old ones too", looking.tray),
    Command("read", "read N", "opens a paper", looking.read),
)
_BEHIND = (
    Command("letters", "letters [N]", "every letter and what became of it; one, with what changed in it", looking.letters),
    Command("archive", "archive", "every paper so far, by days", looking.papers),
    Command("history", "history, history all", "what history did, up to today", looking.history),
    Command("word", "word NAME", "a hard word", looking.word),
)
_WHERE = (
    Command("ledger", "ledger, ledger N, ledger why", "everything that moved last turn or in turn N, and why", looking.ledger),
    Command("charts", "charts", "every meter over all turns", looking.charts),
    Command("team", "team", "who sits at the table, and for how long already", looking.team),
    Command("files", "files", "the dates that ask a question, and what follows", looking.files),
    Command("wall", "wall", "what only this chair sees: who may fire or who can stop you, what is not known, how the agreement is read",
            looking.wall),
    Command("briefing", "briefing", "what this chair is about and how it is judged", looking.briefing),
    Command("chart", "chart", "the map in words", looking.chart),
)
_WHY = "how a number came about, part by part; WHAT: a meter, attention, order N, issue N, letter N [TERM], score SIDE STORY PART"
_HELP = Command("help", "help [COMMAND]", "this list", _help)

COMMANDS = (
    Command("status", "status (or Enter)", "where matters stand", acting.status),
    *_PAPERS,
    Command("orders", "orders", "the menus, with numbers and reasons", acting.orders),
    Command("order", "order N", "all about one order", looking.order),
    Command("give", "give N [N ...]", "puts orders on the sheet", acting.give),
    Command("drop", "drop N", "takes an order off the sheet", acting.drop),
    Command("deal", "deal [GROUP], deal all", "the deal table with worths and both sides' steps", bargaining.deal),
    Command("issue", "issue N", "one issue: its steps, prices, who can block it", bargaining.issue),
    Command("say", "say N STEP [HOW] [if COND]", "puts a term on the table; how: secret, written, exact, news; conditions: supervised, conduct, "
            "lasting, treaty", bargaining.say),
    Command("offer", "offer", "the same as say", bargaining.say),
    Command("unsay", "unsay N, unsay all", "takes a term, or all, off the table", bargaining.unsay),
    Command("hold", "hold", "keeps the terms on the table and the letter back", bargaining.hold),
    Command("put", "put", "sends the terms on the table with the orders", bargaining.put),
    Command("channel", "channel [N]", "the ways to send a letter; chooses one", bargaining.channel),
    Command("tone", "tone [NAME]", "how the letter speaks: plain, warm, stern, anguished", bargaining.tone),
    Command("deadline", "deadline N", "half-days they are given: 1, 2, 4 or 8; 0 for none", bargaining.deadline),
    Command("letter", "letter", "the letter as it would go, its price, its weak places", bargaining.letter),
    Command("agreed", "agreed", "what binds by now, and what was left open", looking.agreed),
    Command("accept", "accept N", "takes their letter N: its terms bind; tells the price first", answering.giving("accept")),
    Command("refuse", "refuse N", "refuses their letter N", answering.giving("refuse")),
    Command("counter", "counter N", "lays their letter N on the deal table, to be changed and sent back", answering.counter),
    Command("ignore", "ignore", "takes an answer back", answering.ignore),
    Command("withdraw", "withdraw N", "takes our own letter N off their table", answering.withdraw),
    *_BEHIND,
    Command("staff", "staff, staff order N|orders", "counts how the next days may go, who takes our letter, what orders are likely to do",
            staffing.staff),
    Command("why", "why WHAT", _WHY, acting.why),
    *_WHERE,
    Command("undo", "undo", "the sheet as it was before the last change", acting.undo),
    Command("redo", "redo", "the sheet as it was before the last undo", acting.redo),
    Command("sheet", "sheet", "what would be sent now", acting.sheet),
    Command("send", "send", "hands in the turn; asks once", acting.send),
    Command("open", "open all", "opens every panel of a first game at once", acting.open_all),
    Command("skip", "skip", "ends the lesson, where one speaks; the game goes on", acting.skip),
    _HELP,
    Command("quit", "quit", "leaves; the game is saved and can be resumed", acting.leave),
)
"""At a seat."""
LOOKING = (
    Command("status", "status (or Enter)", "where matters stood", looking.status),
    *_PAPERS,
    Command("orders", "orders", "the menus, with numbers and reasons", looking.orders),
    Command("order", "order N", "all about one order", looking.order),
    Command("deal", "deal [GROUP], deal all", "the deal table with worths and both sides' steps", looking.deal),
    Command("issue", "issue N", "one issue: its steps, prices, who can block it", looking.issue),
    Command("agreed", "agreed", "what bound by then, and what was left open", looking.agreed),
    *_BEHIND,
    Command("why", "why WHAT", _WHY, looking.why),
    *_WHERE,
    Command("ending", "ending", "how it ended, what was agreed, the scores", looking.ending),
    _HELP,
)
"""Where there is nothing to send: after the end, and in a replay."""
