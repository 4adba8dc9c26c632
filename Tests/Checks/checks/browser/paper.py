"""The worksheets as they are printed: at most two sheets for the class, and at most two for the teacher, whose first page is
never the back of a pupil's."""

import re

from .conditions import LANGUAGES


# A4 within the margins that the page asks for, at 96 pixels an inch.
WIDTH = round(180 / 25.4 * 96)
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


def sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def faults(page):
    """Of the worksheet that is open."""
    page.emulate_media(media="print")
    measured = page.evaluate(MEASURE)
    parts = page.locator(".texts, .worksheet").count()
    whole = sheets(page)
    page.evaluate("document.querySelectorAll('.texts, .worksheet').forEach((sheet) => sheet.remove())")
    key = sheets(page)
    return (
        ([f"{parts} sheets for the class"] if not 1 <= parts <= MOST_SHEETS else [])
        + ([f"{key} sheets for the teacher"] if key > MOST_SHEETS else [])
        + ([f"{whole} sheets in all"] if whole != parts + key else [])
        + ([f"{measured['beyond']} pixels do not fit"] if measured["beyond"] > 0 else [])
        + [f"{count} lines to write on" for count in measured["lines"] if count < LEAST_LINES]
    )


def check(engine, pages, host, report):
    lessons = [path for path in pages.paths if path.startswith("/lessons/")]
    found = [] if lessons else ["there is none"]
    context = engine.new_context(viewport={"width": WIDTH, "height": 1000})
    page = context.new_page()
    for path in lessons:
        for language in LANGUAGES:
            page.goto(f"{pages.base}{path}?lang={language}")
            found += [f"{path} ({language}): {fault}" for fault in faults(page)]
    context.close()
    report.row("each worksheet is two sheets at most, and so is its key", found, len(lessons) * len(LANGUAGES))
