"""Training of the shipped model, in one command.

    python -m annotator.suggest.embedded.train --gold GOLD.conll --second SECOND.conll \
        --news NEWS.tar.xz --proclitics PROCLITICS.tsv --out resources/models/NAME

It needs torch, gensim and faker (dependency group ``train``). With ``--held 0.14`` the last 14 %
of the gold sentences are kept out of every stage, scored at the end, and the scores are fitted on
them; ``--held 0`` uses all, and the scores stay as the chain gives them.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.chain import FORBIDDEN
from annotator.suggest.embedded.corpus import Sentence, pieces, read_conll, read_news
from annotator.suggest.embedded.evaluate import calibrated, scored
from annotator.suggest.embedded.forms import folded
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.model import EmbeddedModel, Settings
from annotator.suggest.embedded.proclitics import Names
from annotator.suggest.embedded.train_proclitics import proclitic_weights, read_proclitics
from annotator.suggest.embedded.train_words import name_arrays, word_arrays
from annotator.suggest.embedded.words import WordTable

log = logging.getLogger(__name__)

TAGS = ("O", *(f"{part}-{label}" for label in ("PER", "LOC", "ORG", "MISC") for part in "BI"))
AGREEMENT = 3.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is trained from and how long; ``passes`` are over the gold sentences."""

    gold: Path
    second: Path
    news: Path
    proclitics: Path
    out: Path
    held: float = 0.14
    seed: int = 1
    pretraining: float = 1.5
    teachers: int = 2
    students: int = 2
    passes: int = 13
    distilling: float = 0.7


def train(plan: Plan) -> EmbeddedModel:
    """Train, save and return the model; reproducible for one seed on one machine."""
    from annotator.suggest.embedded import train_stages as stages  # noqa: PLC0415 - imports torch
    from annotator.suggest.embedded.train_network import mean_of  # noqa: PLC0415

    gold, second = read_conll(plan.gold), read_conll(plan.second)
    kept = int(len(gold) * (1 - plan.held))
    taught, held = gold[:kept], gold[kept:]
    news = list(read_news(plan.news))
    log.info("news: %d articles", len(news))
    arrays = {**_vectors(news, [*taught, *second], plan.seed), **name_arrays(second)}
    table = WordTable({**arrays, **stages.no_letters()})
    arrays["proclitics"] = proclitic_weights(
        [row for row in read_proclitics(plan.proclitics) if row.sentence < kept],
        table,
        Names(arrays),
    )
    corpora = stages.Corpora.of(taught, second, news, TAGS, table)
    log.info("%d distinct forms", len(corpora.forms))
    start = stages.pretrained(corpora, TAGS, plan.pretraining, plan.seed)
    teachers = []
    for number in range(plan.teachers):
        tagger = stages.fine_tuned(corpora, TAGS, start, plan.passes, plan.seed + number)
        teachers.append(finished(arrays, tagger))
        report(f"teacher {number}", teachers[-1], held)
    soft = stages.soft_labels(teachers, news, AGREEMENT) if teachers else None
    students = [
        stages.distilled(
            corpora,
            TAGS,
            start,
            soft=soft,
            share=plan.distilling,
            passes=plan.passes,
            seed=plan.seed + number,
        )
        for number in range(plan.students)
    ]
    model = finished(arrays, mean_of(students))
    if held:
        report("students", model, held)
        model.settings = replace(model.settings, calibration=calibrated(model, held))
    model.save(plan.out)
    return model


def _vectors(
    news: Sequence[Sequence[list[str]]], tagged: Sequence[Sentence], seed: int
) -> dict[str, NDArray[Any]]:
    texts = [words for article in news for words in article] + [pieces(one)[0] for one in tagged]
    return word_arrays([[folded(word) for word in words] for words in texts], seed)


def finished(arrays: dict[str, NDArray[Any]], tagger: Any) -> EmbeddedModel:
    """Return the model that the program runs, from a trained tagger (torch)."""
    layer = tagger.heads["A"]
    moves = (tagger.moves["A"] + tagger.limits).detach().numpy()
    head = Head(
        tags=TAGS,
        dense=layer.weight.detach().numpy().T.copy(),
        bias=layer.bias.detach().numpy().copy(),
        transitions=np.maximum(moves[:-1], FORBIDDEN),
        starts=np.maximum(moves[-1], FORBIDDEN),
        buckets=np.zeros(0, np.int64),
        sparse=np.zeros((0, len(TAGS)), np.float32),
    )
    return EmbeddedModel({**arrays, **tagger.arrays()}, head, Settings(agreement=AGREEMENT))


def report(name: str, model: EmbeddedModel, held: Sequence[Sentence]) -> None:
    """Log precision, recall and F1 on held-back sentences."""
    for label, figures in scored(model, held).items():
        log.info("%s %s %s", name, label, " ".join(f"{value:.3f}" for value in figures))


def main() -> None:
    """Read the command line and train."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("gensim").setLevel(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("gold", "second", "news", "proclitics", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--held", type=float, default=0.14)
    parser.add_argument("--seed", type=int, default=1)
    train(Plan(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
