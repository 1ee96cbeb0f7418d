"""What holds for every format: it reads back what it carries, and survives what files hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.config.export_options import EXPORT_OPTIONS
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.tags import TagScheme
from annotator.formats import FORMATS, belongs, reader, readers, recognised, writer, writers
from annotator.formats.base import (
    Checked,
    Reader,
    ReadOptions,
    TokenPolicy,
    WriteOptions,
    Writer,
    heeded_options,
    kept_fields,
)
from annotator.formats.fields import FIELDS
from annotator.formats.files import files_of

BOTH = [
    format_ for format_ in FORMATS if isinstance(format_, Reader) and isinstance(format_, Writer)
]

each_writer = pytest.mark.parametrize("format_", writers(), ids=lambda f: f.id)
each_round = pytest.mark.parametrize("format_", BOTH, ids=lambda f: f.id)
each_reader = pytest.mark.parametrize("format_", readers(), ids=lambda f: f.id)

TEXTS = {
    "plain": ("قال سامح شكري بالقاهرة: «لن نقبل».", [("سامح شكري", "PER"), ("القاهرة", "LOC")]),
    "diacritics": ("قالَ مُحَمَّدٌ في مِصْرَ قَوْلاً.", [("مُحَمَّدٌ", "PER"), ("مِصْرَ", "LOC")]),
    "emoji": ("😊 قال سامح 👨‍👩‍👧 في باريس 🇫🇷.", [("سامح", "PER"), ("باريس", "LOC")]),
    "crlf": ("قال سامح.\r\n\r\nوصل إلى باريس.\r\n", [("سامح", "PER"), ("باريس", "LOC")]),
    "mark": ("\ufeffقال سامح في باريس.", [("سامح", "PER"), ("باريس", "LOC")]),
    "separators": ("قال\u2028سامح\x85في\x1cباريس\u00a0.", [("سامح", "PER"), ("باريس", "LOC")]),
    "tatweel": ('قال ســامح لـ"باريس" يوم 5/3.', [("ســامح", "PER"), ("باريس", "LOC")]),
    "nothing marked": ("لا شيء هنا.", []),
}


def test_ids_are_unique_and_lead_to_their_format():
    assert len({format_.id for format_ in FORMATS}) == len(FORMATS)
    assert all(reader(format_.id) is format_ for format_ in readers())
    assert all(writer(format_.id) is format_ for format_ in writers())


def test_a_format_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UserError, match=r"conll1999(.|\n)*jsonl, conll2002"):
        reader("conll1999")
    with pytest.raises(UserError, match="Unknown format: text"):
        writer("text")


@each_round
@pytest.mark.parametrize("name", TEXTS)
def test_what_a_format_carries_reads_back(format_, name, article, read_back):
    text, marked = TEXTS[name]
    annotated = article(text, *marked)
    prepared = format_.prepare(annotated, WriteOptions())
    articles, problems = read_back(format_, annotated)
    assert problems == []
    if not prepared.losses:
        assert [(e.label, e.span.of(text)) for e in annotated.entities] == [
            (e.label, e.span.of(articles[0].text)) for e in articles[0].entities
        ]
    assert [a.text for a in articles] == [prepared.carried.text]
    assert [e.span for e in articles[0].entities] == [e.span for e in prepared.carried.entities]


@pytest.fixture
def accepted(full_article):
    """The full article with all its records accepted: what every format is to write."""
    return replace(
        full_article,
        entities=tuple(replace(e, status=Status.ACCEPTED) for e in full_article.entities),
        quotes=tuple(replace(q, status=Status.ACCEPTED) for q in full_article.quotes),
    )


@each_writer
def test_what_is_lost_is_told_record_by_record(format_, accepted):
    """A record that is not carried has a problem of its own; without losses all is carried."""
    prepared = format_.prepare(accepted, WriteOptions())
    told = {problem.record for problem in prepared.losses}
    kept = {(e.span.of(prepared.carried.text), e.label) for e in prepared.carried.entities}
    for entity in accepted.entities:
        assert (entity.span.of(accepted.text), entity.label) in kept or entity.id in told
    contents = {
        tuple(part.of(prepared.carried.text) for part in quote.content)
        for quote in prepared.carried.quotes
    }
    for quote in accepted.quotes:
        content = tuple(part.of(accepted.text) for part in quote.content)
        assert content in contents or quote.id in told


@each_round
def test_quotes_that_are_carried_read_back(format_, accepted, read_back):
    prepared = format_.prepare(accepted, WriteOptions())
    ((back,), problems) = read_back(format_, accepted)
    assert problems == []
    assert back.quotes == prepared.carried.quotes


@each_round
def test_a_format_keeps_the_fields_that_it_says_and_no_others(format_, full_article, read_back):
    """What it keeps is compared after an export, what it does not keep is told before."""
    base = full_article
    given = replace(
        base,
        article=replace(base.article, text=f"{base.text}\n\n ثم  سافر."),
        entities=tuple(replace(e, id=f"x{e.id}", status=Status.SUGGESTED) for e in base.entities),
        quotes=tuple(
            replace(q, id=f"x{q.id}", nested_in=q.nested_in and f"x{q.nested_in}")
            for q in base.quotes
        ),
    )
    assert all(field.count(given) for field in FIELDS), "every field says something"
    prepared = format_.prepare(given, WriteOptions())
    ((back,), _) = read_back(format_, given)
    same = {field.id for field in FIELDS if field.values(given) == field.values(back)}
    assert same == kept_fields(format_)
    told = {(problem.kind, problem.record) for problem in prepared.losses}
    for prefix, record in (("", given.entities[0]), ("quote_", given.quotes[0])):
        whole = {(kind, record.id) for kind in ("entity", "quote")}
        for kind in ("note", "flags"):
            told_or_kept = {(kind, record.id), *whole} & told
            assert told_or_kept or f"{prefix}{kind}" in kept_fields(format_)
    lines = [str(problem) for problem in prepared.losses]
    assert len(lines) == len(set(lines)), "nothing is told twice"


@each_round
def test_articles_stay_apart_and_in_order(format_, article, read_back):
    given = [
        article(f"قال سامح رقم {n}.\nثم سافر.", ("سامح", "PER"), id_=f"a{n}") for n in range(4)
    ]
    articles, _ = read_back(format_, *given)
    assert [a.text.split("\n")[0].replace(" .", ".") for a in articles] == [
        a.text.split("\n")[0] for a in given
    ]


@each_round
def test_an_empty_article_is_carried_or_reported(format_, article, read_back):
    prepared = format_.prepare(article(""), WriteOptions())
    assert len(prepared.losses) == (prepared.carried is None)
    articles, problems = read_back(format_, article(""), article("قال سامح.", id_="a2"))
    assert problems == []
    assert len(articles) == (1 if prepared.carried is None else 2)


@each_round
def test_a_megabyte(format_, article, read_back):
    # Formats that write words one by one take seconds for each million of them, not for bytes:
    # the same megabyte holds fewer words, some as long as lines of a damaged file may be.
    sentence = "قال سامح شكري في القاهرة إن النزاع انتهى. "
    text = sentence * 600 + f"{'ن' * 2_000} " * 250 + sentence * 600
    annotated = article(text, ("سامح شكري", "PER"))
    assert len(text.encode()) > 1_000_000
    prepared = format_.prepare(annotated, WriteOptions())
    articles, problems = read_back(format_, annotated)
    assert problems == []
    found = [e.span.of(articles[0].text) for e in articles[0].entities]
    assert found == ([] if prepared.losses else ["سامح شكري"])


@each_round
def test_content_tells_the_format_whatever_the_name(format_, article, write):
    annotated = article("قال سامح شكري في القاهرة.", ("سامح شكري", "PER"))
    found = [file.open() for file in files_of([write(format_, annotated)], belongs=belongs)]
    assert [source for source in found if recognised(source) is format_]


@each_reader
def test_a_broken_line_is_no_error(format_, read_file, tmp_path):
    path = tmp_path / "broken"
    path.write_bytes(
        b'{"text": "\xd9\x82\xd8\xa7\xd9\x84", "entities": [{]}\nO\n\xd9\x82 \xff\n\n\n'
    )
    try:
        articles, problems = read_file(format_, path)
    except UserError:
        return
    assert problems or articles


@each_writer
def test_preparing_writes_nothing_and_keeps_the_article(format_, article):
    annotated = article("قال سامح.", ("سامح", "PER"))
    before = AnnotatedArticle(Article("a1", "قال سامح."), entities=annotated.entities)
    format_.prepare(annotated, WriteOptions(labels={"PER": "PERS"}))
    assert annotated == before


@each_round
def test_labels_are_mapped_both_ways(format_, article, write):
    annotated = article("قال سامح في القاهرة.", ("سامح", "PER"), ("القاهرة", "LOC"))
    options = WriteOptions(labels={"PER": "PERS"})
    if any(p.record for p in format_.prepare(annotated, options).losses):
        pytest.skip("the format has no entities")
    path = write(format_, annotated, options=options)
    items = [
        item
        for labels in ({}, {"PERS": "PER"})
        for file in files_of([path], belongs=belongs)
        for item in format_.read(file.open(), ReadOptions(labels=labels))
    ]
    assert [[e.label for e in item.entities] for item in items] == [
        ["PERS", "LOC"],
        ["PER", "LOC"],
    ]


@each_writer
def test_half_a_character_is_written_or_told_and_the_others_are_written(format_, article, write):
    refused, kept = article("قال \ud83d سامح"), article("قال سامح.", ("سامح", "PER"), id_="a2")
    prepared = format_.prepare(refused, WriteOptions())
    assert prepared.carried is not None or prepared.losses
    assert write(format_, refused, kept).exists()


@each_writer
def test_what_is_written_can_be_read_to_check_it(format_, article, write, tmp_path):
    assert isinstance(format_, Reader | Checked)
    if isinstance(format_, Checked):
        articles = [article(f"قال سامح {n} في باريس.", ("سامح", "PER"), id_=str(n)) for n in "ab"]
        path = write(format_, *articles)
        prepared = [format_.prepare(one, WriteOptions()) for one in articles]
        assert list(format_.read_back(path)) == list(map(format_.shown, prepared))


OTHERWISE = {
    "scheme": {"scheme": TagScheme.IOBES},
    "tokens": {"tokens": TokenPolicy.WORD},
    "language": {"language": "en"},
    "mark": {"mark": False},
}


@each_writer
@pytest.mark.parametrize("option", sorted(o.name for o in EXPORT_OPTIONS if o.special))
def test_a_format_heeds_the_options_that_it_says_and_no_others(format_, option, article, tmp_path):
    given = article("قال سامح شكري بالقاهرة.", ("سامح شكري", "PER"), ("القاهرة", "LOC"))
    made = []
    for number, chosen in enumerate(({}, OTHERWISE[option])):
        path = tmp_path / str(number)
        if format_.folder:
            path.mkdir()
        format_.write([format_.prepare(given, WriteOptions(**chosen))], path)
        files = sorted(path.rglob("*")) if format_.folder else [path]
        made.append([(file.name if format_.folder else "", file.read_bytes()) for file in files])
    assert (made[0] != made[1]) == (option in heeded_options(format_))
