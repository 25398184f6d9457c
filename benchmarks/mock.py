"""The yardstick: what a game of our shape costs in plain numpy with nothing to explain and nobody to tell.

Two sides of 16 numbers in 0..1, 25 orders with thresholds, both sides choosing at random among what is allowed, a joint effect of
the two orders, six kinds of event, drift, a hazard of war, a deal, at most 30 turns, finished games dropped from the batch. Comes in: a number of
games. Goes out: the game-turns played. Never here: the game's own rules; the tables are made up and mean nothing.
"""

import numpy as np

NUMBERS, ORDERS, TURNS, KINDS = 16, 25, 30, 6
TENSION, TRUST = 0, 1       # the two numbers that end games
EVENT_CHANCE, DRIFT = 0.25, 0.03


def _sparse(rng: np.random.Generator, rows: int, filled: int, largest: float) -> np.ndarray:
    """(rows, NUMBERS) with `filled` numbers other than 0 in each row."""
    effects = np.zeros((rows, NUMBERS))
    for row in effects:
        row[rng.choice(NUMBERS, filled, replace=False)] = rng.uniform(-largest, largest, filled)
    return effects


class Mock:
    """A batch of mock games. `play` plays it to the end and says how many game-turns that took."""

    def __init__(self, games: int, seed: int = 1):
        made = np.random.default_rng(1965)
        self.games, self.rng = games, np.random.default_rng(seed)
        self.opening = np.tile(made.uniform(0.35, 0.65, NUMBERS), 2)
        self.needs, self.least = made.integers(0, NUMBERS, ORDERS), made.uniform(0, 0.45, ORDERS)
        self.least[0] = 0       # one order is always allowed
        own, across = _sparse(made, ORDERS, 5, 0.08), _sparse(made, ORDERS, 3, 0.06)
        self.joint = np.concatenate([own[:, None] + across[None], across[:, None] + own[None]], axis=2).reshape(ORDERS**2, 2 * NUMBERS)
        shock = _sparse(made, KINDS, 3, 0.1)
        self.events = np.concatenate([shock, shock / 2], axis=1)

    def play(self) -> int:
        table, played = np.tile(self.opening, (self.games, 1)), 0
        for _ in range(TURNS):
            if not len(table):
                break
            played += len(table)
            over = self._turn(table, self._choice(table, 0), self._choice(table, NUMBERS))
            if over.any():
                table = table[~over]
        return played

    def _choice(self, table: np.ndarray, first: int) -> np.ndarray:
        """(n,) one of the allowed orders, each as likely."""
        allowed = table[:, first + self.needs] >= self.least
        counted = np.cumsum(allowed, axis=1, dtype=np.int8)
        drawn = (self.rng.random(len(table), np.float32) * counted[:, -1]).astype(np.int8)
        order: np.ndarray = (counted > drawn[:, None]).argmax(axis=1)
        return order

    def _turn(self, table: np.ndarray, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """(n,) which games ended; the table is changed in place."""
        table += self.joint[one * ORDERS + two]
        roll = self.rng.random(len(table), np.float32)
        struck = np.flatnonzero(roll < EVENT_CHANCE)
        kinds = (roll[struck] * (KINDS / EVENT_CHANCE)).astype(np.int64)
        for kind in range(KINDS):
            rows = struck[kinds == kind]
            if rows.size:
                table[rows] += self.events[kind]
        table += DRIFT * (self.opening - table)
        np.clip(table, 0, 1, out=table)
        tension = table[:, TENSION] + table[:, NUMBERS + TENSION]
        war = self.rng.random(len(table), np.float32) < 1 / (1 + np.exp(8 * (1.25 - tension)))
        deal = (table[:, TRUST] > 0.8) & (table[:, NUMBERS + TRUST] > 0.8)
        over: np.ndarray = war | deal
        return over
