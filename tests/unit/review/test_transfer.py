"""Reviews out of one store, through a file, and into another."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewing.examples import ADA, ANN, BEN, CLEO, CONFLICT, GUEST, HARMLESS, ROOT, desk, item
from reviewing.reviewed import Reviewed

import factcheck as fc
from factcheck.errors import ConfigurationError, FactcheckError, RefusedError
from factcheck.model import Account, Act, Ballot, Decision, Reason, Status, Sureness
from factcheck.reporting.linkeddata import read_annotations
from factcheck.review import Desk, Filters, Policy
from factcheck.review.annotations import to_annotations
from factcheck.review.audit import audit
from factcheck.review.exchange import Dossier, from_jsonl, to_adjudications, to_csv, to_jsonl
from factcheck.review.transfer import Arrival, Transfer
from factcheck.serialization import read_adjudications
from factcheck.store import accounts, events, items, log, open_store

CLOCK = "2026-04-01T08:00:00.000Z"


def transfer(desk: Desk) -> Transfer:
    return Transfer(desk.database, desk.policy, lambda: CLOCK)


def empty(folder: Path, name: str = "other.db") -> Desk:
    return Desk(open_store(str(folder / name)))


def written(desk: Desk, *, unblinded: bool = True) -> str:
    return to_jsonl(transfer(desk).dossiers(ROOT, unblinded=unblinded))


def read(text: str) -> tuple[Dossier, ...]:
    return from_jsonl(text.split("\n"), "reviews.jsonl")


def brought(desk: Desk, text: str) -> Arrival:
    return transfer(desk).bring_in(ROOT, read(text), "reviews.jsonl")


@pytest.fixture
def busy(tmp_path: Path) -> Desk:
    """One finding closed, one in adjudication, one open, one settled by an adjudicator."""
    found = desk(str(tmp_path / "reviews.db"), 5)
    prints = [item(number).fingerprint for number in range(5)]
    sure = Ballot(Decision.NOT_A_CONFLICT, Reason.OTHER, "", "=1+1 \u202e a\nb", Sureness.SURE)
    found.vote(ANN, "vote-0001", prints[0], CONFLICT)
    found.undo(ANN, "undo-0001")
    found.vote(ANN, "vote-0002", prints[0], sure)
    found.vote(BEN, "vote-0003", prints[0], HARMLESS)
    found.vote(ANN, "vote-0004", prints[1], CONFLICT)
    found.vote(BEN, "vote-0005", prints[1], HARMLESS)
    found.vote(ANN, "vote-0006", prints[2], CONFLICT)
    found.skip(BEN, "skip-0001", prints[2])
    found.vote(ANN, "vote-0007", prints[3], CONFLICT)
    found.vote(BEN, "vote-0008", prints[3], HARMLESS)
    found.adjudicate(ADA, "adju-0001", prints[3], CONFLICT)
    return found


def test_everything_comes_back_as_it_was(busy: Desk, tmp_path: Path) -> None:
    text = written(busy)
    other = empty(tmp_path)
    assert brought(other, text) == Arrival(5, 11, 0)
    assert written(other) == text
    assert other.outcomes(ROOT) == busy.outcomes(ROOT)
    assert other.database.read(log.everything) == busy.database.read(log.everything)


def test_a_review_moves_from_one_kind_of_database_to_another(
    busy: Desk, tmp_path: Path, address: str
) -> None:
    folder = tmp_path / "moved"
    folder.mkdir()
    reviewed = Reviewed.of(folder)
    reviewed.agree("bell", HARMLESS)
    (reviewed.documents / "harbour.md").rename(reviewed.documents / "port.md")
    reviewed.take_in()
    for text in (written(busy), written(reviewed.desk)):
        other = Desk(open_store(f"{address}.other" if "://" not in address else address))
        brought(other, text)
        came = {one.item.fingerprint: one for one in read(written(other))}
        for one in read(text):
            there = came[one.item.fingerprint]
            assert (there.item, there.status) == (one.item, one.status)
            assert [entry.id for entry in there.entries] == [entry.id for entry in one.entries]
        assert audit(other.database, Policy()) == ()


def test_what_came_in_passes_the_audit(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    assert audit(other.database, Policy()) == ()


def test_what_comes_twice_is_kept_once(busy: Desk, tmp_path: Path) -> None:
    text = written(busy)
    other = empty(tmp_path)
    brought(other, text)
    assert brought(other, text) == Arrival(0, 0, 11)
    assert brought(busy, text) == Arrival(0, 0, 11)
    assert written(other) == text


def test_later_entries_are_added_to_earlier_ones(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    busy.adjudicate(CLEO_ADJUDICATES, "adju-0002", item(1).fingerprint, HARMLESS)
    assert brought(other, written(busy)) == Arrival(0, 1, 11)
    assert written(other) == written(busy)


CLEO_ADJUDICATES = evolve(ADA, name="cleo")


def test_only_closed_findings_leave_unless_asked(busy: Desk) -> None:
    closed = read(written(busy, unblinded=False))
    assert {one.status for one in closed} == {Status.CLOSED}
    assert len(closed) == 2
    assert "vote-0006" not in written(busy, unblinded=False)


def test_looking_at_open_votes_is_kept_as_an_event(busy: Desk) -> None:
    transfer(busy).dossiers(ROOT)
    assert not [one for one in busy.database.read(events.everything) if one.kind == "unblinded"]
    transfer(busy).dossiers(ROOT, Filters(topic="weir"), unblinded=True)
    (event,) = [one for one in busy.database.read(events.everything) if one.kind == "unblinded"]
    assert (event.actor, event.subject, event.after) == ("root", "topic=weir", "2 open")


def test_filters_are_those_of_the_screen(busy: Desk) -> None:
    chosen = transfer(busy).dossiers(ROOT, Filters(status="closed", text="mill 3"))
    assert [one.item.question for one in chosen] == ["When was the mill 3 built?"]
    with pytest.raises(RefusedError, match="status: 'odd'"):
        transfer(busy).dossiers(ROOT, Filters(status="odd"))


@pytest.mark.parametrize("actor", [ANN, ADA, GUEST])
def test_only_admins_export_and_import(busy: Desk, actor: Account) -> None:
    with pytest.raises(RefusedError, match="only admins"):
        transfer(busy).dossiers(actor)
    with pytest.raises(RefusedError, match="only admins"):
        transfer(busy).bring_in(actor, (), "x")


def test_the_origin_of_each_entry_is_kept(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    told = [one for one in other.database.read(events.everything) if one.kind == "imported"]
    assert {one.subject for one in told} == {one.id for one in busy.database.read(log.everything)}
    assert {(one.actor, one.after, one.time) for one in told} == {("root", "reviews.jsonl", CLOCK)}


def test_renamed_findings_keep_the_log_of_their_earlier_names(tmp_path: Path) -> None:
    reviewed = Reviewed.of(tmp_path)
    old = reviewed.agree("bell", HARMLESS)
    (reviewed.documents / "harbour.md").rename(reviewed.documents / "port.md")
    reviewed.take_in()
    text = written(reviewed.desk)
    other = empty(tmp_path)
    assert brought(other, text).entries == 2
    assert written(other) == text
    new = reviewed.finding("bell")
    assert new != old
    assert other.item(ROOT, old).fingerprint == new
    half = empty(tmp_path, "half.db")
    bell = next(one for one in read(text) if one.item.fingerprint == new)
    half.database.write(lambda db: items.put(db, evolve(bell.item, formerly=()), Status.OPEN))
    brought(half, text)
    assert len(half.outcomes(ROOT)) == 1


def test_a_review_of_one_person_stays_closed(tmp_path: Path) -> None:
    alone = Reviewed.of(tmp_path, policy=Policy(needed=1))
    alone.vote("bell", (ANN, HARMLESS))
    other = empty(tmp_path)
    brought(other, written(alone.desk))
    assert len(other.outcomes(ROOT)) == 1


def _edited(text: str, needle: str, **changes: object) -> str:
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        row = json.loads(line)
        if needle in (row.get("id"), row.get("question")):
            lines[number] = json.dumps({**row, **changes})
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("needle", "changes", "message"),
    [
        ("vote-0004", {"act": "moan"}, r"line \d+: this is no entry: 'moan' is not allowed"),
        ("vote-0004", {"item": "fp-0"}, r"line \d+: the entry is about the finding fp-0"),
        ("vote-0004", {"time": ""}, r"line \d+: time: says when"),
        ("vote-0004", {"author": 7}, r"line \d+: this is no entry: str expected"),
        ("vote-0004", {"id": "vote-0006"}, r"line \d+: the entry vote-0006 stands in"),
        ("vote-0002", {"number": 1}, r"line \d+: the entries of a finding stand in order"),
        ("vote-0002", {"extra": 1}, r"line \d+: this is no entry: unknown key 'extra'"),
        ("undo-0001", {"before": None}, r"line \d+: before: is not what the entry superseded"),
        ("vote-0004", {"type": "vote"}, r"line \d+: a line of the type 'vote'"),
        ("When was the mill 1 built?", {"status": "shut"}, r"line \d+: status: 'shut'"),
        ("When was the mill 1 built?", {"question": 1}, r"line \d+: this is no finding"),
        ("When was the mill 1 built?", {"fingerprint": "fp-1"}, "it was edited"),
        ("When was the mill 1 built?", {"topic": "a\u202eb"}, r"line \d+: topic: .* one line"),
        ("vote-0004", {"author": "\x1b[31m"}, r"line \d+: author: name: "),
        ("vote-0004", {"author": "x" * 65}, r"line \d+: author: name: "),
        ("vote-0004", {"version": "\ud800"}, r"line \d+: holds a null or half a character"),
        ("vote-0004", {"version": "\x00"}, r"line \d+: holds a null or half a character"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(
    busy: Desk, tmp_path: Path, needle: str, changes: dict[str, object], message: str
) -> None:
    other = empty(tmp_path)
    with pytest.raises(ConfigurationError, match=message):
        brought(other, _edited(written(busy), needle, **changes))
    assert other.database.read(items.everything) == ()


def test_a_file_that_was_cut_off_is_refused(busy: Desk) -> None:
    lines = written(busy).rstrip("\n").split("\n")
    with pytest.raises(ConfigurationError, match="was cut off or edited"):
        read("\n".join(lines[:-1]))
    with pytest.raises(ConfigurationError, match="is no exported review"):
        read("\n".join(lines[1:]))
    with pytest.raises(ConfigurationError, match="is no exported review"):
        read("")
    with pytest.raises(ConfigurationError, match="line 2: is not JSON"):
        read(lines[0] + "\n{")
    twice = [json.dumps({**json.loads(lines[0]), "lines": 2}), lines[1], lines[1]]
    with pytest.raises(ConfigurationError, match=r"line 3: the finding .* line 2 already"):
        read("\n".join(twice))


def _nothing_came(desk: Desk, text: str, message: str) -> None:
    before = written(desk)
    with pytest.raises(RefusedError, match=message):
        brought(desk, text)
    assert written(desk) == before


def test_an_entry_is_never_overwritten(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    busy.vote(CLEO, "vote-0100", item(2).fingerprint, HARMLESS)
    ballot = {"decision": "needs_source_check"}
    edited = _edited(written(busy), "vote-0004", ballot=ballot)
    _nothing_came(other, edited, r"line \d+: the entry vote-0004 is in the review already")


def test_whoever_decided_here_in_the_meantime_is_not_overruled(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    other.vote(CLEO, "vote-0200", item(4).fingerprint, CONFLICT)
    busy.vote(CLEO, "vote-0201", item(4).fingerprint, HARMLESS)
    told = r"line \d+: the entry follows on nothing, but vote-0200 stands of cleo"
    _nothing_came(other, written(busy), told)


def test_what_is_settled_here_is_not_reopened(busy: Desk, tmp_path: Path) -> None:
    other = empty(tmp_path)
    brought(other, written(busy))
    fingerprint = item(4).fingerprint
    other.vote(ANN, "vote-0300", fingerprint, CONFLICT)
    other.vote(BEN, "vote-0301", fingerprint, CONFLICT)
    busy.vote(CLEO, "vote-0302", fingerprint, HARMLESS)
    _nothing_came(other, written(busy), r"line \d+: the finding .* is settled in the review")


def test_a_voter_does_not_settle(busy: Desk, tmp_path: Path) -> None:
    text = written(busy)
    edited = _edited(text, "adju-0001", author="ann", supersedes="vote-0007")
    edited = _edited(edited, "adju-0001", before=json.loads(_line(text, "vote-0007"))["ballot"])
    _nothing_came(empty(tmp_path), edited, r"line \d+: ann voted on this finding")


def _line(text: str, needle: str) -> str:
    return next(line for line in text.split("\n") if json.loads(line).get("id") == needle)


def test_a_finding_does_not_repeat_itself(busy: Desk, tmp_path: Path) -> None:
    own = item(2).fingerprint
    ballot = {"decision": "duplicate", "duplicate_of": own}
    edited = _edited(written(busy), "vote-0006", ballot=ballot)
    _nothing_came(empty(tmp_path), edited, r"line \d+: the finding is said to repeat itself")


def test_a_table_has_a_row_for_each_entry_and_no_formulas(busy: Desk) -> None:
    text = to_csv(transfer(busy).dossiers(ROOT, unblinded=True))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 12
    row = next(one for one in rows if one["id"] == "vote-0002")
    assert row["note"] == "'=1+1 \u202e a\nb"
    assert (row["author"], row["decision"], row["reason"]) == ("ann", "not_a_conflict", "other")
    assert (row["sureness"], row["stands"], row["status"]) == ("sure", "yes", "closed")
    assert row["side_words"].startswith("A a0.txt: “The mill 0 was built in 1784.”; B b0.txt")
    first = next(one for one in rows if one["id"] == "vote-0001")
    assert first["stands"] == "no"
    (bare,) = [one for one in rows if not one["id"]]
    assert bare["question"] == "When was the mill 4 built?"
    assert list(bare) == list(rows[0])
    assert None not in bare


def test_annotations_stand_where_the_words_are(tmp_path: Path) -> None:
    reviewed = Reviewed.of(tmp_path)
    reviewed.agree("bell", Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED, note="a guess"))
    text = to_annotations(transfer(reviewed.desk).dossiers(ROOT))
    data = json.loads(text)
    assert data["total"] == 2
    one = data["first"]["items"][0]
    assert one["creator"] == {"type": "Person", "nickname": "ann"}
    values = [body["value"] for body in one["body"]]
    assert values[1:] == ["not_a_conflict", "hedged", "a guess"]
    found = read_annotations(data, fc.read(reviewed.documents))
    assert [len(each.anchors) for each in found] == [2, 2]
    kept = reviewed.desk.item(ROOT, reviewed.finding("bell")).quoted
    spans = {(each.document.name, each.span) for each in found[0].anchors}
    assert spans == {(each.document, each.span) for each in kept}
    assert json.loads(to_annotations(()))["total"] == 0


def test_what_is_settled_reads_as_adjudications(busy: Desk) -> None:
    text = to_adjudications(transfer(busy).dossiers(ROOT, unblinded=True))
    found = read_adjudications(text.split("\n"), "x")
    assert {one.finding for one in found} == {item(0).fingerprint, item(3).fingerprint}
    assert {one.author.name for one in found} == {"ann, ben", "ada"}


BALLOTS = st.sampled_from([CONFLICT, HARMLESS, Ballot(Decision.NEEDS_SOURCE_CHECK, note="é\n;")])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), BALLOTS), max_size=25))
def test_whatever_was_done_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, Ballot]]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    found = desk(str(folder / "reviews.db"), 3)
    voters = (ANN, BEN, CLEO)
    for number, (kind, which, ballot) in enumerate(steps):
        fingerprint, actor = item(which).fingerprint, voters[kind % 3]
        mine = found.item(actor, fingerprint).mine
        seen, id = mine.id if mine else "", f"entry-{number:04}"
        try:
            if kind == 3:
                found.undo(actor, id)
            elif kind == 4:
                found.skip(actor, id, fingerprint, seen)
            elif kind == 5:
                found.adjudicate(ADA, id, fingerprint, ballot, "")
            else:
                found.vote(actor, id, fingerprint, ballot, seen)
        except FactcheckError:
            continue
    text = written(found)
    other = empty(folder)
    other.database.write(lambda db: accounts.add(db, ANN, ""))
    brought(other, text)
    assert written(other) == text
    acts = {one.act for one in other.database.read(log.everything)}
    assert acts <= set(Act)
