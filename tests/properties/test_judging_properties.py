"""What holds of judging whatever the documents say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck as fc
from factcheck.model import Corpus, Judgement
from factcheck.pipeline import make_pipeline
from factcheck.reading import corpus_of
from factcheck.reporting import render
from factcheck.settings import RULE_IDS, Settings

SUBJECTS = (
    "the tower", "the north tower", "the treaty", "a glacier", "caffeine", "the new engine",
    "Holm", "the choir", "inflation", "Ganymede",
)  # fmt: skip
STATEMENTS = (
    "was built in 1931", "was opened in 1934", "was not opened in 1934", "is 36 metres tall",
    "is about 118 feet tall", "is made of granite", "is made of sandstone", "is a moon",
    "is not a moon", "is a planet", "has no cracks", "has cracks", "has a low risk of fire",
    "is closed because of its risk of fire", "raises blood pressure", "lowers blood pressure",
    "does not raise blood pressure", "may lower blood pressure", "works within hours",
    "works within weeks", "takes months or years", "holds apples, pears and plums",
    "holds only apples and pears", "was accepted by the council", "was rejected by the council",
    "never failed", "is safe", "is not unsafe", "is dangerous", "cost £18,000", "cost £14,300",
    "has about 90 % of the market", "has less than half of the market",
)  # fmt: skip
FRAMES = (
    "{}.", "In the north, {}.", "Critics hold that {}.", "It is believed that {}.",
    "If the pump fails, {}.", "In winter {}.", "According to the survey, {}.",
    "Unlike other ones, {}.", "It is not true that {}.", "Nobody knows whether {}.",
)  # fmt: skip

SENTENCES = st.builds(
    lambda frame, subject, statement: _capital(frame.format(f"{subject} {statement}")),
    st.sampled_from(FRAMES),
    st.sampled_from(SUBJECTS),
    st.sampled_from(STATEMENTS),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
CORPORA = st.lists(TEXTS, min_size=1, max_size=4)
ODD = st.text(max_size=120)

brisk = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
brief = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def corpus(texts: list[str]) -> Corpus:
    return corpus_of(fc.read_text(text, name=f"{n:02}.txt") for n, text in enumerate(texts))


def outcome(judgement: Judgement | None) -> tuple[str, str, float] | None:
    if judgement is None:
        return None
    return (judgement.stance.value, judgement.rule, judgement.confidence)


@pytest.mark.parametrize("rule", RULE_IDS)
@brisk
@given(first=SENTENCES, second=SENTENCES)
def test_each_rule_judges_alike_both_ways_round(rule: str, first: str, second: str) -> None:
    chosen = fc.Settings(select=(rule,))
    there = outcome(fc.judge_pair(first, second, chosen))
    assert there == outcome(fc.judge_pair(second, first, chosen))


@brisk
@given(first=SENTENCES, second=SENTENCES)
def test_all_rules_together_judge_alike_both_ways_round(first: str, second: str) -> None:
    there = outcome(fc.judge_pair(first, second))
    assert there == outcome(fc.judge_pair(second, first))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("subject", SUBJECTS[::3])
def test_a_statement_never_conflicts_with_its_copy(frame: str, subject: str) -> None:
    for statement in STATEMENTS:
        text = _capital(frame.format(f"{subject} {statement}"))
        result = fc.check(corpus([text, text]), fc.Settings(min_confidence=0.0))
        for one in result.judgements:
            assert one.stance == "agrees" or one.a.span != one.b.span, (text, one)


CROSSED = pytest.mark.xfail(
    strict=True, reason="values of two parts of a sentence are compared crosswise with its copy's"
)


@pytest.mark.parametrize(
    "text",
    [
        "The tower was rebuilt in 1880 and in 1931.",
        "The mast was 29 metres tall until 1950, when it became 36 metres tall.",
        pytest.param(
            "Rents rose in the city and fell in the villages.",
            marks=pytest.mark.xfail(
                strict=True, reason="the places, of two claims, are no condition"
            ),
        ),
        "The walls are two metres thick at the foot and one metre thick at the top.",
        "The plan was accepted by the council but rejected by the mayor.",
        "The drug raises blood pressure in some patients and lowers it in others.",
        "The risk of fire is low in winter and high in summer.",
        "The north side is open and the south side is not open.",
    ],
)
def test_a_sentence_with_two_sides_never_conflicts_with_its_copy(text: str) -> None:
    result = fc.check(corpus([text, text]), fc.Settings(min_confidence=0.0))
    assert [one for one in result.judgements if one.stance != "agrees"] == []


@brief
@given(TEXTS)
def test_a_claim_never_conflicts_with_itself_within_a_document(text: str) -> None:
    result = fc.check(corpus([text, text]), fc.Settings(min_confidence=0.0, within_documents=True))
    for one in result.judgements:
        assert one.a.id != one.b.id
        if one.a.span == one.b.span:
            assert one.stance == "agrees"


@brief
@given(CORPORA)
def test_the_order_in_which_documents_are_given_changes_nothing(texts: list[str]) -> None:
    documents = [fc.read_text(text, name=f"{n:02}.txt") for n, text in enumerate(texts)]
    written = {
        render(fc.check(corpus_of(order)).run, "json")
        for order in (documents, documents[::-1], documents[1:] + documents[:1])
    }
    assert len(written) == 1


@brief
@given(CORPORA, TEXTS)
def test_another_document_leaves_the_claims_as_they_are(texts: list[str], more: str) -> None:
    before = fc.check(corpus(texts))
    after = fc.check(corpus([*texts, more]))
    kept = [one for one in after.claims if one.source.name != f"{len(texts):02}.txt"]
    assert [one.id for one in kept] == [one.id for one in before.claims]
    assert [one.quote for one in kept] == [one.quote for one in before.claims]


@brief
@given(st.lists(st.one_of(TEXTS, ODD), max_size=4))
def test_no_text_makes_a_check_fail(texts: list[str]) -> None:
    result = fc.check(corpus(texts), fc.Settings(min_confidence=0.0))
    for claim in result.claims:
        assert claim.source.text[claim.start : claim.end] == claim.quote
    for one in result.judgements:
        assert 0 <= one.confidence <= 1
        assert one.a.span.covers(one.a_evidence)
        assert one.b.span.covers(one.b_evidence)
    for format in ("text", "json", "jsonl", "markdown", "html"):
        assert render(result.run, format)


@brief
@given(CORPORA)
def test_findings_rest_on_judgements_of_the_run(texts: list[str]) -> None:
    result = fc.check(corpus(texts))
    known = {one.id for one in result.judgements}
    for finding in (*result.disputes, *result.qualifications):
        assert {one.id for one in finding.judgements} <= known
        assert len(finding.positions) >= 2
        assert any(one.stance == finding.stance for one in finding.judgements)
        letters = [position.letter for position in finding.positions]
        assert letters == sorted(set(letters))
    for agreement in result.agreements:
        assert {one.id for one in agreement.judgements} <= known
        assert all(one.stance == "agrees" for one in agreement.judgements)
        assert 1 <= agreement.independent <= len(agreement.sources)


@brief
@given(SENTENCES, TEXTS)
def test_a_verdict_fits_its_evidence(statement: str, text: str) -> None:
    found = fc.verify(statement, corpus([text]))
    assert (found.verdict == "not_enough_info") == (not found.supporting and not found.opposing)
    assert all(one.stance == "agrees" for one in found.supporting)
    assert all(one.stance != "agrees" for one in found.opposing)
    if found.verdict == "disputed":
        assert found.supporting
        assert found.opposing


@brief
@given(CORPORA)
def test_a_pair_is_judged_alike_whatever_was_judged_before(texts: list[str]) -> None:
    documents = corpus(texts)
    pipeline = make_pipeline(Settings(within_documents=True))
    linked = pipeline.linker(fc.extract(documents).claims, documents)
    pairs = pipeline.blocker(linked.claims, linked.weights).pairs
    judge = pipeline.make_judge(linked)
    remembering = [judge.judge(pair) for pair in (*pairs, *reversed(pairs))]
    afresh = [pipeline.make_judge(linked).judge(pair) for pair in pairs]
    assert remembering == [*afresh, *reversed(afresh)]
