"""Word counts and name lists that travel with the program, loaded once and on first use.

All forms are folded (:func:`annotator.arabic.folding.fold`). How each file was made is told by
the scripts in ``packaging/``.
"""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from annotator.arabic.folding import fold
from annotator.bundled import resource


@cache
def word_frequencies() -> Mapping[str, float]:
    """Return ln(1 + count) of the 60,000 commonest word forms of Arabic news.

    Forms below five occurrences in ten million words are absent.
    """
    parts = " ".join(_lines("news_words.txt.gz")).split(" ")
    values = {value: int(value) / 8 for value in set(parts[1::2])}
    return dict(zip(parts[::2], map(values.__getitem__, parts[1::2]), strict=True))


@cache
def places() -> frozenset[str]:
    """Return names of territories and cities, of one word or several parted by spaces."""
    return frozenset(_lines("places.txt.gz"))


@cache
def first_names() -> frozenset[str]:
    """Return first names of one word, Arabic ones and those that news takes from elsewhere."""
    arabic = (name for name in _lines("first_names.txt.gz") if " " not in name)
    return frozenset(arabic) | words("people.toml", "first_names")


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return the folded words of one list of a TOML lexicon; there they are parted by spaces."""
    return frozenset(fold(table(file)[key]).split())


@cache
def phrases(file: str, key: str) -> frozenset[str]:
    """Return the folded phrases of one list of a TOML lexicon; there they stand one a line."""
    return frozenset(" ".join(line.split()) for line in fold(table(file)[key]).splitlines()) - {""}


@cache
def table(file: str) -> Mapping[str, Any]:
    """Return a TOML lexicon as it is written."""
    with resource("lexicons", file).open("rb") as opened:
        return tomllib.load(opened)


def _lines(file: str) -> list[str]:
    return gzip.decompress(resource("lexicons", file).read_bytes()).decode("utf-8").splitlines()
