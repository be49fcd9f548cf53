"""What a type checker sees of the package: every public name, and no other."""

from __future__ import annotations

import ast
from pathlib import Path

import factcheck as fc


def test_a_type_checker_sees_exactly_the_public_names() -> None:
    """Names that are loaded on first use are imported for it under TYPE_CHECKING.

    ``__getattr__`` has to be hidden from it: else each misspelt name would pass as Any.
    """
    tree = ast.parse(Path(fc.__file__).read_text(encoding="utf-8"))
    checked, hidden = (node for node in tree.body if isinstance(node, ast.If))
    assert ast.unparse(checked.test) == "TYPE_CHECKING"
    names = {
        alias.name
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert sorted({*names, "__version__"}) == fc.__all__
    assert ast.unparse(hidden.test) == "not TYPE_CHECKING"
    assert [node.name for node in hidden.body if isinstance(node, ast.FunctionDef)] == [
        "__getattr__"
    ]
