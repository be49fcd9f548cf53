"""Reviews as files: JSON Lines that can be read back, tables, Web Annotations, adjudications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Account, Ballot, Entry, ReviewItem, Role, Status
from factcheck.reporting.csv import csv_lines
from factcheck.reporting.json import dumps
from factcheck.reporting.wording import clean
from factcheck.review.feedback import settled
from factcheck.review.standing import Outcome, standing, what_stands
from factcheck.serialization import (
    REVIEW_SCHEMA,
    adjudication_to_data,
    ballot_to_data,
    entry_from_data,
    entry_to_data,
    item_from_data,
    item_to_data,
    json_lines,
)
from factcheck.version import __version__

Data = dict[str, object]

_UNKEPT = re.compile("[\ud800-\udfff\x00]")


@frozen
class Dossier:
    """A finding with what was said of it.

    Attributes:
        item: the finding.
        status: where it stands.
        entries: the log of it, in order.
        place: where in a file it was read; empty where it was not.
        places: where its entries were.
    """

    item: ReviewItem
    status: Status
    entries: tuple[Entry, ...] = field(repr=False)
    place: str = ""
    places: tuple[str, ...] = field(default=(), repr=False)

    @property
    def stands(self) -> tuple[Entry, ...]:
        """What stands of the entries in the present round, one for each author."""
        return what_stands(self.entries, self.item.round)

    @property
    def outcome(self) -> Outcome | None:
        """What was settled; None where nothing was."""
        return standing(self.stands, 1).outcome if self.status is Status.CLOSED else None


def to_jsonl(dossiers: Sequence[Dossier]) -> str:
    """Return findings with their logs as JSON Lines, from which they can be read back whole.

    A line on the whole comes first, then each finding with its entries.
    """
    lines: list[Data] = []
    for one in dossiers:
        finding = item_to_data(one.item)
        lines.append({"type": "finding", "status": one.status.value, **finding})
        ballots = {entry.id: entry.ballot for entry in one.entries}
        lines += [
            {"type": "entry", **entry_to_data(entry), "before": _before(entry, ballots)}
            for entry in one.entries
        ]
    head = {"type": "review", "schema": REVIEW_SCHEMA, "version": __version__, "lines": len(lines)}
    return "".join(dumps(line) + "\n" for line in (head, *lines))


def _before(entry: Entry, ballots: Mapping[str, Ballot | None]) -> Data | None:
    """Return the ballot that stood when an entry was made."""
    ballot = ballots.get(entry.supersedes)
    return None if ballot is None else ballot_to_data(ballot)


def from_jsonl(lines: Iterable[str], name: str) -> tuple[Dossier, ...]:
    """Return the findings in JSON Lines with their logs.

    Args:
        lines: what :func:`to_jsonl` wrote.
        name: what messages call the file.

    Raises:
        ConfigurationError: they are no export of a review, or a line is wrong; the message names
            the line.
    """
    rows = json_lines(lines, name)
    promised = _promised(next(rows, None), name)
    found: dict[str, Dossier] = {}
    places: dict[str, str] = {}
    count, last = 0, ""
    for place, row in rows:
        count += 1
        _check_characters(row, place)
        kind = row.pop("type", None)
        if kind == "finding":
            dossier = _finding(row, place)
            last = dossier.item.fingerprint
            _once(found[last].place if last in found else "", place, f"the finding {last}")
            found[last] = dossier
        elif kind == "entry" and last:
            entry = _entry(row, place, found[last])
            _once(places.get(entry.id, ""), place, f"the entry {entry.id}")
            places[entry.id] = place
            found[last] = _with_entry(found[last], entry, place)
        else:
            raise ConfigurationError(
                f"{place}: a line of the type {kind!r} has no place here; each finding is "
                "followed by its entries."
            )
    if count != promised:
        raise ConfigurationError(
            f"{name}: {count} lines follow the first, which says that there are {promised}; the "
            "file was cut off or edited."
        )
    return tuple(found.values())


def _check_characters(row: Data, place: str) -> None:
    if any(map(_UNKEPT.search, _texts(row))):
        raise ConfigurationError(
            f"{place}: holds a null or half a character, which no database keeps."
        )


def _texts(value: object) -> Iterator[str]:
    """Yield every text in JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.items():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _once(earlier: str, place: str, what: str) -> None:
    if earlier:
        raise ConfigurationError(f"{place}: {what} stands in {earlier} already.")


def _with_entry(dossier: Dossier, entry: Entry, place: str) -> Dossier:
    return evolve(dossier, entries=(*dossier.entries, entry), places=(*dossier.places, place))


def _promised(first: tuple[str, dict[str, object]] | None, name: str) -> object:
    """Return how many lines the first one says that there are."""
    row = first[1] if first else {}
    if row.get("type") != "review" or row.get("schema") != REVIEW_SCHEMA:
        raise ConfigurationError(
            f"{name}: is no exported review, which begins with a line of the schema "
            f"{REVIEW_SCHEMA!r}; 'factcheck review export' writes one."
        )
    return row.get("lines")


def _finding(row: dict[str, object], place: str) -> Dossier:
    status = row.pop("status", None)
    if status not in list(Status):
        raise ConfigurationError(
            f"{place}: status: {status!r} is not allowed; there are {', '.join(Status)}."
        )
    try:
        item = item_from_data(row)
    except ConfigurationError as error:
        raise ConfigurationError(f"{place}: {error.message}.") from error
    for name in ("question", "topic", "rule", "orphaned"):
        value = getattr(item, name)
        if clean(value) != value:
            raise ConfigurationError(
                f"{place}: {name}: {value!r} is not allowed; it holds what cannot be shown in "
                "one line."
            )
    return Dossier(item, Status(str(status)), (), place)


def _entry(row: dict[str, object], place: str, dossier: Dossier) -> Entry:
    earlier = dossier.entries
    before = row.pop("before", None)
    try:
        entry = entry_from_data(row)
    except ConfigurationError as error:
        raise ConfigurationError(f"{place}: {error.message}.") from error
    item = dossier.item
    if entry.item not in (item.fingerprint, *item.formerly):
        raise ConfigurationError(
            f"{place}: the entry is about the finding {entry.item}, but stands under "
            f"{item.fingerprint}."
        )
    try:
        Account(entry.author, Role.READ_ONLY)
    except ValueError as error:
        raise ConfigurationError(f"{place}: author: {error}.") from error
    if not entry.time:
        raise ConfigurationError(f"{place}: time: says when the entry was made; it is missing.")
    if earlier and entry.number <= earlier[-1].number:
        raise ConfigurationError(f"{place}: the entries of a finding stand in order of number.")
    if before != _before(entry, {one.id: one.ballot for one in earlier}):
        raise ConfigurationError(f"{place}: before: is not what the entry superseded.")
    return entry


_COLUMNS = (
    *("finding", "status", "question", "topic", "stance", "rule", "confidence", "impact"),
    *("side_words", "documents", "orphaned", "round", "number", "id", "time", "author", "act"),
    *("decision", "reason", "duplicate_of", "sureness", "note", "supersedes", "stands", "version"),
)


def to_csv(dossiers: Iterable[Dossier]) -> str:
    """Return a table with a row for each entry, and one for each finding without any.

    What could be a formula is guarded as in other tables (see :mod:`factcheck.reporting.csv`).
    """
    return "".join(csv_lines(_COLUMNS, (row for one in dossiers for row in _rows(one))))


def _rows(one: Dossier) -> Iterator[tuple[str | int | float, ...]]:
    item = one.item
    words = "; ".join(f"{each.side} {each.document}: “{each.words}”" for each in item.quoted)
    finding = (item.fingerprint, one.status.value, item.question, item.topic, item.stance.value)
    opinion = (item.rule, item.confidence, item.impact, words)
    if not one.entries:
        documents = _documents(item.documents)
        empty = ("",) * (len(_COLUMNS) - len(finding) - len(opinion) - 3)
        yield (*finding, *opinion, documents, item.orphaned, item.round, *empty)
    stands = {entry.id for entry in one.stands}
    for entry in one.entries:
        said = "yes" if entry.id in stands else "no"
        documents = _documents(entry.documents)
        yield (
            *(*finding, *opinion, documents, item.orphaned, entry.round),
            *(entry.number, entry.id, entry.time, entry.author, entry.act.value),
            *_cells(entry.ballot),
            *(entry.supersedes, said, entry.version),
        )


def _cells(ballot: Ballot | None) -> tuple[str, ...]:
    if ballot is None:
        return ("",) * 5
    reason = ballot.reason.value if ballot.reason else ""
    sureness = ballot.sureness.value if ballot.sureness else ""
    return ballot.decision.value, reason, ballot.duplicate_of, sureness, ballot.note


def _documents(documents: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name} ({id})" for name, id in documents)


def to_adjudications(dossiers: Iterable[Dossier]) -> str:
    """Return what is settled as JSON Lines of adjudications, to which ratings can be added."""
    outcomes = {
        one.item.fingerprint: (one.item, one.outcome) for one in dossiers if one.outcome is not None
    }
    return "".join(
        dumps(adjudication_to_data(one.adjudication)) + "\n" for one in settled(outcomes)
    )
