"""One file out of several annotators', by a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.formats import writer
from annotator.formats.base import Prepared, WriteOptions, Writer
from annotator.review.merging import RULES, MergeRule, RuleOptions, merged
from annotator.services.atomic import replacing, replacing_folder
from annotator.services.opening import Opened
from annotator.services.project import SUFFIX
from annotator.services.reports import Report
from annotator.storage import ProjectFile


def merge(
    paths: Sequence[Path],
    out: Path,
    rule_id: str,
    *,
    options: RuleOptions | None = None,
    annotator: str = "",
    format_id: str = "jsonl",
    force: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write one set of each article to ``out``, which the rule makes of the annotators' sets.

    ``out`` is a file of the format, or a new project by its suffix. The set is ``annotator``'s;
    nobody's unless one is named. The report lists what the format cannot carry.

    Raises:
        UserError: the rule, the format or an annotator in the order is unknown, a path is absent,
            or ``out`` exists and ``force`` is off. Nothing was written.
        Cancelled: nothing was written.
    """
    rule = merge_rule(rule_id)
    progress = progress or Progress()
    with Opened(paths, progress=progress) as opened:
        chosen = _checked(options or RuleOptions(), opened.annotators)
        articles = _merged(opened, rule, chosen, annotator, progress)
        report = opened.report
        # The counts of reading become those of what is written.
        report.articles = report.entities = report.quotes = 0
        if out.suffix == SUFFIX:
            _write_project(articles, out, report, force=force)
        else:
            _write(articles, writer(format_id), out, report, force=force)
        return report


def merge_rule(rule_id: str) -> MergeRule:
    """Return the rule with that id.

    Raises:
        UserError: there is none.
    """
    if rule_id in RULES:
        return RULES[rule_id]
    raise UserError(
        message(QT_TRANSLATE_NOOP("messages", "Unknown rule: {name}."), name=rule_id),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Known rules: {names}."), names=", ".join(RULES)
        ),
    )


def _checked(options: RuleOptions, annotators: tuple[str, ...]) -> RuleOptions:
    unknown = [name for name in options.order if name not in annotators]
    if not unknown:
        return options
    raise UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "No annotator of this name: {name}."), name=unknown[0]
        ),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "The files are by {names}."), names=", ".join(annotators)
        ),
    )


def _merged(
    opened: Opened, rule: MergeRule, options: RuleOptions, annotator: str, progress: Progress
) -> Iterator[AnnotatedArticle]:
    for number, matched in enumerate(opened.articles()):
        progress.at(number, len(opened))
        made = merged(matched, rule, options, annotator)
        if len(matched.sets) == 1:
            opened.report.problems.append(_alone(matched.article.id, *matched.sets))
        yield made


def _alone(article: str, annotator: str) -> Problem:
    what = QT_TRANSLATE_NOOP("messages", "Only {annotator} has this article: nobody to agree with.")
    return Problem(
        "unmatched", message(what, annotator=annotator), Severity.NOTICE, article=article
    )


def _write_project(
    articles: Iterator[AnnotatedArticle], out: Path, report: Report, *, force: bool
) -> None:
    def counted() -> Iterator[AnnotatedArticle]:
        for article in articles:
            report.count(article)
            yield article

    with replacing(out, force=force) as made:
        with ProjectFile.create(made, label_set=load_label_set(), force=True) as file:
            file.add_articles(counted())
        _keep_or_not(made, out, report)


def _write(
    articles: Iterator[AnnotatedArticle], format_: Writer, out: Path, report: Report, *, force: bool
) -> None:
    def prepared() -> Iterator[Prepared]:
        for article in articles:
            ready = format_.prepare(article, WriteOptions())
            report.problems += ready.losses
            if ready.carried is not None:
                report.count(ready.carried)
            yield ready

    replaced = replacing_folder if format_.folder else replacing
    with replaced(out, force=force) as made:
        format_.write(prepared(), made)
        if format_.folder:
            report.written.append(out)
        else:
            _keep_or_not(made, out, report)


def _keep_or_not(made: Path, out: Path, report: Report) -> None:
    if report.articles:
        report.written.append(out)
    else:
        made.unlink()
