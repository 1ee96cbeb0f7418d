"""Edits of a label set, each a pure function from a draft to the next one.

A draft remembers, beside the labels, what becomes of the spans that have them: a label that was
renamed or merged gives them another one, a removed one may reject them. However many edits were
made, that is one mapping, and so one step for the project.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

Fates = Mapping[str, str | None]
"""What becomes of spans, by the label they have: another label, or None: they are rejected.

Spans of a label that is not named keep it.
"""


@dataclass(frozen=True, slots=True)
class LabelDraft:
    """A label set while it is edited. What its spans become, :func:`fates_of` says."""

    labels: LabelSet
    fates: Fates = field(default_factory=dict)


def fates_of(draft: LabelDraft) -> dict[str, str | None]:
    """Return what becomes of spans when the draft is saved.

    A span whose label is an alias in the end becomes what the alias stands for.
    """
    fates: dict[str, str | None] = {}
    for label_id in {**draft.fates, **draft.labels.aliases}:
        fate = draft.fates.get(label_id, label_id)
        settled = None if fate is None else draft.labels.resolve(fate)
        if settled != label_id:
            fates[label_id] = settled
    return fates


def add_label(draft: LabelDraft, label: Label) -> LabelDraft:
    """Add a label at the end. Spans that had its id all along are known from then on.

    Raises:
        UserError: the id is taken or is none.
    """
    _check_id(draft.labels, label.id)
    return _with(draft, (*draft.labels.labels, label), _without(draft.labels.aliases, label.id))


def change_label(draft: LabelDraft, label: Label) -> LabelDraft:
    """Replace what is said of the label with that id: names, colour, key, description, example.

    Raises:
        KeyError: there is no such label.
    """
    _known(draft.labels, label.id)
    labels = tuple(label if one.id == label.id else one for one in draft.labels)
    return _with(draft, labels, draft.labels.aliases)


def move_label(draft: LabelDraft, label_id: str, step: int) -> LabelDraft:
    """Move a label ``step`` places down (negative: up), as far as the list goes.

    Raises:
        KeyError: there is no such label.
    """
    moved = _known(draft.labels, label_id)
    at = draft.labels.labels.index(moved)
    rest = [one for one in draft.labels if one.id != label_id]
    rest.insert(min(max(at + step, 0), len(rest)), moved)
    return _with(draft, tuple(rest), draft.labels.aliases)


def rename_label(draft: LabelDraft, label_id: str, new_id: str) -> LabelDraft:
    """Give a label another id: its spans get it, and the old one stays as an alias.

    Raises:
        KeyError: there is no such label.
        UserError: the new id is taken or is none.
    """
    label = _known(draft.labels, label_id)
    if new_id == label_id:
        return draft
    _check_id(draft.labels, new_id)
    labels = tuple(replace(one, id=new_id) if one is label else one for one in draft.labels)
    aliases = _redirected(draft.labels.aliases, label_id, new_id)
    return _with(draft, labels, _without(aliases, new_id), _sent(draft, label_id, new_id))


def merge_label(draft: LabelDraft, label_id: str, into: str) -> LabelDraft:
    """Make one label of two: spans of ``label_id`` become ``into``, which it is an alias of.

    Raises:
        KeyError: one of them is not in the set, or they are the same.
    """
    label = _known(draft.labels, label_id)
    if _known(draft.labels, into) is label:
        raise KeyError(into)
    labels = tuple(one for one in draft.labels if one is not label)
    aliases = _redirected(draft.labels.aliases, label_id, into)
    return _with(draft, labels, aliases, _sent(draft, label_id, into))


def remove_label(draft: LabelDraft, label_id: str, *, reject: bool) -> LabelDraft:
    """Remove a label. Its spans are rejected, or keep it as one that the set does not know.

    Raises:
        KeyError: there is no such label.
        UserError: it is the last one.
    """
    label = _known(draft.labels, label_id)
    if len(draft.labels.labels) == 1:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "A label set needs at least one label.")),
            where=label_id,
        )
    labels = tuple(one for one in draft.labels if one is not label)
    aliases = {name: to for name, to in draft.labels.aliases.items() if to != label_id}
    return _with(draft, labels, aliases, _sent(draft, label_id, None) if reject else None)


def set_aliases(draft: LabelDraft, label_id: str, names: tuple[str, ...]) -> LabelDraft:
    """Say by which other names files and suggestions mean a label.

    Raises:
        KeyError: there is no such label.
        UserError: a name is that of a label, or already stands for another one.
    """
    _known(draft.labels, label_id)
    for name in names:
        _check_id(draft.labels, name)
        other = draft.labels.aliases.get(name, label_id)
        if other != label_id:
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "{name} already stands for {label}."),
                    name=name,
                    label=other,
                ),
                where=label_id,
            )
    others = {name: to for name, to in draft.labels.aliases.items() if to != label_id}
    return _with(draft, draft.labels.labels, others | dict.fromkeys(names, label_id))


def take_labels(draft: LabelDraft, labels: LabelSet) -> LabelDraft:
    """Replace all labels by those of another set.

    Spans of a label that the new set knows under another name become that one; those of a label
    that it does not know keep theirs.
    """
    return replace(draft, labels=labels)


def id_fault(labels: LabelSet, label_id: str) -> Message | None:
    """Return why a new label, or a renamed one, cannot have this id; None when it can."""
    if not label_id or any(char.isspace() for char in label_id):
        return message(QT_TRANSLATE_NOOP("messages", "A label needs an id without spaces."))
    if label_id in labels:
        return message(
            QT_TRANSLATE_NOOP("messages", "There is a label {label} already."), label=label_id
        )
    return None


def key_clashes(
    labels: LabelSet, refused: Callable[[str], Message | None]
) -> Iterator[tuple[str, Message]]:
    """Yield the labels that cannot have their key, as ``(label id, why)``.

    ``refused`` says why no label at all can have a key, as when an action has it.
    """
    for label in labels:
        if not label.key:
            continue
        why = refused(label.key)
        holder = next((o.id for o in labels if o.key == label.key and o is not label), None)
        if why is None and holder is not None:
            text = QT_TRANSLATE_NOOP("messages", "The key {key} is that of the label {holder}.")
            why = message(text, key=label.key, holder=holder)
        if why is not None:
            yield label.id, why


def _with(
    draft: LabelDraft,
    labels: tuple[Label, ...],
    aliases: Mapping[str, str],
    fates: Fates | None = None,
) -> LabelDraft:
    made = replace(draft.labels, labels=labels, aliases=dict(aliases))
    return LabelDraft(made, draft.fates if fates is None else fates)


def _sent(draft: LabelDraft, label_id: str, to: str | None) -> Fates:
    """Return the fates after all spans that would have ``label_id`` get another one."""
    fates = {name: to if fate == label_id else fate for name, fate in draft.fates.items()}
    fates.setdefault(label_id, to)
    return fates


def _redirected(aliases: Mapping[str, str], label_id: str, to: str) -> dict[str, str]:
    moved = {name: to if old == label_id else old for name, old in aliases.items()}
    return {**moved, label_id: to}


def _without(aliases: Mapping[str, str], name: str) -> dict[str, str]:
    return {alias: to for alias, to in aliases.items() if alias != name}


def _known(labels: LabelSet, label_id: str) -> Label:
    label = labels.get(label_id)
    if label is None:
        raise KeyError(label_id)
    return label


def _check_id(labels: LabelSet, label_id: str) -> None:
    fault = id_fault(labels, label_id)
    if fault is not None:
        raise UserError(fault, where=label_id)
