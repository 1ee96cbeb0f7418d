"""Several files that take their names together, or none of them does."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.services.atomic import check_free, give_name, unwritable
from annotator.storage.flushing import flush_file, flush_folder
from annotator.storage.folding import fold_in_wal


class Together:
    """New files beside the places they are for: ``made[n]`` is to be filled for ``paths[n]``."""

    def __init__(self, paths: Sequence[Path], *, force: bool) -> None:
        self.paths = list(paths)
        self.made = [_beside(path, "part") for path in paths]
        self._force = force
        self._named: list[Path] = []
        self._kept: dict[Path, Path] = {}

    def give_names(self) -> None:
        """Give all of them their names; what they replace is kept until the block ends.

        Raises:
            UserError: a name is taken, or the system refuses it.
        """
        for made in self.made:
            flush_file(made)
        for made, path in zip(self.made, self.paths, strict=True):
            try:
                if self._force and path.exists():
                    kept = _beside(path, "old")
                    fold_in_wal(path)
                    path.rename(kept)
                    self._kept[path] = kept
                give_name(made, path, force=self._force)
            except OSError as error:
                raise unwritable(error, path) from error
            self._named.append(path)
        for folder in dict.fromkeys(path.parent for path in self.paths):
            flush_folder(folder)

    def undo(self) -> list[Path]:
        """Take the names away and put back what was replaced; return what could not be.

        That is a file under its new name, or one that was replaced, under the name it is kept by.
        """
        for path in list(self._named):
            with suppress(OSError):
                path.unlink(missing_ok=True)
                self._named.remove(path)
        for path, kept in list(self._kept.items()):
            if path not in self._named:
                with suppress(OSError):
                    kept.replace(path)
                    del self._kept[path]
        return [*self._named, *self._kept.values()]

    def clean(self) -> None:
        """Remove what was only on the way."""
        for made in self.made:
            with suppress(OSError):
                made.unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove what was replaced."""
        for kept in self._kept.values():
            with suppress(OSError):
                kept.unlink(missing_ok=True)


@contextmanager
def replacing_together(paths: Sequence[Path], *, force: bool) -> Iterator[Together]:
    """Yield new empty files; the block fills them, has them named, and may do more after that.

    After an error, wherever in the block, Ctrl+C included, every place is as it was.

    Raises:
        UserError: a place is taken and ``force`` is off, or nothing can be written there; or, after
            an error, some files could not be removed again: they are named.
    """
    for path in paths:
        check_free(path, force=force)
    files = Together(paths, force=force)
    try:
        for made, path in zip(files.made, files.paths, strict=True):
            try:
                made.touch(exist_ok=False)
            except OSError as error:
                raise unwritable(error, path) from error
        yield files
    except BaseException as error:
        left = files.undo()
        if left:
            raise _left(left, error) from error
        if isinstance(error, OSError):
            raise unwritable(error, files.paths[0].parent) from error
        raise
    else:
        files.forget()
    finally:
        files.clean()


def _left(files: Sequence[Path], error: BaseException) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "{reason} These files are left: {names}."),
            reason=error.what if isinstance(error, UserError) else str(error),
            names=", ".join(file.name for file in files),
        ),
        where=str(files[0].parent),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Look at them and remove them, then do it again.")
        ),
    )


def _beside(path: Path, end: str) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.{end}")
