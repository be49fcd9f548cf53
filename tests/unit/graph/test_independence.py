"""Sources that repeat each other are counted once."""

from __future__ import annotations

from attrs import evolve
from graph_builders import claim, document
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.graph.independence import RETOLD, Retold, independent_sources, retold_pairs
from factcheck.model import CandidatePair, Corpus

MILL = (
    "The Oakley mill was built in 1786. Its wheel drove three pairs of stones. "
    "The miller paid no rent until 1820. In 1831 a fire destroyed the roof. "
    "The building now houses a small museum. Entrance is free on Sundays."
)
RETOLD_MILL = (
    "Oakley mill dates from 1786. Three pairs of millstones were driven by its wheel. "
    "Until 1820, no rent was paid by the miller. The roof was destroyed by a fire in 1831. "
    "Today a little museum is housed in the building. On Sundays admission is free."
)
# The same facts where they come to another author's mind, between others.
OTHER_MILL = (
    "Visitors enter for nothing on Sundays. The museum at the Oakley mill shows tools and ledgers. "
    "Children like the cat. Repairs after the fire of 1831 ruined the owner, whose father had paid "
    "no rent until 1820. The mill was built in 1786."
)


def supporters(*texts: str) -> set[int]:
    """Return how many independent sources the agreements of a check have."""
    documents = tuple(fc.read_text(text, name=f"{number}.txt") for number, text in enumerate(texts))
    return {one.independent for one in fc.check(Corpus("", documents)).agreements}


def test_a_passage_retold_in_other_words_is_no_second_witness() -> None:
    assert supporters(MILL, RETOLD_MILL) == {1}


def test_an_author_who_orders_the_facts_anew_is_a_second_witness() -> None:
    assert supporters(MILL, OTHER_MILL) == {2}


def pairs(order: tuple[int, ...], gap: str = "") -> list[CandidatePair]:
    """Return pairs of statements alike, made in this order by a second source."""
    words = ["granite pier", "iron gate", "slate roof", "oak door", "brick tower", "glass dome"]
    first = document("a.txt", *words)
    second = document("b.txt", *(words[number] + gap for number in order))
    return [
        CandidatePair(
            evolve(claim(first, text), terms=tuple(text.split())),
            evolve(claim(second, text), terms=tuple(text.split())),
            (),
        )
        for text in words
    ]


def found(given: list[CandidatePair], weights: dict[str, float]) -> set[tuple[str, str]]:
    return set(retold_pairs(given, weights))


def test_statements_in_one_order_are_retold() -> None:
    assert len(found(pairs((0, 1, 2, 3, 4, 5)), {})) == 6


def test_a_run_has_to_be_long_enough() -> None:
    assert len(found(pairs((0, 1, 2, 3, 5, 4)), {})) == 6
    assert found(pairs((2, 1, 0, 5, 4, 3)), {}) == set()
    assert found(pairs((0, 1, 2, 3, 4, 5))[: RETOLD - 1], {}) == set()


def test_statements_far_apart_are_no_passage() -> None:
    assert found(pairs((0, 1, 2, 3, 4, 5), gap="." * 600), {}) == set()


def test_terms_that_are_everywhere_make_nothing_alike() -> None:
    everywhere = dict.fromkeys(
        "granite pier iron gate slate roof oak door brick tower".split(), 0.0
    )
    assert found(pairs((0, 1, 2, 3, 4, 5)), {**everywhere, "glass": 0, "dome": 0}) == set()


@given(st.permutations(range(6)), st.randoms())
def test_the_order_of_pairs_changes_nothing(order: list[int], chance: object) -> None:
    given_pairs = pairs(tuple(order))
    shuffled = list(given_pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found(shuffled, {}) == found(given_pairs, {})


def test_sources_count_once_where_one_retells_the_other() -> None:
    one, other = (claim(document(name, "Bees fly."), "Bees fly.") for name in ("a.txt", "b.txt "))
    far = claim(document("c.txt", "Bees do fly."), "Bees do fly.")
    assert independent_sources([one, far]) == 2
    assert independent_sources([one, far], Retold.of([(one.id, far.id)])) == 1
    assert independent_sources([one, other, far], Retold.of([(one.id, far.id)])) == 1


def test_sources_that_share_a_long_passage_nearly_count_once() -> None:
    words = "the old mill by the river was built of granite in"
    years = [claim(document(f"{year}.txt", f"{words} {year}"), words) for year in (1786, 1787)]
    other = "the museum in the mill shows tools that the last miller left"
    told = claim(document("other.txt", other), other)
    assert independent_sources([*years, told]) == 2
    assert independent_sources([told, *years]) == 2


def test_pairs_within_a_document_are_not_retold() -> None:
    one = document("a.txt", "granite pier", "iron gate", "slate roof", "oak door", "granite pier.")
    claims = [claim(one, words) for words in one.text.split("\n")]
    alike = [CandidatePair(each, evolve(each, text="again"), ()) for each in claims]
    assert found(alike, {}) == set()


def test_each_part_of_the_pairs_yields_its_part() -> None:
    some = pairs((0, 1, 2, 3, 4, 5))
    others = [CandidatePair(pair.b, pair.a, ()) for pair in some]
    assert [*retold_pairs(some, {}), *retold_pairs(others, {})] == [
        *retold_pairs([*some, *others], {})
    ]
