"""Serving the application from this process."""

from __future__ import annotations

import errno
import logging
import socket

import uvicorn
from starlette.types import ASGIApp

from factcheck.errors import ConfigurationError
from factcheck.web.wire import MOST_HEAD, PatientProtocol

PORT = 8714

_CONNECTIONS = 1000
_WAITING = 128
# Decisions under way are finished within this time when the server is told to stop.
_GRACE = 10
# Seconds that a connection stays open without a request: longer than reviewers commonly think,
# since what is sent just while the server closes a connection has to be sent again.
_IDLE = 75


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Args:
        host: a name or a numeric address.
        port: the port; 0 takes one that is free.

    Raises:
        ConfigurationError: the port is taken, or may not be used, or the host is not of this
            machine.
    """
    try:
        kind, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError, OverflowError) as error:
        raise ConfigurationError(f"--host {host}: is no address of this machine.") from error
    listening = socket.socket(kind, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING)
    except OSError as error:
        listening.close()
        raise ConfigurationError(_refusal(host, port, error)) from error
    return listening


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Answer requests until the process is told to stop (SIGINT or SIGTERM)."""
    uvicorn.Server(configuration(app)).run(sockets=[listening])


def configuration(app: ASGIApp) -> uvicorn.Config:
    """Return how the application is served.

    Its own log takes the place of uvicorn's, which would write the queries of addresses.
    """
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
        timeout_keep_alive=_IDLE,
        h11_max_incomplete_event_size=MOST_HEAD,
    )


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"--port {port}: another program listens there; choose another port, or 0 for any "
            "that is free."
        )
    if error.errno == errno.EACCES:
        return f"--port {port}: this user may not listen there; choose a port from 1024 on."
    return f"--host {host}: cannot be listened on: {error.strerror or error}."
