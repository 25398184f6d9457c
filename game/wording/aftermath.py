"""After the end: why it probably came so, and what became of it by 1969.

Comes in: a Rulebook and the State of a game that is over, and the State in which the agreement was signed. Goes out: sentences.
Never here: certainty. A debrief that names one cause as the cause claims to know what nobody knew (M14); these are labels with a grade.
"""

from ..engine.endings import AGREEMENTS, BASE_ACCEPTED, DRIFT, GOVERNMENT_CHANGED, STRIKE, WAR_GENERAL, WAR_LOCAL, epilogue
from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, SIDES, WASHINGTON
from ..engine.state import State
from ..engine.terms import SECRET, position
from .happenings import hundreds

FRIGHTENED, TAUT, WORN_OUT, HAWKISH, NEAR_READY, UNPOPULAR = 500, 600, 400, 650, 800, 250
"""From where a meter is named as a likely cause; twice as far above the middle it is `likely`, else `possible`."""
_LIKELY, _POSSIBLE = "Likely", "Possible"
LABEL = "Likely causes, none of them certain"


def likely_causes(rulebook: Rulebook, state: State, signed_in: State | None, game: int = 0) -> tuple[str, ...]:
    """Labels for why it ended so, the weightier first; each says how likely, and from what it was read."""
    ending = int(state.umpire.ending[game])
    if ending in AGREEMENTS:
        found = _of_a_deal(state, signed_in, game)
    elif ending in (WAR_GENERAL, WAR_LOCAL):
        found = _of_a_clash(state, game)
    elif ending == STRIKE:
        found = _of_a_strike(state, game)
    elif ending in (BASE_ACCEPTED, DRIFT):
        found = [(_LIKELY, "time: neither side put a text on the table that the other would rather sign than wait")]
        found += [(_POSSIBLE, "calm: nobody was frightened enough to hurry")] if int(state.dossier.fear[game].max()) < FRIGHTENED else []
    elif ending == GOVERNMENT_CHANGED:
        found = [(_LIKELY, f"standing at home: {SIDE_NAMES[side]} had {int(state.dossier.home[game, side])} of 1000 left") for side in SIDES
                 if int(state.umpire.ousted[game, side])]
    else:
        found = []
    ordered = sorted(found, key=lambda label: label[0] != _LIKELY)
    return tuple(f"{grade}: {words}." for grade, words in ordered)


def _grade(value: int, least: int) -> str:
    return _LIKELY if value >= least + (1000 - least) // 3 else _POSSIBLE


def _of_a_deal(state: State, signed_in: State | None, game: int) -> list[tuple[str, str]]:
    found = []
    if signed_in is not None:
        pressure = int(signed_in.public.pressure[0])
        for side in SIDES:
            fear, fatigue = int(signed_in.dossier.fear[0, side]), int(signed_in.dossier.fatigue[0, side])
            if fear >= FRIGHTENED:
                found.append((_grade(fear, FRIGHTENED), f"fear: {SIDE_NAMES[side]}'s stood at {fear} as the text was signed"))
            if fatigue >= WORN_OUT:
                found.append((_POSSIBLE, f"fatigue: {SIDE_NAMES[side]}'s staff was {fatigue // 10} hours of sleep short as it was signed"))
        if pressure >= TAUT:
            found.append((_grade(pressure, TAUT), f"pressure: the rope stood at {pressure} as the text was signed"))
    if int(state.umpire.calm[game]):
        found.append((_LIKELY, "the terms themselves: neither side was in fear when it signed"))
    if (state.public.agreed[game] & SECRET).any():
        found.append((_POSSIBLE, "the annex: something was given that could not have been given in the open; whether it was needed is "
                                 "disputed"))
    return found or [(_POSSIBLE, "the terms themselves: both could live with them")]


def _of_a_clash(state: State, game: int) -> list[tuple[str, str]]:
    alerts, fatigue = state.public.alert[game], int(state.dossier.fatigue[game].max())
    found = [(_LIKELY, f"accident: {int(state.umpire.serious[game])} grave clashes in all, none of them ordered by anybody")]
    if int(alerts.max()) > 2:
        found.append((_LIKELY, "readiness: forces stood so high that there was little room between a clash and an answer"))
    if fatigue >= WORN_OUT:
        found.append((_POSSIBLE, f"fatigue: a staff that was {fatigue // 10} hours of sleep short"))
    if int(state.public.pressure[game]) >= TAUT:
        found.append((_POSSIBLE, f"pressure: the rope stood at {int(state.public.pressure[game])}"))
    return found


def _of_a_strike(state: State, game: int) -> list[tuple[str, str]]:
    hawks, sites = int(state.dossier.hawks[game, WASHINGTON]), int(state.dossier.estimate[game, WASHINGTON])
    found = [(_grade(hawks, HAWKISH), f"the hawks: their sway in Washington stood at {hawks}")] if hawks >= HAWKISH else []
    if sites >= NEAR_READY:
        found.append((_grade(sites, NEAR_READY), f"the clock: the sites were believed to stand at {sites} of 1000"))
    return found or [(_POSSIBLE, "a choice: no meter forced it")]


def by_1969(rulebook: Rulebook, state: State, game: int = 0) -> tuple[str, ...]:
    """The later life of the secret and of what was promised; computed, not played."""
    told = {name: values[game].tolist() for name, values in epilogue(rulebook, state).items()}
    lines = [_secret(told), _promise(rulebook, state, told, game), _soldiers(state, told, game), _later(told)]
    return tuple(line for line in lines if line)


def _secret(told: dict[str, object]) -> str:
    if not told["annex"]:
        return "There was no annex, and so nothing was told in 1969 that was not known in 1962."
    if told["out_in"] == 1969:
        return ("The annex was kept for years. In 1969 the memoir of one who had known it put it into print; what had been told to the public "
                "until then was found to have been told with something left out.")
    return f"The annex came out in {told['out_in']}, while those who had denied it were still in office. The memoirs had nothing to add."


def _promise(rulebook: Rulebook, state: State, told: dict[str, object], game: int) -> str:
    if int(position(state.public.agreed[game, rulebook.roles["missiles_abroad"]])) <= 1:
        return ""
    if told["jupiters_kept"]:
        return "The missiles in Turkey went in time. The promise had been kept by people most of whom did not know that it was one."
    return "The missiles in Turkey were not out when they were to be. Moscow had no text to hold up, and did not forget it."


def _soldiers(state: State, told: dict[str, object], game: int) -> str:
    if not int(state.public.agreed_at[game]):
        return ""
    left = int(state.dossier.troops[game, MOSCOW])
    return f"In April {hundreds(left)} Soviet soldiers were still in Cuba." if left else "In April no Soviet soldier was left in Cuba."


def _later(told: dict[str, object]) -> str:
    later = told["later"]
    assert isinstance(later, list)
    return f"With all of that known, the truth is worth {later[WASHINGTON]} to Washington and {later[MOSCOW]} to Moscow, of 1000."
