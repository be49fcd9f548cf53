"""The topic map: what the sources speak of, who speaks of what, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from attrs import evolve, frozen

from factcheck.graph.layout import Box, Point, anchored, apart, stretched
from factcheck.model import Document, Run
from factcheck.reporting.content import SourceLabel
from factcheck.reporting.labels import source_labels
from factcheck.reporting.pictures.drawing import FAINT, Canvas
from factcheck.reporting.pictures.lettering import BOLD, lines, text_width
from factcheck.reporting.pictures.picture import WIDE, Entry, Link, Picture, Row, Table, on_page
from factcheck.reporting.pictures.rings import KINDS, draw_legend, draw_point, legend_height
from factcheck.reporting.pictures.subjects import Subject, Subjects, subjects
from factcheck.reporting.wording import counted

_TOPICS, _SOURCES = 24, 12
"""How many are drawn at most: as many as have room for their names on a telephone."""

_SIZE, _LINE = 12.0, 14.0
_RING = 4.0
_MARGIN = 6.0
_GAP = 6.0
_STEP = 6.0
_SQUARE = 12.0
_BAND = 2 * _LINE + _SQUARE + 10


@frozen
class _Node:
    """A topic on its way to the map: its name as written there, and the radius of its point."""

    subject: Subject
    words: tuple[str, ...]
    radius: float

    def box(self, place: Point) -> Box:
        """Return the room that point, ring and name take, with some air around."""
        across = 2 * (self.radius + _RING)
        width = max(across, *(text_width(line, _SIZE) for line in self.words))
        return Box(*place, width + _GAP, across + _LINE * len(self.words) + _GAP)


@frozen
class _Map:
    """Where everything lies; ``top`` is where topics begin, ``room`` the width of a source."""

    width: float
    height: float
    sources: Mapping[str, Point]
    boxes: Sequence[Box]
    top: float
    room: float


def topic_map(run: Run, width: int = WIDE, link: Link = on_page) -> Picture:
    """Return the topics of ``run`` between the sources that speak of them.

    Args:
        run: what to draw.
        width: of the drawing, in units as large as the pixels it will be shown with.
        link: where topics, sources and findings lead.
    """
    shown = subjects(run, _TOPICS, _SOURCES)
    labels = source_labels(run.corpus.documents)
    picture = Picture(
        svg="",
        title=f"Map of {counted(len(shown.topics), 'topic')} and "
        f"{counted(len(shown.sources), 'source')}",
        description=_description(shown),
        table=_table(shown, labels, link),
        note=_note(shown),
    )
    return evolve(picture, svg=_drawn(picture, shown, labels, width, link))


def _note(shown: Subjects) -> str:
    parts = []
    if len(shown.topics) < shown.of_topics:
        parts.append(
            f"{len(shown.topics)} of {counted(shown.of_topics, 'topic')} are shown: those with "
            "most findings, sources and claims."
        )
    if len(shown.sources) < shown.of_sources:
        parts.append(
            f"{len(shown.sources)} of {counted(shown.of_sources, 'source')} are shown: those "
            "with most claims about these topics."
        )
    return " ".join(parts)


def _description(shown: Subjects) -> str:
    parts = []
    for sign, kind in KINDS.items():
        names = [subject.label for subject in shown.topics if subject.sign == sign]
        if names:
            parts.append(f"{kind.capitalize()}: {', '.join(names)}.")
    rest = sum(not subject.findings for subject in shown.topics)
    if rest:
        parts.append(f"{counted(rest, 'topic')} without a finding.")
    return " ".join(parts) or "No topic was found."


def _table(shown: Subjects, labels: Mapping[str, SourceLabel], link: Link) -> Table:
    def sources(subject: Subject) -> tuple[Entry, ...]:
        return tuple(
            Entry(f"{labels[source.id].label} ({subject.claims[source.id]})", link(source.id))
            for source in shown.sources
            if source.id in subject.claims
        )

    return Table(
        ("Topic", "Claims", "Findings", "Sources, with their claims"),
        tuple(
            Row(
                (
                    (Entry(subject.label),),
                    (Entry(str(len(subject.topic.claims))),),
                    tuple(Entry(str(found), link(found.id)) for found in subject.findings),
                    sources(subject),
                ),
                subject.topic.id,
            )
            for subject in shown.topics
        ),
    )


def _drawn(
    picture: Picture,
    shown: Subjects,
    labels: Mapping[str, SourceLabel],
    width: int,
    link: Link,
) -> str:
    nodes = _nodes(shown.topics, width)
    places = _laid_out(nodes, shown.sources, width)
    size = (width, places.height + legend_height(width))
    canvas = Canvas.of(f"topics-{width}", size, picture.title, picture.description, linked=True)
    _draw_edges(canvas, nodes, places)
    for source in shown.sources:
        _draw_source(canvas, labels[source.id], places, link)
    for node, box in zip(nodes, places.boxes, strict=True):
        _draw_topic(canvas, node, box, link)
    draw_legend(canvas, places.height, width)
    return canvas.markup()


def _nodes(topics: Sequence[Subject], width: int) -> list[_Node]:
    most = max((subject.size for subject in topics), default=1)
    return [
        _Node(
            subject,
            _named(subject, width / 2.6),
            3 + 11 * sqrt(subject.size / max(1, most)),
        )
        for subject in topics
    ]


def _named(subject: Subject, room: float) -> tuple[str, ...]:
    """Return the name of a topic on one line or two, its sign behind it."""
    *first, last = lines(subject.label, _SIZE, room, 2) or ("",)
    return (*first, f"{last} {subject.sign}".rstrip())


def _per_band(sources: Sequence[Document]) -> int:
    return max(1, -(-len(sources) // 2))


def _laid_out(nodes: Sequence[_Node], sources: Sequence[Document], width: float) -> _Map:
    """Place sources at the rim, topics between them: as low as all boxes have room."""
    area = sum(box.width * box.height for box in (node.box((0, 0)) for node in nodes))
    height = max(160.0, 1.8 * area / width)
    rows = -(-_per_band(sources) // _columns(sources, width))
    top = rows * _BAND
    while True:
        frame = Box(width / 2, top + height / 2, width - 2 * _MARGIN, height)
        anchors = _rim(sources, width, top, height)
        wishes = stretched(anchored(_pulls(nodes), anchors), evolve(frame, height=height - 40))
        boxes = apart([node.box(wishes[node.subject.topic.id]) for node in nodes], frame, _STEP)
        if boxes is not None:
            room = width / _columns(sources, width)
            return _Map(width, height + 2 * top, anchors, boxes, top, room)
        height *= 1.15


def _pulls(nodes: Sequence[_Node]) -> dict[str, dict[str, float]]:
    """Return how much each topic belongs to each source: the share of the source's claims."""
    volume: dict[str, int] = {}
    for node in nodes:
        for source, count in node.subject.claims.items():
            volume[source] = volume.get(source, 0) + count
    return {
        node.subject.topic.id: {
            source: count / volume[source] for source, count in node.subject.claims.items()
        }
        for node in nodes
    }


def _columns(sources: Sequence[Document], width: float) -> int:
    return max(1, min(_per_band(sources), int(width // 110)))


def _rim(sources: Sequence[Document], width: float, top: float, height: float) -> dict[str, Point]:
    """Return the middles of the sources' squares: one half above the topics, one below."""
    columns, band = _columns(sources, width), _per_band(sources)
    places: dict[str, Point] = {}
    for index, source in enumerate(sources):
        row, column = divmod(index % band, columns)
        in_row = min(columns, (band if index < band else len(sources) - band) - row * columns)
        x = width * (column + 0.5) / in_row
        inset = row * _BAND + _SQUARE / 2 + 2
        y = top - inset if index < band else top + height + inset
        places[source.id] = (x, y)
    return places


def _draw_edges(canvas: Canvas, nodes: Sequence[_Node], places: _Map) -> None:
    group = canvas.add("g", stroke=FAINT, opacity="0.3")
    for node, box in zip(nodes, places.boxes, strict=True):
        x, y = _centre(node, box)
        for source, count in node.subject.claims.items():
            start = places.sources[source]
            thick = 0.6 + 2.4 * count / max(1, node.subject.size)
            canvas.add("line", group, x1=start[0], y1=start[1], x2=x, y2=y, stroke_width=thick)


def _centre(node: _Node, box: Box) -> Point:
    return box.x, box.y - box.height / 2 + _GAP / 2 + node.radius + _RING


def _draw_topic(canvas: Canvas, node: _Node, box: Box, link: Link) -> None:
    anchor = canvas.link(link(node.subject.topic.id))
    x, y = _centre(node, box)
    subject = node.subject
    kind = KINDS.get(subject.sign, "no finding")
    told = f"{subject.label}: {counted(len(subject.topic.claims), 'claim')}, {kind}"
    canvas.add("title", anchor, told)
    canvas.reach(anchor, box)
    draw_point(canvas, anchor, (x, y), node.radius, subject.sign)
    for index, words in enumerate(node.words):
        place = (x, y + node.radius + _RING + _SIZE + _LINE * index)
        canvas.words(words, place, _SIZE, within=anchor, text_anchor="middle")


def _draw_source(canvas: Canvas, label: SourceLabel, places: _Map, link: Link) -> None:
    x, y = places.sources[label.id]
    anchor = canvas.link(link(label.id))
    canvas.add("title", anchor, label.label)
    half = _SQUARE / 2
    canvas.add("rect", anchor, x=x - half, y=y - half, width=_SQUARE, height=_SQUARE)
    written = lines(label.label, 11 * BOLD, places.room - 10, 2)
    above = y < places.top
    for index, words in enumerate(written):
        down = half + 12 + index * 13
        up = half + 5 + (len(written) - 1 - index) * 13
        wide = text_width(words, 11 * BOLD) / 2
        middle = min(max(x, wide), places.width - wide)
        place = (middle, y - up if above else y + down)
        canvas.words(words, place, 11, within=anchor, text_anchor="middle", font_weight="600")
