"""A browser's window on our pages, which keeps count of everything that they must not do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define, field
from playwright.sync_api import Browser, Page, Playwright, Route

WIDTHS = (360, 1024, 1600)
SCHEMES = ("light", "dark")
HEIGHT = 800

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_NOSCRIPT = re.compile(r"</?noscript\b[^>]*>", re.IGNORECASE)


def find_chromium() -> str | None:
    """Return the path of the system's Chromium, or nothing where it has none."""
    return next((path for path in map(shutil.which, _NAMES) if path), None)


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium; there has to be one."""
    return playwright.chromium.launch(executable_path=find_chromium())


@define(slots=False)
class Window:
    """A page on show.

    Attributes:
        page: what Playwright drives.
        home: what the addresses of the report or application begin with.
        sent: addresses outside of it that were asked for; none was answered.
        said: dialogs, messages on the console, and errors of scripts.
    """

    page: Page
    home: str = "file:"
    sent: list[str] = field(factory=list)
    said: list[str] = field(factory=list)

    @classmethod
    def open(
        cls,
        browser: Browser,
        path: Path,
        *,
        width: int = 1024,
        scheme: str = "light",
        scripts: bool = True,
        fragment: str = "",
    ) -> Window:
        """Show a file."""
        window = cls.empty(browser, "file:", width=width, scheme=scheme, scripts=scripts)
        window.go(path, fragment)
        return window

    @classmethod
    def empty(
        cls,
        browser: Browser,
        home: str,
        *,
        width: int = 1024,
        scheme: str = "light",
        scripts: bool = True,
    ) -> Window:
        """Return a window that shows nothing yet.

        Args:
            browser: the browser.
            home: what all addresses that may be asked for begin with.
            width: of the window, in CSS pixels.
            scheme: ``light`` or ``dark``.
            scripts: whether the browser runs them.
        """
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        window = cls(context.new_page(), home)
        context.route(re.compile(f"^(?!{re.escape(home)})"), window._refuse)
        window.page.on("dialog", lambda dialog: window._hear(dialog.message, dialog.dismiss))
        window.page.on("console", lambda message: window._note(message.text))
        window.page.on("pageerror", lambda error: window.said.append(str(error)))
        return window

    def go(self, path: Path, fragment: str = "") -> None:
        """Show another file in the same window."""
        self.page.goto(path.as_uri() + fragment)

    def close(self) -> None:
        """Close the window and check that the page kept to itself."""
        self.page.context.close()
        assert self.sent == [], "the page asked for something from outside"
        assert self.said == [], "the page spoke, or a script of it failed"

    def run(self, script: str, argument: object = None) -> Any:
        """Return what a script of the test finds in the page."""
        return self.page.evaluate(script, argument)

    def _refuse(self, route: Route) -> None:
        self.sent.append(route.request.url)
        route.abort()

    def _note(self, message: str) -> None:
        # The browser says so where a test has put the focus somewhere before the page could.
        if not message.startswith("Autofocus processing was blocked"):
            self.said.append(message)

    def _hear(self, message: str, dismiss: Any) -> None:
        self.said.append(message)
        dismiss()


def without_scripts(path: Path) -> Path:
    """Return a copy of a page as a browser without scripts shows it.

    A checker that runs in the page needs scripts, so only those of the page itself go.
    """
    copy = path.with_name(f"{path.stem}.plain{path.suffix}")
    html = path.read_text(encoding="utf-8")
    copy.write_text(_NOSCRIPT.sub("", _SCRIPT.sub("", html)), encoding="utf-8")
    return copy


def violations(response: Mapping[str, Any]) -> list[str]:
    """Return what axe-core calls serious or critical, a line for each element."""
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]}"
        for found in response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]
