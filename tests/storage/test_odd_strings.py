"""Half a surrogate pair in any record of a batch: SQLite refuses the string, the file keeps it."""

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.progress import Progress
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span

HALF = "\ud83d"


def test_odd_strings_among_others_come_back(file):
    odd = {1, 2, 5}
    articles = [
        AnnotatedArticle(
            Article(f"a{number}", f"قال {number}"),
            "salma",
            entities=tuple(
                Entity(f"e{n}", Span(0, 3), "PER", note=HALF if n in odd else "")
                for n in range(1, 6)
            ),
            quotes=(
                Quote("q1", QuoteType.DIRECT, (Span(0, 3),), note=HALF),
                Quote("q2", QuoteType.DIRECT, (Span(0, 3),), nested_in=f"q{HALF}"),
            ),
        )
        for number in range(3)
    ]
    file.add_articles(articles, Progress())
    with file.reader() as reader:
        assert list(reader.annotated()) == articles
