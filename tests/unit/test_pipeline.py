"""The stages in order: every document through extraction, linking, blocking, judging, findings."""

from __future__ import annotations

from itertools import pairwise

import pytest

import factcheck as fc
from factcheck import __version__
from factcheck.model import Corpus, Run, Stance
from factcheck.pipeline import Pipeline, make_pipeline

FERRY = "The ferry to Holm was launched in 1962. The ferry is painted white. Cars are not allowed."
ISLAND = (
    "The ferry to Holm was launched in 1975. The ferry is painted white."
    " On Holm puffins breed. Is it far?"
)


def corpus(*texts: str) -> Corpus:
    documents = (fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return Corpus("Holm", tuple(documents))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings())


@pytest.fixture(scope="module")
def run(pipeline: Pipeline) -> Run:
    return pipeline.run(corpus(FERRY, ISLAND))


def test_a_run_records_what_made_it(run: Run) -> None:
    assert run.version == __version__
    assert run.settings == fc.Settings().as_data()
    assert run.corpus.title == "Holm"


def test_claims_come_in_the_order_of_documents_and_places(run: Run) -> None:
    places = [(claim.source.name, claim.start, claim.end) for claim in run.claims]
    assert places == sorted(places)
    assert {name for name, _, _ in places} == {"0.txt", "1.txt"}


def test_every_place_quotes_its_source_to_the_character(run: Run) -> None:
    for claim in run.claims:
        text = claim.source.text
        assert text[claim.start : claim.end] == claim.quote
        assert claim.sentence.covers(claim.span)
        mentions = [one for one in (claim.subject, claim.object) if one is not None]
        cues = [one for one in (claim.negation, claim.hedge) if one is not None]
        for cue in cues:
            assert cue.span.of(text) == cue.text
        for mention in mentions:
            assert mention.resolved or mention.span.of(text) == mention.text
        for value in claim.values:
            assert value.span.of(text) == value.text


def test_nothing_vanishes(run: Run) -> None:
    for document in run.corpus:
        covered = [one.span for one in run.claims if one.source.id == document.id]
        covered += [one.span for one in run.skipped if one.source.id == document.id]
        for start, end in sentences(document.text):
            assert any(span.start < end and start < span.end for span in covered)


def sentences(text: str) -> list[tuple[int, int]]:
    ends = [at + 1 for at, character in enumerate(text) if character in ".?"]
    return list(pairwise((0, *ends)))


def test_a_question_is_skipped_with_its_reason(run: Run) -> None:
    (skipped,) = [one for one in run.skipped if "far" in one.quote]
    assert skipped.reason == "question"


def test_what_conflicts_is_a_dispute_and_what_agrees_is_an_agreement(run: Run) -> None:
    (dispute,) = run.disputes
    assert "1962" in dispute.explain()
    assert "1975" in dispute.explain()
    assert dispute.sources == ("0.txt", "1.txt")
    assert any("white" in claim.quote for one in run.agreements for claim in one.claims)


def test_judgements_point_into_the_run(run: Run) -> None:
    ids = {claim.id for claim in run.claims}
    for judgement in run.judgements:
        assert {judgement.a.id, judgement.b.id} <= ids
        assert judgement.a.source.id != judgement.b.source.id
        assert judgement.a.span.covers(judgement.a_evidence)
        assert judgement.b.span.covers(judgement.b_evidence)
        assert 0.5 <= judgement.confidence <= 1
        assert judgement.rationale.endswith(".")
        assert judgement.label
    assert {one.id for finding in run.disputes for one in finding.judgements} <= {
        one.id for one in run.judgements
    }


def test_counts_cover_what_was_considered(run: Run) -> None:
    by_document = [sum(c.source.id == d.id for c in run.claims) for d in run.corpus]
    assert run.counts.possible == by_document[0] * by_document[1]
    assert len(run.judgements) <= run.counts.candidates <= run.counts.possible
    assert run.counts.cut == 0


def test_progress_is_told_by_stage(pipeline: Pipeline) -> None:
    told: list[tuple[str, int, int]] = []
    pipeline.run(corpus(FERRY, ISLAND), lambda *step: told.append(step))
    assert ("extract", 2, 2) in told
    assert any(stage == "judge" and done == total for stage, done, total in told)
    assert all(0 <= done <= total for _, done, total in told)
    stages = dict.fromkeys(stage for stage, _, _ in told)
    assert list(stages) == ["extract", "link", "pairs", "judge", "findings"]


def test_an_empty_corpus_and_one_without_statements_make_empty_runs(pipeline: Pipeline) -> None:
    for texts in ((), ("Why?",), ("Why?", "How far?")):
        run = pipeline.run(corpus(*texts))
        assert not (run.claims or run.judgements or run.disputes or run.agreements)
        assert run.counts.possible == 0


def test_one_document_is_compared_with_itself_only_where_asked_for() -> None:
    text = f"{FERRY} The ferry to Holm was launched in 1975."
    assert make_pipeline(fc.Settings()).run(corpus(text)).judgements == ()
    run = make_pipeline(fc.Settings(within_documents=True)).run(corpus(text))
    assert any(one.stance is Stance.CONTRADICTS for one in run.judgements)


def test_rules_left_out_say_nothing() -> None:
    texts = corpus(FERRY, ISLAND)
    every = make_pipeline(fc.Settings()).run(texts)
    rules = {one.rule for one in every.judgements}
    assert "value" in rules
    without = make_pipeline(fc.Settings(ignore=("value",))).run(texts)
    assert "value" not in {one.rule for one in without.judgements}
    only = make_pipeline(fc.Settings(select=("value",))).run(texts)
    assert {one.rule for one in only.judgements} == {"value"}


def test_a_higher_threshold_keeps_the_surest() -> None:
    texts = corpus(FERRY, ISLAND)
    every = make_pipeline(fc.Settings(min_confidence=0.0)).run(texts).judgements
    limit = sorted(one.confidence for one in every)[len(every) // 2]
    kept = make_pipeline(fc.Settings(min_confidence=limit)).run(texts).judgements
    assert kept
    assert {one.id for one in kept} <= {one.id for one in every}
    assert all(one.confidence >= limit for one in kept)


def test_what_the_bound_cuts_is_counted() -> None:
    lamps = " ".join(f"The lamp has lens {word}." for word in ("alpha", "beta", "gamma", "delta"))
    texts = corpus(lamps, lamps)
    free = make_pipeline(fc.Settings()).run(texts)
    bounded = make_pipeline(fc.Settings(max_candidates=1)).run(texts)
    assert bounded.counts.cut > 0
    assert bounded.counts.candidates + bounded.counts.cut == free.counts.candidates


PLAIN_VERBS = [
    "The firm purchased a lorry.",
    "The harbour tunnel leaks.",
    "The old library survived the fire.",
    "The restoration cost £18,000.",
    "The meeting lasted 90 minutes.",
    "The bell still rings at noon.",
    "Sharks sleep.",
    "The committee hired two architects.",
    "The pianist played a sonata.",
    "Bats hunt at night.",
    "The empire collapsed in 476.",
    "The bakery sells rye bread.",
    "The satellite orbits Mars.",
    "The novel won a prize.",
    "Voters elected a new mayor.",
    "The cook peeled the potatoes.",
    "Moss covers the roof.",
    "The tenant owes two rents.",
    "Engineers drained the marsh.",
    "The choir rehearses on Mondays.",
    "Otters eat crabs.",
    "The judge fined the firm.",
    "The cable snapped in March.",
    "Her brother inherited the farm.",
]


@pytest.mark.parametrize("sentence", PLAIN_VERBS)
def test_a_plain_sentence_is_a_claim(pipeline: Pipeline, sentence: str) -> None:
    (found,) = pipeline.extract(corpus(sentence))
    assert [claim.quote for claim in found.claims] == [sentence[:-1]]
