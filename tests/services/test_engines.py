"""Engines switched on and off."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.config.settings import CAMEL_ENGINE, ENGINES_OFF, WEAKEST
from annotator.config.store import Settings
from annotator.services import engines
from annotator.services.engines import engines_to_ask, listed_engines, switch_engine
from annotator.services.suggesting import Engine, available_engines
from annotator.suggest.base import READY
from annotator.suggest.combine import SHOWN_FROM


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


@pytest.fixture
def every_engine_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = [Engine(one.id, one.name, READY) for one in available_engines()]
    monkeypatch.setattr(engines, "available_engines", lambda: ready)


def on(settings: Settings) -> list[str]:
    return [one.engine.id for one in listed_engines(settings) if one.on]


def test_all_are_on_but_the_one_that_gives_up_exactness(settings: Settings) -> None:
    known = [engine.id for engine in available_engines()]
    assert "camel-int8" in known
    assert on(settings) == [name for name in known if name != "camel-int8"]


def test_only_those_that_can_run_are_asked(settings: Settings) -> None:
    assert on(settings) != engines_to_ask(settings)
    assert "camel" not in engines_to_ask(settings)
    assert "quotes" in engines_to_ask(settings)


def test_one_is_switched_off_and_on_again(settings: Settings, every_engine_runs: None) -> None:
    switch_engine(settings, "gazetteer", on=False)
    assert "gazetteer" not in engines_to_ask(settings)
    assert settings[ENGINES_OFF] == ("gazetteer",)
    switch_engine(settings, "gazetteer", on=True)
    assert "gazetteer" in engines_to_ask(settings)


def test_the_two_for_camel_models_stand_for_each_other(
    settings: Settings, every_engine_runs: None
) -> None:
    switch_engine(settings, "camel-int8", on=True)
    assert {"camel", "camel-int8"} & {*engines_to_ask(settings)} == {"camel-int8"}
    switch_engine(settings, "camel-int8", on=False)
    assert not {"camel", "camel-int8"} & {*engines_to_ask(settings)}
    switch_engine(settings, "camel", on=True)
    assert {"camel", "camel-int8"} & {*on(settings)} == {"camel"}


def test_a_model_that_is_named_is_asked_for_by_its_name(
    settings: Settings, every_engine_runs: None
) -> None:
    settings[CAMEL_ENGINE] = "camel:other"
    assert "camel" in on(settings)
    assert "camel:other" in engines_to_ask(settings)
    switch_engine(settings, "camel", on=False)
    switch_engine(settings, "camel", on=True)
    assert settings[CAMEL_ENGINE] == "camel:other"


def test_what_is_hidden_at_first_is_what_was_measured(settings: Settings) -> None:
    assert settings[WEAKEST] == round(100 * SHOWN_FROM)
