"""A correspondence and a few notes on history for the fake game: made up, as full as they ever get."""

from game.wording.board import ChannelLine, Paper
from game.wording.filed import AnswerPrice, HistoryNote, Missive, TermWorth

LANES = {"cable": "cable", "broadcast": "public", "envoy": "back", "un": "un"}
HAVANA = "Havana: only Castro can grant this step on inspection on the ground, and he may not."
SHARES = (("security", -20), ("home", -435), ("allies", 12), ("face", -110))


def correspondence(papers: tuple[Paper, ...], channels: tuple[ChannelLine, ...], side: str) -> tuple[Missive, ...]:
    """The letters among those papers, oldest first, each compared with its writer's letter before."""
    found: list[Missive] = []
    for paper in reversed([paper for paper in papers if paper.number]):
        before = next((each for each in reversed(found) if each.paper.by == paper.by), None)
        past = {term.issue: term for term in before.paper.terms} if before else {}
        now = {term.issue: term for term in paper.terms}
        how = "nearer to us" if before else ""
        terms = tuple(TermWorth(id, (now.get(id) or past[id]).name, now.get(id), past.get(id), -553, 120, SHARES, how)
                      for id in {**now, **past})
        ours = paper.by == side
        price = (("to us", -1813), ("pressure", -150), ("own fear", -120))
        options = tuple(AnswerPrice(id, price if id in ("accept", "refuse") else (), (HAVANA, "A second remark on it."))
                        for id in (("withdraw", "stand") if ours else ("accept", "refuse", "counter", "ignore")))
        found.append(Missive(
            paper, ours, next(line for line in channels if line.id == paper.channel), LANES[paper.channel], "open" if paper.letter else "lapsed",
            "It can still be answered by Sunday 28 October, 18:00.", found[0].paper.id if before else "", before.paper.id if before else "", terms,
            -553, 120 if before else 0, SHARES,
            () if ours else ("It is written to be quoted, and against us.", "It moved our reading of their fear by +33."),
            None if ours else (390, 423), options if paper.letter else ()))
    return tuple(found)


NOTES = tuple(HistoryNote(f"{20 + place} October 1962", "11:19" if place % 3 else "", "Over Cuba",
                          "A battery near Banes shoots down a U-2 and kills its pilot, and nobody who might have given the word had given it.",
                          "A clash nobody ordered: its chance rises with pressure and alert, and with flights." if place % 2 else "",
                          ("T01", "T07", "T09") if place % 2 else (), "fact: timeline 27 Oct; inference: M12",
                          ("fact", "inference", "general knowledge")[place % 3], place % 4 > 1) for place in range(8) for _ in range(3))
