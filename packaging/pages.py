"""Write the parts of ``docs/`` that tables of the program give; with ``--check`` only compare.

    python packaging/pages.py           bring the pages up to date
    python packaging/pages.py --check   fail, and say which is not true any more

A part stands between ``<!-- name -->`` and ``<!-- /name -->``; the rest is written by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import commands_page
import formats_page
import keys_page
import settings_page

DOCS = Path(__file__).resolve().parents[1] / "docs"


class Part(NamedTuple):
    """A part of a page: the page below ``docs/``, the part's name, and what makes it."""

    page: str
    name: str
    make: Callable[[], str]


PARTS = (
    Part("formats.md", "formats", formats_page.table),
    Part("commands.md", "commands", commands_page.reference),
    Part("keys.md", "annotating", partial(keys_page.annotating, "en")),
    Part("keys.md", "reviewing", partial(keys_page.reviewing, "en")),
    Part("ar/keys.md", "annotating", partial(keys_page.annotating, "ar")),
    Part("ar/keys.md", "reviewing", partial(keys_page.reviewing, "ar")),
    Part("settings.md", "settings", partial(settings_page.table, "en")),
    Part("ar/settings.md", "settings", partial(settings_page.table, "ar")),
)
"""Every part that is made. A new one is a line here, and its two marks in the page."""


def with_part(text: str, name: str, made: str) -> str:
    """Return a page with the part between its marks.

    Raises:
        ValueError: the page has no such marks, or has them more than once.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"{begin} … {end} has to stand once in the page")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{made.strip()}\n\n{end}{after}"


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; return 1 where one was not true."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    check = parser.parse_args(arguments).check
    stale = []
    for page in dict.fromkeys(part.page for part in PARTS):
        path = DOCS / page
        text = wanted = path.read_text(encoding="utf-8")
        for part in PARTS:
            if part.page == page:
                wanted = with_part(wanted, part.name, part.make())
        if wanted == text:
            continue
        stale.append(page)
        if not check:
            path.write_text(wanted, encoding="utf-8", newline="\n")
    for page in stale if check else ():
        print(f"docs/{page} is not true any more: run packaging/pages.py")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
