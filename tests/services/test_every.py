"""Occurrences are found as Arabic writes them, in one article and in all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.every import Doing, Order, Standing
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.services.every import (
    Asked,
    Place,
    Search,
    asked,
    in_all_articles,
    in_article,
    items,
)
from annotator.services.project import Project, create_project
from annotator.storage import NOBODY

TEXT = "زار الأمم المتحدة، وقال للأمم المتحدة: والأُمم المتّحدة والامم المتحده ثم أمم متحدة."
FIRST = Span(4, 17)
SPELT = ["الأمم المتحدة", "لأمم المتحدة", "الأُمم المتّحدة", "الامم المتحده"]
LABEL = Order(Doing.LABEL, "ORG")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", annotator="salma") as opened:
        entities = (Entity("e1", FIRST, "ORG", Status.SUGGESTED, "names"),)
        made = [AnnotatedArticle(Article("a0", TEXT), entities=entities)]
        made += [AnnotatedArticle(Article(f"a{n}", f"{n} {TEXT}")) for n in range(1, 40)]
        made += [AnnotatedArticle(Article("none", "المتحدة الأمم"))]
        opened.file.add_articles(made)
        yield opened


def _asked(project: Project, **where: object) -> Asked:
    state = project.open_article(1).state
    found = asked(state, **{"current": None, "selection": None, "caret": 0, **where})
    assert found is not None
    return found


def _all(project: Project, search: Search, progress: Progress | None = None) -> list[Place]:
    places: list[Place] = []
    with project.file.reader() as reader:
        assert in_all_articles(reader, search, places.extend, progress or Progress())
    return places


def test_what_is_asked_for_is_what_is_at_hand(project: Project) -> None:
    assert _asked(project, current="e1") == _asked(project, selection=FIRST)
    entity = _asked(project, current="e1", selection=Span(0, 3))
    assert (entity.text, entity.span, entity.label) == (SPELT[0], FIRST, "ORG")
    word = _asked(project, caret=TEXT.index("للأمم") + 1)
    assert word.span.of(TEXT) == "لأمم"
    assert word.label == ""
    again = _asked(project, selection=Span(TEXT.index("للأمم") + 1, TEXT.index(": ")))
    assert again.label == "ORG"  # what these words have elsewhere in the article
    found = in_article(project.open_article(1).state, 1, Search(again, LABEL, "salma"))
    assert [place.hit.span.of(TEXT) for place in found] == SPELT
    other = _asked(project, selection=Span(TEXT.index("الامم"), TEXT.index(" ثم")))
    assert other.label == "ORG"
    state = project.open_article(1).state
    assert asked(state, current=None, selection=Span(17, 18), caret=0) is None


def test_found_however_it_is_spelt_and_whole(project: Project) -> None:
    search = Search(_asked(project, current="e1"), LABEL, "salma")
    places = in_article(project.open_article(1).state, 1, search)
    assert [place.hit.span.of(TEXT) for place in places] == SPELT
    assert [place.found.standing for place in places] == [
        Standing.SUGGESTED,
        *[Standing.FREE] * 3,
    ]
    same = in_article(project.open_article(1).state, 1, search._replace(same_letters=True))
    assert [place.hit.span.of(TEXT) for place in same] == SPELT[:3]


def test_all_articles_say_the_same_as_each_one(project: Project) -> None:
    search = Search(_asked(project, current="e1"), LABEL, "salma")
    places = _all(project, search)
    one_by_one = [
        place
        for key in range(1, project.file.article_count() + 1)
        for place in in_article(project.open_article(key).state, key, search)
    ]
    assert places == one_by_one
    assert len(places) == 40 * 4
    assert _all(project, search._replace(order=Order(Doing.UNLABEL, "ORG"))) == [
        Place(places[0].hit, places[0].found._replace(standing=Standing.FREE))
    ]


def test_a_search_is_cancelled(project: Project) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        _all(project, Search(_asked(project, current="e1"), LABEL, "salma"), progress)


def test_one_step_over_all_of_them_and_back(project: Project) -> None:
    search = Search(_asked(project, current="e1"), LABEL, "salma")
    places = _all(project, search)
    hits = [place.hit for place in reversed(places)]
    made = items(hits, "salma", LABEL, project.batches.actor())
    assert [item.article for item in made] == list(range(1, 41))
    project.batches.perform("label_every", made)
    after = _all(project, search)
    assert {place.found.standing for place in after} == {Standing.DONE}
    project.open_article(7).undo()
    assert _all(project, search) == places
    assert project.file.timeline(1, NOBODY).state.entities[0].status is Status.SUGGESTED
