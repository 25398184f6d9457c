"""How tired people are after short nights, by three published measures and a half-day bookkeeping made from one of them.

Comes in: hours awake, hours slept, the time of day. Goes out: blood alcohol of like effect, sleepiness, debt, tiredness from 0 to 1.
Never here: the game's own sleep debt, which is kept in whole numbers by the engine.
"""

from collections.abc import Sequence
from math import cos, exp, log, pi

from .caveat import Caveat

DAWSON_REID = Caveat(
    model="Hours awake as blood alcohol",
    source="D. Dawson and K. Reid, Nature 388, 1997",
    looked_up="Secondary: 17 hours awake are like 0.05 %, 21 hours about 0.08 %, 24 hours 0.10 %.",
    general_knowledge="That it was one tracking task, done by young people.",
    computed="The straight line through the first and the last.",
    beware="One simple task says little of judgement. Below 10 hours the line gives nothing, past 24 hours it is a guess.",
)
VAN_DONGEN = Caveat(
    model="Sleep debt",
    source="H. Van Dongen and others, Sleep 26, 2003; half-day bookkeeping after it: a design choice",
    looked_up="The abstract: lapses grow nearly in a line with wakefulness beyond 15.84 h a day (standard error 0.73); six hours a night for a "
              "fortnight are like up to two nights lost; people hardly notice. Harrison and Horne: rule-bound work is spared, revising plans is not. "
              "Belenky: three nights of eight hours do not restore.",
    general_knowledge="Nothing.",
    computed="Excess wakefulness, and the same by half-days.",
    beware="All that turns debt into effects here - the scale of 60 h, the steps for a night awake, the hazard's exponent, missed revisions, "
           "the weight of news - is a design choice, not a finding.",
)
THREE_PROCESS = Caveat(
    model="Three-process model of alertness",
    source="M. Ingre and others, PLoS ONE 9, 2014, with the parameters of the FIPS package",
    looked_up="The parameters and the equations, in that package.",
    general_knowledge="Nothing.",
    computed="Sleepiness on the Karolinska scale (1 very alert, 9 fighting sleep) for regular short nights and for a night awake.",
    beware="An average person of no particular job. It says how sleepy somebody is, not how badly a government decides.",
)

NEEDED_WAKE_HOURS = 15.84
NEEDED_SLEEP_PER_HALF_DAY = (24 - NEEDED_WAKE_HOURS) / 2

_LOWEST, _HIGHEST, _BREAK = 2.4, 14.3, 12.2
"""Of the homeostatic process: where waking leads, where sleep leads, and where sleep stops restoring evenly."""
_WAKE_RATE = -0.0353
_SLEEP_RATE = log((_HIGHEST - 14) / (_HIGHEST - 7.96)) / 8
RESTED = 14.0


def blood_alcohol(awake_hours: float) -> float:
    """Per cent of blood alcohol that impairs as much."""
    return max(0.0, 0.05 + 0.05 / 7 * (awake_hours - 17))


def excess_wakefulness(nights: Sequence[float]) -> float:
    """Hours awake beyond 15.84 a day, added up over days with those hours of sleep. Sleeping in does not pay back in this measure."""
    return sum(max(0.0, 24 - slept - NEEDED_WAKE_HOURS) for slept in nights)


def debt_after(half_days: Sequence[float], debt: float = 0.0) -> float:
    """Sleep debt in hours after half-days with those hours of sleep each; naps count, and debt does not go below nothing."""
    for slept in half_days:
        debt = max(0.0, debt + NEEDED_SLEEP_PER_HALF_DAY - slept)
    return debt


def tiredness(debt: float, awake_hours: float = 0.0, is_night: bool = False) -> float:
    """From 0 to 1: what a debt does, more after 17 and again after 24 hours awake, and more at night."""
    acute = 0.30 if awake_hours >= 24 else 0.15 if awake_hours >= 17 else 0.0
    return min(1.0, 1 - exp(-debt / 60) + acute + 0.1 * is_night)


def team_debt(debts: Sequence[float]) -> float:
    """The debt that a team acts with: the mean of its three most tired members."""
    worst = sorted(debts)[-3:]
    return sum(worst) / len(worst)


def accident_factor(tired: float) -> float:
    """By how much tiredness multiplies the chance of an accident."""
    return exp(1.4 * tired)


def misses_revision(tired: float) -> float:
    """The chance that news which calls for another plan is not acted on. Routine orders are not affected."""
    return 0.05 + 0.35 * tired


def weight_of_news(tired: float) -> float:
    """How much of a due change of mind is made."""
    return 1 - 0.5 * tired


def sleepiness(reserve: float, hour: float, awake_hours: float) -> float:
    """On the Karolinska scale, at that hour of the day, from the sleep reserve and the hours since waking, whose first are heavy."""
    daily, twice_daily = 2.5 * cos(2 * pi * (hour - 16.8) / 24), -0.5 + 0.5 * cos(2 * pi * (hour - 16.8 - 3) / 12)
    waking_up = -5.72 * exp(-1.51 * awake_hours)
    return 10.6 - 0.6 * (reserve + daily + twice_daily + waking_up)


def reserve_awake(reserve: float, hours: float) -> float:
    """The sleep reserve after so many hours awake."""
    return _LOWEST + (reserve - _LOWEST) * exp(_WAKE_RATE * hours)


def reserve_asleep(reserve: float, hours: float) -> float:
    """The sleep reserve after so many hours asleep: evenly up to a break, then ever more slowly."""
    evenly = _SLEEP_RATE * (_BREAK - _HIGHEST)
    until_break = max(0.0, (_BREAK - reserve) / evenly)
    if hours <= until_break:
        return reserve + evenly * hours
    return _HIGHEST - (_HIGHEST - max(_BREAK, reserve)) * exp(_SLEEP_RATE * (hours - until_break))


def sleepiness_after_nights(night: float, days: int, hour: float, wakes_at: float = 7.0) -> float:
    """At that hour of the last of so many days, all but the first after a night of that many hours, ended at `wakes_at`."""
    reserve = RESTED
    for _ in range(days - 1):
        reserve = reserve_asleep(reserve_awake(reserve, 24 - night), night)
    return sleepiness(reserve_awake(reserve, hour - wakes_at), hour, hour - wakes_at)


def sleepiness_awake(hours: float, woke_at: float = 7.0) -> float:
    """After so many hours awake since a good night."""
    return sleepiness(reserve_awake(RESTED, hours), (woke_at + hours) % 24, hours)
