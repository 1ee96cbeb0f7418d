"""CoNLL-2003: ``FORM POS CHUNK TAG`` rows, and ``-DOCSTART-`` before every article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions
from annotator.formats.conll_reading import DOCSTART, columns_of, read_columns
from annotator.formats.conll_tokens import flat_losses, joined, tagged, untagged
from annotator.formats.extras import no_unicode
from annotator.formats.source import Head, Source

_UNKNOWN_POS_AND_CHUNK = "-X- _"
"""What stands for the columns that the program does not know, as Label Studio writes them."""


class Conll2003:
    """Tokens with part of speech, chunk and tag; the first two are left open."""

    id = "conll2003"
    name = message(QT_TRANSLATE_NOOP("messages", "CoNLL-2003"))
    suffixes: tuple[str, ...] = (".conll",)
    lossless = False
    folder = False
    heeds = frozenset({"scheme", "tokens"})
    statuses = ACCEPTED_ONLY

    def sniff(self, head: Head) -> float:
        """Sure where nearly every row ends in a tag and has four columns or more."""
        return 0.9 if columns_of(head) >= 4 else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles; their text is made of the tokens."""
        return read_columns(source, options, self.id)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's rows, and what they cannot carry."""
        if (refused := no_unicode(article)) is not None:
            return refused._replace(content="")
        result = tagged(article, options)
        if not result.sentences:
            return untagged(article)
        rows = [f"{DOCSTART} -X- O O\n\n"]
        for sentence in result.sentences:
            tags = sentence.tags(options.scheme)
            rows += [
                f"{token.text} {_UNKNOWN_POS_AND_CHUNK} {tag}\n"
                for token, tag in zip(sentence.tokens, tags, strict=True)
            ]
            rows.append("\n")
        carried = joined(article, result.sentences, self.id)
        return Prepared("".join(rows), flat_losses(article, result), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the rows of each article."""
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(article.content for article in articles)
