"""Train, dev and test parts: by article, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message

PART_NAMES = ("train", "dev", "test")


class Split(NamedTuple):
    """Shares of the parts in percent, in the order of ``PART_NAMES``, and the seed."""

    shares: tuple[int, int, int]
    seed: int = 0

    def parts(self, digests: Iterable[str]) -> dict[str, str]:
        """Return the part of each article, by the SHA-256 of its text.

        So all annotators' work on an article, and copies of it, are on one side. The order in
        which articles come does not matter.
        """
        order = sorted(set(digests))
        random.Random(self.seed).shuffle(order)  # noqa: S311 - a split, no secret
        ends = [round(share * len(order) / 100) for share in accumulate(self.shares)]
        parts: dict[str, str] = {}
        start = 0
        for name, end in zip(PART_NAMES, ends, strict=True):
            parts.update(dict.fromkeys(order[start:end], name))
            start = end
        return parts


def split_from(text: str, seed: int = 0) -> Split:
    """Return the split that ``80/10/10`` (or ``90/10``, without a test part) stands for.

    Raises:
        UserError: the shares are no whole numbers, or do not add up to 100.
    """
    shares = [int(part) if part.isdecimal() else -1 for part in text.split("/")]
    shares += [0] * (len(PART_NAMES) - len(shares))
    if len(shares) != len(PART_NAMES) or min(shares) < 0 or sum(shares) != 100:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is no split: {text}."), text=text),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Give shares that add up to 100, as 80/10/10.")
            ),
        )
    train, dev, test = shares
    return Split((train, dev, test), seed)


def part_path(out: Path, part: str, suffix: str | None) -> Path:
    """Return the file of a part: ``corpus.train.conll`` for ``corpus.conll``, else in a folder.

    Without a ``suffix`` the part is a folder itself.
    """
    if suffix is None:
        return out / part
    if out.suffix:
        return out.with_name(f"{out.stem}.{part}{out.suffix}")
    return out / f"{part}{suffix}"
