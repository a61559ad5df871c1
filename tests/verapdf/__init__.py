"""The slow validator, asked by `python -m tests.verapdf` and in `.ci/run`."""
