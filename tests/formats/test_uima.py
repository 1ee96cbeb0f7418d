"""INCEpTION's JSON and XMI: what dkpro-cassis reads of ours and we of its, and hostile XML."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import belongs, writer
from annotator.formats.base import WriteOptions
from annotator.formats.safe_xml import elements
from annotator.formats.uima import (
    END,
    ENTITY_LAYER,
    METADATA,
    QUOTE_LAYER,
    RELATION_LAYER,
    SENTENCE,
    START,
    TOKEN,
)
from annotator.services.reading import Reading

JSON, XMI = writer("uima_json"), writer("uima_xmi")
TEXT = '\ufeff😊 قالَ سامحٌ شكري 👨‍👩‍👧\r\nبالقاهرة: «لن نقبل» & <ثم> "التهديد".\t🇪🇬\n'

both = pytest.mark.parametrize("format_", [JSON, XMI], ids=lambda f: f.id)


def span_of(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def annotated(article):
    """An article whose spans lie behind emoji, on parts of words, over a line end."""
    strings = [("سامحٌ شكري", "PER"), ("القاهرة", "LOC"), ("🇪🇬", "GPE"), ("قالَ سامحٌ", "X&<")]
    made = article(TEXT, *strings, id_="seed-1")
    over_lines = Entity("e9", Span(span_of("شكري").start, span_of("بالقاهرة").end), "EVENT")
    parts = (span_of("لن نقبل"), span_of("التهديد"))
    quote = Quote(
        "q1",
        QuoteType.MIXED,
        parts,
        cue=(span_of("قالَ"),),
        source=span_of("سامحٌ"),
        speaker=span_of("سامحٌ شكري"),
        verbatim=parts[:1],
        closed=False,
    )
    inner = Quote("q2", QuoteType.INDIRECT, (span_of("نقبل"),), nested_in="q1")
    entities = sorted([*made.entities, over_lines], key=lambda e: e.sort_key)
    own = Article("seed-1", TEXT, "عنوان «أول»")
    return replace(made, article=own, entities=tuple(entities), quotes=(quote, inner))


def loaded(format_, folder: Path):
    cassis = pytest.importorskip("cassis")
    if format_ is JSON:
        with (folder / "seed-1.json").open("rb") as stream:
            return cassis.load_cas_from_json(stream)
    with (folder / "TypeSystem.xml").open("rb") as stream:
        types = cassis.load_typesystem(stream)
    with (folder / "seed-1.xmi").open("rb") as stream:
        return cassis.load_cas_from_xmi(stream, typesystem=types)


@both
def test_all_of_an_article_comes_back(format_, annotated, read_back):
    assert format_.prepare(annotated, WriteOptions()).losses == ()
    ((back,), problems) = read_back(format_, annotated)
    assert problems == []
    assert (back.article.id, back.article.title, back.text) == ("seed-1", "عنوان «أول»", TEXT)
    assert back.quotes == annotated.quotes
    assert [(e.span, e.label) for e in back.entities] == [
        (e.span, e.label) for e in annotated.entities
    ]


@both
def test_cassis_reads_what_we_write(format_, annotated, write):
    cas = loaded(format_, write(format_, annotated))
    assert cas.sofa_string == TEXT
    assert sorted((a.value, a.get_covered_text()) for a in cas.select(ENTITY_LAYER)) == sorted(
        (e.label, e.span.of(TEXT)) for e in annotated.entities
    )
    parts = [(a.value, a.get_covered_text()) for a in cas.select(QUOTE_LAYER)]
    assert sorted(parts) == [
        ("CUE", "قالَ"),
        ("QUOTE", "التهديد"),
        ("QUOTE", "لن نقبل"),
        ("QUOTE", "نقبل"),
        ("SOURCE", "سامحٌ"),
        ("SPEAKER", "سامحٌ شكري"),
        ("VERBATIM", "لن نقبل"),
    ]
    told = {(a.value, a.get_covered_text()): a for a in cas.select(QUOTE_LAYER)}
    quote = told["QUOTE", "لن نقبل"]
    assert (quote.quoteType, quote.closed, quote.nonfact) == ("mixed", "false", None)
    ties = [
        (a.value, getattr(a, START).get_covered_text(), getattr(a, END).get_covered_text())
        for a in cas.select(RELATION_LAYER)
    ]
    assert ("speaker", "لن نقبل", "سامحٌ شكري") in ties
    assert ("nested_in", "نقبل", "لن نقبل") in ties
    assert len(ties) == 6
    (about,) = cas.select(METADATA)
    assert (about.documentId, about.documentTitle) == ("seed-1", "عنوان «أول»")
    assert "بالقاهرة" in [a.get_covered_text() for a in cas.select(TOKEN)]
    assert cas.select(SENTENCE)[0].begin == 0


@both
def test_we_read_what_cassis_writes(format_, tmp_path, read_file):
    """Its own types, ids and order; the layer has another name, and features we do not know."""
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    person = types.create_type("webanno.custom.Mention")
    types.create_feature(person, "kind", "uima.cas.String")
    types.create_feature(person, "known", "uima.cas.Boolean")
    types.create_type("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = TEXT, "text"
    wanted = [("سامحٌ شكري", "PER"), ("القاهرة", "LOC"), ("👨‍👩‍👧", "EMOJI")]
    for part, kind in reversed(wanted):
        start, end = span_of(part)
        cas.add(person(begin=start, end=end, kind=kind, known=True))
    path = tmp_path / "told.bin"
    if format_ is JSON:
        cas.to_json(path)
    else:
        cas.to_xmi(path)
    ((back,), problems) = read_file(format_, path)
    assert problems == []
    assert (back.article.id, back.text) == ("told", TEXT)
    assert sorted((e.span.of(TEXT), e.label) for e in back.entities) == sorted(wanted)


def cas_json(*structures: dict, text: str = "😊 قال سامح", members: list | None = None) -> dict:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text}
    ids = [one.get("%ID") for one in structures] if members is None else members
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": ids}}
    return {"%TYPES": {}, "%FEATURE_STRUCTURES": [*structures, sofa], "%VIEWS": views}


def entity(number: int, begin: object, end: object, **more: object) -> dict:
    place = {"@sofa": 1, "begin": begin, "end": end}
    return {"%ID": number, "%TYPE": ENTITY_LAYER, **place, "value": "PER", **more}


def test_offsets_count_utf16(tmp_path, read_file):
    path = tmp_path / "x.json"
    path.write_text(json.dumps(cas_json(entity(2, 7, 11))), encoding="utf-8")
    ((back,), problems) = read_file(JSON, path)
    assert problems == []
    assert [e.span.of(back.text) for e in back.entities] == ["سامح"]


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (entity(3, 7, 99), "offsets"),
        (entity(3, -3, 2), "offsets"),
        (entity(3, 7, 7), "offsets"),
        (entity(3, "7", None), "span"),
        (entity(3, 1.5, 3), "span"),
        (entity(2, 3, 6), "duplicate_id"),
        ({"%ID": 3}, "%FEATURE_STRUCTURES"),
        ({"%ID": 3, "%TYPE": []}, "%FEATURE_STRUCTURES"),
        (7, "%FEATURE_STRUCTURES"),
        (
            {"%ID": 3, "%TYPE": RELATION_LAYER, "begin": 0, "end": 1, "@Governor": 2,
             "@Dependent": None, "value": "speaker"},
            "relation",
        ),
        ({"%ID": 3, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS",
          "begin": 0, "end": 1}, "layer"),
        ({"%ID": 3, "%TYPE": "webanno.custom.FrameRolesLink", "role": "x", "@target": 2}, "layer"),
    ],
)  # fmt: skip
def test_structures_that_cannot_be_taken_are_told(tmp_path, read_file, wrong, kind):
    path = tmp_path / "x.json"
    data = cas_json(entity(2, 7, 11), members=[2, 3])
    data["%FEATURE_STRUCTURES"].insert(1, wrong)
    path.write_text(json.dumps(data), encoding="utf-8")
    ((back,), (problem,)) = read_file(JSON, path)
    assert problem.kind == kind
    assert [e.span.of(back.text) for e in back.entities] == ["سامح"]


def test_what_is_in_no_view_is_not_shown_and_not_taken(tmp_path, read_file):
    path = tmp_path / "x.json"
    data = cas_json(entity(2, 7, 11), entity(3, 3, 6), members=[2])
    path.write_text(json.dumps(data), encoding="utf-8")
    ((back,), problems) = read_file(JSON, path)
    assert (problems, len(back.entities)) == ([], 1)


def test_structures_may_be_an_object_by_id(tmp_path, read_file):
    path = tmp_path / "x.json"
    data = cas_json(entity(2, 7, 11))
    by_id = {str(one.pop("%ID")): one for one in data["%FEATURE_STRUCTURES"]}
    path.write_text(json.dumps({**data, "%FEATURE_STRUCTURES": by_id}), encoding="utf-8")
    ((back,), problems) = read_file(JSON, path)
    assert (problems, len(back.entities)) == ([], 1)


@pytest.mark.parametrize("data", ['{"%TYPES": {}', '{"%TYPES": {}}', '{"%VIEWS": 7}'])
def test_a_file_without_a_text_is_told(tmp_path, read_file, data):
    (tmp_path / "x.json").write_text(data, encoding="utf-8")
    articles, problems = read_file(JSON, tmp_path / "x.json")
    assert articles == []
    assert problems


def test_the_name_of_the_file_that_inception_read_is_the_id(tmp_path, read_file):
    about = {
        "%ID": 5, "%TYPE": METADATA, "@sofa": 1, "begin": 0, "end": 4, "documentTitle": "n-1.txt",
        "documentId": "admin", "documentUri": "admin/n-1.txt",
    }  # fmt: skip
    (tmp_path / "admin.json").write_text(json.dumps(cas_json(about)), encoding="utf-8")
    ((back,), _) = read_file(JSON, tmp_path / "admin.json")
    assert (back.article.id, back.article.title) == ("n-1", "")


@pytest.mark.parametrize("format_", [JSON, XMI, writer("webanno_tsv")], ids=lambda f: f.id)
def test_the_types_lie_beside_the_articles_and_are_none(format_, tmp_path, annotated, write):
    path = write(format_, annotated)
    names = sorted(file.name for file in path.iterdir())
    assert names == ["TypeSystem.xml", f"seed-1{format_.suffixes[0]}"]
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in path.iterdir():
            zipped.write(file, f"annotation/{file.name}")
    for place in (path, archive):
        reading = Reading([place])
        assert [found.text for found in reading.articles()] == [TEXT]
        assert reading.report.problems == []
    assert not belongs("TypeSystem.xml", {"TypeSystem.xml", "x.txt"})


def test_inception_finds_its_layers_in_the_types(annotated, write):
    """It takes a type for a relation layer that has two features with one layer as their range."""
    cassis = pytest.importorskip("cassis")
    with (write(JSON, annotated) / "TypeSystem.xml").open("rb") as stream:
        types = cassis.load_typesystem(stream)
    ranges = {f.name: f.rangeType.name for f in types.get_type(RELATION_LAYER).features}
    assert ranges == {START: QUOTE_LAYER, END: QUOTE_LAYER, "value": "uima.cas.String"}
    spans = (ENTITY_LAYER, QUOTE_LAYER)
    told = {f.rangeType.name for layer in spans for f in types.get_type(layer).features}
    assert told == {"uima.cas.String"}


def test_control_characters_that_xml_cannot_hold_are_told(article, read_back):
    given = article("قال\x0cسامح\x00\ud83d ثم\x85.", ("سامح", "PER"))
    (problem,) = XMI.prepare(given, WriteOptions()).losses
    assert problem.kind == "text"
    ((back,), problems) = read_back(XMI, given)
    assert (back.text, problems) == ("قال سامح\ufffd\ufffd ثم\x85.", [])
    assert [e.span for e in back.entities] == [e.span for e in given.entities]


def test_labels_that_xml_cannot_hold_are_told(article):
    prepared = XMI.prepare(article("قال سامح", ("سامح", "A\x01")), WriteOptions())
    assert [(p.kind, p.record) for p in prepared.losses] == [("label", "e1")]
    assert prepared.carried.entities == ()


XMI_START = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
HOSTILE = {
    "a file by name": '<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>',
    "an address": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "file://{secret}"> %a;]>',
    "a billion laughs": "<!DOCTYPE x ["
    '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    + "]>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_entities_are_never_followed(tmp_path, read_file, name):
    secret = tmp_path / "secret"
    secret.write_text("nobody reads this", encoding="utf-8")
    entity_ = "a12" if "laughs" in name else "a"
    path = tmp_path / "x.xmi"
    path.write_text(
        '<?xml version="1.0"?>' + HOSTILE[name].replace("{secret}", str(secret)) + XMI_START
        + f'><cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="&{entity_};"/></xmi:XMI>',
        encoding="utf-8",
    )  # fmt: skip
    with pytest.raises(UserError, match="declares a document type"):
        read_file(XMI, path)


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a/><b/>", b"\xff\xfe<", b"<a b='&x;'/>", b"<a:b/>", b"<a>\x00</a>"]
)
def test_what_is_no_xml_is_told(data):
    with pytest.raises(UserError, match="is not XML"):
        elements(data, "x.xml")


def test_elements_come_in_order_with_namespaces():
    data = b'<x:a xmlns:x="u:x" x:id="1"><b/><x:c d="&amp;&#10;">text</x:c></x:a>'
    assert [tuple(one) for one in elements(data, "x.xml")] == [
        ("u:x", "a", {"u:x id": "1"}, 0),
        ("", "b", {}, 1),
        ("u:x", "c", {"d": "&\n"}, 1),
    ]
