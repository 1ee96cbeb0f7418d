"""What a frozen program says of what it lacks: nothing of pip, which its users do not have."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest

from annotator.core import installed
from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.formats.extras import needed
from annotator.services.models import install_model
from annotator.suggest.base import NOTHING
from annotator.suggest.camel import CamelSuggester, QuantisedCamelSuggester
from annotator.suggest.models.catalogue import Catalogue


@pytest.fixture
def frozen(monkeypatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.fixture
def without_torch(monkeypatch) -> None:
    monkeypatch.setattr(
        installed, "find_spec", lambda name: None if name == "torch" else find_spec(name)
    )


def _missing() -> str:
    with pytest.raises(UserError) as caught, needed("spacy", "spacy"):
        raise ImportError
    return str(caught.value)


def test_with_python_a_missing_package_is_installed_by_pip():
    assert 'pip install "annotator[spacy]"' in _missing()


@pytest.mark.usefixtures("frozen")
def test_a_frozen_program_says_nothing_of_pip():
    assert "pip" not in _missing()
    assert "annotator for Python" in _missing()


@pytest.mark.usefixtures("frozen", "without_torch")
@pytest.mark.parametrize("engine", [CamelSuggester, QuantisedCamelSuggester])
def test_the_light_program_names_the_full_one(engine, tmp_path):
    suggester = engine(tmp_path)
    assert not suggester.availability().ready
    assert "annotator-full" in str(suggester.availability().reason)
    with pytest.raises(UserError, match="annotator-full"):
        suggester.suggest(Article("a", "نص"), NOTHING, Progress())


@pytest.mark.usefixtures("frozen")
def test_the_full_program_asks_for_a_model_alone(tmp_path):
    reason = str(CamelSuggester(tmp_path).availability().reason)
    assert reason == "No camel-tools model is installed."


@pytest.mark.usefixtures("without_torch")
def test_with_python_nothing_is_light(tmp_path):
    assert "light" not in str(CamelSuggester(tmp_path).availability().reason)


@pytest.mark.usefixtures("frozen", "without_torch")
def test_the_light_program_downloads_no_model():
    with pytest.raises(UserError, match="annotator-full"):
        install_model(Catalogue("1", {}, ()), "ner-arabert", Progress())
