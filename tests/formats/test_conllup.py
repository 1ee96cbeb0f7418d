"""CoNLL-U Plus: the text to the letter, entities and quotes to the span."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.problems import Severity
from annotator.core.quotes import Quote, QuoteType, circular
from annotator.core.spans import Span, span_fault
from annotator.core.tags import TagScheme
from annotator.formats import reader
from annotator.formats.base import ReadOptions, TokenPolicy, WriteOptions
from annotator.formats.source import open_source

FORMAT = reader("conllup")
SEED = Path(__file__).parents[2] / "seeds" / "000_a85702afb10d5380.txt"
DEVELOPMENT = Path(__file__).parents[2].parent / "shared" / "data" / "quotes_dev.jsonl"
COLUMNS = "# global.columns = ID FORM START:END GLUE NER QUOTE CUE SRC QUOTE2\n"
TEXT = 'وأكد بيرموف أنه طلب من بومبيو أن تضع حدّاً لـ"احتلالها"، حسب تعبيره.'


def span(string: str, text: str = TEXT) -> Span:
    start = text.index(string)
    return Span(start, start + len(string))


OUTER = Quote(
    "q6",
    QuoteType.MIXED,
    (span('أنه طلب من بومبيو أن تضع حدّاً لـ"احتلالها"'),),
    cue=(span("أكد"), span("حسب تعبيره")),
    source=span("بيرموف"),
    speaker=span("بيرموف"),
    verbatim=(span("احتلالها"),),
)
INNER = Quote("q7", QuoteType.MIXED, (span('أن تضع حدّاً لـ"احتلالها"'),), nested_in="q6")
ENTITIES = (Entity("e1", span("بيرموف"), "PER"), Entity("e2", span("بومبيو"), "PER"))


def article(*quotes: Quote, text: str = TEXT, entities: tuple[Entity, ...] = ENTITIES):
    return AnnotatedArticle(
        Article("a1", text), entities=in_reading_order(entities), quotes=in_reading_order(quotes)
    )


def rows(annotated: AnnotatedArticle, options: WriteOptions | None = None) -> list[list[str]]:
    content = FORMAT.prepare(annotated, options or WriteOptions()).content.decode()
    return [line.split("\t") for line in content.split("\n") if line and line[0] != "#"]


@pytest.fixture
def read(tmp_path, read_file):
    """Read these lines, after the line that names the columns."""

    def reading(lines: str, columns: str = COLUMNS):
        path = tmp_path / "x.conllup"
        path.write_bytes((columns + lines).encode("utf-8", "backslashreplace"))
        return read_file(FORMAT, path)

    return reading


@pytest.fixture
def prepared(tmp_path):
    """Return the lines of an article, which reads back as it is carried."""

    def written(annotated: AnnotatedArticle, options: WriteOptions | None = None):
        made = FORMAT.prepare(annotated, options or WriteOptions())
        path = tmp_path / "a.conllup"
        FORMAT.write([made], path)
        assert list(FORMAT.read(open_source(path), ReadOptions())) == [made.carried]
        return made

    return written


def test_the_columns_are_those_of_the_design():
    assert ["\t".join(row) for row in rows(article(OUTER, INNER))] == [
        "1\tو\t0:1\t+\tO\tO\tO\tO\tO",
        "2\tأكد\t1:4\t_\tO\tO\tB-CUE:q6\tO\tO",
        "3\tبيرموف\t5:11\t_\tB-PER\tO\tO\tB-SRC:q6\tO",
        "4\tأنه\t12:15\t_\tO\tB-mixed:q6\tO\tO\tO",
        "5\tطلب\t16:19\t_\tO\tI-mixed:q6\tO\tO\tO",
        "6\tمن\t20:22\t_\tO\tI-mixed:q6\tO\tO\tO",
        "7\tبومبيو\t23:29\t_\tB-PER\tI-mixed:q6\tO\tO\tO",
        "8\tأن\t30:32\t_\tO\tI-mixed:q6\tO\tO\tB-mixed:q7",
        "9\tتضع\t33:36\t_\tO\tI-mixed:q6\tO\tO\tI-mixed:q7",
        "10\tحدّاً\t37:42\t_\tO\tI-mixed:q6\tO\tO\tI-mixed:q7",
        "11\tلـ\t43:45\t+\tO\tI-mixed:q6\tO\tO\tI-mixed:q7",
        '12\t"\t45:46\t+\tO\tI-mixed:q6\tO\tO\tI-mixed:q7',
        "13\tاحتلالها\t46:54\t+\tO\tI-mixed:q6\tO\tO\tI-mixed:q7",
        '14\t"\t54:55\t+\tO\tI-mixed:q6\tO\tO\tI-mixed:q7',
        "15\t،\t55:56\t_\tO\tO\tO\tO\tO",
        "16\tحسب\t57:60\t_\tO\tO\tB-CUE:q6\tO\tO",
        "17\tتعبيره\t61:67\t+\tO\tO\tI-CUE:q6\tO\tO",
        "18\t.\t67:68\t_\tO\tO\tO\tO\tO",
    ]


def test_what_columns_do_not_tell_is_in_comments(prepared):
    annotated = article(OUTER, INNER)
    made = prepared(annotated)
    comments = [line for line in made.content.decode().split("\n") if line.startswith("#")]
    assert comments == [
        "# newdoc id = a1",
        f'# article = {{"sha256": "{annotated.article.sha256}"}}',
        '# quote = {"id": "q6", "speaker": [5, 11], "verbatim": [[46, 54]]}',
        '# quote = {"id": "q7", "nested_in": "q6"}',
        "# sent_id = a1-1",
        f"# text = {TEXT}",
    ]
    assert made.losses == ()


def test_all_of_an_article_and_a_quote_is_carried(prepared):
    full = replace(
        OUTER, id="q 6|\\", nested_in=None, closed=False, via=span("بومبيو"), nonfact=True,
        addressee=span("بومبيو"), optional=True, status=Status.REJECTED, origin="rules", score=0.5,
        annotator="سلمى", note="ملاحظة\u2028", created="2026", extra={"colour": [1]},
    )  # fmt: skip
    annotated = AnnotatedArticle(
        Article("a\n1", TEXT, "عنوان\n", {"source": "وكالة\x85"}),
        "سلمى",
        ArticleStatus.REVIEWED,
        quotes=(full,),
        nonquotes=(span("احتلالها"),),
        extra={"unknown": {"x": 1}},
    )
    made = prepared(annotated)
    assert made.carried == annotated
    assert made.losses == ()
    assert len(made.content.decode().splitlines()) == made.content.count(b"\n")


@pytest.mark.parametrize(
    "text",
    [
        "\n\n  قال سامح.\r\n\r\n\u00a0ثم\tسافر.  \n",
        "انتهى العنف., وقال آخر\\ن. , ثم",
        "سطر\u2028آخر\\n مكتوب\x0b.",
        "\ufeffقال \ud83d سامح.",
        "عنوان\n\nقال سامح. وصل.",
    ],
)
def test_the_text_is_the_same_to_the_letter(text, prepared):
    annotated = article(text=text, entities=())
    carried = prepared(annotated).carried
    assert (carried.text, carried.article.sha256) == (text, annotated.article.sha256)


def test_the_seed_is_the_same_to_the_letter(prepared):
    text = SEED.read_bytes().decode()
    assert prepared(article(text=text, entities=())).carried.text == text


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the shared data are not here")
def test_annotated_passages_are_carried_whole(prepared):
    for given_ in reader("jsonl").read(open_source(DEVELOPMENT), ReadOptions()):
        made = prepared(given_)
        assert made.carried.quotes == given_.quotes
        assert [(e.span, e.label) for e in made.carried.entities] == [
            (e.span, e.label) for e in given_.entities
        ]


def test_a_quote_goes_on_over_sentences_and_an_entity_never_does(prepared):
    text = "قال إن الأمر انتهى. وأضاف أنه سافر. ثم عاد."
    quote = Quote("q1", QuoteType.INDIRECT, (span("إن الأمر انتهى. وأضاف أنه سافر", text),))
    entity = Entity("e1", span("سافر. ثم", text), "MISC")
    made = prepared(article(quote, text=text, entities=(entity,)))
    sentences = [s.split("\n") for s in made.content.decode().strip().split("\n\n")]
    tags = [[row.split("\t")[5] for row in s if row[0] != "#"] for s in sentences]
    assert tags[1][0] == "I-indirect:q1"
    assert len(sentences) == 2
    assert made.carried.quotes == (quote,)


def test_discontinuous_content_shares_the_id(prepared):
    parts = (span("أنه طلب"), span("من بومبيو"), span("أن تضع"))
    made = prepared(article(replace(OUTER, content=parts, verbatim=())))
    tags = [row[5] for row in rows(made.carried) if row[5] != "O"]
    assert tags == ["B-mixed:q6", "I-mixed:q6"] * 3


def test_a_source_that_serves_two_quotes_is_named_twice(prepared):
    other = Quote("q9", QuoteType.INDIRECT, (span("من بومبيو"),), (span("طلب"),), span("بيرموف"))
    made = prepared(article(replace(OUTER, content=(span("أنه طلب"),)), other))
    assert rows(made.carried)[2][7] == "B-SRC:q6|B-SRC:q9"


def test_overlapping_entities_stand_in_comments_and_are_told(prepared):
    inside = Entity("e3", span("بيرم"), "LOC")
    across = Entity("e4", span("بيرموف أنه"), "ORG")
    made = prepared(article(entities=(*ENTITIES, inside, across)))
    assert [(e.span, e.label) for e in made.carried.entities] == [
        (e.span, e.label) for e in in_reading_order((*ENTITIES, inside, across))
    ]
    assert {(p.kind, p.record, p.severity) for p in made.losses} == {
        ("overlap", "e1", Severity.NOTICE),
        ("overlap", "e3", Severity.NOTICE),
    }


def test_the_third_level_and_crossing_content_stand_in_comments_and_are_told(prepared):
    third = Quote("q8", QuoteType.DIRECT, (span("احتلالها"),), nested_in="q7")
    crossing = Quote("q9", QuoteType.DIRECT, (span("أكد بيرموف أنه"),))
    made = prepared(article(OUTER, INNER, third, crossing))
    assert {q.id for q in made.carried.quotes} == {"q6", "q7", "q8", "q9"}
    assert {(p.kind, p.record, p.severity) for p in made.losses} == {
        ("overlap", "q8", Severity.NOTICE),
        ("overlap", "q6", Severity.NOTICE),
    }


def test_whole_words_widen_the_columns_and_comments_keep_quotes_exact(prepared):
    made = prepared(article(OUTER, INNER), WriteOptions(tokens=TokenPolicy.WORD))
    assert made.carried.quotes == (OUTER, INNER)
    assert [(p.kind, p.record) for p in made.losses] == [("subword", "q6")]
    assert rows(article(OUTER), WriteOptions(tokens=TokenPolicy.WORD))[0][6] == "B-CUE:q6"


def test_notes_on_entities_are_told_as_lost():
    noted = replace(ENTITIES[0], note="ملاحظة")
    (lost,) = FORMAT.prepare(article(entities=(noted,)), WriteOptions()).losses
    assert (lost.kind, lost.record) == ("note", "e1")


def test_what_is_said_of_the_article_reads_back_and_flags_of_entities_are_lost(read_back):
    flagged = replace(ENTITIES[0], flags=("unsure",))
    said = replace(article(entities=(flagged,)), note="سؤال", flags=("unsure",))
    ((back,), problems) = read_back(FORMAT, said)
    assert (back.note, back.flags, problems) == ("سؤال", ("unsure",), [])
    (lost,) = FORMAT.prepare(said, WriteOptions()).losses
    assert (lost.kind, lost.record) == ("flags", "e1")


def test_without_comments_rows_give_the_text_and_the_spans(read):
    (back,), problems = read(
        "1\tقال\t0:3\t_\tO\tO\tB-CUE:q1\tO\tO\n2\t«\t4:5\t+\tO\tB-direct:q1\tO\tO\tO\n"
        "3\tلن\t5:7\t_\tO\tI-direct:q1\tO\tO\tB-direct:q2\n\n\n4\tسافر\t8:12\t_\tB-PER\tO\tO\tO\tO"
    )
    assert problems == []
    assert (back.article.id, back.text) == ("x-1", "قال «لن سافر")
    assert [(q.id, q.content, q.cue, q.nested_in) for q in back.quotes] == [
        ("q1", (Span(4, 7),), (Span(0, 3),), None),
        ("q2", (Span(5, 7),), (), "q1"),
    ]
    assert [(e.span, e.label, e.origin) for e in back.entities] == [(Span(8, 12), "PER", "conllup")]


GOOD = "# newdoc id = a1\n# text = قال سامح\n1\tقال\t0:3\t_\tO\tO\tO\tO\tO\n"


@pytest.mark.parametrize(
    ("row", "kind", "line"),
    [
        ("2\tسامي\t4:8\t_\tB-PER\tO\tO\tO\tO", "row", 5),
        ("2\tسامح\t5:9\t_\tB-PER\tO\tO\tO\tO", "row", 5),
        ("2\tسامح\t4:٨x\t_\tB-PER\tO\tO\tO\tO", "row", 5),
        ("2\tسامح\t-4:8\t_\tB-PER\tO\tO\tO\tO", "row", 5),
        ("2\tسامح\t4:8\t_\tB-PER", "row", 5),
        ("2\tسامح\t4:8\t_\tO\tB-direct\tO\tO\tO", "quote", None),
        ("2\tسامح\t4:8\t_\tO\tB-loud:q1\tO\tO\tO", "type", 2),
        ("2\tسامح\t4:8\t_\tO\tO\tB-CUE:q1\tO\tO", "content", 2),
        ("# quote = {\n", "comment", 5),
        ('# quote = {"id": 5}\n2\tسامح\t4:8\t_\tO\tB-direct:5\tO\tO\tO', "id", 2),
        ('# article = {"sha256": "0"}', "sha256", 2),
        ('# entity = {"start": 4, "end": 8, "label": "PER", "text": "سام"}', "offsets", 2),
        ('# entity = {"start": "4"}', "span", 2),
    ],
)
def test_what_does_not_fit_is_told_and_the_text_stays(row, kind, line, read):
    (back,), problems = read(f"{GOOD}{row}\n")
    assert back.text == "قال سامح"
    assert back.entities == ()
    assert kind in [p.kind for p in problems]
    assert line in [p.line for p in problems]


@pytest.mark.parametrize("columns", ["", "# global.columns = ID FORM UPOS\n"])
def test_a_file_without_its_columns_is_refused(columns, read):
    with pytest.raises(UserError, match="START:END"):
        read(GOOD, columns)


@st.composite
def annotated_texts(draw) -> AnnotatedArticle:
    """Any text of news characters with any valid spans and quotes on it."""
    alphabet = 'ابلقا سةًّ. \n\r\t"«»،,؟123aB-_|\\\u200c\u0640😊👍🏽\ufeff\u2028\ud83d'
    text = draw(st.text(alphabet, max_size=60))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=16))
    spans = [Span(a, b) for a, b in pairs if span_fault(text, Span(a, b)) is None]
    entities = [
        Entity(f"e{n}", part, draw(st.sampled_from(["PER", "LOC"])))
        for n, part in enumerate(spans[:6])
    ]
    quotes = []
    names = ["q1", "q|2 ", "q\\3", "q:4"]
    for name in names if spans else []:
        some = st.lists(st.sampled_from(spans), max_size=3).map(tuple)
        one = st.none() | st.sampled_from(spans)
        content = draw(some)
        if content:
            quotes.append(
                Quote(
                    name,
                    draw(st.sampled_from(QuoteType)),
                    content,
                    draw(some),
                    draw(one),
                    draw(one),
                    draw(some),
                    draw(st.none() | st.sampled_from(names)),
                    draw(st.booleans()),
                )
            )
    known = {quote.id: quote.nested_in for quote in quotes}
    wrong = set(circular(known))
    quotes = [
        replace(q, nested_in=None) if q.id in wrong or q.nested_in not in known else q
        for q in quotes
    ]
    return AnnotatedArticle(
        Article("a", text), entities=in_reading_order(entities), quotes=in_reading_order(quotes)
    )


@given(
    annotated=annotated_texts(),
    scheme=st.sampled_from(TagScheme),
    tokens=st.sampled_from(TokenPolicy),
)
def test_everything_reads_back_but_what_is_told(annotated, scheme, tokens, tmp_path_factory):
    made = FORMAT.prepare(annotated, WriteOptions(scheme, tokens))
    if made.carried is None:
        assert not annotated.text.strip()
        return
    path = tmp_path_factory.mktemp("conllup") / "a"
    FORMAT.write([made], path)
    (back,) = FORMAT.read(open_source(path), ReadOptions())
    assert back == made.carried
    assert (back.text, back.article.sha256) == (annotated.text, annotated.article.sha256)
    assert back.quotes == annotated.quotes
    lost = {p.record for p in made.losses if p.severity is Severity.REFUSED}
    changed = {p.record for p in made.losses if p.severity is Severity.CHANGED}
    kept = [(e.span, e.label) for e in annotated.entities if e.id not in lost | changed]
    found = [(e.span, e.label) for e in back.entities]
    assert len(found) == len(annotated.entities) - len(lost)
    assert all(found.count(one) >= kept.count(one) for one in kept)


def test_metadata_of_json_stay_what_they_were(prepared):
    meta = {"n": [1, {"x": None}], "s": "\u2029\x0c"}
    annotated = AnnotatedArticle(Article("a1", TEXT, meta=meta))
    assert json.dumps(prepared(annotated).carried.article.meta) == json.dumps(meta)
