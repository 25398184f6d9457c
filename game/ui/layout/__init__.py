"""Where things stand on a screen: a flat list of plain records that painting, events and tests all read."""
