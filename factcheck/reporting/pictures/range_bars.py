"""Range bars: what each source of a dispute says about one amount or date, on one axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf

from attrs import frozen

from factcheck.model import Dispute
from factcheck.reporting.content import SourceLabel
from factcheck.reporting.labels import source_labels
from factcheck.reporting.pictures.axis import Axis
from factcheck.reporting.pictures.drawing import ACCENT, FAINT, Canvas
from factcheck.reporting.pictures.fills import add_fills, fill_of
from factcheck.reporting.pictures.lettering import fitted, text_width
from factcheck.reporting.pictures.picture import WIDE, Entry, Link, Picture, Row, Table, on_page
from factcheck.reporting.pictures.ranges import Range, Ranges, ranges
from factcheck.reporting.pictures.scales import axis_of, told
from factcheck.reporting.wording import clean, counted, sentence_case

_MOST = 16
"""Ranges that a picture shows at most; all of them stand in its table."""

_TOLD = 6
"""Ranges that a description tells at most, since it is read aloud as a whole."""

_SIZE = 12.0
_ROW, _BAR, _GUTTER, _ARROW = 44.0, 14.0, 22.0, 9.0
_THINNEST = 6.0
_TICK_ROOM = 84.0


@frozen
class _Plot:
    """Where bars go: between ``left`` and ``right``, along ``axis``."""

    axis: Axis
    left: float
    right: float
    width: float

    def across(self, value: float) -> float:
        return self.left + self.axis.at(value) * (self.right - self.left)


def range_bars(dispute: Dispute, width: int = WIDE, link: Link = on_page) -> Picture | None:
    """Return what the sources of a dispute about an amount or a date say, one bar a source.

    Args:
        dispute: the dispute.
        width: of the drawing, in units as large as the pixels it will be shown with.
        link: where the table's sources and quotations lead.

    Returns:
        The picture; None where the dispute is not about amounts or dates.
    """
    found = ranges(dispute)
    return None if found is None else bars_of(dispute, found, width, link)


def bars_of(dispute: Dispute, found: Ranges, width: int, link: Link) -> Picture | None:
    """Return the ranges ``found`` in a dispute as bars; None where no axis fits them."""
    axis = axis_of(found.scale, (row.interval for row in found.rows), int(width / _TICK_ROOM))
    if axis is None:
        return None
    labels = source_labels(tuple({row.source.id: row.source for row in found.rows}.values()))
    topic = sentence_case(clean(dispute.topic))
    picture = Picture(
        svg="",
        title=f"{topic}: what each source says, on one axis",
        description=_description(found, axis, labels),
        table=_table(found, labels, link),
        note=_note(len(found.rows)),
    )
    key = f"bars-{dispute.id}-{width}"
    return Picture(
        _drawn(key, picture, _fair(found.rows), labels, _Plot(axis, 4, width - 4, width)),
        picture.title,
        picture.description,
        picture.table,
        picture.note,
    )


def _fair(rows: Sequence[Range]) -> list[Range]:
    """Return the first ranges of each side, so that no side crowds out another."""
    before: Counter[str] = Counter()
    ranks = []
    for index, row in enumerate(rows):
        ranks.append((before[row.letter], index))
        before[row.letter] += 1
    return [rows[index] for index in sorted(index for _, index in sorted(ranks)[:_MOST])]


def _note(rows: int) -> str:
    if rows <= _MOST:
        return ""
    return f"{counted(rows - _MOST, 'more range')} in the table only."


def _meaning(scale: str, row: Range) -> str:
    return f"about {told(scale, row.interval)}" if row.approximate else told(scale, row.interval)


def _description(found: Ranges, axis: Axis, labels: Mapping[str, SourceLabel]) -> str:
    parts = [
        f"{row.letter}, {_meaning(found.scale, row)} ({labels[row.source.id].label})"
        for row in found.rows[:_TOLD]
    ]
    if len(found.rows) > _TOLD:
        parts.append(f"and {counted(len(found.rows) - _TOLD, 'more range')}")
    named = _named(axis)
    return "; ".join(parts) + (f". Axis: {named}." if named else ".")


def _named(axis: Axis) -> str:
    return ", ".join(filter(None, (axis.name, "logarithmic scale" if axis.logarithmic else "")))


def _table(found: Ranges, labels: Mapping[str, SourceLabel], link: Link) -> Table:
    return Table(
        ("Source", "Side", "In its own words", "Read as"),
        tuple(
            Row(
                (
                    (Entry(labels[row.source.id].label, link(row.source.id)),),
                    (Entry(row.letter),),
                    (Entry(f"“{row.words}”", link(row.claim)),),
                    (Entry(_meaning(found.scale, row)),),
                )
            )
            for row in found.rows
        ),
    )


def _drawn(
    key: str,
    picture: Picture,
    rows: Sequence[Range],
    labels: Mapping[str, SourceLabel],
    plot: _Plot,
) -> str:
    bottom = len(rows) * _ROW + 6
    canvas = Canvas.of(key, (plot.width, bottom + 40), picture.title, picture.description)
    add_fills(canvas, (row.letter for row in rows))
    _draw_axis(canvas, plot, bottom)
    for index, row in enumerate(rows):
        _draw_row(canvas, plot, row, labels[row.source.id].label, index * _ROW)
    return canvas.markup()


def _draw_axis(canvas: Canvas, plot: _Plot, bottom: float) -> None:
    canvas.add(
        "line", x1=plot.left, x2=plot.right, y1=bottom, y2=bottom, stroke=FAINT, stroke_width=1
    )
    taken = -inf
    for tick in plot.axis.ticks:
        x = plot.across(tick.value)
        half = text_width(tick.label, _SIZE) / 2
        middle = min(max(x, half), plot.width - half)
        canvas.add("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, stroke=FAINT, stroke_width=1)
        if middle - half < taken + 6:
            continue
        taken = middle + half
        canvas.add(
            "line", x1=x, x2=x, y1=0, y2=bottom, stroke=FAINT, stroke_width=0.5, opacity="0.35"
        )
        canvas.words(tick.label, (middle, bottom + 18), text_anchor="middle", fill=FAINT)
    place = (plot.width / 2, bottom + 34)
    name = _named(plot.axis)
    canvas.words(name, place, 11, text_anchor="middle", fill=FAINT, font_style="italic")


def _draw_row(canvas: Canvas, plot: _Plot, row: Range, label: str, top: float) -> None:
    start, end = _ends(plot, row)
    canvas.words(row.letter, (plot.left, top + 13), 13, font_weight="600")
    words = fitted(f"“{row.words}”", 13, 0.6 * plot.width)
    wide = text_width(words, 13)
    beside: tuple[float, str] | None = None
    if end + 7 + wide <= plot.right:
        beside = (end + 7, "start")
    elif start - 7 - wide >= plot.left:
        beside = (start - 7, "end")
    room = plot.width - _GUTTER - plot.left
    name = fitted(label, _SIZE, room if beside else room - wide - 8)
    x = plot.left + _GUTTER
    canvas.words(name, (x, top + 13), fill=FAINT)
    place = (beside[0], top + 30) if beside else (plot.right, top + 13)
    anchor = beside[1] if beside else "end"
    canvas.words(words, place, 13, text_anchor=anchor, font_family="var(--serif, Georgia, serif)")
    _draw_bar(canvas, plot, row, (start, end), top + 19)


def _ends(plot: _Plot, row: Range) -> tuple[float, float]:
    """Return where a bar begins and ends; a point gets a bar just wide enough to be seen."""
    start, end = plot.across(row.interval.low), plot.across(row.interval.high)
    missing = max(0.0, _THINNEST - (end - start)) / 2
    start = min(max(start - missing, plot.left), plot.right - _THINNEST)
    return start, max(end + missing, start + _THINNEST) if end < plot.right else plot.right


def _draw_bar(
    canvas: Canvas, plot: _Plot, row: Range, ends: tuple[float, float], top: float
) -> None:
    """Draw a bar: soft where approximate, and pointed where it goes on beyond the axis."""
    start, end = ends
    goes_left = row.interval.low < plot.axis.low
    goes_right = row.interval.high > plot.axis.high
    middle, foot = top + _BAR / 2, top + _BAR
    left = start + _ARROW if goes_left else start
    right = max(left, end - _ARROW) if goes_right else end
    corners = [(left, top), (right, top)]
    corners += [(end, middle)] if goes_right else []
    corners += [(right, foot), (left, foot)]
    corners += [(start, middle)] if goes_left else []
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    bar = canvas.add("polygon", points=points, fill=fill_of(canvas, row.letter))
    if row.approximate:
        bar.set("mask", f"url(#{canvas.key}-soft)")
    else:
        bar.set("stroke", ACCENT)
