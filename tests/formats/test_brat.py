"""brat's standoff: two files an article, fragments, lines that are not ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import writer
from annotator.formats.base import WriteOptions
from annotator.services.reading import Reading

FORMAT = writer("brat")
TEXT = "\ufeffقال سامح شكري\r\nوزير الخارجية 😊 بالقاهرة: «لن نقبل» ثم «التهديد».\n"


def span_of(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def annotated(article):
    made = article(TEXT, ("سامح شكري", "PER"), ("القاهرة", "LOC"), id_="seed-1")
    over_lines = Entity("e9", Span(span_of("شكري").start, span_of("وزير").end), "TITLE", note="n")
    person, parts = span_of("سامح شكري"), (span_of("لن نقبل"), span_of("التهديد"))
    quote = Quote(
        "q1",
        QuoteType.DIRECT,
        parts,
        cue=(span_of("قال"),),
        source=person,
        speaker=person,
        verbatim=parts,
        closed=False,
        note="ملاحظة",
    )
    inner = Quote("q2", QuoteType.INDIRECT, (span_of("نقبل"),), nested_in="q1")
    entities = sorted([*made.entities, over_lines], key=lambda e: e.sort_key)
    return replace(made, entities=tuple(entities), quotes=(quote, inner))


def test_all_of_an_article_comes_back(annotated, write, read_file):
    prepared = FORMAT.prepare(annotated, WriteOptions())
    assert prepared.losses == ()
    path = write(FORMAT, annotated)
    assert sorted(f.name for f in path.iterdir()) == ["annotation.conf", "seed-1.ann", "seed-1.txt"]
    ((back,), problems) = read_file(FORMAT, path)
    assert problems == []
    assert (back.article.id, back.text) == ("seed-1", TEXT)
    assert back.quotes == annotated.quotes
    assert [(e.span, e.label, e.note) for e in back.entities] == [
        (e.span, e.label, e.note) for e in annotated.entities
    ]


def test_the_files_are_as_brat_writes_them(annotated, write):
    path = write(FORMAT, annotated)
    assert (path / "seed-1.txt").read_bytes() == TEXT.encode()
    lines = (path / "seed-1.ann").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("T"):
            _, place, quoted = line.split("\t")
            pairs = [pair.split() for pair in place.partition(" ")[2].split(";")]
            pieces = [TEXT[int(start) : int(end)] for start, end in pairs]
            assert quoted == " ".join(pieces)
            assert not any("\n" in piece for piece in pieces)
    assert "R1\tcue Arg1:T5 Arg2:T1" in lines
    assert any(line.endswith("\tلن نقبل التهديد") for line in lines)
    configuration = (path / "annotation.conf").read_text(encoding="utf-8")
    assert configuration.startswith("[entities]\nCUE\nLOC\nPER\nQUOTE\nTITLE\n\n[relations]\n")


def test_an_article_without_annotations_is_no_text_of_another_format(article, write):
    path = write(FORMAT, article("لا شيء هنا.", id_="none"))
    assert (path / "none.ann").read_bytes() == b""
    reading = Reading([path])
    assert [found.text for found in reading.articles()] == ["لا شيء هنا."]
    assert [file.format for file in reading.report.files] == ["brat"]
    assert reading.report.problems == []


def test_labels_and_notes_that_do_not_fit_a_line_are_told(article):
    given = article("قال سامح في باريس.", ("سامح", "my label"), ("باريس", "LOC"))
    given = replace(given, entities=(given.entities[0], replace(given.entities[1], note="a\nb")))
    prepared = FORMAT.prepare(given, WriteOptions())
    assert [(p.kind, p.record) for p in prepared.losses] == [("label", "e1"), ("note", "e2")]
    assert [e.note for e in prepared.carried.entities] == ["a b"]


def write_pair(folder: Path, text: str, *lines: str) -> Path:
    (folder / "x.txt").write_bytes(text.encode())
    (folder / "x.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "x.ann"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("T2\tPER 0 3\tسامح", "offsets"),
        ("T2\tPER 0 99\tقال سامح", "offsets"),
        ("T2\tPER 0 " + "9" * 30 + "\tقال", "span"),
        ("T2\tPER 0 3;4 8\tقال سامح", "fragments"),
        ("T1\tPER 0 3\tقال", "duplicate_id"),
        ("R1\tspeaker Arg1:T1 Arg2:T9", "relation"),
        ("E1\tMOVE:T1 Who:T1", "line"),
        ("*\tEquiv T1 T2", "line"),
        ("nonsense", "line"),
    ],
)
def test_lines_that_cannot_be_taken_are_told_by_number(tmp_path, read_file, line, kind):
    path = write_pair(tmp_path, "قال سامح", "T1\tPER 4 8\tسامح", line)
    ((article,), (problem,)) = read_file(FORMAT, path)
    assert (problem.kind, problem.line) == (kind, 2)
    assert ("PER", "سامح") in [(e.label, e.span.of(article.text)) for e in article.entities]


def test_a_text_that_is_not_there_is_named(tmp_path, read_file):
    path = write_pair(tmp_path, "قال", "T1\tPER 0 3\tقال")
    (tmp_path / "x.txt").unlink()
    with pytest.raises(UserError, match=r"x\.txt is not beside"):
        read_file(FORMAT, path)


def test_a_text_that_is_not_utf8_is_named(tmp_path, read_file):
    path = write_pair(tmp_path, "قال", "T1\tPER 0 3\tقال")
    (tmp_path / "x.txt").write_bytes("قال".encode("cp1256"))
    with pytest.raises(UserError, match="Save the text as UTF-8"):
        read_file(FORMAT, path)


def test_names_of_files_never_lead_away_nor_meet(article, write):
    ids = ["../x", "a/b", "CON", "Same", "same", ""]
    path = write(FORMAT, *(article("أ", id_=name) for name in ids))
    stems = sorted(file.stem for file in path.glob("*.txt"))
    assert stems == ["000001", "000002", "000003", "000005", "000006", "Same"]
