"""Debian's Chromium, driven by Playwright."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright


@contextmanager
def browser():
    program = shutil.which("chromium")
    if not program:
        raise SystemExit("there is no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        # In a container, where there is nobody to protect root from, its sandbox does not start.
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield running
        finally:
            running.close()
