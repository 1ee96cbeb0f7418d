"""The window of the consistency check: its model, its drawing, its list."""
