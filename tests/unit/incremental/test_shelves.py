"""Values of documents come back from shelves that they share with others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field

import factcheck as fc
from factcheck.incremental.shelves import keep, recalled

DOCUMENTS = {name: fc.read_text(f"The {name} is red.", name) for name in ("mill", "weir", "ford")}
VALUES = [(document.passages, document) for document in DOCUMENTS.values()]


@define
class Entries:
    """Entries that last as long as a test, and how many were asked for."""

    held: dict[str, bytes] = field(factory=dict)
    asked: int = 0

    def recall(self, keys: Sequence[str], /) -> dict[str, bytes]:
        self.asked += 1
        return {key: self.held[key] for key in keys if key in self.held}

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
        self.held |= entries


def test_values_kept_together_are_read_at_once() -> None:
    entries = Entries()
    keep(entries, DOCUMENTS, VALUES)
    found = dict(recalled(entries, DOCUMENTS))
    assert found == dict(zip(DOCUMENTS, VALUES, strict=True))
    assert all(found[key][1] is document for key, document in DOCUMENTS.items())
    assert entries.asked == 2


def test_those_of_documents_that_are_gone_are_passed_over() -> None:
    entries = Entries()
    keep(entries, DOCUMENTS, VALUES)
    left = {key: document for key, document in DOCUMENTS.items() if key != "weir"}
    assert set(dict(recalled(entries, left))) == {"mill", "ford"}


def test_the_last_shelf_counts_and_one_that_is_gone_holds_nothing() -> None:
    entries = Entries()
    keep(entries, DOCUMENTS, VALUES)
    before = set(entries.held)
    mill = {"mill": DOCUMENTS["mill"]}
    keep(entries, mill, ["another"])
    assert dict(recalled(entries, DOCUMENTS))["mill"] == "another"
    (shelf,) = set(entries.held) - before
    del entries.held[shelf]
    assert set(dict(recalled(entries, DOCUMENTS))) == {"weir", "ford"}


def test_where_nothing_was_kept_there_is_nothing() -> None:
    assert not list(recalled(Entries(), DOCUMENTS))
