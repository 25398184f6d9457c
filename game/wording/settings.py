"""How a game was set before it began, and the answers it could be given, in words.

Comes in: a Rulebook, or one of its settings. Goes out: sentences. Never here: whether an answer is right; nobody knows.
"""

from ..engine.rulebook import Answer, Rulebook, Setting


def answer_name(setting: Setting, answer: Answer) -> str:
    """The answer as it stands on a list: `About 1 in 10 (the default)`."""
    return f"{answer.name} (the default)" if answer.id == setting.default else answer.name


def set_to(rulebook: Rulebook, setting: Setting) -> str:
    """What the rules say now: the name of an answer, or a number that has none."""
    mechanism, _, number = setting.dial.partition(".")
    value: int = getattr(getattr(rulebook.rules, mechanism), number)
    answer = next((answer for answer in setting.answers if answer.value == value), None)
    return answer_name(setting, answer) if answer else f"{value:,}, a number without a name"


def played_at(rulebook: Rulebook) -> str:
    """`This game is played at: How dangerous was it? About 1 in 10 (the default).`; empty where a scenario leaves nothing open."""
    said = [f"{setting.name} {set_to(rulebook, setting)}." for setting in rulebook.settings]
    return f"This game is played at: {' '.join(said)}" if said else ""
