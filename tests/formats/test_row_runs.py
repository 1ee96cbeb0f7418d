"""Rows come together, every other line by itself; none is lost, none changes its number."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.row_runs import row_runs
from annotator.formats.source import source_of

SPECIAL = ("-DOCSTART-", "# ")
LINES = st.sampled_from(["", " ", "كلمة O", "# text", "#وسم O", "-DOCSTART- O", "- O", "\r", "x\r"])


def source(lines):
    data = "\n".join(lines).encode()
    return source_of("rows.conll", lambda: BytesIO(data), "utf-8")


@given(st.lists(LINES, max_size=30))
def test_the_lines_are_those_of_the_file(lines):
    told = [(line.number, line.text) for line in source(lines).lines()]
    found = []
    for number, texts in row_runs(source(lines), SPECIAL):
        found += enumerate(texts, number)
        if len(texts) > 1:
            assert all(text and text.strip() and not text.startswith(SPECIAL) for text in texts)
    assert found == told


def test_a_sentence_is_one_run():
    lines = ["-DOCSTART- O", "", "# text", "a O", "b O", "", "", "c O", "# odd", "d O"]
    runs = [list(texts) for _, texts in row_runs(source(lines), SPECIAL)]
    assert [run for run in runs if run != [""]] == [
        ["-DOCSTART- O"], ["# text"], ["a O", "b O"], ["c O"], ["# odd"], ["d O"],
    ]  # fmt: skip
