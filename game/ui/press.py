"""Keys and buttons of the machine as plain words: `Enter`, `Ctrl+Z`, `Shift+Tab`, `D`.

Comes in: a pygame event. Goes out: the words that screens and footers use. Never here: what a key does.
"""

import pygame

NAMES = {
    pygame.K_RETURN: "Enter", pygame.K_KP_ENTER: "Enter", pygame.K_ESCAPE: "Esc", pygame.K_SPACE: "Space", pygame.K_TAB: "Tab", pygame.K_UP: "Up",
    pygame.K_DOWN: "Down", pygame.K_LEFT: "Left", pygame.K_RIGHT: "Right", pygame.K_HOME: "Home", pygame.K_END: "End", pygame.K_PAGEUP: "PgUp",
    pygame.K_PAGEDOWN: "PgDn", pygame.K_DELETE: "Del", pygame.K_BACKSPACE: "Back", pygame.K_KP_PLUS: "+", pygame.K_KP_MINUS: "-",
    **{getattr(pygame, f"K_F{number}"): f"F{number}" for number in range(1, 13)},
    **{getattr(pygame, f"K_KP{number}"): str(number) for number in range(10)},
}


def named(event: pygame.event.Event) -> str:
    """What a KEYDOWN is called; a key that types is called by its capital letter or sign, whatever the keyboard's layout; else empty."""
    name = NAMES.get(event.key, "")
    if not name:
        typed = getattr(event, "unicode", "")
        if typed and typed.isprintable():
            name = typed.upper()
        elif 32 < event.key < 127:
            name = chr(event.key).upper()
    if not name:
        return ""
    shift = "Shift+" if event.mod & pygame.KMOD_SHIFT and len(name) > 1 else ""
    return ("Ctrl+" if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) else "") + shift + name
