"""Corpora too large for one process: cut into parts, worked on side by side, put down part by part.

``plan`` cuts the input, ``jobs`` say what is done with a part, ``work`` does it in a worker,
``ledger`` keeps what is done and can be gone on from, ``running`` deals the parts out to the
workers that ``clients`` has found. Only the last two need Dask.
"""

from annotator.services.cluster.clients import Where
from annotator.services.cluster.jobs import ExportJob, SuggestJob
from annotator.services.cluster.plan import Reads
from annotator.services.cluster.running import Asked, RunReport, run_parts
from annotator.services.part_size import ARTICLES

__all__ = [
    "ARTICLES",
    "Asked",
    "ExportJob",
    "Reads",
    "RunReport",
    "SuggestJob",
    "Where",
    "run_parts",
]
