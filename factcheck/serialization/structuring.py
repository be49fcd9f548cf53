"""What every reader of data does with plain values and with faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import Any, TypeVar

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from factcheck.errors import ConfigurationError

T = TypeVar("T")


def plain_reader(words: Iterable[type[StrEnum]], strict: bool = False) -> Converter:
    """Return a converter that takes texts, numbers and truth values for nothing else.

    Args:
        words: the enumerations that may occur.
        strict: whether a key that means nothing is a fault.
    """
    converter = Converter(forbid_extra_keys=strict)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, exactly(kind))
    # Each by itself: these are strings too, and would be taken for plain ones.
    for kind in words:
        converter.register_structure_hook(kind, _one_of)
    converter.register_structure_hook(float, number)
    return converter


def exactly(kind: type[T]) -> Callable[[Any, type[T]], T]:
    """Return a hook that takes values of ``kind`` and, unlike a constructor, no others."""

    def check(value: Any, _: type[T]) -> T:
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected, found {value!r}")
        return value

    return check


def number(value: Any, _: type[float]) -> float:
    """Return ``value`` as a float where it is a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"number expected, found {value!r}")
    return float(value)


def _one_of(value: Any, kind: type[StrEnum]) -> StrEnum:
    if isinstance(value, str):
        with suppress(ValueError):
            return kind(value)
    raise ValueError(f"{value!r} is not allowed; there are {', '.join(kind)}")


def structured(data: object, kind: type[T], place: str) -> T:
    """Return data as a value of ``kind``, which takes no key that means nothing.

    Raises:
        ConfigurationError: the data are no such value; the message names every fault.
    """
    try:
        return plain_reader((), strict=True).structure(data, kind)
    except BaseValidationError as error:
        raise ConfigurationError(f"{place}: {faults(error, '')}.") from error


def faults(error: BaseValidationError, path: str) -> str:
    """Return everything that is wrong with data, each fault with its path below ``path``."""
    return "; ".join(transform_error(error, path=path, format_exception=_fault))


def _fault(error: BaseException, _: type[Any] | None) -> str:
    if isinstance(error, KeyError):
        return f"key {error} missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown key {', '.join(map(repr, sorted(error.extra_fields)))}"
    if isinstance(error, AttributeError | TypeError):
        return "data of another shape expected"
    return str(error)
