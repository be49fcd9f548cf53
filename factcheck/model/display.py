"""How values show themselves in a notebook, without knowing any format.

The model must not depend on the reports; whoever loads them says here how a value is drawn.
"""

from __future__ import annotations

from collections.abc import Callable

_drawer: list[Callable[[object], str]] = []


def draw_with(drawer: Callable[[object], str]) -> None:
    """Set what turns a value into a piece of HTML."""
    _drawer[:] = [drawer]


class Displayed:
    """A value that a notebook can draw."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return _drawer[0](self) if _drawer else None
