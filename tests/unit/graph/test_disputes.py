from __future__ import annotations

import random

from graph_builders import AGREES, CONTRADICTS, QUALIFIES, claim, document, judgement
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.graph.disputes import agreements, disputes
from factcheck.graph.independence import independent_sources
from factcheck.graph.positions import letters, shortened
from factcheck.model import Corpus, Judgement, Stance

LOW_A = "The dam has a low risk of leaks."
LOW_B = "Leaks of the dam are unlikely."
HIGH_C = "Leaks make the dam dangerous."
HIGH_D = "The dam leaks every spring."
A, B, C, D = (
    claim(document(f"{name}.txt", words), words)
    for name, words in (("a", LOW_A), ("b", LOW_B), ("c", HIGH_C), ("d", HIGH_D))
)


def test_pairs_on_one_question_become_one_dispute_with_two_sides() -> None:
    pairs = [judgement(x, y, CONTRADICTS, 0.7, "presence") for x in (A, B) for y in (C, D)]
    pairs.append(judgement(A, B, AGREES, 0.9, "paraphrase"))
    contradicting, qualifying = disputes(pairs)
    assert qualifying == ()
    (dispute,) = contradicting
    assert {one.id for one in dispute.judgements} == {one.id for one in pairs[:4]}
    assert [(one.letter, one.sources) for one in dispute.positions] == [
        ("A", ("a.txt", "b.txt")),
        ("B", ("c.txt", "d.txt")),
    ]


def test_without_an_agreement_value_claims_stay_on_sides_of_their_own() -> None:
    (dispute,) = disputes(
        [
            judgement(A, C, CONTRADICTS, 0.7, "value", evidence=("low", "dangerous")),
            judgement(A, D, CONTRADICTS, 0.6, "value", evidence=("low", "every spring")),
        ]
    )[0]
    assert [one.label for one in dispute.positions] == ["low", "dangerous", "every spring"]


def test_the_same_deciding_words_are_one_side() -> None:
    weeks = [
        claim(document(f"w{i}.txt", f"Repairs took {w}."), f"Repairs took {w}.")
        for i, w in enumerate(("two weeks", "a year", "a year"))
    ]
    (dispute,) = disputes(
        [
            judgement(weeks[0], other, CONTRADICTS, 0.8, "value", evidence=("two weeks", "a year"))
            for other in weeks[1:]
        ]
    )[0]
    assert [(one.label, len(one.claims)) for one in dispute.positions] == [
        ("a year", 2),
        ("two weeks", 1),
    ]


def test_claims_that_contradict_never_share_a_side_even_if_all_agree_with_a_third() -> None:
    pairs = [
        judgement(A, B, CONTRADICTS, 0.9),
        judgement(A, C, AGREES, 0.8),
        judgement(B, C, AGREES, 0.7),
    ]
    (dispute,) = disputes(pairs)[0]
    assert len(dispute.positions) == 2
    # C agrees with both sides, so it stands behind neither.
    assert C.id not in {one.id for one in dispute.claims}


def test_a_claim_that_only_agrees_stands_behind_the_side_it_agrees_with() -> None:
    pairs = [judgement(A, C, CONTRADICTS, 0.9), judgement(B, A, AGREES, 0.7)]
    (dispute,) = disputes(pairs)[0]
    assert dispute.positions[0].claims == (A, B)
    assert dispute.positions[1].claims == (C,)


def test_different_aspects_are_different_disputes_of_one_claim() -> None:
    both = disputes(
        [
            judgement(A, C, CONTRADICTS, 0.9, aspect=("leak",)),
            judgement(A, D, CONTRADICTS, 0.8, aspect=("height",)),
        ]
    )[0]
    assert len(both) == 2
    assert all(A in one.claims for one in both)


def test_a_chain_of_half_related_aspects_does_not_swallow_everything() -> None:
    found = disputes(
        [
            judgement(A, B, CONTRADICTS, 0.9, aspect=("abuse", "potential")),
            judgement(B, C, CONTRADICTS, 0.8, aspect=("potential", "benefit")),
            judgement(C, D, CONTRADICTS, 0.7, aspect=("benefit", "sleep")),
        ]
    )[0]
    assert [len(one.judgements) for one in found] == [2, 1]


def test_a_term_in_nearly_every_aspect_links_nothing() -> None:
    fillers = [
        judgement(
            claim(document(f"x{i}.txt", f"Left {i}."), f"Left {i}."),
            claim(document(f"y{i}.txt", f"Right {i}."), f"Right {i}."),
            CONTRADICTS,
            aspect=("dam", f"thing{i}"),
        )
        for i in range(8)
    ]
    apart = [
        judgement(A, C, CONTRADICTS, 0.9, aspect=("dam", "leak")),
        judgement(A, D, CONTRADICTS, 0.8, aspect=("dam", "height")),
    ]
    assert len(disputes(apart)[0]) == 1
    assert len(disputes([*fillers, *apart])[0]) == 10


def test_a_tension_alone_is_a_qualification_and_joins_a_contradiction_on_the_same_question() -> (
    None
):
    assert [one.stance for one in disputes([judgement(A, B, QUALIFIES)])[1]] == [QUALIFIES]
    contradicting, qualifying = disputes(
        [judgement(A, B, QUALIFIES, 0.95), judgement(A, C, CONTRADICTS, 0.7)]
    )
    assert qualifying == ()
    assert contradicting[0].confidence == 0.7
    assert contradicting[0].judgements[0].stance is CONTRADICTS


def test_a_proposition_and_a_part_of_it_are_one_finding() -> None:
    long = "The dam, built in 1960, is safe."
    source = document("s.txt", long)
    whole, part = claim(source, long), claim(source, "built in 1960, is safe")
    found = disputes([judgement(whole, C, CONTRADICTS), judgement(part, D, CONTRADICTS)])[0]
    assert len(found) == 1
    assert {whole.id, part.id} in [{one.id for one in side.claims} for side in found[0].positions]


def test_more_sources_and_authority_come_first() -> None:
    trusted = claim(document("t.txt", "Trains are late.", authority=1.0), "Trains are late.")
    quiet = claim(document("q.txt", "Trains run on time.", authority=1.0), "Trains run on time.")
    first, second = disputes(
        [
            judgement(A, C, CONTRADICTS, 0.9, aspect=("leak",)),
            judgement(quiet, trusted, CONTRADICTS, 0.8, aspect=("train",)),
        ]
    )[0]
    assert (first.topic, second.topic) == ("train", "leak")


def test_agreements_count_copies_once() -> None:
    words = "The old harbour wall was rebuilt in stone after the great storm."
    near = "The old harbour wall was rebuilt of stone after the great storm."
    other = "After the storm, masons replaced the wall of the harbour."
    first, second, third = (
        claim(document(f"{i}.txt", text), text) for i, text in enumerate((words, near, other))
    )
    corpus = Corpus("harbour", (first.source, second.source, third.source))
    (agreement,) = agreements(
        [judgement(first, second, AGREES, 0.95), judgement(first, third, AGREES, 0.7)], corpus
    )
    assert agreement.claims == (first, second, third)
    assert agreement.independent == 2
    assert agreement.confidence == 0.95


def test_short_statements_that_are_alike_are_independent() -> None:
    claims = [claim(document(f"{i}.txt", f"{i} Bees fly."), "Bees fly.") for i in range(3)]
    assert independent_sources(claims) == 3


def test_agreements_within_one_document_are_no_finding() -> None:
    source = document("one.txt", "Bees fly.", "Bees can fly.")
    pair = judgement(claim(source, "Bees fly."), claim(source, "Bees can fly."), AGREES)
    assert agreements([pair], Corpus("", (source,))) == ()


def test_contradicting_claims_are_never_in_one_agreement() -> None:
    pairs = [
        judgement(A, B, AGREES, 0.9),
        judgement(B, C, AGREES, 0.8),
        judgement(A, C, CONTRADICTS, 0.7),
    ]
    corpus = Corpus("", (A.source, B.source, C.source))
    (agreement,) = agreements(pairs, corpus)
    assert agreement.claims == (A, B)


def test_letters_go_on_after_z() -> None:
    names = [letter for letter, _ in zip(letters(), range(28), strict=False)]
    assert names[0] == "A"
    assert names[25:] == ["Z", "AA", "AB"]


@given(st.text(max_size=200), st.integers(5, 80))
def test_shortened_is_one_short_line(text: str, length: int) -> None:
    line = shortened(text, length)
    assert len(line) <= length
    assert line == " ".join(line.split())


CLAIMS = [
    claim(document(f"{i}.txt", f"Statement {i} about the sea."), f"Statement {i} about the sea.")
    for i in range(7)
]
PAIRS = st.builds(
    lambda ends, stance, confidence, aspect, rule: judgement(
        CLAIMS[ends[0]], CLAIMS[ends[1]], stance, confidence, rule, aspect=aspect
    ),
    st.lists(st.integers(0, 6), min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(Stance),
    st.sampled_from([0.5, 0.6, 0.7, 0.9]),
    st.sampled_from([("sea",), ("sea", "salt"), ("tide",), ("tide", "salt")]),
    st.sampled_from(["polarity", "value", "presence"]),
)
WORLDS = st.lists(PAIRS, max_size=20, unique_by=lambda one: (one.a.id, one.b.id))


@settings(max_examples=60, deadline=None)
@given(WORLDS, st.randoms(use_true_random=False))
def test_findings_hold_every_pair_once_and_keep_opponents_apart(
    pairs: list[Judgement], rng: random.Random
) -> None:
    contradicting, qualifying = disputes(pairs)
    found = (*contradicting, *qualifying)
    conflicts = sorted(one.id for one in pairs if one.stance is not AGREES)
    assert sorted(one.id for dispute in found for one in dispute.judgements) == conflicts
    clash = {frozenset((p.a.id, p.b.id)) for p in pairs if p.stance is CONTRADICTS}
    for dispute in found:
        assert len(dispute.positions) > 1
        assert len({one.id for one in dispute.claims}) == len(dispute.claims)
        for one in dispute.judgements:
            sides = [
                side.letter
                for side in dispute.positions
                if one.a in side.claims or one.b in side.claims
            ]
            assert len(sides) == 2
        for side in dispute.positions:
            ids = [one.id for one in side.claims]
            assert not any(frozenset((x, y)) in clash for x in ids for y in ids if x != y)
    shuffled = list(pairs)
    rng.shuffle(shuffled)
    assert disputes(shuffled) == (contradicting, qualifying)
    corpus = Corpus("", tuple(one.source for one in CLAIMS))
    assert agreements(shuffled, corpus) == agreements(pairs, corpus)


def test_one_claim_of_two_respects_is_in_two_disputes() -> None:
    low = document("a.txt", "The silo is 20 metres high and 5 metres from the road.")
    high = document("b.txt", "The silo is 30 metres high.")
    far = document("c.txt", "The silo stands 90 metres from the road.")
    one, two, three = claim(low, low.text), claim(high, high.text), claim(far, far.text)
    pairs = (
        judgement(one, two, CONTRADICTS, rule="value", aspect=("high", "silo")),
        judgement(one, three, CONTRADICTS, rule="value", aspect=("from", "silo")),
    )
    found, _ = disputes(pairs)
    assert sorted(len(dispute.judgements) for dispute in found) == [1, 1]


def test_a_respect_is_one_whatever_else_is_said_of_its_bearer() -> None:
    first = document("a.txt", "A trip by cable car costs 9 pounds.")
    second = document("b.txt", "A trip costs 12 pounds.")
    third = document("c.txt", "A single trip costs 11 pounds.")
    one, two, three = claim(first, first.text), claim(second, second.text), claim(third, third.text)
    pairs = (
        judgement(one, two, CONTRADICTS, rule="value", aspect=("cost", "trip")),
        judgement(two, three, CONTRADICTS, rule="value", aspect=("cost", "singl", "trip")),
    )
    found, _ = disputes(pairs)
    assert [len(dispute.judgements) for dispute in found] == [2]


def test_a_side_of_figures_is_not_backed_by_who_gives_none() -> None:
    sources = [
        document("a.txt", "Nine of ten ferries arrive."),
        document("b.txt", "Half of the ferries arrive."),
        document("c.txt", "The town grew when ferries arrived."),
        document("d.txt", "Nearly all ferries arrive."),
    ]
    most, half, grew, nearly = (claim(source, source.text) for source in sources)
    pairs = (
        judgement(most, half, CONTRADICTS, rule="value", aspect=("ferri",)),
        judgement(most, grew, AGREES, rule="paraphrase", aspect=("ferri", "arriv")),
        judgement(most, nearly, AGREES, rule="value", aspect=("ferri",)),
    )
    (found,), _ = disputes(pairs)
    assert {frozenset(position.sources) for position in found.positions} == {
        frozenset({"a.txt", "d.txt"}),
        frozenset({"b.txt"}),
    }
