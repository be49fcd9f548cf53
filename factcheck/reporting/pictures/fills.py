"""Fills that tell sides apart without colour, and the soft edge of what is only about right."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.reporting.pictures.drawing import ACCENT, Canvas, pattern

_TILES = {
    "hatched": (6.0, "M-1,1 L1,-1 M-1,7 L7,-1 M5,7 L7,5", ""),
    "dotted": (5.0, "", "M1.3,2.5 a1.2,1.2 0 1,0 2.4,0 a1.2,1.2 0 1,0 -2.4,0"),
    "ruled": (4.0, "M0,2 L4,2", ""),
    "crossed": (6.0, "M-1,1 L1,-1 M-1,7 L7,-1 M5,7 L7,5 M-1,5 L1,7 M-1,-1 L7,7 M5,-1 L7,1", ""),
}
"""By pattern: the size of a tile, its lines, and its filled shapes."""


def add_fills(canvas: Canvas, letters: Iterable[str]) -> None:
    """Define the patterns of some sides, and the soft edge."""
    definitions = canvas.add("defs")
    for name in sorted({pattern(letter) for letter in letters} & _TILES.keys()):
        size, lines, shapes = _TILES[name]
        tile = canvas.add(
            "pattern",
            definitions,
            id=f"{canvas.key}-{name}",
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
        )
        if lines:
            canvas.add("path", tile, d=lines, stroke=ACCENT, stroke_width=1.2, fill="none")
        else:
            canvas.add("path", tile, d=shapes, fill=ACCENT)
    fade = canvas.add("linearGradient", definitions, id=f"{canvas.key}-fade")
    for offset, opacity in (("0", "0.1"), ("0.25", "1"), ("0.75", "1"), ("1", "0.1")):
        canvas.add("stop", fade, offset=offset, stop_color="#fff", stop_opacity=opacity)
    soft = canvas.add(
        "mask", definitions, id=f"{canvas.key}-soft", maskContentUnits="objectBoundingBox"
    )
    canvas.add("rect", soft, width="1", height="1", fill=f"url(#{canvas.key}-fade)")


def fill_of(canvas: Canvas, letter: str) -> str:
    """Return the fill of a side."""
    name = pattern(letter)
    return ACCENT if name == "solid" else f"url(#{canvas.key}-{name})"
