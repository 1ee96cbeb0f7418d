"""What every suggester keeps to, whichever it is."""

import pytest

from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import span_fault
from annotator.suggest import ON_REQUEST, SUGGESTERS
from annotator.suggest.base import NOTHING

MADE = [factory() for factory in (*ON_REQUEST, *SUGGESTERS)]
READY = [suggester for suggester in MADE if suggester.availability().ready]
ODD = (
    "«قال",
    'قَـــالَ: "نعم',
    "😀 مصر😀",
    "Inc., وقال",
    "\u200f\u202b واشنطن\u202c",
    'لـ"مصر"',
    "\x00\ud800",
)

every = pytest.mark.parametrize("suggester", MADE, ids=[one.id for one in MADE])
ready = pytest.mark.parametrize("suggester", READY, ids=[one.id for one in READY])


def test_ids_differ_and_fit_in_files():
    ids = [suggester.id for suggester in MADE]
    assert len(set(ids)) == len(ids)
    assert all(name.isascii() and name.islower() and name != "human" for name in ids)


@every
def test_name_and_availability(suggester, home):
    assert str(suggester.name)
    able, reason = suggester.availability()
    assert able == (reason is None)
    assert list(home.iterdir()) == []


@ready
def test_an_empty_article(suggester):
    assert suggester.suggest(Article("a", ""), NOTHING, Progress()) == NOTHING


@ready
@pytest.mark.parametrize("text", ODD)
def test_odd_texts(suggester, text):
    check(suggester, text)


@ready
def test_seed_article(suggester, seed_text):
    check(suggester, seed_text)


@ready
def test_same_result_twice(suggester, seed_text):
    article = Article("seed", seed_text)
    first = suggester.suggest(article, NOTHING, Progress())
    assert suggester.suggest(article, NOTHING, Progress()) == first


@ready
def test_cancel(suggester, seed_text):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        suggester.suggest(Article("seed", seed_text), NOTHING, progress)


def check(suggester, text):
    found = suggester.suggest(Article("a", text), NOTHING, Progress())
    for record in (*found.entities, *found.quotes):
        assert record.status is Status.SUGGESTED
        assert record.origin == suggester.id
        assert record.score is None or 0 <= record.score <= 1
    for entity in found.entities:
        assert span_fault(text, entity.span) is None
        assert entity.reasons[0].origin == suggester.id
    for quote in found.quotes:
        for _, span in quote.spans():
            assert span_fault(text, span) is None
    for span in found.nonquotes:
        assert span_fault(text, span) is None
