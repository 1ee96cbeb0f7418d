"""Downloads against a real server on loopback that misbehaves in every way that matters."""

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.suggest.models.catalogue import Catalogue, data_folder, parse_catalogue
from annotator.suggest.models.download import download, fetch
from annotator.suggest.models.install import install, installed_versions, remove
from annotator.suggest.models.unpack import unpack

BODY = bytes(range(256)) * 8192  # 2 MiB


@dataclass
class Faults:
    """What the server does wrong. ``drop_after`` bytes the connection ends, that many times."""

    drops: int = 0
    drop_after: int = 0
    status: int = 0
    etag: str = '"one"'
    ranges: list[str] = field(default_factory=list)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.faults = Faults()
        self.asked: list[str] = []

    def url(self, name: str, body: bytes) -> str:
        self.files["/" + name] = body
        return f"http://127.0.0.1:{self.server_address[1]}/{name}"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        faults, body = self.server.faults, self.server.files.get(self.path)
        if faults.status or body is None:
            self.send_error(faults.status or 404)
            return
        wanted = self.headers.get("Range", "")
        start = 0
        if wanted and self.headers.get("If-Range") == faults.etag:
            faults.ranges.append(wanted)
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        self.send_response(206 if start else 200)
        self.send_header("ETag", faults.etag)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        rest = body[start:]
        if faults.drops:
            faults.drops -= 1
            self.wfile.write(rest[: faults.drop_after])
            self.wfile.flush()
            self.close_connection = True
            self.connection.close()
            return
        self.wfile.write(rest)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def sha(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def zipped(*names: str, content: bytes = b"weights", stored: bool = False) -> bytes:
    buffer = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


def catalogue_of(url: str, body: bytes, **changes: object) -> Catalogue:
    entry = {
        "description": "NER",
        "license": "MIT",
        "version": "2",
        "package_type": "http",
        "url": url,
        "destination": "ner/arabert",
        "private": False,
        "sha256": sha(body),
        "size": len(body),
        "dependencies": [],
        **changes,
    }
    raw = {
        "version": "1.6",
        "packages": {"ner-arabert": entry},
        "components": {
            "NamedEntityRecognition": {
                "default": "arabert",
                "datasets": {"arabert": {"path": "ner/arabert"}},
            }
        },
    }
    return parse_catalogue(json.dumps(raw).encode(), "here")


def test_a_dropped_connection_goes_on_where_it_stopped(server: Server, tmp_path: Path):
    server.faults = Faults(drops=3, drop_after=300_000)
    seen: list[int] = []
    to = tmp_path / "model.zip"
    download(
        server.url("m", BODY),
        to,
        sha256=sha(BODY),
        size=None,
        progress=Progress(lambda done, total: seen.append(done)),
    )
    assert to.read_bytes() == BODY
    assert len(server.faults.ranges) == 3
    assert seen == sorted(seen)
    assert [p.name for p in tmp_path.iterdir()] == ["model.zip"]


def test_a_server_that_brings_nothing_is_given_up(server: Server, tmp_path: Path):
    server.faults = Faults(drops=99, drop_after=0)
    with pytest.raises(UserError, match="cannot be reached"):
        download(server.url("m", BODY), tmp_path / "m", sha256="", size=None, progress=Progress())
    assert not (tmp_path / "m").exists()


def test_a_changed_file_is_not_joined_to_the_old_part(server: Server, tmp_path: Path):
    url = server.url("m", BODY)

    def stop(done: int, total: int | None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        download(url, tmp_path / "m", sha256="", size=None, progress=Progress(stop))
    changed = BODY[::-1]
    server.url("m", changed)
    server.faults = Faults(etag='"two"')
    download(url, tmp_path / "m", sha256=sha(changed), size=None, progress=Progress())
    assert (tmp_path / "m").read_bytes() == changed


def test_cancel_keeps_what_has_come(server: Server, tmp_path: Path):
    url = server.url("m", BODY)

    def stop(done: int, total: int | None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        download(url, tmp_path / "m", sha256=sha(BODY), size=None, progress=Progress(stop))
    assert (tmp_path / "m.part").stat().st_size > 0
    download(url, tmp_path / "m", sha256=sha(BODY), size=None, progress=Progress())
    assert server.faults.ranges
    assert (tmp_path / "m").read_bytes() == BODY


def test_a_wrong_checksum_is_refused_and_dropped(server: Server, tmp_path: Path):
    with pytest.raises(UserError, match="damaged or not genuine"):
        download(
            server.url("m", BODY), tmp_path / "m", sha256="0" * 64, size=None, progress=Progress()
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [404, 500, 503])
def test_an_http_error_says_its_number(server: Server, tmp_path: Path, status: int):
    server.faults = Faults(status=status)
    with pytest.raises(UserError, match=str(status)):
        fetch(server.url("m", BODY))


def test_offline_says_so_in_one_line(server: Server):
    server.server_close()
    with pytest.raises(UserError) as caught:
        fetch(f"http://127.0.0.1:{server.server_address[1]}/catalogue.json")
    assert "cannot be reached" in str(caught.value.what)
    assert "\n" not in str(caught.value.what)


def test_a_list_that_breaks_off_is_an_error_that_people_can_read(server: Server):
    server.faults = Faults(drops=1, drop_after=10)
    with pytest.raises(UserError, match="cannot be reached"):
        fetch(server.url("m", BODY))


def test_install_replaces_the_old_model_once_the_new_one_is_whole(server: Server, tmp_path: Path):
    old = tmp_path / "data" / "ner" / "arabert"
    old.mkdir(parents=True)
    (old / "config.json").write_text("old")
    body = zipped("config.json", "vocab.txt")
    catalogue = catalogue_of(server.url("m", body), body)
    assert install(catalogue, "ner-arabert", tmp_path, Progress()) == ["ner-arabert"]
    assert (old / "config.json").read_bytes() == b"weights"
    assert installed_versions(tmp_path) == {"ner-arabert": "2"}
    assert install(catalogue, "ner-arabert", tmp_path, Progress()) == []
    assert remove(catalogue.package("ner-arabert"), tmp_path)
    assert not old.exists()
    assert installed_versions(tmp_path) == {}


@pytest.mark.parametrize(
    "body",
    [
        zipped("config.json", "../../evil"),
        zipped("/etc/evil"),
        zipped("..\\evil"),
        zipped("C:evil"),
        zipped("bomb", content=b"\0" * (64 << 20)),
        b"no zip at all",
        zipped("config.json")[:-30],
    ],
    ids=["parent", "absolute", "backslash", "drive", "bomb", "text", "cut"],
)
def test_a_hostile_archive_leaves_the_old_model(server: Server, tmp_path: Path, body: bytes):
    data = tmp_path / "camel"
    old = data / "data" / "ner" / "arabert"
    old.mkdir(parents=True)
    (old / "config.json").write_text("old")
    with pytest.raises(UserError):
        install(catalogue_of(server.url("m", body), body), "ner-arabert", data, Progress())
    assert (old / "config.json").read_text() == "old"
    assert sorted(p.name for p in old.parent.iterdir()) == ["arabert"]
    assert [p.name for p in tmp_path.iterdir()] == ["camel"]
    assert installed_versions(data) == {}


def test_a_link_in_an_archive_is_refused(tmp_path: Path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as zipping:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        zipping.writestr(link, "/etc/passwd")
    with pytest.raises(UserError, match="outside"):
        unpack(archive, tmp_path / "into", Progress())


def test_a_full_disk_is_said_before_anything_is_brought(server: Server, tmp_path: Path):
    body = zipped("config.json")
    catalogue = catalogue_of(server.url("m", body), body)
    with pytest.raises(UserError, match="MB are free"):
        install(catalogue, "ner-arabert", tmp_path, Progress(), free=lambda _: 1 << 20)
    assert list(tmp_path.iterdir()) == []


def test_an_installation_killed_between_its_renames_is_mended(server: Server, tmp_path: Path):
    old = tmp_path / "data" / "ner" / "arabert.old"
    old.mkdir(parents=True)
    (old / "config.json").write_text("old")
    body = b"no zip"
    with pytest.raises(UserError):
        install(catalogue_of(server.url("m", body), body), "ner-arabert", tmp_path, Progress())
    assert (old.with_name("arabert") / "config.json").read_text() == "old"


@pytest.mark.parametrize("destination", ["../../outside", "/outside", "a\\..\\b"])
def test_a_catalogue_may_not_name_a_folder_outside(destination: str):
    with pytest.raises(UserError, match="not a list of models"):
        catalogue_of("http://127.0.0.1/", b"", destination=destination)


def test_dependencies_come_first_and_circles_end():
    raw = {
        "version": "1.6",
        "components": {},
        "packages": {
            name: {
                "private": False,
                "package_type": "http",
                "url": "u",
                "destination": name,
                "dependencies": needs,
            }
            for name, needs in {"a": ["b"], "b": ["c", "a"], "c": []}.items()
        },
    }
    catalogue = parse_catalogue(json.dumps(raw).encode(), "here")
    assert [package.name for package in catalogue.needed_for("a")] == ["c", "b", "a"]
    with pytest.raises(UserError, match="no model named"):
        catalogue.needed_for("d")


def test_the_data_folder_is_not_created(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "camel"))
    assert data_folder() == tmp_path / "camel"
    assert not data_folder().exists()
