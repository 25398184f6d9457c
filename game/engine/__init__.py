"""The rules. Integer arrays in, integer arrays out; numpy and the standard library only.

Comes in: a Rulebook, a State (any number of games), a Sheet from each side. Goes out: the next State and a Ledger.
Never here: files, clocks, floats in a rule, drawing, printing, a random generator.
"""
