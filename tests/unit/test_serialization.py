"""Runs go into JSON and come back the same, and broken data is refused with a reason."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from copy import deepcopy
from math import inf
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ConfigurationError
from factcheck.model import (
    Agreement,
    Appraisal,
    Certainty,
    Change,
    Claim,
    ClaimKind,
    Corpus,
    Counts,
    Cue,
    Direction,
    Dispute,
    Document,
    Grounds,
    Interval,
    Items,
    Judgement,
    Mention,
    Note,
    Passage,
    PassageKind,
    Polarity,
    Position,
    Presence,
    Run,
    Skipped,
    Span,
    Stance,
    Topic,
    Unread,
    Value,
    Verdict,
    Verification,
    Vote,
)
from factcheck.reporting import render
from factcheck.serialization import SCHEMA, from_data, from_jsonl, to_data, value_to_data

texts = st.text(max_size=20)
terms = st.lists(texts, max_size=3).map(tuple)
scores = st.integers(0, 10_000).map(lambda share: share / 10_000)
bounds = st.floats(allow_nan=False)
votes = st.builds(Vote, texts, st.sampled_from(Stance))
grounds = st.builds(Grounds, scores, scores, scores, scores, st.integers(0, 2), st.booleans())


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    text = draw(st.text(min_size=1, max_size=60))
    return Document(
        name,
        text,
        (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),),
        title=draw(texts),
        date=draw(texts),
        authority=draw(scores),
        notes=draw(terms),
    )


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    ends = st.integers(0, len(document.text))
    start, end = sorted((draw(ends), draw(ends)))
    return Span(start, end)


@st.composite
def claims(draw: st.DrawFn, document: Document) -> Claim:
    places = spans(document)
    cues = st.builds(Cue, texts, places)
    mentions = st.none() | st.builds(Mention, texts, places, terms, st.booleans())

    def some(values: st.SearchStrategy[Any]) -> Any:
        return draw(st.lists(values, max_size=2).map(tuple))

    intervals = st.builds(Interval, bounds, bounds.filter(lambda bound: bound > -inf))
    return Claim(
        document,
        draw(places),
        draw(texts),
        draw(places),
        subject=draw(mentions),
        predicate=draw(terms),
        object=draw(mentions),
        polarity=draw(st.sampled_from(Polarity)),
        negation=draw(st.none() | cues),
        certainty=draw(st.sampled_from(Certainty)),
        attribution=draw(texts),
        endorsed=draw(st.booleans()),
        changes=some(st.builds(Change, st.sampled_from(Direction), terms, cues, st.booleans())),
        values=some(
            st.builds(
                Value,
                texts,
                intervals.filter(lambda each: each.low < inf),
                texts,
                places,
                st.booleans(),
                terms,
            )
        ),
        items=some(st.builds(Items, st.tuples(terms), terms, places, st.booleans())),
        presences=some(st.builds(Presence, terms, scores, scores, cues)),
        appraisals=some(st.builds(Appraisal, texts, scores, scores, terms, cues)),
        conditions=draw(terms),
        terms=draw(terms),
        kind=draw(st.sampled_from(ClaimKind)),
        topics=draw(terms),
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    first, second = draw(documents("a.txt")), draw(documents("b/c.txt"))
    a, b = draw(claims(first)), draw(claims(second))
    pairs = [
        Judgement(
            a,
            b,
            stance,
            draw(scores),
            rule,
            draw(texts),
            draw(terms),
            draw(texts),
            draw(spans(first)),
            draw(spans(second)),
            draw(st.lists(votes, max_size=2).map(tuple)),
            draw(st.none() | grounds),
        )
        for stance, rule in ((Stance.CONTRADICTS, "value"), (Stance.AGREES, "paraphrase"))
    ]
    sides = (Position("A", draw(texts), (a,)), Position("B", draw(texts), (b,)))
    return Run(
        corpus=Corpus(draw(texts), (first, second), (Unread(draw(texts), draw(texts)),)),
        claims=(a, b),
        skipped=(Skipped(first, draw(spans(first)), draw(texts)),),
        notes=(Note(second, draw(spans(second)), draw(texts), draw(texts), draw(texts)),),
        topics=(Topic("t-1", draw(texts), draw(terms), draw(scores), (a.id, b.id)),),
        judgements=tuple(pairs),
        disputes=(Dispute(draw(texts), Stance.CONTRADICTS, sides, (pairs[0],), draw(scores)),),
        qualifications=(),
        agreements=(Agreement(draw(texts), (a, b), (pairs[1],), 2, draw(scores)),),
        counts=Counts(4, 3, 2),
        version="0.1.0",
        settings={"min_confidence": 0.5, "packs": ["english"], "within_documents": False},
        retold=((a.id, b.id),),
    )


# A run holds every kind of value, so drawing one takes a while.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(runs())
def test_a_run_comes_back_the_same(run: Run) -> None:
    data = json.loads(json.dumps(to_data(run), allow_nan=False))
    back = from_data(data, run.corpus)
    assert back == run
    assert to_data(back) == to_data(run)
    assert back.claims[0].source is back.corpus.documents[0]


def small_run() -> Run:
    """Return a run with one pair, small enough to break in every place."""
    first, second = (
        Document(name, text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),))
        for name, text in (("a.txt", "It weighs 5 mg."), ("b.txt", "It weighs 7 mg."))
    )
    a, b = (
        Claim(
            document,
            Span(0, 14),
            document.text,
            Span(0, 15),
            values=(Value("mass", Interval(low, inf), "5 mg", Span(10, 14)),),
        )
        for document, low in ((first, 5e-6), (second, 7e-6))
    )
    pair = Judgement(
        a, b, Stance.CONTRADICTS, 0.87654321, "value", "why", (), "mass", Span(10, 14), Span(10, 14)
    )
    sides = (Position("A", "5 mg", (a,)), Position("B", "7 mg", (b,)))
    return Run(
        corpus=Corpus("Weights", (first, second)),
        claims=(a, b),
        skipped=(),
        notes=(),
        topics=(),
        judgements=(pair,),
        disputes=(Dispute("mass", Stance.CONTRADICTS, sides, (pair,), 0.87654321),),
        qualifications=(),
        agreements=(),
        counts=Counts(1, 1, 0),
        version="0.1.0",
        settings={},
    )


def test_scores_are_rounded_and_bounds_are_not() -> None:
    data = to_data(small_run())
    assert data["schema"] == SCHEMA == "factcheck-run/1"
    assert data["judgements"][0]["confidence"] == data["disputes"][0]["confidence"] == 0.8765
    interval = data["claims"][0]["values"][0]["interval"]
    assert (interval["low"], interval["high"]) == (5e-6, None)
    assert data["judgements"][0]["a_evidence"] == {"start": 10, "end": 14, "quote": "5 mg"}


def test_what_was_recorded_of_a_document_outlives_an_edited_manifest() -> None:
    run = small_run()
    first, second = run.corpus.documents
    edited = evolve(run.corpus, documents=(evolve(first, title="New", authority=0.9), second))
    assert from_data(to_data(run), edited).corpus == run.corpus


def test_a_run_from_before_retold_passages_were_kept_is_read() -> None:
    run = small_run()
    data = to_data(run)
    del data["retold"]
    assert from_data(data, run.corpus).retold == ()


def test_settings_become_plain() -> None:
    run = evolve(small_run(), settings={"b": ("x",), "a": {"z", "y"}, "c": Stance.AGREES})
    assert list(to_data(run)["settings"].items()) == [
        ("a", ["y", "z"]),
        ("b", ["x"]),
        ("c", "agrees"),
    ]
    with pytest.raises(ConfigurationError, match="a setting cannot be written as JSON"):
        to_data(evolve(run, settings={"a": object()}))


def test_a_verification_carries_its_claims() -> None:
    pair = small_run().judgements[0]
    data = value_to_data(Verification("It weighs 5 mg.", Verdict.REFUTED, 0.9, (), (pair,)))
    assert data["verdict"] == "refuted"
    assert [claim["id"] for claim in data["claims"]] == [pair.a.id, pair.b.id]
    assert data["opposing"][0]["id"] == pair.id
    assert value_to_data((pair.a,)) == [data["claims"][0]]


Break = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (lambda d: d.update(schema="factcheck-run/9"), "reads 'factcheck-run/1'"),
        (lambda d: d.pop("counts"), "lacks the key 'counts'"),
        (lambda d: d.update(counts=None), "does not fit"),
        (lambda d: d.update(skipped=3), "does not fit"),
        (lambda d: d.update(version=1), "str expected, found 1"),
        (lambda d: d["documents"][0].update(name="x"), "'x', which is not among those read"),
        (lambda d: d["documents"][0].update(sha256="0"), "'a.txt' has changed"),
        (lambda d: d["claims"][0].update(end=99), "0 to 99, which does not lie in"),
        (lambda d: d["claims"][0].update(start="0"), "does not fit"),
        (lambda d: d["claims"][0].update(text="x"), "does not have the content"),
        (
            lambda d: d["claims"][0].update(polarity="maybe"),
            "'maybe' is not allowed; there are affirmed, negated",
        ),
        (lambda d: d["claims"][0].update(endorsed="no"), "bool expected, found 'no'"),
        (lambda d: d["claims"][0]["values"][0]["interval"].update(low="1"), "number expected"),
        (lambda d: d["claims"].pop(), "claim 'c-[0-9a-f]+', which it does not hold"),
        (lambda d: d["judgements"].pop(), "judgement 'j-[0-9a-f]+', which it does not hold"),
        (lambda d: d["judgements"][0].update(rule="set"), "does not have the content"),
        (lambda d: d["judgements"][0].update(confidence=True), "number expected, found True"),
        (lambda d: d["disputes"][0].update(stance="agrees"), "does not have the content"),
    ],
)
def test_broken_data_is_refused_with_a_reason(break_it: Break, message: str) -> None:
    run = small_run()
    data = deepcopy(to_data(run))
    break_it(data)
    with pytest.raises(ConfigurationError, match=message):
        from_data(data, run.corpus)


def lines_of(run: Run) -> list[str]:
    return render(run, "jsonl").splitlines()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(runs())
def test_a_run_comes_back_from_its_lines(run: Run) -> None:
    assert from_jsonl(io.StringIO(render(run, "jsonl")), run.corpus) == run


def test_lines_are_taken_one_by_one() -> None:
    run = small_run()
    lines = iter([*lines_of(run)[:1], "no JSON", *lines_of(run)[1:]])
    with pytest.raises(ConfigurationError, match=r"^a\.jsonl, line 2: is not JSON"):
        from_jsonl(lines, run.corpus, "a.jsonl")
    assert len(list(lines)) == len(lines_of(run)) - 1


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda lines: [], "^the run: is no run"),
        (lambda lines: lines[1:], "is no run, which begins with a line of that type"),
        (lambda lines: lines[:-1], "5 lines follow the first, which says that there are 6"),
        (lambda lines: [*lines, *lines[1:2]], "line 8: a line of the type 'document' has no place"),
        (lambda lines: [*lines, '{"a": 1}'], "line 8: a line of the type None has no place here"),
        (lambda lines: [lines[0], *lines[2:]], "the document 'a.txt', which it does not hold"),
        (lambda lines: [*lines, "[]"], "line 8: must be an object"),
    ],
)
def test_broken_lines_are_refused_with_a_reason(
    edit: Callable[[list[str]], list[str]], message: str
) -> None:
    run = small_run()
    with pytest.raises(ConfigurationError, match=message):
        from_jsonl(edit(lines_of(run)), run.corpus)


def test_data_that_is_no_run_at_all_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="schema None"):
        from_data([], Corpus("", ()))  # type: ignore[arg-type]
