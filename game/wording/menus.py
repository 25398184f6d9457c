"""The four menus of orders as a chair calls them: Moscow's generals are in the field, its public is a microphone, its home the Presidium.

Comes in: a side's id, a menu's id. Goes out: its name in the language in use. Never here: which order lies in which menu; the scenario says so.
"""

from ..language import t

MENUS = ("military", "diplomacy", "public", "home")


def menu_name(side: str, menu: str) -> str:
    """`Field`: what that chair calls the menu."""
    return t(f"menu.{side}-{menu}")
