"""Any sequence of decisions through the session and the file: undone to the start, kept throughout.

What CONTRACTS.md says of data, and the test that holds it:

| invariant                                            | test                                     |
| ---------------------------------------------------- | ---------------------------------------- |
| the text is stored exactly as it came                | here, ``what_is_stored_is_what_came``    |
| its SHA-256 is its identity                          | here, the same                           |
| a span is not empty, has no white space at its edges | here, ``every_span_is_valid``            |
| a span cuts through no grapheme                      | same test; ``core/test_graphemes.py``    |
| offsets are half-open code points                    | here, the same; ``core/test_offsets.py`` |
| what is shown maps back to what is stored            | ``arabic/test_shown.py``                 |
| a rejected suggestion is kept, not suggested again   | here, ``suggestions_arrive``             |
| JSONL: writing and reading back gives the same       | here, ``our_own_format_brings_it_back``  |
| JSONL: a wrong span is reported, not taken           | ``formats/test_jsonl.py``, ``fuzz``      |
| JSONL: unknown keys survive                          | ``formats/test_jsonl.py``, ``fuzz``      |
| CoNLL-U Plus reads back to the same spans            | ``formats/test_contract.py``             |
| a format says what it cannot carry                   | ``formats/test_contract.py``             |
| one decision is one transaction                      | here, ``it_is_on_the_disk``; ``crashes`` |
| the history says who, when, from what to what        | here, ``it_is_on_the_disk``              |
| a newer file is refused                              | ``storage/test_opening.py``              |
"""

from __future__ import annotations

import io
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.core import decisions, quote_decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus, text_sha256
from annotator.core.edits import Edit, VerdictChange
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault
from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.formats import reader
from annotator.formats.base import ReadOptions
from annotator.formats.jsonl import to_line
from annotator.formats.source import source_of
from annotator.services.project import Project, create_project, open_project
from annotator.services.session import ArticleSession
from annotator.storage import BatchItem

TEXTS = (
    "قال بومبيو لأرمينيا إنّ «الأمر» صعبٌ 👩🏽‍🚀 في واشنطن",
    "وصل بومبيو إلى باكو.\u202e\u200b نعم",
)
SPANS = [
    Span(a, b)
    for a in range(len(TEXTS[0]))
    for b in range(a + 1, min(len(TEXTS[0]), a + 9) + 1)
    if span_fault(TEXTS[0], Span(a, b)) is None
]
SPAN = st.sampled_from(SPANS)
LABEL = st.sampled_from(["PER", "LOC"])
NUMBER = st.integers(0, 5)


def same(a: AnnotatedArticle, b: AnnotatedArticle) -> bool:
    return replace(a, revision=0) == replace(b, revision=0)


class Working(RuleBasedStateMachine):
    """A person works on the first of two articles; batches and undo may move the second too."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.path = self.folder / "p.annotator"
        labels = LabelSet("two", (Label("PER"), Label("LOC")))
        self.project: Project = create_project(self.path, annotator="salma", label_set=labels)
        self.project.file.add_articles(
            [AnnotatedArticle(Article(f"a{n}", text)) for n, text in enumerate(TEXTS)]
        )
        self.open()
        self.start = [session.state for session in self.sessions]
        self.is_plain = True

    def open(self) -> None:
        self.sessions = [self.project.open_article(key) for key in (1, 2)]

    @property
    def session(self) -> ArticleSession:
        return self.sessions[0]

    @property
    def state(self) -> AnnotatedArticle:
        return self.session.state

    def record(self, number: int) -> str:
        known = [record.id for record in (*self.state.entities, *self.state.quotes)]
        return known[number % len(known)] if known else "gone"

    def quote(self, number: int) -> str:
        known = [quote.id for quote in self.state.quotes]
        return known[number % len(known)] if known else "gone"

    def perform(self, edit: Edit) -> None:
        self.session.perform(edit)

    # -- entities, and what all records have

    @rule(span=SPAN, label=LABEL)
    def add(self, span: Span, label: str) -> None:
        self.perform(decisions.add_entities(self.state, [span], label, self.session.actor()))

    @rule(number=NUMBER, name=st.sampled_from(["accept", "reject", "reopen"]))
    def decide(self, number: int, name: str) -> None:
        decide = getattr(decisions, name)
        self.perform(decide(self.state, [self.record(number)], self.session.actor()))

    @rule(number=NUMBER, label=LABEL)
    def relabel(self, number: int, label: str) -> None:
        ids = [self.record(number), self.record(number + 1)]
        self.perform(decisions.relabel(self.state, ids, label, self.session.actor()))

    @rule(number=NUMBER, span=SPAN)
    def resize(self, number: int, span: Span) -> None:
        record = self.record(number)
        self.perform(decisions.resize(self.state, record, span, self.session.actor()))

    @rule(number=NUMBER, note=st.sampled_from(["", "لماذا؟", "\ud83d", "\u202eabc"]))
    def note(self, number: int, note: str) -> None:
        actor = self.session.actor()
        self.perform(decisions.annotate_note(self.state, self.record(number), note, actor))
        self.perform(decisions.annotate_article(self.state, note, actor))

    @rule(number=NUMBER, flag=st.sampled_from(["unsure", "ask"]))
    def flag(self, number: int, flag: str) -> None:
        actor = self.session.actor()
        self.perform(decisions.toggle_flag(self.state, [self.record(number)], flag, actor))
        self.perform(decisions.toggle_article_flag(self.state, flag, actor))

    @rule(status=st.sampled_from(ArticleStatus))
    def status(self, status: ArticleStatus) -> None:
        self.perform(decisions.set_status(self.state, status, self.session.actor()))

    @rule()
    def finish(self) -> None:
        self.perform(decisions.finish(self.state, self.session.actor(), accept_rest=True))

    # -- quotes

    @rule(content=SPAN, cue=SPAN, source=SPAN)
    def add_quote(self, content: Span, cue: Span, source: Span) -> None:
        edit = quote_decisions.add_quote(
            self.state, content, self.session.actor(), cue=[cue], source=source
        )
        self.perform(edit)

    @rule(number=NUMBER, span=SPAN, part=st.sampled_from(["set_source", "set_speaker"]))
    def tell_who(self, number: int, span: Span, part: str) -> None:
        told = getattr(quote_decisions, part)
        self.perform(told(self.state, self.quote(number), span, self.session.actor()))

    @rule(number=NUMBER, one=SPAN, two=SPAN)
    def change_quote(self, number: int, one: Span, two: Span) -> None:
        actor, name = self.session.actor(), self.quote(number)
        self.perform(quote_decisions.set_cue(self.state, name, [one], actor))
        parts = sorted({one, two}) if not one.overlaps(two) else [one]
        self.perform(quote_decisions.set_content(self.state, name, parts, actor))

    @rule(number=NUMBER, kind=st.sampled_from(QuoteType))
    def set_type(self, number: int, kind: QuoteType) -> None:
        actor = self.session.actor()
        self.perform(quote_decisions.set_type(self.state, self.quote(number), kind, actor))

    @rule(number=NUMBER, at=st.integers(0, len(TEXTS[0])))
    def split_quote(self, number: int, at: int) -> None:
        actor = self.session.actor()
        self.perform(quote_decisions.split(self.state, self.quote(number), at, actor))

    @rule(number=NUMBER)
    def join_and_nest(self, number: int) -> None:
        one, two = self.quote(number), self.quote(number + 1)
        actor = self.session.actor()
        self.perform(quote_decisions.nest(self.state, one, two, actor))
        if number % 2:
            self.perform(quote_decisions.join(self.state, {one, two}, actor))

    @rule(number=NUMBER)
    def unquote(self, number: int) -> None:
        actor = self.session.actor()
        self.perform(quote_decisions.quote_to_nonquote(self.state, self.quote(number), actor))

    @precondition(lambda self: self.state.nonquotes)
    @rule()
    def requote(self) -> None:
        span, actor = self.state.nonquotes[0], self.session.actor()
        self.perform(quote_decisions.nonquote_to_quote(self.state, span, actor))

    # -- what no person does, what a reviewer does, what is done in several articles

    @rule(span=SPAN, quoted=SPAN, label=LABEL)
    def suggestions_arrive(self, span: Span, quoted: Span, label: str) -> None:
        found = [Entity("x", span, label, Status.SUGGESTED, "rules", 0.5)]
        quotes = [Quote("y", QuoteType.DIRECT, (quoted,), status=Status.SUGGESTED, origin="rules")]
        rejected = {(e.span, e.label) for e in self.state.entities if e.status is Status.REJECTED}
        self.perform(decisions.take_suggestions(self.state, found, quotes, self.session.actor()))
        open_ = {(e.span, e.label) for e in self.state.entities if e.status is Status.SUGGESTED}
        assert not open_ & rejected, "what was rejected is suggested again"
        self.start[0] = self.without_decisions()

    def without_decisions(self) -> AnnotatedArticle:
        """Return the state under all steps: what arrived stays when everything is undone."""
        timeline = self.project.file.timeline(1, "salma")
        while timeline.history.can_undo:
            timeline = timeline.undo()
        return timeline.state

    @rule(number=NUMBER, choice=st.sampled_from(Choice), fault=st.sampled_from([None, *Fault]))
    def give_verdict(self, number: int, choice: Choice, fault: Fault | None) -> None:
        actor, key = self.session.actor(), f"d{number}"
        before = self.state.verdict(key)
        after = Verdict(key, "label", choice, ("عمر",), (), fault, "سهو", actor.name, actor.at)
        changes = (VerdictChange(before, None if before == after else after),)
        self.perform(Edit("settle", changes, actor.name, actor.at))

    @rule(label=LABEL)
    def batch(self, label: str) -> None:
        actor = self.session.actor()
        name = Span(4, 10)

        def decide(state: AnnotatedArticle) -> Edit:
            return decisions.add_entities(state, [name], label, actor)

        items = [BatchItem(key, "salma", decide) for key in (1, 2)]
        self.project.batches.perform("every", items)
        self.is_plain = False

    @precondition(lambda self: self.session.history.can_undo)
    @rule()
    def undo(self) -> None:
        self.session.undo()

    @precondition(lambda self: self.session.history.can_redo)
    @rule()
    def redo(self) -> None:
        self.session.redo()

    # -- at any point

    @rule()
    def it_is_on_the_disk(self) -> None:
        before = [(session.state, session.history) for session in self.sessions]
        self.project.close()
        self.project = open_project(self.path, annotator="salma")
        self.open()
        for (state, history), session in zip(before, self.sessions, strict=True):
            assert same(session.state, state)
            assert session.history == history
            assert all(step.by == "salma" and step.at for step in history.done)

    @rule()
    def our_own_format_brings_it_back(self) -> None:
        line = to_line(self.state)
        (read,) = reader("jsonl").read(source_of("a", lambda: io.BytesIO(line)), ReadOptions())
        assert same(read, self.state)

    @invariant()
    def what_is_stored_is_what_came(self) -> None:
        for session, text in zip(self.sessions, TEXTS, strict=True):
            assert session.state.text == text
            assert session.state.article.sha256 == text_sha256(text)

    @invariant()
    def every_span_is_valid(self) -> None:
        for state in (session.state for session in self.sessions):
            spans = [entity.span for entity in state.entities]
            spans += [span for quote in state.quotes for _, span in quote.spans()]
            assert all(span_fault(state.text, span) is None for span in (*spans, *state.nonquotes))
            for records in (state.entities, state.quotes):
                assert list(records) == sorted(records, key=lambda record: record.sort_key)
                assert len({record.id for record in records}) == len(records)
            ids = {quote.id for quote in state.quotes}
            assert all(q.nested_in is None or q.nested_in in ids for q in state.quotes)

    def teardown(self) -> None:
        try:
            ends = [session.state for session in self.sessions]
            self.undo_all()
            for session, start in zip(self.sessions, self.start, strict=True):
                assert same(session.state, start), "undo of all does not lead to the start"
            if self.is_plain:
                while self.session.redo() is not None:
                    pass
                if not self.undone_before:
                    assert same(self.state, ends[0]), "redo of all does not lead to the end"
        finally:
            self.project.close()
            shutil.rmtree(self.folder)

    def undo_all(self) -> None:
        self.undone_before = self.session.history.can_redo
        for _ in range(3):  # a batch that is taken back in one may be a new step in the other
            for session in self.sessions:
                for _ in range(200):
                    if session.undo() is None:
                        break


TestWorking = Working.TestCase
TestWorking.settings = settings(max_examples=25, stateful_step_count=30)
