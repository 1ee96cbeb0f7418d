"""What a machine may lack to show a window, told in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message


@contextmanager
def loading_window() -> Iterator[None]:
    """Turn the failure to load Qt, for want of a system library, into advice.

    Raises:
        UserError: Qt cannot be loaded.
    """
    try:
        yield
    except ImportError as error:
        if error.name and error.name.startswith("annotator"):
            raise
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "No window can be opened here: {reason}."),
                reason=str(error),
            ),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Install the system packages that the README names.")
            ),
        ) from error
