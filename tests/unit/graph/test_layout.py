"""Layouts: nodes near what pulls them, boxes never on top of each other."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.graph.layout import Box, anchored, apart, stretched

FRAME = Box(100, 80, 200, 160)


def test_a_node_lies_nearer_to_what_pulls_more() -> None:
    places = anchored({"x": {"left": 3, "right": 1}, "y": {}}, {"left": (0, 0), "right": (100, 0)})
    assert places == {"x": (25, 0), "y": (50, 0)}


def test_places_fill_the_frame_in_their_order() -> None:
    places = stretched({"a": (4, 1), "b": (5, 1), "c": (6, 1)}, FRAME)
    assert places == {"a": (0, 80), "b": (100, 80), "c": (200, 80)}
    assert stretched({}, FRAME) == {}


def test_the_first_box_keeps_its_place_and_the_next_one_gives_way() -> None:
    wish = Box(100, 80, 40, 20)
    boxes = apart([wish, wish], FRAME, 4)
    assert boxes is not None
    assert abs(boxes[0].x - wish.x) <= 2 and abs(boxes[0].y - wish.y) <= 2
    assert boxes[1].x == boxes[0].x and abs(boxes[1].y - boxes[0].y) == 20


def test_without_room_there_is_no_layout() -> None:
    assert apart([Box(0, 0, 150, 90)] * 2, FRAME, 4) is None
    assert apart([Box(0, 0, 300, 10)], FRAME, 4) is None


coordinates = st.floats(-500, 500)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(Box, coordinates, coordinates, st.floats(1, 60), st.floats(1, 40)), max_size=12
    )
)
def test_boxes_never_overlap_nor_leave_the_frame(wishes: list[Box]) -> None:
    boxes = apart(wishes, FRAME, 5)
    if boxes is None:
        return
    assert [(box.width, box.height) for box in boxes] == [(w.width, w.height) for w in wishes]
    assert all(box.within(FRAME) for box in boxes)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
