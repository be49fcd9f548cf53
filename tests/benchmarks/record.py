"""What was measured, kept beside the benchmarks, and the page and the plots that are drawn from it.

Parts are measured one at a time, and growth one size at a time, so that what takes long need not be
repeated. A row keeps the version and the day that it was measured with.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import exp, log
from pathlib import Path
from statistics import linear_regression

import cattrs
from attrs import asdict, field, frozen
from measuring import Row
from plot import Points, growth

from factcheck.version import __version__

FILE = Path(__file__).with_name("recorded.json")


@frozen
class Recorded:
    """A row with when and on what it was measured."""

    row: Row
    version: str
    date: str


@frozen
class Part:
    """What is known of a part.

    Attributes:
        rows: what was measured.
        missing: why nothing was, where that is so.
    """

    rows: tuple[Recorded, ...] = ()
    missing: str = ""

    def with_rows(self, rows: Iterable[Row], keep: bool = False) -> Part:
        """Return the part with new rows, in place of its own or of those with the same name.

        Args:
            rows: what was just measured.
            keep: whether rows with other names stay.
        """
        now = datetime.now(UTC).strftime("%Y-%m-%d")
        new = [Recorded(row, __version__, now) for row in rows]
        if not keep:
            return Part(tuple(new))
        every = {one.row.name: one for one in (*self.rows, *new)}
        return Part(tuple(every.values()))


@frozen
class Plot:
    """What a plot shows, and what its axes measure; its file is named as it is."""

    title: str
    across: str
    up: str


@frozen
class Chapter:
    """A part as the page shows it.

    Attributes:
        title: its heading.
        plots: its plots, by their names.
        sizes: whether it is measured at several sizes, one after the other.
    """

    title: str
    plots: Mapping[str, Plot] = field(factory=dict)
    sizes: bool = False


def load(path: Path = FILE) -> dict[str, Part]:
    """Return everything that was recorded, by the names of the parts."""
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return cattrs.structure(data, dict[str, Part])


def save(parts: Mapping[str, Part], path: Path = FILE) -> None:
    """Write down everything that was recorded."""
    data = {name: asdict(parts[name]) for name in sorted(parts)}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = [f"| {row.name} | {row.figure} | {row.against} |" for row in rows]
    return "\n".join(("| what | figure | against |", "| --- | --- | --- |", *lines))


def redrawn(page: str, begin: str, end: str, told: str) -> str:
    """Return a page with what was measured between two marks, in place of what was there."""
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n\n{told}\n\n{end}{rest.partition(end)[2]}"


def page(chapters: Mapping[str, Chapter], parts: Mapping[str, Part]) -> str:
    """Return all parts that something is known of, chapter by chapter."""
    return "\n\n".join(
        _chapter(chapter, parts[name]) for name, chapter in chapters.items() if name in parts
    )


def plots(chapters: Mapping[str, Chapter], parts: Mapping[str, Part]) -> Iterator[tuple[str, str]]:
    """Yield the plots that there are points for, as SVG, with their names."""
    for name, chapter in chapters.items():
        for key, plot in chapter.plots.items():
            lines = lines_of(parts[name].rows if name in parts else (), key)
            if lines:
                yield key, growth(plot.title, plot.across, plot.up, lines)


def lines_of(rows: Iterable[Recorded], plot: str) -> dict[str, Points]:
    """Return the points of a plot by their lines, from left to right."""
    lines: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in rows:
        for point in one.row.points:
            if point.plot == plot:
                lines[point.line].append((point.x, point.y))
    return {line: sorted(points) for line, points in lines.items()}


def exponent(points: Points) -> float:
    """Return the power of x that y grows with, fitted to all points."""
    return _power(points)[0]


def meeting(a: Points, b: Points) -> float:
    """Return the x at which the powers fitted to two lines have one y."""
    (slope, start), (other_slope, other_start) = map(_power, (a, b))
    return exp((other_start - start) / (slope - other_slope))


def _power(points: Points) -> tuple[float, float]:
    x, y = ([log(value) for value in values] for values in zip(*points, strict=True))
    fitted = linear_regression(x, y)
    return fitted.slope, fitted.intercept


def _chapter(chapter: Chapter, part: Part) -> str:
    if not part.rows:
        return f"### {chapter.title}\n\n{part.missing.capitalize()}."
    rows = [one.row for one in part.rows]
    pictures = ""
    for key, plot in chapter.plots.items():
        lines = lines_of(part.rows, key)
        rows += [
            Row(f"{plot.up} grow with the power", f"{exponent(points):.2f}", line)
            for line, points in lines.items()
            if len(points) > 1
        ]
        pictures += f"![{plot.title}](../images/{key}.svg)\n\n" if lines else ""
    measured = sorted({(one.date, one.version) for one in part.rows})
    days = " and ".join(f"version {version} on {date}" for date, version in measured)
    return f"### {chapter.title}\n\n{pictures}{table(rows)}\n\nMeasured with {days}."
