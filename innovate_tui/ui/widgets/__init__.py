"""Widgets and the pure painters that fill them."""
