"""Baselines: reading and writing their file, accepting findings, dropping what is gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

from factcheck.errors import ConfigurationError
from factcheck.model import AcceptedFinding, Baseline, Dispute, RecordedClaim, Run
from factcheck.model.record import judged_claims, recorded_pairs
from factcheck.reporting.json import dumps
from factcheck.reporting.wording import question
from factcheck.serialization import baseline_from_data, baseline_to_data, decoded, parsed

FILE_NAME = "factcheck-baseline.json"
"""What a baseline is called where nobody says otherwise."""

SHAPING = ("select", "ignore", "min_confidence", "within_documents", "max_candidates")
"""The settings that decide which findings there are; under others, none can be missed."""


_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def read_baseline(path: str | Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        ConfigurationError: there is no such file, or it is no baseline that this version reads;
            the message names the file and the place.
    """
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        raise ConfigurationError(
            f"{path}: there is no such baseline; 'factcheck baseline write' makes one."
        ) from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror or error}.") from error
    data = parsed(decoded(content, str(path)), str(path), "baseline")
    try:
        return baseline_from_data(data)
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error.message}.") from error


def baseline_text(baseline: Baseline) -> str:
    """Return the content of a baseline's file: indented JSON, the same for the same baseline.

    Characters that cannot be seen, or that reorder what is seen, are escaped: people review it.
    """
    text = dumps(baseline_to_data(baseline), indent=1) + "\n"
    return _UNSEEN.sub(lambda letter: f"\\u{ord(letter[0]):04x}", text)


def accept(
    findings: Iterable[Dispute],
    run: Run,
    known: Baseline | None = None,
    *,
    reason: str = "",
    author: str = "",
    date: str = "",
) -> Baseline:
    """Return ``known`` with more findings accepted.

    An entry that says the same as before stays as it is. Where a finding has grown, its entry
    does too, and keeps its reason unless another is given.

    Args:
        findings: disputes and qualifications of ``run``.
        run: gives the settings that they were found under.
        known: what is accepted already.
        reason: why these findings are accepted.
        author: who accepts them.
        date: when.
    """
    known = known or Baseline()
    by_pair = {pair.fingerprint: entry for entry in known.findings for pair in entry.pairs}
    entries: dict[str, AcceptedFinding] = {}
    for finding in findings:
        entry = _entry(finding)
        before = known.acceptance(finding) or _overlapping(entry, by_pair)
        if before is not None and before.fingerprint == entry.fingerprint:
            entry = before
        elif before is not None:
            entry = _said(entry, before.reason, before.author, before.date)
        if reason or author or date:
            entry = _said(entry, reason, author, date)
        entries[entry.fingerprint] = entry
    covered = {pair.fingerprint for entry in entries.values() for pair in entry.pairs}
    rest = (without(finding, covered) for finding in known.findings)
    kept = [finding for finding in rest if finding is not None]
    return Baseline(_ordered([*entries.values(), *kept]), shaping(run))


def _said(entry: AcceptedFinding, reason: str, author: str, date: str) -> AcceptedFinding:
    return evolve(entry, reason=reason, author=author, date=date)


def shaping(run: Run) -> dict[str, object]:
    """Return the settings of a run that decide which findings there are."""
    return {name: run.settings[name] for name in SHAPING if name in run.settings}


def without(finding: AcceptedFinding, gone: Iterable[str]) -> AcceptedFinding | None:
    """Return an entry without the pairs of these fingerprints; None where nothing is left."""
    dropped = set(gone)
    pairs = tuple(pair for pair in finding.pairs if pair.fingerprint not in dropped)
    if len(pairs) == len(finding.pairs):
        return finding
    left = {end for pair in pairs for end in (pair.a, pair.b)}
    claims = tuple(claim for claim in finding.claims if claim.fingerprint in left)
    return evolve(finding, claims=claims, pairs=pairs) if pairs else None


def _overlapping(
    entry: AcceptedFinding, by_pair: Mapping[str, AcceptedFinding]
) -> AcceptedFinding | None:
    """Return the known entry that shares most pairs with another, None where none shares any."""
    shared = [by_pair[pair.fingerprint] for pair in entry.pairs if pair.fingerprint in by_pair]
    counts = Counter(one.fingerprint for one in shared)
    return max(shared, key=lambda one: counts[one.fingerprint], default=None)


def _entry(finding: Dispute) -> AcceptedFinding:
    claims = [
        RecordedClaim(letter, claim.source.name, claim.words)
        for letter, claim in judged_claims(finding)
    ]
    return AcceptedFinding(
        question(finding),
        tuple(sorted(claims, key=lambda one: (one.side, one.document, one.words))),
        recorded_pairs(finding),
    )


def _ordered(findings: Iterable[AcceptedFinding]) -> tuple[AcceptedFinding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.documents, one.question, one.fingerprint)))
