"""Whether something is over, goes on or is still to come."""

import pytest
from claim_reading import last


def phases(text: str) -> list[str]:
    return [one for one in last(text).conditions if one.startswith(("phase", "fate"))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The kiln fell silent.", ["phase:ended"]),
        ("The kiln was given up in 1960.", ["phase:dropped", "phase:ended"]),
        ("The kiln opened in 1920. It was given up in 1960.", ["phase:dropped", "phase:ended"]),
        ("The kiln is no longer in use.", ["phase:ended"]),
        ("The kiln still works.", ["phase:lasting"]),
        ("The kiln has operated since 1960.", ["phase:lasting"]),
        ("The owners abolished the toll.", ["fate:ended"]),
        ("The kiln stood until 1960.", ["phase:gone"]),
        ("The kiln will open in 2030.", ["phase:planned"]),
        ("The kiln opens at noon.", []),
        ("The kiln was given up in the north.", []),
        ("The kiln had to be given up.", []),
        ("The kiln does not run on Sundays.", []),
    ],
)
def test_the_phase_of_a_thing_is_read_from_the_verb_and_its_tense(
    text: str, read: list[str]
) -> None:
    assert phases(text) == read
