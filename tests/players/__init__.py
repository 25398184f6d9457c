"""Scripted players: from the View alone, within the rules."""
