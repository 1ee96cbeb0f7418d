"""The pure heart: text, spans, quotes, labels, edits and history. No I/O, no Qt."""
