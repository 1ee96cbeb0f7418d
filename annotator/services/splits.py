"""Train, dev and test parts: by article, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.services.stratifying import Group, dealt

PART_NAMES = ("train", "dev", "test")


class Split(NamedTuple):
    """Shares of the parts in percent, in the order of ``PART_NAMES``, and the seed.

    ``stratified`` gives each label its share in every part, ``together`` keeps articles that are
    nearly the same text in one part.
    """

    shares: tuple[int, int, int]
    seed: int = 0
    stratified: bool = True
    together: bool = True

    def parts(self, groups: Iterable[Group]) -> dict[str, str]:
        """Return the part of each article, by the SHA-256 of its text.

        So all annotators' work on an article, and copies of it, are on one side. The order in
        which groups come does not matter.
        """
        ordered = sorted(groups, key=lambda group: min(group.articles))
        if not self.stratified:
            ordered = [group._replace(labels={}) for group in ordered]
        dealt_to = dealt(ordered, self.shares, self.seed)
        return {
            article: PART_NAMES[part]
            for group, part in zip(ordered, dealt_to, strict=True)
            for article in group.articles
        }


def split_from(
    text: str, seed: int = 0, *, stratified: bool = True, together: bool = True
) -> Split:
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
    return Split((train, dev, test), seed, stratified, together)


def part_path(out: Path, part: str, suffix: str | None) -> Path:
    """Return the file of a part: ``corpus.train.conll`` for ``corpus.conll``, else in a folder.

    Without a ``suffix`` the part is a folder itself.
    """
    if suffix is None:
        return out / part
    if out.suffix:
        return out.with_name(f"{out.stem}.{part}{out.suffix}")
    return out / f"{part}{suffix}"
