"""HTTP/1.1 on the wire: how long a client may take to say what it wants, and how much of it."""

from __future__ import annotations

import asyncio
import sys
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 15.0
"""Seconds in which the first line and the headers of a request have to arrive."""

MOST_HEAD = 64 * 1024
"""Bytes of both, read before anything is answered; the application refuses less, more kindly."""


class PatientProtocol(H11Protocol):
    """Uvicorn's protocol, which by itself waits for ever for the end of a request's headers."""

    _head: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Take what has arrived; wait on where headers are still under way."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._head is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or too much of it."""
        error = sys.exc_info()[1]
        status = getattr(error, "error_status_hint", 400)
        phrase = HTTPStatus(status).phrase
        told = f"{phrase}. {msg}".encode()
        head = h11.Response(
            status_code=status,
            reason=phrase.encode(),
            headers=[
                ("content-type", "text/plain; charset=utf-8"),
                ("content-length", str(len(told))),
                ("connection", "close"),
                ("x-content-type-options", "nosniff"),
            ],
        )
        for event in (head, h11.Data(data=told), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _await_head(self) -> None:
        self._head = self.loop.call_later(PATIENCE, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None
