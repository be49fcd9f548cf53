"""What reviewers said as Web Annotations, as an RDF library reads it."""

from __future__ import annotations

import json
from pathlib import Path

from offline_contexts import OA, parsed
from rdflib import RDF, Literal, URIRef
from reviewing.examples import ROOT
from reviewing.reviewed import Reviewed

from factcheck.model import Ballot, Decision, Reason
from factcheck.review.annotations import to_annotations
from factcheck.review.transfer import Transfer


def test_votes_are_annotations_on_the_places_of_the_claims(tmp_path: Path) -> None:
    reviewed = Reviewed.of(tmp_path)
    reviewed.agree("bell", Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED, note="a <b>guess</b>"))
    text = to_annotations(Transfer(reviewed.desk.database).dossiers(ROOT))
    graph = parsed(text)
    votes = set(graph.subjects(RDF.type, URIRef(f"{OA}Annotation")))
    assert votes == {URIRef(f"urn:factcheck:entry:entry-{n:04}") for n in range(2)}
    for vote in votes:
        assert len(set(graph.objects(vote, URIRef(f"{OA}hasTarget")))) == 2
        said = {
            value
            for body in graph.objects(vote, URIRef(f"{OA}hasBody"))
            for value in graph.objects(body, RDF.value)
        }
        assert {Literal("not_a_conflict"), Literal("a <b>guess</b>")} <= said
    for one in json.loads(text)["first"]["items"]:
        for target in one["target"]:
            document = (reviewed.documents / target["source"]["factcheck:document"]).read_text()
            position, quote = target["selector"]
            assert document[position["start"] : position["end"]] == quote["exact"]
