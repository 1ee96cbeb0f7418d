"""Texts that are nearly the same are found, and only those."""

from __future__ import annotations

import random

import pytest

from annotator.review.near_copies import NearCopies

WORDS = [f"كلمة{number}" for number in range(3000)]


def text(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def grouped(texts: dict[str, str]) -> list[list[str]]:
    copies: NearCopies[str] = NearCopies()
    for key, value in texts.items():
        copies.add(key, value)
    return copies.groups()


def test_a_report_that_another_paper_has_cut_and_edited_is_found():
    words = text(1)
    edited = [*words[10:]]
    edited[40], edited[90] = "عاجل", "الآن"
    found = grouped({"a": " ".join(words), "b": " ".join(text(2)), "c": " ".join(edited)})
    assert found == [["a", "c"]]


def test_spelling_and_diacritics_make_no_difference():
    assert grouped({"a": "إلى أحمد في القاهرة اليوم", "b": "الى احمَد في القاهرة اليومَ"}) == [
        ["a", "b"]
    ]


def test_copies_of_copies_are_one_group():
    words = text(3)
    texts = {f"t{n}": " ".join([*words[: 200 - 15 * n], *text(50 + n, 15 * n)]) for n in range(3)}
    assert grouped(texts) == [["t0", "t1", "t2"]]


def test_other_texts_and_short_ones_stay_alone():
    texts = {str(n): " ".join(text(n)) for n in range(200)}
    assert grouped({**texts, "x": "خبر", "y": "خبر", "z": ""}) == []


def test_many_copies_of_one_text_are_one_group():
    words = text(4)
    texts = {str(n): " ".join([*words[:190], *text(100 + n, 10)]) for n in range(60)}
    (group,) = grouped(texts)
    assert len(group) == 60


@pytest.mark.parametrize("share", [0.05, 0.4])
def test_what_counts_is_the_share_of_runs(share: float):
    words = text(5)
    rng = random.Random(6)
    other = [rng.choice(WORDS) if rng.random() < share else word for word in words]
    assert bool(grouped({"a": " ".join(words), "b": " ".join(other)})) == (share < 0.1)
