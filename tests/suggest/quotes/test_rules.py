"""One case a rule: what is content, cue and source of a quote, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import seeds
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.progress import Cancelled, Progress
from annotator.core.quotes import Quote
from annotator.core.spans import span_fault
from annotator.suggest.base import Found
from annotator.suggest.quotes import QuoteSuggester

HEAP = [
    "قال",
    "وأضاف",
    "أن",
    "إن",
    "أنه",
    "كريم",
    "بحسب",
    "وفق",
    "كما",
    "في",
    "من",
    "عن",
    "قوله",
    "مؤكداً",
    "ما",
    "إذا",
    "نقلت",
    "على",
    "حد",
    "تعبيره",
    "الوزير",
    "و",
    "لم",
    ":",
    "«",
    "»",
    "“",
    "”",
    "،",
    ".",
    '"',
    'لـ"',
    "ـ",
    "\n",
]
Suggest = Callable[..., AnnotatedArticle]


def told(article: AnnotatedArticle) -> list[tuple[str, str, str, str | None]]:
    """Return type, content, cue and source of each quote, in words."""

    def words(quote: Quote) -> tuple[str, str, str, str | None]:
        text = article.text
        return (
            str(quote.type),
            " / ".join(part.of(text) for part in quote.content),
            " / ".join(part.of(text) for part in quote.cue),
            quote.source.of(text) if quote.source else None,
        )

    return [words(quote) for quote in article.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال كريم: «نص هنا».", ("direct", "نص هنا", "قال", "كريم")),
        ("«نص هنا»، قال كريم.", ("direct", "نص هنا", "قال", "كريم")),
        ("«نص هنا»، بحسب كريم.", ("direct", "نص هنا", "بحسب", "كريم")),
        ("أكد كريم أن النص «جديد».", ("mixed", "أن النص «جديد»", "أكد", "كريم")),
        ("كريم يقول إن النص جديد.", ("indirect", "إن النص جديد", "يقول", "كريم")),
        ("أما كريم فأكد أن النص جديد.", ("indirect", "أن النص جديد", "أكد", "كريم")),
        ("دعا كريم إلى «وقف النار».", ("mixed", "وقف النار", "دعا", "كريم")),
        ("سافر كريم، مشيراً إلى أن النص جديد.", ("indirect", "أن النص جديد", "مشيراً", "كريم")),
        ("ختم كريم بالقول إن النص جديد.", ("indirect", "إن النص جديد", "بالقول", "كريم")),
        ("اكتفى بالقول: «نص جديد».", ("direct", "نص جديد", "اكتفى بالقول", None)),
        ("صرح كريم: النص جديد تماماً.", ("direct", "النص جديد تماماً", "صرح", "كريم")),
        ("كريم: «نص جديد»", ("direct", "نص جديد", "", "كريم")),
        ("نقلت الوكالة عن كريم قوله إن النص جديد.", ("indirect", "إن النص جديد", "قوله", "كريم")),
        ("النص جديد، كما قال كريم.", ("indirect", "النص جديد", "قال", "كريم")),
        ("ارتفع السعر وفق كريم.", ("indirect", "ارتفع السعر", "وفق", "كريم")),
        ("وبحسب كريم، ارتفع السعر.", ("indirect", "ارتفع السعر", "بحسب", "كريم")),
        ("قيل إن النص جديد.", ("indirect", "إن النص جديد", "قيل", None)),
        ("تساءل كريم: هل النص جديد؟", ("direct", "هل النص جديد", "تساءل", "كريم")),
        ("ختم كريم حديثه بالقول إن النص جديد.", ("indirect", "إن النص جديد", "بالقول", "كريم")),
        ("قال كريم غاضباً: «نص جديد».", ("direct", "نص جديد", "قال", "كريم")),
        ("قال كريم:\n«نص جديد».", ("direct", "نص جديد", "قال", "كريم")),
        ("أكد، الخميس بالرباط، كريم أن النص جديد.", ("indirect", "أن النص جديد", "أكد", "كريم")),
        ("أما كريم فقال: «نص جديد».", ("direct", "نص جديد", "قال", "كريم")),
        ("ذكر كريم، طلب عدم نشر صورته، أن النص جديد.", ("indirect", "أن النص جديد", "ذكر", "كريم")),
        ("قال كريم لشبكة سي إن إن: «نص جديد».", ("direct", "نص جديد", "قال", "كريم")),
        ("وبحسب كريم فإن النص جديد.", ("indirect", "إن النص جديد", "بحسب", "كريم")),
        ("هبط السعر، ووفقاً لكريم، ارتفع الطلب.", ("indirect", "ارتفع الطلب", "وفقاً", "كريم")),
        ("برأي كريم، ارتفع السعر.", ("indirect", "ارتفع السعر", "برأي", "كريم")),
        ("عبّر كريم عن «خيبة أمل».", ("mixed", "خيبة أمل", "عبّر", "كريم")),
        ("اتهم كريم باكو بـ«الكذب».", ("mixed", "باكو بـ«الكذب»", "اتهم", "كريم")),
        ("قالت صحيفة «الوطن» إن النص جديد.", ("indirect", "إن النص جديد", "قالت", "الوطن")),
        ("دعا المانحين إلى «وقف النار فورا».", ("mixed", "وقف النار فورا", "دعا", None)),
        ("دعت الوزارة الآباء إلى «تلقيح الأطفال».", ("mixed", "تلقيح الأطفال", "دعت", "الوزارة")),
        # who was told stands before who speaks
        ("قال لي صاحب العمل: «نص جديد».", ("direct", "نص جديد", "قال", "صاحب العمل")),
        ("«نص جديد»، كما قال لـ«الوطن» فلاح مسن.", ("direct", "نص جديد", "قال", "فلاح مسن")),
        ("«نص جديد»، بهذه العبارة رد كريم.", ("direct", "نص جديد", "رد", "كريم")),
        # what is no speaker behind a verb
        ("قال دائماً: «نص جديد».", ("direct", "نص جديد", "قال", None)),
        ("علّق كريم مازحاً: «نص جديد».", ("direct", "نص جديد", "علّق", "كريم")),
        ("ورداً على سؤال في بغداد أجاب: «نص جديد».", ("direct", "نص جديد", "أجاب", None)),
        # how far the speaker goes
        ("روى صاحب مقهى وهو يبكي: «نص جديد».", ("direct", "نص جديد", "روى", "صاحب مقهى")),
        ("ذكر مصدر مصري مطلع أن النص جديد.", ("indirect", "أن النص جديد", "ذكر", "مصدر مصري مطلع")),
        ("اعترف المتهم بأنه كذب.", ("indirect", "بأنه كذب", "اعترف", "المتهم")),
        ("أكد المتحدث باسمها كريم أن النص جديد.", ("indirect", "أن النص جديد", "أكد", "كريم")),
        (
            "ذكر مصدر، طلب عدم كشف هويته، بأن النص جديد.",
            ("indirect", "بأن النص جديد", "ذكر", "مصدر"),
        ),
        ("نُقل عن شقيقه قوله إن النص جديد.", ("indirect", "إن النص جديد", "قوله", "شقيقه")),
        # where the narrator takes over
        (
            "قال كريم إن النص جديد، غير أن الناس لم يقرأوه.",
            ("indirect", "إن النص جديد", "قال", "كريم"),
        ),
        ("قال كريم إن النص جديد، أما الناشر فغاب.", ("indirect", "إن النص جديد", "قال", "كريم")),
    ],
)
def test_where_content_cue_and_source_lie(
    text: str, expected: tuple[str, str, str, str | None], suggest_text: Suggest
) -> None:
    assert told(suggest_text(text, PER=("كريم",))) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "افتتح مهرجان «ليالي المدينة» وعرض فيلم «البحر».",
        "لم يؤكد كريم أن النص جديد.",
        "لو قال كريم إن النص جديد لما صدقوه.",
        "وإذا أعلن كريم أن النص جديد فسنفرح.",
        "وقد يقول كريم إن النص جديد.",
        "رفض كريم الإفصاح عما إذا كان النص جديداً.",
        "يذكر أن النص جديد.",
        "جرى الفرز وفق أحكام القانون.",
        "عاد كريم بعد أن قرأ النص.",
        "أكد كريم رفض الخطة.",
        "كتب اسم «كريم» على الجدار.",
    ],
)
def test_what_is_no_quote(text: str, suggest_text: Suggest) -> None:
    assert told(suggest_text(text, PER=("كريم",))) == []


def test_speakers_agree_and_are_remembered(suggest_text: Suggest) -> None:
    text = (
        "استقبلت الوزيرة سعاد النجار وفداً برئاسة جون ميلر. وأكدت أن النص جديد. "
        "أما ميلر فقال: «نص». وأضاف: «نص آخر هنا»."
    )
    article = suggest_text(text, PER=("سعاد النجار", "جون ميلر", "ميلر"))
    sources = [quote.source.of(text) for quote in article.quotes if quote.source]
    assert sources == ["سعاد النجار", "ميلر", "ميلر"]
    speakers = [quote.speaker.of(text) for quote in article.quotes if quote.speaker]
    assert speakers == ["سعاد النجار", "جون ميلر", "جون ميلر"]


def test_an_agency_passes_on(suggest_text: Suggest) -> None:
    text = "نقلت وكالة رويترز عن الوزير كريم حداد قوله إن النص جديد."
    quote = suggest_text(text, PER=("كريم حداد",), ORG=("رويترز",)).quotes[0]
    assert quote.source is not None
    assert quote.via is not None
    assert (quote.source.of(text), quote.via.of(text)) == ("كريم حداد", "رويترز")


def test_a_name_behind_a_title_needs_no_entity(suggest_text: Suggest) -> None:
    article = suggest_text("قال وزير الصحة التونسي كريم الماجري إن النص جديد.")
    assert told(article)[0][3] == "كريم الماجري"
    article = suggest_text("وقال شاهد عيان لوكالة رويترز إن النص جديد.")
    assert told(article)[0][3] == "شاهد عيان"


def test_unclosed_and_reopened_quotes(suggest_text: Suggest) -> None:
    article = suggest_text('قال كريم: "نص لم يغلق.\nوأضاف: "الأول.\n"الثاني".', PER=("كريم",))
    assert [(quote.closed, len(quote.content)) for quote in article.quotes] == [
        (False, 1),
        (True, 2),
    ]


def test_nesting(suggest_text: Suggest) -> None:
    text = "أكد كريم أنه طلب من سعاد أن تعود، حسب تعبيره. وقال: «سمعت رجلاً يقول “ارجع” ثم ذهب»."
    article = suggest_text(text, PER=("كريم", "سعاد"))
    by_id = {quote.id: quote for quote in article.quotes}
    nested = [(q, by_id[q.nested_in]) for q in article.quotes if q.nested_in]
    assert [(a.extent.of(text), b.extent.of(text)[:8]) for a, b in nested] == [
        ("أن تعود", "أنه طلب "),
        ("ارجع", "سمعت رجل"),
    ]
    assert [span.of(text) for span in article.quotes[0].cue] == ["أكد", "حسب تعبيره"]


def test_the_seed_article(suggest_text: Suggest) -> None:
    text = next(seeds().glob("000_*.txt")).read_text(encoding="utf-8")
    names = ("مايك بومبيو", "جيهون بيرموف", "زهراب مناتساكانيان", "دونالد ترمب")
    article = suggest_text(text, PER=names)
    found = {row[1]: row for row in told(article)}
    marked = [part.of(text) for quote in article.quotes for part in quote.verbatim]
    assert len(set(marked)) == 9
    assert article.nonquotes == ()
    direct = found["على أرمينيا أن تتوقّف عن تجنب المفاوضات المهمة، وأن تختار السلام الدائم"]
    assert direct == ("direct", direct[1], "أضاف", "وزير الخارجية الأذربيجاني")
    quote = next(q for q in article.quotes if q.extent.of(text) == direct[1])
    assert quote.speaker is not None
    assert quote.speaker.of(text) == "جيهون بيرموف"
    assert 'بأن "تقدماً طيباً" جار إحرازه بشأن القضية' in found


def test_cancel_stops_it() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        QuoteSuggester().suggest(Article("a", "قال كريم إن النص جديد."), Found(), progress)


@given(
    st.lists(
        st.sampled_from(HEAP),
        max_size=25,
    ),
    st.sampled_from(["", " "]),
)
def test_any_heap_of_words_gives_valid_quotes(words: list[str], joint: str) -> None:
    text = joint.join(words)
    found = QuoteSuggester().suggest(Article("a", text), Found(), Progress())
    ids = {quote.id for quote in found.quotes}
    for quote in found.quotes:
        assert all(span_fault(text, span) is None for _, span in quote.spans())
        assert quote.nested_in in ids | {None}
    assert all(span_fault(text, span) is None for span in found.nonquotes)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("قال كريم للصحافيين إن النص جديد.", "صحافيين"),
        ("قال كريم لرويترز إن النص جديد.", "رويترز"),
        ("قال كريم لقناة «الجزيرة» إن النص جديد.", "الجزيرة"),
        ("قال كريم للمدينة إن النص جديد.", None),
    ],
)
def test_who_was_spoken_to(text: str, addressee: str | None, suggest_text: Suggest) -> None:
    (quote,) = suggest_text(text, PER=("كريم",), ORG=("رويترز",)).quotes
    assert (quote.addressee.of(text) if quote.addressee else None) == addressee
    assert quote.source is not None
    assert quote.source.of(text) == "كريم"


def test_who_passed_it_on_goes_by_the_name_alone(suggest_text: Suggest) -> None:
    text = "نقلت صحيفة «الوطن» عن كريم قوله إن النص جديد."
    (quote,) = suggest_text(text, PER=("كريم",)).quotes
    assert quote.via is not None
    assert quote.via.of(text) == "الوطن"


def test_what_was_not_said_is_no_fact(suggest_text: Suggest) -> None:
    denied, said = suggest_text(
        "لم يقل كريم: «نص جديد». وقال كريم: «نص آخر».", PER=("كريم",)
    ).quotes
    assert (denied.nonfact, said.nonfact) == (True, False)
    assert suggest_text("لم يقل كريم إن النص جديد.", PER=("كريم",)).quotes == ()


def test_scripture_is_no_quote(suggest_text: Suggest) -> None:
    article = suggest_text("تلا كريم قوله تعالى: ﴿إن الله مع الصابرين﴾.", PER=("كريم",))
    assert article.quotes == ()
    assert len(article.nonquotes) == 1


def test_a_womans_verb_finds_the_woman(suggest_text: Suggest) -> None:
    text = "التقى كريم الوزيرة ليلى. وقالت إن النص جديد."
    (quote,) = suggest_text(text, PER=("كريم", "ليلى")).quotes
    assert quote.source is not None
    assert quote.source.of(text) == "ليلى"
