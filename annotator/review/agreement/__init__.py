"""Agreement of annotators: one module a metric, all in :data:`METRICS`.

Metrics are pure: a :class:`~annotator.review.agreement.sample.Sample` goes in, a
:class:`~annotator.review.agreement.base.Figure` comes out, undefined with a reason where the
metric's definition does not reach. Nothing that fewer than two people have annotated ever counts
as agreement.
"""

from __future__ import annotations

from annotator.review.agreement.alpha import ALPHA
from annotator.review.agreement.base import Metric
from annotator.review.agreement.cohen import COHEN, COHEN_LABELLED
from annotator.review.agreement.fleiss import FLEISS
from annotator.review.agreement.gwet import GWET
from annotator.review.agreement.quotes import QUOTE_METRICS
from annotator.review.agreement.span_f1 import EXACT, OVERLAP
from annotator.review.agreement.unitizing import UNITIZING
from annotator.review.agreement.unitizing_1995 import UNITIZING_1995

METRICS: tuple[Metric, ...] = (
    EXACT,
    OVERLAP,
    COHEN,
    COHEN_LABELLED,
    FLEISS,
    GWET,
    ALPHA,
    UNITIZING,
    UNITIZING_1995,
    *QUOTE_METRICS,
)
"""Every metric, in the order in which they are shown."""
