"""What the votes on a finding come to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from factcheck.model import Act, Ballot, Decision, Entry, Reason, Status


@frozen
class Outcome:
    """What was settled about a finding.

    Attributes:
        decision: what becomes of it.
        duplicate_of: fingerprint of the finding that it repeats; empty otherwise.
        reasons: the different reasons why it is not a conflict, in the order of the votes.
        notes: what those who said so wrote, in the same order, without empty ones.
        authors: their names, in the same order; the adjudicator alone where there was one.
        time: when the last of them said so.
        adjudicated: whether an adjudicator settled it.
    """

    decision: Decision
    duplicate_of: str = ""
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    time: str = ""
    adjudicated: bool = False


@frozen
class Standing:
    """Where a finding stands.

    Attributes:
        status: open, in adjudication or closed.
        votes: the votes that stand, one for each voter, in the order in which they were cast.
        adjudication: what an adjudicator said; None where nobody did.
        outcome: what was settled; None where nothing was.
    """

    status: Status
    votes: tuple[Entry, ...] = ()
    adjudication: Entry | None = None
    outcome: Outcome | None = field(default=None)

    def by(self, author: str) -> Entry | None:
        """Return the vote or adjudication of somebody that stands, or None."""
        own = [one for one in (*self.votes, self.adjudication) if one and one.author == author]
        return own[-1] if own else None


def standing(stands: Sequence[Entry], needed: int) -> Standing:
    """Return what the entries that stand on a finding come to.

    Votes with one verdict close a finding, votes with several send it to an adjudicator, whose
    word closes it.

    Args:
        stands: an entry of each author, of one round.
        needed: how many votes a finding needs.
    """
    votes = tuple(one for one in stands if one.act is Act.VOTE)
    settled = next((one for one in stands if one.act is Act.ADJUDICATE), None)
    if settled is not None:
        return Standing(Status.CLOSED, votes, settled, _outcome((settled,), adjudicated=True))
    if len(votes) < needed:
        return Standing(Status.OPEN, votes)
    if len({_ballot(vote).verdict for vote in votes}) > 1:
        return Standing(Status.ADJUDICATION, votes)
    return Standing(Status.CLOSED, votes, None, _outcome(votes))


def what_stands(entries: Sequence[Entry], round: int) -> tuple[Entry, ...]:
    """Return the entries of a finding's log that stand in one round, one for each author.

    A retraction brings back what the entry that it takes back had superseded.
    """
    of_round = [one for one in entries if one.round == round]
    by_id = {one.id: one for one in of_round}
    stands: dict[str, Entry | None] = {}
    for entry in of_round:
        if entry.act is Act.RETRACT:
            taken_back = by_id.get(entry.supersedes)
            stands[entry.author] = by_id.get(taken_back.supersedes) if taken_back else None
        else:
            stands[entry.author] = entry
    found = [one for one in stands.values() if one is not None]
    return tuple(sorted(found, key=lambda one: one.number))


def _outcome(entries: Sequence[Entry], *, adjudicated: bool = False) -> Outcome:
    ballots = [_ballot(entry) for entry in entries]
    return Outcome(
        decision=ballots[0].decision,
        duplicate_of=ballots[0].duplicate_of,
        reasons=tuple(dict.fromkeys(one.reason for one in ballots if one.reason)),
        notes=tuple(one.note for one in ballots if one.note),
        authors=tuple(entry.author for entry in entries),
        time=max(entry.time for entry in entries),
        adjudicated=adjudicated,
    )


def _ballot(entry: Entry) -> Ballot:
    assert entry.ballot is not None
    return entry.ballot
