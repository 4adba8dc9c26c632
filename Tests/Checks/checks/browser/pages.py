"""The pages that a reader can come to from `/`, by links alone."""

import re
from itertools import product
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

import requests
from lxml import html

from .conditions import LANGUAGES, Condition

# These are looked at in every condition; the others, in which every two conditions meet.
MAIN = ["/", "/events", "/statistics", "/discrepancies", "/weigh", "/sources", "/search", "/about", "/docs", "/lessons", "/embed"]
# Of which every record has a page.
KINDS = ["events", "statistics", "discrepancies", "sources"]
# Of which every record has an embed.
EMBEDDED = ["discrepancies", "statistics"]
# Pages that differ in their queries alone: filters and pages of lists.
MOST_QUERIES = 2


# Pages that are lists, the windows in which the first record is in sight, and where it is then.
LISTS = ["/events", "/statistics", "/discrepancies", "/sources", "/claims", "/checks", "/conflicts", "/revisions", "/lessons", "/terms",
         "/changes"]
WINDOWS = [(390, 844), (1280, 900)]
FIRST = """(list) => {
    const records = document.querySelectorAll(`main a[href^="${list}/"], main tr[id] a, main li[id] a, main dt[id], main .finding a,
        main a[href^="/discrepancies/"]`);
    return Math.min(...[...records].map((record) => record.getBoundingClientRect()).filter((box) => box.height).map((box) => box.bottom));
}"""


class Pages:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()
        self.session.headers["Accept"] = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
        self.faults = []
        self.paths = self.crawl()
        self.ids = {kind: [record["id"] for record in self.records(kind)] for kind in KINDS}
        # For frames: no page leads to them.
        self.frames = [f"/embed/{kind}/{id}" for kind in EMBEDDED for id in self.ids[kind]]

    def get(self, path, language=None):
        return self.session.get(self.base + path, headers={"Accept-Language": language or "en"}, timeout=30)

    def records(self, kind):
        """What the API has."""
        return self.get(f"/api/v1/{kind}.json?limit=1000").json()["data"]

    def pictures(self):
        """The SVG of every record that has figures, and of the chronology."""
        links = [record["links"] for kind in KINDS for record in self.records(kind)]
        links.append(self.get("/api/v1.json").json()["links"])
        found = [link[name] for link in links for name in ("picture", "measure", "chronology") if link.get(name)]
        return list(dict.fromkeys(link if link.endswith(".svg") else link + ".svg" for link in found))

    def crawl(self):
        """HTML pages without `lang` and `theme`, in the order in which they are found."""
        waiting, seen, queries, pages = ["/"], {"/"}, {}, []
        while waiting:
            path = waiting.pop(0)
            answer = self.get(path)
            if answer.status_code != 200:
                self.faults.append(f"{path}: status {answer.status_code}")
                continue
            if not answer.headers["Content-Type"].startswith("text/html"):
                continue
            pages.append(path)
            for link in self.links(path, answer.content):
                if link not in seen and self.is_new(link, queries):
                    seen.add(link)
                    waiting.append(link)
        return pages

    def links(self, path, content):
        document = html.fromstring(content)
        forms = [form.get("action") for form in document.iterfind(".//form[@action]")]
        for reference in [anchor.get("href") for anchor in document.iterfind(".//a[@href]")] + forms:
            link = self.local(path, reference)
            if link and not link.startswith("/api/"):
                yield link

    def local(self, path, reference):
        """A path of this server, without language, theme and fragment; nothing for another site's."""
        url = urlsplit(urldefrag(urljoin(self.base + path, reference)).url)
        if f"{url.scheme}://{url.netloc}" != self.base:
            return None
        query = [(name, value) for name, value in parse_qsl(url.query, True) if name not in ("lang", "theme")]
        return url.path + ("?" + urlencode(query) if query else "")

    def is_new(self, link, queries):
        """Not yet another of many pages that differ in their queries alone."""
        path, _, query = link.partition("?")
        if not query:
            return True
        names = path, tuple(sorted(name for name, _ in parse_qsl(query, True)))
        queries[names] = queries.get(names, 0) + 1
        return queries[names] <= MOST_QUERIES

    def of(self, kind):
        """The pages of the records of a kind."""
        return [path for path in self.paths if re.fullmatch(rf"/{kind}/[^/?]+", path)]

    def some(self, most):
        """The main pages, and the first of each kind."""
        frames = [f"/embed/{kind}/{id}" for kind in EMBEDDED for id in self.ids[kind][:most]]
        return MAIN + [path for kind in [*KINDS, "lessons"] for path in self.of(kind)[:most]] + frames


def check(engine, pages, host, report):
    """Every page of the design is reached, and every record's."""
    report.row("every link from / leads to something", pages.faults, len(pages.paths))
    reached = {path.partition("?")[0] for path in pages.paths}
    report.row("the main pages are reached", [path for path in MAIN if path not in reached], len(MAIN))
    faults = []
    for (width, height), language in product(WINDOWS, LANGUAGES):
        context = Condition(width, language).context(engine)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        for path in LISTS:
            page.goto(pages.base + path)
            bottom = page.evaluate(FIRST, path)
            if not 0 < bottom <= height:
                faults.append(f"{path} ({language}, {width} × {height}): the first record ends at {bottom}")
        context.close()
    report.row("a list is begun within the first screen", faults, len(LISTS) * len(WINDOWS) * len(LANGUAGES))
    for kind, name in [*((kind, kind) for kind in KINDS), ("lessons", "discrepancies")]:
        wanted = [f"/{kind}/{id}" for id in pages.ids[name]]
        found = set(pages.paths)
        report.row(f"every page of {kind} is reached", [path for path in wanted if path not in found], len(wanted))
