"""Who said it: the speaker of a draft from the sentence, or from what was read before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.suggest.quotes.candidates import Candidate, Candidates, distance, opens_with
from annotator.suggest.quotes.cast import Role, cast_of
from annotator.suggest.quotes.chains import from_agency, passed_on, written_by
from annotator.suggest.quotes.cues import TANWIN, Cue, CueKind
from annotator.suggest.quotes.drafts import Draft
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.phrases import COMPLEMENTISERS
from annotator.suggest.quotes.ranking import Chooser
from annotator.suggest.quotes.reading import Sentence
from annotator.suggest.quotes.topics import (
    before_cue,
    earlier_subject,
    of_verb_before,
    openings,
)

_REACH = 4
"""How many sentences back an implicit speaker is looked for."""


@dataclass(slots=True)
class _Here:
    """The sentence being read, and who spoke last in it."""

    sentence: Sentence
    drafts: Sequence[Draft]
    cues: Sequence[Cue]
    cast: tuple[Role, ...]
    following: Sentence | None = None
    subject: Mention | None = None


class _Read(NamedTuple):
    """What is remembered of a sentence: who was named in it, and what was said."""

    cast: tuple[Role, ...]
    drafts: tuple[Draft, ...]


class Speakers:
    """What was read so far: the last sources, and who was named in the last sentences."""

    def __init__(self, lexicon: Lexicon, chooser: Chooser) -> None:
        self._lexicon = lexicon
        self._chooser = chooser
        self._sources: list[Mention] = []
        self._earlier: list[_Read] = []

    def resolve(
        self,
        sentence: Sentence,
        drafts: list[Draft],
        cues: Sequence[Cue] = (),
        following: Sentence | None = None,
    ) -> None:
        """Give each draft of a sentence its source, and remember who was named.

        ``cues`` are all of the sentence, those without content too.
        """
        cast = cast_of(sentence, self._lexicon)
        here = _Here(sentence, drafts, cues, cast, following)
        for draft in drafts:
            if draft.cue is not None:
                self._resolve(here, draft, draft.cue)
                here.subject = draft.source or here.subject
            elif draft.source is None and draft.rule == "standalone":
                self._standing_alone(here, draft)
            spoke = _of_verb(draft)
            if spoke is not None and not _is_inner(draft, drafts):
                self._sources.append(spoke)
        self._earlier = [*self._earlier, _Read(cast, tuple(drafts))][-_REACH:]

    @property
    def _last(self) -> Mention | None:
        return self._sources[-1] if self._sources else None

    def _resolve(self, here: _Here, draft: Draft, cue: Cue) -> None:
        sentence = here.sentence
        if draft.told:
            return
        if cue.kind is CueKind.NOUN:
            passed = from_agency(sentence, draft, cue, self._lexicon)
            if draft.source is not None and passed:
                return
        elif cue.verb is not None and cue.verb.agency:
            passed_on(sentence, draft, cue, self._lexicon)
            if draft.via is not None or (draft.source is not None and not cue.impersonal):
                return
        elif cue.verb is not None and cue.verb.written_source and draft.source is None:
            draft.source = written_by(sentence, draft, cue, self._lexicon)
        if cue.impersonal and draft.source is None:
            return
        chosen = self._chooser.choose(draft, self._candidates(here, draft, cue))
        draft.source = chosen.mention if chosen is not None else None

    def _candidates(self, here: _Here, draft: Draft, cue: Cue) -> list[Candidate]:
        sentence = here.sentence
        found = Candidates(draft, sentence.text)
        participle = cue.kind in (CueKind.PARTICIPLE, CueKind.NOUN)
        # What stands behind a participle is its object.
        found.add(draft.source, "behind" if participle else "slot")
        if participle:
            found.add(of_verb_before(sentence, here.cues, cue, self._lexicon), "filled-out")
        else:
            topic = before_cue(sentence, here.cues, cue, self._lexicon)
            heard = topic is not None and topic.span.of(sentence.text).endswith(TANWIN)
            if topic is not None and heard and topic.span.end + 1 < cue.span.start:
                # ورداً على سؤال أجابت: nobody is heard.
                topic = None
            # سمع جندياً يقول
            found.add(topic, "topic", *(["heard"] if heard else []))
        earlier = earlier_subject(sentence, here.cues, cue, self._lexicon)
        found.add(earlier, "earlier-subject")
        self._add_outer(found, here, draft, cue)
        found.add(here.subject, "subject")
        for opening, how in openings(sentence, cue, self._lexicon):
            found.add(opening, "opening", how)
        found.add_cast(_before(here.cast, cue), "here", here.drafts)
        found.add(self._last, "last")
        others = [one for one in self._sources[-4:] if _is_other(one, self._last, sentence.text)]
        found.add(others[-1] if others else None, "last-but-one")
        for back, read in enumerate(reversed(self._earlier), start=1):
            found.add_cast(read.cast, distance(back), read.drafts)
        return found.complete(cue, self._last)

    def _add_outer(self, found: Candidates, here: _Here, draft: Draft, cue: Cue) -> None:
        sentence = here.sentence
        holding = [d for d in here.drafts if d is not draft and d.first <= cue.first < d.last]
        if not holding:
            return
        if sentence.word(cue.first - 1) in COMPLEMENTISERS:
            # أكد بيرموف أنه طلب: the pronoun is who speaks in the report around.
            found.add(holding[-1].source, "outer")
            return
        # أكد فلان أن الوزير أبلغه: who stands between أن and the verb.
        told = mention_in(sentence, holding[-1].first + 1, cue.first, self._lexicon, alone=True)
        if told is not None and told.span.end + 1 >= sentence.items[cue.first].span.start:
            found.add(told, "told")

    def _standing_alone(self, here: _Here, draft: Draft) -> None:
        """A sentence in marks: who spoke last, or whom the next sentence says these words of."""
        found = Candidates(draft, here.sentence.text)
        found.add(self._last, "last")
        back = self._lexicon.words["pointing_back"]
        if here.following is not None and opens_with(here.following, back):
            found.add_cast(cast_of(here.following, self._lexicon), "next")
        for number, read in enumerate(reversed(self._earlier), start=1):
            found.add_cast(read.cast, distance(number), read.drafts)
        chosen = self._chooser.choose(draft, found.complete(None, self._last))
        draft.source = chosen.mention if chosen is not None else None


def _before(cast: Sequence[Role], cue: Cue) -> list[Role]:
    return [role for role in cast if role.mention.span.end <= cue.span.start]


def _is_inner(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a quote is told inside another: who speaks in it is not who goes on speaking."""
    cue = draft.cue
    return cue is not None and any(
        other is not draft and other.first <= cue.first < other.last for other in drafts
    )


def _is_other(mention: Mention, last: Mention | None, text: str) -> bool:
    words = fold(mention.span.of(text)).split()
    return last is None or words[-1:] != fold(last.span.of(text)).split()[-1:]


def _of_verb(draft: Draft) -> Mention | None:
    """Return the source of ``draft``, with the gender that its verb shows if the name does not."""
    source, cue = draft.source, draft.cue
    if source is None or source.agreement.gender or cue is None or cue.kind is not CueKind.FINITE:
        return source
    return replace(source, agreement=cue.agreement)
