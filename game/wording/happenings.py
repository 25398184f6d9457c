"""Events of the larger model as papers: first words, the Council and Congress, the article, the paper about the annex, Turkey, soldiers, Peking.

Comes in: a Desk. Goes out: stamped Papers. Never here: what only the umpire knows; whatever is told here is read off the seat's two Views,
its share of the ledger, and the orders that the other side was seen to give.
"""

from ..engine.mechanisms.bargaining import BY_CONGRESS
from ..engine.mechanisms.secrecy import ASKED, HANDED_BACK, KEPT
from ..engine.orders import ACCEPT
from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON
from ..engine.terms import EXACT
from .correspondence import on_table, signed, terms_of
from .desk import ORDINALS, Desk, Timed, listed
from .letters import of_draft, short

MEN_AT_THE_TOP = 42
"""Soldiers, in thousands, for which a count of 1000 stands."""
DEAR = 250
"""Points of tied hands from which a first word is worth naming the issue."""
QUARTER = 250
WORTH_A_PAPER, EVERY = 2, 3
"""What Peking's polemics must cost in a turn to be a paper, and every how many turns one is, after the first."""

_FRAMES = {
    (WASHINGTON, 1): ("Washington speaks of missiles and of nothing else",
                      "The President spoke to every home in his country, and about one thing. He left the island itself alone."),
    (WASHINGTON, 2): ("Washington speaks of Castro",
                      "The President named the man as well as the weapons. After such a speech it will be hard for him to leave that man be."),
    (WASHINGTON, 3): ("Washington speaks of communism",
                      "The President made it the whole contest, from one end of the world to the other. Little is left that he could now give."),
    (MOSCOW, 1): ("Moscow speaks of Cuba's defence",
                  "The Chairman says that it is a small island with a large neighbour, and that it was given something to keep the neighbour off."),
    (MOSCOW, 2): ("Moscow speaks of the socialist camp",
                  "The Chairman says that whoever touches Cuba touches all of them. His hall liked it; he will have to carry it home again."),
    (MOSCOW, 3): ("Moscow speaks of bases everywhere",
                  "The Chairman asks what stands on whose border, and reads out a list. It is a long list, and Turkey is on it."),
}
"""What the other side said first that this is about: by side and frame of the shipped scenarios."""

_BARRED = {
    "council": "The text trades missiles on allied soil in the open. The Council of the alliance was asked, late, and would not have it.",
    "congress": "The text binds the country by treaty, and passes over the American states. Congress was counted, and the count was short.",
}
_STORY = ("A magazine names the man who would have given something for the missiles abroad, and calls it by an ugly word. Everybody in the capital "
          "knows whom it is speaking of, and asks who helped to write it.")
_ANSWERED = {
    "stand_by_him": "The President has said that the man had his confidence throughout. He has friends again, and so have his enemies.",
    "disown_him": "The President had nothing to say for him, and a successor is talked of. It was read as an answer.",
    "say_little": "The President has praised long service and denied nothing. The week is over; the question is not.",
}
_PAPER_ASKED = (
    "They want the understanding set down in a letter, for one pair of eyes. What is written can be kept, and what is kept can be found.",
    "The Ambassador carries a draft for a letter about what was only said. He would like to leave without it.",
)
_PEKING = (
    "Peking prints the word for surrender and leaves the name out, so that everybody supplies it.",
    "A long article in Peking asks what was won, paragraph by paragraph, and gives no answer.",
    "Peking has found old speeches of ours and prints them beside new ones.",
    "The other parties are sent a pamphlet from Peking. It is cheap, and reads well.",
    "In Peking they quote our own doctors of theory against us, with page numbers.",
)
_PEKING_TITLES = ("Peking prints", "Peking asks what was won", "Read in Peking, and elsewhere")
_ANKARA = (
    "The minister listened, and asked what his general staff would be told.",
    "Ankara would like it to be its own idea, and is being helped to have it.",
    "There was coffee, and a long silence, and then a question about submarines.",
)
_DRAFTS = (
    "Each side has struck out the other's adjectives. Some nouns are left.",
    "The delegates compared commas until the interpreters were sent home.",
    "It says less than the one before it, which is counted as progress.",
    "The Secretary-General thanked both for a text that nobody else will read.",
)
_GUNS = (
    "Havana's batteries are manned by Cubans under Cuban orders, and fire when Havana likes. We are asked about it as if they were ours.",
    "Havana has told its own gunners that they may fire. Our general there learned it from the noise.",
    "The Americans hold our word on Cuba's conduct before us. Havana's guns do not know that they are part of it.",
)


def news(desk: Desk) -> list[Timed]:
    """Everything of that kind that the turn brought to the seat."""
    return [*_first_word(desk), *_council(desk), *_stopped(desk), *_article(desk), *_paper_about_the_annex(desk), *_drafts(desk), *_guns(desk),
            *_peking(desk), *_turkey(desk), *_promise(desk), *_soldiers(desk), *_garbled(desk)]


def _first_word(desk: Desk) -> list[Timed]:
    was, now = (int(view.public.frame[0, desk.them]) for view in (desk.before, desk.after))
    if was or not now:
        return []
    title, text = _FRAMES.get((desk.them, now), (f"{desk.their_name} has said what this is about", ""))
    frames = [order for order in desk.rulebook.orders[desk.them]
              if any(effect.meter == "frame" and effect.amount == now for effect in order.effects)]
    dear = [short(desk.rulebook.issues[issue].subject) for order in frames for issue, points in order.ties if points >= DEAR]
    ties = (f"It has made it dear for them to give way in public on: {listed(dear)}." if dear
            else "They have left themselves room on nearly everything.")
    return [desk.at("frame", "broadcast", title, "Monitoring service", text, ties)]


def _council(desk: Desk) -> list[Timed]:
    was, now = desk.rose("council")
    if now <= was:
        return []
    rules = desk.rulebook.rules.bargaining
    if desk.side == WASHINGTON:
        return [desk.at("council", "cable", "The Council has heard of a trade", "Mission to NATO",
                        f"It was their {ORDINALS[min(now, 10)]} session about it. They did not like it, and liked having been asked.",
                        f"An open trade would need our standing with allies at {max(rules.council_needs - rules.council_hears * now, 0)} now.")]
    return [desk.at("council", "report", "The Atlantic Council has met on missiles of its own", "Chief Intelligence Directorate",
                    "Nothing was given out. A session about which nothing is given out is usually about giving something away.")]


def _stopped(desk: Desk) -> list[Timed]:
    """Our own yes, stopped; the writer of the letter reads it in the answer."""
    barred = int(desk.after.public.barred[0])
    if not barred or int(desk.after.public.answered[0, desk.side]) != ACCEPT:
        return []
    who = "congress" if barred == BY_CONGRESS else "council"
    name = "Congress" if barred == BY_CONGRESS else "the NATO Council"
    ours = "It has cost us something there to have tried." if desk.side == WASHINGTON else f"{SIDE_NAMES[WASHINGTON]} regrets, and may mean it."
    return [desk.at(f"stopped-{who}", "cable", f"We said yes, and {name} said no", "Secretariat", _BARRED[who], ours,
                    "The letter is still there to be answered in another form; the text as it stands is not.")]


def barred_in_words(barred: int) -> str:
    """Why an acceptance took no effect."""
    return _BARRED["congress" if barred == BY_CONGRESS else "council"]


def _article(desk: Desk) -> list[Timed]:
    was, now = desk.rose("story")
    if now <= was:
        return []
    if was == 0:
        after = ("While nothing is said for him it costs us at home, turn by turn." if desk.side == WASHINGTON
                 else "What Washington says of it now will show who is listened to there.")
        return [desk.at("article", "news", "An article names a dove", "Morning press", _STORY, after)]
    answers = {order.name: _ANSWERED.get(order.id, "") for order in desk.rulebook.orders[WASHINGTON]
               if any(effect.meter == "story" for effect in order.effects)}
    said = [answers[name] for name in answers if name in desk.causes and answers[name]]
    return [desk.at("article-answered", "news", "What was said about the man in the article", "Morning press",
                    *(said or ["Something was said at last."]))]


def _paper_about_the_annex(desk: Desk) -> list[Timed]:
    was, now = desk.rose("paper_asked")
    if now == was:
        return []
    moscow = desk.side == MOSCOW
    if now == ASKED:
        text = "Our letter about the understanding is on its way into the right hands." if moscow else desk.pick("paper asked", _PAPER_ASKED)
        return [desk.at("paper-asked", "cable", "A letter about the annex", "Embassy", text,
                        "" if moscow else "It can be handed back, or kept. Kept, it is believed, and can be found.")]
    if now == HANDED_BACK:
        text = ("The letter came back. What was said holds, we are told, and it holds better unwritten." if moscow
                else "The letter has been handed back. The understanding stands where it stood, in four or five heads.")
        return [desk.at("paper-back", "note", "The letter about the annex is handed back", "Embassy", text)]
    if now == KEPT:
        text = ("They have kept it. There is now something in Washington that can be held up." if moscow
                else "The letter lies in a safe to which three people know the number.")
        return [desk.at("paper-kept", "note", "The letter about the annex is kept", "Embassy", text)]
    return []


def _drafts(desk: Desk) -> list[Timed]:
    was, now = desk.rose("drafts")
    if now <= was:
        return []
    return [desk.at("draft", "cable", f"New York: draft number {now}", "New York delegation", desk.pick("draft", _DRAFTS))]


def _guns(desk: Desk) -> list[Timed]:
    cost = desk.amount("answerable for Havana", "face")
    if not cost:
        return []
    return [desk.at("guns", "cable", "Asked about Havana's guns", "Foreign Ministry", desk.pick("guns", _GUNS, desk.past.get("guns", 0)),
                    f"The pledge hangs on Cuba's conduct, and it tells: face {signed(cost)}.")]


def _peking(desk: Desk) -> list[Timed]:
    cost = desk.amount("what Peking prints", "face")
    earlier = desk.past.get("peking", 0)
    if cost > -WORTH_A_PAPER or (earlier and desk.turn % EVERY):
        return []           # the ledger has it every turn; a line in the ledger is enough for a line in a newspaper
    return [desk.at("peking", "news", desk.pick("peking title", _PEKING_TITLES, earlier), "Press summary", desk.pick("peking", _PEKING, earlier),
                    f"It is read by every party that reads us: face {signed(cost)} this turn.")]


def _turkey(desk: Desk) -> list[Timed]:
    was, now = (int(view.own.ankara[0]) for view in (desk.before, desk.after))
    needs = desk.rulebook.rules.implementation.ankara_needs
    found = []
    if now > was:
        stands = ("It is enough: the group can go to work." if was < needs <= now else
                  f"It stands at {now}; the group can work from {needs}" + (", and could before this." if was >= needs else "."))
        title = "Ankara is brought round" if was < needs <= now else "Ankara listens"
        found.append(desk.at("ankara", "cable", title, "Embassy in Ankara", desk.pick("ankara", _ANKARA, desk.past.get("ankara", 0)), stands))
    gone_was, gone = (int(view.own.jupiters_gone[0]) for view in (desk.before, desk.after))
    if gone // QUARTER > gone_was // QUARTER and gone < desk.rulebook.rules.endings.jupiters_out:
        found.append(desk.at("jupiters", "report", f"Missiles out of Turkey: {gone} of 1000", "Department of Defense",
                             "Crates, receipts, and a host who wishes that it were done. The date on the file is in April."))
    return found


def _promise(desk: Desk) -> list[Timed]:
    """Kept or broken, as each side can know it."""
    if desk.side == WASHINGTON:
        was, now, out = *(int(view.own.jupiters_gone[0]) for view in (desk.before, desk.after)), desk.rulebook.rules.endings.jupiters_out
        if was < out <= now:
            return [desk.at("promise-kept", "report", "The missiles are out of Turkey", "Department of Defense",
                            "It was done quietly and in time. Nobody who was not told need ever connect it with anything.",
                            "The Chairman does not know it yet from us.")]
        if "a promise was not kept" in desk.causes:
            return [desk.at("promise-broken", "note", "What was promised by April has not been done", "Secretariat",
                            "The missiles in Turkey still stand. There is no text to be held up to us, and somebody who remembers.")]
        return []
    if "their promise was not kept" in desk.causes:
        return [desk.at("promise-broken", "cable", "They have not done what they said", "Embassy in Ankara",
                        "April is here, and the missiles in Turkey stand where they stood. We cannot complain aloud of a word that was never given.")]
    return []


def _soldiers(desk: Desk) -> list[Timed]:
    """Moscow hears of what it sent home; what Washington makes of it is in its count."""
    if desk.side != MOSCOW:
        return []
    left = -sum(line.amount for line in desk.lines if line.meter == "troops")
    if left * MEN_AT_THE_TOP < 500:
        return []
    stay = int(desk.after.own.troops[0]) * MEN_AT_THE_TOP // 1000
    return [desk.at("soldiers", "report", f"Home from Cuba: about {hundreds(left)} men", "General Staff",
                    f"Some {stay},000 are still there. The Americans do not know either number.")]


def hundreds(count: int) -> str:
    """A count of soldiers, 1000 for 42,000, in men to the nearest hundred: `5,000`."""
    return f"{count * MEN_AT_THE_TOP // 100 * 100:,}"


def _garbled(desk: Desk) -> list[Timed]:
    """Exact words that the envoy did not carry exactly: seen when the letter lies on their table."""
    offer = desk.dispatch.proposal
    if offer is None:
        return []
    number = int(desk.after.own.sent[0])
    dictated = of_draft(desk.rulebook, desk.side, offer, number, desk.begins, bool(desk.before.public.agreed_at[0])).terms
    carried = next((lying.sent.terms for lying in on_table(desk.after, desk.side) if lying.sent.number == number), dictated)
    lost = [short(desk.rulebook.issues[place].subject) for place, term in dictated.items() if term & EXACT and not carried.get(place, term) & EXACT]
    if not lost:
        return []
    return [desk.at("garbled", "note", "What was dictated is not what was said", "Secretariat",
                    f"The envoy gave it from memory, and he has been awake too long. The exact words on {listed(lost)} came out as a general wish.")]


def lost_in_haste(desk: Desk) -> list[str]:
    """Subjects on which exact words of a letter went loose as it was signed: the deal against the letter that was accepted."""
    letters = [lying.sent.terms for writer in (WASHINGTON, MOSCOW) for lying in on_table(desk.before, writer)]
    signed_terms = terms_of(desk.after.public.agreed[0].tolist())
    for terms in letters:
        said = {place: signed_terms.get(place, 0) for place in terms}
        if said == terms or {place: term & ~EXACT for place, term in said.items()} != {place: term & ~EXACT for place, term in terms.items()}:
            continue
        return [short(desk.rulebook.issues[place].subject) for place in terms if terms[place] & EXACT and not said[place] & EXACT]
    return []
