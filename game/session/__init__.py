"""One game over time: whose turn, what was handed in, the save on disk, replay and resume.

Comes in: a Rulebook, players, dispatches. Goes out: Boards for seats, a `.knot` file, a verdict on one.
Never here: a rule, a window, a terminal.
"""
