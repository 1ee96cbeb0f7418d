"""The main job on the sample articles, without a window: suggest, accept, export."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from annotator.bundled import seeds
from annotator.core.article import ArticleStatus
from annotator.core.decisions import accept, set_status
from annotator.core.progress import Progress
from annotator.services.atomic import check_free, unwritable
from annotator.services.exporting import export
from annotator.services.importing import import_paths
from annotator.services.project import Project, create_project, open_project
from annotator.services.session import ArticleSession
from annotator.services.suggesting import suggest, suggest_edit

PROJECT_NAME = "seed.annotator"
EXPORTS = {"seed.conll": "conll2002", "seed.jsonl": "jsonl"}
"""The files that a demo leaves beside its project, and the format of each."""


class Demo(NamedTuple):
    """The project of the demo and the exports that :func:`finish_demo` makes."""

    project: Project
    exports: tuple[Path, ...]


def start_demo(folder: Path, progress: Progress | None = None) -> Demo:
    """Make a project of the sample articles with open suggestions, or open the one of last time.

    Decisions of last time stay. The caller closes the project.

    Raises:
        UserError: the folder cannot be written to, or a file there is not of a demo.
    """
    path = folder / PROJECT_NAME
    exports = tuple(folder / name for name in EXPORTS)
    if path.exists():
        return Demo(open_project(path), exports)
    for file in exports:
        check_free(file, force=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error
    project = create_project(path)
    try:
        import_paths(project.file, sorted(seeds().glob("*.txt")))
        for session in _sessions(project):
            found = suggest(session.state.article, progress=progress or Progress())
            session.perform(suggest_edit(session.state, found, session.actor()))
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return Demo(project, exports)


def finish_demo(demo: Demo) -> None:
    """Accept what is still open, mark the articles done, and write the exports.

    Raises:
        UserError: something could not be saved or written.
    """
    for session in _sessions(demo.project):
        pending = [record.id for record in session.state.pending()]
        session.perform(accept(session.state, pending, session.actor()))
        session.perform(set_status(session.state, ArticleStatus.DONE, session.actor()))
    for path, format_id in zip(demo.exports, EXPORTS.values(), strict=True):
        export(demo.project.file, path, format_id=format_id, force=True)


def _sessions(project: Project) -> list[ArticleSession]:
    return [project.open_article(row.key) for row in project.rows(0, project.count())]
