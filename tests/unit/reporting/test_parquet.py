"""Lists of a run as Parquet: what JSON holds, in columns of fixed types."""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow.parquet import ParquetFile

import factcheck as fc
from factcheck.errors import ConfigurationError
from factcheck.partitions import PartitionedCheck
from factcheck.pipeline import make_pipeline
from factcheck.reporting.parquet import SHAPES, rows, schema, write_rows
from factcheck.serialization import LINE_TYPES, to_data
from factcheck.settings import Settings

ROOT = Path(__file__).parents[3]
PUBLISHED = json.loads((ROOT / "docs/reference/run.schema.json").read_text(encoding="utf-8"))
PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool}


def shape(node: dict[str, Any]) -> Any:
    """What a column has to be for what a JSON schema allows."""
    if "$ref" in node:
        return shape(PUBLISHED["$defs"][node["$ref"].rpartition("/")[2]])
    if "anyOf" in node:
        (other,) = [one for one in node["anyOf"] if one.get("type") != "null"]
        return shape(other)
    if "enum" in node or "const" in node:
        return str
    kinds = [node["type"]] if isinstance(node["type"], str) else node["type"]
    (kind,) = [one for one in kinds if one != "null"]
    if kind == "array":
        return [shape(node["items"])]
    if kind == "object":
        return {name: shape(held) for name, held in node["properties"].items()}
    return PLAIN[kind]


@pytest.mark.parametrize("key", LINE_TYPES)
def test_columns_are_the_published_keys(key: str) -> None:
    assert SHAPES[key] == shape(PUBLISHED["properties"][key]["items"])
    assert list(SHAPES[key]) == list(shape(PUBLISHED["properties"][key]["items"]))


def test_columns_of_the_run_are_the_published_keys() -> None:
    whole = {key: node for key, node in PUBLISHED["properties"].items() if key not in LINE_TYPES}
    assert set(SHAPES["run"]) == {*whole, "lines"}
    for key in whole.keys() - {"settings"}:
        assert SHAPES["run"][key] == shape(whole[key])


def filled(entry: Any, wanted: Any) -> Any:
    """An entry of JSON with null for what it leaves out."""
    if entry is None:
        return None
    if isinstance(wanted, dict):
        return {name: filled(entry.get(name), held) for name, held in wanted.items()}
    return [filled(one, wanted[0]) for one in entry] if isinstance(wanted, list) else entry


def test_rows_hold_what_json_holds(tmp_path: Path) -> None:
    corpus = fc.read(ROOT / "corpus/ketamine")
    data = json.loads(json.dumps(to_data(fc.check(corpus).run)))
    check = PartitionedCheck(make_pipeline(Settings()), 5_000, format="parquet")
    summary = check.run(corpus, tmp_path / "out")
    for key in LINE_TYPES:
        files = sorted((tmp_path / "out").glob(f"*-{key}-*.parquet"))
        found = [row for file in files for row in rows(file)]
        assert found == [filled(entry, SHAPES[key]) for entry in data[key]]
        assert all(ParquetFile(file).schema_arrow == schema(key) for file in files)
    (run,) = rows(tmp_path / "out" / "00-run.parquet")
    assert json.loads(run["settings"]) == data["settings"]
    assert run["lines"] == summary.lines.total() == sum(len(data[key]) for key in LINE_TYPES)
    assert {file.name[:2] for file in summary.files} >= {"00", "01", "03", "07"}


def written(key: str, *lines: bytes) -> pa.Table:
    file = BytesIO()
    write_rows(file, key, lines)
    return ParquetFile(BytesIO(file.getvalue())).read()


def test_types_do_not_hang_on_rows() -> None:
    assert written("claims").schema == written("claims", b'{"id": "c-1"}').schema


def test_half_a_surrogate_is_written_out() -> None:
    line = rb'{"path": "a\ud800b\\udog", "reason": "\ud83d\ude00"}'
    (row,) = written("failed", line).to_pylist()
    assert row == {"path": "a\\ud800b\\udog", "reason": "\U0001f600"}


def test_the_extra_is_named_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigurationError, match=r"factcheck\[parquet\]"):
        fc.check_in_parts([], tmp_path / "out", format="parquet")
    assert not (tmp_path / "out").exists()
