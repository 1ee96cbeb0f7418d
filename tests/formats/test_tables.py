"""Tables of news: CSV and TSV, JSON objects, Excel; and which column is the text."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.formats import packed, reader, recognised
from annotator.formats.base import ReadOptions
from annotator.formats.columns import role_of
from annotator.formats.source import open_source, source_of

CSV, JSON, EXCEL = reader("csv"), reader("json-columns"), reader("xlsx")
NEWS = [
    {"id": "n1", "title": "عنوان", "text": 'قال: "نعم"؛ ثم\r\nسافر، وعاد.', "url": "https://x/1"},
    {"id": "n2", "title": "آخر", "text": " نص ثان | طويل\tفيه كل شيء; \n\n ", "url": ""},
]


def rows(names, *values, delimiter=",", end="\r\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows([names, *values])
    return stream.getvalue()


@pytest.fixture
def read(tmp_path):
    """Return the articles and problems of a text in a format."""

    def read_text(format_, data: str | bytes, **columns: str):
        path = tmp_path / "dump.bin"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        items = list(format_.read(open_source(path), ReadOptions(columns=columns)))
        articles = [item for item in items if isinstance(item, AnnotatedArticle)]
        return articles, [item for item in items if not isinstance(item, AnnotatedArticle)]

    return read_text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_rows_are_kept_to_the_letter(tmp_path, read, delimiter, encoding):
    text = rows(NEWS[0].keys(), *(row.values() for row in NEWS), delimiter=delimiter)
    articles, problems = read(CSV, text.encode(encoding))
    assert recognised(open_source(tmp_path / "dump.bin")) is CSV
    assert problems == []
    assert [a.text for a in articles] == [row["text"] for row in NEWS]
    assert [a.article.id for a in articles] == ["n1", "n2"]
    assert [a.article.title for a in articles] == ["عنوان", "آخر"]
    assert [a.article.meta for a in articles] == [{"url": "https://x/1"}, {}]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["الرقم", "العنوان", "النص"], "النص"),
        (["headline", "المتن", "date"], "المتن"),
        (["Title", "Article Body", "link"], "Article Body"),
        (["x", "y", "z"], "z"),
    ],
)
def test_the_column_of_the_text_is_known_by_its_name_or_its_length(read, names, text):
    long = "قال سامح شكري إن مصر لن تقبل أن يضيع حقها في مياه النيل."
    values = [long if name == text else "قصير" for name in names]
    ((article,), _) = read(CSV, rows(names, values))
    assert article.text == long


def test_columns_may_be_named(read):
    text = rows(["text", "نص آخر", "k"], ["ملخص", "نص المقال", "7"])
    ((article,), _) = read(CSV, text, text="نص آخر", id="k", title="text")
    assert (article.text, article.article.id, article.article.title) == ("نص المقال", "7", "ملخص")
    with pytest.raises(UserError, match=r"no column body(.|\n)*text, نص آخر, k"):
        read(CSV, text, text="body")


def test_marks_that_are_part_of_the_words_stay(read):
    """In many TSV files marks quote nothing: taking them away would change the text."""
    text = 'id\ttitle\ttext\n1\tع\t"إيران" تقول "نعم"\n2\tع\tوقال "لا\n'
    articles, problems = read(CSV, text)
    assert problems == []
    assert [a.text for a in articles] == ['"إيران" تقول "نعم"', 'وقال "لا']


def test_wrong_rows_are_told_by_line(read):
    text = (
        "id,title,text\n1,ع,نص أول\n2,نص ثان\n\n"
        '3,ع,"نص\nثالث"\n4,ع,نص,زائد\n5,ع,"نص" مكسور\n6,ع,\n7,ع,نص سابع,,\n'
    ) + "".join(f"{n},ع,نص آخر\n" for n in range(8, 60))
    articles, problems = read(CSV, text)
    assert [a.article.id for a in articles] == ["1", "3", "7", *map(str, range(8, 60))]
    assert [(p.kind, p.line) for p in problems] == [
        ("row", 3), ("row", 7), ("row", 8), ("empty", 9)
    ]  # fmt: skip


def test_a_wrong_row_in_a_short_table_does_not_hide_what_it_is(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("id,title,content,date\n1,ع,قال سامح شكري,2020\n2,ع,نص\n", encoding="utf-8")
    assert recognised(open_source(path)) is CSV


def test_a_row_that_does_not_fit_the_encoding_is_told(read):
    text = "id,text\n1,قال سامح\n".encode() + b"2,\xd9\n" + "3,نص آخر\n".encode()
    articles, problems = read(CSV, text)
    assert [a.article.id for a in articles] == ["1", "3"]
    assert [(p.kind, p.line) for p in problems] == [("encoding", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "قال سامح، وأضاف, ثم سافر.\nنص آخر, فيه فاصلة.\n",
        "text, and more text\nanother line, the same\n",
        "قال\tO\nسامح\tB-PER\n",
        "text\tO\nسامح\tB-PER\n",
        "article,start,end,label,text\n1,0,3,PER,سامح شكري\n",
        "",
    ],
)
def test_what_is_no_table_of_articles_is_left_to_others(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    assert CSV.sniff(open_source(path).head) == 0


def test_names_are_folded():
    assert [role_of(name) for name in ("Full_Text", " نَصّ الخبر ", "المؤلف", "الفئة", "zz")] == [
        "text", "text", "author", "category", ""
    ]  # fmt: skip


LINES = "\n".join(json.dumps({"headline": r["title"], "content": r["text"]}) for r in NEWS)
LIST = json.dumps([{**r, "date": "2020"} for r in NEWS], ensure_ascii=False, indent=1)
INSIDE = json.dumps({"status": "ok", "articles": [{**r, "author": None} for r in NEWS]}, indent=2)
ALONE = json.dumps({"title": "ع", "body": [NEWS[0]["text"], "ثم"], "views": 3}, indent=2)


@pytest.mark.parametrize("text", [LINES, LIST, INSIDE], ids=["lines", "list", "inside"])
def test_objects_are_found_wherever_they_stand(tmp_path, read, text):
    articles, problems = read(JSON, text)
    assert recognised(open_source(tmp_path / "dump.bin")) is JSON
    assert problems == []
    assert [a.text for a in articles] == [row["text"] for row in NEWS]
    assert [a.article.title for a in articles] == ["عنوان", "آخر"]


def test_one_object_is_one_article_and_a_list_of_strings_its_paragraphs(tmp_path, read):
    ((article,), _) = read(JSON, ALONE)
    assert recognised(open_source(tmp_path / "dump.bin")) is JSON
    assert article.text == f"{NEWS[0]['text']}\n\nثم"
    assert article.article.meta == {"views": 3}


def test_broken_objects_are_told_by_line(read):
    articles, problems = read(JSON, '{"body": "نص"}\n{"body": 3}\n{"body"\n[1]\n{"body": "آخر"}')
    assert [a.text for a in articles] == ["نص", "آخر"]
    assert [(p.kind, p.line) for p in problems] == [("empty", 2), ("json", 3), ("type", 4)]


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "1", "text": "نص"}',
        '{"text": "نص", "label": [[0, 2, "PER"]]}',
        '{"text": "نص", "url": "x", "entities": []}',
        '[{"data": {"text": "نص"}, "annotations": []}]',
    ],
)
def test_annotated_files_are_left_to_others(tmp_path, text):
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    assert recognised(open_source(path)) is not JSON


def book(*sheets: list) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    for number, lines in enumerate(sheets):
        sheet = made.create_sheet(f"s{number}")
        for line in lines:
            sheet.append(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_sheets_are_read_row_by_row(tmp_path, read):
    header = ["id", "العنوان", "النص", "التاريخ", "n"]
    day = datetime(2020, 10, 1)  # noqa: DTZ001 - Excel knows no zones
    data = book(
        [[], header, [7, "ع", "سطر\nآخر", day, 2.0], [8, "ع", None, None, 1.5]],
        [["x"], [1], [2]],
        [["body", "src"], ['=HYPERLINK("https://x")', "ص"], ["نص ثان", "ص"]],
    )
    articles, problems = read(EXCEL, data)
    assert recognised(open_source(tmp_path / "dump.bin")) is EXCEL
    assert [a.text for a in articles] == ["سطر\nآخر", "نص ثان"]
    assert (articles[0].article.id, articles[0].article.title) == ("7", "ع")
    assert articles[0].article.meta == {"date": "2020-10-01T00:00:00", "n": 2}
    assert [(p.kind, p.line) for p in problems] == [("empty", 4), ("empty", 2), ("sheet", None)]


def test_a_workbook_without_texts_is_told_with_its_columns(read):
    with pytest.raises(UserError, match=r"--column text=NAME, one of: a, b"):
        read(EXCEL, book([["a", "b"], [1, 2]]))


def test_a_workbook_that_would_grow_too_large_is_refused(read, monkeypatch):
    data = book([["text"], ["ا" * 30_000]])
    monkeypatch.setattr(packed, "LARGEST_TEXT", 10_000)
    with pytest.raises(UserError, match="too large"):
        read(EXCEL, data)


@pytest.mark.parametrize("cut", [30, 300])
def test_a_damaged_workbook_is_told(read, cut):
    with pytest.raises(UserError, match="damaged"):
        read(EXCEL, book([["text"], ["نص"]])[:-cut])


def test_a_workbook_without_its_parts_is_told(read):
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<x")
    with pytest.raises(UserError, match="damaged"):
        read(EXCEL, stream.getvalue())


_CELLS = st.text(st.sampled_from('ab قال",;\t|\n\r\0\ufeff«»\ud800'), max_size=30)


@given(_CELLS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.booleans())
def test_no_text_is_a_bug(text, headed):
    data = b"id,text,title\n1,\xd9\x86\xd8\xb5 \xd8\xb7,x\n" + text if headed else text
    source = source_of("x", lambda: io.BytesIO(data))
    for format_ in (CSV, JSON):
        format_.sniff(source.head)
        try:
            list(format_.read(source, ReadOptions()))
        except UserError:
            continue


@given(st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=5))
def test_what_a_spreadsheet_writes_reads_back(cells):
    cells = [[c.replace("\ud800", "").replace("\0", "") for c in row] for row in cells]
    text = rows(["text", "title"], *([f"نص {row[0]}", row[1]] for row in cells))
    source = source_of("x", lambda: io.BytesIO(text.encode()))
    articles = list(CSV.read(source, ReadOptions()))
    assert [a.text for a in articles] == [f"نص {row[0]}" for row in cells]
