"""One game read with both pairs of eyes: what the window shows and what the terminal tells, as plain facts that can be compared."""
