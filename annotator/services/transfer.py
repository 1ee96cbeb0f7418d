"""Articles in and out of a project: what the window and the command line call."""

from annotator.services.dataset_card import Card
from annotator.services.export_options import ExportOptions, export_options
from annotator.services.exporting import check_export, export, export_paths
from annotator.services.importing import import_beside, import_into, import_lent, import_paths
from annotator.services.reading import Reading
from annotator.services.reports import ReadFile, Report
from annotator.services.selection import Selection
from annotator.services.splits import Split, split_from
from annotator.services.tables import Answers, TableChoice, UnsureTable, unsure_tables

__all__ = [
    "Answers",
    "Card",
    "ExportOptions",
    "ReadFile",
    "Reading",
    "Report",
    "Selection",
    "Split",
    "TableChoice",
    "UnsureTable",
    "check_export",
    "export",
    "export_options",
    "export_paths",
    "import_beside",
    "import_into",
    "import_lent",
    "import_paths",
    "split_from",
    "unsure_tables",
]
