"""Where somebody goes: what they filter by, and the findings that they came through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from attrs import evolve, field, frozen

from factcheck.review import Filters, filters_of

LONGEST = 20
"""Findings that an address carries; who goes back further starts from the queue."""

_FINGERPRINT = re.compile(r"[\w-]{1,64}")


@frozen
class Trail:
    """The way through a review, as the address of each page carries it.

    Attributes:
        filters: which findings somebody goes through.
        passed: fingerprints of those that they came through, the latest last.
    """

    filters: Filters = field(factory=Filters)
    passed: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The part of an address after ``?``; empty where there is nothing to carry."""
        return self._query({"from": ",".join(self.passed)})

    @property
    def back(self) -> str:
        """Address of the finding before; empty where there is none."""
        if not self.passed:
            return ""
        return evolve(self, passed=self.passed[:-1]).item(self.passed[-1])

    @property
    def queue(self) -> str:
        """Address of the queue, which says that nothing is left."""
        return _address("/", self._query({"done": "1"}))

    def item(self, fingerprint: str, **more: str) -> str:
        """Return the address of a finding.

        >>> Trail(passed=("fp-1", "fp-2")).item("fp-3", undone="1")
        '/items/fp-3?from=fp-1%2Cfp-2&undone=1'
        """
        return _address(
            f"/items/{fingerprint}", self._query({"from": ",".join(self.passed), **more})
        )

    def onward(self, fingerprint: str) -> str:
        """Return the address that leads on from a finding."""
        return _address("/next", self._query({"after": fingerprint, "from": ",".join(self.passed)}))

    def through(self, fingerprint: str) -> Trail:
        """Return the trail of somebody who came through one more finding."""
        passed = tuple(one for one in self.passed if one != fingerprint)
        return evolve(self, passed=(*passed, fingerprint)[-LONGEST:])

    def _query(self, more: Mapping[str, str]) -> str:
        own = urlencode({name: value for name, value in more.items() if value})
        return "&".join(filter(None, (self.filters.query, own)))


def trail_of(parameters: Mapping[str, str]) -> Trail:
    """Return the trail in the parameters of an address; what is no fingerprint is passed over.

    >>> trail_of({"topic": "sleep", "from": "fp-1,<b>,fp-2"}).back
    '/items/fp-2?topic=sleep&from=fp-1'
    """
    passed = parameters.get("from", "").split(",")
    known = tuple(one for one in passed if _FINGERPRINT.fullmatch(one))
    return Trail(filters_of(parameters), known[-LONGEST:])


def _address(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
