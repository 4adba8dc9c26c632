"""Has a browser measure the text of every picture that the server gives: none overlaps another, none leaves the picture, all
can be read in the window that it is laid out for, and a theme changes colours alone."""

import itertools
import re

from lxml import etree

from ..harness.http import get, records

LANGUAGES = ("en", "lt")
WIDTHS = ("narrow", "wide")
THEMES = ("auto", "light", "dark")
# Of a window that a picture is laid out for, and what a text must have there at least, in CSS pixels.
WINDOW, LEAST = {"narrow": 320, "wide": 640}, 11
# What a theme may change: colours, and the style that changes them.
COLOR = re.compile(rb'#[0-9a-f]{6}|<style>.*?</style>|class="p-[a-z]+" ?')
SVG = "{http://www.w3.org/2000/svg}"

BOXES = """() => [...document.querySelectorAll("text")].map((text) => {
    const box = text.getBBox();
    return {
        text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize),
        left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height,
    };
})"""


def addresses(base):
    """Every picture that a record, the index or a way out of a knot links to, in both languages and widths."""
    index = get(f"{base}/api/v1").json()
    paths = [index["links"]["chronology"]]
    for kind in ("statistics", "discrepancies"):
        for record in records(base, kind):
            paths += [record["links"][name] for name in ("picture", "measure") if name in record["links"]]
    paths += [f"/charts/knots/{revision['id'].rpartition('-')[0]}.svg" for revision in records(base, "revisions")]
    every = itertools.product(dict.fromkeys(paths), LANGUAGES, WIDTHS)
    return [f"{base}{path}?lang={language}&width={width}" for path, language, width in every]


def written(body):
    """What is wrong with the file itself."""
    root = etree.fromstring(body)
    title, description = root.find(SVG + "title"), root.find(SVG + "desc")
    if root.get("role") != "img" or title is None or description is None:
        return ["no role, title or description"]
    if root.get("aria-labelledby") != f"{title.get('id')} {description.get('id')}":
        return ["it is not labelled by its title and description"]
    figures = {"".join(text.itertext()) for text in root.iter(SVG + "text") if text.get("font-weight") == "600"}
    told = " ".join((title.text, description.text)).lower()
    words = {word for figure in figures for word in figure.lower().split()}
    return [f"“{word}” is not in the description" for word in words if word not in told]


def measured(page, url):
    """What is wrong with the picture as it is drawn."""
    page.goto(url)
    box = [float(part) for part in page.evaluate("document.documentElement.getAttribute('viewBox')").split()]
    texts = page.evaluate(BOXES)
    faults = [] if texts else ["no text"]
    width = url.rpartition("=")[2]
    if box[2] < WINDOW[width]:
        faults.append(f"{box[2]} units are not {width}")
    for text in texts:
        if text["size"] * WINDOW[width] / box[2] < LEAST:
            faults.append(f"“{text['text']}” is too small in {WINDOW[width]} px")
        if text["left"] < 0 or text["top"] < 0 or text["right"] > box[2] or text["bottom"] > box[3]:
            faults.append(f"“{text['text']}” leaves the picture")
    for one, other in itertools.combinations(texts, 2):
        across = min(one["right"], other["right"]) - max(one["left"], other["left"])
        down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        if across > 0.5 and down > 0.5:
            faults.append(f"“{one['text']}” and “{other['text']}” overlap")
    return faults


def faults(page, url):
    """Of one picture, each in words."""
    answer = get(url)
    if answer.status != 200:
        return [f"status {answer.status}"]
    found = written(answer.body) + measured(page, url)
    # Where the themes differ in colours alone, what is measured of one holds of all.
    for theme in THEMES:
        other = get(f"{url}&theme={theme}")
        if other.status != 200 or COLOR.sub(b"", other.body) != COLOR.sub(b"", answer.body):
            found.append(f"the theme {theme} changes more than colours")
    if get(url).body != answer.body:
        found.append("it is not the same again")
    return found


def check(engine, pages, host, report):
    page = engine.new_page()
    urls = addresses(pages.base)
    found = [f"{url.removeprefix(pages.base)}: {fault}" for url in urls for fault in faults(page, url)]
    page.close()
    report.row("the texts of a picture are apart, inside it and can be read, in either width and every theme", found, len(urls))
