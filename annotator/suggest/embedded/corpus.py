"""Training data: tagged text in CoNLL columns, and dumps of news articles."""

from __future__ import annotations

import html
import re
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import tokenize
from annotator.suggest.embedded.forms import without_marks

Sentence = tuple[list[str], list[str]]
"""Words and their IOB2 tags, one each."""

LONGEST = 100
"""Words after which an untagged sentence is cut."""

_FIELD = re.compile(r"<(TITLE|TEXT)>(.*?)</\1>", re.DOTALL)


def read_conll(path: Path) -> list[Sentence]:
    """Read sentences from lines of ``FORM … TAG``; blank lines and ``-DOCSTART-`` end them."""
    found: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t") if "\t" in line else line.split()
        if columns and columns[0] != "-DOCSTART-":
            words.append(columns[0])
            tags.append(columns[-1])
        elif words:
            found.append((words, tags))
            words, tags = [], []
    return found


def pieces(sentence: Sentence) -> tuple[list[str], list[str], list[int]]:
    """Cut a tagged sentence's words as the program cuts text.

    Returns:
        Pieces without diacritics, their tags, and the number of the word each comes from.
    """
    made: list[str] = []
    tags: list[str] = []
    owners: list[int] = []
    for number, (word, tag) in enumerate(zip(*sentence, strict=True)):
        bare = without_marks(word)
        for place, token in enumerate(tokenize(bare) if bare else []):
            made.append(token.text)
            tags.append(tag if tag == "O" or not place else f"I-{tag[2:]}")
            owners.append(number)
    return made, tags, owners


def capped(words: list[str], tags: list[str], most: int = 80) -> Iterator[Sentence]:
    """Cut a long tagged sentence between names, so that every part has at most ``most`` words."""
    start = 0
    while start < len(words):
        stop = min(start + most, len(words))
        while stop < len(words) and tags[stop].startswith("I-") and stop > start + 1:
            stop -= 1
        yield words[start:stop], tags[start:stop]
        start = stop


def read_news(path: Path) -> Iterator[list[list[str]]]:
    """Read a dump of news (a tar archive or a folder of ``<DOC>`` files), repeats left out.

    Yields:
        For each article its sentences, each a list of words without diacritics.
    """
    seen: set[str] = set()
    for raw in _documents(path):
        fields = dict(_FIELD.findall(raw))
        text = html.unescape(fields.get("TEXT", "")).strip()
        if len(text) < 100 or text[:200] in seen:
            continue
        seen.add(text[:200])
        article = [*_tokenized(fields.get("TITLE", "")), *_tokenized(text)]
        yield [part for part in article if len(part) > 1]


def _tokenized(text: str) -> Iterator[list[str]]:
    for span in sentences(text):
        words = [without_marks(token.text) for token in tokenize(text, span.start, span.end)]
        words = [word for word in words if word]
        for start in range(0, len(words), LONGEST):
            yield words[start : start + LONGEST]


def _documents(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.read_text(encoding="utf-8", errors="replace")
        return
    with tarfile.open(path) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield stream.read().decode("utf-8", errors="replace")


def windows(all_sentences: Sequence[Sentence], words: int) -> Iterator[list[Sentence]]:
    """Group sentences that follow each other into stretches of about ``words`` words."""
    window: list[Sentence] = []
    filled = 0
    for sentence in all_sentences:
        window.append(sentence)
        filled += len(sentence[0])
        if filled >= words:
            yield window
            window, filled = [], 0
    if window:
        yield window
