"""Where to draw the nodes of a map: near what they belong to, and never on top of each other.

networkx' own layouts need numpy, which factcheck does without; see ADR 0017.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

Point = tuple[float, float]


@frozen
class Box:
    """A rectangle around ``(x, y)``, its centre."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Return whether two boxes share more than an edge."""
        return (
            2 * abs(self.x - other.x) < self.width + other.width
            and 2 * abs(self.y - other.y) < self.height + other.height
        )

    def within(self, frame: Box) -> bool:
        """Return whether the box lies wholly in ``frame``."""
        return (
            2 * abs(self.x - frame.x) <= frame.width - self.width + 1e-9
            and 2 * abs(self.y - frame.y) <= frame.height - self.height + 1e-9
        )


def anchored(
    pulls: Mapping[str, Mapping[str, float]], anchors: Mapping[str, Point]
) -> dict[str, Point]:
    """Return the barycentre of each node between the anchors that pull it.

    Nodes between fixed anchors at the rim, each in the weighted mean of its neighbours, are
    Tutte's drawing ("How to draw a graph", 1963); with nodes that only anchors pull it is the
    anchored map of a two-part graph (Misue, "Drawing bipartite graphs as anchored maps", 2006).

    Args:
        pulls: by node, how strongly each anchor pulls it.
        anchors: where the anchors are.

    >>> anchored({"t": {"a": 3.0, "b": 1.0}}, {"a": (0, 0), "b": (8, 4)})
    {'t': (2.0, 1.0)}
    """
    centre = _mean([(place, 1.0) for place in anchors.values()])
    return {
        node: _mean([(anchors[anchor], pull) for anchor, pull in by.items()]) if by else centre
        for node, by in pulls.items()
    }


def _mean(pulled: Sequence[tuple[Point, float]]) -> Point:
    total = sum(pull for _, pull in pulled)
    if not total:
        return 0.0, 0.0
    return (
        sum(place[0] * pull for place, pull in pulled) / total,
        sum(place[1] * pull for place, pull in pulled) / total,
    )


def stretched(places: Mapping[str, Point], frame: Box) -> dict[str, Point]:
    """Return the places moved apart, each axis by one factor, so that they fill ``frame``."""
    if not places:
        return {}
    across = _scale([place[0] for place in places.values()], frame.x, frame.width)
    down = _scale([place[1] for place in places.values()], frame.y, frame.height)
    return dict(zip(places, zip(across, down, strict=True), strict=True))


def _scale(values: list[float], middle: float, length: float) -> list[float]:
    least, most = min(values), max(values)
    if most - least < 1e-6:
        return [middle] * len(values)
    return [middle + ((value - least) / (most - least) - 0.5) * length for value in values]


def apart(wishes: Sequence[Box], frame: Box, step: float) -> tuple[Box, ...] | None:
    """Return the boxes at the free places nearest to where they wish to be.

    Boxes are placed in the order given, so that the first ones lie best. Places are tried on a
    grid, which makes the outcome the same on every machine.

    Args:
        wishes: the boxes where they would lie if they were alone.
        frame: what all have to lie in.
        step: the width of the grid.

    Returns:
        The boxes in the same order, None where there is no room for all.
    """
    placed: list[Box] = []
    for wish in wishes:
        found = next(
            (
                box
                for box in _by_distance(wish, frame, step)
                if not any(box.overlaps(other) for other in placed)
            ),
            None,
        )
        if found is None:
            return None
        placed.append(found)
    return tuple(placed)


def _by_distance(wish: Box, frame: Box, step: float) -> Iterator[Box]:
    """Yield a box at every place of the grid within the frame, the nearest first."""
    columns = int((frame.width - wish.width) // step)
    rows = int((frame.height - wish.height) // step)
    left = frame.x - columns * step / 2
    top = frame.y - rows * step / 2
    places = [
        (left + column * step, top + row * step)
        for row in range(rows + 1)
        for column in range(columns + 1)
    ]
    places.sort(key=lambda place: (place[0] - wish.x) ** 2 + (place[1] - wish.y) ** 2)
    return (evolve(wish, x=x, y=y) for x, y in places)
