"""The drawing kit: pieces of the window as plain functions of a Theme and numbers. They know no rules and no events."""
