from __future__ import annotations

from typing import Any

import pytest

from factcheck.model.adjudication import (
    Adjudication,
    Author,
    AuthorKind,
    Decision,
    RatedClaim,
    Rating,
)

AUTHOR = Author("Desk", AuthorKind.ORGANIZATION, "https://example.org/desk")
RATED = RatedClaim("fp-2", Rating.WRONG)


def adjudication(**changed: Any) -> Adjudication:
    known: dict[str, Any] = {
        "finding": "fp-1",
        "decision": Decision.TRUE_CONFLICT,
        "author": AUTHOR,
        "date": "2026-03-31",
        "ratings": (RATED,),
        "url": "https://example.org/checks/1",
    }
    return Adjudication(**{**known, **changed})


@pytest.mark.parametrize("decision", list(Decision))
def test_claims_are_rated_only_where_the_matter_was_decided(decision: Decision) -> None:
    assert adjudication(decision=decision, ratings=()).ratings == ()
    if decision.final:
        assert adjudication(decision=decision).ratings == (RATED,)
    else:
        with pytest.raises(ValueError, match=f"a decision '{decision}' rates no claim"):
            adjudication(decision=decision)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"finding": " "}, "finding must not be empty"),
        ({"date": "March"}, "date: 'March' is not allowed; give a day"),
        ({"date": ""}, "date: '' is not allowed"),
        ({"url": "javascript:alert(1)"}, "url: .* give a web address"),
        ({"url": "https://"}, "url: .* give a web address"),
        ({"url": "https://[half"}, "url: .* give a web address"),
        ({"url": "https://example.org/a b"}, "url: .* give a web address"),
        ({"ratings": (RATED, RATED)}, "a claim is rated twice"),
    ],
)
def test_wrong_values_are_refused(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        adjudication(**changed)


def test_an_author_has_a_name() -> None:
    with pytest.raises(ValueError, match="name must not be empty"):
        Author("")
    with pytest.raises(ValueError, match="url: 'desk' is not allowed"):
        Author("Desk", url="desk")
