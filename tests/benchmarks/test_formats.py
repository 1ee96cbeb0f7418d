"""A corpus in and out, beside what SQLite and JSON themselves take for it.

1,000 articles of 332 words with 75 spans each; ``BENCH_ARTICLES=10000 make bench`` takes 10,000.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.formats import reader
from annotator.formats.base import ReadOptions
from annotator.formats.source import open_source
from annotator.services.transfer import export, import_into
from annotator.storage import ProjectFile
from annotator.storage.search import index_row
from tests.benchmarks.corpora import write_corpus

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "1000"))
ROUNDS = 3
JSON_FORMATS = ("jsonl", "doccano", "doccano-relations", "label-studio", "prodigy")
TOKEN_FORMATS = ("conll2002", "conll2003", "conllup")
_TABLES = ("article", "article_text", "annotation_set", "entity", "quote")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """The articles as the project's own JSONL."""
    return write_corpus(tmp_path_factory.mktemp("corpus") / "corpus.jsonl", ARTICLES)


@pytest.fixture(scope="module")
def project(corpus: Path) -> Path:
    """A project of them."""
    path = corpus.with_name("corpus.annotator")
    import_into(path, [corpus])
    return path


def test_import_to_disk(measure, benchmark, corpus: Path, project: Path, tmp_path: Path):
    """The own JSONL into a new project, beside the same rows into the same tables."""
    rows, schema = _rows_of(project)

    def bare() -> None:
        path = tmp_path / "bare.db"
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

    out = tmp_path / "made.annotator"
    measure(
        lambda: import_into(out, [corpus]),
        bare,
        "executemany in sqlite3 of the same rows, one transaction, WAL, synchronous FULL",
        rounds=ROUNDS,
        setup=lambda: out.unlink(missing_ok=True),
    )
    _tell_speed(benchmark)
    with ProjectFile.open(out) as file, file.reader() as made:
        assert made.article_count() == ARTICLES


@pytest.mark.parametrize("format_id", [*JSON_FORMATS, *TOKEN_FORMATS])
def test_export(measure, benchmark, format_id: str, corpus: Path, project: Path, tmp_path: Path):
    """Out of a project, read back and compared, beside ``json`` writing and reading the same."""
    out = tmp_path / "out"
    plain, what = _plain_file(format_id, corpus, project, tmp_path)
    with plain.open(encoding="utf-8") as lines:
        values = [json.loads(line) for line in lines]

    def bare() -> None:
        with (tmp_path / "bare").open("w", encoding="utf-8") as stream:
            for value in values:
                stream.write(json.dumps(value, ensure_ascii=False) + "\n")
        with (tmp_path / "bare").open(encoding="utf-8") as stream:
            for line in stream:
                json.loads(line)

    with ProjectFile.open(project) as file:
        measure(
            lambda: export(file, out, format_id=format_id, force=True),
            bare,
            f"json writes and reads {what}",
            rounds=ROUNDS,
        )
    _tell_speed(benchmark)
    assert out.stat().st_size > ARTICLES * 1000


@pytest.mark.parametrize("format_id", [*JSON_FORMATS, *TOKEN_FORMATS])
def test_read(measure, benchmark, format_id: str, corpus: Path, project: Path, tmp_path: Path):
    """A file to articles, every value checked, beside ``json`` reading the same."""
    out = tmp_path / "out"
    with ProjectFile.open(project) as file:
        export(file, out, format_id=format_id)
    plain, what = _plain_file(format_id, corpus, project, tmp_path)

    def bare() -> None:
        with plain.open(encoding="utf-8") as stream:
            for line in stream:
                json.loads(line)

    def read() -> None:
        found = sum(1 for _ in reader(format_id).read(open_source(out), ReadOptions()))
        assert found >= ARTICLES

    measure(read, bare, f"json reads {what}", rounds=ROUNDS)
    _tell_speed(benchmark)


@pytest.mark.parametrize("job", ["import", "export"])
def test_memory(benchmark, job: str, tmp_path: Path):
    """What 4,000 articles take more than 1,000 do: nothing, where they are streamed."""
    peaks = {count: _peak_megabytes(job, count, tmp_path) for count in (1000, 4000)}
    benchmark.pedantic(lambda: None)
    benchmark.extra_info.update(
        value=peaks[4000],
        unit="MB",
        reference=peaks[1000],
        reference_is="the peak of a process with 1,000 articles; the value is with 4,000",
    )


def _tell_speed(benchmark) -> None:
    benchmark.extra_info["articles_a_second"] = round(ARTICLES / benchmark.stats.stats.median)


def _rows_of(project: Path) -> tuple[dict[str, list[tuple]], list[str]]:
    """Return the rows that an import writes, by table, and the statements that make the tables."""
    with closing(sqlite3.connect(project)) as connection:
        rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
        texts = connection.execute("SELECT article, text FROM article_text").fetchall()
        schema = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN "
            "('article_search', 'article', 'article_text', 'annotation_set', 'entity', 'quote')"
        ).fetchall()
    rows["article_search"] = [index_row(key, text) for key, text in texts]
    return rows, [statement for (statement,) in schema]


def _plain_file(format_id: str, corpus: Path, project: Path, folder: Path) -> tuple[Path, str]:
    """Return JSON lines of what the format holds: for tokens, the articles as the own JSONL."""
    if format_id in TOKEN_FORMATS:
        return corpus, "the own JSONL of the same articles"
    made = folder / "same"
    with ProjectFile.open(project) as file:
        export(file, made, format_id=format_id)
    text = made.read_text(encoding="utf-8")
    if text.startswith("["):
        lines = (json.dumps(value, ensure_ascii=False) + "\n" for value in json.loads(text))
        made.write_text("".join(lines), encoding="utf-8")
    return made, "the same file"


_PEAK = """
import sys
from pathlib import Path
from annotator.services.transfer import export, import_into
from annotator.storage import ProjectFile
job, project, corpus = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
if job == "import":
    import_into(project, [corpus])
else:
    with ProjectFile.open(project) as file:
        export(file, project.with_suffix(".out"), format_id="jsonl", force=True)
# Not getrusage: that begins with the peak of the process that started this one.
(peak,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(int(peak.split()[1]) / 1024)
"""


def _peak_megabytes(job: str, count: int, folder: Path) -> float:
    """Return the most memory that a process of its own has while it does the job."""
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell the peak of a process")
    corpus = write_corpus(folder / f"{count}.jsonl", count)
    project = folder / f"{count}.annotator"
    if job == "export":
        import_into(project, [corpus])
    arguments = [sys.executable, "-c", _PEAK, job, project, corpus]
    told = subprocess.run(arguments, capture_output=True, text=True, check=True)
    return round(float(told.stdout), 1)
