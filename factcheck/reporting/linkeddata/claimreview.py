"""Claims that people have rated, as schema.org's ClaimReview (https://schema.org/ClaimReview).

A finding is no review: who is right is for people to say. So only claims that an adjudication
rates are written, under the name of its author. Which fields there must be is what Google asks
for (https://developers.google.com/search/docs/appearance/structured-data/factcheck).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication, Claim, Document, RatedClaim, Run
from factcheck.model.adjudication import Author, AuthorKind, Rating
from factcheck.reporting import json
from factcheck.reporting.wording import clean, safe_address

CONTEXT = "https://schema.org"
BEST, WORST = 5, 1

_VALUES = {
    Rating.RIGHT: (BEST, "Right"),
    Rating.MIXED: (3, "Partly right"),
    Rating.WRONG: (WORST, "Wrong"),
}
_TYPES = {AuthorKind.PERSON: "Person", AuthorKind.ORGANIZATION: "Organization"}

Data = dict[str, Any]


def write(run: Run, adjudications: Sequence[Adjudication]) -> Iterator[str]:
    """Return a list of reviews, each whole in itself, so that it can go into a page of its own.

    Args:
        run: the run that the findings are of.
        adjudications: what people decided; those on findings of other runs are passed over.

    Raises:
        ConfigurationError: nobody rated a claim of this run, an adjudication has no address to
            publish at, or it rates a claim that is not in its finding.
    """
    if not adjudications:
        raise ConfigurationError(
            "claimreview is only for claims that people have rated, and no adjudications are "
            "given; name a file of them with --adjudications."
        )
    elsewhere = set(unknown_findings(run, adjudications))
    claims = _claims_of(run)
    reviews = [
        _review(claim, rated, adjudication)
        for adjudication in adjudications
        if adjudication.finding not in elsewhere
        for claim, rated in _rated(adjudication, claims[adjudication.finding])
    ]
    if not reviews:
        raise ConfigurationError(
            "claimreview is only for claims that people have rated, and none of the adjudications "
            "rates a claim in a finding of this run."
        )
    return json.document(reviews)


def unknown_findings(run: Run, adjudications: Iterable[Adjudication]) -> tuple[str, ...]:
    """Return the fingerprints that are adjudicated though this run has no such finding."""
    known = _claims_of(run)
    return tuple(one.finding for one in adjudications if one.finding not in known)


def _claims_of(run: Run) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of every finding, and of every pair, by fingerprint."""
    found: dict[str, tuple[Claim, ...]] = {}
    for pair in run.judgements:
        found.setdefault(pair.fingerprint, (pair.a, pair.b))
    for finding in (*run.disputes, *run.qualifications):
        found.setdefault(finding.fingerprint, finding.claims)
    for agreement in run.agreements:
        found.setdefault(agreement.fingerprint, agreement.claims)
    return found


def _rated(
    adjudication: Adjudication, claims: Sequence[Claim]
) -> Iterator[tuple[Claim, RatedClaim]]:
    if adjudication.ratings and not adjudication.url:
        raise ConfigurationError(
            f"the adjudication of {adjudication.finding} has no url; a ClaimReview needs the "
            "address of the page on which the review is published."
        )
    by_fingerprint = {claim.fingerprint: claim for claim in reversed(claims)}
    for rated in adjudication.ratings:
        if rated.claim not in by_fingerprint:
            raise ConfigurationError(
                f"the adjudication of {adjudication.finding} rates the claim {rated.claim}, which "
                f"is not in that finding; there are {', '.join(sorted(by_fingerprint))}."
            )
        yield by_fingerprint[rated.claim], rated


def _review(claim: Claim, rated: RatedClaim, adjudication: Adjudication) -> Data:
    value, words = _VALUES[rated.rating]
    review: Data = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": _address(adjudication, rated),
        "datePublished": adjudication.date,
        "author": _author(adjudication.author),
        "claimReviewed": clean(rated.summary) or clean(claim.words),
        "itemReviewed": {
            "@type": "Claim",
            "text": clean(claim.words),
            "appearance": _appearance(claim.source),
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": clean(rated.label) or words,
        },
    }
    if adjudication.note:
        review["reviewBody"] = clean(adjudication.note)
    return review


def _address(adjudication: Adjudication, rated: RatedClaim) -> str:
    """Return where a review stands; several on one page need an anchor each."""
    if len(adjudication.ratings) == 1 or "#" in adjudication.url:
        return adjudication.url
    return f"{adjudication.url}#{rated.claim}"


def _author(author: Author) -> Data:
    found: Data = {"@type": _TYPES[author.kind], "name": clean(author.name)}
    if author.url:
        found["url"] = author.url
    return found


def _appearance(document: Document) -> Data:
    """Return where a claim was made; a manifest does not say whether an author is a person."""
    found: Data = {
        "@type": "CreativeWork",
        "name": clean(document.title) or clean(document.name),
    }
    publisher = {"@type": "Organization", "name": clean(document.publisher)}
    for key, value in (
        ("url", safe_address(document.address)),
        ("datePublished", clean(document.date)),
        ("creditText", clean(document.author)),
        ("publisher", publisher if document.publisher else None),
    ):
        if value:
            found[key] = value
    return found
