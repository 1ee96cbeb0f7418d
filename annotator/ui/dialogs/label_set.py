"""The labels of a project: each one's fields, their order, and what else the set can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QWidget

from annotator.config.labelsets import label_set_toml, load_label_set
from annotator.core.errors import UserError
from annotator.core.label_edits import (
    LabelDraft,
    add_label,
    change_label,
    merge_label,
    move_label,
    remove_label,
    rename_label,
    set_aliases,
    take_labels,
)
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.storage.label_use import LabelUse
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.files import ask_label_set, ask_save
from annotator.ui.dialogs.label_drafting import Drafting, LabelContext
from annotator.ui.dialogs.label_going import End, GoingDialog
from annotator.ui.dialogs.label_layout import LabelSetLayout
from annotator.ui.dialogs.label_list import LABEL
from annotator.ui.dialogs.label_touched import TouchedDialog


class Decided(NamedTuple):
    """What is to be saved, and whose spans follow beside one's own and nobody's."""

    draft: LabelDraft
    others: tuple[str, ...] = ()


class LabelSetDialog(QDialog):
    """Edits a draft; the project changes when it is saved, in one step."""

    take_back_asked = Signal()
    """The last change that was saved is to be taken back."""

    def __init__(
        self, labels: LabelSet, context: LabelContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.drafting = Drafting(labels, context)
        self.decided: Decided | None = None
        self._at = labels.labels[0].id
        self._showing = False
        self._can_take_back = False
        self.setWindowTitle(self.tr("Labels"))
        self.parts = parts = LabelSetLayout(self, context.language)
        self.list, self.form, self.model = parts.list, parts.form, parts.model
        parts.list.selectionModel().currentChanged.connect(self._chosen)
        parts.set_chosen.connect(lambda new: self._edit(lambda d: take_labels(d, new)))
        self.form.changed.connect(self._changed)
        self.form.renamed.connect(self._renamed)
        self.form.aliased.connect(self._aliased)
        for asked, slot in (
            (parts.add_asked, self._add),
            (parts.read_asked, self._read),
            (parts.write_asked, self._write),
            (parts.save_asked, self._save),
            (parts.take_back_asked, self.take_back_asked.emit),
        ):
            asked.connect(slot)
        parts.move_asked.connect(self._move)
        parts.end_asked.connect(self._end)
        self._show()
        self.list.setFocus()

    def show_use(self, uses: Sequence[LabelUse]) -> None:
        """Say how many spans have which label; until then nothing can be saved."""
        self.drafting.uses = uses
        self._show()

    def start_from(self, labels: LabelSet, *, can_take_back: bool) -> None:
        """Start anew from the labels that the project has now."""
        self.drafting = Drafting(labels, self.drafting.context)
        self._can_take_back = can_take_back
        self._show()

    def take_file(self, path: Path) -> None:
        """Take the labels of a TOML file."""
        self._edit(lambda draft: take_labels(draft, load_label_set(path)))

    def write_file(self, path: Path) -> None:
        """Write the labels, as they are here, to a TOML file."""
        try:
            path.write_text(label_set_toml(self.drafting.labels), encoding="utf-8")
        except OSError as error:
            text = QT_TRANSLATE_NOOP("messages", "The file cannot be written: {reason}.")
            why = message(text, reason=error.strerror or str(error))
            ErrorDialog.ask(UserError(why, where=str(path)), self)

    # What is done to the draft

    def _edit(self, edit: Callable[[LabelDraft], LabelDraft], at: str = "") -> bool:
        """Go on to the next draft, at label ``at``; where that cannot be, say why."""
        try:
            self.drafting.draft = edit(self.drafting.draft)
        except UserError as error:
            self._show()
            ErrorDialog.ask(error, self)
            return False
        self._at = at or self._at
        self._show()
        return True

    def _changed(self, label: Label) -> None:
        self.drafting.draft = change_label(self.drafting.draft, label)
        self.form.follow(label)
        self._show(fields=False)

    def _renamed(self, new_id: str) -> None:
        self._edit(partial(rename_label, label_id=self._at, new_id=new_id), new_id)

    def _aliased(self, names: tuple[str, ...]) -> None:
        self._edit(partial(set_aliases, label_id=self._at, names=names))

    def _add(self) -> None:
        label = self.drafting.new_label()
        if self._edit(partial(add_label, label=label), label.id):
            self.form.id.setFocus()
            self.form.id.selectAll()

    def _move(self, step: int) -> None:
        self._edit(partial(move_label, label_id=self._at, step=step))

    def _end(self, merge: bool) -> None:
        labels, drafting = self.drafting.labels, self.drafting
        label = labels.get(self._at)
        if label is None or len(labels.labels) == 1:
            return
        language = drafting.context.language
        said = drafting.use_of(label.id)
        going = GoingDialog.ask(labels, label, said, language, merge=merge, parent=self)
        if going is None:
            return
        rest = [one.id for one in labels if one.id != label.id]
        at = going.into or rest[min(self.model.row_of(label.id), len(rest) - 1)]
        if going.end is End.MERGE:
            self._edit(partial(merge_label, label_id=label.id, into=going.into), at)
        else:
            reject = going.end is End.REJECT
            self._edit(partial(remove_label, label_id=label.id, reject=reject), at)
        self.list.setFocus()

    def _read(self) -> None:
        path = ask_label_set(self)
        if path is not None:
            self.take_file(path)

    def _write(self) -> None:
        name = Path(f"{self.drafting.labels.id}.toml")
        path = ask_save(self, self.tr("Write the label set"), name)
        if path is not None:
            self.write_file(path)

    def _save(self) -> None:
        """Ask about the spans that would change, if there are any, and close."""
        touched = self.drafting.touched()
        others: tuple[str, ...] = ()
        if touched.changes or touched.unknown:
            agreed = TouchedDialog.ask(touched, self.drafting.context.annotator, self)
            if agreed is None:
                return
            others = agreed
        self.decided = Decided(self.drafting.draft, others)
        self.accept()

    # Showing

    def _chosen(self, index: QModelIndex) -> None:
        label = index.data(LABEL)
        if isinstance(label, Label) and not self._showing:
            self._at = label.id
            self._show()

    def _show(self, *, fields: bool = True) -> None:
        drafting, labels = self.drafting, self.drafting.labels
        label = labels.get(self._at) or labels.labels[0]
        self._at = label.id
        self._showing = True
        self.model.show(labels, drafting.counts())
        self.list.setCurrentIndex(self.model.index(self.model.row_of(label.id)))
        self._showing = False
        if fields:
            called = [name for name, to in labels.aliases.items() if to == label.id]
            self.form.show_label(label, called)
        clashes = drafting.clashes()
        self.form.say(self.form.use, drafting.use_of(label.id))
        self.form.say(self.form.key_said, clashes.get(label.id, ""))
        self.form.say(self.form.colour_said, drafting.alike(label.id))
        self.parts.show_faults(clashes, labels, drafting.context.language)
        counted = drafting.uses is not None
        self.parts.enable(
            can_save=drafting.is_changed and counted and not clashes,
            can_take_back=self._can_take_back and not drafting.is_changed,
            alone=len(labels.labels) == 1,
        )
