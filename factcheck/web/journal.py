"""A line for every request, for whoever runs the server."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import frozen
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LONGEST = 200


@frozen
class Journal:
    """Tells method, path, status, milliseconds and account of what ``app`` answers.

    Queries are left out, since they may hold what people search for.

    Attributes:
        app: what answers.
        write: takes each line.
    """

    app: ASGIApp
    write: Callable[[str], None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        since, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            account = scope["state"].get("account")
            took = 1000 * (time.perf_counter() - since)
            path = scope.get("raw_path", b"").decode("ascii", "replace")[:_LONGEST]
            who = account.name if account else "-"
            self.write(f"{scope['method']} {path} {status} {took:.0f} ms {who}")
