"""Colleagues' files opened together: mixed formats, other versions, names that clash."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.review.records import MatchedArticle, identity
from annotator.services import opening
from annotator.services.opening import Opened
from annotator.services.project import create_project
from annotator.services.spool import Spool
from tests.services.colleagues import FIRST, SECOND, article, omar, salma, write


def opened(*paths: Path) -> tuple[Opened, list[MatchedArticle]]:
    with Opened(paths) as files:
        return files, list(files.articles())


def strings(matched: MatchedArticle, name: str) -> list[tuple[str, str]]:
    found = matched.sets[name]
    return [(entity.span.of(matched.article.text), entity.label) for entity in found.entities]


def test_articles_are_matched_by_their_texts_in_any_order(tmp_path: Path) -> None:
    files, (first, second) = opened(
        write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", omar())
    )
    assert files.annotators == ("سلمى", "عمر")
    assert (files.matched, files.unmatched) == (2, 0)
    assert (first.article.text, second.article.text) == (FIRST, SECOND)
    assert list(first.sets) == ["سلمى", "عمر"]
    assert files.report.problems == []


@pytest.mark.parametrize("format_id", ["conll2002", "conll2003", "conllup", "brat"])
def test_files_of_other_formats_stand_on_the_same_text(tmp_path: Path, format_id: str) -> None:
    other = write(tmp_path / "theirs", salma(""), format_id)
    files, (first, second) = opened(other, write(tmp_path / "b.jsonl", omar()))
    assert files.annotators == ("theirs", "عمر")
    assert {first.article.text, second.article.text} == {FIRST, SECOND}
    for matched in (first, second):
        wanted = next(a for a in salma() if a.text == matched.article.text)
        assert sorted(identity(e) for e in matched.sets["theirs"].entities) == sorted(
            identity(e) for e in wanted.entities
        )
    assert not [p for p in files.report.problems if p.kind in {"unmoved", "version"}]


def test_a_project_brings_everybody_and_leaves_out_nobody(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", annotator="سلمى") as project:
        project.file.add_articles([*salma(), *omar(), *salma("")])
    files, (first, _) = opened(tmp_path / "p.annotator")
    assert sorted(files.annotators) == ["سلمى", "عمر"]
    assert set(first.sets) == {"سلمى", "عمر"}


def test_annotators_one_after_the_other_in_one_file(tmp_path: Path) -> None:
    files, articles = opened(write(tmp_path / "all.jsonl", [*salma(), *omar()]))
    assert files.matched == len(articles) == 2


def test_names_that_clash_are_told_apart_by_their_files(tmp_path: Path) -> None:
    files, articles = opened(
        write(tmp_path / "one.jsonl", salma()), write(tmp_path / "two.jsonl", omar("سلمى"))
    )
    assert files.annotators == ("سلمى (one)", "سلمى (two)")
    assert [set_.annotator for set_ in articles[0].sets.values()] == list(files.annotators)


def test_files_of_one_name_that_name_nobody(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
    files, _ = opened(
        write(tmp_path / "x/data.jsonl", salma("")), write(tmp_path / "y/data.jsonl", omar(""))
    )
    assert files.annotators == ("data", "data 2")


def test_another_version_is_moved_and_what_has_no_place_is_told(tmp_path: Path) -> None:
    text = SECOND.replace("زار", "وقد زار").replace("باريس", "لندن")
    theirs = [article("a2", text, "عمر", [("بايدن", "PER"), ("لندن", "LOC"), ("ماكرون", "PER")])]
    files, articles = opened(
        write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", theirs)
    )
    matched = next(a for a in articles if len(a.sets) == 2)
    assert matched.article.text == SECOND
    assert strings(matched, "عمر") == [("بايدن", "PER"), ("ماكرون", "PER")]
    version, unmoved = files.report.problems
    assert (version.kind, unmoved.kind) == ("version", "unmoved")
    assert "لندن" in str(unmoved.message)
    assert unmoved.span is not None
    assert unmoved.span.of(text) == "لندن"


def test_another_article_of_the_same_id_is_another_article(tmp_path: Path) -> None:
    files, articles = opened(
        write(tmp_path / "a.jsonl", salma()[1:]),
        write(tmp_path / "b.jsonl", [article("a2", "قمة المناخ تبدأ غدا في دبي", "عمر", [])]),
    )
    assert (files.matched, files.unmatched) == (0, 2)
    assert len(articles) == 2


def test_the_version_that_most_have_is_the_ground(tmp_path: Path) -> None:
    text = SECOND.replace("زار", "وقد زار")
    _, (matched,) = opened(
        write(tmp_path / "a.jsonl", salma()[1:]),
        write(tmp_path / "b.jsonl", [article("a2", text, "عمر", [("باريس", "LOC")])]),
        write(tmp_path / "c.jsonl", [article("a2", text, "هند", [("باريس", "LOC")])]),
    )
    assert matched.article.text == text
    assert strings(matched, "سلمى") == [("بايدن", "PER"), ("باريس", "LOC")]
    assert len(matched.sets) == 3


def test_an_article_that_comes_twice_counts_once(tmp_path: Path) -> None:
    files, articles = opened(write(tmp_path / "a.jsonl", [*salma(), *salma()]))
    assert len(articles) == 2
    assert [problem.kind for problem in files.report.problems].count("twice") == 2


def test_a_spool_gives_back_what_it_got_from_memory_and_from_disk() -> None:
    sets = [*salma(), *omar()]
    sets.append(replace(sets[0], article=Article("x", "half \ud800")))
    with Spool(kept=2) as spool:
        numbers = [spool.put(one) for one in sets]
        back = [spool.get(number) for number in reversed(numbers)]
    assert back == sets[::-1]
    assert all(isinstance(one, AnnotatedArticle) for one in back)


def test_many_articles_go_through_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "Spool", lambda: Spool(kept=1))
    _, articles = opened(write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", omar()))
    assert [len(matched.sets) for matched in articles] == [2, 2]
