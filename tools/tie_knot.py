"""Ties an overhand knot in a thick rope and pulls it tight, frame by frame: writes assets/knot.json for game/ui/paint/knot.py.

Run it only to change the knot: `python tools/tie_knot.py assets/knot.json` (about a minute; needs numpy).

The rope is a chain of points of radius 1: segments keep their length, bends are stiff, points that are not neighbours along the rope stay
two radii apart, and the ends are drawn outwards a little at a time. The start is the polynomial trefoil (t^3-3t, t^4-4t^2, t^5-10t).
"""

import json
import sys
from pathlib import Path

import numpy as np

FRAMES = 24
POINTS = 150
SEGMENT = 0.42
HALF_HEIGHT = 2.75
"""Centre lines are held between minus and plus this while slack, so that the knot fits its band."""
LOOSE, TIGHT = 40.0, 19.4
"""Rope taken up by the knot beyond the straight line, in radii, in the first and the last frame."""


def start() -> np.ndarray:
    """The open knot between two straight legs, as a chain of equal segments."""
    t = np.linspace(-2.06, 2.06, 3000)
    core = np.c_[3.6 * (t ** 3 - 3 * t), 1.45 * (t ** 4 - 4 * t ** 2) + 2.9, 0.16 * (t ** 5 - 10 * t)]
    left = np.c_[np.linspace(-60, core[0, 0] - 3, 2000), np.zeros(2000), np.zeros(2000)]
    right = np.c_[np.linspace(core[-1, 0] + 3, 60, 2000), np.zeros(2000), np.zeros(2000)]
    line = np.vstack([left, core, right])
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    middle, half = along[-1] / 2, 44.0
    marks = np.arange(middle - half, middle + half, SEGMENT)
    return np.c_[[np.interp(marks, along, line[:, k]) for k in range(3)]].T.copy()


def relax(x: np.ndarray, end: float, times: int, pairs: tuple[np.ndarray, np.ndarray], stiff: float, height: float) -> None:
    """Constraints are satisfied a little better, `times` over; the chain is changed in place."""
    first, second = pairs
    for _ in range(times):
        x[1:-1] += stiff * ((x[:-2] + x[2:]) / 2 - x[1:-1])
        x[2:-2] += 0.5 * stiff * ((4 * (x[1:-3] + x[3:-1]) - x[:-4] - x[4:]) / 6 - x[2:-2])
        for odd in (0, 1, 0, 1, 0, 1, 0, 1):
            a, b = x[odd:-1:2], x[odd + 1::2]
            n = min(len(a), len(b))
            step = b[:n] - a[:n]
            length = np.linalg.norm(step, axis=1, keepdims=True)
            push = step * (1 - SEGMENT / np.maximum(length, 1e-9)) * 0.5
            x[odd:odd + 2 * n:2] += push
            x[odd + 1:odd + 1 + 2 * n:2] -= push
        apart = x[second] - x[first]
        square = (apart ** 2).sum(1)
        near = square < 4.0
        if near.any():
            length = np.sqrt(square[near])[:, None]
            push = apart[near] / np.maximum(length, 1e-6) * (2.0 - length) * 0.32
            np.add.at(x, first[near], -push)
            np.add.at(x, second[near], push)
        over = np.abs(x[:, 1]) > height
        x[over, 1] -= (x[over, 1] - np.sign(x[over, 1]) * height) * 0.3
        x[:, 2] *= 0.9995
        for place, offset in ((0, 0), (1, SEGMENT), (2, 2 * SEGMENT)):
            x[place] = (-end + offset, 0, 0)
            x[-1 - place] = (end - offset, 0, 0)


def tie() -> list[np.ndarray]:
    """The chains of all frames, slack first."""
    x = start()
    n = len(x)
    first, second = np.triu_indices(n, k=int(np.ceil(3.0 / SEGMENT)))
    length = SEGMENT * (n - 1)
    end = float(x[-1, 0])
    relax(x, end, 1500, (first, second), 0.10, 4.5)
    frames = []
    for taken in np.linspace(LOOSE, TIGHT, FRAMES):
        goal = (length - taken) / 2
        while end < goal - 1e-6:
            end = min(goal, end + 0.03)
            relax(x, end, 8, (first, second), 0.06, HALF_HEIGHT)
        relax(x, end, 500, (first, second), 0.06, HALF_HEIGHT)
        apart = np.linalg.norm(x[second] - x[first], axis=1).min()
        stretch = np.linalg.norm(np.diff(x, axis=0), axis=1).sum() / length
        print(f"taken {taken:5.1f}  width {knot_width(x):5.2f}  high {np.ptp(x[:, 1]):5.2f}  deep {np.ptp(x[:, 2]):5.2f}  "
              f"nearest {apart:4.2f}  stretch {stretch:5.3f}")
        frames.append(x.copy())
    return frames


def knot_width(x: np.ndarray) -> float:
    """How wide the part is that does not simply run outwards."""
    back = np.where(np.diff(x[:, 0]) < 0.02)[0]
    part = x[back[0]:back[-1] + 2, 0]
    return float(part.max() - part.min())


def settle(x: np.ndarray) -> np.ndarray:
    """The chain with its knot in the middle and its legs led back to the axis, cut to a length that all frames share."""
    back = np.where(np.diff(x[:, 0]) < 0.02)[0]
    part = x[back[0]:back[-1] + 2, 0]
    centre, half = (part.max() + part.min()) / 2, (part.max() - part.min()) / 2 + 1.0
    shoulder = max(x[:back[0], 1].max(), x[back[-1] + 2:, 1].max())
    out = x - np.array([centre, 0.42 * shoulder, 0])
    beyond = np.clip((np.abs(out[:, 0]) - half + 0.5) / 9.0, 0, 1)
    outer = np.ones(len(x), bool)
    outer[back[0]:back[-1] + 2] = False
    fade = np.where(outer, 1 - beyond ** 2 * (3 - 2 * beyond), 1.0)[:, None]
    out[:, 1:] *= fade
    return out


def main(path: str) -> None:
    """Writes the frames as whole thousandths of a radius: x0, y0, z0, then steps."""
    frames = []
    for x in (settle(frame) for frame in tie()):
        inside = np.where(np.abs(x[:, 0]) < 19.5)[0]
        part = x[inside[0]:inside[-1] + 1]
        whole = np.round(part * 1000).astype(int)
        frames.append(np.vstack([whole[:1], np.diff(whole, axis=0)]).ravel().tolist())
    about = ("Centre lines of an overhand knot, slack to tight, thousandths of the rope's radius: x, y (up), z (towards the eye), then steps. "
             "Made by tools/tie_knot.py.")
    Path(path).write_text(json.dumps({"about": about, "frames": frames}, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
