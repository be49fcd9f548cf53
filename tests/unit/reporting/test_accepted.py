"""Accepted findings are shown in every format, and marked."""

from __future__ import annotations

import json
import re

from accepting import accepting
from attrs import evolve

from factcheck.model import Run, Stance
from factcheck.reporting import render


def test_every_format_shows_an_accepted_finding_and_says_why(run: Run) -> None:
    baseline = accepting(run, reason="Both <editions> stand.", author="Ann", date="2026-11-22")
    for format in ("text", "markdown", "html"):
        page = render(run, format, baseline=baseline)
        assert run.disputes[0].positions[0].label in page
        words = "Both &lt;editions&gt; stand." if format == "html" else "editions"
        assert words in page
        flat = " ".join(re.sub(r"</?b>", "", page).split())
        assert "(Ann, 2026-11-22)" in flat
        assert f"{len(run.disputes) + len(run.qualifications)} accepted" in flat
        assert "(Ann" not in render(run, format)


def test_what_is_accepted_does_not_worry(run: Run) -> None:
    baseline = accepting(evolve(run, disputes=run.disputes[:1]))
    four = evolve(run, disputes=(run.disputes[0], *run.disputes[:1] * 3))
    assert "MATTERS MOST" not in render(four, "text", baseline=baseline)
    page = render(four, "html", baseline=baseline)
    assert "has been accepted" in page
    assert "No source was found to contradict" not in page
    assert "What should worry you" not in render(four, "markdown", baseline=baseline)


def test_json_says_of_each_finding_whether_it_is_accepted(run: Run) -> None:
    baseline = accepting(evolve(run, qualifications=()), reason="Known.")
    data = json.loads(render(run, "json", baseline=baseline))
    told = {"reason": "Known.", "author": "", "date": ""}
    assert [each["accepted"] for each in data["disputes"]] == [told for _ in run.disputes]
    assert [each["accepted"] for each in data["qualifications"]] == [None] * len(run.qualifications)
    assert "accepted" not in json.loads(render(run, "json"))["disputes"][0]


def test_one_new_pair_makes_a_finding_new(run: Run) -> None:
    (dispute, *_) = run.disputes
    pair = dispute.judgements[0]
    baseline = accepting(evolve(run, disputes=(evolve(dispute, judgements=(pair,)),)))
    assert baseline.knows(dispute)
    third = evolve(pair, a=run.claims[-1])
    assert not baseline.knows(evolve(dispute, judgements=(pair, third)))
    tension = evolve(third, stance=Stance.QUALIFIES)
    assert baseline.knows(evolve(dispute, judgements=(pair, tension)))
