"""Of which files a person is asked what their columns hold, and that the answer is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from annotator.services.transfer import Reading, TableChoice, unsure_tables

TEXT = "قال الرئيس في باريس اليوم إن الأمر انتهى بعد ساعات طويلة."

SURE = {
    "named.csv": f"id,title,text\n1,خبر,{TEXT}\n",
    "named.json": f'[{{"headline": "خبر", "body": "{TEXT}", "x": 1}}]',
    "ours.jsonl": f'{{"id": "1", "text": "{TEXT}"}}\n',
    "prose.txt": f"{TEXT}، ثم قال، إنه\n",
    "prose.csv": f"{TEXT}\n\nوقال إن\n",
    "bad.json": "{",
    "empty.csv": "",
}
UNSURE = {
    "odd.csv": f"alef;beh\n1;{TEXT}\n",
    "odd.tsv": f"alef\tbeh\n1\t{TEXT}\n",
    "short.csv": "alef,beh\n1,خبر\n",
    "odd.json": f'[{{"alef": 1, "beh": "{TEXT}"}}]',
    "two texts.csv": f"id,title,text,body\n1,خبر,موجز الخبر,{TEXT}\n",
}


@pytest.mark.parametrize("name", SURE)
def test_files_that_tell_themselves_are_not_asked_about(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SURE[name], encoding="utf-8")
    assert unsure_tables([path, tmp_path], {}) == []


@pytest.mark.parametrize("name", UNSURE)
def test_tables_of_unknown_names_are_asked_about(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(UNSURE[name], encoding="utf-8")
    [unsure] = unsure_tables([path], {})
    assert unsure.path == path
    text = unsure.table.names[-1]
    assert (unsure.table.found is None) == (name == "short.csv")
    choice = TableChoice(unsure.format, {"text": text, "title": "", "id": ""})
    reading = Reading([path], tables={path: choice})
    [article] = reading.articles()
    assert article.text == unsure.table.rows[0][text]
    assert (article.article.title, article.article.id) == ("", f"{path.stem}-1")
    assert not reading.report.problems


def test_a_workbook_of_unknown_names_shows_its_first_sheet(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("alef", "beh"), (1, TEXT)):
        book.active.append(row)
    path = tmp_path / "odd.xlsx"
    book.save(path)
    [unsure] = unsure_tables([path], {})
    assert unsure.table.rows == ({"alef": 1, "beh": TEXT},)
    choice = TableChoice("xlsx", {"text": "beh", "title": "alef", "id": ""})
    [article] = Reading([path], tables={path: choice}).articles()
    assert (article.text, article.article.title) == (TEXT, "1")
