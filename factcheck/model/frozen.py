"""Classes that nobody may change, without the price of having Python watch over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen
else:
    from functools import partial

    from attrs import define

    # mypy refuses assignments, so nothing needs to at run time: what is made for every word of a
    # text is made four times as fast.
    frozen = partial(define, unsafe_hash=True)
