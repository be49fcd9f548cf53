"""A real server that speaks the protocol of chat completions, and answers as it is told."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from attrs import define, field, frozen
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route


def answer(stance: str, confidence: object, quote_a: str, quote_b: str, reason: str = "So.") -> str:
    """Return what a model writes in answer to a question."""
    return json.dumps(
        {
            "stance": stance,
            "confidence": confidence,
            "quote_a": quote_a,
            "quote_b": quote_b,
            "reason": reason,
        }
    )


@frozen
class Asked:
    """A request that came."""

    path: str
    key: str
    body: dict[str, Any]


@define
class ChatServer:
    """Answers each request with the next of what it was told.

    A text is what the model writes; a number a status; ``drop``, ``slow``, ``text`` and ``other``
    are a connection that ends, an answer that takes its time, one that is no JSON, and one of
    another protocol.
    """

    url: str
    server: uvicorn.Server
    thread: threading.Thread = field(repr=False)
    requests: list[Asked] = field(factory=list)
    tokens: int = 42
    _answers: deque[Any] = field(factory=deque)

    def will(self, *answers: object) -> None:
        """Answer the next requests so."""
        self._answers.extend(answers)

    def stop(self) -> None:
        """End the server."""
        self.server.should_exit = True
        self.thread.join()

    async def answered(self, request: Request) -> Response:
        """Return the next answer."""
        key = request.headers.get("Authorization", "")
        self.requests.append(Asked(request.url.path, key, await request.json()))
        said = self._answers.popleft()
        match said:
            case int() as status:
                headers = {"Retry-After": "0", "Location": "/elsewhere"}
                return PlainTextResponse("refused", status, headers)
            case (status, wait):
                return PlainTextResponse("busy", status, {"Retry-After": wait})
            case "text":
                return PlainTextResponse("hello")
            case "other":
                return JSONResponse({"reply": "hello"})
            case "drop":
                return Response("cut", headers={"Content-Length": "1000"})
            case "slow":
                await asyncio.sleep(0.3)
        return JSONResponse(
            {
                "choices": [{"message": {"role": "assistant", "content": said}}],
                "usage": {"total_tokens": self.tokens},
            }
        )


@contextmanager
def serving() -> Iterator[ChatServer]:
    """Run a server while the block lasts."""
    held: list[ChatServer] = []

    async def complete(request: Request) -> Response:
        return await held[0].answered(request)

    app = Starlette(routes=[Route("/v1/chat/completions", complete, methods=["POST"])])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    held.append(ChatServer(url, server, thread))
    thread.start()
    while not server.started:
        thread.join(0.01)
    try:
        yield held[0]
    finally:
        held[0].stop()
        listening.close()
