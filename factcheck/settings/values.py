"""What shapes a run, and which values are allowed."""

from __future__ import annotations

import re
from typing import Literal

from attrs import field, fields, frozen

from factcheck.errors import ConfigurationError

RULE_IDS = (
    "polarity",
    "direction",
    "degree",
    "value",
    "category",
    "substitution",
    "answer",
    "set",
    "presence",
    "appraisal",
    "paraphrase",
)
"""Ids of the rule families, in the order in which they are listed everywhere."""

FAIL_ON = ("contradicts", "qualifies", "never")
"""What ``fail_on`` may be: the weakest finding that makes a check fail."""

INPUT_FORMATS = ("txt", "md", "html", "jsonl", "csv", "tsv", "parquet")
"""What ``input_format`` may be."""

ENGINES = ("auto", "serial", "processes", "dask")
"""What ``engine`` may be; ``dask:`` and an address or a file too."""


LISTS = ("packs", "select", "ignore", "include", "exclude", "columns")
_RULE_LISTS = ("select", "ignore")
PATHS = {"calibration": ".toml", "baseline": ".json", "runs": ".db", "answers": ".jsonl"}
STORES = ("store", "reviews")
_A_STORE = "the path of a file or the address of a PostgreSQL database"
_ANYTHING = re.compile(r"(?s).*")
_TEXTS = {
    **{key: (f"the path of a {suffix} file", _ANYTHING) for key, suffix in PATHS.items()},
    "store": (_A_STORE, re.compile(r"(?s).+")),
    "reviews": (_A_STORE, _ANYTHING),
    "judge": (
        "rules, nli, nli:PATH or llm:URL#MODEL",
        re.compile(r"(?s)rules|nli(:.+)?|llm:[^#\s]+#.+"),
    ),
    "fail_on": (f"one of {', '.join(FAIL_ON)}", re.compile("|".join(FAIL_ON))),
    "input_format": (
        f"one of {', '.join(INPUT_FORMATS)}",
        re.compile("|".join(("", *INPUT_FORMATS))),
    ),
    "engine": (
        f"one of {', '.join(ENGINES)}, dask:ADDRESS or dask:FILE",
        re.compile(rf"(?s){'|'.join(ENGINES)}|dask:.+"),
    ),
}
"""What a setting that is a text may be, in words and as a pattern."""

SWITCHES = ("within_documents", "blind")
NUMBERS = {
    "max_candidates": 1,
    "max_opinions": 1,
    "max_calls": 1,
    "max_tokens": 1,
    "reviewers": 1,
    "jobs": 0,
    "part_size": 1,
}
_UNRECORDED = (
    "baseline",
    "reviews",
    "store",
    "reviewers",
    "blind",
    "jobs",
    "engine",
    "runs",
    "part_size",
    "answers",
)
_SUGGEST_AT = 60
"""Below this rapidfuzz ratio (0 to 100) a name is another name, not a slip of the keyboard."""


@frozen
class Settings:
    """What shapes a run.

    Attributes:
        packs: lexicon packs by name, or paths of ``.toml`` files, merged in this order.
        select: ids of the rules to use; empty means all.
        ignore: ids of the rules to leave out, even where selected.
        min_confidence: judgements below it are dropped, from 0 to 1.
        min_checkability: how far a sentence must be a checkable claim to be spotted as one, from
            0 to 1 (see ``checkability``); the extraction of claims does not ask for it.
        fail_on: the weakest finding that makes a check fail: ``contradicts``, ``qualifies`` (or
            stronger), ``never``.
        baseline: path of the file of accepted findings, which do not make a check fail (see
            ``factcheck baseline``); none where empty.
        reviews: the store of reviews whose decisions hold for a check, by path or address; none
            where empty.
        within_documents: whether claims of one document are compared with each other too.
        max_candidates: how many candidate pairs one claim may take part in, at least 1.
        calibration: path of the weights that confidence rests on (see ``factcheck evaluate
            calibrate``); those of the library where empty.
        judge: who judges: ``rules``; or beside them, for a second opinion, ``nli:PATH`` (a
            cross-encoder in a folder) or ``llm:URL#MODEL`` (a language model behind an
            OpenAI-compatible address).
        max_opinions: how many pairs a run asks for a second opinion at most, at least 1.
        max_calls, max_tokens: how often a language model may be called, and how many tokens it may
            read and write, each at least 1.
        answers: path of the file that keeps the answers of a language model; none where empty.
        include, exclude: glob patterns of document paths to read, or to pass over.
        input_format: how a file that is named, or standard input, is read; by its ending (standard
            input as plain text) where empty.
        columns: names of columns in tables of documents that have no standard name, each as
            ``text=NAME``.
        store: where reviews are kept: the path of a file, or the address of a PostgreSQL database.
        reviewers: how many votes a finding needs in a review, at least 1.
        blind: whether a review hides the machine's opinion from those who have not voted.
        jobs: how many processes work at a time; 0 for one where there is little to do, and else
            for as many as there are processors.
        part_size: characters of text in each part of a check in parts, which what it holds in
            memory goes by, at least 1.
        engine: where work is done: ``serial`` in this process, ``processes`` in several beside it,
            ``auto`` in one of these as the work is worth it, ``dask`` on a Dask cluster of this
            machine's own, ``dask:ADDRESS`` or ``dask:FILE`` on one that runs.

    Raises:
        ConfigurationError: a value has the wrong type or is out of range; the message names the
            key, the value and what is allowed.
    """

    packs: tuple[str, ...] = ("english", "health", "spun-text")
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.5
    min_checkability: float = 0.35
    fail_on: Literal["contradicts", "qualifies", "never"] = "contradicts"
    baseline: str = ""
    reviews: str = field(default="", repr=False)
    within_documents: bool = False
    max_candidates: int = 60
    calibration: str = ""
    judge: str = "rules"
    max_opinions: int = 1000
    max_calls: int = 200
    max_tokens: int = 200_000
    answers: str = field(default="", repr=False)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    input_format: str = ""
    columns: tuple[str, ...] = ()
    store: str = field(default="reviews.db", repr=False)
    reviewers: int = 2
    blind: bool = True
    jobs: int = field(default=0, repr=False)
    engine: str = field(default="auto", repr=False)
    runs: str = field(default="", repr=False)
    part_size: int = field(default=500_000, repr=False)

    def __attrs_post_init__(self) -> None:
        for name in KEYS:
            object.__setattr__(self, name, checked(name, getattr(self, name)))

    def uses(self, rule: str) -> bool:
        """Return whether the rule called ``rule`` takes part.

        >>> Settings(select=("value", "degree"), ignore=("degree",)).uses("degree")
        False
        """
        return (not self.select or rule in self.select) and rule not in self.ignore

    @property
    def column_names(self) -> dict[str, str]:
        """The names of columns, by what they hold."""
        return {what: column for what, _, column in map(_parted, self.columns)}

    def as_data(self) -> dict[str, object]:
        """Return the settings as plain values, for the record of a run.

        The baseline and what shapes a review are left out: they are about what becomes of
        findings, not about which there are. So are the number of jobs, the engine, what earlier
        runs left behind and the size of parts, which change no finding.
        """
        values = {name: getattr(self, name) for name in KEYS if name not in _UNRECORDED}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }


KEYS = tuple(attribute.name for attribute in fields(Settings))
"""Every setting's name, in snake case."""


def checked(key: str, value: object, place: str = "") -> object:
    """Return ``value`` in the type that the setting ``key`` has.

    Args:
        key: a name of ``KEYS``.
        value: as TOML or Python gives it.
        place: how the message should call the key; the key itself by default.

    Raises:
        ConfigurationError: the value is not allowed.
    """
    place = place or key
    if key in LISTS:
        return _names(key, value, place)
    if key in SWITCHES:
        if isinstance(value, bool):
            return value
        raise _refused(place, value, "true or false")
    if key in _TEXTS:
        allowed, shape = _TEXTS[key]
        if isinstance(value, str) and shape.fullmatch(value):
            return value
        raise _refused(place, value, allowed)
    if key in NUMBERS:
        least = NUMBERS[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        raise _refused(place, value, f"a whole number, {least} or more")
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise _refused(place, value, "a number from 0 to 1")


def nearest_name(name: str, known: tuple[str, ...], least: float = _SUGGEST_AT) -> str:
    """Return the known name that ``name`` was probably meant to be; empty where none is near.

    >>> nearest_name("polarty", RULE_IDS)
    'polarity'
    >>> nearest_name("zzz", RULE_IDS)
    ''
    """
    from rapidfuzz import fuzz, process

    match = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=least)
    return match[0] if match else ""


def _names(key: str, value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
        raise _refused(place, value, "a list of texts")
    names = tuple(dict.fromkeys(value))
    if "" in names:
        raise _refused(place, value, "a list of texts none of which is empty")
    if key == "packs" and not names:
        raise _refused(place, value, "a list with one pack at least")
    if key == "columns" and not all(what and column for what, _, column in map(_parted, names)):
        raise _refused(place, value, "a list of texts such as 'text=abstract'")
    if key in _RULE_LISTS:
        for name in names:
            if name not in RULE_IDS:
                raise ConfigurationError(f"{place}: {unknown_rule(name)}")
    return names


def _parted(entry: str) -> tuple[str, str, str]:
    return entry.partition("=")


def unknown_rule(name: str) -> str:
    """Return the message for a rule that does not exist, with the one probably meant."""
    meant = hint(nearest_name(name, RULE_IDS)) or "."
    return f"no rule is called {name!r}{meant} Rules: {', '.join(RULE_IDS)}."


def _refused(place: str, value: object, allowed: str) -> ConfigurationError:
    shown = list(value) if isinstance(value, tuple) else value
    return ConfigurationError(f"{place}: {shown!r} is not allowed; give {allowed}.")


def hint(name: str) -> str:
    """Return the question whether a near name was meant; nothing where none is near."""
    return f"; did you mean {name!r}?" if name else ""
