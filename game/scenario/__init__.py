"""The door for authored content: TOML in, a checked Rulebook or Doctrine out, or every problem of the file at once.

Never here: a rule, a default number, a screen. Knows the engine only.
"""
