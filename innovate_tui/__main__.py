"""`python -m innovate_tui` is the same program as `innovate-tui`."""

from innovate_tui.cli import run

if __name__ == "__main__":
    run()
