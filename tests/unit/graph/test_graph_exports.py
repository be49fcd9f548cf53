from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from xml.etree import ElementTree

import networkx as nx
import pytest
from graph_builders import AGREES, CONTRADICTS, QUALIFIES, claim, document, judgement, topic
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.graph import ClaimGraph
from factcheck.graph.exports import FORMATS, to_dot, to_graphml, to_json
from factcheck.model import Corpus

NASTY = 'Quote " and \\N, <b>&amp; \x00\x0b\ud800\ufffe 水 🌊'
ONE = document('a "b"\n水.txt', NASTY)
TWO = document("two.txt", "Plain words.")
A, B = claim(ONE, NASTY), claim(TWO, "Plain words.")
TOPIC = topic("words & signs", A, B)
GRAPH = ClaimGraph.from_parts(
    Corpus('The "title"', (ONE, TWO)), (A, B), (TOPIC,), (judgement(A, B, CONTRADICTS),)
)


def whole(pieces: Iterator[str]) -> str:
    return "".join(pieces)


def test_node_link_json_loads_back() -> None:
    data = json.loads(whole(to_json(GRAPH)))
    assert {"nodes", "edges"} <= data.keys()
    back = nx.node_link_graph(data, edges="edges")
    assert set(back.nodes) == set(GRAPH.nx.nodes)
    assert set(back.edges) == set(GRAPH.nx.edges)


@pytest.fixture(scope="module")
def bridges() -> ClaimGraph:
    """A graph with everything in it: all kinds of nodes and edges, all stances."""
    said = ("opened in 1931", "opened in 1932", "was opened in 1931 and has 4 lanes")
    sources = [document(f"{number}.txt", words) for number, words in enumerate(said)]
    claims = [claim(source, words) for source, words in zip(sources, said, strict=True)]
    first, second, third = claims
    return ClaimGraph.from_parts(
        Corpus("Bridges", tuple(sources)),
        claims,
        (topic("bridge opening", *claims), topic("lanes", third)),
        (
            judgement(first, second, CONTRADICTS, 0.9),
            judgement(first, third, AGREES, 0.8),
            judgement(first, third, QUALIFIES, 0.4),
        ),
    )


def test_node_link_json_brings_every_attribute_back(bridges: ClaimGraph) -> None:
    back = nx.node_link_graph(json.loads(whole(to_json(bridges))), edges="edges")
    assert dict(back.nodes) == dict(bridges.nx.nodes)
    assert dict(back.edges) == dict(bridges.nx.edges)
    assert back.graph == bridges.nx.graph
    assert back.is_directed()
    assert back.is_multigraph()


def test_graphml_brings_every_attribute_back(bridges: ClaimGraph) -> None:
    back = nx.read_graphml(io.BytesIO(whole(to_graphml(bridges)).encode()), force_multigraph=True)
    for read, written in (
        (dict(back.nodes), dict(bridges.nx.nodes)),
        (dict(back.edges), dict(bridges.nx.edges)),
    ):
        assert read.keys() == written.keys()
        for name, attributes in written.items():
            # GraphML has neither lists nor missing values.
            flat = {
                key: "; ".join(value) if isinstance(value, list) else value
                for key, value in attributes.items()
                if value is not None
            }
            # networkx puts the key of an edge among its attributes.
            assert {key: value for key, value in read[name].items() if key != "id"} == flat
            assert all(type(read[name][key]) is type(value) for key, value in flat.items())
    assert back.graph["title"] == "Bridges"


def test_graphml_is_xml_and_loads_back_without_illegal_characters() -> None:
    text = whole(to_graphml(GRAPH))
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag.endswith("graphml")
    back = nx.read_graphml(io.BytesIO(text.encode("utf-8")), force_multigraph=True)
    assert set(back.nodes) == set(GRAPH.nx.nodes)
    assert set(back.edges) == set(GRAPH.nx.edges)
    label = back.nodes[A.id]["label"]
    assert label == 'Quote " and \\N, <b>&amp;  水 🌊'
    assert back.nodes[TOPIC.id]["terms"] == "&; signs; words"
    assert "attribution" not in back.nodes[A.id]


def test_every_string_of_dot_is_closed() -> None:
    lines = whole(to_dot(GRAPH)).splitlines()
    assert lines[0] == 'digraph "The \\"title\\"" {'
    assert lines[-1] == "}"
    for line in lines:
        assert re.sub(r'"(?:[^"\\]|\\.)*"', "", line).count('"') == 0
    assert "\x00" not in "".join(lines)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot() -> None:
    done = subprocess.run(
        ["dot", "-Tcanon"], input=whole(to_dot(GRAPH)).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1))
def test_any_words_make_files_that_open(words: str) -> None:
    source = document("a.txt", words)
    graph = ClaimGraph.from_parts(Corpus(words, (source,)), (claim(source, words),), (), ())
    ElementTree.fromstring(whole(to_graphml(graph)).encode("utf-8"))
    assert json.loads(whole(to_json(graph)))["nodes"][1]["quote"] == words
    for line in whole(to_dot(graph)).encode("utf-8").decode("utf-8").split("\n"):
        assert re.sub(r'"(?:[^"\\]|\\.)*"', "", line).count('"') == 0


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_empty_graph_can_be_exported(name: str) -> None:
    text = whole(FORMATS[name](ClaimGraph.from_parts(Corpus("", ()), (), (), ())))
    assert text.endswith("\n")
