"""Runs compared by what was recorded of them."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.history.diff import diff
from factcheck.history.difference import CauseKind, DocumentState
from factcheck.history.snapshot import SavedFinding, Snapshot
from factcheck.history.telling import sections, summary
from factcheck.history.text import write
from factcheck.model import RecordedClaim, RecordedPair, Stance


def finding(
    *claims: tuple[str, str], aspect: str = "height", stance: Stance = Stance.CONTRADICTS
) -> SavedFinding:
    """Return a finding whose claims, each a document and words, stand on sides of their own."""
    recorded = [RecordedClaim("AB"[place % 2], *one) for place, one in enumerate(claims)]
    pairs = [
        RecordedPair(stance, one.fingerprint, other.fingerprint)
        for one, other in pairwise(recorded)
    ]
    return SavedFinding(
        "f-0000000000000000",
        aspect,
        (aspect,),
        stance,
        "value",
        0.9,
        "They differ.",
        (("A", "one"), ("B", "other")),
        tuple(recorded),
        tuple(pairs),
    )


def run(*findings: SavedFinding, **texts: str) -> Snapshot:
    """Return a run with these findings; ``texts`` gives documents another text than their own."""
    words: dict[str, frozenset[str]] = {}
    for one in findings:
        for claim in one.claims:
            words[claim.document] = words.get(claim.document, frozenset()) | {claim.words}
    for name in texts:
        words.setdefault(name, frozenset())
    return Snapshot(
        name="run",
        documents={name: texts.get(name, "plain") + name for name in words},
        unread=(),
        claims=frozenset(claim.fingerprint for one in findings for claim in one.claims),
        words=words,
        findings=findings,
        agreements=0,
        settings={"min_confidence": 0.5},
        version="1",
    )


def all_of(snapshot: Snapshot) -> Snapshot:
    """Return a run that makes the same claims and finds nothing."""
    return evolve(snapshot, findings=())


MILL = finding(("a", "x"), ("b", "y"))


def kinds(old: Snapshot, new: Snapshot) -> list[CauseKind]:
    (change,) = diff(old, new).appeared
    return [cause.kind for cause in change.causes]


def test_where_no_document_explains_it_settings_or_version_do() -> None:
    new = run(MILL)
    old = all_of(new)
    assert kinds(evolve(old, settings={"min_confidence": 0.9}), new) == [CauseKind.SETTINGS]
    assert kinds(evolve(old, version="0"), new) == [CauseKind.VERSION]
    both = evolve(old, version="0", settings={})
    assert kinds(both, new) == [CauseKind.SETTINGS, CauseKind.VERSION]


def test_text_around_the_words_may_explain_it() -> None:
    new = run(MILL)
    old = all_of(run(MILL, a="other"))
    assert kinds(old, new) == [CauseKind.CONTEXT]
    assert kinds(evolve(old, version="0"), new) == [CauseKind.CONTEXT, CauseKind.VERSION]


def test_what_is_left_is_due_to_the_collection() -> None:
    new = run(MILL, c="more")
    assert kinds(all_of(run(MILL)), new) == [CauseKind.COLLECTION]


def test_a_claim_that_appears_in_the_same_text_points_at_the_version() -> None:
    new = run(MILL)
    old = evolve(all_of(new), claims=frozenset(), version="0")
    (change,) = diff(old, new).appeared
    found = [(cause.kind, cause.document, cause.state) for cause in change.causes]
    assert found == [
        (CauseKind.APPEARED, "a", None),
        (CauseKind.APPEARED, "b", None),
        (CauseKind.VERSION, "", None),
    ]


def test_another_stance_on_the_same_claims_is_a_change() -> None:
    softer = finding(("a", "x"), ("b", "y"), stance=Stance.QUALIFIES)
    difference = diff(run(MILL), run(softer))
    assert len(difference.changed) == 1
    assert "≠ now ~" in write(difference)


def test_one_heir_a_finding_and_the_rest_is_new() -> None:
    split = (finding(("a", "x"), ("c", "z")), finding(("b", "y"), ("c", "z")))
    difference = diff(run(finding(("a", "x"), ("b", "y"), ("c", "z"))), run(*split))
    assert (len(difference.changed), len(difference.appeared), len(difference.gone)) == (1, 1, 0)


def test_another_aspect_in_the_same_documents_is_another_finding() -> None:
    other = finding(("a", "v"), ("b", "w"), aspect="age")
    difference = diff(run(MILL), run(other))
    assert (len(difference.changed), len(difference.appeared), len(difference.gone)) == (0, 1, 1)


def test_a_document_renamed_and_edited_keeps_its_findings() -> None:
    old = run(finding(("a", "x"), ("b", "y")), finding(("a", "w"), ("b", "v"), aspect="age"))
    new = run(finding(("c", "x"), ("b", "y")), c="edited")
    difference = diff(old, new)
    assert [(one.name, one.state, one.before) for one in difference.documents] == [
        ("c", DocumentState.RENAMED, "a")
    ]
    assert (difference.same, len(difference.gone)) == (1, 1)


names, words = st.sampled_from("abc"), st.sampled_from("uvwxyz")
findings = st.builds(
    lambda claims, aspect: finding(*claims, aspect=aspect),
    st.lists(st.tuples(names, words), min_size=2, max_size=3, unique=True),
    st.sampled_from(["height", "age"]),
)
runs = st.lists(findings, max_size=4).map(lambda some: run(*some))


@given(runs, runs)
def test_nothing_is_lost_or_counted_twice(old: Snapshot, new: Snapshot) -> None:
    difference = diff(old, new)
    kept = len(difference.changed) + difference.same
    assert kept + len(difference.appeared) == len(new.findings)
    assert kept + len(difference.gone) == len(old.findings)
    assert all(change.causes for _, changes in sections(difference) for change in changes)
    assert summary(difference)


@given(runs)
def test_a_run_does_not_differ_from_itself(one: Snapshot) -> None:
    assert not diff(one, one)
