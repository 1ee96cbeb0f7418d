"""Who may have said a quote, and what speaks for and against each: the features of the ranker.

Features are names of facts. Their weights are data (``resources/lexicons/speaker_weights.toml``);
``packaging/speaker_weights.py`` learns them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.arabic.folding import fold
from annotator.core.spans import Span
from annotator.suggest.quotes.cast import Role
from annotator.suggest.quotes.cues import Cue, CueKind
from annotator.suggest.quotes.drafts import Draft
from annotator.suggest.quotes.inflection import FEMININE, Agreement
from annotator.suggest.quotes.mentions import Mention
from annotator.suggest.quotes.reading import Sentence

_FAR = 3
_WAYS = frozenset({"outer", "subject", "last", "here:order0", "back1:order0", "earlier-subject"})


@dataclass(slots=True)
class Candidate:
    """Somebody who may be the speaker; ``features`` are names of facts about it."""

    mention: Mention
    features: set[str] = field(default_factory=set)


class Candidates:
    """The candidates of one draft: each span once, with the facts of every way that led to it."""

    def __init__(self, draft: Draft, text: str) -> None:
        self.draft = draft
        self._text = text
        self._found: dict[Span, Candidate] = {}

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._found.values())

    def add(self, mention: Mention | None, *features: str) -> None:
        """Take in somebody with facts about where he was found."""
        if mention is None or self._is_said(mention):
            return
        candidate = self._found.setdefault(mention.span, Candidate(mention))
        if mention.agreement.gender and not candidate.mention.agreement.gender:
            candidate.mention = mention
        candidate.features.update(features)

    def add_cast(self, roles: Sequence[Role], where: str, drafts: Sequence[Draft] = ()) -> None:
        """Take in everybody of a sentence, with the place of each in it."""
        nearest = [role for role in roles if not (role.oblique or role.part)][-1:]
        for role in roles:
            if where == "here" and role in nearest:
                self.add(role.mention, "nearest")
            label = role.label or "noun"
            self.add(role.mention, where, f"{where}:{_place(role)}", f"{where}:{label}")
            if any(_covers(draft, role.mention) for draft in drafts if draft is not self.draft):
                self.add(role.mention, f"{where}:said")

    def complete(self, cue: Cue | None, last: Mention | None) -> list[Candidate]:
        """Return the candidates with what is true of each whatever way led to it.

        ``last`` is who spoke last.
        """
        slots = [one for one in self if "slot" in one.features]
        takes_object = cue is not None and cue.verb is not None and cue.verb.object
        spoke = fold(last.span.of(self._text)).split()[-1:] if last is not None else []
        for candidate in self:
            mention = candidate.mention
            if "last" in candidate.features:
                # Who goes on speaking is near, however long ago he was named.
                candidate.features = {f for f in candidate.features if not f.startswith("back")}
            if slots and "slot" not in candidate.features:
                candidate.features.add("passes-object" if takes_object else "passes-slot")
            if spoke == fold(mention.span.of(self._text)).split()[-1:]:
                candidate.features.add("spoke-last")
            if cue is not None:
                candidate.features.update(_with_cue(candidate, cue))
        known = any(_is_known_woman(c) for c in self) and cue is not None
        for candidate in self if known else ():
            if candidate.mention.named and "gender:unknown" in candidate.features:
                # التقى كريم الوزيرة ليلى. وقالت: of two the one who is known to be a woman.
                candidate.features.add("beside-woman")
        return list(self)

    def _is_said(self, mention: Mention) -> bool:
        return any(part.overlaps(mention.span) for part in self.draft.content)


def _is_known_woman(candidate: Candidate) -> bool:
    near = {"here", "back1", "subject", "last"} & candidate.features
    mention = candidate.mention
    woman = mention.named and mention.agreement == FEMININE and "gender:same" in candidate.features
    return woman and bool(near)


def _place(role: Role) -> str:
    if role.oblique:
        return "oblique"
    return "part" if role.part else f"order{min(role.order, 2)}"


def _covers(draft: Draft, mention: Mention) -> bool:
    return any(part.overlaps(mention.span) for part in draft.content)


def _with_cue(candidate: Candidate, cue: Cue) -> Iterator[str]:
    kind = cue.kind.name.lower()
    named = "named" if candidate.mention.named else "noun"
    fit = _fit(candidate.mention.agreement, cue.agreement)
    yield fit
    if "slot" in candidate.features:
        yield from _in_slot(named, fit, cue)
    if "opening" in candidate.features:
        yield f"opening:{named}"
    for way in _WAYS & candidate.features:
        yield from _by_way(way, kind, cue)
    if "nearest" in candidate.features:
        yield from _near(candidate, kind, named, cue)


def _in_slot(named: str, fit: str, cue: Cue) -> Iterator[str]:
    yield f"slot:{fit}"
    yield f"slot:{named}"
    if cue.verb is not None and cue.verb.object:
        yield f"slot:object:{named}"


def _by_way(way: str, kind: str, cue: Cue) -> Iterator[str]:
    yield f"{kind}&{way}"
    if cue.verb is not None and cue.verb.goes_on and way != "outer":
        yield f"goes-on&{way}"
    if cue.joined:
        yield f"joined&{way}"


def _near(candidate: Candidate, kind: str, named: str, cue: Cue) -> Iterator[str]:
    if not cue.joined:
        yield f"{kind}&nearest"
        yield f"nearest:{named}"
    if cue.kind is CueKind.FINITE and 0 <= cue.span.start - candidate.mention.span.end <= 2:
        yield "touches"


def _fit(mention: Agreement, cue: Agreement) -> str:
    if cue.first_person:
        return "gender:first"
    if cue.plural:
        return "number:several" if mention.plural else "number:one"
    if not cue.gender or not mention.gender:
        return "gender:unknown" if not mention.plural else "number:plural"
    return "gender:same" if cue.gender == mention.gender else "gender:other"


def distance(back: int) -> str:
    """Return the name of a sentence ``back`` sentences before this one."""
    return f"back{min(back, _FAR)}"


def opens_with(sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether one of the first two words of the sentence is one of ``words``."""
    return sentence.word(0) in words or sentence.word(1) in words
