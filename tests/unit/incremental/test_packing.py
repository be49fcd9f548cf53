"""Claims as bytes and back, and nothing but claims."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable

import pytest
from attrs import astuple

import factcheck as fc
from factcheck.errors import StoreError
from factcheck.incremental.packing import numbered, pack, pack_all, unpack, unpack_all
from factcheck.reading import corpus_of

TEXT = (
    "The tower, built in 1931, is 36 metres tall. It may fall. Nobody paints it. "
    "Caffeine raises blood pressure in adults, critics say. The box holds only pears and plums. "
    "A tower is a building. There is a low risk of fire. The mast is well made."
)


def test_claims_come_back_with_every_field() -> None:
    document = fc.read_text(TEXT, name="a.txt")
    claims = fc.extract(corpus_of([document])).claims
    assert len(claims) > 5
    back = unpack(pack(claims, numbered((document,))), (document,))
    assert [astuple(claim) for claim in back] == [astuple(claim) for claim in claims]
    assert all(claim.source is document for claim in back)


def test_many_values_come_back_with_every_field() -> None:
    documents = [fc.read_text(TEXT, name=f"{name}.txt") for name in "ab"]
    documents.append(fc.read_text(TEXT.replace("1931", "1935").replace("low", "high"), "c.txt"))
    run = fc.check(corpus_of(documents)).run
    assert run.disputes
    assert run.agreements
    packed = pack_all((run.claims, run.disputes, run.agreements), numbered(run.corpus))
    claims, disputes, agreements = unpack_all(packed, run.corpus.documents)
    assert tuple(map(astuple, claims)) == tuple(map(astuple, run.claims))
    assert tuple(map(astuple, disputes)) == tuple(map(astuple, run.disputes))
    assert tuple(map(astuple, agreements)) == tuple(map(astuple, run.agreements))
    assert disputes[0].judgements[0].a in claims
    assert all(claim.source in run.corpus.documents for claim in claims)


def test_what_is_known_is_not_packed() -> None:
    document = fc.read_text(TEXT, name="a.txt")
    assert TEXT.encode() not in pack(
        fc.extract(corpus_of([document])).claims, numbered((document,))
    )


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo harm",)


@pytest.mark.parametrize("read", [unpack, unpack_all])
def test_bytes_that_name_anything_else_are_refused(
    read: Callable[[bytes, tuple[()]], object], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StoreError, match=r"posix\.system: is nothing that a run store holds"):
        read(pickle.dumps(Harm()), ())
    assert capfd.readouterr().out == ""
