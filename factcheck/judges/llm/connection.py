"""Posting questions: again where the server is busy, never beyond the budget."""

from __future__ import annotations

import time
from typing import Any

from attrs import define, field

from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges.llm.address import Address

TRIES = 4
"""How often a question is posted before it is given up."""

LONGEST_WAIT = 30.0
"""Seconds that a server may ask to wait; whoever asks for more is given up."""

TIMEOUT = 120.0
"""Seconds until a request without an answer is given up: models on a processor are slow."""

CHARACTERS = 3
"""Characters that one token stands for at least, where the server does not count them."""

_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_TOLD = 200


class NoAnswerError(Exception):
    """A question to which no answer came, though others may get one later."""


@define
class Budget:
    """How much may be asked, and how much was.

    Attributes:
        max_calls, max_tokens: the bounds.
        calls, tokens: what is spent of them.
    """

    max_calls: int
    max_tokens: int
    calls: int = 0
    tokens: int = 0

    def allows(self, tokens: int) -> bool:
        """Return whether a call of about so many tokens is within the bounds."""
        return self.calls < self.max_calls and self.tokens + tokens <= self.max_tokens


@define
class Connection:
    """Posts questions to an address.

    Attributes:
        address: the address.
        budget: what may be spent; every try counts.
        key: proves who asks; none where empty.
        pause: seconds before the second try; they double with each.
    """

    address: Address
    budget: Budget
    key: str = field(default="", repr=False)
    pause: float = 0.5

    def post(self, body: dict[str, Any], tokens: int) -> Any:
        """Return the body of the answer.

        Args:
            body: what is posted.
            tokens: about how many tokens question and answer have.

        Raises:
            NoAnswerError: the server is busy or fails, or the budget is spent.
            JudgeError: it cannot be reached, or refuses what is asked.
        """
        for number in range(TRIES):
            if not self.budget.allows(tokens):
                raise NoAnswerError("the budget is spent")
            self.budget.calls += 1
            wait = self.pause * 2**number
            answered, waiting = self._try(body)
            if answered is not None:
                return answered
            if number + 1 < TRIES:
                time.sleep(wait if waiting is None else waiting)
        raise NoAnswerError("the server is busy or fails")

    def _try(self, body: dict[str, Any]) -> tuple[Any, float | None]:
        """Return the answer, or None and the seconds that the server asks to wait, if it does."""
        import httpx

        url = self.address.completions
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            # Redirects are not followed: texts go to the address that was named, and nowhere else.
            response = httpx.post(url, json=body, headers=headers, timeout=TIMEOUT)
        except httpx.ConnectError as error:
            raise JudgeError(f"{url}: cannot be reached: {error}.") from error
        except httpx.TransportError:
            return None, None
        if response.status_code in _PASSING:
            waiting = _seconds(response.headers.get("Retry-After", ""))
            if waiting is not None and waiting > LONGEST_WAIT:
                raise NoAnswerError("the server asks to wait for long")
            return None, waiting
        if response.status_code != httpx.codes.OK:
            told = " ".join(response.text[:_TOLD].split())
            raise JudgeError(f"{url}: answers {response.status_code}: {told}")
        try:
            return response.json(), None
        except ValueError as error:
            raise JudgeError(f"{url}: answers with something else than JSON.") from error


def _seconds(text: str) -> float | None:
    return float(text) if text.strip().isdecimal() else None


def needed() -> None:
    """Raise where what posts questions is not installed.

    Raises:
        ConfigurationError: it is not; the message names the extra to install.
    """
    from importlib.util import find_spec

    if find_spec("httpx") is None:
        raise ConfigurationError("--judge llm needs httpx: pip install 'factcheck[llm]'")
