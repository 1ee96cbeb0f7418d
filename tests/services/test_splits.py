"""Parts: their sizes, the labels in them, and what stays together."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.services.splits import Split, split_from
from annotator.services.stratifying import Group, dealt


def single(number: int, labels: dict[str, int] | None = None) -> Group:
    return Group((f"{number:064x}",), labels or {})


def test_a_split_is_exact_and_the_same_for_the_same_seed():
    groups = [single(n) for n in range(100)]
    parts = Split((80, 10, 10), seed=7).parts(groups)
    assert parts == Split((80, 10, 10), seed=7).parts(reversed(groups))
    assert parts != Split((80, 10, 10), seed=8).parts(groups)
    assert [list(parts.values()).count(name) for name in ("train", "dev", "test")] == [80, 10, 10]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_every_article_has_a_part(count):
    groups = [single(n) for n in range(count)]
    assert len(Split((34, 33, 33)).parts(groups)) == count


def shares_of(groups: list[Group], parts: list[int], label: str) -> list[float]:
    found: Counter[int] = Counter()
    for group, part in zip(groups, parts, strict=True):
        found[part] += group.labels.get(label, 0)
    return [found[part] / found.total() for part in range(3)]


def test_rare_and_common_labels_have_their_share_in_every_part():
    rng = random.Random(3)
    groups = []
    for number in range(400):
        labels = {"PER": rng.randint(0, 20), "LOC": rng.randint(0, 8)}
        labels |= {"RARE": rng.randint(1, 2)} if number % 20 == 0 else {}
        groups.append(single(number, {k: v for k, v in labels.items() if v}))
    parts = dealt(groups, (80, 10, 10), 1)
    assert [parts.count(part) for part in range(3)] == [320, 40, 40]
    for label, slack in (("PER", 0.01), ("LOC", 0.01), ("RARE", 0.06)):
        wanted = zip(shares_of(groups, parts, label), (0.8, 0.1, 0.1), strict=True)
        assert all(abs(share - part) <= slack for share, part in wanted), label


def test_without_stratifying_labels_play_no_part():
    groups = [single(n, {"PER": n}) for n in range(50)]
    bare = [single(n) for n in range(50)]
    split = Split((60, 20, 20), 1, stratified=False)
    assert split.parts(groups) == split.parts(bare)
    assert Split((60, 20, 20), 1).parts(groups) != split.parts(bare)


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 9)))
    ),
    st.sampled_from([(80, 10, 10), (90, 10, 0), (0, 50, 50), (100, 0, 0)]),
    st.integers(0, 5),
)
def test_groups_stay_whole_and_no_part_of_no_share_gets_any(sizes, shares, seed):
    groups = [
        Group(tuple(f"{number}-{n}" for n in range(size)), labels)
        for number, (size, labels) in enumerate(sizes)
    ]
    parts = Split(shares, seed).parts(groups)
    assert len(parts) == sum(size for size, _ in sizes)
    for group in groups:
        assert len({parts[article] for article in group.articles}) == 1
    empty = {
        name for name, share in zip(("train", "dev", "test"), shares, strict=True) if not share
    }
    assert not empty & set(parts.values())


def test_splits_from_text():
    assert split_from("80/10/10", 3) == Split((80, 10, 10), 3)
    assert split_from("90/10") == Split((90, 10, 0))
    for text in ("", "80", "80/10", "50/25/15/10", "-10/100/10", "80/10/x"):
        with pytest.raises(UserError, match="no split"):
            split_from(text)
