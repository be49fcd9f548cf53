"""The log of entries, which is only added to, and what stands of each author on each finding."""

from __future__ import annotations

import json
from collections.abc import Iterable

from attrs import evolve

from factcheck.errors import FactcheckError
from factcheck.model import Act, Entry
from factcheck.serialization import entry_from_data, entry_to_data
from factcheck.store.database import Connection

_COLUMNS = "e.number, e.data"


def append(connection: Connection, entry: Entry) -> Entry:
    """Keep an entry and return it with its number.

    Raises:
        StoreError: an entry with its id is kept already.
    """
    ((number,),) = connection.execute(
        """INSERT INTO entry (number, id, item, author, act, supersedes, time, round, data)
            VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM entry),
                :id, :item, :author, :act, :supersedes, :time, :round, :data)
            RETURNING number""",
        **_columns(entry),
        data=json.dumps(entry_to_data(entry), ensure_ascii=False),
    )
    return evolve(entry, number=number)


def get(connection: Connection, entry_id: str) -> Entry | None:
    """Return the entry with this id, or None."""
    found = _entries(connection, "e.id = :id", id=entry_id)
    return found[0] if found else None


def of_item(connection: Connection, *fingerprints: str) -> tuple[Entry, ...]:
    """Return everything that was ever said of a finding, in order.

    Args:
        connection: where to look.
        *fingerprints: that of the finding, and those that it had before.
    """
    found = [
        one for item in fingerprints for one in _entries(connection, "e.item = :item", item=item)
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def rounds(connection: Connection) -> dict[str, int]:
    """Return the last round in which anything was said of each finding, by its fingerprint."""
    return dict(connection.execute("SELECT item, MAX(round) FROM entry GROUP BY item"))


def acts(connection: Connection) -> tuple[tuple[str, str, Act], ...]:
    """Return what stands in the present rounds: the finding, who spoke of it, and how."""
    rows = connection.execute("SELECT item, author, act FROM standing ORDER BY item, author")
    return tuple((item, author, Act(act)) for item, author, act in rows)


def authors(connection: Connection) -> tuple[str, ...]:
    """Return the names of all who ever said anything, sorted."""
    rows = connection.execute("SELECT DISTINCT author FROM entry ORDER BY author")
    return tuple(name for (name,) in rows)


def everything(connection: Connection) -> tuple[Entry, ...]:
    """Return the whole log, in order."""
    return _entries(connection, "1 = 1")


def latest(connection: Connection, author: str) -> Entry | None:
    """Return the last thing that somebody said and did not take back."""
    rows = connection.execute(
        f"""SELECT {_COLUMNS} FROM entry e WHERE e.author = :author AND e.act <> 'retract'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.supersedes = e.id AND r.act = 'retract')
            ORDER BY e.number DESC LIMIT 1""",
        author=author,
    )
    return _entry(rows[0]) if rows else None


def times(connection: Connection, author: str, limit: int) -> tuple[str, ...]:
    """Return when somebody decided, the latest first."""
    rows = connection.execute(
        "SELECT time FROM entry WHERE author = :author AND act <> 'retract' "
        "ORDER BY number DESC LIMIT :limit",
        author=author,
        limit=limit,
    )
    return tuple(time for (time,) in rows)


def stands(connection: Connection, fingerprint: str) -> tuple[Entry, ...]:
    """Return what stands on a finding in its present round, an entry for each author, in order."""
    rows = connection.execute(
        f"""SELECT {_COLUMNS} FROM standing s JOIN entry e ON e.id = s.entry
            WHERE s.item = :item ORDER BY e.number""",
        item=fingerprint,
    )
    return tuple(map(_entry, rows))


def standing_ids(connection: Connection) -> dict[str, set[str]]:
    """Return the ids of the entries that are kept as standing, by finding."""
    found: dict[str, set[str]] = {}
    for item, entry in connection.execute("SELECT item, entry FROM standing"):
        found.setdefault(item, set()).add(entry)
    return found


def let_stand(connection: Connection, fingerprint: str, entries: Iterable[Entry]) -> None:
    """Let these entries stand on a finding, one for each author, and no others."""
    connection.execute("DELETE FROM standing WHERE item = :item", item=fingerprint)
    connection.each(
        """INSERT INTO standing (item, author, entry, act)
            VALUES (:item, :author, :entry, :act)""",
        [
            {"item": fingerprint, "author": one.author, "entry": one.id, "act": one.act.value}
            for one in entries
        ],
    )


def broken(connection: Connection) -> tuple[str, ...]:
    """Return what is wrong with entries as they are kept; nothing where all can be read."""
    rows = connection.execute(
        "SELECT number, data, id, item, author, act, supersedes, time, round FROM entry "
        "ORDER BY number"
    )
    authors: dict[str, str] = {}
    found = []
    for number, data, *columns in rows:
        place = f"entry {number}"
        try:
            entry = _entry((number, data))
        except (FactcheckError, ValueError) as error:
            found.append(f"{place}: cannot be read: {error}")
            continue
        if list(_columns(entry).values()) != columns:
            found.append(f"{place}: its columns say something else than what was sent")
        if entry.supersedes and authors.get(entry.supersedes) != entry.author:
            found.append(f"{place}: supersedes no earlier entry of its author")
        authors[entry.id] = entry.author
    return tuple(found)


def _columns(entry: Entry) -> dict[str, object]:
    """Return what is said of an entry beside its data."""
    return {
        "id": entry.id,
        "item": entry.item,
        "author": entry.author,
        "act": entry.act.value,
        "supersedes": entry.supersedes,
        "time": entry.time,
        "round": entry.round,
    }


def _entries(connection: Connection, where: str, **values: object) -> tuple[Entry, ...]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry e WHERE {where} ORDER BY e.number", **values
    )
    return tuple(map(_entry, rows))


def _entry(row: tuple[int, str]) -> Entry:
    number, data = row
    return evolve(entry_from_data(json.loads(data)), number=number)
