"""What each rung of a public count is called.

Comes in: nothing. Goes out: words. Never here: a number of a game in progress.
"""

RUNGS = {"quarantine": ("no line at sea", "a line, lightly held", "arms are stopped", "fuel is stopped too", "everything is stopped"),
         "flights": ("no flights", "high flights", "high and low flights"),
         "alert": ("stood down", "peace", "raised", "high", "one step from war")}
