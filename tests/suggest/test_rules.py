"""The suggesters by rule: name lists, head nouns of organisations, persons."""

import json

import pytest

from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import span_fault
from annotator.suggest.base import NOTHING
from annotator.suggest.combine import combine
from annotator.suggest.gazetteer import GazetteerSuggester
from annotator.suggest.organisations import OrganisationSuggester
from annotator.suggest.persons import PersonSuggester
from annotator.suggest.words import is_ordinary, words_of

RULES = (GazetteerSuggester, OrganisationSuggester, PersonSuggester)


def suggest(text):
    founds = []
    for make in RULES:
        founds.append(make().suggest(Article("a", text), combine(founds), Progress()))
    return combine(founds).entities


def names(text):
    return [(entity.span.of(text), entity.label) for entity in suggest(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ في لندن اليوم", [("لندن", "LOC")]),
        ("زار القاهرة وبيروت", [("القاهرة", "LOC"), ("بيروت", "LOC")]),
        ("وصل إلى الولايات المتّحدة", [("الولايات المتّحدة", "LOC")]),
        ("دعم للبنان وللأمم المتحدة", [("لبنان", "LOC"), ("لأمم المتحدة", "ORG")]),
        ("في إقليم ناغورنو كاراباخ", [("ناغورنو كاراباخ", "LOC")]),
        ("وكالة رويترز قالت", [("رويترز", "ORG")]),
        ("فاز بكأس العالم", [("كأس العالم", "MISC")]),
        ("صور جديدة من مدينة صور", [("صور", "LOC")]),
        ("الوضع المالي في مالي", [("مالي", "LOC")]),
        ("العلاقات اللبنانية السورية", []),
        ("لايزال الطقس ساخن", []),
        ("كان الوزير في مكتبه", []),
    ],
)
def test_known_names(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في مقر وزارة الخارجية بالعاصمة", ["وزارة الخارجية"]),
        ("خارج وزارة الخارجيّة الأميركية، وكان", ["وزارة الخارجيّة الأميركية"]),
        ("رفضت نقابة الصحفيين القرار", ["نقابة الصحفيين"]),
        ("قالت الخارجية الأميركية إن", ["الخارجية الأميركية"]),
        ("أعلن الحزب الديمقراطي المسيحي", ["الحزب الديمقراطي المسيحي"]),
        ("وزير الخارجية الأميركي", []),
        ("المجلس التشريعية", []),
        ("مجلس الإدارة", []),
        ("وزارة جديدة", []),
        ("وزارة", []),
    ],
)
def test_organisations(text, expected):
    found = OrganisationSuggester().suggest(Article("a", text), NOTHING, Progress())
    assert [entity.span.of(text) for entity in found.entities] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزير الخارجية الأميركي مايك بومبيو الجمعة", ["مايك بومبيو"]),
        ("التقى نظيره الأذربيجاني جيهون بيرموف ثمّ عاد", ["جيهون بيرموف"]),
        ("ثمّ الأرميني زهراب مناتساكانيان في مقر", ["زهراب مناتساكانيان"]),
        ("المتحدث باسم الأمم المتحدة نادر خليل للصحفيين", ["نادر خليل"]),
        ("مديرة هيئة الآثار هدى المقطري: نحتاج", ["هدى المقطري"]),
        ("قال محمد بن سلمان إن", ["محمد بن سلمان"]),
        ("الرئيس عبد الفتاح السيسي", ["عبد الفتاح السيسي"]),
        ("التقى أحمد حسن ومحمد علي", ["أحمد حسن", "محمد علي"]),
        ("جون ميلر غادر. وقال ميلر إن لميلر رأيا", ["جون ميلر", "ميلر", "ميلر"]),
        ("قال الرئيس بوتين إن", ["بوتين"]),
        ("قال المسؤول إنه عاد", []),
        ("أكد الوزير ضرورة الحوار", []),
        ("رئيس الحكومة يعلن استقالته", []),
        ("على الأرض", []),
        ("عنوان محمد\nحسن في السوق", []),
    ],
)
def test_persons(text, expected):
    assert [name for name, label in names(text) if label == "PER"] == expected


@pytest.mark.parametrize("word", ["بومبيو", "ميركل", "الجبوري", "مناتساكانيان", "روحاني"])
def test_names_are_no_words(word):
    [read] = words_of(word)
    assert not is_ordinary(read.form)


@pytest.mark.parametrize("word", ["الرئيس", "وزير", "قال", "أولويتنا", "الجمعة", "بشكل", "برنامجا"])
def test_words_are_no_names(word):
    [read] = words_of(word)
    assert is_ordinary(read.form)


def test_seed_article(seed_text):
    found = names(seed_text)
    expected = {
        ("مايك بومبيو", "PER"): 1,
        ("بومبيو", "PER"): 5,
        ("جيهون بيرموف", "PER"): 1,
        ("بيرموف", "PER"): 1,
        ("زهراب مناتساكانيان", "PER"): 1,
        ("مناتساكانيان", "PER"): 1,
        ("فلاديمير بوتين", "PER"): 1,
        ("دونالد ترمب", "PER"): 1,
        ("ناغورنو كاراباخ", "LOC"): 3,
        ("واشنطن", "LOC"): 4,
        ("باكو", "LOC"): 1,
        ("مجموعة مينسك", "ORG"): 1,
        ("منظمة الأمن والتعاون في أوروبا", "ORG"): 1,
        ("وزارة الخارجية", "ORG"): 1,
        ("وزارة الخارجيّة الأميركية", "ORG"): 1,
    }
    assert {name: found.count(name) for name in expected} == expected
    assert len(found) < 55


def test_suggestions_are_well_formed(seed_text):
    entities = suggest(seed_text)
    for entity in entities:
        assert span_fault(seed_text, entity.span) is None
        assert entity.status is Status.SUGGESTED
        assert entity.score is not None
        assert 0 < entity.score <= 1
        assert entity.origin in {make.id for make in RULES}
        assert entity.reasons
        assert entity.reasons[0].rule


@pytest.mark.parametrize("text", ["", " ", "123", '"', "وزارة", "الرئيس", "English only.", "ـ"])
@pytest.mark.parametrize("make", RULES)
def test_texts_without_names(make, text):
    assert make().suggest(Article("a", text), NOTHING, Progress()).entities == ()


@pytest.mark.parametrize("make", RULES)
def test_cancel(make, seed_text):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        make().suggest(Article("a", seed_text), NOTHING, progress)


def test_passages_written_for_this_project(shared_data):
    """Exact spans on the six passages: at least 0.9 of them found, at least 0.9 of ours right."""
    right = ours = gold = 0
    for line in (shared_data / "quotes_dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        wanted = {
            (e["start"], e["end"], e["label"])
            for e in record["entities"]
            if e["label"] in {"PER", "LOC", "ORG", "MISC"}
        }
        found = {(e.span.start, e.span.end, e.label) for e in suggest(record["text"])}
        right, ours, gold = right + len(wanted & found), ours + len(found), gold + len(wanted)
    assert right / ours > 0.9
    assert right / gold > 0.9
