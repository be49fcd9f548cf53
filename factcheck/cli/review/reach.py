"""Where the review application listens, and who may reach it there."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import frozen

from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.model import Account, Role

if TYPE_CHECKING:
    from factcheck.web.site import Site

_Command = TypeVar("_Command", bound=Callable[..., Any])

_NOBODY = "reviewer"
_ANYWHERE = ("0.0.0.0", "::", "")
_PLAIN = "people log in over plain HTTP, which others on the network can read"
_TLS = (
    "put TLS in front, for example with Caddy (https://caddyserver.com): a file Caddyfile with",
    "    review.example.org {{",
    "        reverse_proxy 127.0.0.1:{port}",
    "    }}",
    "and start this with --proxy https://review.example.org, without --host",
)


@frozen
class Reach:
    """Where the application listens.

    Attributes:
        host, port: the address; the usual port where that is None.
        proxy: the address of a reverse proxy in front of it; may be empty.
        reviewer: who reviews where there are no accounts; None for whoever is logged in here.
    """

    host: str
    port: int | None
    proxy: str
    reviewer: str | None

    def check(self, people: int) -> None:
        """Make sure that nobody gets in whom nobody knows.

        Args:
            people: how many accounts there are.

        Raises:
            ConfigurationError: others than this machine's users would get in without an account.
        """
        from factcheck.web.site import is_loopback

        add = "'factcheck review user add NAME --role admin' adds the first"
        if not people and self.proxy:
            raise ConfigurationError(f"--proxy: what others reach needs accounts; {add}.")
        if not people and not is_loopback(self.host):
            raise ConfigurationError(
                f"--host {self.host}: other machines reach the server there, which needs accounts; "
                f"{add}."
            )
        if people and self.reviewer is not None:
            raise ConfigurationError(
                f"--reviewer {self.reviewer}: there are accounts, so whoever reviews logs in."
            )

    def site(self, port: int, people: int) -> Site:
        """Return the addresses under which the application answers.

        Args:
            port: that it listens on.
            people: how many accounts there are.
        """
        from factcheck.web.site import Site

        names = frozenset({self.host.lower(), socket.gethostname().lower()})
        return Site(port, names, self.proxy, None if people else self._alone())

    def announce(self, site: Site, terminal: Terminal) -> None:
        """Say where the application is to be opened, and what to know of it."""
        from factcheck.web.site import is_loopback

        host = socket.gethostname() if self.host in _ANYWHERE else self.host
        shown = f"[{host}]" if ":" in host else host
        click.echo(site.proxy or f"http://{shown}:{site.port}/")
        if site.single is not None:
            name = site.single.name
            terminal.say(f"there are no accounts: whoever uses this machine reviews as {name}")
        if not is_loopback(self.host) and not site.secure:
            terminal.warn(_PLAIN)
            for line in _TLS:
                terminal.say(line.format(port=site.port))
        terminal.say("Ctrl+C ends it")

    def _alone(self) -> Account:
        """Return who reviews alone: as was said, or the login name where it can be a name."""
        if self.reviewer is not None:
            try:
                return Account(self.reviewer, Role.ADMIN)
            except ValueError as error:
                raise ConfigurationError(f"--reviewer: {error}.") from error
        try:
            return Account(getpass.getuser(), Role.ADMIN)
        except (KeyError, OSError, ValueError):
            return Account(_NOBODY, Role.ADMIN)


def reach_options(command: _Command) -> _Command:
    """Add the options on where to listen and hand over ``reach``."""

    @wraps(command)
    def with_reach(
        *, host: str, port: int | None, proxy: str, reviewer: str | None, **options: Any
    ) -> Any:
        return command(reach=Reach(host, port, proxy, reviewer), **options)

    added: Any = with_reach
    for option in reversed(_OPTIONS):
        added = option(added)
    return added  # type: ignore[no-any-return]


_OPTIONS = (
    click.option(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        show_default=True,
        help="Where to listen; what other machines reach needs accounts.",
    ),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        metavar="PORT",
        help="Where to listen; 0 takes any port that is free.  [default: 8714]",
    ),
    click.option(
        "--proxy",
        default="",
        metavar="ADDRESS",
        help="Address of a reverse proxy in front, as people open it; its headers are believed.",
    ),
    click.option(
        "--reviewer",
        metavar="NAME",
        help="Who reviews, where there are no accounts.  [default: the login name]",
    ),
)
