"""Knot of War: a crisis bargaining game of October 1962. The rooms and their order are in docs/architecture.md."""

__version__ = "0.1.0"
