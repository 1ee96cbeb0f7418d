"""Bytes are read as their text is, whichever of the two parsers does it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.strict_json import StrictDecoder

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


def told(read, data):
    """What comes of reading; of errors their text, which a report shows."""
    decoder = StrictDecoder()
    try:
        value = getattr(decoder, read)(data)
    except (ValueError, RecursionError) as error:
        return type(error), str(error).partition(" while ")[0]
    return repr(value), decoder.not_finite


@given(VALUES)
def test_any_value(value):
    text = json.dumps(value, ensure_ascii=False)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = json.dumps(value).encode()
    assert told("decode_utf8", data) == told("decode", data.decode())


@pytest.mark.parametrize(
    "text",
    [
        "18446744073709551616",
        "-9223372036854775809",
        '{"id": 123456789012345678901234567890}',
        "1e999",
        "[NaN, -Infinity]",
        "1.7976931348623159e308",
        "-0",
        '"\\ud83d"',
        '"\t"',
        '{"a": 1, "a": 2}',
        "[1,]",
        "[1] 2",
        "",
        f"{'[' * 600}{']' * 600}",
        f"{'[' * 1020}{']' * 1020}",
        f"{'[' * 5000}{']' * 5000}",
        f"[{'[1],' * 600}2]",
    ],
)
def test_what_the_parsers_see_otherwise(text):
    assert told("decode_utf8", text.encode()) == told("decode", text)


def test_bytes_that_are_not_utf8():
    with pytest.raises(UnicodeDecodeError):
        StrictDecoder().decode_utf8(b'"\xff"')
