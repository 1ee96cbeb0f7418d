"""One run of the tutorial: how far it is, and the projects that it is done in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from annotator.services.project import SUFFIX, Project, create_project
from annotator.services.reviews import make_review
from annotator.services.transfer import import_paths
from annotator.ui.samples import sample_article, sample_review
from annotator.ui.tutorial.steps import STEPS, Room, Step


class Lesson:
    """Outlives the windows: the tutorial goes from one to the next, and on in another language.

    Its projects are in a temporary folder, which ends with it; the user's are never touched.
    """

    def __init__(self) -> None:
        self._folders: list[tempfile.TemporaryDirectory[str]] = []
        self.at = 0
        self.back: Path | None = None
        """The project that was open before."""

    @property
    def step(self) -> Step:
        """The step that is to be done now."""
        return STEPS[self.at]

    def begin(self, back: Path | None) -> Project:
        """Begin anew, and return a project of the sample article.

        ``back`` is the project that is open; it is not asked for where that is one of the lesson.

        Raises:
            UserError: no temporary file can be written.
        """
        if not self._folders:
            self.back = back
        self.at = 0
        # A file that something else holds open (a virus scanner) is left to the system.
        folder = tempfile.TemporaryDirectory(
            prefix="annotator-tutorial-", ignore_cleanup_errors=True
        )
        self._folders.append(folder)
        project = create_project(self._place("tutorial"))
        import_paths(project.file, [sample_article()])
        return project

    def make_review(self) -> Path:
        """Make the review of the sample colleagues, and return where it is. For any thread."""
        path = self._place("review")
        make_review(path, sample_review(), force=True).close()
        return path

    def owns(self, path: Path) -> bool:
        """Whether a project is one of this lesson."""
        return any(_lies_in(folder, path) for folder in self._folders)

    def go_on(self) -> bool:
        """Go to the next step; False where there is none."""
        if self.at + 1 >= len(STEPS):
            return False
        self.at += 1
        return True

    def opens_review(self) -> bool:
        """Whether the next step is done in the review, and this one is not."""
        following = STEPS[self.at + 1 : self.at + 2]
        return self.step.room is Room.ARTICLE and any(s.room is Room.REVIEW for s in following)

    def end(self, but: Path | None = None) -> None:
        """Throw the projects away, but for those beside ``but``, which is to be opened."""
        for folder in tuple(self._folders):
            if but is None or not _lies_in(folder, but):
                folder.cleanup()
                self._folders.remove(folder)

    def _place(self, name: str) -> Path:
        return Path(self._folders[-1].name).resolve() / f"{name}{SUFFIX}"


def _lies_in(folder: tempfile.TemporaryDirectory[str], path: Path) -> bool:
    return path.is_relative_to(Path(folder.name).resolve())
