"""Hugging Face datasets, pyarrow, pandas' csv and seqeval read what we export."""

from __future__ import annotations

import csv

import pytest
from seqeval.metrics.sequence_labeling import get_entities

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.labels import Label, LabelSet
from annotator.core.spans import Span
from annotator.formats import reader, recognised
from annotator.formats.source import open_source
from annotator.services.dataset_card import Card
from annotator.services.splits import Split
from annotator.services.transfer import Reading, export
from annotator.storage import ProjectFile
from tests.consumers.cases import marked_articles, quoting_article, read, strings, written

KINDS = ["huggingface", "huggingface-jsonl"]


@pytest.fixture
def load(tmp_path):
    """Return what ``load_dataset`` makes of a folder."""
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    datasets.disable_progress_bars()
    return lambda path: datasets.load_dataset(str(path), cache_dir=str(tmp_path / "cache"))


def of_tags(row, names):
    """Return the strings that the tags of a row stand for."""
    return [
        (row["text"][row["token_starts"][first] : row["token_ends"][last]], label)
        for label, first, last in get_entities([names[tag] for tag in row["ner_tags"]])
    ]


@pytest.mark.parametrize("format_id", KINDS)
def test_datasets_knows_the_names_of_the_tags_and_finds_the_same_strings(
    load, tmp_path, format_id: str
):
    given = marked_articles()
    written(format_id, given, tmp_path / "ours")
    rows = load(tmp_path / "ours")["train"]
    names = rows.features["ner_tags"].feature.names
    assert names[0] == "O"
    assert [row["text"] for row in rows] == [a.text for a in given]
    for row, article in zip(rows, given, strict=True):
        found = [(row["text"][e["start"] : e["end"]], e["label"]) for e in row["entities"]]
        assert found == strings(article)
        flat = [pair for pair in strings(article) if pair != ("القاهرة", "LOC") or len(found) < 2]
        assert of_tags(row, names) == (found if article.text != "جامعة القاهرة الكبرى." else flat)


@pytest.mark.parametrize("format_id", KINDS)
def test_what_datasets_writes_again_is_read(load, tmp_path, format_id: str):
    (carried,) = written(format_id, [quoting_article()], tmp_path / "ours")
    rows = load(tmp_path / "ours")["train"]
    quote = rows[0]["quotes"][0]
    assert [rows[0]["text"][a:b] for a, b in quote["content"]] == ["لن نقبل", "سيرفض"]
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    if format_id == "huggingface":
        rows.to_parquet(str(theirs / "data.parquet"))
    else:
        rows.to_json(str(theirs / "data.jsonl"), force_ascii=False)
    (back,) = read(reader(format_id), theirs)
    assert (back.quotes, back.entities) == (carried.quotes, carried.entities)


def test_pyarrow_reads_the_spans_as_a_table(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    given = marked_articles()
    written("spans-parquet", given, tmp_path / "ours")
    spans = pq.read_table(tmp_path / "ours" / "spans.parquet").to_pylist()
    articles = pq.read_table(tmp_path / "ours" / "articles.parquet").to_pylist()
    assert [(span["text"], span["label"]) for span in spans] == [
        pair for article in given for pair in strings(article)
    ]
    texts = {row["article"]: row["text"] for row in articles}
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["text"] for s in spans)


def test_pandas_reads_the_spans_as_a_table(tmp_path):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    given = marked_articles()
    written("spans-csv", given, tmp_path / "ours")
    table = pandas.read_csv(tmp_path / "ours" / "spans.csv")
    assert next(iter(table.columns)) == "article"
    assert list(zip(table["text"], table["label"], strict=True)) == [
        pair for article in given for pair in strings(article)
    ]


@pytest.mark.parametrize("format_id", ["conll2002", "conll2003"])
def test_seqeval_finds_our_spans_in_conll(tmp_path, format_id: str):
    path = tmp_path / "ours.conll"
    carried = written(format_id, marked_articles(), path)
    with path.open(encoding="utf-8-sig", newline="\n") as stream:
        rows = list(csv.reader(stream, delimiter=" ", quoting=csv.QUOTE_NONE))
    rows = [row for row in rows if row and row[0] != "-DOCSTART-"]
    found = get_entities([row[-1] for row in rows])
    assert [
        (" ".join(row[0] for row in rows[first : last + 1]), label) for label, first, last in found
    ] == [pair for article in carried for pair in strings(article)]


@pytest.mark.parametrize("format_id", KINDS)
def test_a_long_article_and_a_part_without_any(load, tmp_path, format_id: str):
    text = "قال سامح شكري في القاهرة إن النزاع انتهى. " * 20_000
    long = AnnotatedArticle(Article("long", text), entities=(Entity("e1", Span(4, 8), "PER"),))
    with ProjectFile.create(tmp_path / "x.annotator", label_set=LabelSet("x", ())) as file:
        file.add_articles([long])
        export(file, tmp_path / "ours", format_id=format_id, split=Split((80, 10, 10)))
    parts = load(tmp_path / "ours")
    assert {part: len(rows) for part, rows in parts.items()} == {"train": 1}
    (path,) = (tmp_path / "ours" / "train").glob("data.*")
    assert recognised(open_source(path)).id == format_id


@pytest.mark.parametrize("format_id", KINDS)
def test_a_split_project_is_one_data_set_with_the_same_numbers_in_every_part(
    load, tmp_path, format_id: str
):
    articles = [
        AnnotatedArticle(
            Article(f"s{n}", f"قال سامح رقم {n} في باريس."),
            entities=(
                Entity("e1", Span(4, 8), "PER") if n % 2 else Entity("e1", Span(0, 3), "ORG"),
            ),
        )
        for n in range(20)
    ]
    known = LabelSet("x", (Label("LOC"), Label("PER"), Label("ORG")))
    with ProjectFile.create(tmp_path / "x.annotator", label_set=known) as file:
        file.add_articles(articles)
        report = export(
            file,
            tmp_path / "ours",
            format_id=format_id,
            split=Split((60, 20, 20), stratified=False, together=False),
            card=Card("CC-BY-4.0"),
        )
    assert report.articles == 20
    parts = load(tmp_path / "ours")
    assert set(parts) == {"train", "validation", "test"}
    assert sum(len(rows) for rows in parts.values()) == 20
    for rows in parts.values():
        names = rows.features["ner_tags"].feature.names
        assert names == ["O", "B-LOC", "I-LOC", "B-PER", "I-PER", "B-ORG", "I-ORG"]
        for row in rows:
            assert of_tags(row, names) == [(e["text"], e["label"]) for e in row["entities"]]
    assert "CC-BY-4.0" in (tmp_path / "ours" / "README.md").read_text(encoding="utf-8")


def test_a_split_data_set_is_imported_without_its_cards(tmp_path):
    articles = [AnnotatedArticle(Article(f"s{n}", f"قال سامح رقم {n}.")) for n in range(9)]
    with ProjectFile.create(tmp_path / "x.annotator", label_set=LabelSet("x", ())) as file:
        file.add_articles(articles)
        export(file, tmp_path / "ours", format_id="huggingface-jsonl", split=Split((34, 33, 33)))
    found = Reading([tmp_path / "ours"])
    assert sorted(a.text for a in found.articles()) == sorted(a.text for a in articles)
    assert found.report.problems == []
