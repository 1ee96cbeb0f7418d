"""What a report on annotators' differences is made of, as HTML: figures, and places in context.

Everything from outside (texts, ids, names, notes, labels) passes through :func:`html.escape`, and
nothing in a page runs or is fetched.
"""
