"""The topic map: names apart from each other, every node a link, the same content as a table."""

import pytest
from attrs import evolve
from corpus_builders import make
from hypothesis import given, settings
from hypothesis import strategies as st
from svg_reading import Drawing

from factcheck.model import Run
from factcheck.reporting.pictures import topic_map

TITLES = ("The Harl Gazette", "Survey of 2003", "Crossing & walking")
TOPICS = {
    "bridge": (4, 3, 0),
    "deck": (1, 1, 1),
    "toll": (1, 1, 0),
    "paint": (0, 1, 1),
    "shop": (0, 0, 2),
}


@pytest.fixture
def harl() -> Run:
    return make(TITLES, TOPICS, "≠=~")


@pytest.mark.parametrize("width", [700, 340])
def test_names_stay_apart_and_within(harl: Run, width: int) -> None:
    drawing = Drawing(topic_map(harl, width).svg)
    drawing.check_room()
    drawing.check_name("group")
    assert drawing.width == width


def test_every_node_leads_somewhere(harl: Run) -> None:
    drawing = Drawing(topic_map(harl, link=lambda id: f"page.html#{id}").svg)
    links = {link.attrib["href"] for link in drawing.all("a")}
    known = [*(topic.id for topic in harl.topics), *(document.id for document in harl.corpus)]
    assert links == {f"page.html#{id}" for id in known}


def test_rings_are_broken_solid_or_dotted_and_points_grow_with_claims(harl: Run) -> None:
    drawing = Drawing(topic_map(harl).svg)
    rings, sizes = {}, {}
    for link in drawing.all("a"):
        name = link[0].text or ""
        circles = [part.attrib for part in link if part.tag.endswith("circle")]
        if circles:
            sizes[name.partition(":")[0]] = float(circles[0]["r"])
            rings[name.rpartition(", ")[2]] = [ring.get("stroke-dasharray") for ring in circles[1:]]
    assert rings == {
        "disputed": ["6 4"],
        "qualified": ["1.5 3.5"],
        "agreed on": [None],
        "no finding": [],
    }
    assert sizes["bridge"] > sizes["deck"] > sizes["toll"] == sizes["paint"]


def test_the_table_holds_the_same(harl: Run) -> None:
    picture = topic_map(harl)
    told = {
        row.cells[0][0].text: [[entry.text for entry in cell] for cell in row.cells[1:]]
        for row in picture.table.rows
    }
    assert told["bridge"] == [["7"], ["≠ 1"], ["The Harl Gazette (4)", "Survey of 2003 (3)"]]
    assert told["shop"] == [["2"], [], ["Crossing & walking (2)"]]
    assert picture.description == (
        "Disputed: bridge. Qualified: toll. Agreed on: deck. 2 topics without a finding."
    )
    ids = [row.id for row in picture.table.rows]
    assert set(ids) == {topic.id for topic in harl.topics}


def test_a_topic_on_one_side_only_is_not_disputed() -> None:
    run = make(TITLES[:2], {"toll": (1, 1), "paint": (1, 0)}, "≠")
    (dispute,) = run.disputes
    first, second = dispute.positions
    painted = evolve(first, claims=(*first.claims, run.claims[2]))
    wider = evolve(dispute, positions=(painted, second))
    rows = topic_map(evolve(run, disputes=(wider,))).table.rows
    assert [(row.cells[0][0].text, len(row.cells[2])) for row in rows] == [
        ("toll", 1),
        ("paint", 0),
    ]


def test_a_source_with_more_claims_on_a_topic_pulls_it_nearer() -> None:
    run = make(("Up", "Down"), {"sky": (5, 1), "sea": (1, 5)})
    drawing = Drawing(topic_map(run).svg)
    down = {text: box.y for text, box in drawing.boxes()}
    assert down["Up"] < down["sky"] < down["sea"] < down["Down"]


def test_a_long_name_takes_two_lines_on_a_telephone() -> None:
    run = make(TITLES[:2], {"traditional antidepressants": (1, 1)}, "=")
    assert "traditional antidepressants =" in Drawing(topic_map(run).svg).words()
    words = Drawing(topic_map(run, 340).svg).words()
    assert words.index("antidepressants =") == words.index("traditional") + 1


def test_large_corpora_are_cut_and_told() -> None:
    titles = [f"Source {number} of a long list of very similar titles" for number in range(200)]
    topics = {f"topic {n}": [(n + m) % 7 == 0 for m in range(200)] for n in range(60)}
    picture = topic_map(make(titles, topics), 340)
    assert picture.note == (
        "24 of 60 topics are shown: those with most findings, sources and claims. "
        "12 of 200 sources are shown: those with most claims about these topics."
    )
    Drawing(picture.svg).check_room()
    assert len(picture.table.rows) == 24


def test_two_names_for_one_finding_are_one_point() -> None:
    run = make(TITLES[:2], {"toll": (1, 1)}, "≠")
    (topic,) = run.topics
    fuller = evolve(topic, id="t-0", label="bridge toll", terms=("bridge", "toll"))
    claims = tuple(evolve(claim, topics=(topic.id, fuller.id)) for claim in run.claims)
    by_id = {claim.id: claim for claim in claims}
    (dispute,) = run.disputes
    sides = tuple(
        evolve(side, claims=tuple(by_id[claim.id] for claim in side.claims))
        for side in dispute.positions
    )
    both = evolve(
        run,
        topics=(topic, fuller),
        claims=claims,
        disputes=(evolve(dispute, positions=sides),),
    )
    assert [row.cells[0][0].text for row in topic_map(both).table.rows] == ["bridge toll"]


def test_empty_and_hostile_runs_are_drawn(empty_run: Run, hostile_run: Run) -> None:
    assert topic_map(empty_run).description == "No topic was found."
    for width in (700, 340):
        drawing = Drawing(topic_map(hostile_run, width).svg)
        assert {element.tag.rpartition("}")[2] for element in drawing.root.iter()} <= {
            *("svg", "title", "desc", "g", "a", "line", "circle", "rect", "text")
        }
        drawing.check_room()


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(names, min_size=1, max_size=14),
    st.lists(names, min_size=1, max_size=30, unique=True),
    st.text("≠=~ ", max_size=20),
    st.sampled_from((700, 340)),
    st.randoms(use_true_random=False),
)
def test_any_names_stay_apart(titles, labels, signs, width, random) -> None:  # type: ignore[no-untyped-def]
    counts = {label: [random.randrange(4) for _ in titles] for label in labels}
    agreed = [sum(map(bool, counts[label])) > 1 for label in labels]
    found = "".join(sign if two else " " for sign, two in zip(signs, agreed, strict=False))
    Drawing(topic_map(make(titles, counts, found), width).svg).check_room()
