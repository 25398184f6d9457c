"""The machine's clipboard: a paper is put there, and what was put is taken away again before somebody else sits down.

Comes in: text. Goes out: whether it is there now. Never here: reading what another program put there, other than to leave it alone.
"""

import pygame


class _Ours:
    """What this program put there last; empty where nothing of it is there."""

    text = ""


def put(text: str) -> bool:
    """The clipboard holds that text; False where there is no clipboard to be had."""
    try:
        _write(text)
    except (pygame.error, AttributeError, OSError, ValueError):
        return False
    _Ours.text = text
    return True


def forget() -> None:
    """Nothing that this program put there is there any more; what others put there stays."""
    ours, _Ours.text = _Ours.text, ""
    if not ours:
        return
    try:
        if _same(_read(), ours):
            _write("")
    except (pygame.error, AttributeError, OSError, ValueError):
        return


def _same(there: str, ours: str) -> bool:
    """Some systems change the ends of lines on the way."""
    return there.replace("\r\n", "\n").rstrip("\0\n") == ours.rstrip("\n")


def _write(text: str) -> None:
    pygame.scrap.put_text(text)


def _read() -> str:
    return pygame.scrap.get_text()
