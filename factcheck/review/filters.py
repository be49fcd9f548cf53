"""Which findings somebody wants to see, as the address of a page says it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from attrs import asdict, fields, frozen

from factcheck.errors import RefusedError
from factcheck.model import Account, Role
from factcheck.store.items import Selection

OWN_STATES = ("todo", "voted", "skipped")
"""States seen from one's own side; everybody may ask for them."""

BEFORE_THE_VOTE = ("todo", "skipped", "adjudicable")
"""States of findings that one has yet to speak on."""

STATES = {
    Role.REVIEWER: OWN_STATES,
    Role.ADJUDICATOR: (*OWN_STATES, "adjudicable", "closed"),
    Role.ADMIN: (*OWN_STATES, "adjudicable", "open", "adjudication", "closed", "orphaned"),
    Role.READ_ONLY: ("open", "adjudication", "closed", "orphaned"),
}
"""The states that each role may ask for, the usual one first."""


@frozen
class Filters:
    """Which findings are wanted; what is empty is not asked for.

    Attributes:
        status: one of :data:`STATES` of the role that asks.
        topic, source, rule: a topic, the name of a document, the id of a rule.
        assignee: name of a reviewer; ``me`` for oneself.
        text: words that the question or a quotation holds.
    """

    status: str = ""
    topic: str = ""
    source: str = ""
    rule: str = ""
    assignee: str = ""
    text: str = ""

    @property
    def query(self) -> str:
        """The part of an address after ``?``; empty where nothing is asked for."""
        return urlencode({name: value for name, value in asdict(self).items() if value})


def filters_of(parameters: Mapping[str, str]) -> Filters:
    """Return the filters in the parameters of an address; others are passed over.

    >>> filters_of({"topic": "sleep", "page": "2"}).query
    'topic=sleep'
    """
    names = [attribute.name for attribute in fields(Filters)]
    return Filters(**{name: parameters[name] for name in names if name in parameters})


def selection(actor: Account, filters: Filters, now: str, needed: int) -> Selection:
    """Return the findings that somebody asks for, as the store looks for them.

    Args:
        actor: who asks.
        filters: what they ask for; without a status, the usual one of their role.
        now: the time.
        needed: how many votes a finding needs.

    Raises:
        RefusedError: they may not ask for that.
    """
    chosen = allowed(filters, actor)
    return Selection(
        me=actor.name,
        now=now,
        needed=needed,
        state=chosen.status or STATES[actor.role][0],
        topic=chosen.topic,
        source=chosen.source,
        rule=chosen.rule,
        assignee=actor.name if chosen.assignee == "me" else chosen.assignee,
        text=chosen.text,
    )


def allowed(filters: Filters, actor: Account) -> Filters:
    """Return filters as somebody may use them.

    Raises:
        RefusedError: they ask for a state, or for somebody's findings, that the role may not see.
    """
    states = STATES[actor.role]
    if filters.status and filters.status not in states:
        raise RefusedError(
            f"status: {filters.status!r} is not allowed here; give one of {', '.join(states)}."
        )
    if filters.assignee not in ("", "me", actor.name) and actor.role in (
        Role.REVIEWER,
        Role.ADJUDICATOR,
    ):
        raise RefusedError("assignee: only 'me' is allowed, since a review is blind.")
    return filters
