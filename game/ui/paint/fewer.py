"""A picture in 256 colours of its own: a third of the size on disk, and the eye sees no difference on flat paper and rope.

Comes in: a Surface. Goes out: one with a palette. Never here: a file. numpy is imported when the first picture is made smaller.
"""

import pygame

MOST = 256
_SPREAD = 0.35
"""How much a colour's share of the picture counts against its distance from those already chosen: 0 not at all, 1 as much as a pixel each."""


def fewer_colours(picture: pygame.Surface) -> pygame.Surface:
    """The same picture in at most 256 colours, each chosen as the one farthest from those before it, weighted by how much of the picture it fills."""
    import numpy as np
    rgb = pygame.surfarray.array3d(picture).astype(np.int32)
    coarse = ((rgb[..., 0] >> 3) << 10) | ((rgb[..., 1] >> 3) << 5) | (rgb[..., 2] >> 3)        # 5 bits a channel
    flat = coarse.ravel()
    counts = np.bincount(flat, minlength=1 << 15)
    used = np.flatnonzero(counts)
    colours = np.stack([np.bincount(flat, weights=rgb[..., channel].ravel(), minlength=1 << 15)[used] / counts[used] for channel in range(3)], 1)
    weight = counts[used] ** _SPREAD
    chosen = [int(np.argmax(counts[used]))]
    far = ((colours - colours[chosen[0]]) ** 2).sum(1)
    while len(chosen) < min(MOST, len(used)):
        chosen.append(int(np.argmax(far * weight)))
        far = np.minimum(far, ((colours - colours[chosen[-1]]) ** 2).sum(1))
    palette = colours[chosen]
    place = np.zeros(1 << 15, np.uint8)
    place[used] = ((colours[:, None, :] - palette[None]) ** 2).sum(2).argmin(1)
    smaller = pygame.Surface(picture.get_size(), depth=8)
    smaller.set_palette([pygame.Color(*(round(part) for part in colour)) for colour in palette])
    pixels = pygame.surfarray.pixels2d(smaller)
    pixels[:] = place[coarse]
    del pixels          # else the surface stays locked
    return smaller
