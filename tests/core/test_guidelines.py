from __future__ import annotations

import pytest

from annotator.core.guidelines import section_about, sections

TEXT = """Before any heading.

# Guidelines
All of it.
## PER · Person
Names.
### Titles
Out.
## مكان (LOC) ##
A place.
```
## ORG is no heading here
```
## Organisations
Many.
#LOC is no heading
## ORG
Bodies.
"""


def test_a_section_has_its_smaller_headings_and_ends_at_the_next_of_its_size():
    found = sections(TEXT)
    assert [(s.level, s.heading) for s in found] == [
        (1, "Guidelines"),
        (2, "PER · Person"),
        (3, "Titles"),
        (2, "مكان (LOC)"),
        (2, "Organisations"),
        (2, "ORG"),
    ]
    assert found[1].text == "## PER · Person\nNames.\n### Titles\nOut.\n"
    assert found[0].text == TEXT[TEXT.index("# Guidelines") :]


@pytest.mark.parametrize(
    ("names", "heading"),
    [
        (("PER", "شخص"), "PER · Person"),
        (("per",), "PER · Person"),
        (("LOC", "مكان"), "مكان (LOC)"),
        (("ORG", "جهة"), "ORG"),
        (("Organ",), None),
        (("", " "), None),
        (("MISC",), None),
    ],
)
def test_a_label_finds_the_section_that_begins_with_its_id_or_name(names, heading):
    section = section_about(TEXT, names)
    assert (section and section.heading) == heading
