"""A corpus in parts: which files, which piece of each, and whether they are what they were."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.formats import belongs, reader, recognised
from annotator.formats.cuts import Cut, Divisible
from annotator.formats.files import files_of
from annotator.formats.source import Source, open_source, unreadable


class Reads(NamedTuple):
    """How the files are read: as which format, in which encoding; None is found."""

    format_id: str | None = None
    encoding: str | None = None


class Input(NamedTuple):
    """A file of the corpus: its size, when it was changed, its format, its pieces."""

    file: str
    size: int
    changed: int
    format: str
    cuts: tuple[Cut, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the record that the plan keeps."""
        return self._asdict()

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> Input:
        """Return what :meth:`as_json` gave."""
        cuts = (
            Cut(start, end, first, lines, sha256, groups and tuple(groups))  # JSON has lists alone
            for start, end, first, lines, sha256, groups in record["cuts"]
        )
        return cls(**{**record, "cuts": tuple(cuts)})


class Part(NamedTuple):
    """What a worker gets: a piece of a file. ``whole`` says that it is all of the file.

    ``number`` counts the parts of a run from 1.
    """

    number: int
    file: str
    format: str
    encoding: str | None
    cut: Cut
    whole: bool

    def source(self) -> Source:
        """Return the file, of which only this piece is read.

        Raises:
            UserError: it is absent or unreadable.
        """
        source = open_source(Path(self.file), self.encoding)
        return source if self.whole else replace(source, cut=self.cut)

    @property
    def place(self) -> str:
        """What people are told: the file, and which lines or rows of it."""
        last = self.cut.first + self.cut.lines - 1
        return self.file if self.whole else f"{self.file}:{self.cut.first}-{last}"


def inputs_of(
    paths: Sequence[Path], articles: int, reads: Reads, progress: Progress
) -> list[Input]:
    """Return the files in their order, cut into pieces of about so many articles.

    Every file is read once, for its lines and its hashes; nothing of it is held. Empty files, such
    as those by which other programs mark what is ready, are left out. ``progress`` counts files.

    Raises:
        UserError: a path is absent, or a file is of no format that can be cut.
        Cancelled: ``progress`` asked for it.
    """
    files = _files(paths)
    found = []
    for number, file in enumerate(files):
        progress.at(number, len(files))
        if _facts(file).st_size:
            found.append(input_of(file, articles, reads))
    return found


def input_of(file: Path, articles: int, reads: Reads) -> Input:
    """Return a file with its pieces.

    Raises:
        UserError: it is of no format that can be cut, or cannot be read.
    """
    before = _facts(file)
    try:
        source = open_source(file, reads.encoding)
        format_ = reader(reads.format_id) if reads.format_id else recognised(source)
        if not isinstance(format_, Divisible):
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "Files of the format {name} cannot be cut."),
                    name=format_.id,
                ),
                where=str(file),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Give JSON Lines or Parquet with articles.")
                ),
            )
        cuts = tuple(format_.cuts(source, articles))
    except OSError as error:
        raise unreadable(error, str(file)) from error
    return Input(str(file), before.st_size, before.st_mtime_ns, format_.id, cuts)


def check_unchanged(
    planned: Sequence[Input], paths: Sequence[Path], articles: int, reads: Reads
) -> None:
    """Raise a UserError unless the files are those that were planned with.

    A file that has its size and time is taken to be the same; one with another time, as a copy
    has, is read and compared by its hashes. A file that cannot be read is told of, too.
    """
    known = {each.file: each for each in planned}
    files = [file for file in _files(paths) if str(file) in known or _facts(file).st_size]
    for file in files:
        if str(file) not in known:
            raise _changed(str(file), QT_TRANSLATE_NOOP("messages", "The file has come since."))
    present = {str(file) for file in files}
    for each in planned:
        if each.file not in present:
            raise _changed(each.file, QT_TRANSLATE_NOOP("messages", "The file is gone."))
        found = _facts(Path(each.file))
        if (found.st_size, found.st_mtime_ns) == (each.size, each.changed):
            continue
        same_size = found.st_size == each.size
        if not same_size or input_of(Path(each.file), articles, reads).cuts != each.cuts:
            raise _changed(each.file, QT_TRANSLATE_NOOP("messages", "The file has changed since."))


def parts_of(inputs: Sequence[Input], reads: Reads) -> Iterator[Part]:
    """Yield the parts in the order of the files and of the pieces in them."""
    number = 0
    for each in inputs:
        for cut in each.cuts:
            number += 1
            whole = len(each.cuts) == 1
            yield Part(number, each.file, each.format, reads.encoding, cut, whole)


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the files that the paths name; a link stays one, so that machines may differ."""
    return [Path(found.name) for found in files_of(map(Path.absolute, paths), belongs=belongs)]


def _facts(file: Path) -> os.stat_result:
    """Return the size and time of a file.

    Raises:
        UserError: it went away since it was found, or cannot be looked at.
    """
    try:
        return file.stat()
    except OSError as error:
        raise unreadable(error, str(file)) from error


def _changed(file: str, what: str) -> UserError:
    return UserError(
        message(what),
        where=file,
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Put the input back as it was, or begin anew with --force."
            )
        ),
    )
