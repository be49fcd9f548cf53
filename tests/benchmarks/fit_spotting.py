"""Fit the weights by which claims are spotted to labelled sentences.

    python tests/benchmarks/fit_spotting.py FILE.jsonl

Prints the weights for ``factcheck/extraction/spotting.py`` and, for thresholds around the best,
the F1 of claims on sentences that the weights were not fitted to (five folds). Rows whose id has a
SHA-1 divisible by four are left out, to be measured on afterwards. Needs factcheck[calibrate].
"""

from __future__ import annotations

import sys
from hashlib import sha1
from pathlib import Path

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict

from factcheck.api import read_text
from factcheck.evaluation.texts import Task, as_label, read_texts
from factcheck.pipeline import make_pipeline
from factcheck.settings import Settings

THRESHOLDS = (0.3, 0.35, 0.4, 0.45)


def main(file: str) -> None:
    """Print weights and figures."""
    lines = Path(file).read_text(encoding="utf-8").split("\n")
    texts = [
        text
        for text in read_texts(lines, file, Task("label", as_label))
        if text.gold is not None and int(sha1(text.id.encode()).hexdigest(), 16) % 4
    ]
    reader = make_pipeline(Settings()).reader
    rows = [reader.traits(read_text(text.text))[0] for text in texts]
    truth = ["claim" in (text.gold or ()) for text in texts]
    names = list(rows[0])
    table = [[row[name] for name in names] for row in rows]
    model = LogisticRegression(fit_intercept=False, max_iter=5000)
    scores = cross_val_predict(model, table, truth, cv=5, method="predict_proba")[:, 1]
    for threshold in THRESHOLDS:
        print(f"# {threshold:.2f}: F1 {f1_score(truth, scores >= threshold):.3f}")
    model.fit(table, truth)
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main(*sys.argv[1:])
