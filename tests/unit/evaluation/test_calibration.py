from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.errors import ConfigurationError, GoldError
from factcheck.evaluation.calibration import as_toml, confidence_by, fit, judged, reliability_of
from factcheck.evaluation.outcomes import Case, cases_of_pairs
from factcheck.evaluation.pairs import TextPair
from factcheck.evaluation.reliability import reliability
from factcheck.evaluation.rules import figures_by_rule
from factcheck.judging import load_calibration
from factcheck.judging.confidence import LEAST, MOST, Calibration
from factcheck.model import Claim, Document, Grounds, Judgement, Span, Stance, Vote

CLEAR = Grounds(strength=0.9, subject=1.0, containment=0.9, jaccard=0.8, hedged=0)
VAGUE = Grounds(strength=0.2, subject=0.5, containment=0.4, jaccard=0.2, hedged=1)


def judgement(
    rule: str,
    stance: Stance,
    grounds: Grounds | None = CLEAR,
    confidence: float = 0.5,
    votes: tuple[Vote, ...] = (),
) -> Judgement:
    span = Span(0, 1)
    a, b = (Claim(Document(name, name, ()), span, name, span) for name in ("a", "b"))
    own = (Vote(rule, stance), *votes)
    words = ("So.", (), "", span, span, own, grounds)
    return Judgement(a, b, stance, confidence, rule, *words)


def case(label: str, found: Judgement | None, source: str = "one") -> Case:
    return Case(source, frozenset({label}), found)


def mixed(source: str) -> list[Case]:
    """Clear value conflicts that are right, vague ones that are wrong."""
    clear = judgement("value", Stance.CONTRADICTS, CLEAR)
    vague = judgement("value", Stance.CONTRADICTS, VAGUE)
    return [case("contradict", clear, source), case("neutral", vague, source)] * 50


@pytest.mark.parametrize(
    ("label", "stance", "right"),
    [
        ("contradict", Stance.CONTRADICTS, True),
        ("tension", Stance.CONTRADICTS, True),
        ("contradict", Stance.QUALIFIES, True),
        ("neutral", Stance.QUALIFIES, False),
        ("agree", Stance.AGREES, True),
        ("not_agree", Stance.AGREES, False),
        ("not_agree", Stance.CONTRADICTS, None),
        ("not_contradict", Stance.CONTRADICTS, False),
        ("not_contradict", Stance.AGREES, None),
    ],
)
def test_a_stance_is_right_wrong_or_open(label: str, stance: Stance, right: bool | None) -> None:
    assert case(label, None).right(stance) is right


def test_confidence_follows_what_was_right() -> None:
    calibration = fit(mixed("one"))
    clear, vague = (judgement("value", Stance.CONTRADICTS, one) for one in (CLEAR, VAGUE))
    assert confidence_by(calibration, clear) > 0.75
    assert confidence_by(calibration, vague) < 0.25


def test_a_rule_never_measured_falls_back_on_its_stance() -> None:
    calibration = fit(mixed("one"))
    unknown = judgement("new", Stance.CONTRADICTS, CLEAR)
    assert "new.contradicts" not in calibration.weights
    assert confidence_by(calibration, unknown) > 0.75


def test_sources_left_out_in_turn_are_judged_by_the_others() -> None:
    clear, vague = (judgement("value", Stance.CONTRADICTS, one) for one in (CLEAR, VAGUE))
    other = [case("neutral", clear, "two"), case("contradict", vague, "two")] * 50
    seen = reliability_of([*mixed("one"), *other])
    unseen = reliability_of([*mixed("one"), *other], unseen=True)
    assert [one.confidence for one in seen.bins] == [0.5]
    assert unseen.findings == 200
    # Each source's clear conflicts are trusted as far as the other's deserve it.
    assert [one.right for one in unseen.bins if one.low < 0.3 or one.low >= 0.7] == [1.0, 0.0]


@pytest.mark.parametrize("label", ["contradict", "neutral"])
def test_findings_of_one_kind_fit_nothing(label: str) -> None:
    with pytest.raises(GoldError, match="1 findings"):
        fit([case(label, judgement("value", Stance.CONTRADICTS)), case(label, None)])


def test_cases_that_share_a_decision_count_as_one() -> None:
    whole = mixed("one")
    shared = [evolve(one, weight=0.25) for one in whole for _ in range(4)]
    assert fit(shared) == fit(whole)
    lighter = [evolve(one, weight=1 if one.labels == {"neutral"} else 0.1) for one in whole]
    assert fit(lighter).weights["contradicts"] < fit(whole).weights["contradicts"]


def test_cases_without_grounds_or_an_answer_do_not_count() -> None:
    silent = case("agree", None)
    foreign = case("agree", judgement("model", Stance.AGREES, None))
    left_open = case("not_agree", judgement("value", Stance.CONTRADICTS))
    assert judged([silent, foreign, left_open]) == []


def test_a_calibration_comes_back_from_its_file(tmp_path: Path) -> None:
    calibration = fit(mixed("one"))
    path = tmp_path / "own.toml"
    path.write_text(as_toml(calibration, "Two lines\n\nof comment"), encoding="utf-8")
    assert load_calibration(path) == calibration
    settings = fc.Settings(select=("value",), calibration=str(path))
    found = fc.judge_pair("The mast is 30 m high.", "The mast is 40 m high.", settings)
    assert found is not None
    assert found.confidence == confidence_by(calibration, found)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"weights = 1", "no table"),
        (b"[weights]\nagrees = 'x'", "'agrees' is no number"),
        (b"[weights]\nagrees = true", "'agrees' is no number"),
        (b"[weights", "invalid TOML"),
        (b"\xff", "invalid TOML"),
    ],
)
def test_a_bad_calibration_is_named(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=part) as caught:
        load_calibration(path)
    assert "bad.toml" in str(caught.value)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_calibration(tmp_path / "none.toml")


@given(
    st.builds(
        Grounds,
        *[st.floats(0, 1) for _ in range(4)],
        hedged=st.integers(0, 2),
    ),
    st.sampled_from(Stance),
    st.lists(st.builds(Vote, st.sampled_from(["value", "set"]), st.sampled_from(Stance))),
)
def test_confidence_is_a_share(grounds: Grounds, stance: Stance, votes: list[Vote]) -> None:
    weights = {"contradicts": 900.0, "agrees": -900.0, "seconded": 3.0}
    found = Calibration(weights).confidence("value", stance, grounds, tuple(votes))
    assert LEAST <= found <= MOST


def test_what_rules_are_worth() -> None:
    seconded = judgement("value", Stance.CONTRADICTS, votes=(Vote("set", Stance.CONTRADICTS),))
    opposed = judgement("value", Stance.CONTRADICTS, votes=(Vote("set", Stance.AGREES),))
    cases = [
        case("contradict", seconded),
        case("agree", opposed),
        case("neutral", None),
        case("not_agree", judgement("value", Stance.CONTRADICTS)),
    ]
    rows = {(one.rule, one.stance): one for one in figures_by_rule(cases)}
    value = rows["value", Stance.CONTRADICTS]
    assert (value.votes, value.coverage, value.decided) == (3, 0.75, 3)
    assert (value.overlaps, value.conflicts) == (0.5, 0.25)
    assert (value.right, value.known, value.precision) == (1, 2, 0.5)
    agreeing = rows["set", Stance.AGREES]
    assert (agreeing.votes, agreeing.decided, agreeing.right, agreeing.known) == (1, 0, 1, 1)
    assert list(rows) == sorted(rows)


def test_bins_hold_what_is_printed_and_the_error_is_the_mean_distance() -> None:
    table = reliability([(1.0, True), (0.95, False), (0.3, False), (0.39, True)])
    assert [(one.low, one.findings, one.right) for one in table.bins] == [
        (0.3, 2, 0.5),
        (0.9, 2, 0.5),
    ]
    assert table.error == pytest.approx((2 * abs(0.345 - 0.5) + 2 * abs(0.975 - 0.5)) / 4)
    assert reliability([]).error == 0.0


def test_labelled_pairs_are_judged_and_others_passed_over() -> None:
    pairs = [
        TextPair("1", "The mast is 30 m high.", "The mast is 40 m high.", "contradict"),
        TextPair("2", "The mast is 30 m high.", "The mast is 40 m high."),
    ]
    (only,) = cases_of_pairs(pairs, fc.judge_pair, "file")
    assert only.judgement is not None
    assert only.right(only.judgement.stance)
    assert Vote("value", Stance.CONTRADICTS) in only.judgement.votes


def test_the_library_s_own_weights_are_numbers() -> None:
    path = Path(fc.__file__).parent / "judging" / "calibration.toml"
    weights = tomllib.loads(path.read_text(encoding="utf-8"))["weights"]
    assert {stance.value for stance in Stance} <= weights.keys()
    assert load_calibration(path).weights == weights
