"""The list of articles: what it leaves out, its order, its places, and that it stays put."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor, set_status
from annotator.core.progress import Cancelled, Progress
from annotator.storage import ArticleQuery, Assigned, Listing, Order, ProjectFile, StepKind

NEW, STARTED, DONE = ArticleStatus.NEW, ArticleStatus.IN_PROGRESS, ArticleStatus.DONE
TITLES = ("وزارة", "آخر", "أرمينيا وأذربيجان", "إعلان", "أَذْرَبيجان", "")


@pytest.fixture
def six(file: ProjectFile, annotated: Callable[..., AnnotatedArticle]) -> ProjectFile:
    """Six articles, keys 1 to 6: 2 is Salma's done, 3 hers begun, 6 has no title and no record."""
    made = [
        AnnotatedArticle(Article(f"id{number}", f"نص رقم {number}", title))
        for number, title in enumerate(TITLES, 1)
    ]
    first = annotated("id1").article
    made[0] = annotated(text=first.text, article_id="id1")
    made[0] = AnnotatedArticle(
        Article("id1", first.text, TITLES[0]), entities=made[0].entities, quotes=made[0].quotes
    )
    file.add_articles(made)
    for key, status in ((2, DONE), (3, STARTED)):
        before = file.timeline(key, "salma")
        edit = set_status(before.state, status, Actor("salma", ""))
        file.record(key, before, before.perform(edit), edit, kind=StepKind.DO)
    return file


@pytest.fixture
def listed(six: ProjectFile) -> Iterator[Callable[..., Listing]]:
    made: list[Listing] = []

    def one(annotator: str = "salma", **fields: object) -> Listing:
        made.append(six.listing(annotator, ArticleQuery(**fields)))
        return made[-1]

    yield one
    for listing in made:
        listing.close()


def keys_of(listing: Listing) -> list[int]:
    keys = [row.key for row in listing.rows(0, 99)]
    assert listing.count == len(keys)
    assert listing.keys(0, listing.count) == keys
    assert [listing.row_of(key) for key in keys] == list(range(len(keys)))
    return keys


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"reverse": True}, [6, 5, 4, 3, 2, 1]),
        # Alef with hamza, madda or none is one letter, diacritics are none.
        ({"text": "اذربيجان"}, [3, 5]),
        ({"text": "أذربيجان ارمينيا"}, [3]),
        ({"text": "ID4"}, [4]),
        ({"text": "لا شيء"}, []),
        ({"statuses": frozenset({DONE})}, [2]),
        ({"statuses": frozenset({NEW, STARTED})}, [1, 3, 4, 5, 6]),
        ({"statuses": frozenset()}, []),
        ({"order": Order.TITLE}, [6, 2, 5, 3, 4, 1]),
        ({"order": Order.STATUS}, [1, 4, 5, 6, 3, 2]),
        ({"order": Order.STATUS, "reverse": True}, [2, 3, 6, 5, 4, 1]),
        ({"order": Order.PENDING}, [1, 2, 3, 4, 5, 6]),
        ({"order": Order.DECIDED, "reverse": True}, [6, 5, 4, 3, 2, 1]),
    ],
)
def test_a_query_lists_these_in_this_order(listed, fields, keys) -> None:
    assert keys_of(listed(**fields)) == keys


def test_tags_and_assignments_filter_and_are_told(six: ProjectFile, listed) -> None:
    six.tag([1, 3, 5], add=["رياضة", "عاجل"], remove=[])
    six.tag([3], add=["عاجل"], remove=["رياضة"])
    six.assign([1, 2], ["salma"])
    six.assign([2, 4], ["omar", "salma"])
    six.assign([1], [])
    assert six.tags() == {"رياضة": 2, "عاجل": 3}
    assert keys_of(listed(tag="رياضة")) == [1, 5]
    assert keys_of(listed(assigned=Assigned.ME)) == [2, 4]
    assert keys_of(listed("omar", assigned=Assigned.OTHERS)) == [2, 4]
    assert keys_of(listed(assigned=Assigned.NOBODY)) == [1, 3, 5, 6]
    rows = {row.key: row for row in listed().rows(0, 9)}
    assert rows[5].tags == ("رياضة", "عاجل")
    assert rows[4].assigned == ("omar", "salma")
    assert rows[6].tags == rows[6].assigned == ()


def test_a_note_and_a_flag_on_the_article_filter(six: ProjectFile, listed) -> None:
    with six._write() as connection:
        connection.execute(
            """UPDATE annotation_set SET note = 'سؤال', flags = '["unsure"]' WHERE article = 3"""
        )
    assert keys_of(listed(noted=True)) == keys_of(listed(flagged=True)) == [3]
    [row] = listed(noted=True).rows(0, 1)
    assert (row.noted, row.flags) == (True, ("unsure",))
    assert keys_of(listed("omar", noted=True)) == []


def test_what_was_changed_last_comes_first(six: ProjectFile, listed) -> None:
    with six._write() as connection:
        connection.execute("UPDATE annotation_set SET modified = '2020' WHERE article = 2")
    assert keys_of(listed(order=Order.CHANGED))[:2] == [3, 2]


def test_rows_tell_what_is_now_and_stay_where_they_are(six: ProjectFile, listed) -> None:
    listing = listed(statuses=frozenset({NEW, STARTED}), order=Order.STATUS)
    assert keys_of(listing)[0] == 1
    before = six.timeline(1, "salma")
    edit = set_status(before.state, DONE, Actor("salma", ""))
    six.record(1, before, before.perform(edit), edit, kind=StepKind.DO)
    assert listing.rows(0, 1)[0].status is DONE
    assert keys_of(listing)[0] == 1
    assert 1 not in keys_of(listed(statuses=frozenset({NEW, STARTED})))


def test_the_next_undecided_goes_by_the_list_and_round_its_end(listed) -> None:
    listing = listed(order=Order.STATUS)  # 1 4 5 6 new, 3 begun, 2 done
    assert listing.next_undecided() == 1
    assert listing.next_undecided(listing.row_of(6)) == 3
    assert listing.next_undecided(listing.row_of(3)) == 1
    assert listed(statuses=frozenset({DONE})).next_undecided() is None


def test_a_hole_in_the_keys_leaves_no_row_empty(six: ProjectFile, listed) -> None:
    with six._write() as connection:
        connection.execute("DELETE FROM article WHERE key = 3")
    assert keys_of(listed()) == [1, 2, 4, 5, 6]


def test_it_works_on_a_project_that_is_only_read(six: ProjectFile) -> None:
    with ProjectFile.open(six.path, read_only=True) as reader:
        listing = reader.listing("salma", ArticleQuery(order=Order.TITLE))
        assert keys_of(listing) == [6, 2, 5, 3, 4, 1]
        listing.close()


def test_a_list_nobody_wants_any_more_is_not_made(file: ProjectFile) -> None:
    file.add_articles(
        AnnotatedArticle(Article(f"a{number}", f"نص {number}")) for number in range(3000)
    )
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        file.listing("salma", ArticleQuery(order=Order.STATUS), progress)


def test_details_are_replaced_and_the_text_is_not(six: ProjectFile) -> None:
    before = six.article(2)
    six.describe(2, title="عنوان", meta={"source": "وكالة", "n": 3})
    after = six.article(2)
    assert (after.title, dict(after.meta)) == ("عنوان", {"source": "وكالة", "n": 3})
    assert (after.id, after.text) == (before.id, before.text)


@given(words=st.text(max_size=12), order=st.sampled_from(Order), reverse=st.booleans())
def test_any_query_can_be_asked(tmp_path_factory, words, order, reverse) -> None:
    path = _shared(tmp_path_factory)
    listing = Listing(path, "salma\ud800", ArticleQuery(text=words, order=order, reverse=reverse))
    assert len(keys_of(listing)) == listing.count
    listing.close()


def _shared(factory) -> object:
    from annotator.config.labelsets import load_label_set

    path = factory.getbasetemp() / "shared.annotator"
    if not path.exists():
        with ProjectFile.create(path, label_set=load_label_set()) as file:
            file.add_articles(
                AnnotatedArticle(Article(f"a{at}", f"t{at}", title))
                for at, title in enumerate(("", "ب\ud800", "a\nb", "ـ", "İ"))
            )
    return path


def test_a_note_and_a_flag_on_a_span_filter_too(six: ProjectFile, listed) -> None:
    with six._write() as connection:
        (key,) = (
            connection.execute(
                "SELECT key FROM annotation_set WHERE article = 2 AND annotator <> ''"
            ).fetchone()
            or connection.execute("SELECT key FROM annotation_set WHERE article = 2").fetchone()
        )
        for id_, note, more in (("n1", "سؤال", None), ("n2", "", '{"flags":["unsure"]}')):
            connection.execute(
                "INSERT INTO entity VALUES (?, ?, 0, 1, 'PER', 'accepted', 'human', NULL, NULL, "
                "?, '', '', ?)",
                (key, id_, note, more),
            )
    assert keys_of(listed(noted=True)) == keys_of(listed(flagged=True)) == [2]
