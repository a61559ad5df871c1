"""Floor 2: files in, files out. Knows TOML, not screens."""
