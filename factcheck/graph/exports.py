"""The graph in the formats of other tools: node-link JSON, GraphML, DOT."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from factcheck.graph.build import ClaimGraph
from factcheck.graph.positions import shortened

if TYPE_CHECKING:
    from factcheck.graph.build import Graph

# Characters outside the "Char" production of XML 1.0 (section 2.2).
_ILLEGAL_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

_SHAPES = {"source": "box", "claim": "ellipse", "topic": "diamond"}
# Styles differ as well as colours, so that a print in black and white tells the stances apart.
_EDGE_STYLES = {
    "agrees": 'style=solid, color="#2b6a4d", dir=none',
    "contradicts": 'style=bold, color="#a3271f", dir=none',
    "qualifies": 'style=dashed, color="#8a6d1d", dir=none',
    "stated_in": 'style=dotted, color="#777777"',
    "about": 'style=dotted, color="#777777"',
    "related": 'style=dotted, color="#bbbbbb", dir=none',
}


def to_node_link(graph: ClaimGraph) -> dict[str, Any]:
    """Return the graph as networkx' node-link data, with the edges under ``edges``."""
    data: dict[str, Any] = nx.node_link_data(graph.nx, edges="edges")
    return data


def to_json(graph: ClaimGraph) -> Iterator[str]:
    """Yield the node-link data as JSON text that ends with a line break, a line at a time."""
    yield from json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(to_node_link(graph))
    yield "\n"


def to_graphml(graph: ClaimGraph) -> Iterator[str]:
    """Yield the graph as GraphML, which graph tools open, line by line.

    GraphML knows neither lists nor missing values nor every character: lists become texts joined
    by ``; ``, attributes without a value are left out, characters that XML forbids are removed.
    """
    flat: Graph = nx.MultiDiGraph(**_flat(graph.nx.graph))
    for node, attributes in graph.nx.nodes(data=True):
        flat.add_node(_legal(node), **_flat(attributes))
    for start, end, key, attributes in graph.nx.edges(keys=True, data=True):
        flat.add_edge(_legal(start), _legal(end), key=_legal(str(key)), **_flat(attributes))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in nx.generate_graphml(flat):
        if not line.startswith("<?xml"):
            yield f"{line}\n"


def to_dot(graph: ClaimGraph) -> Iterator[str]:
    """Yield the graph in the DOT language of Graphviz, line by line."""
    yield f"digraph {_quoted(graph.nx.graph.get('title') or 'claims')} {{\n"
    yield '  node [fontname="serif"]; edge [fontname="serif"];\n'
    for node, attributes in graph.nx.nodes(data=True):
        label = _quoted(shortened(str(attributes["label"])))
        yield f"  {_quoted(node)} [label={label}, shape={_SHAPES[attributes['kind']]}];\n"
    for start, end, attributes in graph.nx.edges(data=True):
        style = _EDGE_STYLES[attributes["kind"]]
        note = f", label={_quoted(_edge_label(attributes))}" if "rule" in attributes else ""
        yield f"  {_quoted(start)} -> {_quoted(end)} [{style}{note}];\n"
    yield "}\n"


FORMATS = {"json": to_json, "graphml": to_graphml, "dot": to_dot}
"""The writers, by the name of their format."""


def _flat(attributes: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in attributes.items():
        if isinstance(value, list | tuple):
            flat[name] = _legal("; ".join(map(str, value)))
        elif isinstance(value, str):
            flat[name] = _legal(value)
        elif value is not None:
            flat[name] = value
    return flat


def _legal(text: str) -> str:
    return _ILLEGAL_IN_XML.sub("", text)


def _edge_label(attributes: dict[str, Any]) -> str:
    return f"{attributes['label']} ({attributes['rule']} {attributes['confidence']:.2f})"


def _quoted(text: str) -> str:
    clean = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = clean.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
