"""Accepted findings are shown in every format, and marked."""

from __future__ import annotations

import json
import re
from html import unescape

from accepting import accepting
from attrs import evolve

from factcheck.model import Baseline, Decision, Run, Stance
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
    told = {"reason": "Known.", "author": "", "date": "", "decision": None}
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


def test_what_reviewers_decided_is_shown_in_every_format(run: Run) -> None:
    known = accepting(
        evolve(run, qualifications=()),
        reason="different time – rebuilt <in> 1911",
        author="ann, ben",
        date="2026-03-31",
    )
    harmless = [evolve(one, decision=Decision.NOT_A_CONFLICT) for one in known.findings]
    baseline = evolve(known, findings=tuple(harmless))
    formats = ("text", "markdown", "html", "csv-disputes", "sarif", "junit", "annotations")
    for format in formats:
        page = " ".join(unescape(render(run, format, baseline=baseline)).replace("\\", "").split())
        assert "ot a conflict: different time – rebuilt <in> 1911" in page, format
    for format in ("text", "markdown", "html", "csv-disputes"):
        page = " ".join(render(run, format, baseline=baseline).split())
        assert "(ann, ben, 2026-03-31)" in page, format
    data = json.loads(render(run, "json", baseline=baseline))
    assert {one["accepted"]["decision"] for one in data["disputes"]} == {"not_a_conflict"}
    assert {one["confirmed"] for one in data["disputes"]} == {None}


def test_a_true_conflict_is_shown_as_confirmed_and_still_counts(run: Run) -> None:
    known = accepting(evolve(run, qualifications=()), author="ada", date="2026-03-31")
    confirmed = tuple(evolve(one, decision=Decision.TRUE_CONFLICT) for one in known.findings)
    baseline = Baseline(confirmed=confirmed)
    for format in ("text", "markdown", "html", "csv-disputes"):
        page = " ".join(render(run, format, baseline=baseline).split())
        assert "rue conflict (ada, 2026-03-31)" in page, format
        assert " accepted" not in page, format
    data = json.loads(render(run, "json", baseline=baseline))
    assert {one["confirmed"]["decision"] for one in data["disputes"]} == {"true_conflict"}
    assert {one["accepted"] for one in data["disputes"]} == {None}
