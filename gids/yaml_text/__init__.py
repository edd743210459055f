"""YAML as text: the tree, where everything in it stands, and what people do wrong in it.

``tree`` is for the many files without surprises, ``places`` for those that have a problem;
``slips`` knows the mistakes that people make and ``diagnosis`` looks for them.
"""
