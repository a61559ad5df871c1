"""The diamond and its neighbours: workshop tools for innovating well with children and families, in a terminal."""

__version__ = "0.1.0"
