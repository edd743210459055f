"""The blocks that schema.py is made of, one module per concern; others import them from there."""
