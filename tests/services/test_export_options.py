"""What an export loses, told before; the order, the parts and the card of what is written."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import writer, writers
from annotator.formats.base import Reader, WriteOptions
from annotator.services.comparing import Comparison
from annotator.services.reading import Reading
from annotator.services.transfer import Card, Selection, Split, check_export, export, export_options
from annotator.storage import ProjectFile

TEXT = "قال سامح شكري بالقاهرة: «لن نقبل التهديد»."
LABELS = LabelSet(
    "test", (Label("PER", {"en": "Person"}, description={"en": "People | by name."}), Label("LOC"))
)
PERSON = Entity("e1", Span(4, 13), "PER")
PLACE = Entity("e2", Span(15, 22), "LOC")
QUOTE = Quote("q1", QuoteType.DIRECT, (Span(25, 41),), verbatim=(Span(25, 41),))


def article(number: int, *entities: Entity, who: str = "salma", **more) -> AnnotatedArticle:
    words = " ".join(f"كلمة{number}{n}" for n in range(60))
    own = Article(f"a{number}", f"{TEXT} {words}", meta={"source": "x", "page": number})
    return AnnotatedArticle(own, who, ArticleStatus.DONE, entities, **more)


@pytest.fixture
def file(tmp_path):
    with ProjectFile.create(tmp_path / "p.annotator", label_set=LABELS) as made:
        yield made


def test_a_check_lists_places_with_their_context_and_writes_nothing(file, tmp_path):
    odd = Entity("e3", Span(0, 3), "VERB")
    file.add_articles([article(1, odd, PERSON, PLACE, quotes=(QUOTE,))])
    report = check_export(file, format_id="conll2002")
    found = {problem.kind: problem for problem in report.problems}
    assert {"quote", "unknown_label", "field"} == found.keys()
    before, text, after, _ = found["quote"].excerpt
    assert f"{before}{text}{after}" in file.annotated().__next__().text
    assert (before[-4:], text[:7], after[0]) == (TEXT[21:25], TEXT[25:32], TEXT[41])
    assert found["unknown_label"].record == "e3"
    record = report.as_json()
    assert record["counts"] == {"quote": 1, "unknown_label": 1, "field": len(record["dropped"])}
    assert [one["text"] for one in record["problems"] if one["kind"] == "quote"] == [
        QUOTE.extent.of(TEXT)
    ]
    assert [path.name for path in tmp_path.iterdir() if "p.annotator" not in path.name] == []


def test_fields_that_a_format_does_not_keep_are_counted_once(file):
    told = replace(PERSON, origin="camel", score=0.5, created="2026-01-01T00:00:00Z")
    file.add_articles([article(n, told, PLACE) for n in range(3)])
    report = check_export(file, format_id="doccano")
    assert dict(report.dropped) == {
        "article_annotator": 3,
        "article_status": 3,
        "origin": 3,
        "score": 3,
        "created": 3,
    }
    told_fields = [problem.record for problem in report.problems if problem.kind == "field"]
    assert told_fields == ["article_annotator", "article_status", "origin", "score", "created"]
    assert report.is_clean
    assert check_export(file, format_id="jsonl").problems == []


def test_changed_white_space_is_told(file):
    own = Article("a", "قال سامح  ثم\n\nسافر .")
    file.add_articles([AnnotatedArticle(own, entities=(Entity("e1", Span(4, 8), "PER"),))])
    assert check_export(file, format_id="conll2003").dropped["text"] == 1
    assert check_export(file, format_id="conllup").dropped["text"] == 0


def test_a_difference_says_where_and_which_value(file, tmp_path, monkeypatch):
    from annotator.formats.doccano import DoccanoLabels

    file.add_articles([article(1, PERSON), article(2, PERSON, PLACE)])
    real = DoccanoLabels.write

    def careless(self, articles, out):
        real(self, articles, out)
        text = out.read_text(encoding="utf-8")
        assert '"LOC"' in text
        out.write_text(text.replace('"LOC"', '"LOK"'), encoding="utf-8")

    monkeypatch.setattr(DoccanoLabels, "write", careless)
    with pytest.raises(UserError) as caught:
        export(file, tmp_path / "out", format_id="doccano")
    said = str(caught.value.what)
    for part in ("a2", "e2", "[15, 22]", "label", "LOC", "LOK"):
        assert part in said, said


@pytest.mark.parametrize("format_", writers(), ids=lambda f: f.id)
def test_more_articles_than_ten_read_back_however_their_files_are_sorted(format_, file, tmp_path):
    file.add_articles([article(n, PERSON) for n in range(1, 13)])
    assert export(file, tmp_path / "out", format_id=format_.id).articles == 12


def test_a_difference_in_a_folder_says_which_article(file, tmp_path, monkeypatch):
    from annotator.formats.brat import Brat

    file.add_articles([article(n, PERSON) for n in range(1, 13)])
    real = Brat.write

    def careless(self, articles, out):
        real(self, articles, out)
        place = out / "a11.ann"
        place.write_text(
            place.read_text(encoding="utf-8").replace("PER ", "LOC "), encoding="utf-8"
        )

    monkeypatch.setattr(Brat, "write", careless)
    with pytest.raises(UserError, match=r"a11 does not read back(.|\n)*e1 \[4, 13\], label"):
        export(file, tmp_path / "out", format_id="brat")

    def forgetful(self, articles, out):
        real(self, articles, out)
        (out / "a7.txt").unlink()
        (out / "a7.ann").unlink()

    monkeypatch.setattr(Brat, "write", forgetful)
    with pytest.raises(UserError, match="a7 does not read back"):
        export(file, tmp_path / "out", format_id="brat")


@pytest.mark.parametrize("format_id", [format_.id for format_ in writers()])
def test_an_article_longer_than_what_tells_the_format_reads_back(file, tmp_path, format_id):
    long = replace(article(1, PERSON, quotes=(QUOTE,)))
    own = Article("long", long.text * 80)
    file.add_articles(
        [
            replace(long, article=own),
            replace(long, article=replace(own, id="l2", text=own.text + ".", sha256=""), quotes=()),
        ]
    )
    report = export(file, tmp_path / "out", format_id=format_id)
    assert report.articles == 2
    if isinstance(format_ := writer(format_id), Reader):
        reading = Reading([tmp_path / "out"])
        assert len(list(reading.articles())) == 2
        assert {read.format for read in reading.report.files} == {format_.id}


@pytest.mark.parametrize(
    ("change", "value"),
    [
        (
            lambda a: replace(a, article=replace(a.article, text=a.text[:30] + "X", sha256="")),
            "text",
        ),
        (lambda a: replace(a, entities=(replace(PERSON, label="LOC"),)), "label"),
        (lambda a: replace(a, entities=(replace(PERSON, span=Span(4, 12)),)), "span"),
        (lambda a: replace(a, entities=()), "entity"),
        (lambda a: replace(a, entities=(PERSON, PLACE)), "entity"),
        (lambda a: replace(a, quotes=(replace(QUOTE, cue=(Span(0, 3),)),)), "cue"),
        (lambda a: replace(a, quotes=()), "quote"),
        (lambda a: replace(a, nonquotes=(Span(0, 3),)), "nonquotes"),
        (lambda a: replace(a, article=replace(a.article, meta={"page": 2})), "article.meta"),
        (lambda a: replace(a, entities=(replace(PERSON, score=0.5),)), "score"),
    ],
)
def test_every_difference_is_seen_and_named(change, value):
    given = article(1, PERSON, quotes=(QUOTE,))
    compare = Comparison({"meta", "score"})
    assert compare.fingerprint(given) == compare.fingerprint(replace(given, note="n"))
    other = change(given)
    assert compare.fingerprint(given) != compare.fingerprint(other)
    assert compare.difference(given, other).value == value
    assert compare.difference(given, given) is None


def test_shuffling_is_the_same_for_the_same_seed(file, tmp_path):
    file.add_articles([article(n, PERSON) for n in range(90)])

    def ids(name: str, **more) -> list[str]:
        export(file, tmp_path / name, format_id="jsonl", **more)
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["id"] for line in lines]

    straight, mixed = ids("a"), ids("b", shuffle=3)
    assert mixed == ids("c", shuffle=3)
    assert straight != mixed != ids("d", shuffle=4)
    assert sorted(mixed) == sorted(straight)


def test_chosen_metadata_go_along(file, tmp_path):
    file.add_articles([article(1, PERSON)])
    chosen = Selection(meta=frozenset({"page"}))
    export(file, tmp_path / "o", format_id="jsonl", selection=chosen)
    assert json.loads((tmp_path / "o").read_text(encoding="utf-8"))["meta"] == {"page": 1}


def test_near_copies_are_in_one_part(file, tmp_path):
    given = [article(n, PERSON) for n in range(20)]
    copies = [
        replace(one, article=Article(f"copy-{one.article.id}", one.text + " عاجل الآن"))
        for one in given[:10]
    ]
    file.add_articles([*given, *copies])
    report = export(file, tmp_path / "x.jsonl", format_id="jsonl", split=Split((60, 20, 20)))
    part_of = {}
    for part in ("train", "dev", "test"):
        for line in (tmp_path / f"x.{part}.jsonl").read_text(encoding="utf-8").splitlines():
            part_of[json.loads(line)["id"]] = part
    assert all(part_of[f"a{n}"] == part_of[f"copy-a{n}"] for n in range(10))
    assert report.parts == {"train": 18, "dev": 6, "test": 6}


def test_a_part_that_gets_no_article_is_told(file, tmp_path):
    file.add_articles([article(1, PERSON)])
    report = export(file, tmp_path / "x.jsonl", format_id="jsonl", split=Split((80, 10, 10)))
    assert [p.message.args["part"] for p in report.problems if p.kind == "part"] == ["dev", "test"]


def test_the_card_says_what_is_there_and_how_it_was_made(file, tmp_path):
    file.set_state("guidelines", "# Our rules\n\nNames only.")
    file.add_articles(
        [
            *(article(n, PERSON, PLACE, who="omar", quotes=(QUOTE,)) for n in range(8)),
            article(0, PERSON, who="salma"),
        ]
    )
    report = export(
        file,
        tmp_path / "x.jsonl",
        format_id="jsonl",
        split=Split((50, 25, 25), seed=5),
        card=Card("CC BY 4.0"),
        selection=Selection(annotator="omar"),
    )
    card = (tmp_path / "x.README.md").read_text(encoding="utf-8")
    assert tmp_path / "x.README.md" in report.written
    for line in (
        'license: "CC BY 4.0"',
        "| train | 4 |",
        "| all | 8 |",
        "| `PER` | Person | 4 | 2 | 2 | People \\| by name. |",
        "| direct | 4 | 2 | 2 |",
        "| omar | salma | 1 | 0.667 |",
        "Parts: \u206850/25/25\u2069 by article, seed 5",
        "### Our rules",
        "Names only.",
    ):
        assert line in card, card


@pytest.mark.parametrize("language", ["both", "ar", "en"])
def test_the_card_is_in_the_language_that_was_chosen(file, tmp_path, language):
    file.add_articles([article(1, PERSON, quotes=(QUOTE,))])
    chosen = export_options({"card": True, "card_language": language, "split": "80/10/10"})
    export(file, tmp_path / "o", format_id="conll2002", card=chosen.card, split=chosen.split)
    card = (tmp_path / "o" / "README.md").read_text(encoding="utf-8")
    arabic = card.partition('<div dir="rtl" lang="ar">')[2].partition("</div>")[0]
    assert bool(arabic) == (language != "en")
    assert ("\n## Size\n" in card) == (language != "ar")
    assert ("\n## الحجم\n" in arabic) == (language != "en")
    if arabic:
        latin = set(
            re.findall(
                r"^[|#-] *([A-Za-z][a-z]+)", arabic.partition("## الإرشادات")[0], re.MULTILINE
            )
        )
        assert latin <= {"train", "dev", "test", "annotator"}, latin
    own = {"ar": "### ماذا نوسم", "en": "### What to label"}
    for name, words in own.items():
        assert (words in card) == (language in (name, "both"))  # those that come with the program


def test_the_card_of_a_folder_lies_in_it(file, tmp_path):
    file.add_articles([article(1, PERSON)])
    export(file, tmp_path / "out", format_id="brat", card=Card())
    assert "Licence: not stated" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    export(file, tmp_path / "out", format_id="brat", card=Card("MIT"), force=True)
    assert "Licence: MIT" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_a_card_that_exists_is_not_replaced(file, tmp_path):
    file.add_articles([article(1, PERSON)])
    (tmp_path / "o.README.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="exists"):
        export(file, tmp_path / "o.jsonl", format_id="jsonl", card=Card())
    assert not (tmp_path / "o.jsonl").exists()
    assert (tmp_path / "o.README.md").read_text(encoding="utf-8") == "mine"


def test_mapped_labels_are_known(file):
    file.add_articles([article(1, Entity("e1", Span(0, 3), "OLD"))])
    options = WriteOptions(labels={"OLD": "NEW"})
    report = check_export(file, format_id="jsonl", options=options)
    assert report.problems == []


def test_rejected_ones_that_are_not_chosen_are_no_loss_of_the_format(file):
    file.add_articles([article(1, PERSON, replace(PLACE, status=Status.REJECTED))])
    report = check_export(file, format_id="conll2002")
    assert [p.kind for p in report.problems if p.kind != "field"] == ["status"]
    assert report.is_clean


def test_a_page_is_in_the_language_that_was_chosen_and_tells_what_it_folds(file, tmp_path):
    odd = replace(article(2, PERSON), article=Article("b2", f"{TEXT}\n\nثم  سافر."))
    file.add_articles([article(1, PERSON), odd])
    for language, name in (("ar", "الواسم"), ("en", "Annotator")):
        chosen = export_options({"language": language})
        out = tmp_path / f"{language}.html"
        report = export(file, out, format_id="html", options=chosen.options)
        assert report.as_json()["dropped"]["text"] == 1
        words = (f"<bdi>{word}</bdi>" for word in ("الواسم", "Annotator"))
        page = out.read_text(encoding="utf-8")
        assert [word for word in words if word in page] == [f"<bdi>{name}</bdi>"]


def test_nothing_is_told_of_what_nothing_lost(file):
    file.add_articles([article(1, PERSON)])
    assert "text" not in check_export(file, format_id="html").as_json()["dropped"]
    assert 0 not in check_export(file, format_id="doccano").as_json()["dropped"].values()
