"""Passages with quotes, written in brackets so that no offset can be wrong.

A passage is a head line ``# id what it shows`` and the text below it. In the text,

* ``{q1d …}`` is the content of quote 1: d direct, b direct without marks, m mixed, i indirect;
  ``!`` after the letter: never closed, ``?``: optional. Twice the same id: two parts.
* ``[c1,s2,P …]`` is a mention: cue of 1, source of 2, speaker (``p``) of any, and an entity
  (P PER, O ORG, L LOC).
* ``{v …}`` is a marked fragment, ``{n …}`` a marked string that is no quote.
* ``[s2=s1]`` at the end of a line takes another mention over, ``[s2=الوزير]`` the words nearest
  before the content that are not marked up as such.
"""

from __future__ import annotations

import html
import json
import re
import tarfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.progress import Progress
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.suggest.base import Found
from annotator.suggest.quotes import QuoteSuggester

_SYNTAX = re.compile(
    r"\{(?P<content>q\d+[dbmi][!?]*|v|n) |\[(?P<mention>[A-Zcsp\d,]+) |(?P<end>[\]}])"
)
_SAME = re.compile(r" *\[([sp]\d+)=([^\]]+)\]")
_TYPES = {
    "d": QuoteType.DIRECT,
    "b": QuoteType.DIRECT,
    "m": QuoteType.MIXED,
    "i": QuoteType.INDIRECT,
}
_LABELS = {"P": "PER", "O": "ORG", "L": "LOC"}


class _Opened(NamedTuple):
    names: tuple[str, ...]
    start: int


def read_passages(path: Path) -> list[AnnotatedArticle]:
    """Return the passages of a file, every quote and entity accepted."""
    parts = re.split(r"^# (\S+)[^\n]*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [
        read_passage(name, body.strip("\n"))
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    ]


def read_real_news(path: Path, archive: Path) -> list[AnnotatedArticle]:
    """Return annotated news articles: the annotations of ``path`` on the texts of ``archive``.

    The texts belong to their outlets and are not here: the archive is that of the ANT corpus 2.1
    (Chouigui, Ben Khiroun and Elayeb 2017). An article's text is its title, an empty line and its
    body; its SHA-256 tells that it is the one that was annotated.
    """
    records = {record["id"]: record for record in json.loads(path.read_text(encoding="utf-8"))}
    found = []
    with tarfile.open(archive, "r|xz") as members:
        for member in members:
            file = members.extractfile(member) if member.name in records else None
            if file is None:
                continue
            text = _news_text(file.read().decode("utf-8"))
            record = records.pop(member.name)
            assert sha256(text.encode()).hexdigest() == record["sha256"], member.name
            found.append(AnnotatedArticle(Article(member.name, text), quotes=_quotes(record)))
            if not records:
                break
    return found


def _news_text(file: str) -> str:
    title, body = (
        re.search(rf"<{field}>(.*?)</{field}>", file, re.DOTALL) for field in ("TITLE", "TEXT")
    )
    assert title is not None
    assert body is not None
    return html.unescape(title[1].strip() + "\n\n" + body[1].strip())


def _quotes(record: dict[str, Any]) -> tuple[Quote, ...]:
    return tuple(
        Quote(
            id=f"q{number}",
            type=QuoteType(quote["type"]),
            content=tuple(Span(*part) for part in quote["content"]),
            cue=tuple(Span(*part) for part in quote["cue"]),
            source=Span(*quote["source"]) if quote["source"] else None,
            speaker=Span(*quote["speaker"]) if quote["speaker"] else None,
            verbatim=tuple(Span(*part) for part in quote["verbatim"]),
            optional=quote["optional"],
        )
        for number, quote in enumerate(record["quotes"], start=1)
    )


def read_passage(name: str, body: str) -> AnnotatedArticle:
    """Return one passage."""
    same = _SAME.findall(body)
    text, marked = _plain(_SAME.sub("", body))
    for target, other in same:
        marked[target] = marked.get(other) or [_mention(text, other, marked, target[1:])]
    quotes = [_quote(key, spans, marked) for key, spans in marked.items() if key.startswith("q")]
    entities = [
        Entity(f"{label}{span.start}", span, _LABELS[label])
        for label in _LABELS
        for span in marked.get(label, [])
    ]
    return AnnotatedArticle(
        Article(name, text),
        entities=in_reading_order(entities),
        quotes=_nested(in_reading_order(quotes)),
        nonquotes=tuple(marked.get("n", [])),
    )


def _plain(body: str) -> tuple[str, dict[str, list[Span]]]:
    text, at = "", 0
    opened: list[_Opened] = []
    marked: dict[str, list[Span]] = {}
    for syntax in _SYNTAX.finditer(body):
        text += body[at : syntax.start()]
        at = syntax.end()
        if syntax["end"]:
            names, start = opened.pop()
            for name in names:
                marked.setdefault(name, []).append(Span(start, len(text)))
        else:
            names = (syntax["content"],) if syntax["content"] else syntax["mention"].split(",")
            opened.append(_Opened(tuple(names), len(text)))
    assert not opened, body
    return text + body[at:], marked


def _mention(text: str, words: str, marked: dict[str, list[Span]], number: str) -> Span:
    content = next(s[0] for key, s in marked.items() if re.fullmatch(rf"q{number}\D+", key))
    start = text.rfind(words, 0, content.start)
    if start < 0:
        start = text.index(words, content.end)
    return Span(start, start + len(words))


def _quote(key: str, spans: list[Span], marked: dict[str, list[Span]]) -> Quote:
    number, kind, flags = re.fullmatch(r"q(\d+)([dbmi])([!?]*)", key).groups()  # type: ignore[union-attr]
    inside = [v for v in marked.get("v", []) if any(span.covers(v) for span in spans)]
    if kind == "d" or (kind == "m" and not inside):
        inside = spans
    return Quote(
        id=f"q{number}",
        type=_TYPES[kind],
        content=tuple(spans),
        cue=tuple(marked.get(f"c{number}", [])),
        source=next(iter(marked.get(f"s{number}", [])), None),
        speaker=next(iter(marked.get(f"p{number}", [])), None),
        verbatim=tuple(inside),
        closed="!" not in flags,
        optional="?" in flags,
    )


def _nested(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    result = []
    for quote in quotes:
        around = [
            o
            for o in quotes
            if o is not quote and o.extent.covers(quote.extent) and o.extent != quote.extent
        ]
        inner = min(around, key=lambda o: o.extent.end - o.extent.start, default=None)
        result.append(replace(quote, nested_in=inner.id if inner else None))
    return tuple(result)


@pytest.fixture(scope="session")
def passages() -> dict[str, list[AnnotatedArticle]]:
    """The authored passages by file: those that the rules were tuned on, and those held back."""
    folder = Path(__file__).parent / "passages"
    return {path.stem: read_passages(path) for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="session")
def suggested() -> Callable[[AnnotatedArticle, Iterable[Entity]], AnnotatedArticle]:
    """Suggest quotes for an article, given entities."""
    suggester = QuoteSuggester()

    def run(article: AnnotatedArticle, entities: Iterable[Entity] = ()) -> AnnotatedArticle:
        found = suggester.suggest(article.article, Found(entities=tuple(entities)), Progress())
        return replace(article, quotes=found.quotes, nonquotes=found.nonquotes)

    return run


@pytest.fixture
def suggest_text(
    suggested: Callable[..., AnnotatedArticle],
) -> Callable[..., AnnotatedArticle]:
    """Suggest quotes for a text; keyword arguments are entities by label (``PER=("كريم",)``)."""

    def run(text: str, **names: tuple[str, ...]) -> AnnotatedArticle:
        entities = [
            Entity(f"{label}{match.start()}", Span(*match.span()), label)
            for label, words in names.items()
            for word in words
            for match in re.finditer(re.escape(word), text)
        ]
        return suggested(AnnotatedArticle(Article("t", text)), entities)

    return run
