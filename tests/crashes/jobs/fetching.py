"""A model fetched from a server on this machine, over an older one."""

from __future__ import annotations

import hashlib
import io
import json
import random
import threading
import zipfile
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from annotator.core.progress import Progress
from annotator.suggest.models.catalogue import parse_catalogue
from annotator.suggest.models.install import install, installed_versions
from tests.crashes.job import Line, Tell
from tests.crashes.moments import Moments

NAME = "ner-arabert"
FOLDER = Path("data", "ner", "arabert")
FILES = {
    "config.json": 300,
    "vocab.txt": 90_000,
    "model.safetensors": 900_000,
    "deep/a.bin": 70_000,
}


def package(version: str) -> bytes:
    """Return the archive of a version."""
    chance = random.Random(version)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, size in FILES.items():
            archive.writestr(zipfile.ZipInfo(name), f"{version}:".encode() + chance.randbytes(size))
    return buffer.getvalue()


class Fetching:
    """The model in use is the old one or the new one, whole; another try ends the download."""

    name = "fetching"
    moments: int | None = None

    def prepare(self, base: Path) -> None:
        """Start a server with two versions, and install the first."""
        self._server = _Server({f"/{version}.zip": package(version) for version in "12"})
        for version in "12":
            (base / f"{version}.json").write_text(self._catalogue(version), encoding="utf-8")
        _install(base, "1")

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Install the second version; every piece that arrives is a moment."""
        moments.arm()
        tell(ready=True)
        _install(folder, "2", moments)
        tell(installed=True)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """What is noted as installed is there to the last byte."""
        data = folder / "data"
        version = installed_versions(data).get(NAME)
        assert version == "2" or not any("installed" in line for line in lines), version
        found = _version_of(data / FOLDER)
        assert found in {None, "1", "2"}, found
        if found is None:  # between two renames: the old one is whole beside it
            assert _version_of(data / FOLDER.with_name("arabert.old")) == "1"
        assert version != "2" or found == "2", f"noted {version}, found {found}"
        _install(folder, "2")
        assert installed_versions(data)[NAME] == "2", "after another try"
        assert _version_of(data / FOLDER) == "2", "after another try"
        left = sorted(path.name for path in (data / FOLDER).parent.iterdir())
        assert left == ["arabert"], left

    def close(self) -> None:
        """Stop the server."""
        self._server.stop()

    def _catalogue(self, version: str) -> str:
        body = package(version)
        entry = {
            "description": "NER",
            "license": "MIT",
            "version": version,
            "package_type": "http",
            "url": f"http://127.0.0.1:{self._server.server_address[1]}/{version}.zip",
            "destination": "ner/arabert",
            "private": False,
            "sha256": hashlib.sha256(body).hexdigest(),
            "size": len(body),
            "dependencies": [],
        }
        datasets = {"arabert": {"path": "ner/arabert"}}
        component = {"default": "arabert", "datasets": datasets}
        return json.dumps(
            {
                "version": "1.6",
                "packages": {NAME: entry},
                "components": {"NamedEntityRecognition": component},
            }
        )


class _Counting(Progress):
    """Takes each report of progress for a moment."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments

    def at(self, done: int, total: int | None = None) -> None:
        self._moments.pass_one()
        super().at(done, total)


def _install(folder: Path, version: str, moments: Moments | None = None) -> None:
    raw = (folder / f"{version}.json").read_bytes()
    progress = _Counting(moments) if moments else Progress()
    install(parse_catalogue(raw, "here"), NAME, folder / "data", progress, free=lambda _: 1 << 40)


def _version_of(folder: Path) -> str | None:
    """Return which version a folder holds, ``?`` for none that is whole, None without a folder."""
    if not folder.is_dir():
        return None
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    for version in "12":
        with zipfile.ZipFile(io.BytesIO(package(version))) as archive:
            if found == {name: archive.read(name) for name in archive.namelist()}:
                return version
    return "?"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who were killed while they listened."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.server.files[self.path]
        wanted = self.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted else 0
        self.send_response(206 if start else 200)
        self.send_header("ETag", f'"{self.path}"')
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        self.wfile.write(body[start:])

    def log_message(self, *args: object) -> None:
        """Say nothing."""
