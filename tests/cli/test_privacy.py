"""Nothing goes to the network: the main job in the window and by commands, with sockets refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REFUSED = 97
SCRIPT = f"""
import os, sys
ASKED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
         "socket.bind", "urllib.Request", "http.client.connect", "ftplib.connect")
def refuse(event, args):
    if event in ASKED:
        os.write(2, f"went to the network: {{event}} {{args}}\\n".encode())
        os._exit({REFUSED})
sys.addaudithook(refuse)
from annotator.__main__ import main
sys.argv[0] = "annotator"
sys.exit(main())
"""


def apart() -> list[str]:
    """Return what runs a command without any network at all, where the system permits that."""
    if shutil.which("unshare") is None:
        return []
    done = subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True)
    return [] if done.returncode else ["unshare", "-n"]


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [*apart(), sys.executable, "-c", SCRIPT, *map(str, words)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        environment.pop(name, None)  # nobody sets these for a user
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)


@pytest.mark.timeout(300)
def test_the_main_job_asks_nothing_of_the_network(seed_path: Path, tmp_path: Path):
    project, suggested = tmp_path / "p.annotator", tmp_path / "s.jsonl"
    for words in (
        ("suggest", seed_path, "-o", suggested),
        ("import", project, suggested),
        ("export", project, "-o", tmp_path / "out.conll", "--format", "conll2003"),
        ("demo", "--out", tmp_path / "demo"),  # opens, suggests, decides and exports in the window
    ):
        done = run(*words)
        assert done.returncode in (0, 1), (words[0], done.stderr[-2000:])
    assert suggested.stat().st_size > 0
    assert (tmp_path / "demo" / "seed.conll").is_file()


def test_who_goes_to_the_network_is_found():
    script = SCRIPT.partition("from annotator")[0]
    for ask in (
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import requests; requests.get('http://10.0.0.1/', timeout=1)",
    ):
        done = subprocess.run(
            [sys.executable, "-c", script + ask], check=False, capture_output=True
        )
        assert done.returncode == REFUSED
