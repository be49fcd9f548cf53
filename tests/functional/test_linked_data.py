"""Linked data of the collections: every place, and what every finding rests on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Graph

import factcheck as fc
from factcheck.reporting import render
from factcheck.reporting.linkeddata import read_annotations
from factcheck.serialization import from_jsonl

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module", params=["kefir", "ketamine", "lighthouse", "tramway"])
def result(request: pytest.FixtureRequest) -> fc.Result:
    return fc.check(fc.read(CORPUS / request.param))


def test_every_annotation_quotes_its_document_and_is_found_again(result: fc.Result) -> None:
    written = json.loads(render(result.run, "annotations"))
    for annotation in written["first"]["items"]:
        for target in annotation["target"]:
            text = result.corpus.document(target["source"]["factcheck:document"]).text
            place, quote, *_ = target["selector"]
            around = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
            assert around + len(quote["prefix"]) == place["start"]
            assert text[place["start"] : place["end"]] == quote["exact"]
    found = read_annotations(written, result.corpus)
    claims = [
        claim
        for findings in (result.disputes, result.qualifications, result.agreements)
        for finding in findings
        for claim in finding.claims
    ]
    assert [(a.document, a.span) for one in found for a in one.anchors] == [
        (claim.source, claim.span) for claim in claims
    ]
    assert not any(one.orphans for one in found)


def test_provenance_leads_from_every_finding_to_its_documents(result: fc.Result) -> None:
    graph = Graph().parse(data=render(result.run, "provenance"), format="json-ld")
    rows = graph.query(
        """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX factcheck: <urn:factcheck:>
        SELECT DISTINCT ?finding ?name WHERE { ?finding prov:wasDerivedFrom ?judgement .
        ?judgement factcheck:rule ?rule .
        ?finding prov:wasDerivedFrom+/prov:wasQuotedFrom/factcheck:document ?name }"""
    )
    documents: dict[str, set[str]] = {}
    for finding, name in rows:  # type: ignore[misc]
        documents.setdefault(str(finding), set()).add(str(name))
    assert documents == {
        f"urn:factcheck:{finding.id}": set(finding.sources)
        for findings in (result.disputes, result.qualifications, result.agreements)
        for finding in findings
    }


def test_a_run_comes_back_from_its_lines(result: fc.Result) -> None:
    """Scores are rounded in writing, so what comes back is what is written again."""
    lines = render(result.run, "jsonl")
    back = from_jsonl(lines.splitlines(), result.corpus)
    assert render(back, "jsonl") == lines
    assert [claim.id for claim in back.claims] == [claim.id for claim in result.claims]
