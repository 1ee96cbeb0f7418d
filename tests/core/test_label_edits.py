from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.label_edits import (
    LabelDraft,
    add_label,
    change_label,
    fates_of,
    key_clashes,
    merge_label,
    move_label,
    remove_label,
    rename_label,
    set_aliases,
    take_labels,
)
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import message

IDS = ["A", "B", "C", "D", "E"]
some_id = st.sampled_from(IDS)

Spans = list[str | None]
"""The labels of a project's spans; None once rejected."""


def a_set(*ids: str) -> LabelSet:
    return LabelSet("test", tuple(Label(one) for one in ids))


class Played:
    """A draft, beside spans that take every edit at once instead of at the end."""

    def __init__(self, labels: LabelSet) -> None:
        self.draft = LabelDraft(labels)
        self.spans: Spans = [*IDS]

    def play(self, edit: Callable[[LabelDraft], LabelDraft], spans: dict[str, str | None]) -> None:
        with contextlib.suppress(KeyError, UserError):
            self.draft = edit(self.draft)
            self.spans = [spans.get(one, one) if one else None for one in self.spans]


edits = st.one_of(
    st.tuples(st.just("rename"), some_id, some_id),
    st.tuples(st.just("merge"), some_id, some_id),
    st.tuples(st.just("keep"), some_id, st.none()),
    st.tuples(st.just("reject"), some_id, st.none()),
    st.tuples(st.just("add"), some_id, st.none()),
    st.tuples(st.just("move"), some_id, st.integers(-9, 9)),
    st.tuples(st.just("alias"), some_id, some_id),
)


def play(game: Played, kind: str, one: str, other: object) -> None:
    to = str(other)
    table: dict[str, tuple[Callable[[LabelDraft], LabelDraft], dict[str, str | None]]] = {
        "rename": (lambda d: rename_label(d, one, to), {one: to}),
        "merge": (lambda d: merge_label(d, one, to), {one: to}),
        "keep": (lambda d: remove_label(d, one, reject=False), {}),
        "reject": (lambda d: remove_label(d, one, reject=True), {one: None}),
        "add": (lambda d: add_label(d, Label(one)), {}),
        "move": (lambda d: move_label(d, one, int(to)), {}),
        "alias": (lambda d: set_aliases(d, one, (to,)), {}),
    }
    game.play(*table[kind])


@given(st.lists(edits, max_size=12), st.sets(some_id, min_size=1))
def test_many_edits_are_one_mapping(played: list[tuple[str, str, object]], start: set[str]) -> None:
    game = Played(a_set(*sorted(start)))
    for kind, one, other in played:
        play(game, kind, one, other)
    labels = game.draft.labels
    fates = fates_of(game.draft)
    at_once = [fates.get(one, one) for one in IDS]
    assert at_once == [one and labels.resolve(one) for one in game.spans]
    ids = [label.id for label in labels]
    assert ids
    assert len(set(ids)) == len(ids)
    assert set(labels.aliases.values()) <= set(ids)
    assert not set(labels.aliases) & set(ids)
    assert all(one != to for one, to in fates.items())


def test_two_labels_can_change_places() -> None:
    draft = LabelDraft(a_set("A", "B"))
    for one, to in (("A", "X"), ("B", "A"), ("X", "B")):
        draft = rename_label(draft, one, to)
    assert fates_of(draft) == {"A": "B", "B": "A", "X": "B"}
    assert [label.id for label in draft.labels] == ["B", "A"]


def test_a_renamed_label_keeps_its_old_name_as_an_alias() -> None:
    draft = LabelDraft(LabelSet("t", (Label("PER"),), {"PERS": "PER"}))
    draft = rename_label(draft, "PER", "PERSON")
    assert draft.labels.aliases == {"PER": "PERSON", "PERS": "PERSON"}
    assert fates_of(draft) == {"PER": "PERSON", "PERS": "PERSON"}


def test_what_a_new_alias_names_becomes_the_label() -> None:
    draft = set_aliases(LabelDraft(a_set("PER")), "PER", ("PERS",))
    assert fates_of(draft) == {"PERS": "PER"}
    assert fates_of(set_aliases(draft, "PER", ())) == {}


def test_another_set_takes_over_what_it_knows_by_another_name() -> None:
    other = LabelSet("o", (Label("PERS"), Label("LOC")), {"PER": "PERS"})
    draft = take_labels(LabelDraft(a_set("PER", "LOC", "MISC")), other)
    assert fates_of(draft) == {"PER": "PERS"}


def test_labels_move_as_far_as_the_list_goes() -> None:
    draft = LabelDraft(a_set("A", "B", "C"))
    assert [one.id for one in move_label(draft, "C", -1).labels] == ["A", "C", "B"]
    assert [one.id for one in move_label(draft, "A", 99).labels] == ["B", "C", "A"]
    assert move_label(draft, "A", -1) == draft


def test_what_is_said_of_a_label_changes_and_nothing_else() -> None:
    draft = LabelDraft(a_set("A", "B"))
    changed = change_label(draft, replace(Label("B"), colour="#000000"))
    assert changed.labels.labels == (Label("A"), Label("B", colour="#000000"))
    assert fates_of(changed) == {}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda d: add_label(d, Label("A")), "There is a label A already"),
        (lambda d: add_label(d, Label("")), "an id without spaces"),
        (lambda d: rename_label(d, "A", "X Y"), "an id without spaces"),
        (lambda d: rename_label(d, "A", "B"), "There is a label B already"),
        (lambda d: set_aliases(d, "A", ("B",)), "There is a label B already"),
        (lambda d: set_aliases(d, "A", ("OLD",)), "OLD already stands for B"),
        (
            lambda d: remove_label(remove_label(d, "A", reject=True), "B", reject=True),
            "at least one label",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    edit: Callable[[LabelDraft], LabelDraft], said: str
) -> None:
    labels = LabelSet("t", (Label("A"), Label("B")), {"OLD": "B"})
    with pytest.raises(UserError, match=said):
        edit(LabelDraft(labels))


def test_clashes_of_keys_name_who_has_the_key() -> None:
    labels = LabelSet(
        "t", (Label("A", key="1"), Label("B", key="1"), Label("C", key="Q"), Label("D"))
    )
    taken = {"Q": message("Q is the key of “Mark a quote”.")}
    found = {one: str(said) for one, said in key_clashes(labels, taken.get)}
    assert found == {
        "A": "The key 1 is that of the label B.",
        "B": "The key 1 is that of the label A.",
        "C": "Q is the key of “Mark a quote”.",
    }
