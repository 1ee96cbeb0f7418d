"""A reviewer's verdicts are saved, undone and told with the edit that they come in."""

from __future__ import annotations

from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.edits import Edit, EntityChange, VerdictChange
from annotator.core.entities import Entity
from annotator.core.history import StepKind, Timeline
from annotator.core.labels import LabelSet
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.storage import ProjectFile

ARTICLE = Article("a1", "زار بايدن إسرائيل")
ENTITY = Entity("e1", Span(4, 9), "PER")
VERDICT = Verdict(
    "0a1b", "label", Choice.TAKEN, ("سلمى",), ("e1",), Fault.SLIP, "لقب \ud800", "حكم", "2026-11-22"
)
EDIT = Edit("settle", (EntityChange(None, ENTITY), VerdictChange(None, VERDICT)), "حكم")


def test_a_verdict_is_saved_with_its_records_and_undone_with_them(
    path: Path, label_set: LabelSet
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([AnnotatedArticle(ARTICLE)])
        before = Timeline(AnnotatedArticle(ARTICLE, "حكم"))
        after = before.perform(EDIT)
        file.record(1, before, after, EDIT, kind=StepKind.DO)
        assert file.timeline(1, "حكم") == after
        assert after.state.verdict("0a1b") == VERDICT
        file.record(1, after, after.undo(), EDIT, kind=StepKind.UNDO)
    with ProjectFile.open(path) as file:
        undone = file.timeline(1, "حكم")
        assert (undone.state.verdicts, undone.state.entities) == ((), ())
        assert undone.redo().state.verdicts == (VERDICT,)


def test_all_verdicts_of_a_reviewer_are_read_at_once(path: Path, label_set: LabelSet) -> None:
    other = Article("a2", "عاد بايدن")
    sets = [
        AnnotatedArticle(ARTICLE, "حكم", verdicts=(VERDICT,)),
        AnnotatedArticle(other, "حكم"),
        AnnotatedArticle(other, "سلمى", verdicts=(VERDICT,)),
    ]
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles(sets)
        keys = file.article_keys()
        assert file.verdicts("حكم") == {keys[ARTICLE.sha256]: (VERDICT,)}
        assert file.verdicts("عمر") == {}


def test_sets_come_in_with_their_verdicts(path: Path, label_set: LabelSet) -> None:
    settled = AnnotatedArticle(ARTICLE, "حكم", verdicts=(VERDICT,))
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([settled])
        assert [state.verdicts for state in file.annotated()] == [(VERDICT,)]
