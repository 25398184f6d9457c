"""A picture of every screen, from one fixed game, both seats: for the manual, for reviewers, for whoever changes how things look."""

import os
import sys
from pathlib import Path

from ..session.settings import Settings
from .speak import DONE, say, stop


def screens(folder: Path, size: tuple[int, int], settings: Settings) -> int:
    """Writes one PNG a screen into the folder, which is made if need be; no display is needed and no person's save or setting is touched."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame

        from ..ui.app import App
        from ..ui.gallery import gallery_doors, walk
        from ..ui.paint.fewer import fewer_colours
    except ImportError as problem:
        stop(f"screens: {problem.name or problem} is not installed, and without it nothing can be drawn.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        stop(f"--out {folder}: this folder cannot be made ({problem.strerror}); choose one that can.")
    app = App(gallery_doors(), settings, size)
    app.is_live = True          # the staff counts as it does for a person
    try:
        for place, name in enumerate(walk(app), 1):
            app.come_to_rest()
            picture = folder / f"{name}.png"
            try:
                pygame.image.save(fewer_colours(app.surface), str(picture))
            except (OSError, pygame.error) as problem:
                stop(f"--out {picture}: this file cannot be written ({problem}).")
            print(picture)
            if sys.stderr.isatty():
                print(f"\r{place} screens", end="", file=sys.stderr, flush=True)
    finally:
        app.background.close()
        pygame.display.quit()
    say(f"{place} screens of {size[0]} x {size[1]} in {folder}")
    return DONE
