"""Where the files that come with the game lie.

Comes in: nothing. Goes out: folders. In a wheel they lie inside the package, in a clone beside it.
Never here: reading what lies there, or anything that a player may change (that is session/places.py).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def scenarios() -> Path:
    """The folder of the shipped scenarios, with the doctrines in a folder below."""
    return _folder("scenarios")


def assets() -> Path:
    """The folder of shipped coast lines and themes."""
    return _folder("assets")
