"""The rooms that build.py walks through; docs/architecture.md draws the house."""

import gc
import os

gc.set_threshold(100_000)
"""Nearly all that a start makes stays: looking for garbage in it cost a fifth of the start."""

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No installed package changes how files are read, and a start need not look through them all."""
