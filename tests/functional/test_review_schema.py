"""Whatever the description of the API allows, and what it does not, is answered as it says.

``REVIEW_CASES`` says how many cases are tried for each operation and role.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewing import examples
from reviewing.serving import Served, served
from schemathesis import Case, GenerationMode

from factcheck import api
from factcheck.model import Account
from factcheck.review.times import utc_now
from factcheck.web.api import OPERATIONS
from factcheck.web.api.openapi import description
from factcheck.web.api.operation import ADDRESS, Operation
from factcheck.web.api.schemas import FINGERPRINT

CASES = int(os.environ.get("REVIEW_CASES", "2"))
FINDINGS = 30
KNOWN = [examples.item(number).fingerprint for number in range(FINDINGS)]
PEOPLE = {one.role: one for one in reversed(examples.EVERYBODY)}

# What is too long for an address, or too much for a body, is refused as such.
REFUSED = [400, 401, 403, 404, 405, 409, 413, 414, 415, 422, 429]

schema = schemathesis.openapi.from_dict(
    description(OPERATIONS),
    config=schemathesis.Config.from_dict(
        {"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}}
    ),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.txt").write_text("The mill was built in 1784.", encoding="utf-8")
    run = api.check(api.read(folder)).run
    desk = evolve(examples.desk(folder, FINDINGS), clock=utc_now)
    with served(desk, run, examples.EVERYBODY) as here:
        yield here


def pointed(case: Case[Any], known: str) -> Case[Any]:
    """A case about a finding that there is, where it is about one that might be."""
    parameters = case.path_parameters or {}
    if re.fullmatch(FINGERPRINT, str(parameters.get("fingerprint"))):
        case.path_parameters = {**parameters, "fingerprint": known}
    return case


@pytest.mark.parametrize("mode", GenerationMode, ids=str)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: str(one.name))
def test_every_answer_is_as_described(
    app: Served, operation: Operation, mode: GenerationMode
) -> None:
    described = schema[operation.path][operation.method]
    cases = st.builds(pointed, described.as_strategy(mode), st.sampled_from(KNOWN))
    if operation.name == "describe" and mode is GenerationMode.NEGATIVE:
        pytest.skip("there is nothing to get wrong")
    for who in (*(() if operation.open else PEOPLE.values()), None):
        tried(app, cases, who)


def tried(app: Served, cases: st.SearchStrategy[Case[Any]], who: Account | None) -> None:
    """Send some cases as somebody, or as nobody."""

    @settings(
        max_examples=CASES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def sent(case: Case[Any]) -> None:
        # A case may log out, so that each has a session of its own.
        held = {"Authorization": f"Bearer {app.token(who.name)}"} if who else {}
        case.call_and_validate(base_url=f"{app.address}{ADDRESS}", headers=held)

    sent()
