"""For whom cannot see, or uses no mouse: axe-core, and the Tab key."""

from pathlib import Path

import axe_playwright_python

from .conditions import Condition

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Light and dark, both languages, the extremes of width.
CONDITIONS = [Condition(320, "en", "light"), Condition(1440, "lt", "dark")]

# What can be reached: of radio buttons of one name, one.
STOPS = """() => {
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]";
    const names = new Set();
    const stops = [...document.querySelectorAll(selector)].filter((element) => {
        if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
        if (element.type !== "radio") return true;
        return !names.has(element.name) && names.add(element.name);
    });
    window.stops = stops;
    return stops.length;
}"""

# Where the focus is, and whether it is seen there.
FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isRadio = element.type === "radio";
    return {
        stop: window.stops.findIndex((stop) => stop === element || isRadio && stop.name === element.name),
        name: element.cloneNode().outerHTML.slice(0, 90) + element.textContent.trim().slice(0, 30),
        seen: element.tagName === "IFRAME"
            || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none",
        inside: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0
            && box.left < innerWidth && box.top < innerHeight,
    };
}"""


def violations(page):
    """What axe finds wrong with the page that is open."""
    page.evaluate(AXE)
    options = {"runOnly": TAGS, "iframes": False, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]} {(node['failureSummary'] or '').splitlines()[-1].strip()[:160]}"
        for violation in found for node in violation["nodes"][:3]
    ]


def keyboard(page):
    """How many stops the Tab key has on the page that is open, and the faults of them."""
    count = page.evaluate(STOPS)
    reached, faults = set(), []
    # In a frame, the focus stays on it for as many stops as the frame has.
    for _ in range(2 * count + 40):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        # A region that scrolls is a stop, too, that nobody has to name.
        if focus["stop"] in reached - {-1} and page.evaluate("document.activeElement.tagName") != "IFRAME":
            break
        reached.add(focus["stop"])
        if not focus["seen"]:
            faults.append(f"the focus does not show on {focus['name']}")
        if not focus["inside"]:
            faults.append(f"out of sight when focused: {focus['name']}")
    missed = [stop for stop in range(count) if stop not in reached]
    names = page.evaluate("missed => missed.map((stop) => window.stops[stop].outerHTML.slice(0, 90))", missed)
    return count, faults + [f"Tab does not come to {name}" for name in names]


def check(engine, pages, host, report):
    faults, stops = [], 0
    for condition in CONDITIONS:
        with_page = condition.context(engine)
        page = with_page.new_page()
        for path in pages.some(1):
            page.goto(pages.base + path)
            count, missed = keyboard(page)
            stops += count
            faults += [f"{path} ({condition}): {fault}" for fault in missed]
        with_page.close()
    report.row("Tab comes to every link and control, and shows it", faults, stops)
