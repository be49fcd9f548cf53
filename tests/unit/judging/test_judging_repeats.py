"""What is said of two claims goes for all that say the same in the same words."""

from __future__ import annotations

import pickle
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields

import factcheck as fc
from factcheck.judging import RuleJudge
from factcheck.judging.repeats import _PLACE, saying
from factcheck.model import CandidatePair, Certainty, Claim, ClaimKind, Cue, Mention, Polarity, Span
from factcheck.pipeline import make_pipeline

CORPORA = Path(__file__).parents[3] / "corpus"

TEXTS = (
    "The Orla Bridge is 40 metres long. It was built in 1931. No lorry may cross it.",
    "The Orla Bridge is 45 metres long. It was built in 1935. Lorries may cross it.",
    "Some say so. The Orla Bridge is 40 metres long. In spring, the toll rises.",
    "The Orla Bridge is 45 metres long. In spring, the toll of the Orla Bridge falls.",
)


def linked_claims(corpus: fc.Corpus) -> tuple[RuleJudge, tuple[Claim, ...]]:
    pipeline = make_pipeline(fc.Settings(jobs=1))
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    judge = pipeline.make_judge(linked)
    assert isinstance(judge, RuleJudge)
    return judge, linked.claims


def moved(corpus: fc.Corpus) -> fc.Corpus:
    """The documents, and each once more behind a line that says nothing."""
    again = [fc.read_text(f"See below!\n\n{one.text}", name=f"again-{one.name}") for one in corpus]
    return fc.Corpus("", (*corpus, *again))


@pytest.mark.parametrize("name", ["kefir", "lighthouse", "tramway", ""])
def test_it_is_what_would_be_said_of_each_pair_by_itself(name: str) -> None:
    corpus = (
        fc.read(CORPORA / name)
        if name
        else fc.Corpus("", tuple(fc.read_text(text, name=str(n)) for n, text in enumerate(TEXTS)))
    )
    judge, claims = linked_claims(moved(corpus))
    pairs = make_pipeline(fc.Settings(jobs=1)).blocker(claims, judge.context.weights).pairs
    told = [judge.judge(pair) for pair in pairs]
    alone = [evolve(judge).judge(pair) for pair in pairs]
    assert told == alone
    found = [(one.a.source.name, one.b.source.name) for one in told if one is not None]
    assert any(all(name.startswith("again-") for name in names) for names in found)


def test_evidence_is_found_where_the_claim_stands() -> None:
    corpus = fc.Corpus("", tuple(fc.read_text(t, name=str(n)) for n, t in enumerate(TEXTS[:2])))
    judge, claims = linked_claims(moved(corpus))
    lengths = [one for one in claims if "metres" in one.text]
    quoted = set()
    for a, b in combinations(lengths, 2):
        said = judge.judge(CandidatePair(a, b, ()))
        if said is not None and said.stance is fc.Stance.CONTRADICTS:
            quoted.add((said.a_evidence.of(a.source.text), said.b_evidence.of(b.source.text)))
    assert quoted == {("40 metres", "45 metres"), ("45 metres", "40 metres")}


def test_what_repeats_itself_is_compared_once() -> None:
    judge, claims = linked_claims(
        fc.Corpus("", tuple(fc.read_text(TEXTS[0], name=str(n)) for n in range(4)))
    )
    asked: list[CandidatePair] = []

    def noted(pair: CandidatePair) -> None:
        asked.append(pair)

    for a, b in combinations(claims, 2):
        judge.repeats.said(CandidatePair(a, b, ()), noted)
    kinds = len({claim.text for claim in claims})
    assert len(asked) <= kinds * kinds < len(claims) * (len(claims) - 1) // 2


CLAIM = Claim(
    fc.read_text("At last, the tower is not 36 m tall.", name="one"),
    Span(9, 35),
    "the tower is not 36 m tall",
    Span(0, 36),
)
DIFFERENT: dict[str, Any] = {
    "text": "the mast is not 36 m tall",
    "subject": Mention("the tower", Span(9, 18), ("tower",)),
    "predicate": ("be",),
    "object": Mention("36 m", Span(26, 30), ()),
    "polarity": Polarity.NEGATED,
    "negation": Cue("not", Span(22, 25)),
    "certainty": Certainty.HEDGED,
    "hedge": Cue("at last", Span(0, 7)),
    "attribution": "the mayor",
    "endorsed": False,
    "conditions": ("time:now",),
    "terms": ("tower",),
    "kind": ClaimKind.QUANTITY,
}
LISTS = {"changes", "values", "categories", "items", "presences", "appraisals"}


def test_claims_that_differ_in_anything_do_not_say_the_same() -> None:
    names = {one.name for one in fields(Claim)} - _PLACE
    assert names == DIFFERENT.keys() | LISTS
    listed: Any = dict.fromkeys(LISTS, (Cue("x", Span(9, 10)),))
    said = {saying(evolve(CLAIM, **{name: held})) for name, held in (DIFFERENT | listed).items()}
    assert len({saying(CLAIM)} | said) == 1 + len(names)


def test_nor_do_those_whose_words_stand_elsewhere_in_them_or_are_others() -> None:
    hedged = evolve(CLAIM, hedge=Cue("at last", Span(0, 7)))
    shifted = evolve(CLAIM, hedge=Cue("at last", Span(1, 7)))
    spelt = evolve(hedged, source=fc.read_text(CLAIM.source.text.replace("At", "AT"), "two"))
    shouted = evolve(CLAIM, source=fc.read_text(CLAIM.source.text.replace("not", "NOT"), "two"))
    assert len({saying(one) for one in (CLAIM, hedged, shifted, spelt, shouted)}) == 5


def test_where_a_claim_stands_is_no_part_of_what_it_says() -> None:
    text = CLAIM.source.text
    later = evolve(
        CLAIM,
        source=fc.read_text(f"Hm. {text}", "two"),
        span=CLAIM.span.moved(4),
        sentence=Span(4, 40),
        topics=("t-1",),
        occurrence=3,
        negation=Cue("not", Span(26, 29)),
    )
    assert saying(later) == saying(evolve(CLAIM, negation=Cue("not", Span(22, 25))))


def test_nothing_of_it_travels() -> None:
    judge, claims = linked_claims(fc.Corpus("", (fc.read_text(TEXTS[0], name="a"),)))
    small = len(pickle.dumps(judge.repeats))
    for a, b in combinations(claims, 2):
        judge.judge(CandidatePair(a, b, ()))
    assert len(pickle.dumps(judge.repeats)) == small
