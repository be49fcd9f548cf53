"""Recorded claims and pairs as JSON-ready data, and back, with the fingerprints beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from factcheck.model import RecordedPair


class Fingerprinted(Protocol):
    """What is known by a fingerprint of its content."""

    @property
    def fingerprint(self) -> str:
        """Made from the content alone."""


Data = dict[str, Any]
T = TypeVar("T", bound=Fingerprinted)


def pairs_to_data(pairs: Iterable[RecordedPair]) -> list[Data]:
    """Return pairs with their claims by fingerprint."""
    return [
        {
            "fingerprint": pair.fingerprint,
            "stance": pair.stance.value,
            "claims": [pair.a, pair.b],
        }
        for pair in pairs
    ]


def pair_reader(converter: Converter, hint: str) -> Callable[[Any, Any], RecordedPair]:
    """Return a reader of pairs that refuses one which its fingerprint does not stand for.

    Args:
        converter: reads the values of keys.
        hint: what a message says beside the fault.
    """
    structure = make_dict_structure_fn(RecordedPair, converter, _cattrs_forbid_extra_keys=True)
    return lambda entry, kind: same(structure(_ends(entry), kind), entry, hint)


def verified(
    converter: Converter, kind: type[T], hint: str, drop: tuple[str, ...] = (), **overrides: Any
) -> Callable[[Any, Any], T]:
    """Return a reader of ``kind`` that refuses content which its fingerprint does not stand for.

    Args:
        converter: reads the values of keys.
        kind: an attrs class with a fingerprint.
        hint: what a message says beside the fault.
        drop: keys that are written for people only.
        overrides: as for ``cattrs.gen.make_dict_structure_fn``.
    """
    structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)

    def read(entry: Any, cls: Any) -> T:
        kept = without(entry, "fingerprint", *drop)
        return same(structure(kept, cls), entry, hint)

    return read


def without(entry: Any, *keys: str) -> Data:
    """Return an object without some of its keys."""
    if not isinstance(entry, Mapping):
        raise ValueError(f"object expected, found {entry!r}")
    return {key: value for key, value in entry.items() if key not in keys}


def same(value: T, entry: Mapping[str, Any], hint: str) -> T:
    """Return ``value`` where it has the fingerprint that was written beside it."""
    written = entry.get("fingerprint")
    if value.fingerprint != written:
        raise ValueError(f"the content does not have the fingerprint {written!r}; {hint}")
    return value


def check_ends(pairs: Iterable[RecordedPair], claims: Iterable[Fingerprinted]) -> None:
    """Make sure that pairs are of claims that are there."""
    known = {claim.fingerprint for claim in claims}
    if any(not {pair.a, pair.b} <= known for pair in pairs):
        raise ValueError("a pair refers to a claim that is not listed")


def _ends(entry: Any) -> Data:
    kept = without(entry, "fingerprint", "claims")
    ends = entry.get("claims")
    if not isinstance(ends, list) or len(ends) != 2:
        raise ValueError("a pair has two claims")
    return {**kept, "a": ends[0], "b": ends[1]}
