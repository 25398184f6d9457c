"""What the game is made of, for the credits of both twins: letters, coast lines, libraries, sources, licence.

Comes in: nothing. Goes out: (kind, words). Never here: a name that is not in the packages or in docs/sources.md.
"""

from ..language import t

FONTS = "PT Sans, PT Sans Narrow, PT Serif \u00a9 2009\u20132010 ParaType Ltd. IBM Plex Mono \u00a9 2017 IBM Corp."
LIBRARIES = "numpy, pygame-ce, SDL, pydantic, typer, rich, platformdirs, fontpkg"
SOURCES = (
    "Foreign Relations of the United States, 1961\u20131963, volumes V, VI, XI, XVI and the supplement to X\u2013XII",
    "Cold War International History Project, Wilson Center",
    "National Security Archive, electronic briefing books",
    "Naval History and Heritage Command, the Navy's account of the quarantine",
    "Michael Dobbs, One Minute to Midnight (2008)",
)
"""Works as their titles are; the whole list, with what each is used for, stands in docs/sources.md."""


def colophon() -> list[tuple[str, str]]:
    """Every paragraph with its kind: `head`, `body` or `note`."""
    return [("head", t("credits.licence")), ("body", t("credits.licence-words")),
            ("head", t("credits.fonts")), ("body", FONTS), ("note", t("credits.fonts-words")),
            ("head", t("credits.map")), ("body", t("credits.map-words")),
            ("head", t("credits.libraries")), ("body", LIBRARIES), ("note", t("credits.libraries-words")),
            ("head", t("credits.sources")), *(("body", each) for each in SOURCES), ("note", t("credits.sources-words")),
            ("head", t("credits.drawn")), ("body", t("credits.drawn-words"))]
