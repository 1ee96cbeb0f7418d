"""A reviewer's verdicts in the project's own JSONL: the key ``verdicts`` of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.formats.jsonl_checks import CheckedValues

_CHOICES = {choice.value: choice for choice in Choice}
_FAULTS: dict[Any, Fault | None] = {None: None, **{fault.value: fault for fault in Fault}}


def verdicts_to_json(verdicts: Iterable[Verdict]) -> list[dict[str, Any]]:
    """Return the list that stands under ``verdicts``."""
    return [
        {
            "id": verdict.id,
            "kind": verdict.kind,
            "choice": verdict.choice.value,
            "taken": list(verdict.taken),
            "records": list(verdict.records),
            "fault": None if verdict.fault is None else verdict.fault.value,
            "note": verdict.note,
            "by": verdict.by,
            "at": verdict.at,
        }
        for verdict in verdicts
    ]


def verdicts_of(values: CheckedValues, data: dict[str, Any]) -> tuple[Verdict, ...]:
    """Return the verdicts of an article's object; what is none is reported and left out."""
    found: dict[str, Verdict] = {}
    for value in values.container(data, "verdicts", list):
        verdict = _verdict(values, value) if type(value) is dict else None
        if verdict is None or verdict.id in found:
            values.refuse_value("verdicts", value)
        else:
            found[verdict.id] = verdict
    return tuple(found[id_] for id_ in sorted(found))


def _verdict(values: CheckedValues, data: dict[str, Any]) -> Verdict | None:
    id_, choice, fault = data.get("id"), data.get("choice"), data.get("fault")
    if type(id_) is not str or type(choice) is not str or choice not in _CHOICES:
        return None
    if fault is not None and (type(fault) is not str or fault not in _FAULTS):
        values.change_value("fault", fault, id_)
        fault = None
    return Verdict(
        id_,
        values.string(data, "kind", "", id_),
        _CHOICES[choice],
        _names(values, data, "taken", id_),
        _names(values, data, "records", id_),
        _FAULTS[fault],
        values.string(data, "note", "", id_),
        values.string(data, "by", "", id_),
        values.string(data, "at", "", id_),
    )


def _names(values: CheckedValues, data: dict[str, Any], key: str, verdict: str) -> tuple[str, ...]:
    names = values.container(data, key, list, verdict)
    kept = tuple(name for name in names if type(name) is str)
    if len(kept) != len(names):
        values.change_value(key, names, verdict)
    return kept
