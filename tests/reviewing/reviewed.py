"""A folder of documents of which reviewers have decided something."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count
from pathlib import Path

from attrs import frozen

import factcheck as fc
from factcheck.model import Account, Ballot, Run
from factcheck.review import Desk, Filters, Policy
from factcheck.review.people import CONSOLE
from factcheck.store import accounts, open_store

from .examples import ANN, BEN, ticking

TEXTS = {
    "coast.md": "The lighthouse is 45 m high.\n\nThe bell weighs 60 kg.\n",
    "harbour.md": "The lighthouse is 30 m high.\n\nThe bell weighs 40 kg.\n",
}


@frozen
class Reviewed:
    """Documents with a store of reviews.

    Attributes:
        documents: the folder of the documents.
        store: path of the store.
        desk: where it is reviewed; a clock ticks from 10 o'clock on 31 March 2026 on.
        numbers: go into the ids of entries.
    """

    documents: Path
    store: Path
    desk: Desk
    numbers: count[int]

    @classmethod
    def of(
        cls, folder: Path, texts: Mapping[str, str] = TEXTS, policy: Policy | None = None
    ) -> Reviewed:
        """Write the documents into ``folder``, beside a store with their findings."""
        documents = folder / "documents"
        documents.mkdir()
        for name, text in texts.items():
            (documents / name).write_text(text, encoding="utf-8")
        times = ticking()
        database = open_store(str(folder / "reviews.db"))
        desk = Desk(database, policy or Policy(), lambda: next(times))
        for one in (ANN, BEN):
            database.write(partial(accounts.add, account=one, password=""))
        made = cls(documents, folder / "reviews.db", desk, count())
        made.take_in()
        return made

    def write(self, name: str, text: str) -> None:
        """Write one document anew."""
        (self.documents / name).write_text(text, encoding="utf-8")

    def run(self) -> Run:
        """Check the documents as they are now."""
        return fc.check(fc.read(self.documents)).run

    def take_in(self) -> None:
        """Bring the review in line with the documents as they are now."""
        self.desk.take_in(CONSOLE, self.run())

    def finding(self, word: str) -> str:
        """Return the fingerprint of the finding whose question holds a word."""
        states = ("open", "adjudication", "closed")
        rows = [row for one in states for row in self.desk.queue(CONSOLE, Filters(one)).rows]
        return next(row.fingerprint for row in rows if word in row.question.casefold())

    def vote(self, word: str, *votes: tuple[Account, Ballot]) -> str:
        """Let accounts vote on the finding whose question holds a word; return its fingerprint."""
        fingerprint = self.finding(word)
        for account, ballot in votes:
            self.desk.vote(account, f"entry-{next(self.numbers):04}", fingerprint, ballot)
        return fingerprint

    def agree(self, word: str, ballot: Ballot) -> str:
        """Let Ann and Ben say the same of a finding."""
        return self.vote(word, (ANN, ballot), (BEN, ballot))
