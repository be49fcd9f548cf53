"""Points of a topic map: their size, the ring that tells how a topic stands, and the legend."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from factcheck.graph.layout import Point
from factcheck.reporting.pictures.drawing import ACCENT, FAINT, Canvas
from factcheck.reporting.pictures.lettering import text_width

KINDS = {"≠": "disputed", "~": "qualified", "=": "agreed on"}
"""What the sign of a topic's gravest finding says of it."""

_RINGS = {"≠": "6 4", "~": "1.5 3.5", "=": ""}
"""The dashes of a ring by the gravest finding: broken, dotted, solid."""

_LEGEND = (*KINDS.items(), ("", "no finding"))
_SIZE = 11


def draw_point(canvas: Canvas, within: Element, place: Point, radius: float, sign: str) -> None:
    """Draw a point with its ring, which is broken, dotted or solid."""
    x, y = place
    ink = ACCENT if sign == "≠" else "currentColor"
    canvas.add("circle", within, cx=x, cy=y, r=radius, fill=ink, opacity="0.85")
    if sign:
        ring = canvas.add("circle", within, cx=x, cy=y, r=radius + 3, fill="none", stroke=ink)
        ring.set("stroke-width", "2")
        if _RINGS[sign]:
            ring.set("stroke-dasharray", _RINGS[sign])


def _legend(width: float) -> list[tuple[Point, str, str]]:
    """Return the entries of the legend with their places, on as many lines as they need."""
    found: list[tuple[Point, str, str]] = []
    x, line = 12.0, 0
    for sign, words in _LEGEND:
        long = 30 + text_width(f"{words} {sign}", _SIZE)
        if found and x + long > width:
            x, line = 12.0, line + 1
        found.append(((x, 24.0 + 22 * line), sign, words))
        x += long
    return found


def legend_height(width: float) -> float:
    """Return how much room the legend takes below a map of some width."""
    return _legend(width)[-1][0][1] + 14


def draw_legend(canvas: Canvas, top: float, width: float) -> None:
    """Explain the rings, from ``top`` on."""
    group = canvas.add("g", fill=FAINT, color=FAINT)
    for (x, down), sign, words in _legend(width):
        draw_point(canvas, group, (x, top + down), 4.5, sign)
        place = (x + 13, top + down + 4)
        canvas.words(f"{words} {sign}".rstrip(), place, _SIZE, within=group)
