"""Findings as Web Annotations: the standard's rules, RDF as a consumer reads it, exact places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_contexts import AS, OA, parsed
from rdflib import RDF, Graph, Literal, URIRef

from factcheck.errors import ConfigurationError
from factcheck.history.baseline import accept
from factcheck.model import Run, Span
from factcheck.reporting import render
from factcheck.reporting.linkeddata import read_annotations
from factcheck.reporting.linkeddata.selectors import LONGEST_CONTEXT, only_place, quote_selector

CITO = "http://purl.org/spar/cito/"
PREFIXES = f"PREFIX oa: <{OA}> PREFIX as: <{AS}> PREFIX factcheck: <urn:factcheck:> "


def collection(run: Run, date: str = "2026-03-31") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(run, "annotations", date=date))
    return data


def items(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection(run)["first"]["items"]
    return found


def test_a_collection_has_what_the_model_demands(run: Run) -> None:
    data = collection(run)
    assert data["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["total"]) == ("AnnotationCollection", 4)
    page = data["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", data["id"], 0)
    assert data["last"] == page["id"]
    ids = [one["id"] for one in page["items"]]
    assert ids == [
        f"urn:factcheck:{one.id}"
        for found in (run.disputes, run.qualifications, run.agreements)
        for one in found
    ]


def test_an_annotation_follows_the_model(run: Run, hostile_run: Run) -> None:
    for one in (*items(run), *items(hostile_run)):
        assert (one["type"], one["motivation"]) == ("Annotation", "assessing")
        assert one["created"] == "2026-03-31T00:00:00Z"
        assert one["generator"] == one["creator"]["id"]
        assert one["creator"]["type"] == "Software"
        relation, words = one["body"]
        assert relation["source"].startswith(CITO)
        assert (words["type"], words["format"]) == ("TextualBody", "text/plain")
        assert len(one["target"]) >= 2
        for target in one["target"]:
            position, quote, *seen = target["selector"]
            assert set(position) == {"type", "start", "end"}
            assert set(quote) == {"type", "exact", "prefix", "suffix"}
            assert all(set(selector) == {"type", "exact"} for selector in seen)


def test_places_agree_with_the_documents(run: Run, hostile_run: Run) -> None:
    for each in (run, hostile_run):
        for one in items(each):
            for target in one["target"]:
                text = each.corpus.document(target["source"]["factcheck:document"]).text
                position, quote, *_ = target["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])


def test_markup_is_left_out_of_what_a_page_shows(run: Run) -> None:
    (target,) = [
        target
        for one in items(run)
        for target in one["target"]
        if "<b>" in target["selector"][1]["exact"]
    ]
    assert [one["exact"] for one in target["selector"][1:]] == [
        "The bridge <b>opened in 1931</b>",
        "The bridge opened in 1931",
    ]


def test_a_consumer_reads_who_disagrees_with_whom(run: Run) -> None:
    graph = parsed(render(run, "annotations"))
    rows = graph.query(
        PREFIXES
        + """SELECT ?name WHERE {
            ?annotation oa:hasBody [ oa:hasSource <http://purl.org/spar/cito/disagreesWith> ] ;
                oa:hasTarget [ oa:hasSource [ factcheck:document ?name ] ; oa:hasSelector ?place ] .
            ?place a oa:TextQuoteSelector }
        """
    )
    assert sorted(str(row[0]) for row in rows) == ["gazette.txt", "survey.txt"]  # type: ignore[index]


def test_every_term_means_something_in_rdf(run: Run) -> None:
    """A key that no context explains vanishes without a word when JSON-LD is read."""
    graph = parsed(render(run, "annotations", date="2026-03-31"))
    assert len(set(graph.subjects(RDF.type, URIRef(f"{OA}Annotation")))) == 4
    written = items(run)
    for key, predicate in (("prefix", f"{OA}prefix"), ("start", f"{OA}start")):
        wanted = {
            s[key] for one in written for t in one["target"] for s in t["selector"] if key in s
        }
        found = {value.toPython() for value in values(graph, predicate)}
        assert found == wanted, key
    assert values(graph, "http://purl.org/dc/terms/created") == {
        Literal(
            "2026-03-31T00:00:00Z", datatype=URIRef("http://www.w3.org/2001/XMLSchema#dateTime")
        )
    }
    assert {str(v) for v in values(graph, "urn:factcheck:side")} == {"A", "B"}
    assert len(list(graph.objects(None, URIRef(f"{AS}generator")))) == 4


def values(graph: Graph, predicate: str) -> set[Any]:
    return set(graph.objects(None, URIRef(predicate)))


def test_an_accepted_finding_says_so_and_why(run: Run) -> None:
    entry = accept(
        run.disputes, run, reason="An old\nquarrel.", author="M. Oduya", date="2026-01-02"
    )
    data = json.loads(render(run, "annotations", baseline=entry))
    accepted, *others = data["first"]["items"]
    assert accepted["factcheck:accepted"] is True
    assert accepted["body"][2] == {
        "type": "TextualBody",
        "value": "An old quarrel.",
        "format": "text/plain",
        "purpose": "commenting",
        "creator": {"name": "M. Oduya"},
    }
    assert not any("factcheck:accepted" in one or len(one["body"]) > 2 for one in others)
    silent = json.loads(render(run, "annotations", baseline=accept(run.disputes, run)))
    assert silent["first"]["items"][0]["factcheck:accepted"] is True
    assert len(silent["first"]["items"][0]["body"]) == 2
    (found, *_) = read_annotations(data, run.corpus)
    assert found.text == run.disputes[0].explain()


def test_a_run_without_findings_is_an_empty_collection(empty_run: Run) -> None:
    data = collection(empty_run)
    assert data["total"] == 0
    assert "first" not in data


def test_only_a_safe_address_is_named(run: Run, hostile_run: Run) -> None:
    assert "javascript:" not in str([t["source"] for o in items(hostile_run) for t in o["target"]])
    gazette = run.corpus.documents[0]
    assert any(t["source"].get("via") == gazette.address for o in items(run) for t in o["target"])


def test_a_date_must_be_a_day(run: Run) -> None:
    with pytest.raises(ConfigurationError, match="give a day as in 2026-03-31"):
        render(run, "annotations", date="last Tuesday")
    assert "created" not in render(run, "annotations")


def test_two_runs_write_the_same_and_another_setting_another_id(run: Run) -> None:
    assert render(run, "annotations") == render(run, "annotations")
    other = evolve(run, settings={**run.settings, "min_confidence": 0.6})
    assert collection(other)["id"] != collection(run)["id"]


@settings(deadline=None)
@given(st.text(max_size=200) | st.text("ab", max_size=300), st.data())
def test_a_quotation_and_its_context_stand_around_the_span(text: str, data: st.DataObject) -> None:
    start, end = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    found = quote_selector(text, Span(start, end))
    exact, prefix, suffix = (str(found[key]) for key in ("exact", "prefix", "suffix"))
    assert text[start:end] == exact
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    if text:
        # Shorter texts than the longest context always have one that tells the place apart.
        assert only_place(text, prefix + exact + suffix) == start - len(prefix)


def test_context_has_an_end() -> None:
    text = "The tower is tall. " * 1000
    found = quote_selector(text, Span(9500, 9518))
    assert len(str(found["prefix"])) == LONGEST_CONTEXT
