"""Lines of a search over all articles: the model, the drawing and the list."""
