"""What benchmarks are written with."""

from __future__ import annotations

import sys
from xml.etree import ElementTree

import pytest
from measuring import NotInstalledError, Row, needed, seconds, seconds_of, times
from plot import growth
from record import exponent, meeting, table


def test_work_takes_time_and_waiting_takes_none() -> None:
    taken, outcome = seconds(lambda: sum(range(300_000)))
    assert outcome == sum(range(300_000))
    assert taken > 0
    asleep = seconds_of((sys.executable, "-c", "import time; time.sleep(0.3)"), repeats=1)
    busy = seconds_of((sys.executable, "-c", "sum(range(20_000_000))"), repeats=1)
    assert busy > asleep


def test_rows_are_a_table() -> None:
    assert table([Row("a", "2 ×", "b")]).splitlines()[2] == "| a | 2 × | b |"


def test_ratios_have_two_digits() -> None:
    assert [times(ratio) for ratio in (1104.0, 8.94, 0.187)] == ["1,104 ×", "8.9 ×", "0.19 ×"]


def test_a_missing_package_is_named_with_what_installs_it() -> None:
    assert needed("statistics").median([1, 2, 3]) == 2
    with pytest.raises(
        NotInstalledError, match=r"no_such_package is not installed .*factcheck\[bench\]"
    ):
        needed("no_such_package")


def test_the_exponent_of_a_power_is_found() -> None:
    assert round(exponent([(n, 3 * n**1.5) for n in (10, 70, 900)]), 6) == 1.5


def test_two_powers_meet_where_they_are_equal() -> None:
    squares = [(n, n**2 / 100) for n in (10.0, 20.0, 40.0)]
    assert round(meeting([(n, 5 * n) for n in (10.0, 30.0)], squares), 6) == 500


def test_a_power_is_a_straight_line() -> None:
    squares = [(float(n), n * n / 1000) for n in (10, 100, 1000)]
    root = ElementTree.fromstring(growth("Growth", "claims", "s < 1", {"a & b": squares}))
    space = "{http://www.w3.org/2000/svg}"
    line = root.find(f"{space}polyline")
    assert line is not None
    (x0, y0), (x1, y1), (x2, y2) = (
        tuple(map(float, point.split(","))) for point in line.attrib["points"].split()
    )
    assert abs((y1 - y0) / (x1 - x0) - (y2 - y1) / (x2 - x1)) < 0.01
    assert "a & b" in [text.text for text in root.iter(f"{space}text")]
