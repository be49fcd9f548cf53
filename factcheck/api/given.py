"""What a script gives to the verbs: told at once where it is not what they take."""

from __future__ import annotations

from functools import lru_cache

from factcheck.errors import ConfigurationError, CorpusError
from factcheck.model import Corpus
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.settings import Settings


def corpus_given(value: Corpus) -> Corpus:
    """Return a corpus as it is.

    Raises:
        CorpusError: it is something else, such as a path or a list of documents; the message says
            what makes a corpus of it.
    """
    if isinstance(value, Corpus):
        return value
    made = "read" if isinstance(value, str) or hasattr(value, "__fspath__") else "reading.corpus_of"
    raise CorpusError(
        f"{told(value)} is no corpus; factcheck.{made} makes one of "
        f"{'a path' if made == 'read' else 'documents'}."
    )


def settings_given(value: Settings | None) -> Settings:
    """Return settings as they are, the defaults where there are none.

    Raises:
        ConfigurationError: they are something else, such as a dictionary.
    """
    if value is None:
        return Settings()
    if isinstance(value, Settings):
        return value
    raise ConfigurationError(
        f"settings: {told(value)} is not allowed; give factcheck.Settings, such as "
        "factcheck.Settings(min_confidence=0.8)."
    )


def pipeline_of(settings: Settings | None) -> Pipeline:
    """Return the stages under settings, made once for each.

    Raises:
        ConfigurationError: these are no settings.
        LexiconError: a pack that they name is wrong.
    """
    return _made(settings_given(settings))


@lru_cache(maxsize=8)
def _made(settings: Settings) -> Pipeline:
    return make_pipeline(settings)


def told(value: object) -> str:
    """Return a value as a message tells it: in full where that is short."""
    text = repr(value)
    return text if len(text) <= 60 else f"a {type(value).__name__}"
