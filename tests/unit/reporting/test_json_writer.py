"""The JSON of a run against its schema and its page of documentation."""

import json
from pathlib import Path
from typing import Any

import pytest
from accepting import accepting
from attrs import evolve
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from factcheck.errors import ConfigurationError
from factcheck.model import Baseline, Run
from factcheck.reporting import FORMATS, format_of, render
from factcheck.serialization import LINE_TYPES, from_data, to_data

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"


def strict_schema() -> Any:
    """Return the published schema, closed: what is printed but not described is a fault here."""
    schema = json.loads((REFERENCE / "run.schema.json").read_text(encoding="utf-8"))
    for part in (schema, *schema["$defs"].values(), schema["properties"]["corpus"]):
        part["additionalProperties"] = False
    return schema


def test_the_output_fits_the_schema(run: Run, hostile_run: Run, empty_run: Run) -> None:
    schema = strict_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for each in (run, hostile_run, empty_run):
        for baseline in (None, Baseline(), accepting(each)):
            faults = [error.message for error in validator.iter_errors(to_data(each, baseline))]
            assert faults == []


def test_the_documentation_names_every_key() -> None:
    schema = strict_schema()
    page = (REFERENCE / "json.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    for name, part in {"run": schema, **schema["$defs"]}.items():
        for key in part["properties"]:
            assert f"| `{key}` |" in sections[name], (name, key)


def test_keys_come_in_the_documented_order(run: Run) -> None:
    schema = strict_schema()
    data = json.loads(render(run, "json", baseline=Baseline()))
    assert list(data) == list(schema["properties"])
    for key, name in (("claims", "claim"), ("judgements", "judgement"), ("disputes", "finding")):
        assert list(data[key][0]) == list(schema["$defs"][name]["properties"])


def test_quotes_are_the_text_to_the_character(run: Run) -> None:
    data = json.loads(render(run, "json"))
    for claim in data["claims"]:
        text = run.corpus.document(claim["document"]).text
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_json_reads_back_as_the_run(run: Run, hostile_run: Run) -> None:
    for each in (run, hostile_run):
        assert from_data(json.loads(render(each, "json")), each.corpus) == each


def test_half_characters_survive_utf8(run: Run) -> None:
    odd = evolve(run, version="caf\udce9 ≠")
    text = render(odd, "json")
    assert "≠" in text
    assert json.loads(text.encode("utf-8"))["version"] == odd.version


def test_lines_say_what_they_are(run: Run) -> None:
    lines = [json.loads(line) for line in render(run, "jsonl").splitlines()]
    assert lines[0]["type"] == "run"
    counts = lines[0]["counts"]
    assert (counts["possible"], counts["candidates"], counts["cut"]) == (38, 12, 3)
    assert counts["asked"] == counts["unasked"] == counts["unanswered"] == 0
    kinds = [line.pop("type") for line in lines]
    data = to_data(run)
    assert kinds.count("claim") == len(data["claims"])
    assert [line for kind, line in zip(kinds, lines, strict=True) if kind == "judgement"] == data[
        "judgements"
    ]


def test_every_line_fits_the_schema(run: Run, hostile_run: Run, empty_run: Run) -> None:
    schema = strict_schema()
    lists = {LINE_TYPES[key]: schema["properties"][key]["items"] for key in LINE_TYPES}
    for each in (run, hostile_run, empty_run):
        header, *lines = map(json.loads, render(each, "jsonl").splitlines())
        assert header["lines"] == len(lines)
        assert set(header) - {"type", "lines"} == set(schema["required"]) - set(LINE_TYPES)
        for line in lines:
            part = {"$defs": schema["$defs"], **lists[line.pop("type")]}
            assert [fault.message for fault in Draft202012Validator(part).iter_errors(line)] == []


def test_formats_and_options_are_checked(run: Run) -> None:
    assert {"text", "json", "jsonl", "markdown", "html"} < set(FORMATS)
    with pytest.raises(ConfigurationError, match="unknown format 'pdf'; there are text"):
        render(run, "pdf")
    with pytest.raises(ConfigurationError, match="unknown option"):
        render(run, "text", colour=True)


@pytest.mark.parametrize(
    ("path", "format"), [("a.HTML", "html"), ("b/c.md", "markdown"), ("d.jsonl", "jsonl")]
)
def test_a_suffix_asks_for_a_format(path: str, format: str) -> None:
    assert format_of(path) == format


def test_an_unknown_suffix_asks_for_none() -> None:
    with pytest.raises(ConfigurationError, match=r"no format has the suffix '\.pdf'"):
        format_of("report.pdf")
