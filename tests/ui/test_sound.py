"""Sounds: made of numbers, the same each time, silent where there is no device, and never more than the room may hear."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.ui import heard, sound
from game.ui.sound import NAMES, RATE, Speaker, samples

from .fake_game import FakeGame
from .window import Window, seated

SECONDS = {"teletype": 1.2, "telephone-washington": 1.0, "telephone-moscow": 1.0, "stamp": 0.09, "rope": 0.4, "tone": 0.6}


def wave(name: str, step: int = 0) -> np.ndarray:
    return np.frombuffer(samples(name, step), "<i2").astype(float)


def loudest_pitch(name: str, step: int = 0) -> float:
    spectrum = np.abs(np.fft.rfft(wave(name, step)))
    return float(np.fft.rfftfreq(len(wave(name, step)), 1 / RATE)[spectrum[1:].argmax() + 1])


@pytest.mark.parametrize("name", NAMES)
def test_each_sound_is_as_long_as_its_recipe_and_begins_and_ends_in_silence(name: str) -> None:
    made = wave(name)
    assert abs(len(made) / RATE - SECONDS[name]) < 0.01
    assert 30000 < np.abs(made).max() < 32768
    assert abs(made[0]) < 6000 and abs(made[-1]) < 6000
    samples.cache_clear()
    assert np.array_equal(wave(name), made), "the same each time"


def test_pitches_are_those_of_the_recipes() -> None:
    assert abs(loudest_pitch("telephone-moscow") - 425) < 3
    assert min(abs(loudest_pitch("telephone-washington") - pitch) for pitch in (440, 480)) < 3
    assert 1300 <= loudest_pitch("teletype") <= 2400
    assert loudest_pitch("stamp") < 90


def test_a_tighter_rope_creaks_higher() -> None:
    def middle(step: int) -> float:
        spectrum = np.abs(np.fft.rfft(wave("rope", step))) ** 2
        return float((spectrum * np.fft.rfftfreq(len(wave("rope", step)), 1 / RATE)).sum() / spectrum.sum())
    heights = [middle(step) for step in range(sound.PITCHES)]
    assert heights == sorted(heights) and heights[-1] > 1.5 * heights[0]


def test_an_unknown_sound_is_refused() -> None:
    with pytest.raises(KeyError):
        samples("siren")


def test_without_a_device_it_is_silent_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_device(*_: object, **__: object) -> None:
        raise pygame.error("no audio device")
    monkeypatch.setattr(pygame.mixer, "init", no_device)
    window = Window()
    window.app.common("settings")
    window.settle()
    window.click("tone")
    assert window.app.speaker.trouble == "no audio device"
    assert "No sound device" in window.node("ask:volume:note").text
    speaker = Speaker()
    assert not speaker.play("stamp", 50)
    speaker.silence()
    speaker.close()


def test_with_a_device_a_sound_is_made_once_and_played_at_its_volume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    speaker = Speaker()
    assert speaker.play("rope", 50, 0) and speaker.play("rope", 100, 999) and speaker.play("rope", 100, 999)
    assert set(speaker._sounds) == {("rope", 0), ("rope", sound.PITCHES - 1)}
    assert abs(speaker._sounds["rope", 4].get_volume() - 0.7) < 0.02
    speaker.silence()
    assert not pygame.mixer.get_busy()
    speaker.close()
    assert not pygame.mixer.get_init()


def heard_in(window: Window, monkeypatch: pytest.MonkeyPatch, volume: int = 50) -> list[str]:
    names: list[str] = []
    window.app.settings = replace(window.app.settings, volume=volume)
    monkeypatch.setattr(window.app.speaker, "play", lambda name, loud, pressure=0: names.append(name) or True)
    return names


def test_a_turn_is_heard_as_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()
    names = heard_in(window, monkeypatch)
    seated(window)
    assert names == ["rope", "teletype"]
    names.clear()
    window.press("O", "Enter", "Ctrl+Enter", "Enter")
    assert names == ["stamp", "rope", "teletype"]


def test_a_word_from_the_envoy_rings_the_telephone(monkeypatch: pytest.MonkeyPatch) -> None:

    window = Window()
    names = heard_in(window, monkeypatch)
    board = FakeGame((1,)).board(1)
    call = replace(board.papers[0], channel=heard.BY_MOUTH[0], is_new=True)
    heard.sat_down(window.app, replace(board, papers=(call,)), True)
    assert names == ["telephone-moscow"]
    names.clear()
    heard.sat_down(window.app, replace(board, papers=(call,)), False)
    assert names == [], "two people share the room"


def test_volume_off_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()
    names = heard_in(window, monkeypatch, volume=0)
    seated(window)
    assert names == [] and not pygame.mixer.get_init()


def test_the_sounds_bring_no_numpy_before_the_first_is_wanted() -> None:
    code = "import sys, game.ui.sound as s; s.Speaker(); print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip().splitlines()[-1] == "False"
