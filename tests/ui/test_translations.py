from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.core.messages import Message, message
from annotator.ui.language import Language, chosen_language
from annotator.ui.text import isolated, ltr, told, told_error

ROOT = Path(__file__).parents[2]


@pytest.fixture
def language(qapp: QApplication):
    direction = qapp.layoutDirection()
    made = Language(qapp)
    yield made
    made.withdraw()
    qapp.setLayoutDirection(direction)


def test_the_catalogues_are_complete_and_compiled() -> None:
    script = ROOT / "packaging" / "translations.py"
    ran = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_messages_of_the_core_are_told_in_arabic(language: Language) -> None:
    language.use("ar")
    assert told(message("The file is empty.")) == "الملف فارغ."
    language.use("en")
    assert told(message("The file is empty.")) == "The file is empty."


def test_an_argument_keeps_its_own_direction(language: Language) -> None:
    language.use("ar")
    said = told(message("Unknown format: {name}.", name="conll"))
    assert said == f"صيغة غير معروفة: {isolated('conll')}."


def test_an_argument_may_be_a_message_itself(language: Language) -> None:
    language.use("ar")
    inner = message("The file is empty.")
    said = told(message("{what} {advice}", what=inner, advice=Message("x")))
    assert said.startswith("الملف فارغ.")


def test_an_error_says_what_where_and_what_to_do(language: Language) -> None:
    error = UserError(message("The file is empty."), where="/a/b", todo=message("Your name"))
    language.use("ar")
    assert told_error(error).splitlines() == ["الملف فارغ.", ltr("/a/b"), "اسمك"]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا كيانات"),
        (1, "كيان واحد"),
        (2, "كيانان"),
        (3, "3 كيانات"),
        (10, "10 كيانات"),
        (11, "11 كيانًا"),
        (35, "35 كيانًا"),
        (99, "99 كيانًا"),
        (100, "100 كيان"),
        (103, "103 كيانات"),
    ],
)
def test_arabic_counts_in_all_six_forms(language: Language, count: int, said: str) -> None:
    language.use("ar")
    assert QApplication.translate("StatusLine", "%n entity(s)", "", count) == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 quotes"), (1, "1 quote"), (2, "2 quotes")])
def test_english_counts(language: Language, count: int, said: str) -> None:
    language.use("en")
    assert QApplication.translate("StatusLine", "%n quote(s)", "", count) == said


def test_a_language_is_always_one_that_is_spoken() -> None:
    assert chosen_language("ar") == "ar"
    assert chosen_language("en") == "en"
    assert chosen_language("system") in ("ar", "en")
