"""Who said it, when that is not plainly told: candidates, their weights, and names made whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span
from annotator.suggest.quotes.candidates import Candidate
from annotator.suggest.quotes.drafts import Draft
from annotator.suggest.quotes.inflection import Agreement
from annotator.suggest.quotes.lexicon import lexicon
from annotator.suggest.quotes.mentions import Mention
from annotator.suggest.quotes.names import mended
from annotator.suggest.quotes.ranking import Ranker

Suggest = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("text", "persons", "speakers"),
    [
        # The subject goes on speaking, not who was received.
        (
            "استقبل الوزير سامي نظيره رامي. وقال إن اللقاء مفيد. وأضاف أن الحوار مستمر.",
            ("سامي", "رامي"),
            ["سامي", "سامي"],
        ),
        # Who is told of in a quote does not go on speaking.
        (
            "قالت ليلى إن المدير كريم أكد أن العقد جاهز. وأضافت أنها لم تره.",
            ("ليلى", "كريم"),
            ["ليلى", "كريم", "ليلى"],
        ),
        # A name behind ب is nobody's who confesses; nor is the title the victim's.
        ("المتهم بقتل الطالبة نيرة اعترف بأنه مذنب.", ("نيرة",), ["المتهم"]),
        ("قال الحزب على لسان رئيسه مبارك إن المؤتمر تأجل.", ("مبارك",), ["مبارك"]),
        ("ذكرت الصحيفة نقلا عن كريم أن العقد جاهز.", ("كريم",), ["كريم"]),
        ("ونقل عن كريم أن العقد جاهز.", ("كريم",), ["كريم"]),
        # Who belongs to somebody has a name of his own.
        ("وكتب محامي كريم، رامي، أن الحكم ظالم.", ("كريم", "رامي"), ["رامي"]),
        ("وقال محامي كريم إن الحكم ظالم.", ("كريم",), ["محامي كريم"]),
        ("قال رئيس الهيئة في المدينة، كريم، إن الطريق مغلق.", ("كريم",), ["كريم"]),
        ('"لن نعود". بهذه الكلمات ودع رامي رفاقه.', ("رامي",), ["رامي"]),
        # Behind the auxiliary nothing but the subject can stand, however far the verb.
        (
            "قال كريم إن الحرب انتهت. وكان ضابط كبير في الحلف الذي يقوده الجار قال إن القوات عادت.",
            ("كريم",),
            ["كريم", "ضابط كبير"],
        ),
        # A verb without content of its own still tells who speaks behind the comma.
        ("كما حذر كريم من التسرع في الأمر، مؤكدا أنه خطير.", ("كريم",), ["كريم"]),
        # Neither known nor listed: the noun that the clause begins with.
        ("غير أن ناشطين محليين أكدوا أن القصف مستمر.", (), ["ناشطين محليين"]),
        ("وقال رئيس الجامعة إن المحتجين غادروا.", (), ["رئيس الجامعة"]),
        ("وردت اللجنة ببيان جاء فيه أن النص قديم.", (), ["بيان"]),
    ],
)
def test_who_spoke(
    text: str, persons: tuple[str, ...], speakers: list[str], suggest_text: Suggest
) -> None:
    found = suggest_text(text, PER=persons)
    sources = [quote.source.of(text) if quote.source else None for quote in found.quotes]
    assert sources == speakers


def test_a_short_aside_after_a_verb_keeps_its_speaker(suggest_text: Suggest) -> None:
    text = "قال العبادي، معلقا على لقائه بالصدر، إن الاجتماع مفيد."
    (quote,) = suggest_text(text, PER=("العبادي",)).quotes
    assert quote.source is not None
    assert quote.source.of(text) == "العبادي"


def test_the_heaviest_candidate_wins_and_unknown_facts_weigh_nothing() -> None:
    ranker = Ranker({"slot": 2.0, "last": 1.5})
    draft = Draft((Span(20, 30),), QuoteType.INDIRECT, "clause", 0.8, 3, 5)
    last, slot, other = (
        Candidate(Mention(Span(at, at + 3), Agreement(), named=True), {fact})
        for at, fact in ((0, "last"), (5, "slot"), (10, "never heard of"))
    )
    assert ranker.choose(draft, [last, slot, other]) is slot
    assert ranker.choose(draft, [other, last]) is last
    assert ranker.choose(draft, [other]) is other
    assert ranker.choose(draft, []) is None


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("وقال عبد الحق بلماضي إن", "عبد الحق", "عبد الحق بلماضي"),
        ("وقال دونالد #ترمب إن", "دونالد", "دونالد #ترمب"),
        ("تغريدة #عمرو_واكد التي كتبها عمرو واكد أمس", "عمرو", "عمرو واكد"),
        ("وقال كريم بهدوء إن", "كريم", "كريم"),
        ("وقال كريم الوزير إن", "كريم", "كريم"),
        ("قاد كريم وفداً إلى", "كريم", "كريم"),
        ("قال أحمد بن صالح وفداً", "أحمد بن صالح", "أحمد بن صالح"),
    ],
)
def test_a_family_name_that_nobody_knows_is_taken_in(text: str, name: str, whole: str) -> None:
    entities = _persons(text, [name, "ترمب"])
    found = mended(text, entities, tokenize(text), lexicon())
    assert whole in {entity.span.of(text) for entity in found}


def test_what_people_decided_is_not_mended() -> None:
    text = "وقال عبد الحق بلماضي إن"
    entities = _persons(text, ["عبد الحق"], Status.ACCEPTED)
    assert mended(text, entities, tokenize(text), lexicon()) == tuple(entities)


def test_on_behalf_of_is_no_first_name() -> None:
    text = "وقالت متحدثة باسم الطوارئ إن"
    assert mended(text, _persons(text, ["باسم الطوارئ"]), tokenize(text), lexicon()) == ()


def _persons(text: str, names: Iterable[str], status: Status = Status.SUGGESTED) -> list[Entity]:
    spans = {Span(start, start + len(name)) for name in names if (start := text.rfind(name)) >= 0}
    return [Entity(f"e{span.start}", span, "PER", status=status) for span in sorted(spans)]


def test_a_sentence_may_name_nobody(suggested: Suggest) -> None:
    assert (
        suggested(AnnotatedArticle(Article("t", "وقال إن الطريق مغلق."))).quotes[0].source is None
    )
