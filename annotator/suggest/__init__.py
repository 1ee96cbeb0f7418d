"""Suggesters: one module each, all listed in SUGGESTERS."""

from collections.abc import Callable

from annotator.suggest.base import Suggester
from annotator.suggest.camel import CamelSuggester, QuantisedCamelSuggester
from annotator.suggest.gazetteer import GazetteerSuggester
from annotator.suggest.organisations import OrganisationSuggester
from annotator.suggest.persons import PersonSuggester
from annotator.suggest.quotes import QuoteSuggester
from annotator.suggest.statistical import EmbeddedSuggester

SUGGESTERS: tuple[Callable[[], Suggester], ...] = (
    CamelSuggester,
    EmbeddedSuggester,
    GazetteerSuggester,
    OrganisationSuggester,
    PersonSuggester,
    QuoteSuggester,
)
"""In the order in which they run: each sees what those before it found."""

ON_REQUEST: tuple[Callable[[], Suggester], ...] = (QuantisedCamelSuggester,)
"""Engines that run only when they are asked for by name."""
