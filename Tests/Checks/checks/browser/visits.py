"""What happens while a page loads, in every condition."""

import re
from urllib.parse import urlsplit

from . import access
from .conditions import PAIRS, PRODUCT, WIDTHS
from .pages import MAIN


# The conditions by tasks, which several browsers do: those that have all pages to look at are dealt out evenly.
TASKS = 6
ALIKE = re.compile(r"/(embed/)?(events|statistics)/")

# The height of what stands above a page on a phone, in CSS pixels.
MOST_OF_HEAD = 120

LAYOUT = """() => {
    const width = document.documentElement.clientWidth;
    const isScrolled = (element) => {
        for (let parent = element.parentElement; parent; parent = parent.parentElement)
            if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(parent).overflowX)) return true;
    };
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > width + 1 && box.width > 0 && !isScrolled(element);
    });
    const head = document.querySelector("header.top");
    // Of a menu that scrolls sideways, or is cut, something is outside of what it stands in.
    const cut = (link) => {
        const box = link.getBoundingClientRect();
        for (let parent = link.parentElement; parent; parent = parent.parentElement) {
            const frame = parent.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) return true;
        }
        return box.height < 24;
    };
    return {
        lang: document.documentElement.lang,
        head: head?.getBoundingClientRect().height ?? 0,
        cut: [...head?.querySelectorAll("a") ?? []].filter((link) => link.checkVisibility() && cut(link)).map((link) => link.text),
        title: document.title,
        over: document.documentElement.scrollWidth - width,
        wide: wide.slice(0, 2).map((element) => element.cloneNode().outerHTML.slice(0, 90)),
        styled: document.styleSheets.length,
    };
}"""


class Visitor:
    """One tab in one condition."""

    def __init__(self, engine, condition, base):
        self.condition = condition
        self.host = urlsplit(base).netloc
        self.base = base
        self.context = condition.context(engine)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.note("console", str(error)))
        self.page.on("requestfailed", self.miss)
        self.page.on("response", self.see)
        self.page.on("request", self.ask)

    def note(self, fact, words):
        self.faults.append((fact, words[:200]))

    def hear(self, message):
        if message.type in ("error", "warning"):
            self.note("console", message.text)

    def miss(self, request):
        # What was still on its way when the page was left.
        if request.failure != "net::ERR_ABORTED":
            self.note("request", f"{request.url} {request.failure}")

    def see(self, response):
        if response.status >= 400:
            self.note("request", f"{response.url} {response.status}")

    def ask(self, request):
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != self.host:
            self.note("host", request.url)

    def visit(self, path):
        """Each fault as the fact that it is one of, and words."""
        self.faults = []
        self.page.goto(self.base + path, wait_until="load")
        layout = self.page.evaluate(LAYOUT)
        if layout["over"] > 0 or layout["wide"]:
            self.note("scroll", f"{layout['over']} px too wide: {' '.join(layout['wide'])}")
        if layout["lang"] != self.condition.language:
            self.note("lang", f"lang is “{layout['lang']}”")
        if layout["cut"] or layout["head"] > MOST_OF_HEAD and self.condition.width == min(WIDTHS):
            self.note("menu", f"{layout['head']} px, cut: {' '.join(layout['cut'])}")
        if not layout["title"] or not layout["styled"]:
            self.note("style", f"title “{layout['title']}”, {layout['styled']} style sheets")
        if self.condition in access.CONDITIONS:
            for violation in access.violations(self.page):
                self.note("axe", violation)
        return [(fact, f"{path} ({self.condition}): {words}") for fact, words in self.faults]

    def close(self):
        self.context.close()


FACTS = {
    "console": "nothing in the console",
    "request": "no failed request",
    "host": "no request to another host",
    "scroll": "nothing wider than the window",
    "menu": f"all of the menu is in sight, on a phone within {MOST_OF_HEAD} px",
    "lang": "in the reader's language",
    "style": "a title and a style sheet",
    "axe": "axe finds no violation: WCAG 2.2 AA and best practice",
}


def seen(paths, condition):
    """What is looked at in a condition. Of the many that are made alike, each is looked at in one."""
    for number, path in enumerate(paths):
        if path in MAIN:
            yield path
        elif condition in PAIRS and (not ALIKE.match(path) or number % len(PAIRS) == PAIRS.index(condition)):
            yield path


def tasks():
    order = sorted(PRODUCT, key=lambda condition: condition not in PAIRS)
    return [order[number::TASKS] for number in range(TASKS)]


def visited(engine, pages, conditions):
    """The faults found in some of the conditions, and the number of visits."""
    faults, count = [], 0
    for condition in conditions:
        visitor = Visitor(engine, condition, pages.base)
        for path in seen(pages.paths + pages.frames, condition):
            count += 1
            try:
                faults += visitor.visit(path)
            except Exception as error:
                faults.append(("request", f"{path} ({condition}): {str(error).splitlines()[0]}"))
        visitor.close()
    return faults, count


def check(results, report):
    """What all tasks found."""
    count = sum(count for _, count in results)
    for fact, words in FACTS.items():
        report.row(words, [fault for faults, _ in results for kind, fault in faults if kind == fact], count)
