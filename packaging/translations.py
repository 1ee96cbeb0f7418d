"""The window's translations: brought up to date, compiled, and checked.

    python packaging/translations.py           update the .ts files, compile the .qm files
    python packaging/translations.py --check   fail when a text is missing, stale or not compiled

Run it after a text of the window was added or changed, and translate what it lists.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "annotator"
FOLDER = ROOT / "resources" / "translations"

LANGUAGES = {"ar": (), "en": ("-pluralonly",)}
"""Each language with the options of lupdate. English needs its plural forms alone."""


def main() -> int:
    """Update and compile, or with ``--check`` say what is not in order."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    check = parser.parse_args().check
    faults = [fault for language in LANGUAGES for fault in _bring(language, check=check)]
    print("\n".join(faults) if faults else "translations: complete and compiled")
    return 1 if faults else 0


def _bring(language: str, *, check: bool) -> list[str]:
    ts = FOLDER / f"annotator_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        made_ts = Path(folder) / ts.name
        if ts.exists():
            shutil.copy(ts, made_ts)
        _update(made_ts, language)
        faults = _unfinished(made_ts)
        made_qm = made_ts.with_suffix(".qm")
        _run("lrelease", "-silent", str(made_ts), "-qm", str(made_qm))
        for made in (made_ts, made_qm):
            kept = FOLDER / made.name
            if check and (not kept.exists() or kept.read_bytes() != made.read_bytes()):
                faults.append(f"{kept.relative_to(ROOT)}: stale; run packaging/translations.py")
            elif not check:
                # In one go: a program that runs has the old file in its memory map.
                new = kept.with_suffix(".new")
                shutil.copy(made, new)
                new.replace(kept)
    return faults


def _update(ts: Path, language: str) -> None:
    """Bring a .ts file up to date with the sources, in an order that does not depend on it."""
    files = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    _run(
        "lupdate",
        *("-silent", "-no-obsolete", "-sort-messages", "-locations", "none"),
        *("-source-language", "en", "-target-language", language),
        *LANGUAGES[language],
        *files,
        "-ts",
        str(ts),
    )


def _unfinished(ts: Path) -> list[str]:
    """Return a line for every text that is not translated in all its forms."""
    faults = []
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name")
        for entry in context.iter("message"):
            translation = entry.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform")
            texts = [form.text for form in forms] if forms else [translation.text]
            if translation.get("type") is not None or not all(texts):
                faults.append(f"{ts.name}: {name}: not translated: {entry.findtext('source')!r}")
    return faults


def _run(tool: str, *arguments: str) -> None:
    command = shutil.which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    if command is None:
        sys.exit(f"pyside6-{tool} is not installed beside this Python")
    subprocess.run([command, *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
