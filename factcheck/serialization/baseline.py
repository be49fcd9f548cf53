"""Baselines as JSON-ready data, and back; the shape is told in ``docs/reference/baseline.md``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, override

from factcheck.errors import ConfigurationError
from factcheck.model import AcceptedFinding, Baseline, RecordedClaim, RecordedPair, Stance
from factcheck.serialization.structuring import faults, plain_reader

BASELINE_SCHEMA = "factcheck-baseline/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

Data = dict[str, Any]
T = TypeVar("T", RecordedClaim, RecordedPair, AcceptedFinding)


def baseline_to_data(baseline: Baseline) -> Data:
    """Return ``baseline`` in the shape ``factcheck-baseline/1``, with keys in a fixed order."""
    return {
        "schema": BASELINE_SCHEMA,
        "settings": dict(baseline.settings),
        "findings": [_finding_data(finding) for finding in baseline.findings],
    }


def baseline_from_data(data: object) -> Baseline:
    """Return the baseline that ``data`` was written from.

    Raises:
        ConfigurationError: ``data`` has another shape, or an entry was changed so that its words
            no longer have the fingerprint beside them; the message says where.
    """
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or schema != BASELINE_SCHEMA:
        raise ConfigurationError(_other_shape(schema))
    if not isinstance(data.get("findings"), list):
        raise ConfigurationError(f"it does not fit {BASELINE_SCHEMA}: it lacks the list 'findings'")
    try:
        return _reader().structure(
            {key: value for key, value in data.items() if key != "schema"}, Baseline
        )
    except BaseValidationError as error:
        raise ConfigurationError(
            f"it does not fit {BASELINE_SCHEMA}: {faults(error, 'baseline')}"
        ) from error


def _other_shape(schema: object) -> str:
    if isinstance(schema, str) and schema.startswith("factcheck-baseline/"):
        return (
            f"it has the shape {schema!r}, but this version of factcheck reads "
            f"{BASELINE_SCHEMA!r}; write it anew with 'factcheck baseline write'"
        )
    if isinstance(schema, str) and schema.startswith("factcheck-"):
        return f"it is no baseline: its shape is {schema!r}, not {BASELINE_SCHEMA!r}"
    return f"it is no baseline: it does not begin with the schema {BASELINE_SCHEMA!r}"


def _finding_data(finding: AcceptedFinding) -> Data:
    return {
        "fingerprint": finding.fingerprint,
        "stance": finding.stance.value,
        "question": finding.question,
        "reason": finding.reason,
        "author": finding.author,
        "date": finding.date,
        "claims": [
            {
                "fingerprint": claim.fingerprint,
                "side": claim.side,
                "document": claim.document,
                "quote": claim.words,
            }
            for claim in finding.claims
        ],
        "pairs": [
            {
                "fingerprint": pair.fingerprint,
                "stance": pair.stance.value,
                "claims": [pair.a, pair.b],
            }
            for pair in finding.pairs
        ],
    }


def _reader() -> Converter:
    converter = plain_reader((Stance,))
    converter.register_structure_hook_func(lambda kind: kind == dict[str, object], _settings)
    converter.register_structure_hook(
        RecordedClaim, _verified(converter, RecordedClaim, words=override(rename="quote"))
    )
    pair = make_dict_structure_fn(RecordedPair, converter, _cattrs_forbid_extra_keys=True)
    converter.register_structure_hook(
        RecordedPair, lambda entry, kind: _same(pair(_ends(entry), kind), entry)
    )
    finding = _verified(converter, AcceptedFinding, drop=("stance",))
    converter.register_structure_hook(
        AcceptedFinding, lambda entry, kind: _whole(finding(entry, kind))
    )
    converter.register_structure_hook(
        Baseline, make_dict_structure_fn(Baseline, converter, _cattrs_forbid_extra_keys=True)
    )
    return converter


def _settings(value: Any, _: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"object expected, found {value!r}")
    return dict(value)


def _verified(
    converter: Converter, kind: type[T], drop: tuple[str, ...] = (), **overrides: Any
) -> Callable[[Any, Any], T]:
    """Return a reader of ``kind`` that refuses content which its fingerprint does not stand for."""
    structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)

    def read(entry: Any, cls: Any) -> T:
        kept = _without(entry, "fingerprint", *drop)
        return _same(structure(kept, cls), entry)

    return read


def _without(entry: Any, *keys: str) -> Data:
    if not isinstance(entry, Mapping):
        raise ValueError(f"object expected, found {entry!r}")
    return {key: value for key, value in entry.items() if key not in keys}


def _ends(entry: Any) -> Data:
    kept = _without(entry, "fingerprint", "claims")
    ends = entry.get("claims")
    if not isinstance(ends, list) or len(ends) != 2:
        raise ValueError("a pair has two claims")
    return {**kept, "a": ends[0], "b": ends[1]}


def _same(value: T, entry: Mapping[str, Any]) -> T:
    written = entry.get("fingerprint")
    if value.fingerprint != written:
        raise ValueError(
            f"the content does not have the fingerprint {written!r}; only reason, author and "
            "date may be edited"
        )
    return value


def _whole(finding: AcceptedFinding) -> AcceptedFinding:
    known = {claim.fingerprint for claim in finding.claims}
    for pair in finding.pairs:
        if not {pair.a, pair.b} <= known:
            raise ValueError("a pair refers to a claim that is not listed")
    return finding
