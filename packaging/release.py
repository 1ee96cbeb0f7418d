"""Check that this is fit to be released, build it, and say what is left to do.

python packaging/release.py            everything
python packaging/release.py --facts    only what takes seconds: tree, version, changelog, docs, tag
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
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)\s]+)\)")
LICENCE_TEXTS = ("GPL-3.0.txt", "LGPL-3.0.txt", "QT.md", "tokenizers.txt")
"""The texts that no package brings of itself (``packaging/licences.py``)."""


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
    unreleased = "; give its “## Unreleased” that one" if "\n## Unreleased\n" in text else ""
    return f"CHANGELOG.md has no heading “## {frozen.version()} - YYYY-MM-DD”{unreleased}"


def metainfo(path: Path = _PACKAGING / "linux" / "annotator.metainfo.xml") -> str:
    """Return what keeps the AppStream metadata from naming this version first."""
    releases = ET.parse(path).getroot().findall("releases/release")
    newest = releases[0].get("version") if releases else None
    return "" if newest == frozen.version() else f"{path.name} names {newest} as the newest"


def tag() -> str:
    """Return that this version has been tagged already."""
    name = f"v{frozen.version()}"
    return f"the tag {name} exists: raise __version__" if _git("tag", "--list", name) else ""


def docs() -> str:
    """Return which generated pages are not true any more."""
    told = _quietly(_PACKAGING / "pages.py", "--check")
    return f"docs/ is out of date (packaging/pages.py): {told}" if told else ""


def translations() -> str:
    """Return what is not translated or not compiled."""
    told = _quietly(_PACKAGING / "translations.py", "--check")
    return f"the translations are not complete: {told}" if told else ""


def pictures(folder: Path = clean.ROOT / "docs") -> str:
    """Return which pictures the pages show that are not there."""
    missing = [
        f"{page.relative_to(folder)}: {name}"
        for page in sorted(folder.rglob("*.md"))
        for name in _PICTURE.findall(page.read_text(encoding="utf-8"))
        if "://" not in name and not (page.parent / name).is_file()
    ]
    return f"pictures are missing (packaging/pictures.py): {', '.join(missing)}" if missing else ""


def licences() -> str:
    """Return which texts are missing that go beside the bundled program."""
    texts = ["LICENSE", *(f"packaging/licences/{name}" for name in LICENCE_TEXTS)]
    missing = [name for name in texts if not (clean.ROOT / name).is_file()]
    return f"licences are missing: {', '.join(missing)}" if missing else ""


FACTS: Mapping[str, Callable[[], str]] = {
    "tree": tree,
    "changelog": changelog,
    "metainfo": metainfo,
    "tag": tag,
    "docs": docs,
    "translations": translations,
    "pictures": pictures,
    "licences": licences,
}
"""What must be so before anything is built; each tells what is wrong, or nothing."""


def _quietly(script: Path, *words: str) -> str:
    """Run a script of the project's own environment; return what it says when it fails."""
    own = clean.python_in(clean.ROOT / ".venv")
    command = [str(own if own.exists() else sys.executable), str(script), *words]
    done = subprocess.run(command, cwd=clean.ROOT, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip()[-500:] if done.returncode else ""


def _git(*words: str) -> str:
    command = ["git", *words]
    done = subprocess.run(command, cwd=clean.ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
