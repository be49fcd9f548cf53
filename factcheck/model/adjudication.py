"""What a person decided about a finding."""

from __future__ import annotations

from datetime import date as calendar_date
from enum import StrEnum
from urllib.parse import urlsplit

from attrs import Attribute, field, frozen


class Decision(StrEnum):
    """What became of a finding when a person looked at it."""

    TRUE_CONFLICT = "true_conflict"
    NOT_A_CONFLICT = "not_a_conflict"
    NEEDS_SOURCE_CHECK = "needs_source_check"
    DUPLICATE = "duplicate"

    @property
    def final(self) -> bool:
        """Whether the matter itself was decided, so that claims can be rated."""
        return self in (Decision.TRUE_CONFLICT, Decision.NOT_A_CONFLICT)


class Rating(StrEnum):
    """How a person rates a claim."""

    RIGHT = "right"
    MIXED = "mixed"
    WRONG = "wrong"


class AuthorKind(StrEnum):
    """What an author is; the words are those of schema.org, in small letters."""

    PERSON = "person"
    ORGANIZATION = "organization"


def _filled(instance: object, attribute: Attribute[str], value: str) -> None:
    if not value.strip():
        raise ValueError(f"{attribute.name} must not be empty")


def _day(instance: object, attribute: Attribute[str], value: str) -> None:
    try:
        calendar_date.fromisoformat(value)
    except ValueError:
        raise ValueError(
            f"{attribute.name}: {value!r} is not allowed; give a day as in 2026-03-31"
        ) from None


def _address(instance: object, attribute: Attribute[str], value: str) -> None:
    if value and not _is_web_address(value):
        raise ValueError(f"{attribute.name}: {value!r} is not allowed; give a web address")


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value


@frozen
class Author:
    """Who stands by a decision.

    Attributes:
        name: as readers are to see it.
        kind: a person or an organization.
        url: a page about them; may be empty.
    """

    name: str = field(validator=_filled)
    kind: AuthorKind = AuthorKind.PERSON
    url: str = field(default="", validator=_address)


@frozen
class RatedClaim:
    """A claim of a finding, and what a person holds of it.

    Attributes:
        claim: fingerprint of the claim.
        rating: right, mixed or wrong.
        label: the rating in a few words of the person's own; may be empty.
        summary: the claim in a few words, for readers who do not have the source before them;
            empty where the source's own words will do.
    """

    claim: str = field(validator=_filled)
    rating: Rating
    label: str = ""
    summary: str = ""


@frozen
class Adjudication:
    """A final decision on one finding.

    Attributes:
        finding: fingerprint of a dispute, a qualification, an agreement or a judgement.
        decision: what became of it.
        author: who decided.
        date: when, as a day in ISO 8601.
        ratings: claims of the finding that were rated; only where the matter was decided.
        url: the page on which the decision is published; may be empty.
        note: why, in the author's words; may be empty.
    """

    finding: str = field(validator=_filled)
    decision: Decision
    author: Author
    date: str = field(validator=_day)
    ratings: tuple[RatedClaim, ...] = field(default=())
    url: str = field(default="", validator=_address)
    note: str = ""

    @ratings.validator
    def _check_ratings(self, _: Attribute[tuple[RatedClaim, ...]], value: object) -> None:
        if self.ratings and not self.decision.final:
            raise ValueError(f"ratings: a decision {self.decision.value!r} rates no claim")
        rated = [one.claim for one in self.ratings]
        if len(set(rated)) < len(rated):
            raise ValueError("ratings: a claim is rated twice")
