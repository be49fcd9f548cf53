"""Findings put up for review, and the queue that they stand in."""

from __future__ import annotations

import json
from collections.abc import Sequence

from attrs import frozen

from factcheck.errors import FactcheckError, UnknownItemError
from factcheck.model import ReviewItem, Status
from factcheck.serialization import item_from_data, item_to_data
from factcheck.store.database import Connection

# A finding stands in the queue while the latest run reports it, or while its words are lost.
_QUEUED = "i.queued = 1"

STATES = {
    "open": "i.status = 'open'",
    "adjudication": "i.status = 'adjudication'",
    "closed": "i.status = 'closed'",
    "orphaned": "i.orphaned <> ''",
    "todo": """i.status = 'open'
        AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.item = i.fingerprint AND s.author = :me)
        AND (EXISTS (SELECT 1 FROM assignment a
                WHERE a.item = i.fingerprint AND a.reviewer = :me)
            OR (SELECT COUNT(*) FROM assignment a WHERE a.item = i.fingerprint
                AND a.reviewer <> :me AND a.until > :now) < :needed)""",
    "voted": """EXISTS (SELECT 1 FROM standing s
        WHERE s.item = i.fingerprint AND s.author = :me AND s.act = 'vote')""",
    "skipped": """EXISTS (SELECT 1 FROM standing s
        WHERE s.item = i.fingerprint AND s.author = :me AND s.act = 'skip')""",
    "adjudicable": """i.status = 'adjudication'
        AND NOT EXISTS (SELECT 1 FROM standing s
            WHERE s.item = i.fingerprint AND s.author = :me AND s.act = 'vote')""",
}
"""What a selection can ask for by state; the last four are seen from the reviewer's side."""


@frozen
class Selection:
    """Which findings are wanted; what is empty is not asked for.

    Attributes:
        me: name of the account that asks.
        now: the time, for assignments that have run out.
        needed: how many votes a finding needs.
        state: one of :data:`STATES`.
        topic, source, rule: the topic, the name of a document, the id of a rule.
        assignee: name of a reviewer who is assigned or has voted.
        text: words that the question or a quotation holds.
        queued: only what the latest run reports, or whose words are lost.
    """

    me: str
    now: str
    needed: int
    state: str = ""
    topic: str = ""
    source: str = ""
    rule: str = ""
    assignee: str = ""
    text: str = ""
    queued: bool = True

    @property
    def where(self) -> str:
        """The condition in SQL, on a table ``item`` called ``i``."""
        parts = [_QUEUED] if self.queued else ["i.moved = ''"]
        if self.state:
            parts.append(STATES[self.state])
        if self.topic:
            parts.append("i.topic = :topic")
        if self.rule:
            parts.append("i.rule = :rule")
        if self.source:
            parts.append(
                "EXISTS (SELECT 1 FROM item_source d "
                "WHERE d.item = i.fingerprint AND d.document = :source)"
            )
        if self.assignee:
            parts.append(
                "EXISTS (SELECT 1 FROM assignment a "
                "WHERE a.item = i.fingerprint AND a.reviewer = :assignee)"
            )
        if self.text:
            parts.append("i.words LIKE :pattern ESCAPE '!'")
        return " AND ".join(parts)

    @property
    def values(self) -> dict[str, object]:
        """The values that the condition names."""
        return {
            "me": self.me,
            "now": self.now,
            "needed": self.needed,
            "topic": self.topic,
            "source": self.source,
            "rule": self.rule,
            "assignee": self.assignee,
            "pattern": f"%{_literal(self.text.casefold())}%",
        }


@frozen
class Kept:
    """A finding as the store keeps it: the item, and where it stands."""

    item: ReviewItem
    status: Status


def _literal(text: str) -> str:
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return text


def put(connection: Connection, item: ReviewItem, status: Status) -> None:
    """Keep a finding, in the place of what was kept under its fingerprint."""
    fingerprint = item.fingerprint
    words = "\n".join([item.question, item.topic, *(one.words for one in item.quoted)])
    connection.execute(
        """INSERT INTO item (fingerprint, topic, rule, words, impact, present, orphaned, queued,
                round, status, moved, data)
            VALUES (:fingerprint, :topic, :rule, :words, :impact, :present, :orphaned, :queued,
                :round, :status, '', :data)
            ON CONFLICT (fingerprint) DO UPDATE SET topic = excluded.topic, rule = excluded.rule,
                words = excluded.words, impact = excluded.impact, present = excluded.present,
                orphaned = excluded.orphaned, queued = excluded.queued, round = excluded.round,
                status = excluded.status, moved = '', data = excluded.data""",
        **_columns(item),
        words=words.casefold(),
        status=status.value,
        data=json.dumps(item_to_data(item), ensure_ascii=False),
    )
    connection.execute("DELETE FROM item_source WHERE item = :item", item=fingerprint)
    connection.each(
        "INSERT INTO item_source (document, item) VALUES (:document, :item)",
        [{"document": name, "item": fingerprint} for name in _sources(item)],
    )


def get(connection: Connection, fingerprint: str) -> Kept | None:
    """Return the finding with this fingerprint, or that once had it, or None."""
    rows = connection.execute(
        "SELECT data, status, moved FROM item WHERE fingerprint = :item", item=fingerprint
    )
    if not rows:
        return None
    *row, moved = rows[0]
    return get(connection, moved) if moved else _kept(row)


def require(connection: Connection, fingerprint: str) -> Kept:
    """Return the finding with this fingerprint, or that once had it.

    Raises:
        UnknownItemError: there is none.
    """
    kept = get(connection, fingerprint)
    if kept is None:
        raise UnknownItemError(f"no finding in this review has the fingerprint {fingerprint!r}.")
    return kept


def everything(connection: Connection) -> tuple[Kept, ...]:
    """Return every finding that was ever put up, by the fingerprint that it has now."""
    rows = connection.execute("SELECT data, status FROM item WHERE moved = '' ORDER BY fingerprint")
    return tuple(map(_kept, rows))


def select(
    connection: Connection, selection: Selection, limit: int = -1, offset: int = 0
) -> tuple[Kept, ...]:
    """Return the findings that a selection names, those of the highest impact first."""
    bound = "" if limit < 0 else " LIMIT :limit OFFSET :offset"
    rows = connection.execute(
        f"SELECT i.data, i.status FROM item i WHERE {selection.where} "
        f"ORDER BY i.impact DESC, i.fingerprint{bound}",
        **selection.values,
        limit=limit,
        offset=offset,
    )
    return tuple(map(_kept, rows))


def following(connection: Connection, selection: Selection, after: str = "") -> str | None:
    """Return the fingerprint of the first finding of a selection, or of the first after one."""
    beyond = ""
    if after:
        beyond = """ AND EXISTS (SELECT 1 FROM item p WHERE p.fingerprint = :after AND
            (i.impact < p.impact OR (i.impact = p.impact AND i.fingerprint > p.fingerprint)))"""
    rows = connection.execute(
        f"SELECT i.fingerprint FROM item i WHERE {selection.where}{beyond} "
        "ORDER BY i.impact DESC, i.fingerprint LIMIT 1",
        **selection.values,
        after=after,
    )
    return rows[0][0] if rows else None


def count(connection: Connection, selection: Selection) -> int:
    """Return how many findings a selection names."""
    rows = connection.execute(
        f"SELECT COUNT(*) FROM item i WHERE {selection.where}", **selection.values
    )
    return int(rows[0][0])


def counts(connection: Connection) -> dict[Status, int]:
    """Return how many findings of the queue have each status."""
    rows = connection.execute(
        f"SELECT i.status, COUNT(*) FROM item i WHERE {_QUEUED} GROUP BY i.status"
    )
    found = {Status(status): int(number) for status, number in rows}
    return {status: found.get(status, 0) for status in Status}


def names(connection: Connection, column: str) -> tuple[str, ...]:
    """Return the topics, rules or documents of the queue, sorted.

    Args:
        connection: where to look.
        column: ``topic``, ``rule`` or ``source``.
    """
    queries = {
        "topic": f"SELECT DISTINCT i.topic FROM item i WHERE {_QUEUED}",
        "rule": f"SELECT DISTINCT i.rule FROM item i WHERE {_QUEUED}",
        "source": "SELECT DISTINCT d.document FROM item_source d JOIN item i "
        f"ON i.fingerprint = d.item WHERE {_QUEUED}",
    }
    return tuple(sorted(name for (name,) in connection.execute(queries[column])))


def documents(connection: Connection) -> tuple[str, ...]:
    """Return the documents of every finding that was ever put up, by name."""
    rows = connection.execute(
        "SELECT DISTINCT d.document FROM item_source d JOIN item i ON i.fingerprint = d.item "
        "WHERE i.moved = '' ORDER BY d.document"
    )
    return tuple(name for (name,) in rows)


def set_status(connection: Connection, fingerprint: str, status: Status) -> None:
    """Keep where a finding stands now."""
    connection.execute(
        "UPDATE item SET status = :status WHERE fingerprint = :item AND status <> :status",
        status=status.value,
        item=fingerprint,
    )


def move(connection: Connection, old: str, new: str) -> None:
    """Let a finding be found under its new fingerprint when it is asked for by the old one."""
    connection.execute(
        "UPDATE item SET moved = :new, present = 0, queued = 0 WHERE fingerprint = :old",
        old=old,
        new=new,
    )


def broken(connection: Connection) -> tuple[str, ...]:
    """Return what is wrong with findings as they are kept; nothing where all can be read."""
    sources: dict[str, list[str]] = {}
    for name, item in connection.execute("SELECT document, item FROM item_source"):
        sources.setdefault(item, []).append(name)
    rows = connection.execute(
        "SELECT data, status, fingerprint, topic, rule, impact, present, orphaned, queued, round "
        "FROM item WHERE moved = '' ORDER BY fingerprint"
    )
    found = []
    for data, status, *columns in rows:
        place = f"finding {columns[0]}"
        try:
            item = _kept((data, status)).item
        except (FactcheckError, ValueError) as error:
            found.append(f"{place}: cannot be read: {error}")
            continue
        if list(_columns(item).values()) != columns:
            found.append(f"{place}: its columns say something else than its data")
        if sorted(sources.get(item.fingerprint, [])) != _sources(item):
            found.append(f"{place}: its documents are not those that it quotes")
    return tuple(found)


def _columns(item: ReviewItem) -> dict[str, object]:
    """Return what the queue asks of a finding."""
    return {
        "fingerprint": item.fingerprint,
        "topic": item.topic,
        "rule": item.rule,
        "impact": item.impact,
        "present": int(item.present),
        "orphaned": item.orphaned,
        "queued": int(item.present or bool(item.orphaned)),
        "round": item.round,
    }


def _sources(item: ReviewItem) -> list[str]:
    return sorted({one.document for one in item.quoted})


def remember(connection: Connection, old: str, new: str) -> None:
    """Let a finding be found under a fingerprint that it had in another store."""
    connection.execute(
        """INSERT INTO item (fingerprint, topic, rule, words, impact, present, orphaned, queued,
                round, status, moved, data)
            SELECT CAST(:old AS TEXT), topic, rule, words, impact, 0, orphaned, 0, round, status,
                fingerprint, data
            FROM item WHERE fingerprint = :new""",
        old=old,
        new=new,
    )


def _kept(row: Sequence[str]) -> Kept:
    data, status = row
    return Kept(item_from_data(json.loads(data)), Status(status))
