"""Reviews of claims: only what people decided, with the fields that schema.org and Google name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from offline_contexts import parsed
from rdflib import Literal, Namespace

from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication, RatedClaim, Run
from factcheck.model.adjudication import Author, AuthorKind, Decision, Rating
from factcheck.reporting import render
from factcheck.reporting.linkeddata.claimreview import unknown_findings

SCHEMA = Namespace("https://schema.org/")
PAGE = "https://example.org/checks/deck"


def decided(run: Run, **changed: Any) -> Adjudication:
    """What a desk decided about the dispute of the run: the gazette is wrong, the survey right."""
    gazette, survey = run.disputes[0].claims
    known: dict[str, Any] = {
        "finding": run.disputes[0].fingerprint,
        "decision": Decision.TRUE_CONFLICT,
        "author": Author("The Desk", AuthorKind.ORGANIZATION, "https://example.org/desk"),
        "date": "2026-03-31",
        "url": PAGE,
        "note": "The engineers' log\nnames two winters.",
        "ratings": (
            RatedClaim(gazette.fingerprint, Rating.WRONG, "Far too short", "Four months of work"),
            RatedClaim(survey.fingerprint, Rating.RIGHT),
        ),
    }
    return Adjudication(**{**known, **changed})


def reviews(run: Run, *adjudications: Adjudication) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        render(run, "claimreview", adjudications=adjudications)
    )
    return found


def test_a_review_has_every_field(run: Run) -> None:
    wrong, right = reviews(run, decided(run))
    gazette = run.corpus.documents[0]
    assert wrong == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{PAGE}#{run.disputes[0].claims[0].fingerprint}",
        "datePublished": "2026-03-31",
        "author": {
            "@type": "Organization",
            "name": "The Desk",
            "url": "https://example.org/desk",
        },
        "claimReviewed": "Four months of work",
        "itemReviewed": {
            "@type": "Claim",
            "text": "Repairs to the deck took about four months.",
            "appearance": {
                "@type": "CreativeWork",
                "name": gazette.title,
                "url": gazette.address,
                "datePublished": gazette.date,
                "creditText": gazette.author,
                "publisher": {"@type": "Organization", "name": gazette.publisher},
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Far too short",
        },
        "reviewBody": "The engineers' log names two winters.",
    }
    assert right["reviewRating"]["ratingValue"] == 5
    assert right["reviewRating"]["alternateName"] == "Right"
    assert right["claimReviewed"] == right["itemReviewed"]["text"]


def test_one_review_alone_has_the_page_to_itself(run: Run) -> None:
    adjudication = decided(run)
    (only,) = reviews(run, evolve(adjudication, ratings=adjudication.ratings[:1], note=""))
    assert only["url"] == PAGE
    assert "reviewBody" not in only
    anchored = evolve(adjudication, url=f"{PAGE}#deck")
    assert {one["url"] for one in reviews(run, anchored)} == {f"{PAGE}#deck"}


def test_a_consumer_reads_the_rating(run: Run) -> None:
    graph = parsed(render(run, "claimreview", adjudications=(decided(run),)))
    ratings = set(graph.objects(None, SCHEMA.ratingValue))
    assert ratings == {Literal(1), Literal(5)}
    assert set(graph.objects(None, SCHEMA.claimReviewed)) == {
        Literal("Four months of work"),
        Literal("Repairs to the deck went on for two years"),
    }


def test_a_pair_and_an_agreement_can_be_rated(run: Run) -> None:
    pair, agreement = run.judgements[1], run.agreements[0]
    claims = (pair.a, agreement.claims[0])
    prints = (pair.fingerprint, agreement.fingerprint)
    both = [
        decided(run, finding=mark, ratings=(RatedClaim(claim.fingerprint, Rating.MIXED),))
        for mark, claim in zip(prints, claims, strict=True)
    ]
    found = reviews(run, *both)
    assert [one["itemReviewed"]["text"] for one in found] == [claim.words for claim in claims]
    assert {one["reviewRating"]["ratingValue"] for one in found} == {3}


def test_what_nobody_decided_is_not_written(run: Run) -> None:
    with pytest.raises(ConfigurationError, match="only for claims that people have rated, and no"):
        render(run, "claimreview")
    unrated = decided(run, ratings=())
    elsewhere = decided(run, finding="fp-0")
    for given in (unrated, elsewhere):
        with pytest.raises(ConfigurationError, match="none of the adjudications rates a claim"):
            reviews(run, given)
    assert unknown_findings(run, (unrated, elsewhere)) == ("fp-0",)
    assert len(reviews(run, decided(run), elsewhere)) == 2


def test_a_review_needs_a_page_and_a_claim_of_the_finding(run: Run) -> None:
    with pytest.raises(ConfigurationError, match="has no url; a ClaimReview needs"):
        reviews(run, decided(run, url=""))
    other = run.agreements[0].claims[0].fingerprint
    with pytest.raises(ConfigurationError, match=f"rates the claim {other}, which is not in that"):
        reviews(run, decided(run, ratings=(RatedClaim(other, Rating.RIGHT),)))


def test_hostile_words_stay_words(hostile_run: Run) -> None:
    (first, _) = reviews(hostile_run, decided(hostile_run))
    appearance = first["itemReviewed"]["appearance"]
    assert "url" not in appearance
    assert "\x1b" not in json.dumps(first, ensure_ascii=False)
    assert "\u202e" not in json.dumps(first, ensure_ascii=False)
