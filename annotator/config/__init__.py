"""Settings and label sets as data."""
