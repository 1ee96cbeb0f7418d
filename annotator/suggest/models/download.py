"""Download one file: with progress, cancel, resume, and its checksum checked.

camel-tools' own downloader looks at neither the HTTP status nor the checksum, and starts over
after a break. What has come stays in a ``.part`` file until the whole is there and right.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import requests

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress

_CHUNK = 1 << 16
_ATTEMPTS_WITHOUT_PROGRESS = 3
_TIMEOUT_S = (10.0, 30.0)  # to connect, and between two chunks


def fetch(url: str, *, limit: int = 32 << 20) -> bytes:
    """Return the body at ``url``, at most ``limit`` bytes.

    Raises:
        UserError: no network, an HTTP error, or more than ``limit`` bytes.
    """
    body = bytearray()
    try:
        with _open(url, {}) as response:
            for chunk in _chunks(response, url):
                body += chunk
                if len(body) > limit:
                    raise UserError(
                        message(QT_TRANSLATE_NOOP("messages", "The answer is far too long")),
                        where=url,
                    )
    except _BrokenOffError as broken:
        raise _unreachable(url) from broken
    return bytes(body)


def download(url: str, to: Path, *, sha256: str, size: int | None, progress: Progress) -> None:
    """Bring ``url`` to the file ``to``; go on where an earlier try stopped.

    ``progress`` counts bytes. A break is mended by asking for the rest, as long as each try
    brings something. ``to`` appears only when whole and with the right checksum (SHA-256,
    hexadecimal; empty when none is known).

    Raises:
        UserError: no network, an HTTP error, a wrong checksum (what had come is dropped).
        Cancelled: cancel was asked for (what had come is kept for the next time).
    """
    part = _part(to)
    to.parent.mkdir(parents=True, exist_ok=True)
    attempts = 0
    while True:
        before = part.stat().st_size if part.exists() else 0
        try:
            _bring_rest(url, part, size, progress)
            break
        except _BrokenOffError as broken:
            grown = part.exists() and part.stat().st_size > before
            attempts = 0 if grown else attempts + 1
            if attempts >= _ATTEMPTS_WITHOUT_PROGRESS:
                raise _unreachable(url) from broken
    if sha256 and _sha256(part, progress) != sha256.lower():
        _forget(part)
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The downloaded file is damaged or not genuine")),
            where=url,
            todo=message(QT_TRANSLATE_NOOP("messages", "Nothing was installed. Try again.")),
        )
    part.replace(to)
    _note(part).unlink(missing_ok=True)


def bytes_here(to: Path) -> int:
    """Return how many bytes of the file ``to`` earlier tries have brought."""
    return next((path.stat().st_size for path in (to, _part(to)) if path.is_file()), 0)


class _BrokenOffError(Exception):
    """The connection ended before the file did."""


def _bring_rest(url: str, part: Path, size: int | None, progress: Progress) -> None:
    have = part.stat().st_size if part.exists() else 0
    version = _noted_version(part, url)
    headers = {}
    if have and version:
        headers = {"Range": f"bytes={have}-", "If-Range": version}
    with _open(url, headers) as response:
        if response.status_code != 206:
            have = 0
        total = have + int(response.headers.get("Content-Length") or 0) or size
        _note_version(part, url, response)
        with part.open("ab" if have else "wb") as file:
            for chunk in _chunks(response, url):
                file.write(chunk)
                have += len(chunk)
                progress.at(have, total)
    if total and have < total:
        raise _BrokenOffError(url)


def _open(url: str, headers: dict[str, str]) -> requests.Response:
    try:
        # "identity": byte ranges and lengths are those of the file, not of a compressed form.
        response = requests.get(
            url,
            headers={"Accept-Encoding": "identity", **headers},
            stream=True,
            timeout=_TIMEOUT_S,
        )
    except requests.RequestException as error:
        raise _unreachable(url) from error
    if response.status_code not in (200, 206):
        status = response.status_code
        response.close()
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "The server answered with error {status}"),
                status=status,
            ),
            where=url,
            todo=message(QT_TRANSLATE_NOOP("messages", "Try again later.")),
        )
    return response


def _chunks(response: requests.Response, url: str) -> Iterator[bytes]:
    try:
        yield from response.iter_content(_CHUNK)
    except requests.RequestException as error:
        raise _BrokenOffError(url) from error


def _unreachable(url: str) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The server cannot be reached: is there a network?")),
        where=url,
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "What has come is kept; the next try goes on where this one stopped."
            )
        ),
    )


def _part(to: Path) -> Path:
    return to.with_name(to.name + ".part")


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _note_version(part: Path, url: str, response: requests.Response) -> None:
    version = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
    _note(part).write_text(json.dumps({"url": url, "version": version}), encoding="utf-8")


def _noted_version(part: Path, url: str) -> str:
    """Return the version that the part is of, or nothing when it is of something else."""
    try:
        noted = json.loads(_note(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(noted.get("version") or "") if noted.get("url") == url else ""


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def _sha256(path: Path, progress: Progress) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            progress.check()
            digest.update(chunk)
    return digest.hexdigest()
