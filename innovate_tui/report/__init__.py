"""Floor 2: what leaves the room. Beside storage, never meeting it."""
