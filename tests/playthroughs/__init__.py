"""Games told turn by turn in plain text, compared byte for byte."""
