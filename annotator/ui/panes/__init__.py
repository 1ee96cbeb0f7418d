"""The panes around the article: labels, articles, suggestions, quotes, status, and the start."""
