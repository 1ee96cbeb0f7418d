"""What a model has learned, as bytes to keep: the adapted part alone, arrays without pickle."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence

import numpy as np

from annotator.core.tags import TokenSpan, tags_to_spans
from annotator.suggest.embedded.corpus import Sentence
from annotator.suggest.embedded.decode import tag_sentences
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.model import EmbeddedModel

_LARGEST = 1 << 28
"""Bytes that the arrays may take when unpacked: a file may come from a stranger."""

_FAINT = 1e-3
"""Feature weights below this are not kept."""

_SHORT = ("dense", "bias", "transitions", "starts")


def fingerprint(model: EmbeddedModel) -> str:
    """Return what tells a base model from others: what was learned fits on no other one."""
    digest = hashlib.sha256(json.dumps([model.name, *model.head.tags]).encode())
    for name in _SHORT:
        digest.update(np.ascontiguousarray(getattr(model.head, name)).tobytes())
    return digest.hexdigest()


def packed(model: EmbeddedModel) -> bytes:
    """Return the adapted part of a model; :func:`unpacked` puts it back on its base."""
    head = model.head
    strong = np.abs(head.sparse).max(axis=1, initial=0) > _FAINT
    out = io.BytesIO()
    np.savez_compressed(
        out,
        allow_pickle=False,
        tags=np.frombuffer(json.dumps(head.tags).encode(), np.uint8),
        buckets=head.buckets[strong].astype(np.int32),
        sparse=head.sparse[strong].astype(np.float16),
        **{name: getattr(head, name) for name in _SHORT},
    )
    return out.getvalue()


def unpacked(base: EmbeddedModel, data: bytes) -> EmbeddedModel:
    """Return ``base`` with the head in ``data``.

    Raises:
        ValueError: it is no such head, or of another base.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                raise ValueError("too large")
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            head = Head(
                tags=tuple(json.loads(file["tags"].tobytes())),
                buckets=file["buckets"].astype(np.int64),
                sparse=file["sparse"].astype(np.float32),
                **{name: file[name].astype(np.float32) for name in _SHORT},
            )
    except (zipfile.BadZipFile, KeyError, TypeError, OSError, EOFError) as error:
        raise ValueError("no learned head") from error
    count, rows = len(head.tags), len(head.buckets)
    shapes = {
        "dense": (base.head.dense.shape[0], count),
        "bias": (count,),
        "transitions": (count, count),
        "starts": (count,),
        "sparse": (rows, count),
        "buckets": (rows,),
    }
    if (
        any(getattr(head, name).shape != shape for name, shape in shapes.items())
        or head.tags[: len(base.head.tags)] != base.head.tags
        or not all(str(tag)[:2] in ("B-", "I-") for tag in head.tags[1:])
        or not all(np.isfinite(getattr(head, name)).all() for name in (*_SHORT, "sparse"))
        or (np.diff(head.buckets) <= 0).any()
    ):
        raise ValueError("a head of another base")
    return base.with_head(head)


def right_found_gold(
    model: EmbeddedModel, articles: Sequence[Sequence[Sentence]]
) -> tuple[int, int, int]:
    """Return how many names of tagged articles are exactly right, how many found, how many there.

    Names are compared by whole words, which is what learning moves.
    """
    right = found = gold = 0
    for article in articles:
        tagged = tag_sentences(model, [words for words, _ in article])
        for (_, tags), one in zip(article, tagged, strict=True):
            there = set[TokenSpan](tags_to_spans(tags))
            right += len(there.intersection(one.spans))
            found += len(one.spans)
            gold += len(there)
    return right, found, gold
