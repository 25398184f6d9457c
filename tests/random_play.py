"""Players without a plan: anything the rules allow, at random, and positions that no game would reach."""

import numpy as np

from game.engine import legal
from game.engine.orders import ACCEPT, COUNTER, IGNORE, REFUSE, TONES, Sheet, empty_sheet
from game.engine.rulebook import Rulebook
from game.engine.sides import SIDES, other
from game.engine.state import COUNT, FIELDS, NO_LETTER, SLOTS, State, open_game
from game.engine.terms import CODES, CONDITION_BITS, CONDITIONS, EXACT, NEWS, PAPER, POSITIONS, SECRET
from game.engine.view import View

_RASH = {"strike", "war"}


def random_player(rulebook: Rulebook, rng: np.random.Generator, rashness: float = 0.02):
    """A player that hands in legal sheets of every kind; orders that end the game on the spot are wanted only now and then."""
    def play(view: View) -> Sheet:
        made = empty_sheet(rulebook, len(view))
        drafts = _orders(rulebook, view, made, rng, rashness)
        _proposal(rulebook, view, made, rng, drafts)
        _answer(view, made, rng)
        _withdrawal(view, made, rng)
        return made
    return play


def _orders(rulebook, view, made, rng, rashness):
    menu = rulebook.orders[view.side]
    may = legal.legal_orders(rulebook, view)
    rash = np.array([any(effect.meter in _RASH for effect in order.effects) for order in menu])
    may &= ~rash | (rng.random(may.shape) < rashness)
    wanted = np.where(may, rng.random(may.shape), 2).argsort(axis=1).argsort(axis=1)
    how_many = rng.integers(0, legal.attention(rulebook, view) + 1)
    given = may & (wanted < how_many[:, None])
    for question in {order.one_of for order in menu if order.one_of}:
        answers = np.array([order.one_of == question for order in menu])
        given &= ~answers | (np.cumsum(given & answers, axis=1) == 1)
    made.given[:, :len(menu)] = given
    return (made.given[:, :len(menu)] & np.array([order.is_drafting for order in menu])).any(axis=1)


def _proposal(rulebook, view, made, rng, drafts):
    games, issues = made.offer.shape
    channel = rng.integers(0, len(rulebook.channels), games)
    public, oral = (np.array([getattr(c, name) for c in rulebook.channels])[channel][:, None] for name in ("is_public", "is_oral"))
    said = (rng.random((games, issues)) < 0.4) & (rng.random(games) < 0.5)[:, None]
    flag = rng.random((4, games, issues)) < 0.3
    on_paper = flag[1] & ~oral
    in_sight = np.array([getattr(issue, "in_sight", False) for issue in rulebook.issues])       # what everybody sees done lies in no annex
    flags = SECRET * (flag[0] & ~public & ~in_sight) + PAPER * on_paper + EXACT * (flag[2] & drafts[:, None]) + NEWS * (flag[3] & ~on_paper)
    for id, bit in zip(CONDITIONS, CONDITION_BITS, strict=True):
        may = np.array([id in issue.conditions for issue in rulebook.issues])
        flags = flags + bit * (may & (rng.random((games, issues)) < 0.2))
    made.offer[...] = (rng.integers(1, POSITIONS + 1, (games, issues)) + flags) * said
    made.channel[...] = channel * said.any(axis=1)
    made.tone[...] = rng.integers(0, len(TONES), games) * said.any(axis=1)
    deadline = rng.integers(1, legal.LONGEST_DEADLINE + 1, games) * (rng.random(games) < 0.3)
    made.due[...] = np.where((deadline > 0) & said.any(axis=1), view.public.minutes + 720 * deadline, 0)


def _answer(view, made, rng):
    for game in np.flatnonzero((view.public.letter_number[:, other(view.side)] > 0).any(axis=1) & (rng.random(len(view)) < 0.4)):
        answer = rng.choice([ACCEPT, ACCEPT, REFUSE, COUNTER])
        if answer == COUNTER and not made.offer[game].any():
            answer = IGNORE
        made.answer[game] = answer
        made.answer_to[game] = rng.choice(legal.open_letters(view, other(view.side), game)) if answer else 0


def _withdrawal(view, made, rng):
    for game in np.flatnonzero((view.own.sent > 0) & (rng.random(len(view)) < 0.1)):
        made.withdraw[game] = rng.choice([*legal.open_letters(view, view.side, game), int(view.own.sent[game])])


def any_position(rulebook: Rulebook, games: int, rng: np.random.Generator) -> State:
    """Positions with every field anywhere between 0 and its top, the ends often; dates and codes are kept to what they can be."""
    state = open_game(rulebook, rng.integers(0, COUNT, games))
    for name, field in FIELDS.items():
        if field.is_meter:
            column = state.column(name)
            ends = np.where(rng.random(column.shape) < 0.5, 0, field.top)
            column[...] = np.where(rng.random(column.shape) < 0.3, ends, rng.integers(0, field.top + 1, column.shape))
    for name in ("war", "strike", "ousted"):
        state.column(name)[...] = 0
    public, umpire, issues = state.public, state.umpire, len(rulebook.issues)
    ends = np.array([0] + [phase.until for phase in rulebook.phases]) // 720
    public.phase[...] = rng.integers(0, len(rulebook.phases), games)
    public.minutes[...] = rng.integers(ends[public.phase], ends[public.phase + 1]) * 720
    public.turn[...] = rng.integers(0, 400, games)
    public.half_days[...] = rng.integers(1, FIELDS["half_days"].top + 1, games)
    for name in ("agreed", "letters", "post"):
        codes = state.column(name)
        codes[...] = rng.integers(1, POSITIONS + 1, codes.shape) + SECRET * rng.integers(0, CODES // SECRET, codes.shape)
        codes[...] *= rng.random(codes.shape) < 0.5
    public.agreed_at[...] = public.minutes * (public.phase > 0)
    state.dossier.sent[...] = rng.integers(SLOTS + 1, 60, (games, 2))
    public.letter_number[...] = (state.dossier.sent[..., None] - np.arange(1, SLOTS + 1)) * (rng.random((games, 2, SLOTS)) < 0.7)
    lies = public.letter_number > 0
    public.letters[...] *= lies[..., None]
    public.letter_age[...] = np.where(lies, rng.integers(0, 9, lies.shape), NO_LETTER)
    public.letter_due[...] = np.where(lies & (rng.random(lies.shape) < 0.5), public.minutes[:, None, None] + 720 * rng.integers(-3, 28, lies.shape),
                                      0).clip(0)
    public.letter_channel[...] = rng.integers(0, len(rulebook.channels), lies.shape) * lies
    for name in ("stated", "news", "disputes_now", "leaked", "answered", "reading", "calm", "barred", "pressed", "dates", "letter_tone", "post_tone"):
        column = state.column(name)
        column[...] = rng.integers(0, min(FIELDS[name].top, 3 if name == "answered" else 9) + 1, column.shape)
    public.leaked[...] *= rng.random(games) < 0.5
    public.letter_tone[...] *= lies
    umpire.leaked_at[...] = public.minutes * public.leaked
    umpire.bombers_settled_at[...] = public.minutes * (rng.random(games) < 0.5)
    for side in SIDES:
        umpire.post_number[:, side] = state.dossier.sent[:, side] * (rng.random(games) < 0.5)
    umpire.post_due[...] = public.minutes[:, None] + 720 * rng.integers(0, 28, (games, 2))
    umpire.post_channel[...] = rng.integers(0, len(rulebook.channels), (games, 2))
    umpire.post_wait[...] = rng.integers(0, 30, (games, 2))
    assert state.public.agreed.shape == (games, issues)
    return state
