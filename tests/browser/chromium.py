"""Debian's Chromium, installed where it is missing and can be; and what a test sees of a page with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

SCREENSHOTS = Path(settings.BASE_DIR) / ".screenshots"
"""What the pages looked like in the last run; to be looked at by people."""
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
SERIOUS = ("serious", "critical")
PATIENCE = 60_000
"""Milliseconds in which a page shows what is expected."""
INSTALL = (("apt-get", "update", "-q"), ("apt-get", "install", "-qy", "--no-install-recommends", "chromium"))


@cache
def chromium() -> str:
    """The path of the browser. Skips the test, loudly, where there is none and none can be installed."""
    for name in ("chromium", "chromium-browser"):
        if path := shutil.which(name):
            return path
    why = "apt-get is not there, or we are not root"
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for command in INSTALL:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            why = f"{' '.join(command)}: {done.stderr.strip()[-300:]}"
            if done.returncode:
                break
        else:
            return shutil.which("chromium") or "chromium"
    pytest.skip(f"NO BROWSER: the game masters' pages were not tried in one. Install chromium. ({why})")


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser for as long as the block runs.

    It runs a loop of its own in this thread, in which Django would take every query for a mistake, and has connections
    of its own.
    """
    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()
            connections.close_all()


class Visitor:
    """Somebody at a page: what they see, and what went wrong behind it."""

    def __init__(self, browser: Browser, site: str, *, dark: bool = False, narrow: bool = False) -> None:
        size = NARROW if narrow else WIDE
        self.context = browser.new_context(
            base_url=site, viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce"
        )
        self.page: Page = self.context.new_page()
        self.site, self.manner = site, f"{'dark' if dark else 'light'}-{size['width']}"
        self.faults: list[str] = []
        self.page.on("request", lambda asked: self._no_other_host(asked.url))
        self.page.on("console", lambda line: self._noted(line.type == "error", f"console: {line.text}"))
        self.page.on("pageerror", lambda error: self._noted(True, f"script: {error}"))
        self.page.on("response", lambda got: self._noted(got.status >= 500, f"{got.status} {got.url}"))

    def log_in(self, name: str, password: str) -> None:
        """By the form, and by keyboard alone."""
        self.page.goto("/admin/")
        self.page.locator("#id_username").focus()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"{self.site}/admin/")

    def looks(self, name: str) -> list[str]:
        """Keep a picture of the page; what a person could not see or reach: findings of axe, and sideways scrolling."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.wait_for_load_state("load")
        self.page.screenshot(path=SCREENSHOTS / f"{name}-{self.manner}.png", full_page=True)
        found = [
            f"{name} ({self.manner}): {one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in Axe().run(self.page).response["violations"]
            if one["impact"] in SERIOUS
        ]
        wide = self.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        return found + ([f"{name} ({self.manner}): {wide} pixels too wide"] if wide > 0 else [])

    def _no_other_host(self, url: str) -> None:
        self._noted(not url.startswith((self.site, "data:", "blob:")), f"asked another host: {url}")

    def _noted(self, wrong: bool, what: str) -> None:
        if wrong and what not in self.faults:
            self.faults.append(what)
