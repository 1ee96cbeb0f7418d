"""The report as one HTML file: what it shows, and that nothing hostile in the data gets out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from annotator.bundled import seeds
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.progress import Cancelled, Progress
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault
from annotator.review.records import Kind
from annotator.review.settling import Ruling
from annotator.review.words import KINDS
from annotator.services.comparison import compare
from annotator.services.review_report import ReportOptions, comparison_report, review_report
from annotator.services.reviewing import Review
from annotator.services.reviews import make_review
from annotator.services.telling import teller
from tests.services.colleagues import article, omar, salma, write

SEEDS = [seeds() / "review" / "salma.jsonl", seeds() / "review" / "yusuf.jsonl"]
HOSTILE = "<script>alert('س')</script>\"'><img src=x onerror=y>&amp;"


def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def seen(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u2068", "").replace("\u2069", "").split())


@pytest.fixture
def review(tmp_path: Path) -> Review:
    made = make_review(tmp_path / "r.annotator", SEEDS, reviewer="نور")
    yield made
    made.close()


def test_every_difference_stands_in_context(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    comparison = comparison_report(SEEDS, out, ReportOptions("en"))
    assert comparison.as_json() == compare(SEEDS).as_json()
    shown = page(out)
    differences = shown.xpath("//div[@class='difference']")
    assert len(differences) == 13
    text = (seeds() / "000_a85702afb10d5380.txt").read_bytes().decode("utf-8")
    for difference in differences:
        place = seen(difference.find("p")).strip("… ")
        assert all(part.strip() in " ".join(text.split()) for part in re.split("[…¶]", place))
        assert ".," not in place
    title = next(d for d in differences if "دونالد ترمب" in seen(d.find("dl")))
    assert seen(title.find("h4")) == "Boundary (a title)"
    over, under = (title.xpath(f".//span[contains(@class, 'bar-{row}')]") for row in (0, 1))
    assert "".join(bar.text_content() for bar in over) == "دونالد ترمب"
    assert "".join(bar.text_content() for bar in under) == "الرئيس الأميركي دونالد ترمب"


def test_many_articles_are_folded_and_lead_to_their_differences(tmp_path: Path) -> None:
    files = []
    for name, label in (("a", "LOC"), ("b", "ORG"), ("c", "LOC")):
        texts = [f"عاد إلى باريس مرة {number}" for number in range(50)]
        sets = [
            article(t.split()[-1], t, name, [("باريس", label)] if number else [])
            for number, t in enumerate(texts)
        ]
        files.append(write(tmp_path / f"{name}.jsonl", sets))
    out = tmp_path / "r.html"
    comparison_report(files, out, ReportOptions("en"))
    shown = page(out)
    (folded,) = shown.xpath("//details")
    assert "50 articles" in seen(folded.find("summary"))
    links = [link.get("href") for link in folded.xpath(".//a")]
    assert len(links) == 49, "the first article has no difference"
    assert links == [f"#{section.get('id')}" for section in shown.xpath("//section")]
    told = [seen(term) for term in shown.xpath("//section[1]//dt")]
    assert told == ["A a C c", "B b"], "those who have the same stand together"


def test_a_review_says_what_was_accepted_and_by_which_rule(tmp_path: Path, review: Review) -> None:
    out = tmp_path / "r.html"
    review_report(review, out, ReportOptions("en"))
    facts = page(out).xpath("//dl[@class='facts']")[0]
    told = dict(zip(map(seen, facts.xpath("dt")), map(seen, facts.xpath("dd")), strict=True))
    assert told["Accepted without a decision"].startswith("47 · Agreed only: ")


def test_figures_are_those_of_the_comparison(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    comparison = comparison_report(SEEDS, out, ReportOptions("en"))
    (pair,) = comparison.as_json()["pairs"]
    rows = {seen(row.find("th")): seen(row.find("td")) for row in page(out).xpath("//tbody/tr")}
    exact = next(value for name, value in rows.items() if name.startswith("F1, exact"))
    assert float(exact) == pytest.approx(pair["entities"]["exact"]["f1"], abs=5e-4)
    assert rows["Boundary"] == "3"
    cells = page(out).xpath("//table[@class='matrix']//tbody//td")
    assert [int(seen(cell)) for cell in cells if "same" in cell.get("class")] == [28, 5, 11, 0]


def test_it_speaks_arabic_from_right_to_left(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    comparison_report(SEEDS, out)
    shown = page(out)
    assert (shown.get("lang"), shown.get("dir")) == ("ar", "rtl")
    headings = [seen(h) for h in shown.xpath("//h1 | //h2 | //h4")]
    assert headings
    assert not any("a" <= letter.lower() <= "z" for head in headings for letter in head)


def test_articles_stay_right_to_left_in_an_english_report(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    comparison_report(SEEDS, out, ReportOptions("en"))
    shown = page(out)
    assert shown.get("dir") == "ltr"
    assert {place.get("dir") for place in shown.xpath("//p[@class='place']")} == {"rtl"}


def test_nothing_in_the_data_becomes_markup(tmp_path: Path) -> None:
    text = f"قال {HOSTILE} إن باريس بعيدة"
    files = []
    for name, label in (("<i>a</i>", HOSTILE), ("<b>b</b>", "LOC")):
        one = article(HOSTILE, text, name, [(HOSTILE, label)])
        said = Quote("q1", QuoteType.DIRECT, (Span(text.index("باريس"), len(text)),))
        mixed = replace(one, quotes=() if label == "LOC" else (said,))
        files.append(write(tmp_path / f"{len(files)}.jsonl", [mixed]))
    review = make_review(tmp_path / "r.annotator", files, reviewer=HOSTILE)
    for row in list(review.rows()):
        review.decide(row.article, row.key, Ruling(Choice.TAKEN, ("<i>a</i>",), note=HOSTILE))
    out = tmp_path / "r.html"
    review_report(review, out)
    review.close()
    shown = page(out)
    for name in ("script", "img", "i"):
        assert shown.xpath(f"//{name}") == []
    assert not [
        name for element in shown.iter() for name in element.attrib if name.startswith("on")
    ]
    assert seen(shown).count("<script>alert('س')</script>") >= 4
    assert "default-src 'none'" in out.read_text(encoding="utf-8")


def test_a_review_tells_what_was_decided_and_why(tmp_path: Path, review: Review) -> None:
    rows = {row.text: row for row in review.rows()}
    white = rows["البيت ألأبيض"]
    review.decide(
        white.article,
        white.key,
        Ruling(Choice.TAKEN, ("salma",), fault=Fault.GUIDELINE, note="مبنى"),
    )
    nobody = rows["الأذربيجاني"]
    review.decide(nobody.article, nobody.key, Ruling(Choice.NOTHING, fault=Fault.SLIP))
    out = tmp_path / "r.html"
    review_report(review, out, ReportOptions("en"))
    told = [seen(p) for p in page(out).xpath("//p[contains(@class, 'verdict')]")]
    assert told.count("Not decided yet") == 11
    assert "Taken from salma · The guidelines leave it open · Why: مبنى · Decided by نور" in told
    assert "Nothing to mark here · A slip · Decided by نور" in told
    assert "2 of 13" in seen(page(out))


def test_names_are_left_out_on_demand(tmp_path: Path, review: Review) -> None:
    row = next(review.rows())
    review.decide(row.article, row.key, Ruling(Choice.TAKEN, ("yusuf",)))
    out = tmp_path / "r.html"
    review_report(review, out, ReportOptions("en", anonymous=True))
    written = out.read_text(encoding="utf-8")
    assert not any(name in written for name in ("salma", "yusuf", "نور"))
    assert "Taken from Annotator B" in seen(page(out))


def test_problems_are_told_without_names_in_an_anonymous_one(tmp_path: Path) -> None:
    twice = write(tmp_path / "salma-file.jsonl", [*salma(), salma()[0]])
    other = write(tmp_path / "b.jsonl", omar())
    out = tmp_path / "r.html"
    comparison_report([twice, other], out, ReportOptions("en"))
    assert "سلمى has this article twice" in seen(page(out))
    comparison_report([twice, other], out, ReportOptions("en", anonymous=True), force=True)
    written = out.read_text(encoding="utf-8")
    assert "A has this article twice" in seen(page(out))
    assert not any(name in written for name in ("سلمى", "عمر", "salma-file"))


def test_nothing_is_overwritten_or_left_half_done(tmp_path: Path, review: Review) -> None:
    out = tmp_path / "r.html"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError):
        comparison_report(SEEDS, out)
    with pytest.raises(UserError):
        review_report(review, out)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        review_report(review, out, force=True, progress=progress)
    assert out.read_text(encoding="utf-8") == "mine"


def test_no_page_where_nobody_shares_an_article(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "a.jsonl", salma()[:1]),
        write(tmp_path / "b.jsonl", omar()[:1]),
    ]
    out = tmp_path / "r.html"
    assert comparison_report(files, out).matched == 0
    assert not out.exists()


def test_what_no_language_knows_stays_english() -> None:
    assert teller("xx")(KINDS[Kind.LABEL]) == "Label"
    assert teller("ar")(message("Hello {name}", name="a")) == "Hello \u2068a\u2069"
