"""Classes that nobody may change, without the price of having Python watch over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["immutable"]

if TYPE_CHECKING:
    # By this name, and told of ``auto_attribs``, mypyc knows a class that it can lay out itself.
    from attr import attrs as immutable
else:
    from attr import attrs

    def immutable(**_told):
        """Return a decorator for a class whose attributes mypy lets nobody assign to.

        So nothing needs to at run time: what is made for every word of a text is made four times
        as fast.
        """
        return attrs(auto_attribs=True, unsafe_hash=True, order=False, slots=True)
