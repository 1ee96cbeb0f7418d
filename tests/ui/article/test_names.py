"""Label names: none over another, none outside the page, none lost without need."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.names import GAP, Name, place_names

PAGE = (0.0, 500.0)


def width_of(text: str) -> float:
    return 6.0 * len(text)


def shortened(text: str, width: float) -> str:
    return text[: max(1, int(width / 6) - 1)] + "…"


def placed(*names: Name):
    return place_names(names, width_of, shortened, PAGE)


def name(left: float, right: float, text: str = "Place", **more) -> Name:
    return Name(text, left, right, more.pop("from_right", True), 20.0, "#123456", **more)


def test_a_name_starts_over_the_first_letter():
    (one,) = placed(name(100, 200))
    assert one.left + one.width == 200
    (one,) = placed(name(100, 200, from_right=False))
    assert one.left == 100


def test_a_name_at_the_pages_edge_is_not_cut():
    (one,) = placed(name(0, 12, "Organisation"))
    assert one.left >= PAGE[0]
    assert one.text == "Organisation"


def test_crowded_names_make_room():
    left, right = sorted(placed(name(200, 240), name(180, 200)), key=lambda n: n.left)
    assert left.left + left.width + GAP <= right.left
    assert (left.text, right.text) == ("Place", "Place")


def test_a_name_without_room_is_shortened_and_the_current_one_is_not():
    names = [
        name(200, 240, "Organisation"),
        name(165, 197, "Organisation", rank=0),
        name(130, 162, "Organisation"),
    ]
    texts = [n.text for n in placed(*names)]
    assert texts[0] == "Organisation"
    assert all(text.endswith("…") or text == "Organisation" for text in texts)


def test_names_of_two_lines_do_not_mind_each_other():
    below = name(100, 200)._replace(baseline=80.0)
    assert [n.left for n in placed(name(100, 200), below)] == [170.0, 170.0]


spans = st.tuples(st.floats(0, 480), st.floats(5, 120), st.booleans(), st.integers(0, 2))


@given(st.lists(spans, max_size=12), st.sampled_from(["Place", "Organisation", "م"]))
def test_no_name_covers_another_or_leaves_its_place(found, text):
    names = {
        str(number): Name(text, left, left + width, from_right, 20.0, str(number), rank)
        for number, (left, width, from_right, rank) in enumerate(found)
    }
    row = sorted(place_names(names.values(), width_of, shortened, PAGE), key=lambda n: n.left)
    for one in row:
        right, own = one.left + one.width, names[one.colour]
        assert PAGE[0] - 1e-6 <= one.left
        assert right <= PAGE[1] + 1e-6
        over = min(right, own.right) - max(one.left, own.left)
        inside = min(own.right, PAGE[1]) - own.left
        assert over >= 0.4 * min(one.width, inside) - 1e-6
    for one, other in pairwise(row):
        assert one.left + one.width + GAP <= other.left + 1e-6
