from dataclasses import FrozenInstanceError, fields
from pickle import dumps, loads

import pytest

from annotator.core.entities import Entity, Reason, Status, make_entity
from annotator.core.quotes import Quote, QuoteType, make_quote
from annotator.core.spans import Span

ENTITY = ("e1", Span(0, 4), "PER", Status.SUGGESTED, "x", 0.5, "salma", "note", "a", "b")
QUOTE = ("q1", QuoteType.MIXED, (Span(0, 4),))


@pytest.mark.parametrize(
    ("kind", "make", "values"),
    [
        (Entity, make_entity, ENTITY[:3]),
        (Entity, make_entity, (*ENTITY, (Reason("x"),), ("unsure",), {"k": 1})),
        (Quote, make_quote, QUOTE),
    ],
)
def test_what_is_made_is_what_the_class_makes(kind, make, values):
    made, usual = make(*values), kind(*values)
    assert made == usual
    assert type(made) is kind
    assert repr(made) == repr(usual)
    assert loads(dumps(made)) == usual
    assert [getattr(made, f.name) for f in fields(kind)] == [
        getattr(usual, f.name) for f in fields(kind)
    ]


def test_what_is_made_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        make_entity(*ENTITY).label = "LOC"


def test_defaults_are_not_shared():
    assert make_entity(*ENTITY).extra is not make_entity(*ENTITY).extra
