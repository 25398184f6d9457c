"""For each mechanism a named position in which it decides which of two choices is better."""
