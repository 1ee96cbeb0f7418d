"""Links that lie in a folder that is written to: what they lead to stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.bundled import seeds
from annotator.core.errors import UserError
from annotator.formats import writers
from annotator.services.exporting import export
from annotator.services.feedback import write_feedback
from annotator.services.project import open_project
from annotator.services.reviews import make_review
from annotator.services.sharing import Sharing, share_out
from annotator.services.splits import Split
from tests.services.shared_out import make

KEPT = b"somebody's work"
FOLDERS = [format_.id for format_ in writers() if format_.folder]


def _exported(format_id: str, split: Split | None = None) -> Callable[[Path, bool], object]:
    def write(out: Path, force: bool) -> object:
        with open_project(make(out.parent / "p.annotator", 2)) as project:
            return export(project.file, out, format_id=format_id, split=split, force=force)

    return write


def _shared(out: Path, force: bool) -> object:
    with open_project(make(out.parent / "p.annotator", 4)) as project:
        sharing = Sharing(("../../salma", "omar/../.."), 0.5, everything=True)
        return [share_out(project.file, out, sharing, force=force)]


def _back(out: Path, force: bool) -> object:
    given = [seeds() / "review" / name for name in ("salma.jsonl", "yusuf.jsonl")]
    with closing(make_review(out.parent / "p.annotator", given, reviewer="نور")) as review:
        return write_feedback(review, out, force=force)


WRITERS = {
    **{name: _exported(name) for name in FOLDERS},
    "parts": _exported("jsonl", Split((50, 50, 0), stratified=False, together=False)),
    "shared": _shared,
    "feedback": _back,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_link_in_the_way_is_replaced_and_never_followed(name: str, tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    inner, away = tmp_path / "inner", tmp_path / "away"
    inner.mkdir()
    away.mkdir()
    write, out = WRITERS[name], inner / "out"
    write(out, False)
    written = [path for path in out.rglob("*") if path.is_file()]
    assert written
    for number, path in enumerate(written):
        if path.name == "annotator-export.json":
            continue
        target = away / str(number)
        target.write_bytes(KEPT)
        path.unlink()
        path.symlink_to(target)
    (out / "beside").symlink_to(away, target_is_directory=True)
    there = sorted(away.iterdir())
    for inner_project in inner.glob("*.annotator*"):
        inner_project.unlink()
    with pytest.raises(UserError):
        write(out, False)
    for inner_project in inner.glob("*.annotator*"):
        inner_project.unlink()
    write(out, True)
    assert sorted(away.iterdir()) == there
    assert all(path.read_bytes() == KEPT for path in there)
    assert (out / "beside").is_symlink()
    assert not any(path.is_symlink() for path in written if path.exists())
    assert {path.name for path in tmp_path.iterdir()} == {"inner", "away"}
    assert {path.name for path in inner.iterdir()} == {"out", "p.annotator"}
