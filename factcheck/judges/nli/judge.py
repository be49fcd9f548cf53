"""A cross-encoder as a judge: each pair is read in both directions."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from factcheck.judges.nli.folder import ModelFolder
from factcheck.judges.nli.network import Network, needed
from factcheck.judges.sentence import said_in
from factcheck.model import CandidatePair, Opinion

DIGITS = 3
"""Digits of a probability; further ones hang on the processor."""


@frozen
class CrossEncoder:
    """Asks a cross-encoder whether one claim entails or contradicts the other.

    Attributes:
        folder: the model.
        threads: how many processors it may use; 0 for as many as there are.
    """

    folder: ModelFolder
    threads: int = field(default=0, eq=False)
    _network: Network = field(init=False, eq=False, repr=False)

    @_network.default
    def _make(self) -> Network:
        needed()
        return Network(self.folder, self.threads)

    @property
    def name(self) -> str:
        """The folder's name and a hash of the model."""
        return self.folder.name

    def opinions(self, pairs: Sequence[CandidatePair], /) -> Sequence[Opinion | None]:
        """Return what the model holds of each pair."""
        texts = [(said_in(pair.a), said_in(pair.b)) for pair in pairs]
        there = self._network.probabilities(texts)
        back = self._network.probabilities([(b, a) for a, b in texts])
        return [self._opinion(one, other) for one, other in zip(there, back, strict=True)]

    def _opinion(
        self, there: tuple[float, float, float], back: tuple[float, float, float]
    ) -> Opinion:
        """Return one opinion for two directions.

        To contradict is mutual, so both directions count alike. To entail is not: whoever says
        more agrees with whoever says less, so the likelier direction counts, as far as the
        contradiction leaves room for it.
        """
        contradicts = (there[2] + back[2]) / 2
        agrees = min(max(there[0], back[0]), 1 - contradicts)
        return Opinion(self.name, round(agrees, DIGITS), round(contradicts, DIGITS))
