"""Floor 1: the rules. Standard library only; frozen values; no clock, disk or screen."""
