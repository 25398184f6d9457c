"""Measuring, by hand: `python benchmarks/run.py`. A command, not a test: no time is ever asserted. Never here: anything the game needs."""
