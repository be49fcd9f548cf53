from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Act, Ballot, Decision, Entry, Reason
from factcheck.review.agreement import DECISIONS, agreement, independent_votes

CONFLICT = Ballot(Decision.TRUE_CONFLICT)
HARMLESS = Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED)
YES, NO = "true_conflict", "not_a_conflict"
NUMBERS = count(1)


def said(
    author: str,
    ballot: Ballot | None = CONFLICT,
    item: str = "f1",
    act: Act = Act.VOTE,
    supersedes: str = "",
    round: int = 1,
) -> Entry:
    number = next(NUMBERS)
    return Entry(
        f"entry-{number:06}", item, author, act, ballot, supersedes, round=round, number=number
    )


def test_only_votes_that_stand_are_independent() -> None:
    once = said("ann")
    again = said("ann", HARMLESS, supersedes=once.id)
    regretted = said("ben")
    log = [
        once,
        again,
        regretted,
        said("ben", None, act=Act.RETRACT, supersedes=regretted.id),
        said("cleo", None, act=Act.SKIP),
        said("dora"),
        said("ada", HARMLESS, act=Act.ADJUDICATE),
    ]
    found = independent_votes(log)
    assert found.votes == {"f1": {"ann": NO, "dora": YES}}
    assert found.revised == {("f1", "ann")}


def test_a_vote_cast_after_another_was_taken_back_is_no_first_one() -> None:
    regretted = said("ann")
    log = [
        regretted,
        said("ann", None, act=Act.RETRACT, supersedes=regretted.id),
        said("ann", HARMLESS),
    ]
    assert independent_votes(log).revised == {("f1", "ann")}


def test_a_first_vote_that_stands_again_is_one() -> None:
    first = said("ann")
    second = said("ann", HARMLESS, supersedes=first.id)
    log = [first, second, said("ann", None, act=Act.RETRACT, supersedes=second.id)]
    found = independent_votes(log)
    assert found.votes == {"f1": {"ann": YES}}
    assert found.revised == frozenset()


def test_a_vote_after_a_skip_is_a_first_one() -> None:
    skipped = said("ann", None, act=Act.SKIP)
    assert not independent_votes([skipped, said("ann", supersedes=skipped.id)]).revised


def test_votes_of_later_rounds_are_left_out() -> None:
    log = [said("ann"), said("ben"), said("ann", HARMLESS, round=2), said("cleo", round=2)]
    assert independent_votes(log).votes == {"f1": {"ann": YES, "ben": YES}}


def test_votes_follow_a_finding_that_goes_by_another_fingerprint_now() -> None:
    log = [said("ann", item="old"), said("ben", item="new")]
    assert independent_votes(log, {"old": "new"}).votes == {"new": {"ann": YES, "ben": YES}}


def test_who_is_none_of_the_people_has_no_vote() -> None:
    log = [said("ann"), said("ben"), said("model-7", HARMLESS), said("model-7", item="f2")]
    found = independent_votes(log, people=("ann", "ben", "cleo"))
    assert found.votes == {"f1": {"ann": YES, "ben": YES}}
    assert found.strangers == ("model-7",)
    assert not independent_votes(log).strangers


def test_everything_is_counted() -> None:
    found = agreement(
        {
            "f1": {"ann": YES, "ben": YES, "cleo": NO},
            "f2": {"ann": NO, "ben": YES},
            "f3": {"ben": YES, "cleo": YES},
            "f4": {"ann": YES},
            "f5": {},
        },
        (YES, NO, "duplicate"),
        revised={("f1", "ann"), ("f4", "ann"), ("f1", "nobody")},
    )
    assert found.reviewers == ("ann", "ben", "cleo")
    assert (found.items, found.single, found.votes, found.revised) == (3, 1, 7, 1)
    # A third of the pairs on f1, none on f2, all on f3.
    assert found.agreed == pytest.approx((1 / 3 + 0 + 1) / 3)
    assert found.confusion == ((2, 3, 0), (0, 0, 0), (0, 0, 0))
    assert [(one.reviewers, one.items, one.agreed) for one in found.pairs] == [
        (("ann", "ben"), 2, 1),
        (("ann", "cleo"), 1, 0),
        (("ben", "cleo"), 2, 1),
    ]
    # Rows are what ann said: she alone said no.
    assert found.pairs[0].confusion == ((1, 0, 0), (1, 0, 0), (0, 0, 0))


def test_high_agreement_can_have_a_kappa_below_zero() -> None:
    votes = {f"f{number:03}": {"ann": YES, "ben": YES} for number in range(90)}
    votes |= {f"g{number}": {"ann": YES, "ben": NO} for number in range(5)}
    votes |= {f"h{number}": {"ann": NO, "ben": YES} for number in range(5)}
    found = agreement(votes, (YES, NO))
    (pair,) = found.pairs
    assert found.agreed == pytest.approx(0.9)
    assert pair.kappa.value == pytest.approx(-0.0526, abs=5e-5)
    assert pair.ac1.value == pytest.approx(0.8895, abs=5e-5)
    assert found.ac1.value == pair.ac1.value
    assert pair.interval == pytest.approx((0.826, 0.945), abs=5e-4)


def test_nothing_to_compare_is_undefined() -> None:
    for votes in ({}, {"f1": {"ann": YES}}):
        found = agreement(votes)
        assert (found.items, found.agreed, found.pairs) == (0, None, ())
        assert {one.note for one in (found.kappa, found.ac1, found.alpha)} == {
            "nothing was rated by two"
        }


def test_what_cannot_be_chosen_is_refused() -> None:
    with pytest.raises(ValueError, match="f1: 'maybe' is none of true_conflict, not_a_conflict"):
        agreement({"f1": {"ann": "maybe"}})


VOTES = st.dictionaries(
    st.text("fgh", min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(["ann", "ben", "cleo"]), st.sampled_from(DECISIONS)),
    max_size=20,
)


@given(VOTES)
def test_the_order_of_items_and_votes_does_not_matter(
    votes: dict[str, dict[str, str]],
) -> None:
    turned = {
        item: dict(reversed(chosen.items())) for item, chosen in reversed(list(votes.items()))
    }
    assert agreement(turned) == agreement(votes)


@given(VOTES)
def test_pairs_of_reviewers_hold_all_pairs_of_votes(votes: dict[str, dict[str, str]]) -> None:
    found = agreement(votes)
    assert sum(map(sum, found.confusion)) == sum(one.items for one in found.pairs)
    for one in found.pairs:
        assert sum(map(sum, one.confusion)) == one.items
        assert sum(one.confusion[at][at] for at in range(len(DECISIONS))) == one.agreed
