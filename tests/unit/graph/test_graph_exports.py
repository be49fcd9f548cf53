from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from xml.etree import ElementTree

import networkx as nx
import pytest
from graph_builders import CONTRADICTS, claim, document, judgement, topic
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


def test_node_link_json_loads_back() -> None:
    data = json.loads(to_json(GRAPH))
    assert {"nodes", "edges"} <= data.keys()
    back = nx.node_link_graph(data, edges="edges")
    assert set(back.nodes) == set(GRAPH.nx.nodes)
    assert set(back.edges) == set(GRAPH.nx.edges)


def test_graphml_is_xml_and_loads_back_without_illegal_characters() -> None:
    text = to_graphml(GRAPH)
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
    lines = to_dot(GRAPH).splitlines()
    assert lines[0] == 'digraph "The \\"title\\"" {'
    assert lines[-1] == "}"
    for line in lines:
        assert re.sub(r'"(?:[^"\\]|\\.)*"', "", line).count('"') == 0
    assert "\x00" not in "".join(lines)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot() -> None:
    done = subprocess.run(
        ["dot", "-Tcanon"], input=to_dot(GRAPH).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1))
def test_any_words_make_files_that_open(words: str) -> None:
    source = document("a.txt", words)
    graph = ClaimGraph.from_parts(Corpus(words, (source,)), (claim(source, words),), (), ())
    ElementTree.fromstring(to_graphml(graph).encode("utf-8"))
    assert json.loads(to_json(graph))["nodes"][1]["quote"] == words
    for line in to_dot(graph).encode("utf-8").decode("utf-8").split("\n"):
        assert re.sub(r'"(?:[^"\\]|\\.)*"', "", line).count('"') == 0


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_empty_graph_can_be_exported(name: str) -> None:
    text = FORMATS[name](ClaimGraph.from_parts(Corpus("", ()), (), (), ()))
    assert text.endswith("\n")
