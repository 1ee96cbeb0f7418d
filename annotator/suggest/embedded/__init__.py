"""The embedded suggester: a small trained model that ships with the program (numpy alone)."""
