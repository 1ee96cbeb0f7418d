"""A corpus in and out, beside what SQLite and JSON themselves take for it.

Articles of 332 words with 75 spans each: 1,000 in every format, 10,000 too in the own one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

import pytest

from annotator.services.transfer import export, import_into
from annotator.storage import ProjectFile
from annotator.storage.search import index_row
from tests.benchmarks.corpora import write_corpus
from tests.benchmarks.peak import peak_megabytes

FEW, MANY = 1000, 10_000
SIZES = (FEW, MANY)
ROUNDS = {FEW: 2, MANY: 1}
"""After one that does not count; ten times as many articles say as much in one round."""

JSON_FORMATS = ("doccano", "doccano-relations", "label-studio", "prodigy")
TOKEN_FORMATS = ("conll2002", "conll2003", "conllup")
_TABLES = ("article", "article_text", "annotation_set", "entity", "quote")
_BARE_INSERT = "executemany in sqlite3 of the same rows, one transaction, WAL, synchronous FULL"

pytestmark = pytest.mark.timeout(900)


class Made(NamedTuple):
    """Articles as the project's own JSONL, and a project of them."""

    corpus: Path
    project: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Callable[..., Made]:
    """Make corpora of so many articles, each once."""

    @cache
    def making(count: int, *, suggested: bool = False) -> Made:
        folder = tmp_path_factory.mktemp("corpus")
        corpus = write_corpus(folder / "corpus.jsonl", count, suggested=suggested)
        import_into(folder / "corpus.annotator", [corpus])
        return Made(corpus, folder / "corpus.annotator")

    return making


def _measure_import(measure, benchmark, file: Path, project: Path, folder: Path) -> None:
    """A file into a new project, beside the same rows into the same tables."""
    rows, schema = _rows_of(project)

    def bare() -> None:
        path = folder / "bare.db"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            for statement in schema:
                connection.execute(statement)
            connection.execute("BEGIN")
            for table, values in rows.items():
                marks = ", ".join("?" * len(values[0]))
                columns = "(rowid, text)" if table == "article_search" else ""
                connection.executemany(f"INSERT INTO {table} {columns} VALUES ({marks})", values)
            connection.execute("COMMIT")

    out = folder / "made.annotator"
    count = len(rows["article"])
    measure(
        lambda: import_into(out, [file]),
        bare,
        _BARE_INSERT,
        rounds=ROUNDS[count],
        setup=lambda: out.unlink(missing_ok=True),
        clock=process_time,
    )
    _tell_speed(benchmark, count)
    with ProjectFile.open(out) as opened, opened.reader() as reader:
        assert reader.article_count() == count


@pytest.mark.parametrize("count", SIZES)
def test_import_to_disk(measure, benchmark, made, count: int, tmp_path: Path):
    """The own JSONL."""
    corpus, project = made(count)
    _measure_import(measure, benchmark, corpus, project, tmp_path)


def test_import_of_suggestions(measure, benchmark, made, tmp_path: Path):
    """The own JSONL, each entity with the reasons of those who suggested it."""
    corpus, project = made(FEW, suggested=True)
    _measure_import(measure, benchmark, corpus, project, tmp_path)


@pytest.mark.parametrize("format_id", [*JSON_FORMATS, *TOKEN_FORMATS])
def test_import(measure, benchmark, made, format_id: str, tmp_path: Path):
    """Other formats; the rows are those that come in."""
    file, project = tmp_path / "out", tmp_path / "same.annotator"
    with ProjectFile.open(made(FEW).project) as opened:
        export(opened, file, format_id=format_id)
    import_into(project, [file])
    _measure_import(measure, benchmark, file, project, tmp_path)


def _measure_export(
    measure, benchmark, made: Made, count: int, format_id: str, plain: Path, folder: Path
) -> None:
    """Out of a project, read back and compared, beside ``json`` reading and writing JSON lines."""
    out = folder / "out"
    writing: list[float] = []

    def bare() -> None:
        spent = 0.0
        with (
            plain.open(encoding="utf-8") as lines,
            (folder / "bare").open("w", encoding="utf-8") as stream,
        ):
            for line in lines:
                value = json.loads(line)
                start = process_time()
                stream.write(json.dumps(value, ensure_ascii=False) + "\n")
                spent += process_time() - start
        writing.append(spent)

    with ProjectFile.open(made.project) as file:
        measure(
            lambda: export(file, out, format_id=format_id, force=True),
            bare,
            "json reads and writes the same values",
            rounds=ROUNDS[count],
            clock=process_time,
        )
    taken = benchmark.extra_info["value"] / 1000
    benchmark.extra_info["ratio_to_writing_alone"] = round(taken / median(writing), 2)
    _tell_speed(benchmark, count)
    assert out.stat().st_size > count * 1000


@pytest.mark.parametrize("count", SIZES)
def test_export_to_disk(measure, benchmark, made, count: int, tmp_path: Path):
    """The own JSONL."""
    found = made(count)
    _measure_export(measure, benchmark, found, count, "jsonl", found.corpus, tmp_path)


@pytest.mark.parametrize("format_id", [*JSON_FORMATS, *TOKEN_FORMATS])
def test_export(measure, benchmark, made, format_id: str, tmp_path: Path):
    """Other formats; for those of tokens the JSON is the own one of the same articles."""
    found = made(FEW)
    plain = found.corpus if format_id in TOKEN_FORMATS else tmp_path / "same"
    if plain != found.corpus:
        with ProjectFile.open(found.project) as file:
            export(file, plain, format_id=format_id)
        text = plain.read_text(encoding="utf-8")
        if text.startswith("["):
            lines = (json.dumps(value, ensure_ascii=False) + "\n" for value in json.loads(text))
            plain.write_text("".join(lines), encoding="utf-8")
    _measure_export(measure, benchmark, found, FEW, format_id, plain, tmp_path)


_JOB = """
from annotator.services.transfer import export, import_into
from annotator.storage import ProjectFile
job, project, corpus = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
if job == "import":
    import_into(project, [corpus])
else:
    with ProjectFile.open(project) as file:
        export(file, project.with_suffix(".out"), format_id="jsonl", force=True)
"""


@pytest.mark.parametrize("job", ["import", "export"])
def test_memory(benchmark, made, job: str, tmp_path: Path):
    """What 10,000 articles take more than 1,000 do: nothing, where they are streamed."""
    peaks = {}
    for count in SIZES:
        corpus, project = made(count)
        target = tmp_path / f"{count}.annotator" if job == "import" else project
        peaks[count] = peak_megabytes(_JOB, job, target, corpus)
    few, many = peaks.values()
    benchmark.pedantic(lambda: None)
    benchmark.extra_info.update(
        value=many,
        unit="MB",
        reference=few,
        reference_is="the peak of a process with 1,000 articles; the value is with 10,000",
    )


def _tell_speed(benchmark, count: int) -> None:
    benchmark.extra_info["articles_a_second"] = round(count / benchmark.extra_info["value"] * 1000)


def _rows_of(project: Path) -> tuple[dict[str, list[tuple]], list[str]]:
    """Return the rows that an import writes, by table, and the statements that make the tables."""
    with closing(sqlite3.connect(project)) as connection:
        rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
        texts = connection.execute("SELECT article, text FROM article_text").fetchall()
        schema = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN "
            "('article_search', 'article', 'article_text', 'annotation_set', 'entity', 'quote')"
        ).fetchall()
    rows = {table: values for table, values in rows.items() if values}
    rows["article_search"] = [index_row(key, text) for key, text in texts]
    return rows, [statement for (statement,) in schema]
