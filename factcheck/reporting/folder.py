"""The report as a folder of pages, for collections that one page cannot hold.

Every page is made when it is asked for and forgotten when it is written. They lie side by side, so
that links need no paths, and each carries its styles and script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from factcheck.model import Agreement, Baseline, Dispute, Document, Run
from factcheck.reporting.choices import choices_of
from factcheck.reporting.content import Consensus, Finding, Report, SourceRow
from factcheck.reporting.html import QUOTED, Frame
from factcheck.reporting.pages import FINDINGS, ROWS, Pages, Stretch, kinds, source_file, stretches
from factcheck.reporting.parts import Parts
from factcheck.reporting.report import overview
from factcheck.reporting.rows import TopicRow, source_rows, topic_rows
from factcheck.reporting.source_view import view_source

INDEX_LIMIT = 2_000_000
"""Most bytes of the index, whatever the collection."""

LISTED = (1000, 300, 100, 30, 10, 0)
"""How many findings the index lists: the first of these numbers that keeps it within its limit."""

LARGE_DOCUMENTS, LARGE_CLAIMS = 200, 10_000
"""From this many documents or claims on, one page is more than a browser likes."""


def is_large(run: Run) -> bool:
    """Return whether a report on ``run`` should rather be a folder than one page."""
    return len(run.corpus) >= LARGE_DOCUMENTS or len(run.claims) >= LARGE_CLAIMS


def pages(run: Run, date: str = "", baseline: Baseline | None = None) -> Iterator[tuple[str, str]]:
    """Return the pages of a report on ``run``, one after the other, each with its file name.

    Args:
        run: what to report on.
        date: the date to print; empty for none.
        baseline: what is accepted.
    """
    parts = Parts(run, baseline, QUOTED)
    topics = topic_rows(parts)
    place = Pages.of(parts, [row.id for row in topics])
    book = _Book(parts, overview(parts, date), Frame(parts, place.address))
    yield "index.html", book.index()
    for kind, found in kinds(parts):
        for stretch in stretches(len(found), FINDINGS):
            yield f"{kind}-{stretch.number}.html", book.findings(kind, found, stretch)
    for kind, rows in (("sources", source_rows(parts)), ("topics", topics)):
        for stretch in stretches(len(rows), ROWS):
            yield f"{kind}-{stretch.number}.html", book.listing(kind, rows, stretch)
    for document in run.corpus:
        yield source_file(document.id), book.source(document)
    yield "method.html", book.page("method_page.html.j2")


@frozen
class _Book:
    parts: Parts
    overview: Report
    frame: Frame
    kinds: tuple[str, ...] = field(init=False)

    @kinds.default
    def _kinds(self) -> tuple[str, ...]:
        lists = ("sources", "topics") if self.parts.run.topics else ("sources",)
        return (*(kind for kind, _ in kinds(self.parts)), *lists)

    def page(self, name: str, **content: object) -> str:
        """Return a page of the folder: a template with what each of them needs."""
        return self.frame.page(name, report=self.overview, kinds=self.kinds, **content)

    def index(self) -> str:
        """Return the first page, with as many findings as it may hold."""
        text = ""
        for most in LISTED:
            text = self._index(most)
            if len(text.encode("utf-8", "surrogatepass")) <= INDEX_LIMIT:
                break
        return text

    def _index(self, most: int) -> str:
        every = [each for _, found in kinds(self.parts) for each in _counted(found)]
        listed = [self._made(*each) for each in every[:most]]
        return self.page(
            "index_page.html.j2",
            listed=listed,
            left_out=len(every) - len(listed),
            choices=choices_of(listed, self.parts.run),
        )

    def findings(self, kind: str, found: Sequence[Dispute | Agreement], stretch: Stretch) -> str:
        """Return a page of findings of one kind."""
        items = [self._made(*each) for each in _counted(found)[stretch.first : stretch.last]]
        return self.page("findings_page.html.j2", kind=kind, items=items, stretch=stretch)

    def listing(
        self, kind: str, rows: Sequence[SourceRow] | Sequence[TopicRow], stretch: Stretch
    ) -> str:
        """Return a page that lists sources or topics."""
        shown = rows[stretch.first : stretch.last]
        return self.page(f"{kind}_page.html.j2", kind=kind, rows=shown, stretch=stretch)

    def source(self, document: Document) -> str:
        """Return the page of a source."""
        view = view_source(self.parts, document, self.parts.section(document))
        return self.page("source_page.html.j2", view=view)

    def _made(self, number: int, found: Dispute | Agreement) -> Finding | Consensus:
        if isinstance(found, Dispute):
            return self.parts.finding(number, found)
        return self.parts.consensus(number, found)


def _counted(found: Sequence[Dispute | Agreement]) -> list[tuple[int, Dispute | Agreement]]:
    return list(enumerate(found, 1))
