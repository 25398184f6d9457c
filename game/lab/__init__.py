"""Batches of games and what they come to. Comes in: a Rulebook, players, seeds. Goes out: final states, tallies. Never here: a rule, a screen."""
