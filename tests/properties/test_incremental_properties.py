"""A run that takes over what earlier runs worked out equals one from scratch, to the byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck as fc
from factcheck.blocking import block, index
from factcheck.blocking.pairs import chosen_anew
from factcheck.incremental import Memory, choices, memory
from factcheck.model import Corpus, Document
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Extraction, Linking
from factcheck.reporting import render
from factcheck.store.runs import open_runs

SENTENCES = (
    "The tower was opened in 1931.", "The tower was opened in 1934.", "The tower is made of stone.",
    "The tower is not made of stone.", "The tower (TWR) is 36 metres tall.", "TWR is 40 m tall.",
    "The north tower is closed.", "The north tower is not closed.",
    "Caffeine raises blood pressure.", "Caffeine lowers blood pressure.",
    "Caffeine has a low risk of addiction.",
    "The box holds only apples and pears.", "The box holds apples, pears and plums.",
    "Glutamate acts within hours.", "Glutamatergic signals act within weeks.", "The ferry is safe.",
    "The ferry is dangerous.", "The ferry costs £18.", "It costs £14.", "Is the ferry old? No.",
)  # fmt: skip
STOPS = re.compile(r"\S.*?[.?](?= |$)")
NAMES = tuple(f"{letter}.txt" for letter in "abcdef")
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=5).map(" ".join)
LONG_TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=6, max_size=12).map(" ".join)
EDITS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), TEXTS),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("append"), st.sampled_from(NAMES), st.sampled_from(SENTENCES)),
    st.tuples(st.just("prepend"), st.sampled_from(NAMES), st.sampled_from(SENTENCES)),
    st.tuples(st.just("copy"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("reword"), st.sampled_from(NAMES), st.sampled_from(("mill", "Caffeine"))),
    st.tuples(st.just("reorder"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("turn"), st.sampled_from(NAMES), st.just("")),
)

BOUNDS = st.fixed_dictionaries(
    {
        "COMMON": st.sampled_from((1, 3, 400)),
        "PAIRED": st.sampled_from((2, 6)),
        "SPREAD": st.sampled_from((2, 50)),
        "MEETINGS": st.sampled_from((2, 1000)),
    }
)
"""Bounds on what a claim meets, small enough for a handful of claims to come upon them."""

RENEWED = st.sampled_from((0.0, 0.05, 1.0))
"""Share of new work from which a run is kept; where it is one, edits add up after the first."""

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
more = settings(few, max_examples=100)


class Held(dict[str, bytes]):
    """Entries that last as long as a test."""

    def recall(self, keys: Sequence[str], /) -> dict[str, bytes]:
        return {key: self[key] for key in keys if key in self}

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
        self.update(entries)


def edited(texts: dict[str, str], edit: tuple[str, str, str]) -> dict[str, str]:
    what, name, other = edit
    kept = {each: text for each, text in texts.items() if each != name}
    if what == "write":
        return texts | {name: other}
    if name not in texts or what == "remove":
        return kept
    if what == "append":
        return texts | {name: f"{texts[name]} {other}"}
    if what == "prepend":
        return texts | {name: f"{other} {texts[name]}"}
    if what == "turn":
        return texts | {name: " ".join(reversed(STOPS.findall(texts[name])))}
    if what == "copy":
        return texts | {other: texts[name]}
    if what == "reword":
        return texts | {name: texts[name].replace("tower", other).replace("ferry", other)}
    return kept | {other if what == "rename" else name: texts[name]}


def corpus(texts: dict[str, str]) -> Corpus:
    return Corpus("", tuple(fc.read_text(text, name=name) for name, text in texts.items()))


def as_json(pipeline: Pipeline, documents: Corpus) -> str:
    return render(pipeline.run(documents), "json")


@few
@given(
    st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=4),
    st.lists(EDITS, min_size=1, max_size=4),
    st.sampled_from((1, 2, 100)),
    st.booleans(),
    BOUNDS,
    RENEWED,
)
def test_after_any_edits_a_run_equals_one_from_scratch(
    texts: dict[str, str],
    edits: list[tuple[str, str, str]],
    bound: int,
    within: bool,
    bounds: dict[str, Any],
    renewed: float,
) -> None:
    pipeline = make_pipeline(fc.Settings(max_candidates=bound, within_documents=within))
    with (
        TemporaryDirectory() as folder,
        closing(open_runs(Path(folder) / "runs.db")) as runs,
        patch.multiple(index, **bounds),
        patch.object(memory, "RENEWED", renewed),
    ):
        remembering = pipeline.remembering(runs)
        for edit in (("reorder", NAMES[0], ""), *edits):
            texts = edited(texts, edit)
            documents = corpus(texts)
            assert as_json(remembering, documents) == as_json(pipeline, documents)


@cache
def rules() -> Pipeline:
    return make_pipeline(fc.Settings(jobs=1))


@cache
def read(name: str, text: str) -> tuple[Document, Extraction]:
    document = fc.read_text(text, name=name)
    return document, rules().extractor.extract(document)


def linked(texts: dict[str, str]) -> Linking:
    each = [read(name, text) for name, text in texts.items()]
    claims = tuple(claim for _, found in each for claim in found.claims)
    return rules().linker(claims, Corpus("", tuple(document for document, _ in each)))


@more
@given(
    st.dictionaries(st.sampled_from(NAMES), LONG_TEXTS, min_size=3),
    st.lists(EDITS, min_size=2, max_size=6),
    st.sampled_from((1, 2, 100)),
    st.booleans(),
    BOUNDS,
    RENEWED,
)
def test_after_any_edits_claims_make_the_pairs_that_they_make_from_scratch(
    texts: dict[str, str],
    edits: list[tuple[str, str, str]],
    bound: int,
    within: bool,
    bounds: dict[str, Any],
    renewed: float,
) -> None:
    taken_over = choices(Memory(Held(), "basis"), "")
    with patch.multiple(index, **bounds), patch.object(memory, "RENEWED", renewed):
        for edit in (("reorder", NAMES[0], ""), *edits):
            texts = edited(texts, edit)
            found = linked(texts)
            again, scratch = (
                block(
                    found.claims, found.weights, choices=way, bound=bound, within_documents=within
                )
                for way in (taken_over, chosen_anew)
            )
            assert list(map(list, again.later)) == list(map(list, scratch.later))
            assert again.counts == scratch.counts
