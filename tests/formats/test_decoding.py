"""Encodings: found, named, and never guessed in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import seeds
from annotator.core.errors import UserError
from annotator.formats import recognised
from annotator.formats.decoding import SAMPLE, checked_encoding, decode, find_encoding
from annotator.formats.source import open_source

SEED = (seeds() / "000_a85702afb10d5380.txt").read_text(encoding="utf-8")
SHORT = "وزير الخارجية الأميركي في القاهرة"
FRENCH = "L'été dernier, la Société générale a décidé de créer une agence à Besançon."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"],
)
@pytest.mark.parametrize(
    "text", [SEED, SHORT, SHORT + "\r\n" + SHORT], ids=["seed", "short", "crlf"]
)
def test_arabic_text_is_decoded_as_it_was(encoding, text):
    text = text.encode(encoding, "ignore").decode(encoding)
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding


@pytest.mark.parametrize("encoding", ["mac_arabic", "cp720"])
def test_rarer_arabic_encodings(encoding):
    text = SEED.encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding)).text == text


def test_one_byte_encodings_name_the_others_that_fit():
    found = find_encoding(SEED.encode("cp1256"))
    assert found.name == "cp1256"
    assert "cp1252" in found.alternatives
    assert find_encoding(SEED.encode()).alternatives == ()


def test_latin_text_is_not_taken_for_arabic():
    assert decode(FRENCH.encode("cp1252")).text == FRENCH


def test_an_encoding_that_is_given_is_used():
    assert decode(SHORT.encode("cp1256"), "windows-1256").text == SHORT
    assert decode(SHORT.encode("utf-8-sig"), "utf-8").text == SHORT
    with pytest.raises(UserError, match="Byte 0 does not fit the encoding utf-8"):
        decode(SHORT.encode("cp1256"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "zip", "rot13", "", "a\0b"])
def test_encodings_that_are_none(name):
    with pytest.raises(UserError, match="Unknown encoding"):
        checked_encoding(name)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        b"SQLite format 3\x00",
        bytes(range(256)) * 8,
        b"\0" * 1000,
    ],
    ids=["png", "zip", "sqlite", "every byte", "zeros"],
)
def test_binary_data_is_no_text(data):
    with pytest.raises(UserError, match="not a text file"):
        decode(data)
    if b"\0" in data:
        with pytest.raises(UserError):
            decode(data, "cp1256")


def test_a_few_bad_bytes_do_not_turn_utf8_into_something_else():
    data = SEED.encode()
    damaged = data[:200] + b"\xff" + data[200:]
    assert find_encoding(damaged).name == "utf-8"
    with pytest.raises(UserError, match="Byte 200 does not fit"):
        decode(damaged)


@pytest.mark.parametrize("ascii_bytes", [SAMPLE - 1, SAMPLE - 2, SAMPLE - 3])
def test_a_character_cut_by_the_end_of_the_sample(ascii_bytes):
    assert find_encoding(b"a" * ascii_bytes + "قال😊".encode()).name == "utf-8"


@given(st.text())
def test_any_utf8_text_survives_but_control_characters(text):
    data = text.encode("utf-8", "ignore")
    text = data.decode()
    try:
        decoded = decode(data)
    except UserError:
        assert any(char < " " for char in text)
        return
    if decoded.encoding == "utf-8":
        assert decoded.text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data):
    try:
        decoded = decode(data)
    except UserError:
        return
    assert isinstance(decoded.text, str)


def test_lines_end_at_line_feeds_only(tmp_path):
    path = tmp_path / "lines"
    path.write_bytes("\ufeffواحد\r\nاثنان\u2028ثلاثة\x85\rأربعة\n\nخمسة".encode())
    lines = list(open_source(path).lines())
    assert [line.text for line in lines] == ["واحد", "اثنان\u2028ثلاثة\x85\rأربعة", "", "خمسة"]
    assert [line.number for line in lines] == [1, 2, 3, 4]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1256"])
def test_lines_in_other_encodings(encoding, tmp_path):
    path = tmp_path / "lines"
    path.write_bytes("قال سامح\r\nفي القاهرة أمس\n".encode(encoding))
    assert [line.text for line in open_source(path).lines()] == ["قال سامح", "في القاهرة أمس"]


def test_a_line_that_does_not_fit_is_marked_and_the_rest_is_read(tmp_path):
    path = tmp_path / "lines"
    path.write_bytes("سامح".encode() * 10 + b"\n\xff\xfe\n" + "شكري".encode())
    assert [line.text for line in open_source(path).lines()] == ["سامح" * 10, None, "شكري"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("block", [1, 7, 64, 100])
def test_a_line_without_end_is_not_held_in_memory(block, encoding, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.source.LARGEST_LINE", 100)
    monkeypatch.setattr("annotator.formats.source._BLOCK", block)
    path = tmp_path / "lines"
    text = "a" * 1000 + "\nnext\n\n" + "b" * 99 + "\n" + "c" * 1000
    path.write_bytes(text.encode(encoding))
    lines = list(open_source(path).lines())
    assert [line.text for line in lines] == [None, "next", "", "b" * 99, None]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]


@given(st.text("اب\n\r x", max_size=60), st.integers(1, 9))
def test_lines_do_not_depend_on_blocks(tmp_path_factory, text, block):
    path = tmp_path_factory.mktemp("blocks") / "lines"
    path.write_text(f"x{text}", encoding="utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.formats.source._BLOCK", block)
        lines = [line.text for line in open_source(path).lines()]
    expected = f"x{text}".removesuffix("\n").split("\n")
    assert lines == [line.removesuffix("\r") for line in expected]


def test_a_file_too_large_for_one_text_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.source.LARGEST_TEXT", 100)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(UserError, match="too large"):
        open_source(path).text()


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_says_so(data, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"empty.txt: The file is empty"):
        recognised(open_source(path))
