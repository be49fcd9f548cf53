from __future__ import annotations

import subprocess
import sys

import pytest
from graph_builders import AGREES, CONTRADICTS, QUALIFIES, claim, document, judgement, run, topic

from factcheck.errors import UnknownIdError
from factcheck.graph import ClaimGraph
from factcheck.model import Corpus, Stance

ONE = document("one.txt", "The lake is deep.", "The lake is cold.")
TWO = document("two.txt", "The lake is shallow.", "Cold is the lake.")
DEEP, COLD = claim(ONE, "The lake is deep."), claim(ONE, "The lake is cold.")
SHALLOW, CHILLY = claim(TWO, "The lake is shallow."), claim(TWO, "Cold is the lake.")
CLAIMS = (DEEP, COLD, SHALLOW, CHILLY)
LAKE = topic("lake", *CLAIMS)
DEPTH = topic("lake depth", DEEP, SHALLOW)
JUDGEMENTS = (
    judgement(DEEP, SHALLOW, CONTRADICTS, 0.9, aspect=("depth",)),
    judgement(COLD, CHILLY, AGREES, 0.8, aspect=("cold",)),
    judgement(DEEP, CHILLY, QUALIFIES, 0.5, aspect=("water",)),
)
CORPUS = Corpus("lakes", (ONE, TWO))
GRAPH = ClaimGraph.from_parts(CORPUS, CLAIMS, (LAKE, DEPTH), JUDGEMENTS)


def test_nodes_and_edges_are_all_there() -> None:
    kinds = [attributes["kind"] for _, attributes in GRAPH.nx.nodes(data=True)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"source": 2, "topic": 2, "claim": 4}
    edges = [attributes["kind"] for _, _, attributes in GRAPH.nx.edges(data=True)]
    assert {kind: edges.count(kind) for kind in sorted(set(edges))} == {
        "about": 6,
        "agrees": 1,
        "contradicts": 1,
        "qualifies": 1,
        "related": 1,
        "stated_in": 4,
    }
    keys = [key for _, _, key in GRAPH.nx.edges(keys=True)]
    assert len(set(keys)) == len(keys)
    (weight,) = (
        attributes["weight"]
        for _, _, attributes in GRAPH.nx.edges(data=True)
        if attributes["kind"] == "related"
    )
    assert weight == 2


def test_neighbours_come_with_their_judgement_the_surest_first() -> None:
    found = GRAPH.neighbours(DEEP.id[:9])
    assert [(one.claim, one.stance) for one in found] == [
        (SHALLOW, CONTRADICTS),
        (CHILLY, QUALIFIES),
    ]


def test_positions_of_a_topic_keep_opponents_apart() -> None:
    sides = GRAPH.positions("Lake depth")
    assert [side.claims for side in sides] == [(DEEP,), (SHALLOW,)]
    assert GRAPH.positions(LAKE)[0].claims == (COLD, CHILLY)


def test_the_most_disputed_topic_comes_first() -> None:
    first, second = GRAPH.most_disputed()
    assert (first.topic, second.topic) == (LAKE, DEPTH)
    assert [first.score, second.score] == pytest.approx([0.9 + 0.25, 0.9])
    assert first.stances[Stance.AGREES] == 1
    assert GRAPH.most_disputed(1) == (first,)


def test_agreement_matrix_counts_stances_of_each_two_sources() -> None:
    assert GRAPH.agreement_matrix() == {
        ("one.txt", "two.txt"): {CONTRADICTS: 1, AGREES: 1, QUALIFIES: 1}
    }


@pytest.mark.parametrize("name", ["", "t-", "no such topic"])
def test_an_unknown_or_ambiguous_topic_is_an_error(name: str) -> None:
    with pytest.raises(UnknownIdError):
        GRAPH.positions(name)


def test_an_unknown_claim_is_an_error() -> None:
    with pytest.raises(UnknownIdError, match="no claim"):
        GRAPH.neighbours("c-nothing")


def test_the_graph_of_a_run_holds_its_findings() -> None:
    graph = ClaimGraph.from_run(run(CORPUS, CLAIMS, JUDGEMENTS))
    assert graph.disputes == ()  # as the run says
    assert [one.topic for one in GRAPH.disputes] == ["depth"]


def test_findings_do_not_load_networkx() -> None:
    code = "import sys, factcheck.graph; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
