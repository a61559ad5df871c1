"""Figures to reach, as ratios in one run."""
