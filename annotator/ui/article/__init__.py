"""The article view: right-to-left text, with what is annotated painted behind it."""
