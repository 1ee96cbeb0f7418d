"""Compare, measure and merge annotation sets."""
