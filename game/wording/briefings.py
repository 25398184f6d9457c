"""The first paper on each desk: where matters stand as the game opens.

Comes in: a scenario and a side. Goes out: one Paper. Facts only, from the project's timeline and orders of battle; the rows are named in `source`.
Never here: what that capital did not know that evening.
"""

from dataclasses import dataclass

from ..engine.rulebook import Rulebook
from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON, other
from .board import Paper
from .dates import stamp
from .first_turn import LESSON


@dataclass(frozen=True)
class _Brief:
    title: str
    sender: str
    text: str
    """Paragraphs between empty lines."""
    source: str

    @property
    def body(self) -> tuple[str, ...]:
        return tuple(" ".join(part.split()) for part in self.text.split("\n\n"))


_OCTOBER_1962 = {
    WASHINGTON: _Brief(
        "Photographs, and a speech tonight",
        "National Security Council staff",
        """On 14 October a U-2 crossed western Cuba in about six minutes and brought home 928 frames. By the afternoon of the 15th the interpreters
        had matched what they saw to missiles of the SS-4 class. Further flights have found five or six such sites, and two more being dug for
        missiles of twice the reach.

        Four of the sites may be able to fire now. Warheads have not been seen. How many Soviet soldiers are on the island nobody here can say with
        confidence; the figure in use is 10,000.

        On Sunday the air commander told the President that a strike could not promise every missile. He chose a quarantine of arms by sea. This
        afternoon Senators Russell and Fulbright urged him to invade instead.

        The Secretary of State hands the text to the Soviet Ambassador at 18:00. The President speaks to the country at 19:00, and American forces go
        to a higher alert as he begins. Allies have been told today: London, Paris, Bonn, the NATO Council. Congress is elected on 6 November.""",
        "fact: timeline 14, 15, 21 and 22 Oct, 6 Nov; fact: timeline 17 Oct (general knowledge); fact: timeline 22 Oct (part general knowledge): "
        "the senators; fact: orders of battle 1 (ready sites general knowledge) and 4"),
    MOSCOW: _Brief(
        "The President will speak; we do not know of what",
        "General Department of the Central Committee",
        """The White House has asked the American networks for time tonight. The Presidium has been called for a night session. The general
        expectation is that Cuba has been seen into, and the fear is that an invasion is about to be announced.

        Eight launchers of the 79th regiment near Sagua la Grande have been ready since the 20th; all twenty-four for the R-12 are due by the end of
        the month. No R-14 missile has reached the island. Ninety warheads were landed at Mariel on 4 October, and the ship with the other sixty-eight
        is close to the coast. There is no sign that the Americans have seen one.

        Some 42,000 of the 45,000 men planned are in Cuba. Four submarines, each with one special torpedo among twenty-two, are in the Sargasso Sea.
        Ships with more arms are still on their way.

        Whether General Pliyev should be free to use short-range nuclear weapons against a landing has been argued tonight. The order that goes to him
        raises readiness and withholds them all: none without Moscow. Comrade Castro can be expected to call up his country.

        Our Ambassador in Washington has not been told of the missiles, and his cables take half a day. What is said tonight will be answered from
        here.""",
        "fact: timeline 4, 20, 22, 23 and 27 Oct, actors; fact: orders of battle 1, 2, 4 and 5"),
}


_FIRST_EVENING = {
    WASHINGTON: _Brief(
        "Photographs, and a speech tonight",
        "National Security Council staff",
        """A U-2 has brought home pictures of missiles of the SS-4 class in western Cuba. Four of the sites may be able to fire now. Warheads have not
        been seen.

        A strike cannot promise every missile, so the President has chosen a quarantine of arms by sea. He speaks to the country at 19:00. What he
        says this crisis is about, he will be held to.""",
        "fact: timeline 14, 15, 21 and 22 Oct; fact: orders of battle 1 (ready sites general knowledge)"),
    MOSCOW: _Brief(
        "The President will speak; we do not know of what",
        "General Department of the Central Committee",
        """The White House has asked the networks for time tonight. The expectation is that Cuba has been seen into, and the fear is that an
        invasion is about to be announced.

        Eight launchers near Sagua la Grande are ready, and some 42,000 men are on the island. The order that goes to General Pliyev withholds every
        nuclear weapon: none without Moscow. What is said tonight will be answered from here.""",
        "fact: timeline 22 and 23 Oct; fact: orders of battle 1 and 4"),
}


def opening(rulebook: Rulebook, side: int) -> Paper:
    """The briefing of that side: its own for October 1962, what extends it and the lesson, else the scenario's own summary."""
    if rulebook.id.startswith("october-1962"):
        brief = _OCTOBER_1962[side]
    elif rulebook.id == LESSON:
        brief = _FIRST_EVENING[side]
    else:
        brief = _Brief(rulebook.name, f"{SIDE_NAMES[side]}, the staff", f"{rulebook.summary}\n\n{SIDE_NAMES[other(side)]} is across the table.", "")
    return Paper("briefing", "report", brief.title, brief.sender, stamp(rulebook, side, 0), brief.body, source=brief.source)
