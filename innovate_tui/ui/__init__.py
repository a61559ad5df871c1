"""Floor 3: the screens. Textual lives here and nowhere else."""
