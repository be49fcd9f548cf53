"""What a format's reader finds in a text."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from factcheck.model import Passage


@frozen
class Parsed:
    """The prose of one text and what the text says about itself.

    Attributes:
        passages: blocks of prose in reading order; their runs point into the text given.
        metadata: what the text states about itself, by the names of Document's fields: title,
            author, publisher, address, and date in ISO 8601. What it does not state is absent.
        notes: what a reader of a report should know about how the text was read.
    """

    passages: tuple[Passage, ...]
    metadata: Mapping[str, str] = field(factory=dict)
    notes: tuple[str, ...] = ()
