"""Under which addresses the application is reached, and by whom."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import field, frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Account


@frozen
class Site:
    """Where the application stands.

    Attributes:
        port: of the server; cookies of other servers on the same host keep other names by it.
        names: host names by which it may be called, beside numeric addresses and ``localhost``.
        proxy: the address of a reverse proxy in front, such as ``https://review.example.org``;
            empty where there is none. Only then are the headers believed in which a proxy tells
            who asks and how.
        single: who everybody is, where there are no accounts; None where people log in.
    """

    port: int
    names: frozenset[str] = frozenset()
    proxy: str = field(default="")
    single: Account | None = None

    def __attrs_post_init__(self) -> None:
        if not self.proxy:
            return
        try:
            parts = urlsplit(self.proxy)
            known = parts.scheme in ("http", "https") and bool(parts.hostname)
            plain = parts.path in ("", "/") and not (
                parts.query or parts.fragment or "@" in parts.netloc
            )
        except ValueError:
            known = plain = False
        if not (known and plain):
            raise ConfigurationError(
                f"--proxy: {self.proxy!r} is not allowed; give the address that people open, such "
                "as https://review.example.org, without a path."
            )

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by TLS."""
        return urlsplit(self.proxy).scheme == "https"

    @property
    def scheme(self) -> str:
        """``https`` or ``http``."""
        return "https" if self.secure else "http"

    @property
    def cookie(self) -> str:
        """Name of the session's cookie.

        The prefix has browsers refuse it from any other host (RFC 6265bis, 4.1.3.2).
        """
        return f"__Host-factcheck-{self.port}" if self.secure else f"factcheck-{self.port}"

    def knows(self, host: str) -> bool:
        """Return whether a ``Host`` header names this server.

        A page of another site can point its own name at this server (DNS rebinding), but it
        cannot make browsers send a name of ours, or a numeric address, for it.
        """
        name = _name(host)
        if self.proxy:
            return _name(urlsplit(self.proxy).netloc) == name
        return name == "localhost" or name in self.names or _is_numeric(name)


def is_loopback(host: str) -> bool:
    """Return whether only programs of this machine reach a server bound to ``host``."""
    name = host.strip("[]")
    return name == "localhost" or (_is_numeric(name) and ip_address(name).is_loopback)


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_numeric(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
