"""Of which files a person is asked what their columns hold, and that the answer is what is read."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from annotator.core.progress import Cancelled, Progress
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
    reading = Reading([path])
    list(reading.articles())
    assert "columns" not in {problem.kind for problem in reading.report.problems}


@pytest.mark.parametrize("name", UNSURE)
def test_tables_of_unknown_names_are_asked_about(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(UNSURE[name], encoding="utf-8")
    [unsure] = unsure_tables([path], {})
    assert unsure.file == str(path)
    text = unsure.table.names[-1]
    assert (unsure.table.found is None) == (name == "short.csv")
    choice = TableChoice(unsure.format, {"text": text, "title": "", "id": ""})
    reading = Reading([path], tables={str(path): choice})
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
    [article] = Reading([path], tables={str(path): choice}).articles()
    assert (article.text, article.article.title) == (TEXT, "1")


def test_tables_in_folders_and_archives_are_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    (folder / "deep").mkdir(parents=True)
    for name, content in {**SURE, **UNSURE}.items():
        (folder / "deep" / name).write_text(content, encoding="utf-8")
    archive = tmp_path / "dump.zip"
    with ZipFile(archive, "w") as packed:
        for name, content in {**SURE, **UNSURE}.items():
            packed.writestr(f"in/{name}", content)
        packed.writestr("inner.zip", b"PK\x03\x04 damaged")
    found = unsure_tables([folder, archive], {})
    assert {table.file for table in found} == {
        *(str(folder / "deep" / name) for name in UNSURE),
        *(f"{archive}/in/{name}" for name in UNSURE),
    }
    choices = {
        table.file: TableChoice(
            table.format, {"text": table.table.names[-1], "title": "", "id": ""}
        )
        for table in found
    }
    reading = Reading([folder, archive], tables=choices)
    articles = list(reading.articles())
    asked = [a for a in articles if a.article.id in {f"{Path(name).stem}-1" for name in UNSURE}]
    assert len(asked) == 2 * len(UNSURE)
    assert not any(a.article.title for a in asked)
    assert not any(problem.kind == "columns" for problem in reading.report.problems)


def test_looking_for_tables_can_be_stopped(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.csv").write_text(UNSURE["odd.csv"], encoding="utf-8")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        unsure_tables([tmp_path], {}, progress)


@pytest.mark.parametrize("name", UNSURE)
def test_a_guess_that_nobody_was_asked_about_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(UNSURE[name], encoding="utf-8")
    reading = Reading([path])
    list(reading.articles())
    [told] = [problem for problem in reading.report.problems if problem.kind == "columns"]
    assert told.file == str(path)
    if name == "two texts.csv":
        assert "text is taken for the text" in str(told.message)
    else:
        assert re.search(r"--format \S+ --column text=NAME, one of: alef, beh", str(told.message))
