"""Training data out of a project: what is lost first, then the files, then a comparison.

The files are written under other names beside their place, read back and compared, and only
then take their names: who looks into the folder sees all of an export or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from annotator.core.collecting import rare_collections
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Cancelled, Progress
from annotator.formats import writer
from annotator.formats.base import Paged, WriteOptions, Writer
from annotator.services.atomic import (
    check_folder_free,
    check_free,
    replacing,
    replacing_folder,
    unwritable,
)
from annotator.services.dataset_card import Card, card_path, without_head
from annotator.services.export_options import ExportOptions
from annotator.services.export_run import ExportRun
from annotator.services.reports import Report
from annotator.services.selection import (
    Selection,
)
from annotator.services.splits import PART_NAMES, Split, part_path
from annotator.storage import ProjectFile


def export(
    file: ProjectFile,
    out: Path,
    *,
    format_id: str,
    options: WriteOptions | None = None,
    selection: Selection | None = None,
    split: Split | None = None,
    shuffle: int | None = None,
    card: Card | None = None,
    force: bool = False,
    confirm: Callable[[Report], bool] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Write a project's articles to ``out``, or with ``split`` to one file a part.

    ``shuffle`` is the seed of another order than the project's. ``confirm`` is shown the report
    of what is lost before any file takes its place; when it returns False, the export is
    cancelled. Works from any thread.

    Raises:
        UserError: a file exists and ``force`` is off, nothing can be written there, or what was
            written does not read back the same. Nothing was written.
        Cancelled: nothing was written.
    """
    with rare_collections(), file.reader() as reader:
        format_ = writer(format_id)
        work = ExportRun(reader, format_, options, selection, progress)
        parts = work.deal(split, shuffle)
        paths = {part: work.path(out, part) for part in parts}
        check, replaced = (
            (check_folder_free, replacing_folder) if work.folder else (check_free, replacing)
        )
        for path in paths.values():
            check(path, force=force)
        in_folder = work.folder or (split is not None and not out.suffix)
        readme = card_path(out, folder=in_folder)
        page = format_.page if split and isinstance(format_, Paged) else None
        has_readme, inside = card is not None or page is not None, work.folder and split is None
        if has_readme and not inside:
            check_free(readme, force=force)
        if split and in_folder:
            _make_folder(out)
        with ExitStack() as stack:
            made = {}
            for part, path in paths.items():
                made[part] = stack.enter_context(replaced(path, force=force))
                work.write(part, made[part], counted=card is not None)
            if not work.report.articles:
                raise _nothing(file.path)
            work.end_report()
            if confirm is not None and not confirm(work.report):
                raise Cancelled
            for part, path in paths.items():
                work.compare(part, made[part], path)
            if has_readme:
                replacement = replacing(readme, force=force)
                place = made[""] / readme.name if inside else stack.enter_context(replacement)
                _add_page(place, page(made) if page else "")
                _add_card(place, work.card(card, split, shuffle) if card is not None else "")
                work.report.written.append(readme)
        work.report.written[:0] = paths.values()
        return work.report


def export_paths(out: Path, format_: Writer, options: ExportOptions) -> list[Path]:
    """Return the files and folders that an export to ``out`` writes."""
    suffix = None if format_.folder else format_.suffixes[0]
    paths = [out]
    if options.split is not None:
        shares = zip(PART_NAMES, options.split.shares, strict=True)
        paths = [part_path(out, part, suffix) for part, share in shares if share]
    if options.card is not None:
        in_folder = format_.folder or (options.split is not None and not out.suffix)
        paths.append(card_path(out, folder=in_folder))
    return paths


def check_export(
    file: ProjectFile,
    *,
    format_id: str,
    options: WriteOptions | None = None,
    selection: Selection | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return what an export would lose; nothing is written. Works from any thread.

    Raises:
        UserError: no article fits the choice.
        Cancelled: ``progress`` asked for it.
    """
    with rare_collections(), file.reader() as reader:
        work = ExportRun(reader, writer(format_id), options, selection, progress)
        work.deal(None, None)
        for _ in work.prepared(""):
            pass
        if not work.report.articles and not work.report.problems:
            raise _nothing(file.path)
        work.end_report()
        return work.report


def _add_page(place: Path, text: str) -> None:
    if text:
        place.write_text(text, encoding="utf-8", newline="\n")


def _add_card(place: Path, text: str) -> None:
    """Write the card, if any; a format that has written a page of its own keeps it, above."""
    if not text:
        return
    own = place.read_text(encoding="utf-8") if place.exists() else ""
    if own:
        text = f"{own.rstrip()}\n\n{without_head(text)}"
    place.write_text(text, encoding="utf-8", newline="\n")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error


def _nothing(project: Path) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "No article to write fits the choice.")),
        where=str(project),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose other articles, or import some first.")),
    )
