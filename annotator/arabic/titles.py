"""Words that say what a person is: offices, ranks, professions. They are no part of a name."""

from __future__ import annotations

from annotator.arabic.lexicons import words

_ARTICLE = "ال"
_PRONOUNS = ("هم", "ها", "ه", "نا")


def is_title(form: str) -> bool:
    """Whether a folded word is a title, with or without its article or a pronoun on it."""
    form = form.removeprefix(_ARTICLE)
    titles = words("people.toml", "titles")
    return form in titles or any(
        form.endswith(pronoun) and form.removesuffix(pronoun) in titles for pronoun in _PRONOUNS
    )
