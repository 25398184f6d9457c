"""Places on a globe: how far, which way, where one comes to. Longitude first, in degrees; distances in nautical miles.

Comes in: (lon, lat) pairs. Goes out: the same. Never here: a ship, a screen.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

Place = tuple[float, float]
NM_PER_RADIAN = 3437.75


def away(lon: float, lat: float, miles: float, bearing: float) -> Place:
    """The place so many nautical miles off on a bearing in degrees, along a great circle."""
    arc, phi, theta = miles / NM_PER_RADIAN, math.radians(lat), math.radians(bearing)
    there = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(theta))
    east = math.atan2(math.sin(theta) * math.sin(arc) * math.cos(phi), math.cos(arc) - math.sin(phi) * math.sin(there))
    return lon + math.degrees(east), math.degrees(there)


def miles_between(a: Place, b: Place) -> float:
    """Nautical miles along the great circle from one (lon, lat) to another."""
    (lon1, lat1), (lon2, lat2) = (map(math.radians, a), map(math.radians, b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * NM_PER_RADIAN * math.asin(math.sqrt(half))


def bearing(start: Place, end: Place) -> int:
    """Degrees from north, clockwise: near enough over a few hundred miles, with longitude shortened by latitude."""
    across = (end[0] - start[0]) * math.cos(math.radians((start[1] + end[1]) / 2))
    return round(math.degrees(math.atan2(across, end[1] - start[1]))) % 360


def along(path: Sequence[Place], miles: float) -> Place:
    """The place reached after so many miles along a path; its end if the path is shorter."""
    for start, end in pairwise(path):
        length = miles_between(start, end)
        if miles <= length:
            part = miles / length if length else 0.0
            return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
        miles -= length
    return path[-1]


def length_of(path: Sequence[Place]) -> float:
    """Miles from one end of a path to the other."""
    return sum(miles_between(start, end) for start, end in pairwise(path))
