"""Another judge beside the rules, asked about the pairs of all buckets that are worth it most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import frozen

from factcheck.blocking import candidate_pair
from factcheck.judging import RuleJudge, SecondOpinion, Settled, asked
from factcheck.partitions.archive import Archive, Layout
from factcheck.partitions.judging import QUESTIONS, Outbox, Worth, write_judged
from factcheck.partitions.lines import line
from factcheck.partitions.sections import values, write_values
from factcheck.serialization import value_to_data

ASKED = "asked"
"""Folder of the pairs that another judge was asked of."""


@frozen
class Ask:
    """Has another judge heard, and sends what stands then as if one more bucket had been judged.

    How many pairs it is asked of is bounded, so that this is done in one piece, by the process that
    asks for a check: it is asked the same questions as in memory.

    Attributes:
        layout: the files.
        rules: those who judged.
        second: who is asked.
    """

    layout: Layout
    rules: RuleJudge
    second: SecondOpinion

    def __call__(self, _: int) -> tuple[int, int, int]:
        """Return how many pairs were asked of, not asked of for the bound, and not answered."""
        apart = self._apart()
        chosen = sorted(one.pair for one in apart[: self.second.most])
        settled = self._settled(chosen)
        write_values(self.layout.file(ASKED, 0), [set(chosen)])
        return settled.asked, len(apart) - len(chosen), settled.unanswered

    def _apart(self) -> Sequence[Worth]:
        """Return the best aligned pair of every two sentences, the one worth most first."""
        files = (self.layout.file(QUESTIONS, bucket) for bucket in range(self.layout.buckets))
        every: Iterator[Worth] = chain.from_iterable(chain.from_iterable(map(values, files)))
        apart: dict[str, Worth] = {}
        for one in sorted(every):
            apart.setdefault(one.sentences, one)
        return list(apart.values())

    def _settled(self, chosen: Sequence[tuple[int, int]]) -> Settled:
        """Write what stands of the pairs that are asked of."""
        archive = Archive(self.layout)
        pairs = [candidate_pair(archive.claim(a), archive.claim(b)) for a, b in chosen]
        settled = self.second.settle(list(asked(self.rules, pairs, self.second.least)), self.rules)
        known = {
            frozenset((pair.a.id, pair.b.id)): (numbers, pair)
            for numbers, pair in zip(chosen, pairs, strict=True)
        }
        sent = [Outbox() for _ in self.layout.claims.ends]
        for place, said in enumerate(settled.judgements):
            numbers, pair = known[frozenset((said.a.id, said.b.id))]
            sent[self.layout.claims.part(numbers[0])].add(numbers, pair, said, place, archive)
        lines = (line("judgements", value_to_data(said)) for said in settled.judgements)
        write_judged(self.layout, self.layout.buckets, lines, sent)
        return settled
