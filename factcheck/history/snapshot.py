"""What of a run is compared with another: it fits a run in memory and one in a file alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from factcheck.errors import ConfigurationError
from factcheck.model import RecordedClaim, RecordedPair, Run, Stance
from factcheck.model.fingerprint import finding_fingerprint
from factcheck.reading.columns import Columns
from factcheck.reading.rows import holds_documents
from factcheck.serialization import SCHEMA, data_from_lines, decoded, parsed, to_data

Data = Mapping[str, Any]

NOT_SHAPING = ("fail_on", "include", "exclude", "input_format", "columns")
"""Settings that do not decide how a document is read or compared."""


@frozen
class Snapshot:
    """One run, without the texts of its documents.

    Attributes:
        name: how it is called: the title of the corpus, or the file that it comes from.
        documents: the SHA-256 of each document's text, by name.
        unread: names of documents that could not be read.
        claims: fingerprint of every claim, with its document.
        words: for each document, the words of its claims.
        findings: disputes and qualifications.
        agreements: how many there are.
        settings: the settings that decide how documents are read and compared.
        version: version of factcheck.
    """

    name: str
    documents: dict[str, str]
    unread: tuple[str, ...]
    claims: frozenset[str]
    words: dict[str, frozenset[str]]
    findings: tuple[SavedFinding, ...]
    agreements: int
    settings: dict[str, object]
    version: str


@frozen
class SavedFinding:
    """A dispute or qualification of one run.

    Attributes:
        id: its id in that run.
        topic: the aspect in readable words.
        aspect: the same as terms.
        stance: ``contradicts`` or ``qualifies``.
        rule: id of the rule behind the strongest pair.
        confidence: from 0 to 1.
        explanation: one sentence that says why.
        labels: each side in a few words, by its letter.
        claims: the claims, side by side.
        pairs: what stands between them.
    """

    id: str
    topic: str
    aspect: tuple[str, ...]
    stance: Stance
    rule: str
    confidence: float
    explanation: str
    labels: tuple[tuple[str, str], ...]
    claims: tuple[RecordedClaim, ...]
    pairs: tuple[RecordedPair, ...]

    @property
    def fingerprint(self) -> str:
        """The same as that of the finding in the run."""
        same = (pair.fingerprint for pair in self.pairs if pair.stance is self.stance)
        return finding_fingerprint(self.stance, same)

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of the documents involved, sorted."""
        return tuple(sorted({claim.document for claim in self.claims}))


def is_saved(path: str | Path) -> bool:
    """Return whether a path is by its name that of a saved run, not of documents.

    Both can be JSON Lines; documents have a text in the first line.
    """
    file = Path(path)
    if file.is_dir():
        return False
    if file.suffix.lower() in (".jsonl", ".ndjson") and file.is_file():
        return not holds_documents(file, "jsonl", Columns())
    return file.suffix.lower() in (".json", ".jsonl", ".ndjson")


def snapshot(run: Run) -> Snapshot:
    """Return what of a run is compared."""
    return _snapshot(to_data(run), run.corpus.title)


def read_snapshot(path: str | Path) -> Snapshot:
    """Return what of a saved run is compared, from the JSON or JSON Lines of ``check``.

    Raises:
        ConfigurationError: the file is no run that this version reads; the message names it and
            the place.
        OSError: it cannot be read.
    """
    return snapshot_of(decoded(Path(path).read_bytes(), str(path)), str(path))


def snapshot_of(text: str, name: str) -> Snapshot:
    """Return what of a run in JSON or JSON Lines is compared.

    Raises:
        ConfigurationError: the text is no run that this version reads; the message calls it by
            ``name``.
    """
    first = text.lstrip().partition("\n")[0]
    lines = first.startswith("{") and first.rstrip().endswith("}") and '"type"' in first
    data = data_from_lines(text.split("\n"), name) if lines else parsed(text, name, "run")
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or schema != SCHEMA:
        raise ConfigurationError(
            f"{name}: is no run of this version: its shape is {schema!r}, not {SCHEMA!r}; "
            "'factcheck check --format json' writes one."
        )
    try:
        return _snapshot(data, name)
    except KeyError as error:
        raise ConfigurationError(
            f"{name}: the run lacks {error.args[0]!r}; write it anew with this version."
        ) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ConfigurationError(f"{name}: the run does not fit {SCHEMA}: {error}.") from error


def _snapshot(data: Data, name: str) -> Snapshot:
    words: dict[str, set[str]] = {each["name"]: set() for each in data["documents"]}
    for claim in data["claims"]:
        words[claim["document"]].add(claim["words"])
    claims = {claim["id"]: claim for claim in data["claims"]}
    judgements = {judgement["id"]: judgement for judgement in data["judgements"]}
    return Snapshot(
        name=name,
        documents={each["name"]: each["sha256"] for each in data["documents"]},
        unread=tuple(sorted(each["path"] for each in data["failed"])),
        claims=frozenset(claim["fingerprint"] for claim in data["claims"]),
        words={document: frozenset(held) for document, held in words.items()},
        findings=tuple(
            _finding(each, claims, judgements)
            for each in (*data["disputes"], *data["qualifications"])
        ),
        agreements=len(data["agreements"]),
        settings={key: value for key, value in data["settings"].items() if key not in NOT_SHAPING},
        version=data["version"],
    )


def _finding(data: Data, claims: Data, judgements: Data) -> SavedFinding:
    pairs = [judgements[key] for key in data["judgements"]]
    known: dict[str, RecordedClaim] = {}
    for side in data["positions"]:
        for claim in (claims[key] for key in side["claims"]):
            known.setdefault(
                claim["fingerprint"],
                RecordedClaim(side["letter"], claim["document"], claim["words"]),
            )
    ends = [(pair, *(claims[pair[end]]["fingerprint"] for end in ("a", "b"))) for pair in pairs]
    return SavedFinding(
        id=data["id"],
        topic=data["topic"],
        aspect=tuple(pairs[0]["aspect"]),
        stance=Stance(data["stance"]),
        rule=data["rule"],
        confidence=float(data["confidence"]),
        explanation=data["explanation"],
        labels=tuple((side["letter"], side["label"]) for side in data["positions"]),
        claims=tuple(known.values()),
        pairs=tuple(RecordedPair(Stance(pair["stance"]), a, b) for pair, a, b in ends),
    )
