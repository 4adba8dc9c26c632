"""The words that a page explains: shown by the keyboard and by a finger, without a script, and on paper not at all."""

from .conditions import Condition

CONDITIONS = [Condition(320, "lt", "dark"), Condition(1440, "en", "light")]

# What is open, whether all of it is on the screen, and whether the word can still be read.
OPEN = """() => [...document.querySelectorAll(":popover-open")].map((element) => {
    const box = element.getBoundingClientRect();
    return {
        target: element.id, text: element.textContent.trim(), isLinked: element.querySelector("a[href*='/terms']") !== null,
        isApart: [...document.querySelector(`[popovertarget="${element.id}"]`).getClientRects()].every((word) =>
            word.bottom <= box.top || word.top >= box.bottom || word.right <= box.left || word.left >= box.right),
        isInside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    };
})"""


def faults(page):
    """How many words the page that is open explains, and what is wrong with how it does."""
    found, terms = [], page.locator("button.term")
    for term in terms.all():
        target = term.get_attribute("popovertarget")
        for opens in (lambda: term.press("Enter"), term.click):
            opens()
            shown = page.evaluate(OPEN)
            if [box["target"] for box in shown] != [target]:
                found.append(f"{target}: {[box['target'] for box in shown]} is open")
            found += [f"{target}: not whole on the screen" for box in shown if not box["isInside"]]
            found += [f"{target}: covers its word" for box in shown if not box["isApart"]]
            found += [f"{target}: leads nowhere" for box in shown if not box["isLinked"] or not box["text"]]
            page.keyboard.press("Escape")
            if page.evaluate(OPEN):
                found.append(f"{target}: Escape does not close it")
    if terms.count():
        page.emulate_media(media="print")
        if page.locator(".explained").first.is_visible() or not terms.first.is_visible():
            found.append("on paper, a word is not just a word")
        page.emulate_media(media="screen")
    return terms.count(), found


def check(engine, pages, host, report):
    found, count = [], 0
    for condition in CONDITIONS:
        context = condition.context(engine)
        page = context.new_page()
        for path in pages.some(2):
            page.goto(pages.base + path)
            terms, missed = faults(page)
            count += terms
            found += [f"{path} ({condition}): {fault}" for fault in missed]
        context.close()
    report.row("a word that is explained shows what it means", found if count else ["there is none"], count)
