"""Everything that is killed, by name. One line here adds one."""

from __future__ import annotations

from tests.crashes.job import Job
from tests.crashes.jobs.adjudicating import Adjudicating
from tests.crashes.jobs.editing import Editing
from tests.crashes.jobs.exporting import Exporting, ExportingFolder
from tests.crashes.jobs.fetching import Fetching
from tests.crashes.jobs.importing import Importing
from tests.crashes.jobs.upgrading import Upgrading

_JOBS: tuple[type[Job], ...] = (
    Editing,
    Adjudicating,
    Importing,
    Exporting,
    ExportingFolder,
    Upgrading,
    Fetching,
)
JOBS: dict[str, type[Job]] = {job.name: job for job in _JOBS}
