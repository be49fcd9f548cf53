"""The source matrix: who agrees and disagrees with whom, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, product
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from factcheck.model import Agreement, Dispute, Document, Run
from factcheck.reporting.content import SourceLabel
from factcheck.reporting.labels import source_labels
from factcheck.reporting.pictures.drawing import ACCENT, FAINT, Canvas
from factcheck.reporting.pictures.findings import Found, numbered
from factcheck.reporting.pictures.lettering import fitted, lines
from factcheck.reporting.pictures.picture import WIDE, Entry, Link, Picture, Row, Table, on_page
from factcheck.reporting.wording import counted

_SOURCES = 8
"""How many are drawn at most: as many as have room for their numbers on a telephone."""

_KINDS = {"=": "agreement", "≠": "dispute", "~": "qualification"}
_NAMES, _HEAD, _LINE = 250.0, 26.0, 17.0
_LARGEST_CELL = 62.0


@frozen
class _Meeting:
    """The findings in which two sources meet."""

    findings: tuple[Found, ...]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many findings there are of each sign that occurs, in the order of signs."""
        numbers = Counter(found.sign for found in self.findings)
        return [(sign, numbers[sign]) for sign in _KINDS if numbers[sign]]

    @property
    def told(self) -> str:
        """The counts in words."""
        return ", ".join(counted(number, _KINDS[sign]) for sign, number in self.counts)

    def __str__(self) -> str:
        return " ".join(f"{sign}{number}" for sign, number in self.counts)


_Meetings = Mapping[tuple[str, str], _Meeting]


@frozen
class _Grid:
    """Where cells lie: their size and the corner of the first."""

    cell: float
    left: float
    top: float


def source_matrix(run: Run, width: int = WIDE, link: Link = on_page) -> Picture:
    """Return how often each two sources agree, contradict or qualify each other.

    A dispute counts for two sources on different sides of it, an agreement for all that share it.

    Args:
        run: what to draw.
        width: of the drawing, in units as large as the pixels it will be shown with.
        link: where sources and findings lead; a cell leads to the gravest finding of its two.
    """
    sources = _strongest(run)
    meetings = _meetings(run, {document.id for document in sources})
    labels = source_labels(run.corpus.documents)
    picture = Picture(
        svg="",
        title=f"Who agrees and disagrees with whom: {counted(len(sources), 'source')}",
        description=_description(sources, labels, meetings),
        table=_table(sources, labels, meetings, link),
        note=_note(len(sources), len(run.corpus)),
    )
    return evolve(picture, svg=_drawn(picture, sources, labels, meetings, width, link))


def _strongest(run: Run) -> list[Document]:
    """Return the documents in most findings, in corpus order."""
    volume: Counter[str] = Counter()
    for _, finding in numbered(run):
        taking_part = {claim.source.id for claim in finding.claims}
        volume.update(taking_part if len(taking_part) > 1 else ())
    ranked = sorted(run.corpus, key=lambda one: (-volume[one.id], one.name))
    kept = {document.id for document in ranked[:_SOURCES]}
    return [document for document in run.corpus if document.id in kept]


def _meetings(run: Run, among: Set[str]) -> _Meetings:
    found: dict[tuple[str, str], list[Found]] = {}
    for name, finding in numbered(run):
        for pair in _pairs(finding, among):
            found.setdefault(pair, []).append(name)
    return {pair: _Meeting(tuple(names)) for pair, names in sorted(found.items())}


def _pairs(finding: Dispute | Agreement, among: Set[str]) -> set[tuple[str, str]]:
    """Return the pairs of ids of sources that a finding is between, the smaller id first."""
    if isinstance(finding, Agreement):
        sides = [{source} for source in {claim.source.id for claim in finding.claims} & among]
    else:
        sides = [{claim.source.id for claim in side.claims} & among for side in finding.positions]
    return {
        (min(pair), max(pair))
        for first, second in combinations(sides, 2)
        for pair in product(first, second)
        if pair[0] != pair[1]
    }


def _note(shown: int, known: int) -> str:
    if shown == known:
        return ""
    return f"{shown} of {counted(known, 'source')} are shown: those with most findings."


def _met(meetings: _Meetings, a: Document, b: Document) -> _Meeting | None:
    return meetings.get((min(a.id, b.id), max(a.id, b.id)))


def _filter(a: Document, b: Document) -> str:
    return f"source={a.id}&and={b.id}"


def _described(
    sources: Sequence[Document], labels: Mapping[str, SourceLabel], meetings: _Meetings
) -> Iterator[tuple[int, str]]:
    for a, b in combinations(sources, 2):
        meeting = _met(meetings, a, b)
        if meeting is not None:
            names = f"{labels[a.id].label} and {labels[b.id].label}"
            yield len(meeting.findings), f"{names}: {meeting.told}"


def _description(
    sources: Sequence[Document], labels: Mapping[str, SourceLabel], meetings: _Meetings
) -> str:
    pairs = sorted(_described(sources, labels, meetings), key=lambda pair: -pair[0])
    if not pairs:
        return "No two sources were found to agree or to disagree."
    told = "; ".join(words for _, words in pairs[:3])
    rest = f"; {counted(len(pairs) - 3, 'more pair')} in the table" if len(pairs) > 3 else ""
    return f"{told}{rest}."


def _table(
    sources: Sequence[Document],
    labels: Mapping[str, SourceLabel],
    meetings: _Meetings,
    link: Link,
) -> Table:
    def cell(a: Document, b: Document) -> tuple[Entry, ...]:
        meeting = _met(meetings, a, b) if a.id != b.id else None
        if meeting is None:
            return ()
        return (Entry(str(meeting), link(meeting.findings[0].id), _filter(a, b)),)

    return Table(
        ("Source", *(str(number) for number in range(1, len(sources) + 1))),
        tuple(
            Row(
                (
                    (Entry(f"{number} {labels[source.id].label}", link(source.id)),),
                    *(cell(source, other) for other in sources),
                )
            )
            for number, source in enumerate(sources, 1)
        ),
    )


def _drawn(
    picture: Picture,
    sources: Sequence[Document],
    labels: Mapping[str, SourceLabel],
    meetings: _Meetings,
    width: int,
    link: Link,
) -> str:
    grid = _grid(len(sources), width)
    height = grid.top + grid.cell * len(sources) + 4
    canvas = Canvas.of(
        f"sources-{width}", (width, height), picture.title, picture.description, linked=True
    )
    for index, source in enumerate(sources):
        _draw_heads(canvas, grid, index, labels[source.id], link)
    most = max((len(meeting.findings) for meeting in meetings.values()), default=1)
    for row, a in enumerate(sources):
        for column, b in enumerate(sources):
            meeting = _met(meetings, a, b) if row != column else None
            if meeting is not None:
                anchor = canvas.link(link(meeting.findings[0].id), _filter(a, b))
                names = f"{labels[a.id].label} and {labels[b.id].label}"
                canvas.add("title", anchor, f"{names}: {meeting.told}")
                _draw_cell(canvas, anchor, grid, (row, column), meeting, most)
    return canvas.markup()


def _grid(sources: int, width: int) -> _Grid:
    """Return the cells right of the names, or below them where there is no room beside them."""
    beside = width >= 2 * _NAMES and width - _NAMES >= 30 * sources
    left = _NAMES if beside else _HEAD
    cell = min(_LARGEST_CELL, (width - left) / max(1, sources))
    return _Grid(cell, left, _HEAD if beside else _HEAD + 8 + _LINE * sources)


def _draw_heads(canvas: Canvas, grid: _Grid, index: int, label: SourceLabel, link: Link) -> None:
    """Draw a source's number over its column and its name in its row, or in a list above."""
    beside = grid.left == _NAMES
    middle = grid.top + grid.cell * (index + 0.5) + 4
    across = grid.left + grid.cell * (index + 0.5)
    number = str(index + 1)
    canvas.words(number, (across, grid.top - 7), text_anchor="middle", fill=FAINT)
    anchor = canvas.link(link(label.id))
    canvas.add("title", anchor, label.label)
    if beside:
        canvas.words(number, (grid.left - 8, middle), text_anchor="end", fill=FAINT)
        named = lines(label.label, 12, _NAMES - 30, 2)
        for line, words in enumerate(named):
            down = (line - (len(named) - 1) / 2) * 15
            canvas.words(words, (0, middle + down), within=anchor)
    else:
        canvas.words(number, (_HEAD - 8, middle), text_anchor="end", fill=FAINT)
        place = (0, _LINE * (index + 0.75))
        canvas.words(f"{number} {fitted(label.label, 12, 300)}", place, within=anchor)


def _draw_cell(
    canvas: Canvas,
    anchor: Element,
    grid: _Grid,
    place: tuple[int, int],
    meeting: _Meeting,
    most: int,
) -> None:
    """Draw a ring that is the darker the more findings there are, and the counts within."""
    x = grid.left + grid.cell * (place[1] + 0.5)
    y = grid.top + grid.cell * (place[0] + 0.5)
    canvas.add(
        "circle",
        anchor,
        cx=x,
        cy=y,
        r=0.46 * grid.cell,
        fill="none",
        stroke="currentColor",
        stroke_width=2,
        pointer_events="all",
        stroke_opacity=f"{0.15 + 0.85 * len(meeting.findings) / most:.2f}",
    )
    size = min(13.0, 0.27 * grid.cell)
    counts = meeting.counts
    for line, (sign, number) in enumerate(counts):
        down = (line - (len(counts) - 1) / 2) * size * 1.15 + size * 0.36
        fill = ACCENT if sign == "≠" else "currentColor"
        canvas.words(
            f"{sign}{number}", (x, y + down), size, within=anchor, text_anchor="middle", fill=fill
        )
