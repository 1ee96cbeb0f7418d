"""Check tasks against a labelling interface, and convert them, with Label Studio's own code.

Runs in the environment of label-studio-sdk. Reads a request as JSON from standard input:
``config`` (XML), ``path`` (a list of tasks), ``out`` (a folder). Answers with what is wrong and
the files that were made.
"""

import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface


def run(request: dict) -> dict:
    interface = LabelInterface(request["config"])
    interface.validate()
    tasks = json.loads(Path(request["path"]).read_text(encoding="utf-8"))
    errors = []
    for number, task in enumerate(tasks, 1):
        for result in (*task["annotations"], *task["predictions"]):
            errors += interface.validate_prediction(result, return_errors=True)
        # The server numbers tasks and annotations, and counts its users.
        task["id"] = number
        for annotation in task["annotations"]:
            annotation |= {"id": 100 + number, "created_at": "2026-01-01T00:00:00Z"}
    out = Path(request["out"])
    stored = out / "tasks.json"
    stored.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    converter = Converter(request["config"], str(out), download_resources=False)
    made = {}
    for name in ("JSON", "JSON_MIN", "CONLL2003"):
        folder = out / name
        converter.convert(str(stored), str(folder), name, is_dir=False)
        made[name] = [str(path) for path in folder.iterdir()]
    return {"errors": errors, "made": made}


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        answer = run(asked)
    json.dump(answer, sys.stdout)
