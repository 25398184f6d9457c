"""Published models of a crisis, computed. Comes in: payoffs, chances. Goes out: thresholds, equilibria, risks. Never here: a rule of the game."""
