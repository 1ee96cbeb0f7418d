"""Who said it: the speaker of a draft from the sentence, or from what was read before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.spans import Span
from annotator.suggest.quotes.content import COMPLEMENTISERS
from annotator.suggest.quotes.cues import Cue, CueKind
from annotator.suggest.quotes.drafts import Draft
from annotator.suggest.quotes.inflection import FEMININE, Agreement, Mood
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import Mention, agrees, mention_in
from annotator.suggest.quotes.named import named_in
from annotator.suggest.quotes.reading import Kind, Sentence

_NAMES = ("PER", "ORG", "LOC")
_OPENING_ITEMS = 5
"""A person named among the first items of a sentence is its likely subject."""
_TANWIN = ("اً", "ًا", "ةً")
_REACH = 4
"""How many sentences back an implicit speaker is looked for."""


@dataclass(slots=True)
class _Here:
    """The sentence being read, and who spoke last in it."""

    sentence: Sentence
    drafts: Sequence[Draft]
    cues: Sequence[Cue]
    subject: Mention | None = None


class Speakers:
    """What was read so far: the last source, and the persons of the last sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._last: Mention | None = None
        self._earlier: list[tuple[Mention, ...]] = []
        self._introduced: tuple[Mention, ...] = ()

    def resolve(self, sentence: Sentence, drafts: list[Draft], cues: Sequence[Cue] = ()) -> None:
        """Give each draft of a sentence its source, and remember who was named.

        ``cues`` are all of the sentence, those without content too.
        """
        here = _Here(sentence, drafts, cues)
        for draft in drafts:
            if draft.cue is not None:
                self._resolve(here, draft, draft.cue)
                here.subject = draft.source or here.subject
            elif draft.source is None and draft.rule == "standalone":
                draft.source = self._last
            self._last = _of_verb(draft) or self._last
        self._remember(sentence, quoted=here.subject is not None)

    def _resolve(self, here: _Here, draft: Draft, cue: Cue) -> None:
        sentence = here.sentence
        if cue.kind is CueKind.PARTICIPLE:
            # What stands behind a participle is its object.
            verb = self._of_verb_before(here, cue)
            draft.source = verb or self._of_participle(sentence, cue, here.subject)
        elif cue.kind is CueKind.NOUN and cue.pronominal:
            self._from_agency(sentence, draft, cue)
        elif cue.kind is CueKind.NOUN:
            draft.source = self._of_verb_before(here, cue) or draft.source
        elif cue.verb is not None and cue.verb.agency and draft.source is not None:
            self._passed_on(sentence, draft, cue)
        elif cue.verb is not None and cue.verb.written_source and draft.source is None:
            draft.source = self._written_by(sentence, draft, cue)
        if draft.source is None and not cue.impersonal:
            draft.source = self._implicit(here, draft, cue)

    def _implicit(self, here: _Here, draft: Draft, cue: Cue) -> Mention | None:
        sentence = here.sentence
        holding = [d for d in here.drafts if d is not draft and d.first <= cue.first < d.last]
        if holding and sentence.word(cue.first - 1) in COMPLEMENTISERS:
            # أكد بيرموف أنه طلب: the pronoun is who speaks in the report around.
            return holding[-1].source
        if holding:
            # أكد فلان أن الوزير أبلغه: who stands between أن and the verb.
            told = mention_in(sentence, holding[-1].first + 1, cue.first, self._lexicon, alone=True)
            if told is not None and told.span.end + 1 >= sentence.items[cue.first].span.start:
                return told
        return self._before_cue(here, cue) or self._remembered(sentence, cue, here.subject)

    # -- in the sentence ----------------------------------------------------------------------

    def _written_by(self, sentence: Sentence, draft: Draft, cue: Cue) -> Mention | None:
        """جاء في بيان المصرف أن: who wrote it is named behind the paper, else the paper speaks."""
        for index in range(cue.last, draft.first):
            entity = sentence.items[index].entity
            if entity is not None and entity.label in ("PER", "ORG"):
                return mention_in(sentence, index, draft.first, self._lexicon)
        for index in range(cue.last, draft.first):
            if self._lexicon.has_base("speakers", sentence.word(index)):
                return mention_in(sentence, index, draft.first, self._lexicon)
        return None

    def _from_agency(self, sentence: Sentence, draft: Draft, cue: Cue) -> None:
        """نقلت الوكالة عن فلان قوله: the source stands behind عن (or إلى), the agency before."""
        for index in range(cue.first - 1, -1, -1):
            if sentence.word(index) in ("عن", "الي"):
                draft.source = mention_in(sentence, index + 1, cue.first, self._lexicon, alone=True)
                draft.via = self._agency(sentence, index)
                return

    def _passed_on(self, sentence: Sentence, draft: Draft, cue: Cue) -> None:
        """نقلت الوكالة عن فلان أن: the subject of the verb only passed it on."""
        for index in range(cue.last, draft.first):
            if sentence.word(index) in ("عن", "الي"):
                found = mention_in(sentence, index + 1, draft.first, self._lexicon)
                if found is not None:
                    draft.via = self._agency(sentence, index)
                    draft.source = found
                return

    def _agency(self, sentence: Sentence, before: int) -> Span | None:
        for index in range(before - 1, -1, -1):
            forms = self._lexicon.forms.get(sentence.word(index).removeprefix("و"), ())
            if any(form.verb.agency and form.mood is not Mood.PARTICIPLE for form in forms):
                found = mention_in(sentence, index + 1, before, self._lexicon)
                return found.span if found is not None else None
        return None

    def _of_verb_before(self, here: _Here, cue: Cue) -> Mention | None:
        """ختم فلان بالقول, رد فلان قائلاً: the speaker stands behind the verb that is filled out."""
        sentence = here.sentence
        verbs = [c for c in here.cues if c.kind is CueKind.FINITE and c.last <= cue.first]
        if not verbs or any(
            sentence.kind(i) is Kind.COMMA for i in range(verbs[-1].last, cue.first)
        ):
            return None
        return mention_in(sentence, verbs[-1].last, cue.first, self._lexicon, alone=True)

    def _of_participle(
        self, sentence: Sentence, cue: Cue, subject: Mention | None
    ) -> Mention | None:
        if subject is not None:
            return subject
        persons = [
            found
            for found in named_in(sentence, self._lexicon).likely
            if found.span.end <= cue.span.start and agrees(found.agreement, cue.agreement)
        ]
        if persons:
            return persons[0]
        opening = sentence.word(0)
        if self._last is not None and opening.removeprefix("و") in self._lexicon.forms:
            # ودعا المجتمع الدولي إلى …، لافتاً: the first noun may as well be the object.
            return self._last
        return mention_in(sentence, 1, cue.first, self._lexicon) if cue.first > 2 else None

    def _before_cue(self, here: _Here, cue: Cue) -> Mention | None:
        """X قال; أما X فقال; X، مدير الشركة، قال."""
        sentence = here.sentence
        topic = sentence.word(0) == "اما"
        before = cue.first - 1
        if cue.kind is not CueKind.FINITE or before < 0 or (cue.joined and not topic):
            return None
        if sentence.word(before) in self._lexicon.words["relatives"]:
            # إسرائيل التي قالت: the name that the clause belongs to.
            return _name_at(sentence, before - 1)
        if self._is_ungoverned(sentence, before):
            return _name_at(sentence, before)
        first = 1 if topic else self._topic_start(sentence)
        if sentence.raw(before).endswith(_TANWIN) and not topic:
            # سمع جندياً يقول: an indefinite object whose speech is heard.
            first = before
        elif any(first <= other.first < cue.first for other in here.cues):
            # نفى أن يكون قد قال: no topic, for another report stands there.
            return None
        elif not (topic or sentence.kind(before) is Kind.COMMA or first < cue.first <= first + 7):
            return None
        return mention_in(sentence, first, cue.first, self._lexicon)

    def _is_ungoverned(self, sentence: Sentence, index: int) -> bool:
        """Whether a name ends at ``index`` and no preposition stands before it."""
        entity = sentence.items[index].entity
        if entity is None or entity.label not in _NAMES:
            return False
        while index > 0 and sentence.items[index - 1].entity is entity:
            index -= 1
        return sentence.word(index - 1) not in self._lexicon.words["governing"]

    def _topic_start(self, sentence: Sentence) -> int:
        """Skip a link before the topic: من جانبه، X قال; في المقابل، X قال."""
        for index in range(min(4, len(sentence.items))):
            if sentence.kind(index) is Kind.COMMA:
                return index + 1
        return 0

    # -- from before --------------------------------------------------------------------------

    def _remembered(self, sentence: Sentence, cue: Cue, subject: Mention | None) -> Mention | None:
        if cue.kind is CueKind.NOUN and not cue.pronominal:
            return subject or self._last
        here = [
            person
            for person in named_in(sentence, self._lexicon).persons
            if person.span.end <= cue.span.start
        ]
        introduced = () if cue.verb is not None and cue.verb.goes_on else self._introduced
        for last in (subject, *here[:1], *introduced, self._last):
            if last is not None and agrees(last.agreement, cue.agreement):
                return self._known_woman(last, cue) or last
        for persons in reversed(self._earlier[-_REACH:]):
            known = [p for p in persons if p.agreement.gender == cue.agreement.gender]
            fitting = known or [p for p in persons if agrees(p.agreement, cue.agreement)]
            if fitting:
                return fitting[0]
        return None

    def _known_woman(self, last: Mention, cue: Cue) -> Mention | None:
        """Prefer a woman of the sentence before to somebody who may be a man: وقالت."""
        if last.agreement.gender or cue.agreement != FEMININE or not self._earlier:
            return None
        women = (p for p in self._earlier[-1] if p.agreement == FEMININE)
        return next(women, None)

    def _remember(self, sentence: Sentence, *, quoted: bool) -> None:
        named = named_in(sentence, self._lexicon)
        self._earlier.append(named.likely)
        if quoted:
            self._introduced = ()
            return
        # Who opens a sentence after the last quote is more likely to speak next.
        opening = sentence.items[min(_OPENING_ITEMS, len(sentence.items) - 1)].span.start
        early = [person for person in named.persons[:1] if person.span.start < opening]
        self._introduced = tuple(early) or self._introduced


def _of_verb(draft: Draft) -> Mention | None:
    """Return the source of ``draft``, with the gender that its verb shows if the name does not."""
    source, cue = draft.source, draft.cue
    if source is None or source.agreement.gender or cue is None or cue.kind is not CueKind.FINITE:
        return source
    return replace(source, agreement=cue.agreement)


def _name_at(sentence: Sentence, index: int) -> Mention | None:
    entity = sentence.items[index].entity if index >= 0 else None
    if entity is None or entity.label not in _NAMES:
        return None
    # The engine may have taken the cue behind the name in as well.
    span = Span(entity.span.start, min(entity.span.end, sentence.items[index].span.end))
    return Mention(span, Agreement(), named=True)
