"""What people decided, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import asdict
from cattrs import BaseValidationError

from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication
from factcheck.model.adjudication import AuthorKind, Decision, Rating
from factcheck.serialization.lines import json_lines
from factcheck.serialization.structuring import faults, plain_reader


def adjudication_to_data(one: Adjudication) -> dict[str, object]:
    """Return an adjudication as a line of JSON has it; what is empty is left out."""
    ratings = [{key: value for key, value in asdict(each).items() if value} for each in one.ratings]
    return {
        "finding": one.finding,
        "decision": one.decision.value,
        "author": {key: value for key, value in asdict(one.author).items() if value},
        "date": one.date,
        **({"ratings": ratings} if ratings else {}),
        **({"url": one.url} if one.url else {}),
        **({"note": one.note} if one.note else {}),
    }


def read_adjudications(lines: Iterable[str], name: str) -> tuple[Adjudication, ...]:
    """Return the adjudications in ``lines``, one JSON object each, in the order given.

    Args:
        lines: the lines; the shape is that of ``docs/reference/linked-data.md``.
        name: what messages call the file.

    Raises:
        ConfigurationError: a line is no adjudication, or two are of one finding; the message
            names the line and the key.
    """
    reader = plain_reader((AuthorKind, Decision, Rating), strict=True)
    places: dict[str, str] = {}
    found = []
    for place, row in json_lines(lines, name, "'finding', 'decision', 'author' and 'date'"):
        try:
            adjudication = reader.structure(row, Adjudication)
        except BaseValidationError as error:
            raise ConfigurationError(f"{place}: {faults(error, 'adjudication')}.") from error
        earlier = places.setdefault(adjudication.finding, place)
        if earlier != place:
            raise ConfigurationError(
                f"{place}: the finding {adjudication.finding} is adjudicated in {earlier} already."
            )
        found.append(adjudication)
    return tuple(found)
