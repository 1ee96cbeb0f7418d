"""The folder of a model, and the one that ships."""

import json
import os
import subprocess
import sys
import time

import numpy as np
import pytest

from annotator.bundled import resource
from annotator.suggest.embedded.adapt import Pace
from annotator.suggest.embedded.decode import suggest
from annotator.suggest.embedded.model import BASE, CONFIG, HEAD, Settings, load_model

SHIPPED = resource("models", "news")
TEXT = "زار مايك بومبيو باريس.\nقال بوش في واشنطن أمس"


def test_what_is_saved_reads_back_the_same(model, tmp_path):
    learned = model.learned(
        [(["زار", "بوش", "امس"], ["O", "B-PER", "B-DATE"])], pace=Pace(passes=4)
    ).with_head(model.head, Settings(3.0, -0.2, (0.9, 0.1)))
    learned.save(tmp_path / "one", card="# One\n")
    read = load_model(tmp_path / "one")
    assert read.settings == learned.settings
    assert read.labels == learned.labels
    assert suggest(read, TEXT) == suggest(learned, TEXT)
    assert (tmp_path / "one" / "README.md").read_text(encoding="utf-8") == "# One\n"


def test_an_adapted_head_is_saved_with_its_features(model, tmp_path):
    learned = model.learned([(["زار", "بوش", "امس"], ["O", "B-PER", "B-DATE"])])
    learned.save(tmp_path)
    read = load_model(tmp_path)
    assert read.head.uses_features
    assert "DATE" in read.labels
    for name in ("dense", "sparse", "buckets", "transitions"):
        np.testing.assert_array_equal(getattr(read.head, name), getattr(learned.head, name))


def test_a_model_of_another_version_is_refused(model, tmp_path):
    model.save(tmp_path)
    config = json.loads((tmp_path / CONFIG).read_text(encoding="utf-8"))
    (tmp_path / CONFIG).write_text(json.dumps(config | {"format": 99}), encoding="utf-8")
    with pytest.raises(ValueError, match="another version"):
        load_model(tmp_path)


def test_pickles_are_not_opened(model, tmp_path):
    model.save(tmp_path)
    np.savez(tmp_path / HEAD, dense=np.array([object()]))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_model(tmp_path)


def test_an_absent_file_is_an_os_error(model, tmp_path):
    model.save(tmp_path)
    (tmp_path / BASE).unlink()
    with pytest.raises(OSError, match="base"):
        load_model(tmp_path)


@pytest.fixture(scope="module")
def shipped():
    return load_model(SHIPPED)


def test_the_shipped_model_is_small_and_has_its_card():
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 16_000_000
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA" in card
    assert "Benajiba" in card


def test_the_shipped_model_finds_plain_names(shipped):
    text = (
        "وزير الخارجية الأميركي مايك بومبيو يلتقي لافروف في موسكو، وقال بومبيو إنه سيزور القاهرة."
    )
    found = {(text[one.span.start : one.span.end], one.label) for one in suggest(shipped, text)}
    assert ("مايك بومبيو", "PER") in found
    assert ("موسكو", "LOC") in found
    assert ("القاهرة", "LOC") in found
    assert ("بومبيو", "PER") in found


def test_names_that_begin_like_a_proclitic_stay_whole(shipped):
    for name in ("وليد", "بومبيو", "لندن", "باريس", "بيروت", "فلسطين", "لبنان", "كندا", "ليبيا"):
        label = "PER" if name in {"وليد", "بومبيو"} else "LOC"
        assert shipped.cutter.letters(name, label) == 0, name
    for word, label in (
        ("وواشنطن", "LOC"),
        ("بباريس", "LOC"),
        ("لأرمينيا", "LOC"),
        ("للأمم", "ORG"),
    ):
        assert shipped.cutter.letters(word, label) == 1, word


def test_the_shipped_model_needs_no_torch_and_loads_at_once():
    code = (
        "import sys; from pathlib import Path;"
        "from annotator.suggest.embedded.model import load_model;"
        "from annotator.suggest.embedded.decode import suggest;"
        f"suggest(load_model(Path({str(SHIPPED)!r})), 'قال بوش في واشنطن');"
        "print([m for m in ('torch', 'gensim', 'transformers', 'PySide6') if m in sys.modules]);"
        # Several threads are slower on its small matrices, and give other scores.
        "from threadpoolctl import threadpool_info;"
        "print({pool['num_threads'] for pool in threadpool_info() if pool['user_api'] == 'blas'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(resource().parent), "OPENBLAS_NUM_THREADS": "2"},
    )
    assert done.stdout.split("\n") == ["[]", "{1}", ""]
    started = time.perf_counter()
    load_model(SHIPPED)
    assert time.perf_counter() - started < 2.0
