"""A second opinion: when it is asked for, what it may say, and what is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attrs import define, field
from hypothesis import given
from hypothesis import strategies as st
from tiny_models import make_model

import factcheck as fc
from factcheck.judging.confidence import OPINION, built_in, features, of_opinions
from factcheck.model import CandidatePair, Corpus, Grounds, Opinion, Stance, Vote
from factcheck.reading import corpus_of
from factcheck.settings import Settings


@define
class Says:
    """A judge of one's own that says the same of every pair, and keeps what it was asked."""

    agrees: float = 0.0
    contradicts: float = 0.0
    rationale: str = ""
    answers: Callable[[CandidatePair], bool] = lambda pair: True
    name: str = "own"
    asked: list[CandidatePair] = field(factory=list)

    def opinions(self, pairs: Sequence[CandidatePair], /) -> list[Opinion | None]:
        self.asked += pairs
        opinion = Opinion(self.name, self.agrees, self.contradicts, self.rationale)
        return [opinion if self.answers(pair) else None for pair in pairs]


SURE = Says(contradicts=0.97)
EVERYTHING = Settings(min_confidence=0.0, jobs=1)

GENTLE = "The harbour dues are gentle on wooden boats."
RUINOUS = "The harbour dues ruin every wooden boat."


def corpus(*texts: str) -> Corpus:
    return corpus_of(fc.read_text(text, f"{number}.txt") for number, text in enumerate(texts))


def findings(judge: Says, *texts: str, settings: Settings = EVERYTHING) -> list[fc.Judgement]:
    result = fc.check(corpus(*texts), settings, judge=judge)
    return [one for one in result.judgements if one.rule == OPINION]


def test_where_the_rules_are_silent_another_judge_is_heard() -> None:
    judge = Says(contradicts=0.97, rationale="One sets at once, the other does not.")
    assert fc.check(corpus(GENTLE, RUINOUS), EVERYTHING).judgements == ()
    result = fc.check(corpus(GENTLE, RUINOUS), EVERYTHING, judge=judge)
    (found,) = result.judgements
    assert (found.stance, found.rule, found.judge) == (Stance.CONTRADICTS, OPINION, "own")
    assert found.rationale == "own: One sets at once, the other does not."
    assert found.grounds is not None
    assert found.grounds.opinion == Opinion(
        "own", 0.0, 0.97, "One sets at once, the other does not."
    )
    assert found.votes == (Vote(OPINION, Stance.CONTRADICTS),)
    assert result.run.judges == ("rules", "own")
    assert (result.run.counts.asked, result.run.counts.unasked) == (1, 0)


def test_the_rules_alone_are_the_default() -> None:
    result = fc.check(corpus(GENTLE, RUINOUS), EVERYTHING)
    assert result.run.judges == ("rules",)
    assert result.run.settings["judge"] == "rules"
    counts = result.run.counts
    assert (counts.asked, counts.unasked, counts.unanswered) == (0, 0, 0)


def test_what_the_rules_are_sure_of_is_not_asked() -> None:
    texts = "The mast is 30 m high.", "The mast is 40 m high."
    (sure,) = fc.check(corpus(*texts)).judgements
    assert (sure.judge, sure.confidence >= 0.65) == ("rules", True)
    judge = Says(agrees=0.99)
    assert fc.check(corpus(*texts), judge=judge).judgements == (sure,)
    assert judge.asked == []


def test_what_the_rules_are_unsure_of_gives_way_to_what_is_surer(tmp_path: Path) -> None:
    weights = tmp_path / "weights.toml"
    weights.write_text(
        '[weights]\n"contradicts" = 0.2\n"opinion.conflict.held" = 1.0\n', encoding="utf-8"
    )
    unsure = Settings(min_confidence=0.0, calibration=str(weights), jobs=1)
    texts = "The mast is 30 m high.", "The mast is 40 m high."
    (alone,) = fc.check(corpus(*texts), unsure).judgements
    assert alone.confidence == pytest.approx(0.55, abs=0.01)
    for judge, rule in (
        (Says(contradicts=0.9), OPINION),
        (Says(contradicts=0.52), alone.rule),
        (Says(agrees=0.95), alone.rule),  # values that differ are no agreement
    ):
        (heard,) = fc.check(corpus(*texts), unsure, judge=judge).judgements
        assert (heard.rule, heard.stance) == (rule, Stance.CONTRADICTS)
        assert (heard.confidence == alone.confidence) is (rule == alone.rule)
        assert heard.grounds is not None
        assert heard.grounds.opinion == Opinion("own", judge.agrees, judge.contradicts)


@pytest.mark.parametrize(("likely", "told"), [(0.7, False), (0.72, True)])
def test_a_conflict_by_another_judge_alone_counts_as_its_square(
    likely: float, told: bool, tmp_path: Path
) -> None:
    weights = tmp_path / "weights.toml"
    weights.write_text(
        '[weights]\n"opinion.conflict.held" = 1.0\n"opinion.agreement.held" = 1.0\n',
        encoding="utf-8",
    )
    settings = Settings(calibration=str(weights), jobs=1)
    assert bool(findings(Says(contradicts=likely), GENTLE, RUINOUS, settings=settings)) is told
    texts = (
        "The new glue sets within hours of being spread.",
        "The new glue is dry soon after it has been spread.",
    )
    (found,) = findings(Says(agrees=likely), *texts, settings=settings)
    assert found.stance is Stance.AGREES
    assert found.confidence == pytest.approx(likely, abs=0.001)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Another thing of its kind, another year, other people, another place.
        ("The North Mill grinds wheat all day.", "The South Mill stands still without wind."),
        ("In 1950 the mill ground wheat all day.", "In 1970 the mill only ground a little oats."),
        ("Critics hold that the mill grinds wheat.", "The mill grinds nothing of use at all."),
        ("The mill grinds wheat all day.", "Does the mill grind anything but wheat at all?"),
        ("The mill grinds wheat all day.", "A heron stood in the reeds by the pond."),
    ],
)
def test_what_differs_in_scope_is_no_contradiction(a: str, b: str) -> None:
    assert [one for one in findings(SURE, a, b) if one.stance is Stance.CONTRADICTS] == []


def test_without_one_subject_it_is_a_tension_at_most() -> None:
    found = findings(SURE, "Frost cracks the old slate roof.", "The old slate roof never cracks.")
    assert {one.stance for one in found} <= {Stance.QUALIFIES}


def test_an_agreement_that_the_words_deny_is_none() -> None:
    texts = "The mast of the ship is 30 m high.", "The mast of the ship is 41 ft wide."
    assert all(one.stance is not Stance.AGREES for one in findings(Says(agrees=0.99), *texts))


@pytest.mark.parametrize("likely", [0.0, 0.49])
def test_what_a_judge_hardly_holds_it_does_not_say(likely: float) -> None:
    assert findings(Says(contradicts=likely), GENTLE, RUINOUS) == []
    assert findings(Says(agrees=likely), GENTLE, RUINOUS) == []


def test_what_is_not_sure_enough_is_not_reported() -> None:
    weak = Settings(min_confidence=0.9, jobs=1)
    assert findings(SURE, GENTLE, RUINOUS, settings=weak) == []


TOLD = (
    "The new glue sets within hours of being spread. The new glue holds glass and slate.",
    "The new glue asks for patience before anything holds. The new glue smells of vinegar.",
)


def test_the_bound_keeps_the_best_aligned_and_is_counted() -> None:
    everything = Says(contradicts=0.97)
    whole = fc.check(corpus(*TOLD), EVERYTHING, judge=everything).run.counts
    assert whole.asked == len(everything.asked) > 1
    bounded = Says(contradicts=0.97)
    few = Settings(min_confidence=0.0, jobs=1, max_opinions=1)
    counts = fc.check(corpus(*TOLD), few, judge=bounded).run.counts
    assert (counts.asked, counts.unasked) == (1, whole.asked - 1)
    assert len(bounded.asked) == 1


def test_claims_of_two_sentences_are_one_question() -> None:
    judge = Says(contradicts=0.97)
    fc.check(
        corpus(
            "The new glue sets within hours and holds glass.",
            "The new glue asks for patience and smells of vinegar.",
        ),
        EVERYTHING,
        judge=judge,
    )
    assert len(judge.asked) == len({(p.a.sentence, p.b.sentence) for p in judge.asked})


def test_without_an_answer_the_rules_stand() -> None:
    texts = (*TOLD, "The mast is 30 m high.", "The mast is 40 m high.")
    alone = fc.check(corpus(*texts), EVERYTHING)
    result = fc.check(corpus(*texts), EVERYTHING, judge=Says(0.0, 0.9, answers=lambda pair: False))
    assert result.judgements == alone.judgements
    assert result.run.counts.unanswered == result.run.counts.asked > 0


def test_one_job_and_two_give_the_same() -> None:
    texts = (*TOLD, "The mast is 30 m high.", "The mast is 40 m high.")
    one, two = (
        fc.check(corpus(*texts), Settings(min_confidence=0.0, jobs=jobs), judge=Says(0.1, 0.9))
        for jobs in (1, 2)
    )
    assert one.to_data() == two.to_data()


def test_statements_and_pairs_of_texts_are_judged_with_it_too(tmp_path: Path) -> None:
    weights = tmp_path / "weights.toml"
    weights.write_text('[weights]\n"opinion.contradicts" = 2.0\n', encoding="utf-8")
    folder = make_model(tmp_path / "model")
    settings = Settings(judge=f"nli:{folder}", calibration=str(weights), jobs=1)
    text = "The harbour dues never hurt a wooden boat."
    assert fc.judge_pair(GENTLE, RUINOUS) is None
    found = fc.judge_pair(text, RUINOUS, settings)
    assert found is not None
    assert (found.stance, found.judge.partition("@")[0]) == (Stance.CONTRADICTS, "nli:model")
    verified = fc.verify(RUINOUS, corpus(text), settings)
    assert verified.verdict is fc.Verdict.REFUTED
    assert fc.verify(RUINOUS, corpus(text)).verdict is fc.Verdict.NOT_ENOUGH_INFO


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(Stance),
    st.booleans(),
)
def test_weights_of_opinions_are_silent_without_one(
    agrees: float, contradicts: float, stance: Stance, together: bool
) -> None:
    plain = Grounds(0.5, 1.0, 0.5, 0.5, 0, together)
    assert not any(map(of_opinions, features("value", stance, plain, ())))
    heard = Grounds(0.5, 1.0, 0.5, 0.5, 0, together, Opinion("own", agrees, contradicts))
    assert features("value", stance, heard, ()) == features("value", stance, plain, ())
    assert all(map(of_opinions, features(OPINION, stance, heard, ())))
    assert 0 < built_in().confidence(OPINION, stance, heard, ()) < 1
