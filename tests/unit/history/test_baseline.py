"""Baselines survive their file, and only what the words decide decides."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck as fc
from factcheck.api import Result
from factcheck.errors import ConfigurationError
from factcheck.history.baseline import accept, baseline_text, read_baseline
from factcheck.history.renames import renames
from factcheck.history.standing import following, stand
from factcheck.model import AcceptedFinding, Baseline, RecordedClaim, RecordedPair, Stance
from factcheck.serialization import baseline_from_data, baseline_to_data

MILL = ("The mill was built in 1784.", "The mill was built in 1812.")
TOWER = ("The tower is 40 m high.", "The tower is 90 m high.")

words = st.text(min_size=1, max_size=12)
claims = st.builds(RecordedClaim, st.sampled_from("AB"), words, words)


@st.composite
def findings(draw: st.DrawFn) -> AcceptedFinding:
    some = draw(st.lists(claims, min_size=2, max_size=4, unique_by=lambda one: one.fingerprint))
    ends = st.sampled_from([claim.fingerprint for claim in some])
    stances = st.sampled_from([Stance.CONTRADICTS, Stance.QUALIFIES])
    pairs = st.builds(RecordedPair, stances, ends, ends)
    several = draw(st.lists(pairs, min_size=1, max_size=3))
    return AcceptedFinding(draw(words), tuple(some), tuple(several), *draw(st.tuples(words, words)))


def checked(*texts: str, names: tuple[str, ...] = ()) -> Result:
    called = names or tuple(f"{number}.txt" for number in range(len(texts)))
    documents = (fc.read_text(text, name=name) for text, name in zip(texts, called, strict=True))
    return fc.check(fc.Corpus("", tuple(documents)))


def accepting(result: Result) -> Baseline:
    return accept(result.disputes, result.run)


@settings(deadline=None)
@given(st.lists(findings(), max_size=3))
def test_a_baseline_comes_back_the_same(some: list[AcceptedFinding]) -> None:
    baseline = Baseline(tuple(some), {"min_confidence": 0.5, "select": ["value"]})
    assert baseline_from_data(json.loads(baseline_text(baseline))) == baseline


def test_what_cannot_be_seen_is_escaped_in_the_file() -> None:
    hidden = "a\u202eb\u200bc\u2028d\x7f"
    claims = (RecordedClaim("A", hidden, hidden), RecordedClaim("B", "b", "b"))
    pair = RecordedPair(Stance.CONTRADICTS, claims[0].fingerprint, claims[1].fingerprint)
    baseline = Baseline((AcceptedFinding(hidden, claims, (pair,)),))
    text = baseline_text(baseline)
    assert text.replace("\n", "").isprintable()
    assert baseline_from_data(json.loads(text)) == baseline


def test_the_file_is_sorted_by_document_whatever_the_order_of_findings(tmp_path: Path) -> None:
    result = checked(f"{MILL[0]} {TOWER[0]}", f"{MILL[1]} {TOWER[1]}")
    assert len(result.disputes) == 2
    text = baseline_text(accept(result.disputes, result.run))
    assert text == baseline_text(accept(reversed(result.disputes), result.run))
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    assert read_baseline(tmp_path / "b.json") == accepting(result)


Break = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (lambda d: d["findings"][0].update(reasons=""), r"unknown key 'reasons' @ .*findings\[0\]"),
        (lambda d: d["findings"][0].update(reason=1), r"str expected, found 1 @ .*\.reason"),
        (
            lambda d: d["findings"][0]["claims"][0].update(quote="z"),
            "does not have the fingerprint",
        ),
        (lambda d: d["findings"][0]["claims"][0].pop("document"), "key 'document' missing"),
        (lambda d: d["findings"][0]["claims"].pop(), "refers to a claim that is not listed"),
        (lambda d: d["findings"][0].update(claims=[3]), "object expected, found 3"),
        (lambda d: d["findings"][0]["pairs"][0].update(claims=[]), "a pair has two claims"),
        (lambda d: d["findings"][0]["pairs"][0].update(stance="is"), "'is' is not allowed"),
        (lambda d: d["findings"][0].update(pairs=[]), "does not have the fingerprint"),
        (lambda d: d.update(settings=1), "object expected, found 1"),
        (lambda d: d.update(findings={}), "lacks the list 'findings'"),
    ],
)
def test_a_broken_baseline_is_refused_with_its_place(break_it: Break, message: str) -> None:
    data = deepcopy(baseline_to_data(accepting(checked(*MILL))))
    break_it(data)
    with pytest.raises(ConfigurationError, match=message):
        baseline_from_data(data)


def test_a_reason_may_be_written_into_the_file_by_hand() -> None:
    data = baseline_to_data(accepting(checked(*MILL)))
    data["findings"][0]["reason"] = "Two editions."
    del data["findings"][0]["date"]
    assert baseline_from_data(data).findings[0].reason == "Two editions."


def test_findings_that_melt_into_one_are_still_known() -> None:
    two = accepting(checked(*MILL))
    other = accepting(checked(MILL[0], "The mill was built in 1650.", names=("0.txt", "2.txt")))
    last = accepting(checked(MILL[1], "The mill was built in 1650.", names=("1.txt", "2.txt")))
    both = Baseline(two.findings + other.findings + last.findings)
    (dispute,) = checked(*MILL, "The mill was built in 1650.").disputes
    assert both.knows(dispute)
    assert not Baseline(two.findings + other.findings).knows(dispute)


def test_renames_need_most_of_the_words_and_one_heir() -> None:
    assert renames({"a": {"x", "y"}}, {"b": {"x"}, "c": set()}) == {"a": "b"}
    assert renames({"a": {"x", "y", "z"}}, {"b": {"x"}}) == {}
    assert renames({"a": {"x"}}, {"b": {"x"}, "c": {"x"}}) == {}
    assert renames({"a": {"x"}, "b": {"x"}}, {"c": {"x"}}) == {}


def test_entries_follow_a_rename_with_their_fingerprints() -> None:
    baseline = accepting(checked(*MILL))
    renamed = checked(*MILL, names=("old.txt", "1.txt"))
    moved = following(baseline, {"0.txt": "old.txt"})
    assert moved.knows(renamed.disputes[0])
    assert stand(baseline, renamed.run).baseline == moved


def test_a_document_elsewhere_keeps_its_entries() -> None:
    baseline = accepting(checked(*MILL))
    alone = checked(MILL[0]).run
    assert stand(baseline, alone).stale == baseline.findings
    kept = stand(baseline, alone, frozenset({"1.txt"}))
    assert (kept.stale, kept.unseen, kept.pruned()) == ((), baseline.findings, baseline)


UNRELATED = ("# Notes", "Is it worth a visit?", "Do come and see!", "", "Perhaps one should go.")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(UNRELATED), st.integers(0, 2)), max_size=4))
def test_unrelated_text_anywhere_leaves_findings_known(inserted: list[tuple[str, int]]) -> None:
    baseline = accepting(checked(f"{MILL[0]}\n\n{TOWER[0]}", f"{MILL[1]}\n\n{TOWER[1]}"))
    blocks = [MILL[0], TOWER[0]]
    for text, place in inserted:
        blocks.insert(place, text)
    edited = checked("\n\n".join(blocks), f"{MILL[1]}\n\n{TOWER[1]}")
    standing = stand(baseline, edited.run)
    assert len(standing.accepted) == 2
    assert (standing.new, standing.stale, standing.shrunk) == ((), (), ())
