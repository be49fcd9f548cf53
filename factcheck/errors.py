"""Every error that factcheck raises on purpose.

::

    FactcheckError
    ├── ConfigurationError    a setting, a flag or a configuration file is wrong
    ├── LexiconError          a lexicon pack is wrong; lists every fault with its line
    ├── ManifestError         a corpus.toml is wrong
    ├── ReadingError          one document cannot be read
    ├── CorpusError           there is nothing to read at all
    ├── GoldError             an evaluation file is wrong
    ├── UnknownIdError        an id names nothing in this run
    ├── EngineError           a worker process died, or cannot be given the work
    ├── JudgeError            a judge beside the rules cannot be asked
    ├── StoreError            a store of reviews or runs cannot be opened, read or written
    └── ReviewError           what a reviewer asked for cannot be done
        ├── RefusedError      the role, blindness or the state of the finding forbids it
        ├── ConflictError     another tab or another person was faster
        └── UnknownItemError  there is no such finding in the review

Each carries one message that names the file, the place and the mend, and survives pickling.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of the tree: catch this to catch everything factcheck raises on purpose."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message


class ConfigurationError(FactcheckError):
    """A setting, a flag or a configuration file is wrong."""


class LexiconError(FactcheckError):
    """A lexicon pack is wrong; the message lists every fault with its line."""


class ManifestError(FactcheckError):
    """A ``corpus.toml`` is wrong."""


class ReadingError(FactcheckError):
    """One document cannot be read; the others go on."""


class CorpusError(FactcheckError):
    """There is nothing to read: a missing path, an empty folder."""


class GoldError(FactcheckError):
    """An evaluation file is wrong."""


class UnknownIdError(FactcheckError):
    """An id names nothing in this run."""


class EngineError(FactcheckError):
    """A worker process died, or cannot be given the work."""


class JudgeError(FactcheckError):
    """A judge beside the rules cannot be asked: a wrong model, an address that does not answer."""


class StoreError(FactcheckError):
    """A store of reviews or runs cannot be opened, read or written."""


class ReviewError(FactcheckError):
    """What a reviewer asked for cannot be done."""


class RefusedError(ReviewError):
    """The role, blindness or the state of the finding forbids it."""


class ConflictError(ReviewError):
    """Another tab or another person was faster; nothing was changed."""


class UnknownItemError(ReviewError):
    """There is no such finding in the review."""
