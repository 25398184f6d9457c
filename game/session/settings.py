"""How this player likes it: one small TOML file in the settings folder.

Comes in: the file places.py names. Goes out: Settings. Never here: a screen, a save.
A file that cannot be read gives the plain settings and a sentence; a single bad value stays as it comes, and the rest is used.
"""

import json
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from ..language import FIRST, LANGUAGES
from .places import settings_file

TEXT_SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
PALETTES = ("standard", "high_contrast", "colour_blind")
SEATS = ("washington", "moscow")


@dataclass(frozen=True)
class Settings:
    palette: str = "standard"
    """One of PALETTES."""
    text_size: float = 1.0
    """One of TEXT_SIZES."""
    reduced_motion: bool = False
    volume: int = 0
    """0 (no sound) to 100. Off at first: a class has thirty of these machines."""
    language: str = FIRST
    """A key of LANGUAGES."""
    open_all: bool = False
    """A first game, too, shows every panel from its first turn."""
    taught: tuple[str, ...] = ()
    """Seats whose first game is behind this player."""

    def with_next_text_size(self) -> "Settings":
        """The next larger text, from the largest back to the smallest."""
        return replace(self, text_size=TEXT_SIZES[(TEXT_SIZES.index(self.text_size) + 1) % len(TEXT_SIZES)] if self.text_size in TEXT_SIZES else 1.0)

    def with_next_palette(self) -> "Settings":
        """The next palette, from the last back to the first."""
        return replace(self, palette=PALETTES[(PALETTES.index(self.palette) + 1) % len(PALETTES)])


def read_settings() -> tuple[Settings, str]:
    """The settings kept and, where something in them is not as it should be, a sentence; that part stays as it comes."""
    file = settings_file()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return Settings(), f"{file.name} could not be read ({problem}); the plain settings are used."
    good: dict[str, Any] = {}
    problems: list[str] = []
    if isinstance(told.get("high_contrast"), bool):            # what the first release called it
        told = {"palette": "high_contrast" if told.pop("high_contrast") else "standard", **told}
    for name, value in told.items():
        if wrong := _wrong(name, value):
            problems.append(f"{file.name}: {wrong}")
        else:
            good[name] = tuple(value) if name == "taught" else float(value) if name == "text_size" else value
    return Settings(**good), " ".join(problems)


def _wrong(name: str, value: Any) -> str:
    """What is wrong with a value, and what would be right; empty for a good one."""
    one_of: dict[str, tuple[Any, ...]] = {"palette": PALETTES, "text_size": TEXT_SIZES, "language": tuple(LANGUAGES)}
    if name in one_of:
        return "" if value in one_of[name] else f"{name} is {value!r}; it can be {', '.join(map(str, one_of[name]))}."
    if name in ("reduced_motion", "open_all"):
        return "" if isinstance(value, bool) else f"{name} is {value!r}; it can be true or false."
    if name == "volume":
        return "" if type(value) is int and 0 <= value <= 100 else f"{name} is {value!r}; it can be a whole number from 0 to 100."
    if name == "taught":
        return "" if isinstance(value, list) and set(value) <= set(SEATS) else f"{name} is {value!r}; it can name {' and '.join(SEATS)}."
    return f"there is no setting {name!r}; there are {', '.join(field.name for field in fields(Settings))}."


def write_settings(settings: Settings) -> None:
    """The file now says so. Raises OSError where it cannot be written."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    lines = (f"{name} = {json.dumps(value)}\n" for name, value in asdict(settings).items())      # JSON's words, numbers and lists are TOML's too
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(file)
