"""Baselines as JSON-ready data, and back; the shape is told in ``docs/reference/baseline.md``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, override

from factcheck.errors import ConfigurationError
from factcheck.model import AcceptedFinding, Baseline, RecordedClaim, RecordedPair, Stance
from factcheck.serialization.recorded import (
    check_ends,
    pair_reader,
    pairs_to_data,
    verified,
)
from factcheck.serialization.structuring import faults, plain_reader

BASELINE_SCHEMA = "factcheck-baseline/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

_HINT = "only reason, author and date may be edited"

Data = dict[str, Any]


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
        "pairs": pairs_to_data(finding.pairs),
    }


def _reader() -> Converter:
    converter = plain_reader((Stance,))
    converter.register_structure_hook_func(lambda kind: kind == dict[str, object], _settings)
    converter.register_structure_hook(
        RecordedClaim,
        verified(converter, RecordedClaim, _HINT, words=override(rename="quote")),
    )
    converter.register_structure_hook(RecordedPair, pair_reader(converter, _HINT))
    finding = verified(
        converter, AcceptedFinding, _HINT, drop=("stance",), decision=override(omit=True)
    )
    converter.register_structure_hook(
        AcceptedFinding, lambda entry, kind: _whole(finding(entry, kind))
    )
    converter.register_structure_hook(
        Baseline,
        make_dict_structure_fn(
            Baseline, converter, _cattrs_forbid_extra_keys=True, confirmed=override(omit=True)
        ),
    )
    return converter


def _settings(value: Any, _: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"object expected, found {value!r}")
    return dict(value)


def _whole(finding: AcceptedFinding) -> AcceptedFinding:
    check_ends(finding.pairs, finding.claims)
    return finding
