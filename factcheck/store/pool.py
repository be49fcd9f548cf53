"""Connections between two uses."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

from attrs import field, frozen


class Closable(Protocol):
    """What can be let go of."""

    def close(self) -> None:
        """Let go of it."""
        ...


C = TypeVar("C", bound=Closable)


@frozen
class Pool(Generic[C]):
    """Connections that wait for their next use, by whichever thread.

    Attributes:
        opened: makes a new connection.
    """

    opened: Callable[[], C]
    _idle: SimpleQueue[C] = field(factory=SimpleQueue, init=False, repr=False)

    def waiting(self) -> C | None:
        """Return a connection that was used before, or None."""
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    def take(self) -> C:
        """Return a connection that nobody uses."""
        return self.waiting() or self.opened()

    def give(self, connection: C) -> None:
        """Take a connection back for its next use."""
        self._idle.put(connection)

    def close(self) -> None:
        """Close the connections that nobody uses."""
        while connection := self.waiting():
            connection.close()
