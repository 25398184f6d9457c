"""The menus of orders as lines: numbers that run as the eye reads them, what each order does, why one may not be given now.

Comes in: a Board. Goes out: lists of lines of at most 80 characters. Never here: whether an order is legal.
"""

from ..wording.board import Board, OrderLine
from ..wording.menus import MENUS, menu_name
from .screen import attention_left, rule, signed, wrap


def numbered(board: Board) -> list[OrderLine]:
    """Every order in the order in which `orders` lists them: menu by menu, those of another stage last. Number 1 is the first."""
    by_menu = [line for menu in MENUS for line in board.orders if line.menu == menu]
    return sorted(by_menu, key=lambda line: line.is_out_of_stage)


def orders(board: Board, chosen: tuple[str, ...]) -> list[str]:
    """The menus with numbers; what stands on the sheet is marked, what may not be given has its reason."""
    left = attention_left(board, len(chosen))
    lines = [rule("ORDERS"), *wrap(f"{left[:1].upper()}{left[1:]}, {len(chosen)} on the sheet. give N, drop N; order N tells all about one."),
             *wrap(board.attention_note)]
    listed, menu = list(enumerate(numbered(board), 1)), ""
    asked = {line.answers for _, line in listed if line.answers and not line.refusal and not line.is_out_of_stage}
    for number, line in listed:
        if line.is_out_of_stage:
            continue
        if line.menu != menu:
            menu = line.menu
            lines.append(f" {menu_name(board.side, menu).upper()}")
        mark = "x" if line.id in chosen else "-" if line.refusal else " "
        one_of = f" [one of those on {line.answers}]" if line.answers in asked else ""
        lines += wrap(f"{number:>3} [{mark}] {line.name}{one_of}{_effects(line)}", 0, 8)
        if line.refusal:
            lines += wrap(f"not now: {_reason(line)}", 8)
    later = [f"{number} {line.name}" for number, line in listed if line.is_out_of_stage]
    return [*lines, *([" IN ANOTHER STAGE OF THE GAME"] if later else []), *(wrap("; ".join(later), 4) if later else [])]


def _reason(line: OrderLine) -> str:
    return line.refusal.removeprefix(f"{line.name}: ")


def sleep_words(line: OrderLine) -> str:
    """`costs 3.5 h of sleep`, `gives back 6 h of sleep`; empty where it does neither. The fatigue meter counts the same in tenths of an hour."""
    return f"{'costs' if line.sleep > 0 else 'gives back'} {abs(line.sleep) / 10:g} h of sleep" if line.sleep else ""


def _effects(line: OrderLine) -> str:
    told = [f"{name} {signed(amount)}" for name, amount in line.effects]
    told += [sleep_words(line)] if line.sleep else []
    return f" ({', '.join(told)})" if told else ""


def order(line: OrderLine) -> list[str]:
    """One order in full."""
    seen = "The other side will see it." if line.is_seen else "It is not seen from outside."
    effects = _effects(line).strip(" ()")
    lines = [rule(line.name), *wrap(line.text), *wrap(seen), *(wrap(f"Does: {effects}.") if effects else ["It moves no meter at once."])]
    lines += wrap(f"Ties our hands: {', '.join(f'{name} {signed(points)}' for name, points in line.ties)}.") if line.ties else []
    lines += wrap(f"Of the orders about {line.answers} only one can stand on a sheet.") if line.answers else []
    return [*lines, *(wrap(f"Not now: {_reason(line)}") if line.refusal else [])]
