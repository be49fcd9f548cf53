"""SARIF against its published schema and against the documents that it points into."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from published_schemas import faults

from factcheck import Result, check, read
from factcheck.errors import ConfigurationError
from factcheck.model import Run, Span
from factcheck.reporting import render
from factcheck.reporting.sarif import SCHEMA, address

CORPUS = Path(__file__).parents[3] / "corpus"


def log_of(run: Run, **options: object) -> Any:
    return json.loads(render(run, "sarif", **options))


@pytest.fixture(scope="module")
def lighthouse() -> Result:
    return check(read(CORPUS / "lighthouse"))


def test_it_fits_the_published_schema(
    run: Run, hostile_run: Run, empty_run: Run, lighthouse: Result
) -> None:
    for each in (run, hostile_run, empty_run, lighthouse.run):
        for folder in ("", "docs/a b", "/srv/docs"):
            log = log_of(each, folder=folder, rule_pages="https://example.org/{rule}.html")
            assert log["$schema"] == SCHEMA
            assert faults(log, SCHEMA) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "columnKind"), "bytes"),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "rank"), 101),
        (("runs", 0, "results", 0, "ruleNumber"), 1),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("runs", 0, "tool", "driver", "rules", 0, "helpUri"), 7),
        (("runs", 0, "invocations", 0, "executionSuccessful"), "yes"),
    ],
)
def test_the_schema_notices_what_is_wrong(run: Run, path: tuple[Any, ...], value: object) -> None:
    log = deepcopy(log_of(run))
    at = log
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert faults(log, SCHEMA) != []


def locations(log: Any) -> list[Any]:
    results = log["runs"][0]["results"]
    return [each for one in results for each in (*one["locations"], *one["relatedLocations"])]


def regions(location: Any) -> list[Any]:
    physical = location["physicalLocation"]
    context = [physical["contextRegion"]] if "contextRegion" in physical else []
    return [physical["region"], *context, *location.get("annotations", [])]


def test_every_region_is_the_text_at_its_place(run: Run, lighthouse: Result) -> None:
    for each in (run, lighthouse.run):
        for location in locations(log_of(each)):
            name = unquote(location["physicalLocation"]["artifactLocation"]["uri"])
            text = each.corpus.document(name).text
            for region in regions(location):
                start = region["charOffset"]
                words = text[start : start + region["charLength"]]
                assert region["snippet"]["text"] == words
                lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
                lines[-1] = lines[-1][: region["endColumn"] - 1]
                assert "\n".join(lines)[region["startColumn"] - 1 :] == words


def test_a_region_is_the_text_in_the_file_itself(lighthouse: Result) -> None:
    folder = CORPUS / "lighthouse"
    for location in locations(log_of(lighthouse.run, folder=folder.as_posix())):
        path = unquote(urlsplit(location["physicalLocation"]["artifactLocation"]["uri"]).path)
        region = location["physicalLocation"]["region"]
        lines = Path(path).read_bytes().decode("utf-8").split("\n")
        first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
        assert first.startswith(region["snippet"]["text"].split("\n")[0])


def test_a_dispute_is_a_result_with_links_to_its_other_sides(run: Run) -> None:
    first, second = log_of(run, folder="docs")["runs"][0]["results"]
    assert (first["level"], first["ruleId"], first["rank"]) == ("error", "value", 91.0)
    assert second["level"] == "warning"
    assert first["message"]["text"] == (
        "Deck repair: how long? A “about four months” here; [B “two years”](1) in "
        "docs/survey.txt:1. About four months and two years do not overlap."
    )
    (place,) = first["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "docs/gazette.txt"
    assert [each["snippet"]["text"] for each in place["annotations"]] == ["about four months"]
    assert [each["id"] for each in first["relatedLocations"]] == [1]
    assert first["partialFingerprints"] == {"factcheckFinding/v1": run.disputes[0].fingerprint}


def test_deciding_words_elsewhere_are_not_marked_in_the_claim(run: Run) -> None:
    (pair,) = run.disputes[0].judgements
    elsewhere = evolve(pair, a_evidence=Span(0, 5))
    odd = evolve(run, disputes=(evolve(run.disputes[0], judgements=(elsewhere,)),))
    first, _ = log_of(odd)["runs"][0]["results"]
    assert "annotations" not in first["locations"][0]
    assert "annotations" in first["relatedLocations"][0]


def test_a_result_names_a_rule_that_is_explained(lighthouse: Result) -> None:
    run = log_of(lighthouse.run, rule_pages="https://example.org/r/{rule}.html")["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["helpUri"] == f"https://example.org/r/{rule['id']}.html"
        assert len(rule["fullDescription"]["text"]) > 40
        assert f"factcheck explain {rule['id']}" in rule["help"]["markdown"]
    assert "helpUri" not in log_of(lighthouse.run)["runs"][0]["tool"]["driver"]["rules"][0]


def test_every_side_but_the_first_is_linked_once(lighthouse: Result) -> None:
    results = log_of(lighthouse.run)["runs"][0]["results"]
    assert len(results) == len(lighthouse.disputes) + len(lighthouse.qualifications)
    claims = {dispute.id: dispute for dispute in lighthouse.disputes + lighthouse.qualifications}
    for result in results:
        dispute = claims[result["properties"]["id"]]
        links = re.findall(r"(?<!\\)\[(.*?)(?<!\\)\]\((\d+)\)", result["message"]["text"])
        assert len(links) == len(dispute.positions) - 1
        related = {str(each["id"]): each for each in result["relatedLocations"]}
        assert len(related) == len(dispute.claims) - 1
        for words, number in links:
            assert related[number]["message"]["text"] == words


def test_unread_documents_are_told_and_the_check_did_not_succeed(run: Run, empty_run: Run) -> None:
    (invocation,) = log_of(run, folder="docs")["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert "no reader for .pdf files" in told["message"]["text"]
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/scans/plan.pdf"
    assert log_of(empty_run)["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_collections_of_one_repository_are_told_apart(run: Run) -> None:
    ids = [
        log_of(run, folder=folder)["runs"][0]["automationDetails"]["id"]
        for folder in ("", "docs", "/srv/docs")
    ]
    assert ids == ["factcheck/", "factcheck/docs/", "factcheck/srv/docs/"]


def test_what_a_source_says_is_no_link_and_no_placeholder(run: Run) -> None:
    side = evolve(run.disputes[0].positions[1], label="see [this](2) and {0} \\")
    sides = (run.disputes[0].positions[0], side)
    odd = evolve(run, disputes=(evolve(run.disputes[0], positions=sides),))
    text = log_of(odd)["runs"][0]["results"][0]["message"]["text"]
    assert r"[B “see \[this\](2) and {{0}} \\”](1)" in text


@settings(deadline=None)
@given(st.text(min_size=1))
def test_any_path_is_a_valid_address(path: str) -> None:
    uri = address(path)
    assert re.fullmatch(r"[\w./~%:-]*", uri, re.ASCII)
    assert path.startswith("/") == uri.startswith("file:///")
    assert unquote(uri.removeprefix("file://")) == path.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("pages", ["docs/{rule}.md", "https://example.org", "javascript:{rule}"])
def test_rule_pages_have_to_be_an_address_with_a_place_for_the_rule(run: Run, pages: str) -> None:
    with pytest.raises(ConfigurationError, match="rule pages: "):
        log_of(run, rule_pages=pages)
