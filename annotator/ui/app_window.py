"""What every window of the program is for the desk that makes it."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from annotator.services.project import Project
from annotator.ui.actions.build import Actions
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.projects import Projects


class AppWindow(QMainWindow):
    """A window on one project, or on none. Subclasses make the members, and :meth:`release`."""

    actions_table: Actions
    project: Project | None
    projects: Projects
    status: StatusLine

    def release(self) -> Project | None:
        """Save where the annotator is and give the project up, for another window."""
        raise NotImplementedError  # Qt's own metaclass leaves no room for an abstract class
