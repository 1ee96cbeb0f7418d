"""What a Label Studio project must show for our spans: names of its controls, and their XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.core.quotes import QuoteType
from annotator.formats.linked import LABELS, MENTIONS, NESTED, PART

LABEL, TEXT, ATTRIBUTES, NOTE = "label", "text", "quote", "note"
"""Names of the controls and of the text in :func:`label_config`."""

_OTHER = {
    "closed": ("false", "open"),
    "nonfact": ("true", "nonfact"),
    "optional": ("true", "optional"),
}
"""Attributes of quotes: the value that is not their default, and the choice that it stands as."""

_KINDS = tuple(kind.value for kind in QuoteType)
_RELATIONS = ("cue", PART, "verbatim", NESTED, *MENTIONS)


def label_config(labels: Iterable[str]) -> str:
    """Return the XML of a labelling interface for these labels, with quotes and their relations."""
    shown = _tags("Label", (*labels, *sorted(LABELS)))
    choices = _tags("Choice", (*_KINDS, *(choice for _, choice in _OTHER.values())))
    return (
        "<View>"
        f'<Labels name="{LABEL}" toName="{TEXT}">{shown}</Labels>'
        f'<View style="direction: rtl"><Text name="{TEXT}" value="$text"/></View>'
        f'<Choices name="{ATTRIBUTES}" toName="{TEXT}" perRegion="true" choice="multiple">'
        f"{choices}</Choices>"
        f'<TextArea name="{NOTE}" toName="{TEXT}" perRegion="true"/>'
        f"<Relations>{_tags('Relation', _RELATIONS)}</Relations>"
        "</View>"
    )


def choices_of(attributes: Mapping[str, str]) -> list[str]:
    """Return the choices that a quote's attributes stand as."""
    other = [choice for key, (value, choice) in _OTHER.items() if attributes.get(key) == value]
    return [attributes["type"], *other]


def attributes_of(choices: Iterable[Any]) -> dict[str, str]:
    """Return the attributes that choices stand for; unknown ones are passed over."""
    made: dict[str, str] = {}
    for choice in choices:
        if choice in _KINDS:
            made["type"] = choice
        made.update((key, value) for key, (value, known) in _OTHER.items() if known == choice)
    return made


def _tags(name: str, values: Iterable[str]) -> str:
    return "".join(f"<{name} value={quoteattr(value)}/>" for value in values)
