"""Pieces that several screens are built of: each file places its Nodes on a Page and draws them. Few and small."""
