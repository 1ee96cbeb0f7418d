"""How agreement goes on, as a chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.review.agreement.breakdown import Point
from annotator.ui.panes.charts import Bar, Chart, Series
from annotator.ui.text import ltr

_COLOUR = "#2f6fdb"


def trend_chart(points: Sequence[Point]) -> Chart:
    """Return the exact F1 of each day, or of each stretch of articles, in percent."""
    f1 = _tr(QT_TRANSLATE_NOOP("review", "Exact F1"))
    bars = []
    for number, (at, articles, figure) in enumerate(points, 1):
        value = 100 * (figure.value or 0.0)
        is_day = "-" in at
        short = ltr(at[5:]) if is_day else str(number)
        bars.append(
            Bar(
                ltr(at) if is_day else short,
                short,
                (value,),
                (ltr(f"{value:.0f}%"), f"{articles:,}"),
            )
        )
    return Chart(
        _tr(QT_TRANSLATE_NOOP("review", "Exact F1 in percent, as the work goes on")),
        _tr(QT_TRANSLATE_NOOP("review", "When")),
        (f1, _tr(QT_TRANSLATE_NOOP("review", "articles"))),
        (Series(f1, _COLOUR),),
        tuple(bars),
        legend=False,
        note=_tr(
            QT_TRANSLATE_NOOP("review", "A bar is a day, or some articles one after the other.")
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)
