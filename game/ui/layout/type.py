"""Text styles by name, so that a screen says `HEAD` and not a face, a size and a colour.

Comes in: nothing. Goes out: Styles. Never here: a pixel; sizes are design sizes, the Theme opens fonts.
"""

from typing import NamedTuple

from pygame import Rect

from ..paint import text
from ..theme import Theme


class Style(NamedTuple):
    role: str
    size: float
    token: str = "ink"
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0

    def on(self, token: str) -> "Style":
        """The same in another colour."""
        return self._replace(token=token)

    def strong(self, yes: bool = True) -> "Style":
        """The same in bold, or not."""
        return self._replace(bold=yes)


TITLE = Style("letter", 64, "roomtx", bold=True)
DATE = Style("letter", 18, "roomtx", bold=True)
MENU = Style("letter", 21, "roomtx")
PANEL = Style("label", 17, bold=True, tracking=1.5)
PANEL_SMALL = Style("label", 15, bold=True, tracking=1.0)
ROW = Style("ui", 15)
BODY = Style("ui", 14)
SMALL = Style("ui", 13)
CAPTION = Style("ui", 12, "mut")
NOTE = Style("ui", 13, "mut")
ASIDE = Style("ui", 13, "mut", italic=True)
WARN = Style("ui", 13, "warn", italic=True)
LETTER = Style("letter", 16)
LETTER_HEAD = Style("letter", 16, bold=True)
LETTER_ASIDE = Style("letter", 15, "mut", italic=True)
CABLE = Style("typed", 13)
FIGURE = Style("typed", 14, bold=True)
FIGURE_LIGHT = Style("typed", 14, "mut")
NUMBER = Style("typed", 22, "roomtx", bold=True)
BUTTON = Style("ui", 15, bold=True)
ON_ROOM = Style("ui", 14, "roomtx")
ON_ROOM_NOTE = Style("ui", 14, "roommut")


def width(theme: Theme, words: str, style: Style) -> int:
    """Pixels the words take on one line."""
    return text.measure(theme, words, style.role, style.size, style.bold, style.italic, style.tracking)


def line_height(theme: Theme, style: Style) -> int:
    """Pixels from one baseline to the next."""
    return theme.line_height(style.role, style.size)


def ink_box(theme: Theme, x: int, baseline: int, wide: int, style: Style) -> Rect:
    """Where a line's letters lie, from the top of the capitals to the foot of a g: what may not be covered by another line."""
    size = theme.type_px(style.size)
    above = round(size * 0.74)
    return Rect(x, baseline - above, wide, above + round(size * 0.24))


def break_lines(theme: Theme, words: str, wide: int, style: Style, height: int | None = None, lines: int | None = None) -> text.Block:
    """The words broken to a width and cut to whole lines."""
    return text.layout(theme, words, wide, height, style.role, style.size, style.bold, style.italic, lines)


def cut(theme: Theme, words: str, wide: int, style: Style) -> str:
    """The words, or what fits of them with an ellipsis."""
    return text.fit(theme, words, wide, style.role, style.size, style.bold, style.italic, style.tracking)


def minus(amount: int, plus: bool = True) -> str:
    """`+40`, `−25` with a true minus, `0`; without `plus`, only a minus is shown."""
    return f"{amount:+d}".replace("-", "\u2212") if amount and (plus or amount < 0) else str(amount)
