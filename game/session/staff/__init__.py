"""The staff: what would happen, counted in imagined worlds. It knows what its own seat knows, and nothing else.

Comes in: plain JSON values with one seat's public box, its own dossier and its draft. Goes out: plain JSON values with counts and ranges.
Never here: a game in progress, the other side's box, a file of the game being played.
"""
