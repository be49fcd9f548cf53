"""Reviewers who decide over HTTP without a pause, and note what they were told."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from threading import Event, Lock

import httpx
from attrs import define, field, frozen

from factcheck.model import Act, Ballot, Decision, Entry, Reason
from factcheck.serialization import ballot_to_data

_BALLOTS = (
    Ballot(Decision.TRUE_CONFLICT, note="Both are about the first mill."),
    Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME, note="rebuilt “later”"),
    Ballot(Decision.NEEDS_SOURCE_CHECK, note="?" * 500),
)
_SOON = 0.02
_LONG = 60.0


@frozen
class Sent:
    """A decision that somebody sent.

    Attributes:
        author: who.
        item: fingerprint of the finding; empty for a decision taken back.
        ballot: what they said; None for a decision taken back.
    """

    author: str
    item: str = ""
    ballot: Ballot | None = None

    def is_kept_as(self, entry: Entry) -> bool:
        """Return whether an entry says what was sent."""
        said = (entry.author, entry.ballot)
        act = Act.RETRACT if self.ballot is None else Act.VOTE
        return said == (self.author, self.ballot) and entry.act is act


@define
class Ledger:
    """What was sent, and what of it was acknowledged."""

    sent: dict[str, Sent] = field(factory=dict)
    acknowledged: set[str] = field(factory=set)
    repeated: int = 0
    given_up: int = 0
    _lock: Lock = field(factory=Lock, repr=False)

    def sends(self, entry_id: str, sent: Sent) -> None:
        """Note what is about to be sent."""
        with self._lock:
            self.sent[entry_id] = sent

    def gets(self, entry_id: str, *, repeated: bool) -> None:
        """Note an acknowledgement."""
        with self._lock:
            self.acknowledged.add(entry_id)
            self.repeated += repeated

    def forgets(self) -> None:
        """Note that a sender did not wait for an answer."""
        with self._lock:
            self.given_up += 1

    def known(self) -> set[str]:
        """Return the ids of what was acknowledged so far."""
        with self._lock:
            return set(self.acknowledged)


@define
class Reviewer:
    """Somebody who decides without a pause, over HTTP.

    Attributes:
        name: of the account.
        address: of the application.
        findings: fingerprints of what they decide on; nobody but one other decides on these.
        ledger: where everything is noted.
        over: set when it is time to stop.
    """

    name: str
    address: str
    findings: Sequence[str]
    ledger: Ledger
    over: Event
    unexpected: list[str] = field(factory=list)
    _seen: dict[str, str] = field(factory=dict)
    _count: int = 0

    def run(self) -> None:
        """Decide until it is over."""
        chance = random.Random(self.name)
        known = {"Authorization": f"Bearer {self.name}"}
        with httpx.Client(base_url=self.address, headers=known, timeout=_LONG) as client:
            while not self.over.is_set():
                finding = chance.choice(self.findings)
                if any(self._seen.values()) and chance.random() < 0.15:
                    self._undo(client)
                else:
                    self._vote(client, finding, chance.choice(_BALLOTS), chance.random() < 0.3)

    def _vote(self, client: httpx.Client, finding: str, ballot: Ballot, hasty: bool) -> None:
        body: dict[str, object] = {
            "id": self._id(),
            "seen": self._seen.get(finding, ""),
            "ballot": ballot_to_data(ballot),
        }
        self.ledger.sends(str(body["id"]), Sent(self.name, finding, ballot))
        self._decide(client, f"/api/v1/items/{finding}/votes", body, hasty=hasty)

    def _undo(self, client: httpx.Client) -> None:
        body: dict[str, object] = {"id": self._id()}
        self.ledger.sends(str(body["id"]), Sent(self.name))
        self._decide(client, "/api/v1/undos", body, hasty=False)

    def _decide(
        self, client: httpx.Client, path: str, body: dict[str, object], *, hasty: bool
    ) -> None:
        answer = self._asked(client, path, body, patient=not hasty)
        if answer is None:
            self.ledger.forgets()
            return
        data = answer.json()
        if answer.status_code in (200, 201):
            self.ledger.gets(str(body["id"]), repeated=bool(data["repeated"]))
            self._notice(data["item"])
        elif answer.status_code == 409 and "item" in data:
            self._notice(data["item"])
        elif not (answer.status_code == 403 and path.endswith("undos")):
            self.unexpected.append(f"{answer.status_code} {path}: {answer.text[:200]}")

    def _notice(self, item: dict[str, object]) -> None:
        mine = item["mine"]
        self._seen[str(item["fingerprint"])] = mine["id"] if isinstance(mine, dict) else ""

    def _asked(
        self, client: httpx.Client, path: str, body: dict[str, object], *, patient: bool = True
    ) -> httpx.Response | None:
        """Return the answer; None where none came and the sender does not ask again."""
        while True:
            try:
                answer = client.post(path, json=body)
                if answer.status_code != 503:
                    return answer
            except httpx.TransportError:
                pass
            if not patient or self.over.wait(_SOON):
                return None

    def _id(self) -> str:
        self._count += 1
        return f"{self.name}-{os.getpid()}-{self._count:06}"
