"""A page shows the sources' words in their places, and nothing that the machine holds of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from reviewing.examples import ANN

from factcheck import api
from factcheck.model import Run, Status
from factcheck.review import ItemView
from factcheck.review.items import review_items
from factcheck.review.standing import Standing
from factcheck.review.views import view
from factcheck.web.evidence import Evidence

LEFT = """# The mill

It stands by the river. Nobody lives there. The mill was built in 1784. It has four wheels.
It never burned.

The weir is older than the mill.
"""
RIGHT = "The mill was not built in winter. It was built in 1812.\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("mills")
    (folder / "left.md").write_text(LEFT, encoding="utf-8")
    (folder / "right.txt").write_text(RIGHT, encoding="utf-8")
    return api.check(api.read(folder)).run


def shown(run: Run) -> ItemView:
    first = review_items(run)[0]
    return view(ANN, first, Standing(Status.OPEN), None, blind=True)


def test_words_stand_in_their_context_with_claim_and_figures_set_off(found: Run) -> None:
    sides = Evidence(found).sides(shown(found))
    assert [side.letter for side in sides] == ["A", "B"]
    statements = [one for side in sides for one in side.statements]
    left = next(one for one in statements if one.source.name == "left.md")
    assert "".join(piece.text for piece in left.pieces).startswith("The mill was built in 1784")
    assert [piece.text for piece in left.pieces if piece.deciding] == ["1784"]
    assert left.surroundings.before == "It stands by the river. Nobody lives there."
    assert left.surroundings.after == "It has four wheels. It never burned."
    assert left.place == "line 3, paragraph 2 of 3"
    assert left.address.startswith("/documents/d-") and "#c-" in left.address


@pytest.mark.parametrize("denial", ["is not", "isn't", "is no longer", "is never"])
def test_words_that_deny_are_set_off(tmp_path: Path, denial: str) -> None:
    (tmp_path / "a.txt").write_text("The mill is open in winter.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"The mill {denial} open in winter.", encoding="utf-8")
    run = api.check(api.read(tmp_path)).run
    sides = Evidence(run).sides(shown(run))
    marks = [p.text for side in sides for s in side.statements for p in s.pieces if p.deciding]
    assert any(denial.rsplit(maxsplit=1)[-1] in mark for mark in marks), marks


def test_a_document_shows_the_words_of_one_finding_and_no_verdict(found: Run) -> None:
    view = shown(found)
    source = Evidence(found).document(view.quoted[0].document_id, view.fingerprint)
    assert source is not None
    stretches = [each for _, group in source.groups for one in group for each in one.stretches]
    pointed = [each for each in stretches if "pointed" in each.classes]
    assert pointed
    assert not [each for each in stretches if each.marks or each.shared]
    assert not [each for each in stretches if {"disputed", "qualified"} & set(each.classes.split())]
    assert Evidence(found).document("d-nothing") is None


def test_words_of_a_document_that_is_gone_are_shown_as_they_were(found: Run) -> None:
    view = shown(found)
    gone = evolve(view, quoted=tuple(evolve(one, document_id="d-gone") for one in view.quoted))
    statements = [one for side in Evidence(found).sides(gone) for one in side.statements]
    assert all(one.address == "" and one.place == "" for one in statements)
    assert {"".join(p.text for p in one.pieces) for one in statements} == {
        one.words for one in view.quoted
    }


def test_other_findings_come_with_related_ones_first() -> None:
    run = api.check(api.read(Path(__file__).parents[3] / "corpus" / "tramway")).run
    evidence = Evidence(run)
    view = shown(run)
    every = evidence.others(view, "", 1000)
    assert len(every) == len({*(one.fingerprint for one in review_items(run))}) - 1
    related = [one.related for one in every]
    assert related == sorted(related, reverse=True) and any(related)
    assert evidence.others(view, "", 3) == every[:3]
    wanted = every[-1].question.split()[0]
    some = evidence.others(view, wanted.upper(), 1000)
    assert every[-1] in some and len(some) < len(every)
    assert evidence.others(view, "zzzz", 10) == ()
