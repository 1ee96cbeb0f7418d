"""Files named after people."""

from __future__ import annotations

import re

from annotator.formats.files import DEVICES


def file_name(annotator: str, taken: set[str]) -> str:
    """Return a file name without suffix for an annotator; it leads to no other folder.

    Letters of any script stay. It is not among ``taken``, to which it is added; letter case makes
    no difference.
    """
    plain = re.sub(r"[^\w-]+", "_", annotator).strip("_")[:60]
    # A device of Windows, such as CON, is never behind an underscore.
    wanted = f"_{plain}" if not plain or plain.upper() in DEVICES else plain
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name.casefold())
    return name
