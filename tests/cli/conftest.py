"""Running commands in this process, and files to run them on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.bundled import seeds
from annotator.cli.program import main
from annotator.services.transfer import import_into

SEED = seeds() / "000_a85702afb10d5380.txt"
ARTICLE = "قال سامح شكري بالقاهرة: «لن نقبل التهديد»."


class Result(NamedTuple):
    """The exit code and what was printed."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Run the program with these words."""

    def run_program(*words: object) -> Result:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Result(code, *capsys.readouterr())

    return run_program


@pytest.fixture
def annotated(tmp_path) -> Path:
    """A JSONL file with two accepted entities, a suggestion, a quote and a rejected span."""

    def entity(id_, text, label, status):
        start = ARTICLE.index(text)
        span = {"start": start, "end": start + len(text), "text": text}
        return {"id": id_, **span, "label": label, "status": status}

    start = ARTICLE.index("لن")
    article = {
        "id": "a1",
        "text": ARTICLE,
        "status": "done",
        "annotator": "salma",
        "entities": [
            entity("e1", "سامح شكري", "PER", "accepted"),
            entity("e2", "القاهرة", "LOC", "accepted"),
            entity("e3", "شكري", "PER", "suggested"),
            entity("e4", "التهديد", "MISC", "rejected"),
        ],
        "quotes": [{"id": "q1", "type": "direct", "content": [[start, start + 16]]}],
    }
    path = tmp_path / "given.jsonl"
    path.write_text(json.dumps(article, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path, annotated) -> Path:
    """A project of that file and the seed article."""
    path = tmp_path / "given.annotator"
    import_into(path, [annotated, SEED])
    return path
