"""A failing file made smaller, as long as it fails in the same way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from tests.fuzz.cases import Case

_TRIES = 600
_SECONDS = 60.0


def minimised(case: Case, fails: Callable[[Case], bool]) -> Case:
    """Return a smaller case that still ``fails``; ends after some hundred tries or a minute."""
    end = monotonic() + _SECONDS
    left = _TRIES

    def still(candidate: Case) -> bool:
        nonlocal left
        left -= 1
        return left > 0 and monotonic() < end and fails(candidate)

    for name in sorted(case.beside):
        without = replace(case, beside={k: v for k, v in case.beside.items() if k != name})
        if still(without):
            case = without
    size = max(1, len(case.data) // 2)
    while size and left > 0:
        at = 0
        while at < len(case.data):
            candidate = replace(case, data=case.data[:at] + case.data[at + size :])
            if still(candidate):
                case = candidate
            else:
                at += size
        size //= 2
    return case
