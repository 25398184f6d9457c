"""Where saves, settings and what can be made again lie on this machine.

Comes in: the environment (`KNOT_OF_WAR_HOME` moves everything) or what platformdirs says. Goes out: paths.
Never here: reading or writing what lies there.
"""

import os
from datetime import datetime
from pathlib import Path

HOME_VARIABLE = "KNOT_OF_WAR_HOME"
ENDING = ".knot"
_APP = "knot-of-war"


def _moved() -> Path | None:
    home = os.environ.get(HOME_VARIABLE, "").strip()
    return Path(home).expanduser() if home else None


def saves_folder() -> Path:
    """Where games are kept; it may not exist yet."""
    if home := _moved():
        return home / "saves"
    from platformdirs import user_data_path
    return user_data_path(_APP, appauthor=False) / "saves"


def settings_file() -> Path:
    """The one TOML file of settings; it may not exist yet."""
    if home := _moved():
        return home / "settings.toml"
    from platformdirs import user_config_path
    return user_config_path(_APP, appauthor=False) / "settings.toml"


def cache_folder() -> Path:
    """Where pictures that took long to draw are kept; it may be emptied at any time, and may not exist yet."""
    if home := _moved():
        return home / "cache"
    from platformdirs import user_cache_path
    return user_cache_path(_APP, appauthor=False)


def new_save(scenario: str, seats: str, now: datetime | None = None) -> Path:
    """A file name in the saves' folder that nobody uses yet, with the scenario, who plays and the time of day. Never the seed."""
    stem = f"{scenario}-{seats}-{now or datetime.now():%Y%m%d-%H%M%S}"
    folder, path, again = saves_folder(), saves_folder() / (stem + ENDING), 1
    while path.exists():
        again += 1
        path = folder / f"{stem}-{again}{ENDING}"
    return path
