"""The whole calibration table: what is measured, in which order, and the page that tells it.

Comes in: a Bench, someone who wants to hear how far it is. Goes out: Rows; a page of Markdown. Never here: a measurement, a file.
"""

from collections.abc import Callable, Iterator, Sequence

from .bench import HISTORY, Bench
from .calibration import TARGETS
from .evidence import Row
from .public_secret import rows as public_or_secret
from .signs import SIGNS

Measure = Callable[[Bench], Iterator[Row]]
MEASURES: tuple[Measure, ...] = (*TARGETS, *SIGNS, public_or_secret)
Progress = Callable[[str], None]
GROUPS = {"target": "Targets", "issue": "Points of the issue", "sign": "Signs", "public or secret": "The same concession, in public and by annex"}
GENERAL = "general knowledge"


def measured(bench: Bench, progress: Progress | None = None, measures: Sequence[Measure] = MEASURES) -> list[Row]:
    """Every row of the table. `progress` hears, before each group of rows is measured, what it is about."""
    rows = []
    for measure in measures:
        if progress:
            progress(about(measure))
        rows += list(measure(bench))
    return rows


def about(measure: Measure) -> str:
    """`dial of war` for a measure of that name."""
    return str(getattr(measure, "__name__", "")).replace("_", " ")


def band(row: Row) -> str:
    """The target in words: `65 to 80`, `at most 10`, `above 0`."""
    low, high = row.target
    strict = row.group in ("sign", "public or secret") and low != high
    if low is None:
        return f"{'below' if strict else 'at most'} {high:g}"
    if high is None:
        return f"{'above' if strict else 'at least'} {low:g}"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def number(value: float) -> str:
    """A measured value as a table shows it."""
    return f"{value:.0f}" if value == round(value) else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def page(rows: Sequence[Row], scenario: str, seed: int) -> str:
    """docs/calibration.md: the table with targets, measured values, verdicts, what rests on general knowledge, and how the dial of war is set."""
    held = sum(row.holds for row in rows)
    lines = [
        "# Calibration", "",
        f"Written by `knot-of-war calibrate --page docs/calibration.md`; scenario `{scenario}`, first seed {seed}. {held} of {len(rows)} rows hold.",
        f"The history pair is `{HISTORY[0]}` against `{HISTORY[1]}`. Intervals hold 95 in a hundred: Wilson's for shares, bootstrapped for the rest.",
        "A target holds where the measured value lies inside its band. A sign holds where the interval of the paired difference (same seeds, one",
        "knob turned) leaves zero out on the right side.", "",
        "One good outcome does not show that the risk was low, and none of these numbers is a finding about 1962: the bands were chosen, and the",
        "numbers of the scenario were set so that play falls inside them. The signs are the check: no band was set for them.", ""]
    for group, heading in GROUPS.items():
        lines += _table(heading, [row for row in rows if row.group == group])
    return "\n".join([*lines, *_dial(rows), *_general(rows)]) + "\n"


def _table(heading: str, rows: Sequence[Row]) -> list[str]:
    if not rows:
        return []
    lines = [f"## {heading}", "", "| what | target | measured | interval | holds | unit | how |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        value = number(row.measured) + (f" ({' -> '.join(map(number, row.arms))})" if row.arms else "")
        ends = f"{number(row.interval[0])} to {number(row.interval[1])}"
        lines.append(f"| {row.name} | {band(row)} | {value} | {ends} | {'yes' if row.holds else '**no**'} | {row.unit} | {row.how}{_aside(row)} |")
    return [*lines, ""]


def _aside(row: Row) -> str:
    """What else was counted, where it fits on a line; the sweep has a table of its own."""
    said = [f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in row.more.items()
            if name != "sweep" and value != []]
    return "".join(f"; {words}" for words in said)


def _dial(rows: Sequence[Row]) -> list[str]:
    """How dangerous was it? What each setting of the one dial comes to."""
    sweep: list[list[float]] = next((row.more["sweep"] for row in rows if "sweep" in row.more), [])
    if not sweep:
        return []
    lines = [
        "## The dial of war", "",
        "How dangerous was it? Nobody knows, so it is one dial: the chance, in parts per million, that a serious clash at middling strain becomes",
        "war. `--set danger=1200` turns it for a game or a batch; the scenario names some answers, its own under `[rules.incidents] danger_ppm`.",
        "", "| `--set danger=` | games of the history pair that end in war, % |", "|---|---|"]
    return [*lines, *(f"| {value} | {share} |" for value, share in sweep), ""]


def _general(rows: Sequence[Row]) -> list[str]:
    """Which bands rest on what is generally held and was not looked up."""
    lines = ["## What the targets rest on", "",
             "Rows that rest on general knowledge, not on something looked up:", ""]
    lines += [f"- {row.name}: {row.basis}" for row in rows if GENERAL in row.basis]
    others = sorted({row.basis for row in rows if GENERAL not in row.basis})
    return [*lines, "", "The others rest on:", "", *(f"- {basis}" for basis in others)]
