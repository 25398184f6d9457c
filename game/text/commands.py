"""What can be typed at a seat: one function a command, and the table that help prints.

Comes in: a Seat and the words behind the command. Goes out: lines written, a changed sheet. Never here: a rule, a number of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..engine.orders import TONES, Term
from ..engine.terms import CONDITIONS
from ..language import t
from ..wording import accepting
from ..wording.glosses import UNSEEN
from ..wording.groups import groups
from ..wording.reckonings import attention
from . import account, archive, screen
from .parse import number, pick

if TYPE_CHECKING:
    from .seat import Seat

_FORMS = {"secret": "secret", "written": "paper", "paper": "paper", "exact": "exact", "news": "news", "open": "", "loose": "", "spoken": "",
          "oral": "", "pledge": ""}
_IF, _AND = "if", "and"
_LINES_OF_STATUS = {"rope": "pressure", "sleep": "fatigue"}
"""What status calls two meters."""
_HOW_TO_SAY = (
    ("secret", "known to a few on both sides; costs little at home and with allies until it leaks"),
    ("written", "on paper: worth more to Moscow, dear to Washington, and a secret that is on paper is found the sooner; not by a spoken channel"),
    ("exact", "in words that can be read one way only; needs the order Draft exactly on the same sheet"),
    ("news", "told as something that will happen anyway, and not promised: costs less, binds less, is read a step further apart"),
    ("if supervised", "holds once United Nations inspectors have stood on Cuban soil"),
    ("if conduct", "lapses when Castro's own guns are told to fire"),
    ("if lasting", "holds once the bombers are settled as well"),
    ("if treaty", "leaves the treaties of the American states as they are, and is quarrelled over for as long as it stands"),
)
"""What each word behind `say N STEP` does."""


@dataclass(frozen=True)
class Command:
    name: str
    usage: str
    does: str
    run: Callable[[Seat, list[str]], None]


def find(word: str) -> Command | str:
    """The command of that name or beginning so; else a sentence that says what would be right."""
    for command in COMMANDS:
        if command.name == word:
            return command
    starts = [command for command in COMMANDS if command.name.startswith(word)]
    if len(starts) == 1:
        return starts[0]
    if starts:
        return f"{word!r} could be {' or '.join(command.name for command in starts)}: write a letter more."
    close = get_close_matches(word, [command.name for command in COMMANDS], 1)
    return f"There is no command {word!r}; {f'did you mean {close[0]}?' if close else 'help lists them.'}"


def _status(seat: Seat, words: list[str]) -> None:
    seat.show([*seat.teacher.opening(), *screen.sheet(seat.board, seat.draft)])


def _tray(seat: Seat, words: list[str]) -> None:
    seat.show(screen.tray(seat.board, everything=True))


def _read(seat: Seat, words: list[str]) -> None:
    papers = seat.board.papers
    place = number(words[0]) if words else 1
    if place is None or not 1 <= place <= len(papers):
        seat.tell(f"read: a number from 1 to {len(papers)} is needed (tray lists them).")
        return
    seat.show(screen.paper(papers[place - 1]))


def _orders(seat: Seat, words: list[str]) -> None:
    seat.show(seat.teacher.orders() or screen.orders(seat.board, seat.sheet.orders))


def _order(seat: Seat, words: list[str]) -> None:
    line = seat.order(" ".join(words))
    if line:
        seat.show(screen.order(line))


def _give(seat: Seat, words: list[str]) -> None:
    numbers = all(word.isdigit() for word in words)
    for word in words if numbers and words else [" ".join(words)]:
        line = seat.order(word)
        if line is None:
            return
        line = seat.teacher.offered(line)
        if line is None:
            return
        if line.id in seat.sheet.orders:
            seat.tell(f"{line.name} is on the sheet already; drop takes it off.")
        elif seat.try_out(replace(seat.sheet, orders=(*seat.sheet.orders, line.id))):
            left = seat.board.attention - len(seat.sheet.orders)
            seat.tell(f"On the sheet: {line.name}. {left or 'No'} more can be given.")


def _drop(seat: Seat, words: list[str]) -> None:
    line = seat.order(" ".join(words))
    if line is None:
        return
    if line.id in seat.sheet.orders:
        seat.put_down(replace(seat.sheet, orders=tuple(id for id in seat.sheet.orders if id != line.id)))
        seat.tell(f"Off the sheet: {line.name}.")
    else:
        seat.tell(f"{line.name} is not on the sheet; give puts it there.")


def _deal(seat: Seat, words: list[str]) -> None:
    asked, every = " ".join(words), groups(seat.board.issues)
    named = [(group.id, group.title) for group in every]
    found = pick(asked, named) if asked not in ("", "all") else None
    if asked not in ("", "all") and found is None:
        seat.tell(f"{asked!r} is no group of the deal table; known: all, {', '.join(id for id, _ in named)}.")
        return
    unfolded = {group.id for group in every} if asked == "all" else set() if found is None else {every[found].id}
    seat.show(screen.deal(seat.board, dict(seat.sheet.terms), unfolded))


def _issue(seat: Seat, words: list[str]) -> None:
    issue = seat.issue(" ".join(words))
    if issue:
        seat.show(screen.issue(issue, dict(seat.sheet.terms).get(issue.id)))


def _say(seat: Seat, words: list[str]) -> None:
    before = next((place for place, word in enumerate(words) if place and number(word) is not None), 1)      # the name may be several words
    name, words = " ".join(words[:before]), words[before:]
    issue = seat.issue(name)
    if issue is None:
        return
    step = number(words[0]) if words else None
    said_so = words[1:words.index(_IF)] if _IF in words else words[1:]
    asked = [word.strip(",") for word in words[words.index(_IF) + 1:] if word != _AND] if _IF in words else []
    unknown, unheard = [word for word in said_so if word not in _FORMS], [word for word in asked if word not in CONDITIONS]
    if step is None or not 1 <= step <= len(issue.positions):
        seat.tell(f"{issue.name}: a step from 1 to {len(issue.positions)} is needed, for instance: say {name} 2 secret.")
    elif unknown:
        seat.tell(f"{unknown[0]!r} is no way of saying it; secret, written, exact and news are (left out: open, spoken, loose, pledge).")
    elif unheard or (_IF in words and not asked):
        may = ", ".join(issue.conditions) or "nothing, on this issue"
        seat.tell(f"{unheard[0] if unheard else 'nothing'!r} is no condition; a term on {issue.name} can hang on: {may}.")
    else:
        said = {_FORMS[word] for word in said_so}
        hangs_on = tuple(id for id in CONDITIONS if id in asked)
        term = Term(step, "secret" in said, "paper" in said, "exact" in said, "news" in said, hangs_on)
        seat.show(screen.wrap(f"{issue.name}: {issue.positions[step - 1]} [{screen.how(term)}].", 0, 2))
        seat.put_down(seat.with_term(issue.id, term))


def _unsay(seat: Seat, words: list[str]) -> None:
    if words == ["all"]:
        counters = seat.sheet.answer == "counter"
        seat.sheet = replace(seat.sheet, terms=(), deadline=0, answer="ignore" if counters else seat.sheet.answer,
                             answer_to=0 if counters else seat.sheet.answer_to)
        seat.tell("The deal table is empty; no proposal goes out.")
        return
    issue = seat.issue(" ".join(words))
    if issue:
        seat.put_down(seat.with_term(issue.id, None))
        seat.tell(f"{issue.name} is left unsaid.")


def _channel(seat: Seat, words: list[str]) -> None:
    lines = seat.board.channels
    if not words:
        seat.show(screen.channels(seat.board, seat.sheet.channel))
        return
    asked = " ".join(words)
    place = number(asked)
    found = [line for at, line in enumerate(lines, 1) if place == at or line.id == asked or line.name.lower().startswith(asked)]
    if len(found) != 1:
        seat.tell(f"{asked!r} is no channel; give a number from 1 to {len(lines)}: {', '.join(line.name for line in lines)}.")
        return
    seat.tell(f"The letter goes by: {found[0].name}, {found[0].arrives}.")
    seat.put_down(replace(seat.sheet, channel=found[0].id))


def _deadline(seat: Seat, words: list[str]) -> None:
    half_days = number(words[0]) if words else None
    if half_days is None:
        seat.tell("deadline: a number of half-days is needed, for instance deadline 4; deadline 0 asks for no answer by a day.")
    elif seat.try_out(replace(seat.sheet, deadline=half_days)):
        seat.tell(f"They are given {half_days} half-days: it is an ultimatum now." if half_days else "No deadline.")


def _tone(seat: Seat, words: list[str]) -> None:
    asked = " ".join(words)
    if not words:
        seat.show(screen.tones(seat.sheet.tone))
        return
    found = [tone for tone in TONES if tone.startswith(asked)]
    if len(found) != 1:
        seat.tell(f"{asked!r} is no tone; known: {', '.join(TONES)}.")
        return
    seat.put_down(replace(seat.sheet, tone=found[0]))
    seat.tell(f"The letter will speak {'plainly' if found[0] == 'plain' else f'in the {found[0]} tone'}.")


def _agreed(seat: Seat, words: list[str]) -> None:
    seat.show(screen.agreed(seat.board))


def _letter(seat: Seat, words: list[str]) -> None:
    seat.show(screen.proposal(seat.game.words(seat.side, seat.draft)))


def _answering(answer: str) -> Callable[[Seat, list[str]], None]:
    def run(seat: Seat, words: list[str]) -> None:
        letter = _their_letter(seat, answer, words)
        if letter and seat.try_out(replace(seat.sheet, answer=answer, answer_to=letter)):
            seat.tell(f"You {answer} their letter {letter}, once the turn is sent. ignore takes that back.")
            price = seat.game.price(seat.side, letter) if answer == "accept" else None
            for sentence in accepting.told(price, bool(seat.sheet.terms)) if price else ():
                seat.tell(sentence)
    return run


def _their_letter(seat: Seat, verb: str, words: list[str]) -> int:
    """The number of a letter of theirs on the table; 0 after a sentence that says what would be right. Alone on the table it need not be named."""
    open_now = [paper.letter for paper in seat.board.papers if paper.letter and not paper.is_own]
    asked = number(words[0]) if words else None
    if asked in open_now:
        return asked or 0
    if not words and len(open_now) == 1:
        return open_now[0]
    choice = f"open: {', '.join(map(str, open_now))}" if open_now else "none of theirs lies open"
    seat.tell(f"{verb}: the number of a letter of theirs is needed; {choice}.")
    return 0


def _counter(seat: Seat, words: list[str]) -> None:
    letter = _their_letter(seat, "counter", words)
    if not letter:
        return
    paper = next(paper for paper in seat.board.papers if paper.letter == letter and not paper.is_own)
    channel = next((line for line in seat.board.channels if line.id == seat.sheet.channel), seat.board.channels[0])
    terms = tuple((term.issue, Term(term.position, term.secret and not channel.is_public, term.paper and not channel.is_oral, False, term.news,
                                    term.conditions)) for term in paper.terms)
    seat.sheet = replace(seat.sheet, terms=terms, answer="counter", answer_to=letter)
    seat.tell(f"Their letter {letter} lies on the deal table: change it with say and unsay; it goes back as our counter-offer.")
    _deal(seat, [])


def _ignore(seat: Seat, words: list[str]) -> None:
    seat.sheet = replace(seat.sheet, answer="ignore", answer_to=0)
    seat.tell("No answer goes out.")


def _withdraw(seat: Seat, words: list[str]) -> None:
    own = [paper.letter for paper in seat.board.papers if paper.is_own and paper.letter]
    asked = number(words[0]) if words else None
    if asked == 0:
        seat.sheet = replace(seat.sheet, withdraw=0)
        seat.tell("No letter is withdrawn.")
    elif asked is None or asked not in own:
        choice = f"could be: {', '.join(map(str, own))}" if own else "none lies open"
        seat.tell(f"withdraw: the number of a letter of ours is needed; {choice}.")
    elif seat.try_out(replace(seat.sheet, withdraw=asked)):
        seat.tell(f"Our letter {asked} is taken back once the turn is sent; withdraw 0 lets it stand.")


def _ledger(seat: Seat, words: list[str]) -> None:
    turn, played = number(words[0]) if words else None, len(seat.board.turns)
    if turn is not None and not 1 <= turn <= played:
        seat.tell(f"ledger: a turn from 1 to {played} is needed." if played else "ledger: no turn has been played yet.")
    else:
        seat.show(account.reasons(seat.board) if words == ["why"] else account.ledger(seat.board, turn or 0))


def _charts(seat: Seat, words: list[str]) -> None:
    seat.show(account.charts(seat.board))


def _team(seat: Seat, words: list[str]) -> None:
    seat.show(account.team(seat.board))


def _files(seat: Seat, words: list[str]) -> None:
    seat.show(account.files(seat.board))


def _letters(seat: Seat, words: list[str]) -> None:
    place, every = number(words[0]) if words else None, seat.board.letters
    if place is None:
        seat.show(archive.letters(seat.board))
    elif not 1 <= place <= len(every):
        seat.tell(f"letters: a number from 1 to {len(every)} is needed (letters lists them)." if every else "letters: nobody has written yet.")
    else:
        seat.show(archive.letter(seat.board, place))


def _archive(seat: Seat, words: list[str]) -> None:
    seat.show(archive.archive(seat.board))


def _history(seat: Seat, words: list[str]) -> None:
    seat.show(archive.history(seat.board, everything=words == ["all"]))


def _word(seat: Seat, words: list[str]) -> None:
    seat.show(archive.hard(" ".join(words)))


def _why(seat: Seat, words: list[str]) -> None:
    meters = (seat.board.pressure, seat.board.fatigue, *seat.board.meters, *seat.board.more_meters)
    asked = " ".join(words) or "pressure"
    if asked in ("attention", "orders"):
        seat.show(account.reckoned(attention(seat.board, len(seat.sheet.orders))))
        return
    asked = _LINES_OF_STATUS.get(asked, asked)
    same = [meter for meter in meters if asked in (meter.id.lower(), meter.name.lower())]
    near = [meter for meter in meters if meter.id.lower().startswith(asked) or asked in meter.name.lower()]
    found = (same or near)[:1]
    if found:
        seat.show(account.why(seat.board, found[0]))
    elif hidden := [name for name in (t(f"meter.effect-{id}") for id in UNSEEN) if any(part.lower().startswith(asked) for part in name.split())]:
        seat.tell(f"{hidden[0][0].upper()}{hidden[0][1:]}: orders push it, and no government is shown how it stands until the game is over.")
    else:
        known = dict.fromkeys(meter.name.partition(":")[0] for meter in meters)
        seat.show(screen.wrap(f"No meter is called {asked!r}; known: {'; '.join(known)}. The first letters are enough."))


def _wall(seat: Seat, words: list[str]) -> None:
    seat.show(screen.wall(seat.board))


def _briefing(seat: Seat, words: list[str]) -> None:
    seat.show(screen.briefing(seat.board))


def _chart(seat: Seat, words: list[str]) -> None:
    seat.show(screen.chart(seat.board))


def _sheet(seat: Seat, words: list[str]) -> None:
    seat.show(screen.sheet(seat.board, seat.draft))


def _help(seat: Seat, words: list[str]) -> None:
    if words:
        command = find(words[0])
        seat.show([command] if isinstance(command, str) else screen.wrap(f"{command.usage}: {command.does}"))
        if not isinstance(command, str) and command.run is _say:
            seat.show([text for word, does in _HOW_TO_SAY for text in screen.wrap(f" {word:<15}{does}", 0, 16)])
            seat.tell("Left out, a term is open, spoken, loose and a pledge. For instance: say 6 3 written if supervised conduct.")
        return
    for command in COMMANDS:
        if seat.teacher.closed(command.name):
            continue
        seat.show(screen.wrap(f"{command.usage:<31}{command.does}", 1, 31))
    seat.show(["", "The first letters of a command are enough. Nothing leaves the desk before send."])


def _send(seat: Seat, words: list[str]) -> None:
    against = seat.game.refusals(seat.side, seat.draft)
    if against:
        seat.show([line for refusal in against for line in screen.wrap(f"Returned: {refusal.reason}", 0, 2)])
        return
    seat.show(screen.sheet(seat.board, seat.draft))
    if seat.read("Send this? It cannot be called back. y or n> ").strip().lower() not in ("y", "yes"):
        seat.tell("Nothing was sent.")
        return
    seat.seal()


def _open(seat: Seat, words: list[str]) -> None:
    if words and words != ["all"]:
        seat.tell("open all opens every panel now; read N opens a paper.")
    else:
        seat.teacher.open_all()


def _skip(seat: Seat, words: list[str]) -> None:
    seat.teacher.skip()


def _quit(seat: Seat, words: list[str]) -> None:
    seat.leave()


COMMANDS = (
    Command("status", "status (or Enter)", "where matters stand", _status),
    Command("tray", "tray", "every paper, the old ones too", _tray),
    Command("read", "read N", "opens a paper", _read),
    Command("orders", "orders", "the menus, with numbers and reasons", _orders),
    Command("order", "order N", "all about one order", _order),
    Command("give", "give N [N ...]", "puts orders on the sheet", _give),
    Command("drop", "drop N", "takes an order off the sheet", _drop),
    Command("deal", "deal [GROUP], deal all", "the deal table with worths and both sides' steps", _deal),
    Command("issue", "issue N", "one issue: its steps, prices, who can block it", _issue),
    Command("say", "say N STEP [HOW] [if COND]", "puts a term on the table; how: secret, written, exact, news; conditions: supervised, conduct, "
            "lasting, treaty", _say),
    Command("offer", "offer", "the same as say", _say),
    Command("unsay", "unsay N, unsay all", "takes a term, or all, off the table", _unsay),
    Command("channel", "channel [N]", "the ways to send a letter; chooses one", _channel),
    Command("tone", "tone [NAME]", "how the letter speaks: plain, warm, stern, anguished", _tone),
    Command("deadline", "deadline N", "half-days they are given; 0 for none", _deadline),
    Command("letter", "letter", "the letter as it would go, its price, its weak places", _letter),
    Command("agreed", "agreed", "what binds by now, and what was left open", _agreed),
    Command("accept", "accept N", "takes their letter N: its terms bind", _answering("accept")),
    Command("refuse", "refuse N", "refuses their letter N", _answering("refuse")),
    Command("counter", "counter N", "lays their letter N on the deal table, to be changed and sent back", _counter),
    Command("ignore", "ignore", "takes an answer back", _ignore),
    Command("withdraw", "withdraw N", "takes our own letter N off their table", _withdraw),
    Command("letters", "letters [N]", "every letter and what became of it; one, with what changed in it", _letters),
    Command("archive", "archive", "every paper so far, by days", _archive),
    Command("history", "history, history all", "what history did, up to today", _history),
    Command("word", "word NAME", "a hard word", _word),
    Command("why", "why METER", "what a meter is and what moved it", _why),
    Command("ledger", "ledger, ledger N, ledger why", "everything that moved last turn or in turn N, and why", _ledger),
    Command("charts", "charts", "every meter over all turns", _charts),
    Command("team", "team", "who sits at the table, and for how long already", _team),
    Command("files", "files", "the dates that ask a question, and what follows", _files),
    Command("wall", "wall", "what only this chair sees: who may fire or who can stop you, what is not known, how the agreement is read", _wall),
    Command("briefing", "briefing", "what this chair is about and how it is judged", _briefing),
    Command("chart", "chart", "the map in words", _chart),
    Command("sheet", "sheet", "what would be sent now", _sheet),
    Command("send", "send", "hands in the turn; asks once", _send),
    Command("open", "open all", "opens every panel of a first game at once", _open),
    Command("skip", "skip", "ends the lesson, where one speaks; the game goes on", _skip),
    Command("help", "help [COMMAND]", "this list", _help),
    Command("quit", "quit", "leaves; the game is saved and can be resumed", _quit),
)
