"""What names and texts of strangers do to pages in Markdown: they stay text."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotator.core.labels import Label, LabelSet
from annotator.core.plain_markdown import markdown_code, plain_markdown
from annotator.review.entity_scores import NO_SPANS
from annotator.services.dataset_card import Agreement, Card, PartFigures, card_text, without_head
from annotator.services.guidelines import GUIDELINES
from annotator.storage import ProjectFile

HOSTILE = st.lists(
    st.sampled_from([
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](//evil.example/x.png)",
        "[x](javascript:alert(1))", "<https://evil.example>", "https://evil.example", "a|b",
        "www.evil.example", "\n\n# x", "\n---\n", "\\", "\\|", "`", "``", "|", "*x*", "_x_",
        "- ", "1. ", "+ ", "    ", "&lt;b&gt;", "~~x~~", "[x]: //evil.example", "\n| a | b |\n",
        "$x$", "</div>", "!", "[", "](", "=", "\n```\n",
    ]) | st.text(max_size=4),
    min_size=1, max_size=4,
).map("".join)  # fmt: skip
PAGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LOADED = {"html_inline", "html_block", "image"}
STYLED = LOADED | {"link_open", "em_open", "strong_open", "s_open"}


def tokens(page: str) -> list[Token]:
    found = PAGE.parse(page)
    return [each for token in found for each in (token, *(token.children or ()))]


def kinds(page: str) -> set[str]:
    return {each.type for each in tokens(page)}


def shape(page: str) -> list[str]:
    """What a page is made of, but for what stands in its lines."""
    return [each.type for each in PAGE.parse(page)]


@given(text=HOSTILE)
@settings(max_examples=150)
def test_a_text_of_strangers_is_one_paragraph_or_cell(text: str) -> None:
    text = text.replace("\0", "")
    for told in (plain_markdown(text), markdown_code(text)):
        assert not STYLED & kinds(told)
        assert shape(f"- x\n  - {told}") == shape("- x\n  - y") or not told
        table = shape(f"| a | b |\n|---|---|\n| {told} | {told} |")
        assert table == shape("| a | b |\n|---|---|\n| x | y |")
    plain = "".join(e.content for e in tokens(plain_markdown(text)) if e.type != "inline")
    assert plain.split() == text.split()
    assert not re.search(r"[a-z]://|www\.", plain_markdown(text), re.IGNORECASE)


@given(name=HOSTILE, guidelines=HOSTILE, licence=HOSTILE)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_card_has_no_cell_link_or_picture_of_strangers(
    tmp_path: Path, name: str, guidelines: str, licence: str
) -> None:
    name = name.strip().encode("utf-8", "ignore").decode().replace("\0", "") or "x"
    path = tmp_path / "p*[x](y)*.annotator"
    path.unlink(missing_ok=True)
    label = Label("x", {"en": name}, description={"en": name})
    with ProjectFile.create(path, label_set=LabelSet("x", (label,))) as p:
        p.set_state(GUIDELINES, "x")
        parts = {"train": PartFigures(), "test": PartFigures()}
        parts["train"].labels[name] += 1
        agreed = [Agreement(name, "b", 1, NO_SPANS)]
        pages = [
            card_text(p, parts, card=Card(licence), made=[], agreement=agreed)
            for licence in (licence, "x")
        ]
        p.set_state(GUIDELINES, guidelines)
        told = card_text(p, parts, card=Card(), made=[])
    assert not STYLED & kinds(without_head(pages[0]))
    assert shape(without_head(pages[0])) == shape(without_head(pages[1]))
    assert not LOADED & kinds(without_head(told))
