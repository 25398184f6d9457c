"""The same Dispatch written twice: by what the window offers, and by typed commands. Nothing is set behind the back of either."""

from __future__ import annotations

from game.engine.orders import Dispatch, Proposal, Term
from game.session.draft import opening_term
from game.text.menus import numbered
from game.text.seat import Seat
from game.ui.app import App
from game.ui.desk import Desk
from game.ui.flow import open_desk


def by_window(app: App, game, side: int, wanted: Dispatch) -> Dispatch:
    """The draft after every action that the window offers for it; it fails where one is not on the screen."""
    open_desk(app, game, side)
    app.back()
    room = app.top
    desk: Desk = room.desk
    for id in wanted.orders:
        line = next(line for line in desk.board.orders if line.id == id)
        press(app, f"menu:{line.menu}")
        press(app, f"give:{id}")
    if wanted.withdraw:
        _answer(app, desk, True, wanted.withdraw, "withdraw")
    if wanted.answer in ("accept", "refuse"):
        _answer(app, desk, False, wanted.answer_to, wanted.answer)
    if wanted.answer == "counter":
        _answer(app, desk, False, wanted.answer_to, "counter")
    elif wanted.proposal:
        press(app, "deal")
    if wanted.proposal:
        _lay(app, desk, wanted.proposal)
    return desk.draft.dispatch()


def press(app: App, action: str) -> None:
    """That action, if the screen in front offers it."""
    tree = app.build()
    offered = {node.action for node in tree.nodes} | {action for _, _, action in tree.keys}
    assert action in offered, f"{action} is not on {app.top.name}: {sorted(offered)}"
    app.top.act(action)


def _answer(app: App, desk: Desk, is_own: bool, letter: int, answer: str) -> None:
    paper = next(paper for paper in desk.board.papers if (paper.is_own, paper.letter) == (is_own, letter))
    app.top.moved(f"paper:{paper.id}")
    app.top.paper = paper.id
    app.top.act(f"read:{paper.id}")
    press(app, f"answer:{answer}")
    if app.top.name == "paper":
        app.back()


def _lay(app: App, desk: Desk, wanted: Proposal) -> None:
    deal = app.top
    deal.unfolded = {group.id for group in deal.groups}
    for id in [id for id in desk.draft.terms if id not in wanted.terms]:
        deal.moved(f"issue:{id}")
        press(app, f"unsaid:{id}")
    for id, term in wanted.terms.items():
        line = deal.line(id)
        deal.moved(f"issue:{id}")
        press(app, f"peg:{id}:{term.position}")
        now = desk.draft.terms.get(id) or opening_term(line)
        for way, is_so in (("secret", term.secret), ("exact", term.exact), ("paper", term.paper), ("news", term.news)):
            now = desk.draft.terms[id]
            if getattr(now, way) != is_so:
                press(app, f"{way}:{id}")
        for place, condition in enumerate(line.conditions):
            if (condition in desk.draft.terms[id].conditions) != (condition in term.conditions):
                deal.act(f"condition:{id}:{place}")
    for action in (f"channel:{wanted.channel}", f"deadline:{wanted.deadline_half_days}", f"tone:{wanted.tone}"):
        press(app, action)
    press(app, "put")


def by_text(game, side: int, wanted: Dispatch) -> Dispatch:
    """The sheet after the typed commands for it."""
    seat = Seat(game, side, lambda prompt: "n", lambda line: None)
    for line in typed(seat, wanted):
        seat.obey(line)
    return seat.draft


def typed(seat: Seat, wanted: Dispatch) -> list[str]:
    """What a person would type."""
    numbers = {line.id: number for number, line in enumerate(numbered(seat.board), 1)}
    lines = [f"give {numbers[id]}" for id in wanted.orders]
    lines += [f"withdraw {wanted.withdraw}"] if wanted.withdraw else []
    lines += [f"{wanted.answer} {wanted.answer_to}"] if wanted.answer_to else []
    offer = wanted.proposal
    if offer is None:
        return lines
    if wanted.answer == "counter":
        paper = next(paper for paper in seat.board.papers if (paper.is_own, paper.letter) == (False, wanted.answer_to))
        lines += [f"unsay {term.issue.lower()}" for term in paper.terms if term.issue not in offer.terms]
    lines += [f"channel {offer.channel}", f"tone {offer.tone}"]
    lines += [f"say {id.lower()} {_said(term)}" for id, term in offer.terms.items()]
    return [*lines, f"deadline {offer.deadline_half_days}"]


def _said(term: Term) -> str:
    ways = [name for name, is_so in (("secret", term.secret), ("written", term.paper), ("exact", term.exact), ("news", term.news)) if is_so]
    return " ".join((str(term.position), *ways, *(["if", *term.conditions] if term.conditions else [])))
