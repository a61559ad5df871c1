"""Floor 2, files: knows TOML and folders, not screens."""
