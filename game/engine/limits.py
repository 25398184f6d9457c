"""How large a scenario's numbers may be, so that no rule leaves 32 bits: the check and the dials read it, and a test plays the ends.

Comes in: names of coefficients and curves. Goes out: their largest value. Never here: a rule.
"""

_SHARES = ("eases_per_mille", "fades_per_mille", "cover_per_mille", "secret_share_per_mille", "passes_per_mille", "cools_per_mille",
           "press_moves_per_mille", "weigh_hawks_per_mille", "weigh_sites_per_mille", "weigh_forces_per_mille")
"""Shares of a whole, which cannot pass 1000."""
_PLACES = {"secret_mattered": 1}
"""Numbers that say which of several: the last place."""
CURVE_TOP = {"tired": 1000, "clumsy": 20_000, "tense": 20_000, "attention": 20, "world_expects": 1000}
"""Highest value of the curves that are not chances; the others are parts per million."""


def most(coefficient: str) -> int:
    """The largest value of a coefficient, by its name or `mechanism.name`: shares and meter points 1000, other per mille 10,000, ppm 1,000,000."""
    name = coefficient.rpartition(".")[2]
    if name in _PLACES:
        return _PLACES[name]
    if name in _SHARES:
        return 1000
    if "_ppm" in coefficient:
        return 1_000_000
    return 10_000 if "per_mille" in coefficient else 1000


def curve_top(curve: str) -> int:
    """The largest value of a curve, by its name."""
    return CURVE_TOP.get(curve, 1_000_000)
