"""What is Arabic about text: tokens, sentences, paragraphs, folding, clitics, quote marks."""
