"""One file a screen. A screen places Nodes on a Page and answers to the actions they name."""
