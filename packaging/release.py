"""Check that this is fit to be released, build it, and say what is left to do.

python packaging/release.py            everything
python packaging/release.py --facts    only what takes no time: tree, version, changelog, tag
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from pathlib import Path

import clean
import frozen

_PACKAGING = Path(__file__).resolve().parent


def main() -> int:
    """Check and build; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--facts", action="store_true", help="build and test nothing")
    asked = parser.parse_args()
    wrong = [told for fact in FACTS.values() if (told := fact())]
    print("\n".join(wrong) or f"{frozen.version()} is told everywhere, and its tag is free")
    if wrong or asked.facts:
        return bool(wrong)
    clean.run(["bash", str(clean.ROOT / ".ci" / "run")])
    for script in ("wheel_check.py", "package.py"):
        clean.run([sys.executable, str(_PACKAGING / script)])
    if tree():
        print("The checks have changed the tree: " + tree())
        return 1
    version = frozen.version()
    print(f"dist/ is ready, with SHA256SUMS. Now: git tag -a v{version} -m 'annotator {version}'")
    return 0


def tree() -> str:
    """Return what is not committed."""
    changed = _git("status", "--porcelain")
    return f"not committed:\n{changed}" if changed else ""


def changelog(text: str | None = None) -> str:
    """Return what keeps the changelog from telling this version, with a date."""
    text = text or (clean.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.compile(rf"^## {re.escape(frozen.version())} - \d{{4}}-\d\d-\d\d$", re.MULTILINE)
    if heading.search(text):
        return ""
    return f"CHANGELOG.md has no heading “## {frozen.version()} - YYYY-MM-DD”"


def metainfo(path: Path = _PACKAGING / "linux" / "annotator.metainfo.xml") -> str:
    """Return what keeps the AppStream metadata from naming this version first."""
    releases = ET.parse(path).getroot().findall("releases/release")
    newest = releases[0].get("version") if releases else None
    return "" if newest == frozen.version() else f"{path.name} names {newest} as the newest"


def tag() -> str:
    """Return that this version has been tagged already."""
    name = f"v{frozen.version()}"
    return f"the tag {name} exists: raise __version__" if _git("tag", "--list", name) else ""


FACTS: Mapping[str, Callable[[], str]] = {
    "tree": tree,
    "changelog": changelog,
    "metainfo": metainfo,
    "tag": tag,
}
"""What must be so before anything is built; each tells what is wrong, or nothing."""


def _git(*words: str) -> str:
    command = ["git", *words]
    done = subprocess.run(command, cwd=clean.ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
