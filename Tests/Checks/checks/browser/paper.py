"""The worksheets as they are printed: a sheet for the class, and one for the teacher."""

import re

from .conditions import LANGUAGES


# A4 within the margins that the page asks for, at 96 pixels an inch.
WIDTH = round(180 / 25.4 * 96)
LEAST_LINES = 2

# What does not fit on the sheet, and how many whole lines each question has to be answered on.
MEASURE = """() => {
    const sheet = document.querySelector(".worksheet");
    return {
        beyond: sheet.scrollHeight - sheet.clientHeight,
        lines: [...sheet.querySelectorAll(".ruled")].map((ruled) =>
            [...ruled.children].filter((line) =>
                line.getBoundingClientRect().bottom <= ruled.getBoundingClientRect().bottom + 0.5).length),
    };
}"""


def faults(page):
    """Of the worksheet that is open."""
    page.emulate_media(media="print")
    measured = page.evaluate(MEASURE)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    return (
        ([f"{sheets} pages of paper"] if sheets != 2 else [])
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
    report.row("each worksheet is one sheet, and its key another", found, len(lessons) * len(LANGUAGES))
