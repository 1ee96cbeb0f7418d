"""In which articles a reviewer has decided, in order: undo goes back over all of them."""

from __future__ import annotations


class Trail:
    """Articles (their keys) of the decisions that can be taken back, and done again."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []

    def add(self, article: int) -> None:
        """Know of a decision; what was taken back cannot be done again any more."""
        self._done.append(article)
        self._undone.clear()

    def has(self, *, back: bool) -> bool:
        """Whether there is a decision to take back, or (not ``back``) to do again."""
        return bool(self._done if back else self._undone)

    def next(self, *, back: bool) -> int | None:
        """Return the article of the decision that is turned next, or None."""
        source = self._done if back else self._undone
        return source[-1] if source else None

    def turned(self, article: int, *, back: bool) -> None:
        """Know that a decision in this article was taken back, or done again."""
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        if source and source[-1] == article:
            source.pop()
        target.append(article)
