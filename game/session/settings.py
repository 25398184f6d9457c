"""How this player likes it: one small TOML file in the settings folder.

Comes in: the file places.py names. Goes out: Settings. Never here: a screen, a save.
A file that cannot be read gives the plain settings and a sentence; it is left as it is until something is changed.
"""

import tomllib
from dataclasses import dataclass, replace

from .places import settings_file

TEXT_SIZES = (1.0, 1.15, 1.3)


@dataclass(frozen=True)
class Settings:
    high_contrast: bool = False
    text_size: float = 1.0
    """One of TEXT_SIZES."""

    def with_next_text_size(self) -> "Settings":
        """The next larger text, from the largest back to the smallest."""
        return replace(self, text_size=TEXT_SIZES[(TEXT_SIZES.index(self.text_size) + 1) % len(TEXT_SIZES)])


def read_settings() -> tuple[Settings, str]:
    """The settings kept and, where something in them is not as it should be, a sentence; that part stays as it comes."""
    file = settings_file()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return Settings(), f"{file.name} could not be read ({problem}); the plain settings are used."
    contrast, size = told.get("high_contrast", False), told.get("text_size", 1.0)
    if not isinstance(contrast, bool):
        return Settings(), f"{file.name}: high_contrast is {contrast!r}; it can be true or false."
    if size not in TEXT_SIZES:
        return Settings(contrast), f"{file.name}: text_size is {size!r}; it can be {', '.join(map(str, TEXT_SIZES))}."
    return Settings(contrast, float(size)), ""


def write_settings(settings: Settings) -> None:
    """The file now says so. Raises OSError where it cannot be written."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(f"high_contrast = {str(settings.high_contrast).lower()}\ntext_size = {settings.text_size}\n", encoding="utf-8")
    fresh.replace(file)
