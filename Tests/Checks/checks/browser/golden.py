"""What the main pages look like, against small pictures that somebody has looked at.

Compared as a few grey patches: letters a little wider are not seen; a page without its style sheet is. Each run shows
both for every picture, so that the threshold is known to tell them apart.
"""

import io
import re
from pathlib import Path

import numpy
from PIL import Image

from .conditions import Condition

FOLDER = Path(__file__).resolve().parent / "golden"
CONDITIONS = [Condition(320, "en", "light"), Condition(1440, "lt", "dark")]
# Pictures are kept so wide, in so many shades of grey.
WIDTH, SHADES = 240, 16
# Patches of a window, across and down.
PATCHES = 12, 9
# The mean difference of two pictures, of 1.
MOST = 0.02
# As another version of a font would have it.
OTHER_LETTERS = """document.adoptedStyleSheets = [new CSSStyleSheet()];
document.adoptedStyleSheets[0].replaceSync("body { letter-spacing: .005em }")"""
DRAWN = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
BARE = """document.adoptedStyleSheets = [];
document.querySelectorAll("link[rel=stylesheet], style").forEach((sheet) => sheet.remove())"""


def shot(page):
    """The window as it is, small and grey."""
    image = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("L")
    return image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.BOX)


def difference(one, other):
    """0 for the same picture, 1 for black and white."""
    patches = [numpy.asarray(image.resize(PATCHES, Image.Resampling.BOX), dtype=float) for image in (one, other)]
    return float(abs(patches[0] - patches[1]).mean()) / 255


def file(path, condition):
    name = re.sub(r"[^a-z0-9-]+", "-", path.strip("/")) or "home"
    return FOLDER / f"{name}.{condition.width}.png"


def renew(engine, pages):
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for path, condition, page in opened(engine, pages):
        shot(page).quantize(SHADES).save(file(path, condition), optimize=True)
        print(file(path, condition).name)


def opened(engine, pages):
    """Each page of which there is a picture, in each condition, open."""
    for condition in CONDITIONS:
        context = condition.context(engine)
        page = context.new_page()
        for path in pages.some(1):
            # Loaded, and drawn after what its scripts have changed.
            page.goto(pages.base + path, wait_until="load")
            page.evaluate(DRAWN)
            yield path, condition, page
        context.close()


def check(engine, pages, host, report):
    changed, blind, strict, kept = [], [], [], []
    worst, least, font = 0.0, 1.0, 0.0
    for path, condition, page in opened(engine, pages):
        name = file(path, condition)
        if not name.exists():
            changed.append(f"{name.name} is missing: run with --golden, and look at it")
            continue
        kept.append(name)
        golden = Image.open(name).convert("L")
        now = difference(golden, shot(page))
        worst = max(worst, now)
        if now > MOST:
            changed.append(f"{name.name} differs by {now:.3f}, of at most {MOST}")
        page.evaluate(OTHER_LETTERS)
        other = difference(golden, shot(page))
        font = max(font, other)
        if other > MOST:
            strict.append(f"{name.name} in wider letters differs by {other:.3f}")
        page.evaluate(BARE)
        bare = difference(golden, shot(page))
        least = min(least, bare)
        if bare <= MOST:
            blind.append(f"{name.name} without its style sheet differs by {bare:.3f} only")
    report.row(f"the main pages look as they did; the most that one differs is {worst:.3f} of {MOST}", changed, len(kept))
    report.row(f"wider letters are not taken for a change: {font:.3f}", strict, len(kept))
    report.row(f"a missing style sheet is: {least:.3f}", blind, len(kept))
    stale = set(FOLDER.glob("*.png")) - set(kept)
    report.row("no picture is of a page that is gone", [name.name for name in stale])
