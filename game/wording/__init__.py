"""Engine data into sentences and tables, the same for window, terminal, browser and report.

Comes in: a Rulebook, a View, a seat's own record of the turns so far. Goes out: a Board of words and whole numbers.
Never here: pygame, a State (a Board is built from one seat's View), a rule.
"""
