"""What the desk answers, as JSON; made of views only, so that it holds nothing they hide."""

from __future__ import annotations

from typing import Any

from factcheck.model import Account, Entry
from factcheck.review import ItemView, Outcome, Page, Progress, Receipt
from factcheck.serialization import ballot_to_data, entry_to_data, quoted_to_data

Data = dict[str, Any]


def account_data(account: Account) -> Data:
    """Return who somebody is."""
    return {"name": account.name, "role": account.role.value}


def item_data(view: ItemView) -> Data:
    """Return a finding as one person may see it."""
    opinion = view.opinion
    return {
        "fingerprint": view.fingerprint,
        "question": view.question,
        "topic": view.topic,
        "claims": [quoted_to_data(one) for one in view.quoted],
        "orphaned": view.orphaned,
        "present": view.present,
        "round": view.round,
        "mine": view.mine and entry_data(view.mine),
        "opinion": opinion
        and {
            "stance": opinion.stance.value,
            "rule": opinion.rule,
            "confidence": opinion.confidence,
            "impact": opinion.impact,
        },
        "status": view.status and view.status.value,
        "votes": [ballot_to_data(one) for one in view.votes],
        "outcome": view.outcome and _outcome_data(view.outcome),
        "may": list(view.may),
        "earlier": list(view.earlier),
    }


def entry_data(entry: Entry) -> Data:
    """Return an entry of the log without its place there, which counts what others did."""
    data = entry_to_data(entry)
    del data["number"]
    return data


def page_data(page: Page) -> Data:
    """Return a part of the queue."""
    return {
        "items": [item_data(row) for row in page.rows],
        "total": page.total,
        "offset": page.offset,
    }


def receipt_data(receipt: Receipt) -> Data:
    """Return what an entry came to."""
    return {
        "entry": entry_data(receipt.entry),
        "repeated": receipt.repeated,
        "item": item_data(receipt.view),
    }


def progress_data(progress: Progress) -> Data:
    """Return how far somebody has come."""
    return {
        "done": progress.done,
        "left": progress.left,
        "seconds": progress.seconds,
        "adjudication": progress.adjudication,
    }


def _outcome_data(outcome: Outcome) -> Data:
    return {
        "decision": outcome.decision.value,
        "duplicate_of": outcome.duplicate_of,
        "reasons": [reason.value for reason in outcome.reasons],
        "notes": list(outcome.notes),
        "authors": list(outcome.authors),
        "time": outcome.time,
        "adjudicated": outcome.adjudicated,
    }
