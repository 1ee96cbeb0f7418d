"""Make ``resources/lexicons/news_words.txt.gz``: how often a folded word form occurs in news.

Source: the ANT corpus 2.1 (Chouigui, Ben Khiroun and Elayeb 2017; Apache 2.0), 29,555 Arabic
news articles of 2018. The articles belong to their outlets: only counts of single words are kept,
of forms that occur at least five times, so no text can be rebuilt from them.

Each line is a folded form, a space, and round(8 x ln(1 + count)): the cut of proclitics and the
filter of name lists compare magnitudes, and this keeps the file small.

Use: python packaging/news_word_counts.py ant_news.tar.xz
"""

from __future__ import annotations

import gzip
import html
import math
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from annotator.arabic.folding import fold
from annotator.bundled import resource

LEAST = 5
LARGEST = 60_000
_FIELD = re.compile(r"<(TITLE|TEXT)>(.*?)</\1>", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,20}")
_ARABIC = re.compile("[\u0621-\u064a]+")


def texts(corpus: Path) -> Iterator[str]:
    """Yield title and text of each article of the archive; a repeated article only once."""
    seen: set[str] = set()
    with tarfile.open(corpus) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is None or not member.name.endswith(".txt"):
                continue
            fields = dict(_FIELD.findall(file.read().decode("utf-8", errors="replace")))
            text = html.unescape(fields.get("TEXT", "")).strip()
            if len(text) >= 100 and text[:200] not in seen:
                seen.add(text[:200])
                yield fields.get("TITLE", "") + "\n" + text


def main(corpus: Path) -> None:
    """Count, keep the frequent Arabic forms, and write the resource."""
    counts: Counter[str] = Counter()
    for text in texts(corpus):
        counts.update(_WORD.findall(fold(text)))
    kept = [
        (form, count)
        for form, count in counts.most_common()
        if count >= LEAST and _ARABIC.fullmatch(form)
    ][:LARGEST]
    lines = "".join(f"{form} {round(8 * math.log1p(count))}\n" for form, count in sorted(kept))
    path = resource("lexicons", "news_words.txt.gz")
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f"{path}: {len(kept)} forms, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
