"""The rooms that build.py walks through; docs/architecture.md draws the house."""
