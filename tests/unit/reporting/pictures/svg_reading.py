"""Reads drawings back: their words with the room these take, and what lies where."""

from __future__ import annotations

from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

from factcheck.graph.layout import Box
from factcheck.reporting.pictures.lettering import BOLD, text_width

SVG = "{http://www.w3.org/2000/svg}"


class Drawing:
    """A parsed drawing; to parse it at all, it has to be well-formed."""

    def __init__(self, svg: str) -> None:
        self.root = fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def all(self, tag: str) -> list[Element]:
        return list(self.root.iter(SVG + tag))

    def words(self) -> list[str]:
        return [element.text or "" for element in self.all("text")]

    def boxes(self) -> list[tuple[str, Box]]:
        """Return the room that each text takes, by the estimate of its width."""
        found = []
        for element in self.all("text"):
            text = element.text or ""
            size = float(element.attrib["font-size"])
            bold = BOLD if "font-weight" in element.attrib else 1
            width = text_width(text, size * bold)
            x, y = float(element.attrib["x"]), float(element.attrib["y"])
            left = {"middle": x - width / 2, "end": x - width}.get(
                element.attrib.get("text-anchor", "start"), x
            )
            found.append((text, Box(left + width / 2, y - 0.3 * size, width, 0.8 * size)))
        return found

    def check_room(self) -> None:
        """Check that all words lie within the drawing, and none on others."""
        frame = Box(self.width / 2, self.height / 2, self.width + 0.2, self.height + 0.2)
        boxes = self.boxes()
        for text, box in boxes:
            assert box.within(frame), f"{text!r} leaves the drawing"
        for (text, box), (other, second) in combinations(boxes, 2):
            assert not box.overlaps(second), f"{text!r} lies on {other!r}"

    def check_name(self, role: str) -> None:
        """Check that the drawing is named and described, and that no id occurs twice."""
        assert self.root.attrib["role"] == role
        ids = [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert self.root.attrib[attribute] in ids

    def bars(self) -> list[tuple[float, float]]:
        """Return where the bars begin and end, from the top down."""
        found = []
        for element in self.all("polygon"):
            across = [float(point.split(",")[0]) for point in element.attrib["points"].split()]
            found.append((min(across), max(across)))
        return found
