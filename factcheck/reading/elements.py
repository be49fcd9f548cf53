"""What HTML elements mean to a reader of the page."""

from __future__ import annotations

import re

from factcheck.model import PassageKind

Attributes = list[tuple[str, str | None]]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""Elements that head a section, with their level."""

KINDS = {
    **dict.fromkeys(HEADINGS, PassageKind.HEADING),
    "li": PassageKind.ITEM,
    "dt": PassageKind.ITEM,
    "dd": PassageKind.ITEM,
    "td": PassageKind.CELL,
    "th": PassageKind.CELL,
    "blockquote": PassageKind.QUOTATION,
}
"""Elements that make their text more than a paragraph."""

BLOCKS = frozenset(KINDS) | _names(
    "address article aside body caption center details dialog dir div dl fieldset figcaption "
    "figure footer form head header hgroup hr html legend main menu nav ol optgroup option p pre "
    "search section summary table tbody tfoot thead tr ul"
)
"""Elements that part the text before them from theirs."""

VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
"""Elements without content, and so without an end tag."""

OPTIONAL_END = _names("p li dt dd td th tr thead tbody tfoot option optgroup rp rt")
"""Elements whose end tag may be left out, so an open one at the end of a page is no fault."""

CODE = frozenset({"script", "style"})
"""Elements whose content is never for the reader, closed or not."""

# Not prose: what is not shown, what serves to move around or to operate the page, program text,
# and words that the author struck out.
_NOT_PROSE = CODE | _names(
    "title template noscript noframes noembed iframe object svg math canvas audio video map applet "
    "nav footer aside form menu button select datalist textarea option label meter progress search "
    "pre listing plaintext xmp rp rt del s strike"
)
_HIDING_ROLES = frozenset({"navigation", "search", "contentinfo", "complementary", "menu"})
_HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


def hides(tag: str, attributes: Attributes) -> bool:
    """Whether the content of an element is no prose that a reader of the page sees."""
    if tag in _NOT_PROSE:
        return True
    values = {name: value or "" for name, value in attributes}
    return (
        "hidden" in values
        or values.get("aria-hidden", "").strip().lower() == "true"
        or values.get("role", "").strip().lower() in _HIDING_ROLES
        or (tag == "dialog" and "open" not in values)
        or _HIDING_STYLE.search(values.get("style", "")) is not None
    )


_TABLE = frozenset({"table"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr", "td", "th"})
_GROUPS = frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"})
_PARAGRAPH = frozenset({"p"})
_SHELTER = frozenset({"table", "td", "th", "caption", "button", "object"})

_IMPLIED = {
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol", "menu", "dir"}) | _SHELTER),
    "dt": (frozenset({"dt", "dd", "p"}), frozenset({"dl"}) | _SHELTER),
    "dd": (frozenset({"dt", "dd", "p"}), frozenset({"dl"}) | _SHELTER),
    "td": (_CELLS, frozenset({"tr"}) | _TABLE),
    "th": (_CELLS, frozenset({"tr"}) | _TABLE),
    "tr": (_ROWS, _TABLE),
    "tbody": (_GROUPS, _TABLE),
    "thead": (_GROUPS, _TABLE),
    "tfoot": (_GROUPS, _TABLE),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
}


def closed_by(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return which open elements a start tag ends by itself, and where the search for them stops.

    HTML lets authors leave out many end tags; this is the part of its rules that decides where
    one block of text ends and the next begins.
    """
    if tag in _IMPLIED:
        return _IMPLIED[tag]
    return (_PARAGRAPH, _SHELTER) if tag in BLOCKS else (frozenset(), frozenset())


def end_barrier(tag: str) -> frozenset[str]:
    """Return the elements that an end tag cannot reach beyond."""
    return frozenset() if tag in _GROUPS | _TABLE or tag in ("body", "html") else _SHELTER - {tag}
