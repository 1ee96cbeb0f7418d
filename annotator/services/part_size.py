"""How large the parts of a corpus are that is worked on in parts."""

ARTICLES = 500
"""Articles of a part, unless another number is given: some seconds of work, a file of 6 MB."""
