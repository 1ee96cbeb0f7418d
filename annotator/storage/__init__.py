"""The project file: schema, migrations, repository, search."""

from annotator.core.history import StepKind
from annotator.storage.activity import Outcome, Period, Tally
from annotator.storage.adding import Added, Joined, Namesake
from annotator.storage.articles import ArticleRow
from annotator.storage.batches import Batch, BatchItem, BatchOutcome, Left, Touched
from annotator.storage.concordance import Concordance
from annotator.storage.figures import Figures
from annotator.storage.file import ProjectFile
from annotator.storage.giving import Giver, Sharable
from annotator.storage.handover import Course, Receiver
from annotator.storage.hits import Hit, Narrowing, Relation
from annotator.storage.kwic import Line, LineEntity
from annotator.storage.learned import LearnedModel, LearningRecord
from annotator.storage.listing import ArticleQuery, Assigned, Listing, Order
from annotator.storage.reader import ProjectReader
from annotator.storage.search import SearchHit
from annotator.storage.sets import NOBODY, Filters, Place, Step
from annotator.storage.steps import Mark
from annotator.storage.trail import TrailMark

__all__ = [
    "NOBODY",
    "Added",
    "ArticleQuery",
    "ArticleRow",
    "Assigned",
    "Batch",
    "BatchItem",
    "BatchOutcome",
    "Concordance",
    "Course",
    "Figures",
    "Filters",
    "Giver",
    "Hit",
    "Joined",
    "LearnedModel",
    "LearningRecord",
    "Left",
    "Line",
    "LineEntity",
    "Listing",
    "Mark",
    "Namesake",
    "Narrowing",
    "Order",
    "Outcome",
    "Period",
    "Place",
    "ProjectFile",
    "ProjectReader",
    "Receiver",
    "Relation",
    "SearchHit",
    "Sharable",
    "Step",
    "StepKind",
    "Tally",
    "Touched",
    "TrailMark",
]
