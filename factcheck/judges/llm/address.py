"""Where a language model is asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from attrs import frozen

from factcheck.errors import JudgeError


@frozen
class Address:
    """The address that a model is asked at, and its name there.

    Attributes:
        url: the address that the protocol's paths follow, such as ``http://localhost:11434/v1``.
        model: the name.
    """

    url: str
    model: str

    def __str__(self) -> str:
        return f"{self.url}#{self.model}"

    @property
    def completions(self) -> str:
        """The address that questions are posted to."""
        return f"{self.url}/chat/completions"


def read_address(text: str) -> Address:
    """Return the address in ``URL#MODEL``.

    Raises:
        JudgeError: it has no such form, or holds a password.
    """
    url, _, model = text.partition("#")
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and model
    except ValueError:
        known = False
    if not known:
        raise JudgeError(
            f"llm:{text}: is not llm:URL#MODEL, as llm:http://localhost:11434/v1#phi4."
        )
    if parts.username is not None or parts.query:
        raise JudgeError(
            f"llm:{parts.scheme}://{parts.hostname}…: may hold no user, password or query; give a "
            "key in the environment variable FACTCHECK_LLM_KEY."
        )
    return Address(url.rstrip("/"), model)
