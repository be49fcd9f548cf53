"""The notebook of the tutorial runs from top to bottom, and is kept without its outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "tutorial" / "notebook.ipynb"
TEXT = NOTEBOOK.read_text(encoding="utf-8")


def read() -> Any:
    return nbformat.reads(TEXT, as_version=4)  # type: ignore[no-untyped-call]


def test_it_is_a_valid_notebook_without_outputs() -> None:
    notebook = read()
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count, dict(cell.metadata)) == ([], None, {})
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


@pytest.fixture(scope="module")
def executed() -> Any:
    notebook = read()
    place = {"metadata": {"path": str(NOTEBOOK.parent)}}
    return NotebookClient(notebook, timeout=60, resources=place).execute()


def shown(notebook: Any) -> list[str]:
    """The HTML, or else the text, that each code cell showed."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            data = [output.get("data", {}) for output in cell.outputs]
            html = "".join(one.get("text/html", "") for one in data)
            found.append(html or "".join(one.get("text", "") for one in cell.outputs))
    return found


def test_it_runs_and_every_value_draws_itself(executed: Any) -> None:
    corpus, result, dispute, words, counts, disputes, *rest = shown(executed)
    matrix, bars, graph, verification, _ = rest
    assert "5 documents" in corpus
    assert "disputes ≠" in result
    assert "confidence" in dispute
    assert "documents/" in words
    assert "<table" in counts
    assert "<table" in disputes
    assert matrix.startswith("<svg")
    assert bars.startswith("<svg")
    assert "Disputed topic" in graph
    assert "factcheck" in verification


def test_it_writes_nothing_beside_itself(executed: Any) -> None:
    assert sorted(path.name for path in NOTEBOOK.parent.iterdir()) == [
        "first-report.md",
        "notebook.ipynb",
    ]
