"""spaCy loads what we export, with the same strings, and what it writes is read again."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.spans import Span, trimmed
from annotator.formats import reader, writer
from annotator.formats.base import ReadOptions, WriteOptions
from annotator.formats.source import open_source
from annotator.formats.spacy_bin import _doc
from tests.consumers.cases import marked_articles, quoting_article, read, strings, written

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
tokens = pytest.importorskip("spacy.tokens")


def docs_of(path, vocab=None):
    return list(tokens.DocBin().from_disk(path).get_docs(vocab or spacy.blank("ar").vocab))


def test_docs_have_our_text_and_every_string(tmp_path):
    given_articles = marked_articles()
    written("spacy", given_articles, tmp_path / "ours.spacy")
    docs = docs_of(tmp_path / "ours.spacy")
    assert [doc.text for doc in docs] == [article.text for article in given_articles]
    for doc, article in zip(docs, given_articles, strict=True):
        assert [(span.text, span.label_) for span in doc.spans["sc"]] == strings(article)
        for entity in article.entities:
            assert doc.char_span(*entity.span, alignment_mode="strict") is not None
        assert doc.has_annotation("ENT_IOB")  # "nothing is named here" is said, too
    overlapping = docs[-2]
    assert [entity.text for entity in overlapping.ents] == ["جامعة القاهرة"]


def test_spacy_trains_on_it(tmp_path):
    """One pass of ``ner`` and ``spancat`` over the examples, through spaCy's own reader."""
    from spacy.training import Corpus

    written("spacy", marked_articles(), tmp_path / "ours.spacy")
    nlp = spacy.blank("ar")
    nlp.add_pipe("ner")
    nlp.add_pipe("spancat")
    examples = list(Corpus(tmp_path / "ours.spacy")(nlp))
    nlp.initialize(lambda: examples)
    losses = nlp.update(examples)
    assert set(nlp.get_pipe("ner").labels) == {"PER", "LOC", "ORG", "DATE"}
    assert losses["ner"] > 0


def test_what_spacy_writes_itself_is_read(tmp_path):
    nlp = spacy.blank("ar")
    doc = nlp("قال سامح شكري في القاهرة.")
    doc.ents = [doc.char_span(4, 13, label="PER")]
    doc.spans["others"] = [doc.char_span(17, 24, label="LOC")]
    tokens.DocBin(docs=[doc]).to_disk(tmp_path / "theirs.spacy")
    (back,) = read(reader("spacy"), tmp_path / "theirs.spacy")
    assert back.text == doc.text
    assert strings(back) == [("سامح شكري", "PER"), ("القاهرة", "LOC")]


def test_quotes_come_back_from_a_file_that_spacy_has_rewritten(tmp_path):
    (carried,) = written("spacy", [quoting_article()], tmp_path / "ours.spacy")
    docs = docs_of(tmp_path / "ours.spacy")
    tokens.DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "theirs.spacy")
    (back,) = read(reader("spacy"), tmp_path / "theirs.spacy")
    assert (back.quotes, back.entities) == (carried.quotes, carried.entities)
    tokens.DocBin(docs=docs).to_disk(tmp_path / "bare.spacy")
    (bare,) = read(reader("spacy"), tmp_path / "bare.spacy")
    assert [q.content[0].of(bare.text) for q in bare.quotes] == ["لن نقبل", "سيرفض"]


def test_what_is_wrong_in_user_data_is_told(tmp_path):
    path = tmp_path / "x.spacy"
    written("spacy", [quoting_article()], path)
    (doc,) = docs_of(path)
    doc.user_data["annotator"] = json.dumps({"meta": 3, "relations": [["cue", 0, 99], 4]})
    tokens.DocBin(docs=[doc], store_user_data=True).to_disk(path)
    items = list(reader("spacy").read(open_source(path), ReadOptions()))
    assert [item.kind for item in items[:-1]] == ["meta", "relation", "relations"]
    assert ("سامح شكري", "PER") in strings(items[-1])


@pytest.mark.parametrize("spoil", [lambda data: data[:-20], lambda data: data[:40] + data[49:]])
def test_a_damaged_file_is_no_bug(tmp_path, spoil):
    path = tmp_path / "x.spacy"
    written("spacy", [quoting_article()], path)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(UserError, match="spaCy cannot read the file"):
        list(reader("spacy").read(open_source(path), ReadOptions()))


def test_a_message_that_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.spacy_bin.LARGEST", 1000)
    path = tmp_path / "x.spacy"
    path.write_bytes(zlib.compress(b"\x89\xa7version\xa30.1\xa5attrs" + bytes(1_000_000)))
    with pytest.raises(UserError, match="too large"):
        list(reader("spacy").read(open_source(path), ReadOptions()))


_LETTERS = "قا ل\u0650\u200d\n\t\r \u00a0\u2028\x85\x1c.«😊🇫👨ـ"


@given(st.text(_LETTERS, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_any_text_and_any_span_is_kept_to_the_letter(text: str, places):
    found = {span for a, b in places if (span := trimmed(text, Span(min(a, b), max(a, b))))}
    entities = [Entity(f"e{n}", span, "PER") for n, span in enumerate(sorted(found), 1)]
    article = AnnotatedArticle(Article("a", text), entities=in_reading_order(entities))
    made = writer("spacy").prepare(article, WriteOptions())
    doc = _doc(made.content, _VOCAB)
    assert doc.text == text
    for entity in entities:
        assert doc.char_span(*entity.span) is not None


_VOCAB = spacy.blank("ar").vocab


def convert(path, out):
    """Run ``spacy convert``, as its users do."""
    out.mkdir()
    command = [sys.executable, "-m", "spacy", "convert", path, out, "-c", "ner", "-l", "ar"]
    done = subprocess.run([*command, "-n", "1"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.iterdir()
    return made


def test_spacy_converts_our_conll(tmp_path):
    path = tmp_path / "ours.conll"
    carried = written("conll2003", marked_articles(), path)
    docs = docs_of(convert(path, tmp_path / "out"))
    assert [(e.text, e.label_) for doc in docs for e in doc.ents] == [
        pair for article in carried for pair in strings(article)
    ]
    back = read(reader("spacy"), next((tmp_path / "out").iterdir()))
    assert [pair for article in back for pair in strings(article)] == [
        pair for article in carried for pair in strings(article)
    ]


def test_spans_of_prodigy_stand_on_its_tokens(tmp_path):
    """Prodigy makes a Doc of the tokens, and spans of their numbers."""
    given_articles = [*marked_articles(), replace(quoting_article(), quotes=())]
    path = tmp_path / "ours.jsonl"
    written("prodigy", given_articles, path)
    vocab = spacy.blank("ar").vocab
    lines = path.read_bytes().removesuffix(b"\n").split(b"\n")
    for line, article in zip(lines, given_articles, strict=True):
        task = json.loads(line)
        words = [token["text"] for token in task["tokens"]]
        doc = tokens.Doc(vocab, words=words, spaces=[token["ws"] for token in task["tokens"]])
        found = [(tokens.Span(doc, s["token_start"], s["token_end"] + 1), s) for s in task["spans"]]
        assert [article.text[s["start"] : s["end"]] for _, s in found] == [
            text for text, _ in strings(article)
        ]
        for span, s in found:
            assert span.text.split() == article.text[s["start"] : s["end"]].split()


def test_a_folder_is_written_file_by_file_and_trained_on(tmp_path, monkeypatch):
    """No more docs than those of one file are asked for before that file is on the disk."""
    from spacy.training import Corpus

    monkeypatch.setattr("annotator.formats.spacy_folder.DOCS_A_FILE", 2)
    format_, articles = writer("spacy-folder"), marked_articles()[:5]
    there: list[int] = []

    def prepared():
        for article in articles:
            there.append(len(list(tmp_path.glob("*.spacy"))))
            yield format_.prepare(article, WriteOptions())

    format_.write(prepared(), tmp_path)
    assert there == [0, 0, 1, 1, 2]
    assert [len(docs_of(path)) for path in sorted(tmp_path.glob("*.spacy"))] == [2, 2, 1]
    examples = list(Corpus(tmp_path)(spacy.blank("ar")))
    found = [[(span.text, span.label_) for span in e.reference.spans["sc"]] for e in examples]
    assert sorted(found) == sorted(map(strings, articles))
    shown = [format_.shown(format_.prepare(article, WriteOptions())) for article in articles]
    assert list(format_.read_back(tmp_path)) == shown
