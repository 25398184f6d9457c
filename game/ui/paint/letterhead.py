"""Letterheads: which office a paper comes from, as that office would print it, and the stamps on it.

Comes in: a sender as the papers name him, the seat that reads. Goes out: a Head (lines and rules), stamps, and their drawing. Never here: what the
paper says; a real emblem. Cyrillic stands only here, with the English beside it. Offices and names are of 1962 (general knowledge).
"""

from typing import NamedTuple

import pygame

from ..theme import Theme
from .panel import rule

WASHINGTON, MOSCOW = "washington", "moscow"


class Head(NamedTuple):
    top: str
    """In capitals, as printed: the office in its own language."""
    under: str
    """The office in English, or its place."""
    of: str
    """Whose paper it is: `washington`, `moscow`, or empty for anybody else's. Settles ink and rules."""


_LETTERS = {
    "The White House": Head("THE WHITE HOUSE", "Washington", WASHINGTON),
    "White House statement": Head("THE WHITE HOUSE", "Office of the Press Secretary", WASHINGTON),
    "The Attorney General": Head("DEPARTMENT OF JUSTICE", "Office of the Attorney General \u00b7 spoken, not written", WASHINGTON),
    "The Kremlin": Head("\u041c\u041e\u0421\u041a\u0412\u0410 \u00b7 \u041a\u0420\u0415\u041c\u041b\u042c", "The Kremlin, Moscow", MOSCOW),
    "Moscow Radio": Head("\u041c\u041e\u0421\u041a\u041e\u0412\u0421\u041a\u041e\u0415 \u0420\u0410\u0414\u0418\u041e",
                         "Moscow Radio, monitored text", MOSCOW),
    "The Soviet Ambassador": Head("\u041f\u041e\u0421\u041e\u041b \u0421\u0421\u0421\u0420",
                                  "The Soviet Ambassador \u00b7 spoken, not written", MOSCOW),
    "Both governments": Head("WASHINGTON \u00b7 \u041c\u041e\u0421\u041a\u0412\u0410", "Washington and Moscow, one text", ""),
    "Washington, by return": Head("DEPARTMENT OF STATE", "Washington, by return", WASHINGTON),
    "Moscow, by return": Head("\u041c\u0418\u0414 \u0421\u0421\u0421\u0420", "Soviet Foreign Ministry, by return", MOSCOW),
}
"""The same for both readers, by how the sender begins."""

_OFFICES: dict[str, dict[str, Head]] = {
    WASHINGTON: {
        "Embassy in Moscow": Head("DEPARTMENT OF STATE", "Incoming telegram \u00b7 Embassy Moscow", WASHINGTON),
        "Embassy in Ankara": Head("DEPARTMENT OF STATE", "Incoming telegram \u00b7 Embassy Ankara", WASHINGTON),
        "Embassy": Head("DEPARTMENT OF STATE", "Incoming telegram", WASHINGTON),
        "Mission to NATO": Head("DEPARTMENT OF STATE", "Incoming telegram \u00b7 Mission to NATO, Paris", WASHINGTON),
        "New York delegation": Head("UNITED STATES MISSION", "to the United Nations, New York", WASHINGTON),
        "United Nations mission": Head("UNITED STATES MISSION", "to the United Nations, New York", WASHINGTON),
        "Photographic interpreters": Head("CENTRAL INTELLIGENCE AGENCY", "National Photographic Interpretation Center", WASHINGTON),
        "Chief Intelligence": Head("CENTRAL INTELLIGENCE AGENCY", "Washington", WASHINGTON),
        "Monitoring service": Head("FOREIGN BROADCAST INFORMATION SERVICE", "Monitored text", WASHINGTON),
        "Joint Chiefs": Head("THE JOINT CHIEFS OF STAFF", "Washington 25, D.C.", WASHINGTON),
        "General Staff": Head("THE JOINT CHIEFS OF STAFF", "Washington 25, D.C.", WASHINGTON),
        "Department of Defense": Head("DEPARTMENT OF DEFENSE", "Washington 25, D.C.", WASHINGTON),
        "Flash": Head("NATIONAL MILITARY COMMAND CENTER", "Flash", WASHINGTON),
        "Duty officer": Head("NATIONAL MILITARY COMMAND CENTER", "Duty officer's log", WASHINGTON),
        "Situation Room": Head("THE WHITE HOUSE", "Situation Room", WASHINGTON),
        "National Security Council": Head("NATIONAL SECURITY COUNCIL", "Washington", WASHINGTON),
        "Secretariat": Head("NATIONAL SECURITY COUNCIL", "Executive Committee, secretariat", WASHINGTON),
        "Registry": Head("NATIONAL SECURITY COUNCIL", "Registry", WASHINGTON),
        "The doctor": Head("THE WHITE HOUSE", "The physician to the President", WASHINGTON),
        "Morning press": Head("PRESS SUMMARY", "The morning papers", ""),
        "Press summary": Head("PRESS SUMMARY", "The morning papers", ""),
    },
    MOSCOW: {
        "Embassy in Washington": Head(
            "\u041f\u041e\u0421\u041e\u041b\u042c\u0421\u0422\u0412\u041e \u0421\u0421\u0421\u0420 \u0412 \u0421\u0428\u0410",
                                      "Soviet Embassy, Washington", MOSCOW),
        "Embassy": Head("\u041f\u041e\u0421\u041e\u041b\u042c\u0421\u0422\u0412\u041e \u0421\u0421\u0421\u0420", "Soviet Embassy", MOSCOW),
        "New York delegation": Head("\u041f\u0420\u0415\u0414\u0421\u0422\u0410\u0412\u0418\u0422\u0415\u041b\u042c\u0421\u0422\u0412\u041e "
                                    "\u0421\u0421\u0421\u0420 \u041f\u0420\u0418 \u041e\u041e\u041d", "Soviet mission to the United Nations", MOSCOW),
        "United Nations mission": Head("\u041f\u0420\u0415\u0414\u0421\u0422\u0410\u0412\u0418\u0422\u0415\u041b\u042c\u0421\u0422\u0412\u041e "
                                       "\u0421\u0421\u0421\u0420 \u041f\u0420\u0418 \u041e\u041e\u041d",
                                       "Soviet mission to the United Nations", MOSCOW),
        "Chief Intelligence": Head("\u0413\u041b\u0410\u0412\u041d\u041e\u0415 \u0420\u0410\u0417\u0412\u0415\u0414\u042b\u0412\u0410\u0422\u0415"
                                   "\u041b\u042c\u041d\u041e\u0415 \u0423\u041f\u0420\u0410\u0412\u041b\u0415\u041d\u0418\u0415",
                                   "Chief Intelligence Directorate", MOSCOW),
        "General Staff": Head("\u0413\u0415\u041d\u0415\u0420\u0410\u041b\u042c\u041d\u042b\u0419 \u0428\u0422\u0410\u0411", "General Staff", MOSCOW),
        "Ministry of Defence": Head("\u041c\u0418\u041d\u0418\u0421\u0422\u0415\u0420\u0421\u0422\u0412\u041e \u041e\u0411\u041e\u0420\u041e\u041d"
                                    "\u042b \u0421\u0421\u0421\u0420", "Ministry of Defence", MOSCOW),
        "Foreign Ministry": Head("\u041c\u0418\u0414 \u0421\u0421\u0421\u0420", "Ministry of Foreign Affairs", MOSCOW),
        "Flash": Head("\u0413\u0415\u041d\u0415\u0420\u0410\u041b\u042c\u041d\u042b\u0419 \u0428\u0422\u0410\u0411",
                      "General Staff \u00b7 flash", MOSCOW),
        "Duty officer": Head("\u0413\u0415\u041d\u0415\u0420\u0410\u041b\u042c\u041d\u042b\u0419 \u0428\u0422\u0410\u0411",
                             "General Staff \u00b7 duty officer", MOSCOW),
        "Secretariat of the Presidium": Head("\u041f\u0420\u0415\u0417\u0418\u0414\u0418\u0423\u041c \u0426\u041a \u041a\u041f\u0421\u0421",
                                             "Presidium of the Central Committee \u00b7 secretariat", MOSCOW),
        "Secretariat": Head("\u041f\u0420\u0415\u0417\u0418\u0414\u0418\u0423\u041c \u0426\u041a \u041a\u041f\u0421\u0421",
                            "Presidium of the Central Committee \u00b7 secretariat", MOSCOW),
        "Registry": Head("\u041e\u0411\u0429\u0418\u0419 \u041e\u0422\u0414\u0415\u041b \u0426\u041a \u041a\u041f\u0421\u0421",
                         "General Department of the Central Committee", MOSCOW),
        "General Department": Head("\u041e\u0411\u0429\u0418\u0419 \u041e\u0422\u0414\u0415\u041b \u0426\u041a \u041a\u041f\u0421\u0421",
                                   "General Department of the Central Committee", MOSCOW),
        "Monitoring service": Head("\u0413\u041e\u0421\u041a\u041e\u041c\u0418\u0422\u0415\u0422 \u041f\u041e \u0420\u0410\u0414\u0418\u041e\u0412"
                                   "\u0415\u0429\u0410\u041d\u0418\u042e", "State Committee for Radio \u00b7 monitored text", MOSCOW),
        "Press summary": Head("\u0422\u0410\u0421\u0421", "TASS \u00b7 press summary, for service use", MOSCOW),
        "Morning press": Head("\u0422\u0410\u0421\u0421", "TASS \u00b7 press summary, for service use", MOSCOW),
        "The doctor": Head("\u0427\u0415\u0422\u0412\u0415\u0420\u0422\u041e\u0415 \u0423\u041f\u0420\u0410\u0412\u041b\u0415\u041d\u0418\u0415",
                           "Fourth Directorate \u00b7 the doctor", MOSCOW),
    },
}
"""A government's own offices, by how the sender begins; the longest beginning that fits is meant."""

STAMPS = {
    WASHINGTON: {"secret": "Secret", "late": "Received late", "eyes": "Eyes only", "own": "Copy"},
    MOSCOW: {"secret": "\u0421\u043e\u0432. \u0441\u0435\u043a\u0440\u0435\u0442\u043d\u043e",
             "late": "\u041f\u043e\u043b\u0443\u0447\u0435\u043d\u043e \u0441 \u043e\u043f\u043e\u0437\u0434\u0430\u043d\u0438\u0435\u043c",
             "eyes": "\u041b\u0438\u0447\u043d\u043e", "own": "\u041a\u043e\u043f\u0438\u044f"},
}


def head_of(sender: str, side: str) -> Head | None:
    """The letterhead of that sender's office for a reader in that capital; None where the paper has none (a friend on the telephone)."""
    for table in (_LETTERS, _OFFICES[side]):
        fits = [begin for begin in table if sender.startswith(begin)]
        if fits:
            return table[max(fits, key=len)]
    return None


def stamp_of(kind: str, number: int, is_own: bool, is_public: bool, is_late: bool, side: str) -> str:
    """The stamp on a paper in that capital's registry; empty where it bears none."""
    words = STAMPS[side]
    if number:
        return words["own"] if is_own else words["late"] if is_late else "" if is_public else words["eyes"]
    return words["secret"] if kind in ("cable", "report") else ""


def head_rules(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, of: str) -> None:
    """The rule under a letterhead: one for Washington, two red ones for Moscow, a thin one for anybody else."""
    token = {WASHINGTON: "us", MOSCOW: "su"}.get(of, "rule")
    y = rect.bottom - theme.px(2)
    rule(surface, theme, rect.left, rect.right, y, token)
    if of == MOSCOW:
        rule(surface, theme, rect.left, rect.right, y - theme.px(3), token)
