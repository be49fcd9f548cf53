"""What a check returns: the run, and the things one does with it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from attrs import define, field, frozen

from factcheck.errors import ConfigurationError
from factcheck.model import (
    Agreement,
    Baseline,
    Claim,
    Corpus,
    Dispute,
    Judgement,
    Note,
    Run,
    Skipped,
    Topic,
)
from factcheck.model.display import draw_with

if TYPE_CHECKING:
    import pandas
    import polars

    from factcheck.explaining.bench import Bench
    from factcheck.explaining.explanation import Explanation
    from factcheck.graph import ClaimGraph
    from factcheck.reporting.frames import LibraryName
    from factcheck.reporting.tables import TableName
    from factcheck.review.feedback import Feedback


def _drawn(value: object) -> str:
    from factcheck.reporting import fragment

    return fragment(value)


draw_with(_drawn)


@frozen
class Extraction:
    """What the documents state, and what was left out with the reason."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]


@define(eq=False)
class Result:
    """A finished check: the run, and the things one does with it.

    Attributes:
        run: everything that the check produced.
        feedback: what reviewers hold of it; None where no reviews were given.
    """

    run: Run = field(repr=False)
    feedback: Feedback | None = field(default=None, repr=False)

    @property
    def corpus(self) -> Corpus:
        """What was read, with what could not be."""
        return self.run.corpus

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of documents and places."""
        return self.run.claims

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the claims are about, the most telling first."""
        return self.run.topics

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every stance between two claims."""
        return self.run.judgements

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Positions that contradict each other, the strongest first."""
        return self.run.disputes

    @property
    def qualifications(self) -> tuple[Dispute, ...]:
        """Tensions: both sides can hold, but a reviewer should see them."""
        return self.run.qualifications

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """What several sources say alike, best supported first."""
        return self.run.agreements

    @property
    def remaining(self) -> tuple[Dispute, ...]:
        """The disputes but those that reviewers settled as no conflict."""
        known = self._known
        return tuple(one for one in self.disputes if known is None or not known.knows(one))

    @property
    def _known(self) -> Baseline | None:
        return None if self.feedback is None else self.feedback.beside(None)

    @cached_property
    def graph(self) -> ClaimGraph:
        """The claims, topics, sources and judgements as a graph."""
        from factcheck.graph import ClaimGraph

        return ClaimGraph.from_run(self.run)

    def report(self, path: str | Path, format: str | None = None) -> Path:
        """Write the report to ``path`` and return where reading it starts.

        Args:
            path: a file; or, for HTML as a folder of pages, a folder: a path that ends with ``/``
                or an existing folder.
            format: a name in ``factcheck.reporting.FORMATS``, such as ``html`` or ``sarif``;
                read off the ending of ``path`` where left out.

        Raises:
            ConfigurationError: the format is not known, or not one for a folder; or the folder
                holds files that are no report.
        """
        from factcheck.reporting import format_of, is_folder, pieces, render_folder
        from factcheck.reporting.saving import save_text

        target = Path(path)
        if is_folder(str(path)):
            if format not in (None, "html"):
                raise ConfigurationError(f"{path}: is a folder; only html is written as one.")
            return render_folder(self.run, target, baseline=self._known)
        chosen = format or format_of(str(target))
        save_text(target, pieces(self.run, chosen, baseline=self._known))
        return target

    def explain(self, name: str) -> Explanation:
        """Return everything behind a claim, judgement, finding, topic or source.

        Printing it tells what the command ``explain`` tells.

        Args:
            name: an id or a fingerprint, or how only one of them begins.

        Raises:
            UnknownIdError: nothing in this run has this id, or several things have.
        """
        from factcheck.explaining.explain import explain

        return explain(self._bench, name)

    @cached_property
    def _bench(self) -> Bench:
        from factcheck.explaining.bench import Bench

        return Bench(self.run)

    @overload
    def to_frame(
        self, table: TableName = "claims", library: Literal["pandas"] = "pandas"
    ) -> pandas.DataFrame: ...

    @overload
    def to_frame(
        self, table: TableName = "claims", *, library: Literal["polars"]
    ) -> polars.DataFrame: ...

    def to_frame(
        self, table: TableName = "claims", library: LibraryName = "pandas"
    ) -> pandas.DataFrame | polars.DataFrame:
        """Return claims, judgements or disputes as a data frame, a row each.

        A dispute has a row for each claim on each of its sides, and so do qualifications, which
        the same table holds.

        Args:
            table: ``claims``, ``judgements`` or ``disputes``.
            library: what makes the frame, ``pandas`` or ``polars``; neither comes with factcheck,
                and none stands in for the other.

        Raises:
            ConfigurationError: there is no such table or library, or the library is not
                installed.
        """
        from factcheck.reporting.frames import frame

        return frame(self.run, table, library, self._known)

    def to_data(self) -> dict[str, object]:
        """Return the run as JSON-ready data in the documented schema."""
        from factcheck.serialization import to_data

        return to_data(self.run, self._known)

    def __repr__(self) -> str:
        return (
            f"<Result: {len(self.run.corpus)} documents, {len(self.claims)} claims, "
            f"{len(self.disputes)} disputes, {len(self.qualifications)} qualifications, "
            f"{len(self.agreements)} agreements>"
        )

    def _repr_html_(self) -> str:
        return _drawn(self.run)
