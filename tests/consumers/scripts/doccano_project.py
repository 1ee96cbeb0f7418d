"""Import a file into a doccano project and export it again, with doccano's own code.

Runs in the environment of doccano, with a database in memory. Reads a request as JSON from
standard input: ``path``, ``format`` (JSONL or CoNLL), ``encoding``, ``relations``, ``out`` (where
to export).
Answers with what doccano then has, and what it complained about.
"""

import json
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

import backend
import django
from django.conf import settings

APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "polymorphic",
    "django_drf_filepond",
    "roles",
    "projects",
    "label_types",
    "examples",
    "labels",
    "data_import",
    "data_export",
)


def set_up(folder: str) -> None:
    """Make doccano's tables, past its migrations: they need all of the server."""
    from django.core.management import call_command

    sys.path.insert(0, str(Path(backend.__file__).parent))
    settings.configure(
        INSTALLED_APPS=APPS,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        MIGRATION_MODULES={name.rpartition(".")[2]: None for name in APPS},
        BASE_DIR=folder,
        MEDIA_ROOT=folder,
        DJANGO_DRF_FILEPOND_UPLOAD_TMP=f"{folder}/uploads",
        DJANGO_DRF_FILEPOND_FILE_STORE_PATH=f"{folder}/store",
        SECRET_KEY="only for a test",
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)


def run(request: dict) -> dict:
    from data_export.models import ExportedExample
    from data_export.pipeline.dataset import Dataset
    from data_export.pipeline.factories import create_formatter, create_labels, create_writer
    from data_export.pipeline.services import ExportApplicationService
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import JSONL, RELATION_EXTRACTION, CoNLL
    from data_import.pipeline.readers import FileName
    from django.contrib.auth.models import User
    from examples.models import Example
    from projects.models import ProjectType, SequenceLabelingProject

    user = User.objects.create(username="test")
    project = SequenceLabelingProject.objects.create(
        name="test",
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        allow_overlapping=True,
        use_relation=request["relations"],
        collaborative_annotation=True,
    )
    task = RELATION_EXTRACTION if request["relations"] else ProjectType.SEQUENCE_LABELING
    path = request["path"]
    dataset = load_dataset(
        task,
        {"JSONL": JSONL, "CoNLL": CoNLL}[request["format"]],
        [FileName(path, Path(path).name, Path(path).name)],
        project,
        encoding=request["encoding"],
    )
    dataset.save(user)
    examples = []
    for example in Example.objects.filter(project=project).order_by("id"):
        spans = {
            span.id: (example.text[span.start_offset : span.end_offset], span.label.text)
            for span in example.spans.order_by("start_offset", "-end_offset", "id")
        }
        relations = [
            (spans[relation.from_id_id][0], relation.type.text, spans[relation.to_id_id][0])
            for relation in example.relations.order_by("id")
        ]
        told = {"text": example.text, "spans": list(spans.values()), "relations": relations}
        examples.append({**told, "meta": example.meta})
    exported = ExportedExample.objects.filter(project=project).order_by("id")
    if request["format"] == "JSONL":
        ExportApplicationService(
            Dataset(exported, create_labels(project, exported), []),
            create_formatter(project, JSONL.name),
            create_writer(JSONL.name),
        ).export(request["out"])
    return {"examples": examples, "errors": [str(error) for error in dataset.errors]}


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        set_up(folder)
        answer = run(asked)
    json.dump(answer, sys.stdout)
