"""Places of claims in columns say what the claims themselves say."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.graph.signed import place
from factcheck.model import Claim, Span
from factcheck.partitions.placing import Standing, write_places

TEXT = "The mast is 30 m tall and 4 m wide. It stood for forty years."
DOCUMENTS = [fc.read_text(TEXT, name=name) for name in ("one", "two")]
NUMBERS = {id(document): number for number, document in enumerate(DOCUMENTS, 7)}

spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 20),
    st.integers(1, 20),
)
claims = st.lists(
    st.tuples(st.sampled_from((0, 1)), spans, st.sampled_from(("a", "b", "c"))), unique=True
).map(
    lambda found: [
        Claim(DOCUMENTS[document], span, text, span)
        for document, span, text in sorted(found, key=lambda one: one[0])
    ]
)


@given(claims, st.integers(0, 2**40))
def test_what_is_written_is_what_is_read(some: list[Claim], first: int) -> None:
    with TemporaryDirectory() as folder:
        write_places(Path(folder) / "places", enumerate(some, first), NUMBERS)
        standing = Standing.read(Path(folder) / "places", first)
    assert len(standing.numbers) == len(some)
    for number, claim in enumerate(some, first):
        found = standing.placed(standing.place(number))
        assert found.number == number
        assert (found.id, found.fingerprint) == (claim.id, claim.fingerprint)
        assert (found.start, found.end) == (claim.start, claim.end)
        assert found.document == NUMBERS[id(claim.source)]
    in_order = [some[number - first] for number in standing.numbers]
    assert in_order == sorted(some, key=place)
    assert list(standing.authorities) == [claim.source.authority for claim in in_order]
