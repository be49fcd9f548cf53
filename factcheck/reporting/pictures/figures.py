"""The pictures of a page: each drawn twice, for a column of text and for a telephone."""

from __future__ import annotations

from functools import cached_property

from attrs import define, frozen

from factcheck.model import Dispute, Run
from factcheck.reporting.pictures.picture import NARROW, WIDE, Link, Picture
from factcheck.reporting.pictures.range_bars import bars_of
from factcheck.reporting.pictures.ranges import ranges
from factcheck.reporting.pictures.source_matrix import source_matrix
from factcheck.reporting.pictures.topic_map import topic_map


@frozen
class Figure:
    """One picture in two widths; their words and tables are the same."""

    wide: Picture
    narrow: Picture


@define
class Figures:
    """The pictures of a run, each drawn when it is asked for.

    Attributes:
        run: what to draw.
        link: the address of a source, topic, claim or finding on the page by its id.
    """

    run: Run
    link: Link

    @cached_property
    def _disputes(self) -> dict[str, Dispute]:
        conflicts = (*self.run.disputes, *self.run.qualifications)
        return {dispute.id: dispute for dispute in conflicts}

    def topics(self) -> Figure | None:
        """Return the topic map; None where no topic was found."""
        if not self.run.topics:
            return None
        return Figure(*(topic_map(self.run, width, self.link) for width in (WIDE, NARROW)))

    def sources(self) -> Figure | None:
        """Return the source matrix; None where no two sources meet in a finding."""
        if not (self.run.disputes or self.run.qualifications or self.run.agreements):
            return None
        return Figure(*(source_matrix(self.run, width, self.link) for width in (WIDE, NARROW)))

    def bars(self, finding: str) -> Figure | None:
        """Return the range bars of a finding by its id; None where it is not about amounts."""
        dispute = self._disputes[finding]
        found = ranges(dispute)
        if found is None:
            return None
        wide, narrow = (bars_of(dispute, found, width, self.link) for width in (WIDE, NARROW))
        return Figure(wide, narrow) if wide and narrow else None
