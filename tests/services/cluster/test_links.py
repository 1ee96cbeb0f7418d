"""Links that lie in the folder of a run: never followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.services.cluster.ledger import Ledger
from annotator.services.cluster.work import KEPT, Done

KEPT_BYTES = b"somebody's work\n"


@pytest.mark.parametrize("name", [KEPT, f"{KEPT}/done.jsonl", f"{KEPT}/run-lock"])
def test_a_folder_of_a_run_with_a_link_in_it_is_refused(name: str, tmp_path: Path) -> None:
    out, away = tmp_path / "out", tmp_path / "away"
    away.mkdir()
    (out / name).parent.mkdir(parents=True)
    (out / name).symlink_to(away if name == KEPT else away / "new")
    with pytest.raises(UserError, match="other origin"), Ledger.open(out):
        pass
    assert list(away.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="the system cannot tell links apart")
def test_a_link_that_is_put_there_meanwhile_is_not_written_through(tmp_path: Path) -> None:
    out, away = tmp_path / "out", tmp_path / "away"
    away.write_bytes(KEPT_BYTES)
    with Ledger.open(out) as ledger:
        (out / KEPT / "done.jsonl").symlink_to(away)
        with pytest.raises(UserError):
            ledger.note(Done(1))
    assert away.read_bytes() == KEPT_BYTES
