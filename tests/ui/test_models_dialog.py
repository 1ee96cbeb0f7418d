"""The dialog of models against a real server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.config.store import Settings
from annotator.services.engines import engines_to_ask
from annotator.suggest.models import download as downloading
from annotator.ui.dialogs.models import ModelsDialog
from annotator.ui.runner import Runner
from tests.suggest.models.test_models import Faults, Server, sha, zipped

LEFT = Qt.MouseButton.LeftButton
NAME = "ner-arabert"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder of camel-tools."""
    folder = tmp_path / "camel_tools"
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder))
    return folder


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def model() -> bytes:
    """A model's archive, large enough that it comes in many pieces."""
    config = json.dumps({"model_type": "bert", "pad": "x" * 3_000_000}).encode()
    return zipped("config.json", "vocab.txt", "model.safetensors", content=config, stored=True)


@pytest.fixture
def url(server: Server, model: bytes) -> str:
    package = {
        "description": "AraBERT fine-tuned on ANERcorp",
        "license": "MIT",
        "version": "2",
        "package_type": "http",
        "url": server.url("model.zip", model),
        "destination": "ner/arabert",
        "private": False,
        "sha256": sha(model),
        "size": len(model),
        "dependencies": [],
    }
    other = package | {"destination": "morphology/db", "description": "no NER"}
    raw = {
        "version": "1.6",
        "packages": {NAME: package, "morphology": other},
        "components": {
            "NamedEntityRecognition": {
                "default": "arabert",
                "datasets": {"arabert": {"path": "ner/arabert"}},
            }
        },
    }
    return server.url("catalogue.json", json.dumps(raw).encode())


@pytest.fixture
def dialog(qtbot: QtBot, runner: Runner, url: str, data: Path) -> ModelsDialog:
    made = ModelsDialog(runner, url=url)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, dialog: ModelsDialog) -> None:
    qtbot.waitUntil(lambda: dialog._task is None)


def cells(dialog: ModelsDialog) -> list[list[str]]:
    """Return the table's texts, without marks of direction."""
    model = dialog.models
    return [
        [
            str(model.index(row, column).data()).translate(
                {0x2066: None, 0x2068: None, 0x2069: None}
            )
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def test_nothing_goes_to_the_network_before_a_button_is_pressed(
    dialog: ModelsDialog, server: Server
) -> None:
    assert server.asked == []
    assert "not on this machine yet" in dialog.said.text()
    assert "Fetch list" in dialog.said.text()
    assert not dialog.retry.isVisible()
    assert not dialog.get.isEnabled()


def test_a_model_is_listed_downloaded_and_removed(
    qtbot: QtBot, dialog: ModelsDialog, model: bytes, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.toml")
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    assert cells(dialog) == [[NAME, f"{len(model) / 1e6:.1f} MB", "MIT", ""]]
    assert "camel" not in engines_to_ask(settings)

    qtbot.mouseClick(dialog.get, LEFT)
    assert not dialog.get.isEnabled()
    settle(qtbot, dialog)
    assert cells(dialog)[0][3] == "Installed"
    assert "installed" in dialog.said.text()
    assert not dialog.get.isEnabled()
    assert "camel" in engines_to_ask(settings)

    qtbot.mouseClick(dialog.remove, LEFT)
    settle(qtbot, dialog)
    assert cells(dialog)[0][3] == ""
    assert "camel" not in engines_to_ask(settings)


def test_a_row_is_chosen_from_right_to_left_too(
    qtbot: QtBot, runner: Runner, url: str, data: Path
) -> None:
    dialog = ModelsDialog(runner, url=url)
    qtbot.addWidget(dialog)
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    dialog.show()
    settle(qtbot, dialog)
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    assert dialog.get.isEnabled()


def test_a_download_is_stopped_and_gone_on_with(
    qtbot: QtBot, dialog: ModelsDialog, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    go_on = threading.Event()
    chunks = downloading._chunks

    def slowly(response, url):
        for number, chunk in enumerate(chunks(response, url)):
            if number == 20:
                go_on.wait(10)
            yield chunk

    monkeypatch.setattr(downloading, "_chunks", slowly)
    qtbot.mouseClick(dialog.get, LEFT)
    qtbot.waitUntil(lambda: " MB" in dialog.coming.told.text())
    assert dialog.coming.isVisible()
    qtbot.mouseClick(dialog.coming.stop, LEFT)
    go_on.set()
    settle(qtbot, dialog)
    assert "kept for the next try" in dialog.said.text()
    assert not dialog.coming.isVisible()
    assert cells(dialog)[0][3].endswith("% is here")
    assert dialog.get.text() == "Go on"

    qtbot.mouseClick(dialog.get, LEFT)
    settle(qtbot, dialog)
    assert server.faults.ranges
    assert cells(dialog)[0][3] == "Installed"


def test_offline_is_said_in_one_line_with_another_try(
    qtbot: QtBot, dialog: ModelsDialog, server: Server
) -> None:
    server.faults = Faults(drops=99)
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    assert "cannot be reached" in dialog.said.text()
    assert "\n" not in dialog.said.text()
    assert dialog.retry.isVisible()
    server.faults = Faults()
    qtbot.mouseClick(dialog.retry, LEFT)
    settle(qtbot, dialog)
    assert cells(dialog)[0][0] == NAME
    assert not dialog.retry.isVisible()


def test_a_wrong_checksum_installs_nothing(
    qtbot: QtBot, dialog: ModelsDialog, server: Server, data: Path
) -> None:
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    server.files["/model.zip"] = zipped("evil")
    qtbot.mouseClick(dialog.get, LEFT)
    settle(qtbot, dialog)
    assert "damaged or not genuine" in dialog.said.text()
    assert dialog.retry.isVisible()
    assert cells(dialog)[0][3] == ""
    assert not (data / "data").exists()


def test_a_folder_is_added_and_removed(
    qtbot: QtBot, dialog: ModelsDialog, tmp_path: Path, data: Path
) -> None:
    folder = tmp_path / "my-model"
    folder.mkdir()
    dialog.add_folder(folder)
    settle(qtbot, dialog)
    assert "not the folder of a NERecognizer model" in dialog.said.text()
    assert not dialog.retry.isVisible()
    (folder / "config.json").write_text("{}")
    (folder / "vocab.txt").touch()
    (folder / "model.safetensors").touch()
    dialog.add_folder(folder)
    settle(qtbot, dialog)
    assert cells(dialog) == [["my-model", "", "", "Added from a folder"]]
    qtbot.mouseClick(dialog.remove, LEFT)
    settle(qtbot, dialog)
    assert cells(dialog) == []
    assert folder.is_dir()
    assert not (data / "data" / "ner" / "my-model").exists()


def test_closing_stops_the_download_and_tells_nobody(
    qtbot: QtBot, dialog: ModelsDialog, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.mouseClick(dialog.fetch, LEFT)
    settle(qtbot, dialog)
    begun, go_on = threading.Event(), threading.Event()
    chunks = downloading._chunks

    def slowly(response, url):
        begun.set()
        go_on.wait(10)
        yield from chunks(response, url)

    monkeypatch.setattr(downloading, "_chunks", slowly)
    qtbot.mouseClick(dialog.get, LEFT)
    qtbot.waitUntil(begun.is_set)
    dialog.close()
    go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not dialog.isVisible()
