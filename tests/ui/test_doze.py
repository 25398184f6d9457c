"""Sleeping on the wire to the display: a hand or a bell wakes at once, a wire that rings for nothing is left alone."""

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pygame
import pytest

from game.ui import doze
from game.ui.doze import Doze

LONG_MS = 20_000


@pytest.fixture
def wire():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_the_sockets_of_a_process_are_found_and_only_those(wire):
    found = doze.wires()
    assert {end.fileno() for end in wire} <= found
    with socket.socket() as another:
        assert another.fileno() in doze.wires() - found


@pytest.mark.parametrize("waker", ["wire", "bell"])
def test_it_wakes_long_before_its_time(wire, waker):
    ours, theirs = wire
    sleeper = Doze(frozenset({ours.fileno()}))
    begun = time.monotonic()
    threading.Timer(0.05, sleeper.ring if waker == "bell" else lambda: theirs.send(b"!") and None).start()
    sleeper.sleep(LONG_MS)
    assert time.monotonic() - begun < LONG_MS / 2000
    sleeper.close()


def test_a_bell_rung_before_it_slept_is_heard(wire):
    sleeper = Doze(frozenset({wire[0].fileno()}))
    sleeper.ring()
    begun = time.monotonic()
    sleeper.sleep(LONG_MS)
    assert time.monotonic() - begun < LONG_MS / 2000
    sleeper.close()
    sleeper.ring()      # from a thread that is late: nothing happens


def test_without_a_wire_it_naps(monkeypatch):
    naps = []
    monkeypatch.setattr(pygame.time, "wait", naps.append)
    sleeper = Doze()
    sleeper.sleep(12)
    sleeper.ring()
    assert naps == [12] and sleeper.longest_ms == doze.NAP_MS
    sleeper.close()


@pytest.mark.parametrize("fault", ["rings for nothing", "is cut"])
def test_a_wire_that_is_no_good_is_left_alone(monkeypatch, wire, fault):
    ours, theirs = wire
    sleeper = Doze(frozenset({ours.fileno()}))
    assert sleeper.longest_ms == doze.LONG_MS
    if fault == "is cut":
        ours.close()
    else:
        theirs.send(b"nobody reads this")
    monkeypatch.setattr(doze, "FALSE_ALARMS", 3)
    for _ in range(5):
        sleeper.sleep(5)
    assert sleeper.longest_ms == doze.NAP_MS
    sleeper.close()


def test_what_was_in_the_queue_makes_the_alarm_a_true_one(monkeypatch, wire):
    ours, theirs = wire
    theirs.send(b"an event")
    monkeypatch.setattr(doze, "FALSE_ALARMS", 3)
    sleeper = Doze(frozenset({ours.fileno()}))
    for _ in range(20):
        sleeper.sleep(5)
        sleeper.heard()
    assert sleeper.longest_ms == doze.LONG_MS
    sleeper.close()


def test_the_clock_goes_though_nobody_ever_napped():
    """With a wire the loop never calls pygame's wait, which is what sets its clock going: the rope would hang in mid-air."""
    code = ("import time, pygame\nfrom game.session.doors import Doors\nfrom game.session.settings import Settings\nfrom game.ui.app import App\n"
            "App(Doors(None, None, list, list), Settings())\nwas = pygame.time.get_ticks()\ntime.sleep(0.05)\n"
            "raise SystemExit(0 if pygame.time.get_ticks() >= was + 40 else 'it stands')")
    ran = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
