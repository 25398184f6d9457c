"""A stand-in for the process beside the window: answers the staff's wishes at once, with made-up counts, when it is told to."""

from typing import Any

from game.ui.background import Answer


class FakeStaff:
    """Keeps what was asked; `take` hands out an answer for every wish still open, while `is_quick`."""

    def __init__(self, is_quick: bool = True) -> None:
        self.is_quick = is_quick
        self.open: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, int]] = []
        """(job, part) in the order of asking."""

    def ask(self, id: str, job: str, arguments: dict[str, Any], is_patient: bool = False) -> None:
        self.open[id] = arguments
        if job == "staff":
            self.asked.append((arguments["job"], arguments["part"]))

    def cancel(self, id: str) -> None:
        self.open.pop(id, None)

    def cancel_where(self, is_meant: Any) -> None:
        self.open = {id: wish for id, wish in self.open.items() if not is_meant(id)}

    def close(self) -> None:
        self.open.clear()

    def take(self) -> list[Answer]:
        """The answers to all that is open."""
        if not self.is_quick:
            return []
        wishes, self.open = self.open, {}
        return [Answer(id, self.value(wish)) for id, wish in wishes.items() if "question" in wish]

    def value(self, wish: dict[str, Any]) -> dict[str, Any]:
        """A plausible count for one part."""
        part, question = wish["part"], wish["question"]
        if wish["job"] == "acceptance":
            kinds = [{"name": name, "level": level, "asked": 5, "take": max(0, 5 - level) if place else 5, "barred": 0}
                     for place, name in enumerate(("As it was", "A price for leaving")) for level in range(1, 6)]
            return {"parts": 4, "of": 200, "turns": 4, "kinds": kinds}
        if wish["job"] == "steps":
            return {"parts": len(question["issues"]), "of": 200, "steps": {question["issues"][part]: [10, 40, 80, 150, 190]}}
        if wish["job"] == "forecast":
            return {"parts": 5, "of": 1000, "counted": 200, "ways": {"war": 21, "settled": 93, "open": 86},
                    "by": [{"name": "As it was", "war": 11, "settled": 50, "open": 39},
                           {"name": "Finish the sites", "war": 10, "settled": 43, "open": 47}]}
        why = [["pressure", "Stop and board at the line", 70, 70, 100, 70000], ["pressure", "the quarantine stands", 10, 14, 100, 12000],
               ["pressure", "time passes", -7, -5, 100, -6000], ["hawks", "Stop and board at the line", -30, -30, 100, -30000]]
        return {"parts": 2, "of": 2, "worlds": 1000, "orders": {("quarantine", "hold")[part]: {
            "meters": {"pressure": [70, 75, 90, 76000], "hawks": [-30, -30, -30, -30000]}, "war": [3, 1, 5], "deal": [-2, -4, 0], "why": why}}}


def answered(app: Any) -> None:
    """Everything the staff was asked has been answered, part by part."""
    for _ in range(60):
        answers = app.background.take()
        if not answers:
            break
        for answer in answers:
            for screen in list(app.stack):
                screen.answered(answer)
        app.build()
    app.is_dirty = True
