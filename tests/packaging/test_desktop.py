"""What a Linux desktop is told of the program agrees with the program."""

from __future__ import annotations

import configparser
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from annotator.services.project import SUFFIX
from annotator.storage.schema import APPLICATION_ID

ROOT = Path(__file__).parents[2]
_MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / "packaging" / "linux" / "annotator.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_starts_the_program():
    entry = _entry()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program, files = entry["Exec"].split()
    assert program in project["scripts"]
    assert files == "%F"
    assert entry["Type"] == "Application"
    assert {"Comment", "Comment[ar]", "GenericName", "GenericName[ar]"} <= set(entry)


def test_the_entry_opens_the_type_that_projects_are_of():
    (mime,) = ET.parse(ROOT / "packaging" / "linux" / "annotator-mime.xml").getroot()
    assert mime.attrib["type"] in _entry()["MimeType"].split(";")
    glob = mime.find(f"{_MIME}glob")
    assert glob is not None
    assert glob.attrib["pattern"] == f"*{SUFFIX}"
    values = {match.attrib["value"] for match in mime.iter(f"{_MIME}match")}
    assert f"0x{APPLICATION_ID:08X}".lower() in {value.lower() for value in values}
