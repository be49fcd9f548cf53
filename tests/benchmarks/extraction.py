"""Reading claims out of text against what spaCy's small English pipeline does with it.

spaCy tags, parses and finds names; it makes no claims of them. The comparison asks what reading
costs, not which of the two reads better.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from material import examples, generated, text_of
from measuring import Row, once, times
from peers import spacy_small

import factcheck as fc
from factcheck.model import Corpus
from factcheck.pipeline import make_pipeline

DOCUMENTS = 20


def rows() -> Iterator[Row]:
    """Yield characters per second against spaCy, on generated and on written text."""
    peers = {
        "spaCy": spacy_small(),
        "its tagger and parser alone": spacy_small(without=("ner", "lemmatizer")),
    }
    for name, corpora in (
        ("generated documents", [generated(DOCUMENTS)]),
        ("the example collections", [fc.read(folder) for folder in examples()]),
    ):
        texts = [passage.text for corpus in corpora for one in corpus for passage in one.passages]
        size = sum(len(text_of(corpus)) for corpus in corpora)
        ours = sum(_extracting(corpus) for corpus in corpora)
        label = f"{name}, {size / ours:,.0f} characters/s"
        for peer, parse in peers.items():
            parse(texts[:1])
            theirs, _ = once(partial(parse, texts))
            rate = f"{peer}, {size / theirs:,.0f} characters/s"
            yield Row(label, times(theirs / ours), rate)


def _extracting(corpus: Corpus) -> float:
    pipeline = make_pipeline(fc.Settings(jobs=1))
    return once(lambda: pipeline.extract(corpus))[0]
