from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.config.labelsets import bundled_label_sets, label_set_toml, load_label_set
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet


def test_the_default_set_is_the_contract() -> None:
    labels = load_label_set()
    assert [label.id for label in labels] == ["PER", "LOC", "ORG", "MISC"]
    assert [label.key for label in labels] == ["1", "2", "3", "4"]
    assert [label.name("ar") for label in labels] == ["شخص", "مكان", "جهة", "أخرى"]
    assert labels.resolve("PERS") == "PER"


@pytest.mark.parametrize("label_set_id", bundled_label_sets())
def test_every_label_of_a_bundled_set_is_complete(label_set_id: str) -> None:
    labels = load_label_set(label_set_id)
    assert labels.id == label_set_id
    for label in labels:
        assert set(label.names) == {"ar", "en"} == set(label.description)
        assert label.key
        assert label.example
    colours = [label.colour for label in labels]
    assert len(set(colours)) == len(colours)


def test_the_extended_set_keeps_the_default_one() -> None:
    default, extended = load_label_set(), load_label_set("extended")
    assert extended.labels[: len(default.labels)] == default.labels
    assert [label.id for label in extended][4:] == ["DATE", "NUM", "TITLE"]
    assert extended.aliases == default.aliases


def test_a_set_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[labels]]\nid = "EVENT"\nnames = { ar = "حدث" }\n', encoding="utf-8")
    labels = load_label_set(path)
    assert labels.id == "own"
    assert labels.get("EVENT").name("en") == "حدث"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("labels = 3", "lists no labels"),
        ("", "lists no labels"),
        ("[[labels]", "not a TOML file"),
        ('[[labels]]\nid = "A B"', "id without spaces"),
        ('[[labels]]\nid = "A"\ncolour = "red"', "colour of A"),
        ('[[labels]]\nid = "A"\n[[labels]]\nid = "A"', "share the id or key A"),
        ('[[labels]]\nid="A"\nkey="1"\n[[labels]]\nid="B"\nkey="1"', "share the id or key 1"),
        ('extends = "nothing"', "extends nothing"),
    ],
)
def test_a_file_that_is_no_label_set_says_why(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said) as raised:
        load_label_set(path)
    assert raised.value.where == str(path)


def test_a_set_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UserError, match="no such label set") as raised:
        load_label_set("none")
    assert "default, anercorp, extended, ontonotes, wojood" in str(raised.value.todo)


def test_bytes_that_are_no_text_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="not a TOML file"):
        load_label_set(path)


@pytest.mark.parametrize("label_set_id", bundled_label_sets())
def test_what_is_written_is_read_back(label_set_id: str, tmp_path: Path) -> None:
    labels = load_label_set(label_set_id)
    path = tmp_path / "out.toml"
    path.write_text(label_set_toml(labels), encoding="utf-8")
    assert load_label_set(path) == labels


texts = st.text(st.characters(codec="utf-8"), max_size=8)
names = st.dictionaries(st.sampled_from(["ar", "en"]), texts)
label_ids = st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1)


@given(
    st.lists(
        st.builds(
            Label,
            id=label_ids,
            names=names,
            colour=st.integers(0, 0xFFFFFF).map("#{:06x}".format),
            description=names,
            example=texts,
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda label: label.id,
    ),
    names,
    st.dictionaries(label_ids, st.just("")),
)
def test_any_label_set_survives_its_file(
    labels: list[Label], set_names: dict[str, str], aliases: dict[str, str]
) -> None:
    ids = {label.id for label in labels}
    meant = {name: labels[0].id for name in aliases if name not in ids}
    label_set = LabelSet("any", tuple(labels), meant, set_names)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.toml"
        path.write_text(label_set_toml(label_set), encoding="utf-8", newline="")
        assert load_label_set(path) == label_set


@pytest.mark.parametrize("aliases", ['OLD = "B"', 'A = "A"'])
def test_an_alias_of_nothing_is_refused(tmp_path: Path, aliases: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(f'[[labels]]\nid = "A"\n[aliases]\n{aliases}\n', encoding="utf-8")
    with pytest.raises(UserError, match="stands for no other label"):
        load_label_set(path)


@pytest.mark.parametrize(
    ("label_set_id", "count"), [("anercorp", 4), ("ontonotes", 18), ("wojood", 21)]
)
def test_the_sets_of_corpora_have_all_their_labels(label_set_id: str, count: int) -> None:
    labels = load_label_set(label_set_id)
    assert len(labels.labels) == count
    assert labels.resolve("PERSON") in labels
    assert labels.resolve("PERS") in labels
