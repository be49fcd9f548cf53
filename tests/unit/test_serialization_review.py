"""What reviewers said, to JSON-ready data and back."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ConfigurationError
from factcheck.model import Decision, RecordedClaim, RecordedPair, Span, Stance
from factcheck.model.review import Act, Ballot, Entry, Quoted, Reason, ReviewItem, Sureness
from factcheck.serialization import (
    ballot_from_data,
    ballot_to_data,
    entry_from_data,
    entry_to_data,
    item_from_data,
    item_to_data,
)

QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(max_size=20)
IDS = st.text("abcXYZ019_-", min_size=8, max_size=64)
NOTES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
SHARES = st.floats(0, 1)
SURENESS = st.sampled_from([None, *Sureness])

BALLOTS = st.one_of(
    st.builds(
        Ballot,
        st.sampled_from([Decision.TRUE_CONFLICT, Decision.NEEDS_SOURCE_CHECK]),
        note=NOTES,
        sureness=SURENESS,
    ),
    st.builds(
        Ballot,
        st.just(Decision.NOT_A_CONFLICT),
        reason=st.sampled_from(Reason),
        note=NOTES,
        sureness=SURENESS,
    ),
    st.builds(Ballot, st.just(Decision.DUPLICATE), duplicate_of=st.text(min_size=1, max_size=9)),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    act = draw(st.sampled_from(Act))
    spoken = act in (Act.VOTE, Act.ADJUDICATE)
    moment = draw(st.datetimes()).isoformat(timespec="milliseconds") + "Z"
    return Entry(
        draw(IDS),
        draw(TEXTS),
        draw(TEXTS),
        act,
        draw(BALLOTS) if spoken else None,
        draw(TEXTS),
        draw(st.sampled_from(["", moment])),
        draw(st.integers(1, 9)),
        draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)),
        draw(TEXTS),
        draw(st.integers(0, 10**6)),
    )


@st.composite
def items(draw: st.DrawFn) -> ReviewItem:
    quoted = tuple(draw(st.lists(quotes(), min_size=2, max_size=4)))
    prints = st.sampled_from([one.fingerprint for one in quoted])
    pair = st.builds(RecordedPair, st.sampled_from(Stance), prints, prints)
    return ReviewItem(
        draw(TEXTS),
        draw(TEXTS),
        draw(st.sampled_from(Stance)),
        draw(TEXTS),
        draw(SHARES),
        draw(SHARES),
        quoted,
        tuple(draw(st.lists(pair, max_size=3))),
        draw(TEXTS),
        draw(st.booleans()),
        draw(st.integers(1, 9)),
        tuple(draw(st.lists(TEXTS, max_size=2))),
        tuple(draw(st.lists(TEXTS, max_size=2))),
    )


@st.composite
def quotes(draw: st.DrawFn) -> Quoted:
    exact, start = draw(TEXTS), draw(st.integers(0, 10**9))
    letter = draw(st.sampled_from("ABC"))
    parts = [draw(TEXTS) for _ in range(5)]
    name, id, words, prefix, suffix = parts
    return Quoted(letter, name, id, words, Span(start, start + len(exact)), exact, prefix, suffix)


def _through_json(data: object) -> object:
    return json.loads(json.dumps(data))


@QUIET
@given(BALLOTS)
def test_ballots_come_back_as_they_were(ballot: Ballot) -> None:
    assert ballot_from_data(_through_json(ballot_to_data(ballot))) == ballot


@QUIET
@given(entries())
def test_entries_come_back_as_they_were(entry: Entry) -> None:
    assert entry_from_data(_through_json(entry_to_data(entry))) == entry


@QUIET
@given(items())
def test_findings_come_back_as_they_were(item: ReviewItem) -> None:
    assert item_from_data(_through_json(item_to_data(item))) == item


def _item() -> ReviewItem:
    a = RecordedClaim("A", "a.md", "It is 5 m high.")
    b = RecordedClaim("B", "b.md", "It is 6 m high.")
    quoted = tuple(
        Quoted(one.side, one.document, "d-1", one.words, Span(0, 15), one.words, "", "")
        for one in (a, b)
    )
    pair = RecordedPair(Stance.CONTRADICTS, a.fingerprint, b.fingerprint)
    return ReviewItem("How high?", "height", Stance.CONTRADICTS, "value", 0.9, 0.5, quoted, (pair,))


def test_a_ballot_needs_only_its_decision() -> None:
    assert ballot_from_data({"decision": "true_conflict"}) == Ballot(Decision.TRUE_CONFLICT)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"decision": "maybe"}, "'maybe' is not allowed; there are true_conflict"),
        ({}, "key 'decision' missing"),
        ({"decision": "not_a_conflict"}, "reason: is given where, and only where"),
        ({"decision": "true_conflict", "vote": 1}, "unknown key 'vote'"),
        ({"decision": "true_conflict", "note": 7}, "str expected, found 7"),
        ({"decision": "true_conflict", "note": "x" * 4001}, "at most 4,000 are kept"),
        ({"decision": "true_conflict", "note": "\ud800"}, "half a character"),
        ([], "object expected"),
    ],
)
def test_what_is_no_ballot_is_refused(data: object, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        ballot_from_data(data)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "short"}, "8 to 64 letters"),
        ({"act": "skip"}, "ballot: is given with a vote"),
        ({"time": "yesterday"}, "give UTC as in"),
        ({"time": "2026-02-30T10:00:00.000Z"}, "give UTC as in"),
        ({"time": "2026-02-20T10:00:00.000000Z"}, "give UTC as in"),
        ({"round": 0}, "rounds are counted from 1"),
        ({"number": -1}, "numbered from 1"),
        ({"documents": {"a": "b"}}, "a list was expected"),
        ({"documents": [{"name": "a"}]}, "a name and an id"),
        ({"documents": [{"name": "a", "id": 1}]}, "str expected"),
        ({"ballot": {"decision": "duplicate"}}, "duplicate_of: is given"),
        ({"round": True}, "int expected"),
    ],
)
def test_what_is_no_entry_is_refused(change: dict[str, object], message: str) -> None:
    entry = Entry("12345678", "fp-1", "ann", Act.VOTE, Ballot(Decision.TRUE_CONFLICT))
    with pytest.raises(ConfigurationError, match=message):
        entry_from_data({**entry_to_data(entry), **change})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"fingerprint": "fp-0"}, "does not have the fingerprint 'fp-0'; it was edited"),
        ({"confidence": float("nan")}, "confidence: nan is not allowed"),
        ({"impact": 1.5}, "impact: 1.5 is not allowed"),
        ({"round": 0}, "rounds are counted from 1"),
        ({"stance": "differs"}, "'differs' is not allowed"),
        ({"question": None}, "str expected, found None"),
    ],
)
def test_what_is_no_finding_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        item_from_data({**item_to_data(_item()), **change})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": "It is 7 m high."}, "it was edited"),
        ({"start": 3}, "do not go with the characters"),
        ({"start": -1, "end": 14}, "do not go with the characters"),
        ({"end": "15"}, "int expected"),
    ],
)
def test_a_finding_with_an_edited_claim_is_refused(change: dict[str, object], message: str) -> None:
    data = item_to_data(_item())
    data["claims"][0].update(change)
    with pytest.raises(ConfigurationError, match=message):
        item_from_data(data)


def test_a_pair_of_claims_that_are_not_there_is_refused() -> None:
    data = item_to_data(_item())
    del data["claims"][1]
    with pytest.raises(ConfigurationError, match="a claim that is not listed"):
        item_from_data(data)
