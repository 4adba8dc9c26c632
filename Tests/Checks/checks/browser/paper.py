"""The worksheets as they are printed: at most two sheets for the class, and at most two for the teacher, whose first page is
never the back of a pupil's; and the QR codes on them, as a reader of another make reads them."""

import io
import re

import zxingcpp
from PIL import Image

from .conditions import LANGUAGES


# A4 within the margins that the page asks for, at 96 pixels an inch.
WIDTH = round(180 / 25.4 * 96)
# The modules of a QR code together, in pixels: 20 mm.
LEAST_CODE = 20 / 25.4 * 96
LEAST_LINES = 2
MOST_SHEETS = 2

# What does not fit on the sheets, and how many whole lines each question has to be answered on.
MEASURE = """() => ({
    beyond: Math.max(...[...document.querySelectorAll(".texts, .worksheet")].map((sheet) =>
        sheet.scrollHeight - sheet.clientHeight)),
    lines: [...document.querySelectorAll(".ruled")].map((ruled) =>
        [...ruled.children].filter((line) =>
            line.getBoundingClientRect().bottom <= ruled.getBoundingClientRect().bottom + 0.5).length),
})"""


def codes(page):
    """What a reader makes of each QR code of the worksheet that is open."""
    pictures = page.locator("svg.qr")
    read = [zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot()))) for picture in pictures.all()]
    addresses = page.eval_on_selector_all(".sourcing a", "links => links.map((link) => link.href)")
    widths = page.eval_on_selector_all(".qr path + path", "all => all.map((path) => path.getBoundingClientRect().width)")
    return (
        ([f"{len(widths)} QR codes of {addresses}"] if len(widths) != len(addresses) else [])
        + [f"{[code.text for code in found]} is read, not {address}" for address, found in zip(addresses, read)
           if [code.text for code in found] != [address]]
        + [f"a QR code is {width} pixels wide" for width in widths if width < LEAST_CODE]
    )


def sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def faults(page):
    """Of the worksheet that is open."""
    page.emulate_media(media="print")
    parts, whole = page.locator(".texts, .worksheet").count(), sheets(page)
    if not page.locator(".key").count():
        return [] if whole == parts else [f"{whole} sheets without the key"]
    measured, unread = page.evaluate(MEASURE), codes(page)
    page.evaluate("document.querySelectorAll('.texts, .worksheet').forEach((sheet) => sheet.remove())")
    key = sheets(page)
    return (
        ([f"{parts} sheets for the class"] if not 1 <= parts <= MOST_SHEETS else [])
        + ([f"{key} sheets for the teacher"] if key > MOST_SHEETS else [])
        + ([f"{whole} sheets in all"] if whole != parts + key else [])
        + ([f"{measured['beyond']} pixels do not fit"] if measured["beyond"] > 0 else [])
        + [f"{count} lines to write on" for count in measured["lines"] if count < LEAST_LINES] + unread
    )


def check(engine, pages, host, report):
    lessons = [path for path in pages.paths if path.startswith("/lessons/")]
    found = [] if lessons else ["there is none"]
    context = engine.new_context(viewport={"width": WIDTH, "height": 1000}, device_scale_factor=3)
    page = context.new_page()
    for path in lessons:
        for language in LANGUAGES:
            page.goto(f"{pages.base}{path}?lang={language}")
            found += [f"{path} ({language}): {fault}" for fault in faults(page)]
    context.close()
    report.row("each worksheet is two sheets at most, and so is its key; its QR codes are read", found, len(lessons) * len(LANGUAGES))
