"""Where reported content may end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.edges import right_edges


def ends(text: str, start: str) -> list[str]:
    at = text.index(start)
    return [text[at:end] for end in right_edges(text, at)]


def test_commas_verbs_joined_by_waw_and_the_sentence_end() -> None:
    text = "قال إن العمل جيد، وإنه سعيد وسيعود غداً. ثم مضى."
    assert ends(text, "إن العمل") == [
        "إن العمل جيد",
        "إن العمل جيد، وإنه سعيد",
        "إن العمل جيد، وإنه سعيد وسيعود غداً",
    ]


def test_a_comma_before_waw_and_a_verb_stays_outside() -> None:
    text = "قال إن العمل جيد، ويزيد كل يوم."
    assert ends(text, "إن العمل") == ["إن العمل جيد", "إن العمل جيد، ويزيد كل يوم"]


def test_no_edge_lies_inside_marks_that_open_later() -> None:
    text = "قال إن العمل «جيد، ومهم وسيبقى». ثم"
    assert ends(text, "إن العمل") == ["إن العمل «جيد، ومهم وسيبقى»"]


def test_content_inside_marks_ends_inside_them() -> None:
    text = "قال: «العمل جيد، ومهم». ثم"
    assert ends(text, "العمل") == ["العمل جيد", "العمل جيد، ومهم"]


@given(st.text(alphabet='اب وسيت،."«» \n', max_size=60), st.integers(0, 60))
def test_edges_are_ordered_and_inside_the_text(text: str, start: int) -> None:
    found = right_edges(text, start)
    assert found == sorted(set(found))
    assert all(start < end <= len(text) and not text[end - 1].isspace() for end in found)
