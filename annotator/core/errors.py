"""Two kinds of error: one that the user can act on, and a bug (any other exception)."""

from __future__ import annotations

from annotator.core.messages import Message
from annotator.core.visible import visible_name

_LONGEST_PATH = 4000


class UserError(Exception):
    """Something the user can act on: a file, data or the machine.

    ``what`` happened, ``where`` (a path, a line, an id; may be empty), and what ``todo`` about
    it (may be None). Both skins show exactly these three and no traceback.
    """

    def __init__(self, what: Message, *, where: str = "", todo: Message | None = None) -> None:
        super().__init__(what, where, todo)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        where = visible_name(self.where, _LONGEST_PATH)
        head = f"{where}: {self.what}" if where else str(self.what)
        return f"{head}\n{self.todo}" if self.todo else head


class EditConflictError(Exception):
    """An edit does not fit the state that it is applied to. A bug in the caller, never the user."""
