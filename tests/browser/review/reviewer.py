"""Somebody at a window who reviews."""

from __future__ import annotations

from attrs import frozen
from playwright.sync_api import Browser, Page, expect
from reviewing.serving import PASSWORD, Served

from factcheck.web.sessions import Sessions

from ..window import Window

SETTLED = "Failed to load resource: the server responded with a status of 4"
"""What a browser says of an answer that asks its reader to mend something."""

UNREACHED = "Failed to load resource: net::ERR_"
"""What it says where there is no answer."""


@frozen
class Reviewer:
    """A person with a browser of their own.

    Attributes:
        name: of the account.
        address: of the application.
        window: what they see.
    """

    name: str
    address: str
    window: Window

    @classmethod
    def seated(cls, browser: Browser, address: str, name: str, **how: object) -> Reviewer:
        """Return somebody in front of an empty window."""
        return cls(name, address, Window.empty(browser, address, **how))  # type: ignore[arg-type]

    @property
    def page(self) -> Page:
        """What Playwright drives."""
        return self.window.page

    @property
    def question(self) -> str:
        """The question on show."""
        return self.page.locator("h1").inner_text()

    @property
    def item(self) -> str:
        """Fingerprint of the finding on show."""
        return str(self.page.locator("main").get_attribute("data-item"))

    def come_in(self, served: Served, name: str = "") -> None:
        """Begin a session without the form, which costs less time, and open the queue."""
        sessions = Sessions(served.desk.database, served.desk.clock)
        token = sessions.log_in(name or self.name, PASSWORD, "127.0.0.1").token
        self.page.context.add_cookies(
            [
                {
                    "name": served.site.cookie,
                    "value": token,
                    "url": self.address,
                    "httpOnly": True,
                    "sameSite": "Strict",
                }
            ]
        )
        self.go("/")

    def log_in(self, to: str = "/") -> None:
        """Log in by keyboard."""
        self.page.goto(f"{self.address}/log-in?to={to}")
        expect(self.page.locator("[name=name]")).to_be_focused()
        self.page.keyboard.type(self.name)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "/log-in" not in url)

    def go(self, path: str) -> None:
        """Open a page that the server makes without a fault."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 500, path

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def begin(self) -> str:
        """Go to the first finding by keyboard and return its question."""
        self.press("Enter")
        self.page.wait_for_url("**/items/**")
        return self.question

    def onward(self) -> str:
        """Go on to the next finding by keyboard and return its question."""
        before = self.item
        self.press("Enter")
        expect(self.page.locator(f"main[data-item]:not([data-item='{before}'])")).to_be_visible()
        return self.question

    def decided(self) -> str:
        """Wait until a decision is shown as kept, and return it."""
        return self.page.locator(".mine p b").inner_text()

    def forgive(self, message: str) -> None:
        """Take messages off the record that begin with ``message`` and that the test asked for."""
        self.window.said[:] = [one for one in self.window.said if not one.startswith(message)]
