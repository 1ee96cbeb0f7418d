"""What doccano's own code needs of a file, beside what all formats are tested for."""

from __future__ import annotations

import json

from annotator.formats import writer


def test_emoji_are_escapes_and_arabic_is_to_be_read(article, write):
    """chardet 4, by which doccano finds the encoding, takes emoji in UTF-8 for Thai."""
    text = 'قال سامح 😊 \\ "👨‍👩‍👧".'
    data = write(writer("doccano"), article(text, ("سامح", "PER"))).read_bytes()
    assert "قال سامح" in data.decode()
    assert max(data) < 0xF0
    assert json.loads(data)["text"] == text
