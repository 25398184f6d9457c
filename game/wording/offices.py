"""Letterheads: the office a paper comes from as it stands on Moscow's own paper, in Russian; and whether the paper is late.

Comes in: a Board and one of its Papers. Goes out: words. Never here: a paper's text.
"""

from .board import Board, Paper

_IN_RUSSIAN = {
    "General Department of the Central Committee": "Общий отдел ЦК КПСС",
    "Chief Intelligence Directorate": "Главное разведывательное управление",
    "Secretariat of the Presidium": "Секретариат Президиума ЦК",
    "Secretariat": "Секретариат",
    "Registry": "Канцелярия",
    "Embassy in Washington": "Посольство СССР в США",
    "Embassy in Washington and the watch": "Посольство СССР в США",
    "Embassy in Havana": "Посольство СССР на Кубе",
    "Embassy": "Посольство СССР",
    "General Staff": "Генеральный штаб",
    "Ministry of Defence": "Министерство обороны СССР",
    "Foreign Ministry": "Министерство иностранных дел СССР",
    "Flash": "Вне очереди",
    "Duty officer": "Оперативный дежурный",
    "Press summary": "Сводка печати",
    "Monitoring service": "Служба радиоперехвата",
    "New York delegation": "Представительство СССР при ООН",
    "United Nations mission": "Представительство СССР при ООН",
    "The doctor": "Врач",
    "Both governments": "Оба правительства",
    "The White House, by embassy cable": "Белый дом, через посольство",
    "The Kremlin, by embassy cable": "Кремль, через посольство",
    "Moscow Radio, monitored text": "Московское радио",
    "White House statement, read to the press": "Белый дом, для печати",
    "The Attorney General, in person": "Министр юстиции США, лично",
    "Washington, by return": "Вашингтон, ответ",
    "Through the Secretary-General": "Через Генерального секретаря ООН",
    "A friend, by telephone": "Друг, по телефону",
}
"""Sender as papers name it -> the office in Russian. Offices are those of 1962; a sender without one keeps its English name alone."""


def in_russian(board: Board, paper: Paper) -> str:
    """The office as Moscow's paper has it; empty in Washington, and where the sender is no office."""
    return _IN_RUSSIAN.get(paper.sender, "") if board.side == "moscow" else ""


def is_late(board: Board, paper: Paper) -> bool:
    """A letter of theirs that was a turn under way: what it answers may be no more."""
    if paper.is_own or not paper.id.startswith("letter-"):
        return False
    channel = next((line for line in board.channels if line.id == getattr(paper, "channel", "")), None)
    slow = channel.arrives != "at once" if channel else paper.sender.endswith("by embassy cable")
    return slow and board.half_days <= 1
