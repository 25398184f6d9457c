"""The room's few sounds, made of numbers: teletype, telephone, stamp, rope, and a tone to try them by.

Comes in: a sound's name, a volume, for the rope the pressure. Goes out: sound, where there is a device; else nothing, and a word that says so.
Never here: what a sound tells that cannot be seen as well; numpy before the first sound is wanted; a secret (flow.py knows who may be listening).

Recipes (look.md, section 7), at 22 kHz in one channel: a teletype's stroke is 12 ms of noise around 1.8 kHz, nine to eleven a second, for 1.2 s
at most; a telephone rings once, 440 and 480 Hz in Washington, 425 Hz in Moscow; a stamp is a thump of 60 Hz with a click; a rope creaks for
0.4 s in brown noise, the higher the greater the pressure.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    import numpy as np
    Wave = np.ndarray[tuple[int], np.dtype[np.float64]]

RATE = 22050
NAMES = ("teletype", "telephone-washington", "telephone-moscow", "stamp", "rope", "tone")
PITCHES = 5
"""Steps of the rope's pitch over the scale of pressure."""
_LOUDEST = 0.7


class Speaker:
    """What plays sounds; opened with the first one."""

    def __init__(self) -> None:
        self.trouble = ""
        """What the system said where there is nothing to play on; empty while nobody has tried, or it works."""
        self._is_open = False
        self._sounds: dict[tuple[str, int], pygame.mixer.Sound] = {}

    def play(self, name: str, volume: int, pressure: int = 0) -> bool:
        """The sound is being heard, after the one before it if that still goes on; False where it cannot be, and `trouble` says why."""
        if not self._open():
            return False
        step = min(PITCHES - 1, pressure * PITCHES // 1000) if name == "rope" else 0
        if (name, step) not in self._sounds:
            self._sounds[name, step] = pygame.mixer.Sound(buffer=samples(name, step))
        sound = self._sounds[name, step]
        sound.set_volume(volume / 100 * _LOUDEST)
        channel = pygame.mixer.Channel(0)
        if channel.get_busy():
            channel.queue(sound)
        else:
            channel.play(sound)
        return True

    def _open(self) -> bool:
        if self._is_open or self.trouble:
            return self._is_open
        try:
            pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
        except (pygame.error, NotImplementedError, AttributeError) as problem:
            self.trouble = str(problem) or "no audio device"
        else:
            self._is_open = True
        return self._is_open

    def silence(self) -> None:
        """Nothing is heard from here on until the next sound is played."""
        for _ in range(2 if self._is_open else 0):
            pygame.mixer.stop()         # the first one only makes room for what is queued

    def close(self) -> None:
        """The device is given back."""
        if self._is_open:
            self._sounds.clear()
            pygame.mixer.quit()
            self._is_open = False


@lru_cache(maxsize=16)
def samples(name: str, step: int = 0) -> bytes:
    """The sound as 16-bit numbers, one channel at RATE, the same each time. Raises KeyError for a name that is none."""
    import numpy as np
    makers: dict[str, Callable[[], Wave]] = {
        "teletype": _teletype, "telephone-washington": lambda: _ring((440.0, 480.0)), "telephone-moscow": lambda: _ring((425.0,)),
        "stamp": _stamp, "rope": lambda: _rope(step), "tone": lambda: _fade(_sine(440.0, 0.6), 0.05)}
    wave = makers[name]()
    wave = wave / max(1e-9, float(np.abs(wave).max()))
    return np.asarray(wave * 32000, dtype="<i2").tobytes()


def _count(seconds: float) -> int:
    return round(seconds * RATE)


def _sine(hertz: float, seconds: float) -> Wave:
    import numpy as np
    return np.sin(2 * np.pi * hertz * np.arange(_count(seconds)) / RATE)


def _noise(seconds: float, seed: int) -> Wave:
    import numpy as np
    return np.random.default_rng(seed).uniform(-1.0, 1.0, _count(seconds))


def _fade(wave: Wave, seconds: float) -> Wave:
    """Both ends swell and die over so many seconds, so that nothing clicks."""
    import numpy as np
    n = min(_count(seconds), len(wave) // 2)
    ramp = np.linspace(0.0, 1.0, n)
    shaped = wave.copy()
    shaped[:n] *= ramp
    shaped[len(shaped) - n:] *= ramp[::-1]
    return shaped


def _band(wave: Wave, low: float, high: float) -> Wave:
    """Only what lies between two pitches."""
    import numpy as np
    spectrum = np.fft.rfft(wave)
    pitch = np.fft.rfftfreq(len(wave), 1 / RATE)
    spectrum[(pitch < low) | (pitch > high)] = 0
    return np.fft.irfft(spectrum, len(wave))


def _teletype() -> Wave:
    import numpy as np
    whole = np.zeros(_count(1.2))
    luck = np.random.default_rng(1962)
    at = 0.0
    while at < 1.15:
        stroke = _fade(_band(_noise(0.012, round(at * 1000)), 1300.0, 2400.0), 0.003) * luck.uniform(0.7, 1.0)
        start = _count(at)
        whole[start:start + len(stroke)] += stroke[:len(whole) - start]
        at += 1 / luck.uniform(9.0, 11.0)
    return whole


def _ring(pitches: tuple[float, ...]) -> Wave:
    import numpy as np
    ring = np.zeros(_count(1.0))
    for pitch in pitches:
        ring = ring + _sine(pitch, 1.0)
    return _fade(ring * (1.0 + 0.35 * _sine(20.0, 1.0)), 0.04)


def _stamp() -> Wave:
    import numpy as np
    thump = _sine(60.0, 0.09) * np.exp(-np.linspace(0.0, 4.0, _count(0.09)))
    click = _noise(0.006, 7) * np.exp(-np.linspace(0.0, 5.0, _count(0.006)))
    thump[:len(click)] += 0.5 * click
    return _fade(thump, 0.002)


def _rope(step: int) -> Wave:
    import numpy as np
    brown = np.cumsum(_noise(0.4, 26))
    low = 140.0 * 1.35 ** step
    creak = _band(brown - brown.mean(), low, low * 4)
    grip = 0.55 + 0.45 * np.sign(_sine(22.0 + 5.0 * step, 0.4))      # fibres hold and let go
    return _fade(creak * grip, 0.06)
