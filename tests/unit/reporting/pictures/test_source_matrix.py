"""The source matrix: who meets whom, each cell a link, the same content as a table."""

import pytest
from attrs import evolve
from corpus_builders import make
from svg_reading import Drawing

from factcheck.model import Run
from factcheck.reporting.pictures import source_matrix

TITLES = ("The Harl Gazette", "Survey of 2003", "Crossing & walking")
TOPICS = {"bridge": (4, 3, 0), "deck": (1, 1, 1), "toll": (0, 1, 1), "paint": (1, 1, 0)}


@pytest.fixture
def harl() -> Run:
    return make(TITLES, TOPICS, "≠=~=")


def test_cells_count_findings_between_two_sources(harl: Run) -> None:
    picture = source_matrix(harl)
    told = [[" ".join(e.text for e in cell) for cell in row.cells] for row in picture.table.rows]
    assert told == [
        ["1 The Harl Gazette", "", "=2 ≠1", ""],
        ["2 Survey of 2003", "=2 ≠1", "", "~1"],
        ["3 Crossing & walking", "", "~1", ""],
    ]
    assert picture.table.columns == ("Source", "1", "2", "3")
    assert picture.description == (
        "The Harl Gazette and Survey of 2003: 2 agreements, 1 dispute; "
        "Survey of 2003 and Crossing & walking: 1 qualification."
    )


def test_a_cell_leads_to_the_gravest_finding_and_more_findings_are_darker(harl: Run) -> None:
    drawing = Drawing(source_matrix(harl).svg)
    rings = {}
    for link in drawing.all("a"):
        circles = [part for part in link if part.tag.endswith("circle")]
        if circles:
            rings[link.attrib["href"]] = float(circles[0].attrib["stroke-opacity"])
    dispute, tension = f"#{harl.disputes[0].id}", f"#{harl.qualifications[0].id}"
    assert rings.keys() == {dispute, tension}
    assert rings[dispute] == 1 > rings[tension]


def test_a_source_does_not_meet_itself() -> None:
    run = make(TITLES[:2], {"bridge": (2, 2)}, "≠")
    (dispute,) = run.disputes
    first, second = dispute.positions
    more = tuple(claim for claim in run.claims if claim.source.id == first.claims[0].source.id)
    both = evolve(dispute, positions=(first, evolve(second, claims=(*second.claims, more[1]))))
    alone = evolve(dispute, positions=(first, evolve(second, claims=more[1:])))
    picture = source_matrix(evolve(run, disputes=(both, alone)))
    assert [[e.text for c in row.cells[1:] for e in c] for row in picture.table.rows] == [
        ["≠1"]
    ] * 2
    assert 'stroke-opacity="1.00"' in picture.svg


@pytest.mark.parametrize("width", [700, 340])
def test_names_and_counts_stay_apart(
    harl: Run, hostile_run: Run, empty_run: Run, width: int
) -> None:
    for run in (harl, hostile_run, empty_run):
        drawing = Drawing(source_matrix(run, width).svg)
        drawing.check_room()
        drawing.check_name("group")


def test_many_sources_are_cut_to_those_with_most_findings() -> None:
    titles = [f"A source with a long title and a number {number}" for number in range(30)]
    topics = {f"t{n}": [1 if m in (n, n + 1) else 0 for m in range(30)] for n in range(20, 29)}
    picture = source_matrix(make(titles, topics, "=" * 9), 340)
    assert picture.note == "8 of 30 sources are shown: those with most findings."
    assert len(picture.table.rows) == 8
    assert picture.table.rows[0].cells[0][0].text == "1 A source with a long title and a number 21"
    Drawing(picture.svg).check_room()
