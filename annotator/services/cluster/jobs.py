"""What is done with a part: suggestions, or an export. Jobs travel to the workers as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from annotator import __version__
from annotator.bundled import resource
from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.formats import writer
from annotator.formats.base import WriteOptions
from annotator.formats.jsonl import Jsonl, to_line
from annotator.services.export_run import ExportRun
from annotator.services.presuggesting import Way, suggested_anew
from annotator.services.reports import Report
from annotator.services.selection import Selection
from annotator.storage import Filters
from annotator.suggest.camel.models import model_folders
from annotator.suggest.statistical import model_in

_CAMEL = ("camel", "camel-int8")
_BLOCK = 1 << 20


class PartFailedError(Exception):
    """A part cannot be done, and trying again would not help; the others can."""


class Job(Protocol):
    """What is done with the articles of a part."""

    @property
    def suffix(self) -> str:
        """How the names of results end; empty where each is a folder."""
        ...

    @property
    def folder(self) -> bool:
        """Whether the result of a part is a folder."""
        ...

    def at(self, created: str) -> Job:
        """Return the job with the time at which the run began, unless it was given another."""
        ...

    def settings(self) -> dict[str, Any]:
        """Return, as JSON, what must be the same when a run goes on."""
        ...

    def identity(self) -> dict[str, str]:
        """Return what must be the same on every machine: the program, the models."""
        ...

    def write(self, articles: Iterable[AnnotatedArticle], made: Path, path: Path) -> Report:
        """Write the result of a part to ``made``, which will become ``path``, and report.

        Raises:
            UserError: this machine cannot do it.
            PartFailedError: it cannot be done with these articles.
        """
        ...


@dataclass(frozen=True, slots=True)
class SuggestJob:
    """Suggestions by engines that are named one by one, so that no machine's settings count."""

    engines: tuple[str, ...]
    model: str = ""
    created: str = ""

    @property
    def suffix(self) -> str:
        """JSON Lines."""
        return Jsonl.suffixes[0]

    @property
    def folder(self) -> bool:
        """A file a part."""
        return False

    def at(self, created: str) -> SuggestJob:
        """Return the job; ``created`` is what its suggestions bear."""
        return self if self.created else replace(self, created=created)

    def settings(self) -> dict[str, Any]:
        """Return the engines, the model's folder and the time that suggestions bear."""
        return {"command": "suggest", **asdict(self), "engines": list(self.engines)}

    def identity(self) -> dict[str, str]:
        """Return the program's version, and a hash of each model's files."""
        found = {"annotator": __version__}
        for name in self.engines:
            base, _, wanted = name.partition(":")
            if base == "embedded":
                folder = Path(self.model) if self.model else resource("models", "news")
                found[name] = folder_digest(folder)
            elif base in _CAMEL:
                folders = [each for each in model_folders() if wanted in ("", each.name)]
                found[name] = folder_digest(folders[0]) if folders else ""
        return found

    def write(self, articles: Iterable[AnnotatedArticle], made: Path, path: Path) -> Report:
        """Write the articles with suggestions, one a line."""
        report = Report()
        way = Way(self.engines, _model(self.model) if self.model else None, self.created)
        with made.open("wb") as stream:
            for article in articles:
                suggested = suggested_anew(article.article, way)
                report.count(suggested)
                stream.write(to_line(suggested))
        return report


@dataclass(frozen=True, slots=True)
class ExportJob:
    """An export of annotated articles to a format."""

    format_id: str
    options: WriteOptions
    selection: Selection

    @property
    def suffix(self) -> str:
        """The usual one of the format."""
        return "" if self.folder else writer(self.format_id).suffixes[0]

    @property
    def folder(self) -> bool:
        """Whether the format writes several files."""
        return writer(self.format_id).folder

    def at(self, created: str) -> ExportJob:
        """Return the job: an export bears no time."""
        return self

    def settings(self) -> dict[str, Any]:
        """Return the format, how it is written, and what of the corpus."""
        options, chosen = self.options, self.selection
        return {
            "command": "export",
            "format": self.format_id,
            "scheme": str(options.scheme),
            "tokens": str(options.tokens),
            "labels": dict(options.labels),
            "language": options.language,
            "annotator": chosen.annotator,
            "articles": _sorted(chosen.articles),
            "spans": _sorted(chosen.spans),
            "meta": _sorted(chosen.meta),
        }

    def identity(self) -> dict[str, str]:
        """Return the program's version."""
        return {"annotator": __version__}

    def write(self, articles: Iterable[AnnotatedArticle], made: Path, path: Path) -> Report:
        """Write the articles, read them back and compare."""
        run = ExportRun(
            PartOfCorpus(articles), writer(self.format_id), self.options, self.selection, None
        )
        run.write("", made, counted=False)
        run.end_report()
        try:
            run.compare("", made, path)
        except UserError as error:
            raise PartFailedError(str(error.what)) from error
        return run.report


class PartOfCorpus:
    """Articles out of files, as an export asks a project for them. They are read once."""

    def __init__(self, articles: Iterable[AnnotatedArticle]) -> None:
        self._articles = articles
        self.label_set: LabelSet = load_label_set()

    def article_count(self) -> int:
        """Return 0: how many there are is seen at the end."""
        return 0

    def annotated(self, filters: Filters | None = None) -> Iterator[AnnotatedArticle]:
        """Yield the articles of the annotator and in the statuses that are wanted."""
        annotator, statuses = filters or Filters()
        for article in self._articles:
            if annotator is not None and article.annotator != annotator:
                continue
            if statuses is None or article.status in statuses:
                yield article


@lru_cache(maxsize=1)
def _model(folder: str) -> Any:
    """Return a trained model; a worker loads it once."""
    return model_in(Path(folder))


@lru_cache(maxsize=8)
def folder_digest(folder: Path) -> str:
    """Return the SHA-256 of a folder's files, names and bytes; empty where it has none."""
    found = hashlib.sha256()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in files:
        found.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                found.update(block)
    return found.hexdigest() if files else ""


def _sorted(values: frozenset[Any] | None) -> list[str] | None:
    return None if values is None else sorted(map(str, values))
