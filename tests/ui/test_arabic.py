"""The Arabic of the window, as an editor would read it: terms, plurals, punctuation, digits."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pytest

from annotator.bundled import resource

ARABIC = "\u0600-\u06ff"
LETTERS = "\u0621-\u0652"
SIX = 6


class Text(NamedTuple):
    """One text of the catalogue: its forms are several where it has a plural."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool


@lru_cache(maxsize=1)
def catalogue() -> tuple[Text, ...]:
    root = ET.parse(resource("translations", "annotator_ar.ts")).getroot()
    return tuple(_texts(root))


def _texts(root: ET.Element) -> Iterator[Text]:
    for context in root.iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            assert translation is not None
            plural = [form.text or "" for form in translation.findall("numerusform")]
            forms = tuple(plural or [translation.text or ""])
            if any(forms):  # what is not translated yet is told by packaging/translations.py
                source = entry.findtext("source") or ""
                yield Text(context.findtext("name") or "", source, forms, bool(plural))


@lru_cache(maxsize=1)
def glossary() -> dict[str, Any]:
    return tomllib.loads(resource("translations", "glossary.toml").read_text(encoding="utf-8"))


def wrong(pattern: str, *, keep: str = "", texts: tuple[Text, ...] | None = None) -> list[str]:
    """Return the texts in which a pattern is found, once what is kept has been taken out."""
    found = []
    for text in catalogue() if texts is None else texts:
        for form in text.forms:
            rest = re.sub(keep, "", form) if keep else form
            if re.search(pattern, rest):
                found.append(f"{text.context}: {text.source!r}: {form!r}")
    return found


@pytest.mark.parametrize("term", glossary()["term"], ids=lambda term: term["en"])
def test_a_term_is_used_and_nothing_else_stands_for_it(term: dict[str, Any]) -> None:
    everything = "\n".join(form for text in catalogue() for form in text.forms)
    for word in filter(None, (term["ar"], term.get("plural", ""))):
        bare = word.removeprefix("ال")
        assert bare in everything, f"{word} is used nowhere"
    meant = tuple(t for t in catalogue() if re.search(term.get("when", ""), t.source))
    assert meant, "no text is about it"
    for pattern in term.get("not", ()):
        assert wrong(pattern, texts=meant) == []


def test_a_plural_has_its_six_forms_and_the_number_where_it_counts() -> None:
    bad = []
    for text in catalogue():
        if not text.plural:
            continue
        number = "%Ln" if "%Ln" in text.source else "%n"
        few, many, other = text.forms[3:] if len(text.forms) == SIX else ("", "", "")
        if not (few and many and other) or any(number not in form for form in (few, many, other)):
            bad.append(f"{text.context}: {text.source!r}")
        if any("%n" in form and number == "%Ln" for form in text.forms):
            bad.append(f"{text.context}: {text.source!r}: %n for %Ln")
    assert bad == []


def test_what_is_counted_has_the_case_of_its_number() -> None:
    """Three to ten have a plural, eleven to 99 an accusative, a hundred a genitive singular.

    Seen where a noun stands right behind the number: then ``many`` ends otherwise than ``few``.
    """
    bad = []
    for text in catalogue():
        if text.plural and len(text.forms) == SIX:
            after = [re.search(f"%L?n ([{LETTERS}]+)", form) for form in text.forms[3:]]
            nouns = [found.group(1) if found else "" for found in after]
            few, many, other = nouns
            accusative = many.endswith(("ًا", "ة", "ًّا", "ى")) or many == few
            declined = len(set(nouns)) > 1  # what is not, is no noun that is counted
            if all(nouns) and declined and not (accusative and few != other):
                bad.append(f"{text.context}: {text.source!r}: {nouns}")
    assert bad == []


def test_the_same_arguments_are_put_in() -> None:
    bad = []
    for text in catalogue():
        wanted = sorted(set(re.findall(r"\{\w+\}", text.source)))
        for form in text.forms:
            given = sorted(set(re.findall(r"\{\w+\}", form)))
            if given != wanted and not (text.plural and set(given) < set(wanted)):
                bad.append(f"{text.context}: {text.source!r}: {form!r}")
    assert bad == []


def test_no_english_is_left() -> None:
    same = re.compile("|".join(glossary()["same"]))
    bad = []
    for text in catalogue():
        for form in text.forms:
            plain = re.sub(r"\{\w+\}|%L?n", "", form)
            foreign = [w for w in re.findall(r"[A-Za-z]{2,}", plain) if w not in text.source]
            words = re.search(r"[A-Za-z]{2,}", re.sub(r"\{\w+\}|%L?n", "", text.source))
            untouched = words and not re.search(f"[{ARABIC}]", form)
            if foreign or (untouched and not same.fullmatch(text.source)):
                bad.append(f"{text.context}: {text.source!r}: {form!r}")
    assert bad == []


def test_punctuation_is_arabic() -> None:
    assert wrong(f"[{ARABIC}\u0650][,;?]") == []
    assert wrong("[“”‘’]") == []
    assert wrong(f'"[{ARABIC}][^"]*"', keep='"متجاورتان"') == []
    assert wrong(r"\.\.\.") == []
    assert wrong(f"[{ARABIC}]  +[{ARABIC}]| [،؛؟.:…]") == []


def test_it_ends_as_the_english_does() -> None:
    bad = []
    for text in catalogue():
        for form in text.forms:
            bad += [
                f"{text.context}: {text.source!r}: {form!r}"
                for mark in ("…", ":")
                if text.source.endswith(mark) != form.endswith(mark)
            ]
    assert bad == []


def test_digits_are_european() -> None:
    assert wrong("[٠-٩۰-۹]") == []


def test_vowel_signs_stand_only_where_they_tell_words_apart() -> None:
    keep = "|".join(map(re.escape, glossary()["vowelled"]))
    # Shadda, damma of a passive, tanwin before its alef and of defective nouns are free.
    assert (
        wrong("[\u064c\u064e\u0650\u0652\u0670]|\u064b(?!\u0651?ا)(?<![ءة]\u064b)", keep=keep) == []
    )
    assert wrong("\u0627\u064b") == []


def test_a_text_that_begins_in_latin_is_told_to_run_to_the_left() -> None:
    assert wrong(f"^[A-Za-z][^{ARABIC}]*[{ARABIC}]") == []
    assert wrong("(?<![\u200e\\w-])--[a-z]") == []


def test_a_mnemonic_stays_one() -> None:
    bad = []
    for text in catalogue():
        wanted = len(re.findall("&(?=[A-Za-z])", text.source))
        bad += [
            f"{text.context}: {text.source!r}: {form!r}"
            for form in text.forms
            if len(re.findall(f"&(?=[A-Za-z{ARABIC}])", form)) != wanted
        ]
    assert bad == []
