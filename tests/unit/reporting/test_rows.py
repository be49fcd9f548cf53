"""Sources and topics in a line each."""

from attrs import evolve

from factcheck.model import Run, Topic
from factcheck.reporting.parts import Parts
from factcheck.reporting.rows import SHOWN, source_rows, topic_rows


def test_a_source_counts_its_claims_by_how_they_stand(run: Run) -> None:
    gazette = source_rows(Parts(run))[0]
    assert (gazette.source.name, gazette.claims) == ("gazette.txt", 4)
    assert (gazette.disputed, gazette.qualified, gazette.agreed, gazette.alone) == (1, 0, 2, 1)
    parts = Parts(run)
    sections = [parts.section(document).row for document in run.corpus]
    assert sections == source_rows(parts)


def test_topics_with_findings_come_before_those_with_claims(run: Run) -> None:
    every = tuple(claim.id for claim in run.claims)
    topics = (
        Topic("t-many", "bridges", ("bridge",), 0.1, every),
        Topic("t-1", "opening", ("open",), 0.9, every[:1]),
    )
    first, second = topic_rows(Parts(evolve(run, topics=topics)))
    assert (first.id, first.findings, first.sources) == ("t-1", 1, 1)
    assert [str(mark) for mark in first.marks] == ["= 1"]
    assert (second.claims, second.sources, second.findings) == (11, 3, 0)
    assert [source.name for source in second.named] == [
        "survey.txt",
        "gazette.txt",
        "guide/visit.html",
    ]


def test_a_row_names_some_findings_and_counts_all(run: Run) -> None:
    agreements = run.agreements[:1] * (SHOWN + 2)
    (row,) = topic_rows(Parts(evolve(run, agreements=agreements)))
    assert (row.findings, len(row.marks)) == (SHOWN + 2, SHOWN)
