"""Scripted players. Comes in: a View. Goes out: a Sheet. Never here: a State, the game's seed, the other side's box."""
