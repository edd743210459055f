"""The rooms that build.py walks through; docs/architecture.md draws the house."""

import gc

gc.set_threshold(100_000)
"""Nearly all that a start makes stays: looking for garbage in it cost a fifth of the start."""
