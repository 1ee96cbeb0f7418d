"""Import in one transaction, export with its report and its comparison."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Cancelled, Progress
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import writers
from annotator.formats.base import TokenPolicy, WriteOptions
from annotator.services.atomic import replacing
from annotator.services.transfer import (
    Selection,
    Split,
    export,
    import_into,
    import_paths,
    split_from,
)
from annotator.storage import ProjectFile

TEXT = "قال سامح شكري بالقاهرة: «لن نقبل التهديد»."
LABELS = LabelSet("test", (Label("PER"), Label("LOC")), {"PERS": "PER"})


def article(number: int, *entities: Entity, quotes: tuple[Quote, ...] = ()) -> AnnotatedArticle:
    text = f"{TEXT} {number}"
    return AnnotatedArticle(
        Article(f"a{number}", text), "salma", ArticleStatus.DONE, entities, quotes
    )


PERSON = Entity("e1", Span(4, 13), "PER")
PLACE = Entity("e2", Span(15, 22), "LOC")


@pytest.fixture
def file(tmp_path):
    with ProjectFile.create(tmp_path / "p.annotator", label_set=LABELS) as made:
        yield made


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("p.annotator"))


# -- import


def test_import_is_one_transaction(file, tmp_path):
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"text": f"خبر {number}"}) for number in range(200))
    path.write_text("\n".join(lines), encoding="utf-8")
    progress = Progress(lambda done, total: progress.cancel() if done > 100 else None)
    with pytest.raises(Cancelled):
        import_paths(file, [path], progress=progress)
    assert file.article_count() == 0
    assert import_paths(file, [path]).articles == 200
    assert file.article_count() == 200


def test_aliases_of_labels_are_resolved_and_unknown_ones_kept_and_told(file, tmp_path):
    path = tmp_path / "x.conll"
    path.write_text("سامح B-PERS\nو O\nالحزب B-PARTY\nالحزب B-PARTY\n", encoding="utf-8")
    report = import_paths(file, [path])
    (stored,) = file.annotated()
    assert [entity.label for entity in stored.entities] == ["PER", "PARTY", "PARTY"]
    (problem,) = report.problems
    assert (problem.kind, problem.message.args) == ("label", {"label": "PARTY", "count": 2})
    assert report.is_clean


def test_an_import_that_takes_nothing_makes_no_project(tmp_path):
    (tmp_path / "bad.jsonl").write_text("{\n", encoding="utf-8")
    report = import_into(tmp_path / "new.annotator", [tmp_path / "bad.jsonl"])
    assert (report.articles, report.written) == (0, [])
    assert left_behind(tmp_path) == ["bad.jsonl"]


def test_projects_beside_the_files_are_not_taken_for_text(file, tmp_path):
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    report = import_paths(file, [tmp_path])
    assert (report.articles, report.problems) == (1, [])


# -- export


@pytest.mark.parametrize("format_", writers(), ids=lambda f: f.id)
def test_every_format_exports_and_compares(format_, file, tmp_path):
    file.add_articles([article(n, PERSON, PLACE) for n in range(5)])
    report = export(file, tmp_path / "out", format_id=format_.id)
    lost = [problem.kind for problem in report.problems if problem.kind != "field"]
    assert (report.articles, report.entities + lost.count("entity")) == (5, 10)
    assert set(lost) <= {"entity"}
    assert left_behind(tmp_path) == ["out"]


def test_jsonl_from_a_project_and_back_is_the_same(file, tmp_path):
    quote = Quote("q1", QuoteType.DIRECT, (Span(25, 41),), source=Span(4, 13), extra={"level": 1})
    given = [
        article(n, PERSON, replace(PLACE, status=Status.REJECTED), quotes=(quote,)) for n in (1, 2)
    ]
    file.add_articles(given)
    export(file, tmp_path / "out.jsonl", format_id="jsonl")
    with ProjectFile.create(tmp_path / "p.annotator2", label_set=LABELS) as other:
        import_paths(other, [tmp_path / "out.jsonl"])
        assert list(other.annotated()) == list(file.annotated())


def test_losses_are_shown_before_and_no_means_nothing(file, tmp_path):
    file.add_articles(
        [article(1, PERSON, PLACE, quotes=(Quote("q1", QuoteType.DIRECT, (Span(25, 41),)),))]
    )
    shown = []

    def refuse(report):
        shown.extend(problem.kind for problem in report.problems)
        assert not (tmp_path / "out.conll").exists()
        return False

    with pytest.raises(Cancelled):
        export(
            file,
            tmp_path / "out.conll",
            format_id="conll2002",
            options=WriteOptions(tokens=TokenPolicy.WORD),
            confirm=refuse,
        )
    assert [kind for kind in shown if kind != "field"] == ["subword", "quote"]
    assert left_behind(tmp_path) == []


def test_a_difference_fails_the_export(file, tmp_path, monkeypatch):
    file.add_articles([article(1, PERSON), article(2, PERSON)])
    from annotator.formats.conll2002 import Conll2002

    def careless(self, articles, out):
        rows = "".join(one.content for one in articles)
        out.write_text(rows.replace("B-PER", "O", 1), encoding="utf-8")

    monkeypatch.setattr(Conll2002, "write", careless)
    with pytest.raises(UserError, match=r"out.conll: The article a1 does not read back"):
        export(file, tmp_path / "out.conll", format_id="conll2002")
    assert left_behind(tmp_path) == []


def test_a_missing_article_fails_the_export(file, tmp_path, monkeypatch):
    file.add_articles([article(1, PERSON), article(2, PERSON)])
    from annotator.formats.jsonl import Jsonl

    def careless(self, articles, out):
        out.write_bytes(next(one.content for one in articles))
        assert next(articles, None) is not None

    monkeypatch.setattr(Jsonl, "write", careless)
    with pytest.raises(UserError, match="The article a2 does not read back"):
        export(file, tmp_path / "out", format_id="jsonl")


@pytest.mark.parametrize(
    "change",
    [
        lambda e: replace(e, note="x"),
        lambda e: replace(e, score=0.5),
        lambda e: replace(e, extra={"k": 1}),
        lambda e: replace(e, status=Status.REJECTED),
        lambda e: replace(e, modified="2026"),
    ],
)
def test_the_comparison_of_a_lossless_format_sees_every_value(change, file, tmp_path, monkeypatch):
    from annotator.formats.jsonl import Jsonl, to_line

    def careless(self, articles, out):
        (one,) = articles
        changed = replace(one.carried, entities=(change(PERSON),))
        out.write_bytes(to_line(changed))

    file.add_articles([article(1, PERSON)])
    monkeypatch.setattr(Jsonl, "write", careless)
    with pytest.raises(UserError, match="does not read back"):
        export(file, tmp_path / "out", format_id="jsonl")


def test_two_articles_with_one_id_are_exported(file, tmp_path):
    file.add_articles([replace(article(n), article=Article("same", f"{TEXT} {n}")) for n in (1, 2)])
    assert export(file, tmp_path / "out", format_id="jsonl").articles == 2


def test_export_works_from_another_thread(file, tmp_path):
    file.add_articles([article(1, PERSON)])
    done = []
    worker = threading.Thread(
        target=lambda: done.append(export(file, tmp_path / "out", format_id="jsonl"))
    )
    worker.start()
    worker.join()
    assert done[0].articles == 1


def test_cancelling_leaves_nothing(file, tmp_path):
    file.add_articles([article(n, PERSON) for n in range(5)])
    progress = Progress(lambda done, total: progress.cancel() if done == 2 else None)
    with pytest.raises(Cancelled):
        export(file, tmp_path / "out", format_id="jsonl", progress=progress)
    assert left_behind(tmp_path) == []


def test_an_empty_choice_is_told(file, tmp_path):
    file.add_articles([article(1)])
    choice = Selection(articles=frozenset({ArticleStatus.REVIEWED}))
    with pytest.raises(UserError, match="No article to write"):
        export(file, tmp_path / "out", format_id="jsonl", selection=choice)


def test_a_quote_whose_outer_quote_is_left_out_stands_alone(file, tmp_path):
    outer = Quote("q1", QuoteType.DIRECT, (Span(25, 41),), status=Status.SUGGESTED)
    inner = Quote("q2", QuoteType.DIRECT, (Span(28, 32),), nested_in="q1")
    file.add_articles([article(1, quotes=(outer, inner))])
    choice = Selection(spans=frozenset({Status.ACCEPTED}))
    report = export(file, tmp_path / "out", format_id="jsonl", selection=choice)
    (quote,) = json.loads((tmp_path / "out").read_text(encoding="utf-8"))["quotes"]
    assert (quote["id"], quote["nested_in"]) == ("q2", None)
    assert [problem.record for problem in report.problems] == ["q1"]


# -- parts

_ANY_SPLIT = Split((50, 25, 25), stratified=False, together=False)


def test_splits_from_text():
    assert split_from("80/10/10", 3) == Split((80, 10, 10), 3)
    assert split_from("90/10") == Split((90, 10, 0))
    for text in ("", "80", "80/10", "50/25/15/10", "-10/100/10", "80/10/x"):
        with pytest.raises(UserError, match="no split"):
            split_from(text)


def test_all_work_on_one_article_is_in_one_part(file, tmp_path):
    file.add_articles(
        [replace(article(n, PERSON), annotator=who) for n in range(8) for who in "ab"]
    )
    export(file, tmp_path / "x.jsonl", format_id="jsonl", split=_ANY_SPLIT)
    parts = [
        {json.loads(line)["sha256"] for line in path.read_text(encoding="utf-8").splitlines()}
        for path in (tmp_path / f"x.{part}.jsonl" for part in ("train", "dev", "test"))
    ]
    assert [len(part) for part in parts] == [4, 2, 2]
    assert len(set.union(*parts)) == 8


def test_one_file_that_exists_stops_the_whole_split(file, tmp_path):
    file.add_articles([article(n, PERSON) for n in range(4)])
    (tmp_path / "x.dev.jsonl").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="exists"):
        export(file, tmp_path / "x.jsonl", format_id="jsonl", split=Split((50, 25, 25)))
    assert left_behind(tmp_path) == ["x.dev.jsonl"]


# -- files that appear whole or not at all


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path):
    path = tmp_path / "x"

    def write_while_another_does():
        with replacing(path, force=False) as made:
            made.write_text("new", encoding="utf-8")
            path.write_text("theirs", encoding="utf-8")

    with pytest.raises(UserError, match="exists"):
        write_while_another_does()
    assert path.read_text(encoding="utf-8") == "theirs"
    assert left_behind(tmp_path) == ["x"]


def test_without_links_a_file_still_appears(tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    with replacing(tmp_path / "x", force=False) as made:
        made.write_text("new", encoding="utf-8")
    assert (tmp_path / "x").read_text(encoding="utf-8") == "new"
    assert left_behind(tmp_path) == ["x"]


def test_an_error_while_writing_leaves_what_was_there(tmp_path):
    path = tmp_path / "x"
    path.write_text("old", encoding="utf-8")

    def write_until_the_disk_is_full():
        with replacing(path, force=True) as made:
            made.write_text("half", encoding="utf-8")
            raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left"):
        write_until_the_disk_is_full()
    assert path.read_text(encoding="utf-8") == "old"
    assert left_behind(tmp_path) == ["x"]
