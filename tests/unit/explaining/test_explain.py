"""An explanation tells what really was decided, and its counterfactuals come true."""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import factcheck as fc
from factcheck.api import Result
from factcheck.errors import UnknownIdError
from factcheck.explaining.explanation import ConditionState, Counterfactual, HearingState
from factcheck.explaining.json import write
from factcheck.explaining.text import write as write_text
from factcheck.model import Judgement, Stance
from factcheck.reporting.columns import width
from factcheck.settings import RULE_IDS

ROOT = Path(__file__).parents[3]
MILL = ("The mill was built in 1784.", "The mill was built in 1812.")


def checked(*texts: str, **settings: Any) -> Result:
    documents = (fc.read_text(text, name=f"{number}.txt") for number, text in enumerate(texts))
    return fc.check(fc.Corpus("", tuple(documents)), fc.Settings(**settings))


@cache
def collection() -> Result:
    return fc.check(fc.read(ROOT / "corpus" / "lighthouse"))


def explained(*texts: str, **settings: Any) -> fc.Explanation:
    result = checked(*texts, **settings)
    return result.explain((*result.disputes, *result.qualifications)[0].id)


def by_kind(found: tuple[Counterfactual, ...], kind: str) -> list[Counterfactual]:
    return [one for one in found if one.kind == kind]


def test_hearings_are_the_votes_and_all_the_abstentions() -> None:
    result = collection()
    for one in result.judgements[:12]:
        (pair,) = result.explain(one.id).pairs
        assert [hearing.rule for hearing in pair.hearings] == list(RULE_IDS)
        spoke = {
            (hearing.rule, hearing.stance)
            for hearing in pair.hearings
            if hearing.state in (HearingState.DECIDES, HearingState.VOTES)
        }
        assert spoke == {(vote.rule, vote.stance) for vote in one.votes}
        decides = [each for each in pair.hearings if each.state is HearingState.DECIDES]
        assert [each.rule for each in decides] == [one.rule]
        assert all(hearing.reason for hearing in pair.hearings)


def test_contributions_add_up_to_the_confidence() -> None:
    result = collection()
    for one in result.judgements[:12]:
        (pair,) = result.explain(one.id).pairs
        told = pair.confidence
        assert told is not None
        assert sum(part.points for part in told.contributions) == pytest.approx(told.score)
        share = min(0.98, max(0.02, 1 / (1 + exp(-told.score))))
        assert share == pytest.approx(told.fitted, abs=0.001)
        assert told.final == one.confidence <= told.fitted


def test_entries_stand_where_they_say_and_say_where_they_come_from() -> None:
    explanation = explained("The fee is low.", "The fee is high.")
    entries = {entry.words: entry for told in explanation.claims for entry in told.entries}
    assert entries["low"].key == entries["high"].key == "degrees"
    for told in explanation.claims:
        for entry in told.entries:
            assert entry.span.of(told.claim.source.text) == entry.words
            label, line = entry.place.rsplit(":", 1)
            file = ROOT / "factcheck" / "lexicon" / "packs" / label
            context = file.read_text(encoding="utf-8").split("\n")[int(line) - 1 :]
            assert any(f'"{entry.entry}"' in text for text in context[:40])


def test_denials_and_hedges_name_their_entry() -> None:
    explanation = explained(
        "The mill is not open to the public.", "The mill is open to the public."
    )
    entries = [one for told in explanation.claims for one in told.entries]
    (entry,) = [one for one in entries if one.feature == "negation"]
    assert (entry.words, entry.key) == ("not", "negators")
    changes = by_kind(explanation.pairs[0].counterfactuals, "polarity")
    assert [change.stance for change in changes] == [Stance.AGREES]


def test_ignoring_the_rule_does_what_is_foretold() -> None:
    explanation = explained(*MILL)
    (foretold,) = by_kind(explanation.counterfactuals, "rule")
    assert foretold == Counterfactual("rule", "--ignore value", None)
    assert checked(*MILL, ignore=("value",)).disputes == ()


def test_the_threshold_is_where_the_finding_disappears() -> None:
    explanation = explained(*MILL)
    (foretold,) = by_kind(explanation.counterfactuals, "settings")
    most = explanation.pairs[0].judgement.confidence
    assert foretold.change == f"--min-confidence above {most:.4g}"
    assert checked(*MILL, min_confidence=most).disputes
    assert not checked(*MILL, min_confidence=min(1.0, most + 0.001)).disputes


def test_values_that_would_meet_are_told_and_agree() -> None:
    (pair,) = explained("The tower is 40 m high.", "The tower is 90 m high.").pairs
    told = by_kind(pair.counterfactuals, "value")
    assert [one.stance for one in told] == [Stance.AGREES, Stance.AGREES]
    assert "40 m to 90 m instead of 40 m" in told[0].change
    assert checked("The tower is 40 to 90 m high.", "The tower is 90 m high.").disputes == ()


def test_limits_that_one_source_sets_are_named() -> None:
    explanation = explained("In Norway, the fee is low.", "The fee is high.")
    (pair,) = explanation.pairs
    (place,) = [one for one in pair.matched.conditions if one.kind == "place"]
    assert place.state is ConditionState.ONE_SIDED
    foretold = [one for one in pair.counterfactuals if "another place than “norway”" in one.change]
    assert [one.stance for one in foretold] == [Stance.QUALIFIES]
    tension = checked("In Norway, the fee is low.", "In Spain, the fee is high.")
    assert (len(tension.disputes), len(tension.qualifications)) == (0, 1)
    (again,) = tension.explain(tension.qualifications[0].id).pairs
    dropped = by_kind(again.counterfactuals, "condition")
    assert [(one.change, one.stance) for one in dropped] == [
        ("neither being limited to a place or setting", Stance.CONTRADICTS)
    ]


def test_both_as_a_possibility_is_a_tension() -> None:
    foretold = by_kind(explained(*MILL).pairs[0].counterfactuals, "hedge")
    assert [one.stance for one in foretold] == [Stance.QUALIFIES]


def test_opposites_name_their_entry_and_what_they_decide() -> None:
    (pair,) = explained("The council accepted the plan.", "The council rejected the plan.").pairs
    (relation,) = [one for one in pair.matched.relations if one.kind == "opposites"]
    assert relation.place.startswith("english/")
    (foretold,) = by_kind(pair.counterfactuals, "lexicon")
    assert foretold.stance is None


def test_classes_that_exclude_each_other_are_told_and_what_they_decide() -> None:
    (pair,) = explained("Insulin is a protein.", "Insulin is a vitamin.").pairs
    (foretold,) = by_kind(pair.counterfactuals, "lexicon")
    assert "“protein” and “vitamin” not excluding each other" in foretold.change
    assert foretold.stance is not Stance.CONTRADICTS


def test_a_change_that_went_the_other_way_would_agree() -> None:
    (pair, *_) = explained(
        "The drug raises blood pressure.", "The drug lowers blood pressure."
    ).pairs
    told = by_kind(pair.counterfactuals, "direction")
    assert {one.stance for one in told} == {Stance.AGREES}
    assert "“lowers” in 0.txt instead of “raises”" in {one.change for one in told}


def test_abstentions_say_what_was_missing() -> None:
    (pair,) = explained(*MILL).pairs
    told = {hearing.rule: hearing.reason for hearing in pair.hearings}
    assert told["set"] == "neither claim lists anything"
    assert told["polarity"].startswith("both affirm, and no word")
    assert told["substitution"].startswith("no words that exclude each other")


def test_a_rule_that_was_left_out_says_so() -> None:
    (pair,) = explained(*MILL, ignore=("set",)).pairs
    (left,) = [one for one in pair.hearings if one.state is HearingState.LEFT_OUT]
    assert left.rule == "set"


def test_ids_fingerprints_and_beginnings_name_one_thing() -> None:
    result = checked(*MILL)
    (dispute,), (pair,) = result.disputes, result.judgements
    named = [(one.id, one.fingerprint) for one in result.claims]
    named += [(dispute.id, dispute.fingerprint), (pair.id, pair.fingerprint)]
    for id, fingerprint in named:
        whole = result.explain(id)
        assert id in str(whole).splitlines()[0]
        for name in (fingerprint, f"#{fingerprint}", id[:-3]):
            assert result.explain(name) == whole
    with pytest.raises(UnknownIdError, match="ids start with 'fp-'"):
        result.explain("fp-")
    with pytest.raises(UnknownIdError, match="nothing in these documents"):
        result.explain("")


@frozen
class Own:
    """A judge that gives no grounds."""

    def judge(self, pair: Any) -> Judgement | None:
        (known,) = checked(*MILL).judgements
        spans = {"a_evidence": pair.a.span, "b_evidence": pair.b.span}
        return evolve(known, a=pair.a, b=pair.b, rule="own", grounds=None, votes=(), **spans)


def test_a_judge_of_your_own_is_not_second_guessed() -> None:
    documents = tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(MILL))
    result = fc.check(fc.Corpus("", documents), judge=Own())
    explanation = result.explain(result.disputes[0].id)
    (pair,) = explanation.pairs
    assert (pair.hearings, pair.confidence, pair.counterfactuals) == ((), None, ())
    assert "gives no grounds" in str(explanation)


def test_every_kind_of_thing_fits_the_schema_and_the_terminal() -> None:
    reference = ROOT / "docs" / "reference" / "explanation.schema.json"
    schema = json.loads(reference.read_text(encoding="utf-8"))
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    validator = Draft202012Validator(schema)
    result = collection()
    findings = (*result.disputes[:3], *result.qualifications[:2])
    ids = [one.id for one in findings] + [one.id for one in result.agreements[:2]]
    ids += [result.judgements[0].id, result.claims[0].id, result.topics[0].id]
    for id in (*ids, result.corpus.documents[0].id):
        explanation = result.explain(id)
        data = json.loads(write(explanation))
        assert [error.message for error in validator.iter_errors(data)] == []
        for line in write_text(explanation, verbose=True).splitlines():
            assert width(line) <= 80 or " " not in line.strip()


def test_a_topic_tells_its_judgements_and_a_source_what_was_left_out() -> None:
    result = collection()
    judged = {
        topic.id: [one for one in result.judgements if {one.a.id, one.b.id} <= set(topic.claims)]
        for topic in result.topics
    }
    id, inside = max(judged.items(), key=lambda item: len(item[1]))
    topic = result.explain(id)
    assert {pair.judgement.id for pair in topic.pairs} == {one.id for one in inside} != set()
    assert all(one.id in str(topic) for one in inside)
    result = checked(*MILL, "The mill was built in 1784. Is it open?")
    source = result.explain(result.corpus.documents[2].id)
    assert [one.quote for one in source.skipped] == ["Is it open?"]
    assert "1 claim, 1 passage left out" in str(source)


def test_hostile_words_cannot_command_the_terminal() -> None:
    explanation = explained(
        "The mill\x1b[31m was built in 1784.", "The mill was \u202ebuilt in 1812."
    )
    assert "\x1b" not in str(explanation) and "\u202e" not in str(explanation)
    marked = explained(MILL[0], "The <b>mill</b> was built in 1812.")
    assert "<b>" not in marked._repr_html_()
