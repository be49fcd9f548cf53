"""What claims say of each other, as a graph: findings, queries and exports.

``ClaimGraph`` is loaded on first use, because networkx is slow to import and a check that only
prints its findings does not need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.graph.balance import balance, balanced
from factcheck.graph.disputes import agreed, agreements, disputed, disputes
from factcheck.graph.grouping import ANEW, Group, Part, Settling
from factcheck.graph.independence import retold_pairs
from factcheck.graph.objects import Numbered, graph_of, numbered
from factcheck.graph.passages import SharedPassage, shared_passages

if TYPE_CHECKING:
    from factcheck.graph.build import ClaimGraph

__all__ = [
    "ANEW",
    "ClaimGraph",
    "Group",
    "Numbered",
    "Part",
    "Settling",
    "SharedPassage",
    "agreed",
    "agreements",
    "balance",
    "balanced",
    "disputed",
    "disputes",
    "graph_of",
    "numbered",
    "retold_pairs",
    "shared_passages",
]


def __getattr__(name: str) -> Any:
    if name == "ClaimGraph":
        return import_module("factcheck.graph.build").ClaimGraph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
