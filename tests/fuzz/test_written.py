"""What names and texts of strangers do to what is written: no path, no markup, no formula."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import reader, writer, writers
from annotator.formats.base import ReadOptions, WriteOptions
from annotator.formats.files import DEVICES, files_of
from annotator.formats.label_studio_controls import label_config

NAMES = [
    "../../x", "/etc/passwd", "C:\\x", "..", ".", "", "CON", "nul.txt", "a/b", "a\\b", "x" * 5000,
    "\0", "a\nb", "\ud83d", "\u202etxt.exe", "con", "a:b", "~root", "-rf", "Ａ", "a1", "A1",
]  # fmt: skip
MARKUP = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)",
    "</style>", "' onmouseover='x", "<!--", "]]>", "&lt;b&gt;", "<a href=//evil.example>x</a>",
    "=1+1", "@SUM(A1)", "${x}", "{{x}}", "\u202e</td>", "<svg/onload=x>",
    "<base href=//evil.example>",
]  # fmt: skip
FOLDERS = [format_ for format_ in writers() if format_.folder]


@pytest.mark.parametrize("format_", FOLDERS, ids=lambda f: f.id)
def test_no_id_leads_out_of_the_folder(format_, tmp_path: Path):
    out = tmp_path / "inner" / "out"
    out.mkdir(parents=True)
    articles = [AnnotatedArticle(Article(name, "قال سامح.", name)) for name in NAMES]
    format_.write([format_.prepare(article, WriteOptions()) for article in articles], out)
    assert [path for path in tmp_path.rglob("*") if out not in (path, *path.parents)] == [
        tmp_path / "inner"
    ]
    for path in out.rglob("*"):
        assert path.parent == out
        assert path.stem.upper() not in DEVICES
        assert len(path.name) < 100
        assert path.name.isascii()
    assert len({path.name.lower() for path in out.iterdir()}) == len(list(out.iterdir()))


HOSTILE = st.lists(st.sampled_from(MARKUP) | st.text(max_size=8), min_size=1, max_size=3).map(
    "".join
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE, name=HOSTILE, note=HOSTILE)
def test_a_page_holds_what_strangers_wrote_as_text_alone(tmp_path: Path, text, name, note):
    text = f"قال {text.strip()} ا".replace("\r", " ")
    made = AnnotatedArticle(
        Article(name, text, name, {name: note, "url": name}),
        annotator=name,
        entities=(Entity("e1", Span(0, 3), name or "PER", note=note),),
        quotes=(Quote("q1", QuoteType.DIRECT, (Span(0, 3),), cue=(Span(0, 3),), note=note),),
        note=note,
        flags=(name,) if name else (),
    )
    out = tmp_path / "page.html"
    page = writer("html")
    page.write([page.prepare(made, WriteOptions())], out)
    root = html.fromstring(out.read_bytes().decode("utf-8", "replace"))
    assert not root.xpath(
        "//script | //iframe | //img | //svg | //base | //object | //embed | //form"
    )
    for element in root.iter():
        for key, value in getattr(element, "attrib", {}).items():
            assert not key.startswith("on"), (element.tag, key)
            if key in ("href", "src", "action", "data"):
                assert value.startswith("#"), (element.tag, key, value)


@given(values=st.lists(HOSTILE, min_size=1, max_size=3))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cell_is_a_formula_and_each_reads_back(tmp_path: Path, values):
    values = [value.encode("utf-8", "ignore").decode().replace("\0", "") or "x" for value in values]
    made = [AnnotatedArticle(Article(f"={v}", f"{v} ا", v)) for v in values]
    out = tmp_path / "tables"
    out.mkdir(exist_ok=True)
    format_ = writer("spans-csv")
    format_.write([format_.prepare(article, WriteOptions()) for article in made], out)

    with (out / "articles.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for r in rows for cell in r
    )
    (found,) = files_of([out / "articles.csv"])

    read = list(reader("spans-csv").read(found.open(), ReadOptions()))
    assert [replace(item, revision=0).article for item in read] == [one.article for one in made]


@given(names=st.lists(HOSTILE, min_size=1, max_size=4, unique=True))
@settings(max_examples=40)
def test_a_label_studio_config_has_the_labels_and_nothing_else(names):
    names = [name for name in names if name.isprintable()] or ["PER"]
    root = etree.fromstring(label_config(names))
    found = [one.get("value") for one in root.find("Labels")]
    assert set(names) <= set(found)
    assert around(root) == around(etree.fromstring(label_config(["PER"])))
    assert all(set(one.attrib) == {"value"} for one in root.find("Labels"))


def around(root: etree._Element) -> list[tuple[str, dict[str, str]]]:
    return [(one.tag, dict(one.attrib)) for one in root.iter() if one.tag != "Label"]
