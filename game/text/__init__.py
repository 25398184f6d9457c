"""The same game in a terminal: the information and the choices of a Board as lines of text, without colour, at 80 columns.

Comes in: a Game and two callables, one that reads a line and one that writes one. Goes out: Dispatches.
Never here: pygame, a State, anything a Board does not hold.
"""
