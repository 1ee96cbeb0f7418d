"""Every occurrence of some words, listed with what stands there, chosen and labelled in one go."""
