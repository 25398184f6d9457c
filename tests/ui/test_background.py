"""The process beside the window: what it is asked is answered, in one sentence if it cannot be; killed, it comes back once; it never outlives us."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import worker
from game.ui.background import GONE, Answer, Background
from game.ui.screens.choose import Choose

from .window import Window

PATIENCE_SECONDS = 30
ROOT = Path(__file__).resolve().parents[2]
MUTE = (sys.executable, "-c", "import sys; sys.stdin.read()")
RIDDLES = (sys.executable, "-c", "import sys; print('a riddle', flush=True); sys.stdin.read()")


@pytest.fixture
def beside() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


def heard(background: Background, is_enough: Callable[[list[Answer]], bool]) -> list[Answer]:
    """What was said until it is enough."""
    found: list[Answer] = []
    until = time.monotonic() + PATIENCE_SECONDS
    while not is_enough(found):
        assert time.monotonic() < until, f"nothing more was said after {found}"
        found += background.take()
        time.sleep(0.005)
    return found


def final(count: int) -> Callable[[list[Answer]], bool]:
    return lambda found: sum(answer.is_final for answer in found) >= count


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def gone(process: int) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while is_alive(process):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def test_nothing_is_started_before_something_is_asked(beside):
    assert beside.process_id is None and beside.take() == [] and not beside.is_busy


def test_what_is_asked_is_answered_with_progress_on_the_way_and_the_window_is_woken():
    woken = []
    background = Background(lambda: woken.append(1))
    background.ask("one", "echo", {"steps": 30, "words": "Хрущёв"})
    assert background.is_busy
    found = heard(background, final(1))
    assert found[-1] == Answer("one", {"steps": 30, "words": "Хрущёв"}) and not background.is_busy
    progress = found[:-1]
    assert progress and all(answer.id == "one" and 0 <= answer.done < answer.total == 30 for answer in progress)
    assert len(progress) < 30 and woken
    background.close()


def test_asked_again_only_the_newer_is_answered(beside):
    beside.ask("same", "echo", {"steps": 500, "n": 1})
    beside.ask("same", "echo", {"n": 2})
    beside.ask("last", "echo", {})
    assert [(answer.id, answer.value) for answer in heard(beside, final(2)) if answer.is_final] == [("same", {"n": 2}), ("last", {})]


def test_of_what_is_cancelled_nothing_is_heard_and_it_ends_at_its_next_step(beside):
    beside.ask("long", "echo", {"steps": 100_000})
    heard(beside, bool)
    beside.cancel("long")
    beside.ask("next", "echo", {})
    assert [answer.id for answer in heard(beside, final(1))] == ["next"]


def test_what_belongs_to_another_seat_can_be_dropped_altogether(beside):
    for id in ("knot:1", "staff:washington", "staff:moscow"):
        beside.ask(id, "echo", {"steps": 3})
    beside.cancel_where(lambda id: not id.startswith("knot:"))
    assert {answer.id for answer in heard(beside, final(1))} == {"knot:1"}
    assert not beside.is_busy


@pytest.mark.parametrize(("job", "arguments", "words"), [
    ("eval", {}, "knows no job 'eval'"), ("bake", {"kind": "knot"}, "came to nothing (KeyError)"), ("echo", {"steps": "many"}, "invalid literal"),
])
def test_a_job_that_fails_gives_one_sentence_and_the_next_is_sound(beside, job, arguments, words):
    beside.ask("bad", job, arguments)
    beside.ask("good", "echo", {})
    bad, good = (answer for answer in heard(beside, final(2)) if answer.is_final)
    assert words in bad.problem and "\n" not in bad.problem and bad.value is None
    assert good == Answer("good", {})


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_killed_it_comes_back_once_and_then_the_game_goes_on_without(beside):
    beside.ask("long", "echo", {"steps": 40})
    first = beside.process_id
    os.kill(first, signal.SIGKILL)
    assert heard(beside, final(1))[-1] == Answer("long", {"steps": 40})
    second = beside.process_id
    assert second not in (None, first)
    beside.ask("again", "echo", {"steps": 100_000})
    os.kill(second, signal.SIGKILL)
    assert heard(beside, final(1))[-1] == Answer("again", problem=GONE)
    beside.ask("later", "echo", {})
    assert beside.take() == [Answer("later", problem=GONE)] and beside.process_id is None


def test_where_no_process_can_be_started_every_wish_is_answered_so():
    background = Background(command=("/no/such/program",))
    background.ask("one", "echo", {})
    assert background.take() == [Answer("one", problem=GONE)]
    background.close()


def test_one_that_speaks_in_riddles_is_not_relied_on():
    background = Background(command=RIDDLES)
    background.ask("one", "echo", {})
    assert heard(background, final(1)) == [Answer("one", problem=GONE)]
    background.close()


@pytest.mark.parametrize("command", [None, MUTE], ids=["working", "deaf"])
def test_closed_it_has_ended(command):
    background = Background(**({"command": command} if command else {}))
    background.ask("long", "echo", {"steps": 100_000})
    process = background.process_id
    background.close()
    assert gone(process) and background.take() == []


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_it_ends_with_the_window_however_that_ends():
    code = ("import time\nfrom game.ui.background import Background\nb = Background()\nb.ask('long', 'echo', {'steps': 10**6})\n"
            "while not b.take(): time.sleep(0.01)\nprint(b.process_id, flush=True)\ntime.sleep(60)")
    window = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    process = int(window.stdout.readline())
    assert is_alive(process)
    window.kill()
    window.wait()
    window.stdout.close()
    assert gone(process)


def test_a_patient_job_waits_for_all_others_and_a_cancelled_one_is_never_begun():
    desk = worker._Desk()
    for serial, is_patient in ((1, True), (2, False), (3, True), (4, False)):
        desk.put({"serial": serial, "patient": is_patient})
    desk.put({"cancel": 3})
    desk.put({"neither": 1})
    assert [desk.next()["serial"] for _ in range(3)] == [2, 4, 1] and not desk.waiting


def test_every_answer_reaches_the_screens_and_knots_become_fine():
    """The whole way: a plain rope is painted, the process bakes, the window repaints."""
    window = Window()
    app, told = window.app, []
    app.top.answered = told.append
    plain = app.frames
    try:
        app.background.ask("mine", "echo", {"n": 1})
        until = time.monotonic() + PATIENCE_SECONDS
        while (app.knots.is_busy or not told) and time.monotonic() < until:
            app.wait()
            if app.is_dirty:
                app.paint()
    finally:
        app.background.close()
    assert told == [Answer("mine", {"n": 1})]
    assert app.frames > plain and not app.knots.is_busy and list(app.knots.folder.glob("knot-*.png"))


def test_what_one_seat_asked_for_is_never_told_to_the_next():
    """Behind the curtain sits somebody else: answers still to come are dropped, those that have come and were not taken too."""
    window = Window()
    app = window.app
    try:
        app.background.ask("estimate", "echo", {"secret": 1})
        heard(app.background, lambda _: bool(app.background._heard))
        app.background.ask("slow", "echo", {"steps": 1000})
        app.home(Choose())
        app.top.answered = pytest.fail
        assert not app.background.is_busy
        app._take_answers()
        app.background.ask("slow", "echo", {"steps": 1000})
        app.title()
        assert not app.background.is_busy
    finally:
        app.background.close()
