"""Elements of SVG: escaped by the standard library, with numbers of one decimal."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from attrs import frozen

from factcheck.graph.layout import Box

FAINT = "var(--faint, currentColor)"
ACCENT = "var(--accent, currentColor)"
PAPER = "var(--paper, var(--jp-layout-color0, var(--vscode-editor-background, Canvas)))"
"""The colours of a picture; the last one is that of the page or notebook behind it."""

PATTERNS = ("solid", "hatched", "dotted", "ruled", "crossed")
"""How sides are told apart beside their letter, in the order of letters, then over again."""


def pattern(letter: str) -> str:
    """Return the pattern of a side by its letter.

    >>> pattern("A"), pattern("C")
    ('solid', 'dotted')
    """
    return PATTERNS[(ord(letter[:1] or "A") - ord("A")) % len(PATTERNS)]


def number(value: float) -> str:
    """Return a coordinate; the same for the same place on every machine.

    >>> number(12), number(-0.01), number(3.14159)
    ('12', '0', '3.1')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


@frozen
class Canvas:
    """A drawing in the making.

    Attributes:
        root: the ``svg`` element.
        key: begins the ids in it, so that a page can hold several drawings.
    """

    root: Element
    key: str

    @classmethod
    def of(
        cls,
        key: str,
        size: tuple[float, float],
        title: str,
        description: str,
        linked: bool = False,
    ) -> Canvas:
        """Return an empty drawing with a name and a description.

        Whatever holds links is a ``group``: screen readers take an ``img`` for one thing without
        parts (WAI-ARIA 1.2, "Presentational Children").
        """
        width, height = map(number, size)
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "width": width,
                "height": height,
                "role": "group" if linked else "img",
                "aria-labelledby": f"{key}-title",
                "aria-describedby": f"{key}-description",
                "font-family": "var(--sans, system-ui, sans-serif)",
                "fill": "currentColor",
                "style": f"--rim: {PAPER}; paint-order: stroke; max-width: 100%; height: auto",
            },
        )
        canvas = cls(root, key)
        canvas.add("title", text=title, id=f"{key}-title")
        canvas.add("desc", text=description, id=f"{key}-description")
        return canvas

    def add(
        self, tag: str, within: Element | None = None, text: str = "", **attributes: float | str
    ) -> Element:
        """Add an element; ``stroke_width`` becomes ``stroke-width``."""
        child = SubElement(self.root if within is None else within, tag)
        for name, value in attributes.items():
            shown = value if isinstance(value, str) else number(value)
            child.set(name.replace("_", "-"), shown)
        child.text = text or None
        return child

    def words(
        self,
        text: str,
        place: tuple[float, float],
        size: float = 12,
        within: Element | None = None,
        **attributes: float | str,
    ) -> Element:
        """Add words with their first letter at ``place``, or as ``text_anchor`` says.

        A rim in the colour of the page keeps them legible on lines.
        """
        x, y = place
        rim = {"stroke": "var(--rim)", "stroke_width": "3"}
        return self.add("text", within, text, x=x, y=y, font_size=size, **rim, **attributes)

    def link(self, href: str, filter: str = "") -> Element:
        """Add a link for what is drawn within it; ``filter`` is that of ``Entry``."""
        link = self.add("a", href=href)
        if filter:
            link.set("data-filter", filter)
        return link

    def reach(self, link: Element, box: Box) -> None:
        """Let a link be hit anywhere in ``box``, not only on its lines and letters."""
        self.add(
            "rect",
            link,
            x=box.x - box.width / 2,
            y=box.y - box.height / 2,
            width=box.width,
            height=box.height,
            fill="none",
            pointer_events="all",
        )

    def markup(self) -> str:
        """Return the drawing as text."""
        return tostring(self.root, encoding="unicode")
