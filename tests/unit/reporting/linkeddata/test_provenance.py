"""Provenance as an auditor asks for it: in SPARQL, over the RDF that a consumer reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest
from attrs import evolve
from offline_contexts import parsed
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from factcheck.errors import ConfigurationError
from factcheck.model import Corpus, Run, Stance
from factcheck.reporting import render

PROV = Namespace("http://www.w3.org/ns/prov#")
OURS = Namespace("urn:factcheck:")
PREFIXES = f"PREFIX prov: <{PROV}> PREFIX factcheck: <{OURS}> "


def asked(graph: Graph, question: str) -> Iterator[tuple[str, ...]]:
    for row in graph.query(PREFIXES + question):
        assert not isinstance(row, bool)
        yield tuple(str(value) for value in row)


@pytest.fixture
def graph(run: Run) -> Graph:
    return parsed(render(run, "provenance", date="2026-03-31"))


def test_which_documents_does_a_finding_rest_on(run: Run, graph: Graph) -> None:
    for found in (run.disputes, run.qualifications, run.agreements):
        for finding in found:
            names = asked(
                graph,
                f"""SELECT DISTINCT ?name WHERE {{ <urn:factcheck:{finding.id}>
                prov:wasDerivedFrom+/prov:wasQuotedFrom/factcheck:document ?name }}""",
            )
            assert sorted(name for (name,) in names) == list(finding.sources)


def test_what_changes_if_a_document_is_withdrawn(run: Run, graph: Graph) -> None:
    rows = asked(
        graph,
        """SELECT DISTINCT ?finding WHERE { ?finding factcheck:stance "contradicts" ;
        prov:wasDerivedFrom+/prov:wasQuotedFrom/factcheck:document "survey.txt" }""",
    )
    pairs = [one.id for one in run.judgements if one.stance is Stance.CONTRADICTS]
    assert {finding for (finding,) in rows} == {
        f"urn:factcheck:{name}" for name in (*pairs, *(one.id for one in run.disputes))
    }


def test_a_claim_is_quoted_to_the_character(run: Run, graph: Graph) -> None:
    rows = list(
        asked(
            graph,
            """SELECT ?name ?start ?end ?words WHERE { ?claim prov:value ?words ;
            factcheck:start ?start ; factcheck:end ?end ; prov:wasQuotedFrom ?document .
            ?document factcheck:document ?name }""",
        )
    )
    assert len(rows) == len(run.claims)
    for name, start, end, words in rows:
        assert run.corpus.document(name).text[int(start) : int(end)] == words


def test_a_text_is_known_by_its_hash(run: Run, graph: Graph) -> None:
    for document in run.corpus:
        sha = hashlib.sha256(document.text.encode()).hexdigest()
        node = OURS[document.id]
        assert graph.value(node, OURS["sha256"]) == Literal(sha)
        assert graph.value(node, PROV.specializationOf) == URIRef(f"urn:sha256:{sha}")


def test_who_made_it_and_how(run: Run, graph: Graph) -> None:
    (activity,) = graph.subjects(RDF.type, PROV.Activity)
    (agent,) = graph.objects(activity, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph
    assert graph.value(agent, OURS["version"]) == Literal("0.1.0")
    (plan,) = asked(graph, "SELECT ?settings WHERE { ?plan a prov:Plan ; prov:value ?settings }")
    assert json.loads(plan[0]) == run.settings
    (date,) = graph.objects(activity, URIRef("http://purl.org/dc/terms/date"))
    assert str(date) == "2026-03-31"
    assert len(set(graph.objects(activity, PROV.used))) == len(run.corpus)


def test_everything_that_was_made_says_by_what(run: Run, graph: Graph) -> None:
    made = set(graph.subjects(PROV.wasGeneratedBy, None))
    findings = (run.claims, run.judgements, run.disputes, run.qualifications, run.agreements)
    assert made == {OURS[one.id] for found in findings for one in found}


def test_every_reference_leads_to_something_described(run: Run) -> None:
    described = {entry["@id"] for entry in json.loads(render(run, "provenance"))["@graph"]}
    graph = parsed(render(run, "provenance"))
    for relation in (PROV.used, PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.wasGeneratedBy):
        assert {str(target) for target in graph.objects(None, relation)} <= described
    assert all(graph.value(URIRef(name), RDF.type) for name in described)


def test_copies_of_one_text_stay_two_documents(run: Run) -> None:
    first = run.corpus.documents[0]
    copy = evolve(first, name="copy.txt", publisher="Another house")
    both = evolve(run, corpus=Corpus("", (*run.corpus.documents, copy)))
    graph = parsed(render(both, "provenance"))
    copies = set(graph.subjects(PROV.specializationOf, None))
    assert {OURS[first.id], OURS[copy.id]} <= copies
    assert graph.value(OURS[first.id], URIRef("http://purl.org/dc/terms/publisher")) != Literal(
        "Another house"
    )


def test_anything_in_a_document_can_be_read_back(hostile_run: Run, empty_run: Run) -> None:
    for each in (hostile_run, empty_run):
        graph = parsed(render(each, "provenance"))
        quotes = {str(words) for words in graph.objects(None, PROV.value)}
        assert {claim.quote for claim in each.claims} <= quotes
        assert "javascript" not in "".join(
            str(o) for o in graph.objects(None, URIRef("http://purl.org/dc/terms/source"))
        )


def test_a_date_must_be_a_day(run: Run) -> None:
    with pytest.raises(ConfigurationError, match="'2026' is not allowed; give a day"):
        render(run, "provenance", date="2026")
