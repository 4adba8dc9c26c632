"""What a page costs a reader who was never here."""

from .conditions import Condition


# Bytes, compressed, of all that is loaded for it.
MOST = {"/": 60_000, "discrepancies": 40_000}
MOST_OF_EMBED = 30_000

BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname)"""


class Scales:
    """A tab that keeps nothing of the pages it has loaded."""

    def __init__(self, engine):
        self.context = Condition().context(engine)
        self.page = self.context.new_page()
        self.context.new_cdp_session(self.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.requests = []
        self.page.on("requestfinished", lambda request: self.requests.append(request))

    def load(self, url):
        """The bytes, the number of requests, and what the first paint of a page waited for."""
        # Nothing late of the page before is counted for this one.
        self.page.goto("about:blank")
        self.requests.clear()
        self.page.goto(url)
        data = sum(request.sizes()["responseBodySize"] for request in self.requests)
        return data, len(self.requests), self.page.evaluate(BLOCKING)


def faults(path, most, data, blocking, sheets=1):
    if data > most:
        yield f"{path}: {data} bytes, of at most {most}"
    if len(blocking) != sheets:
        yield f"{path}: the first paint waits for {blocking}"


def check(engine, pages, host, report):
    scales = Scales(engine)
    data, _, blocking = scales.load(pages.base + "/")
    report.row(f"/ loads in {MOST['/']} bytes, and is painted after its style sheet; it has {data}",
               faults("/", MOST["/"], data, blocking))
    found, heaviest = [], 0
    paths = pages.of("discrepancies")
    for path in paths:
        data, _, blocking = scales.load(pages.base + path)
        heaviest = max(heaviest, data)
        found += faults(path, MOST["discrepancies"], data, blocking)
    report.row(f"so does a discrepancy in {MOST['discrepancies']}; the heaviest has {heaviest}", found, len(paths))
    found, heaviest = [], 0
    for path in pages.frames:
        data, requests, blocking = scales.load(pages.base + path)
        heaviest = max(heaviest, data)
        found += faults(path, MOST_OF_EMBED, data, blocking, sheets=0)
        if requests != 1:
            found.append(f"{path}: {requests} requests")
    report.row(f"an embed is one request of {MOST_OF_EMBED}; the heaviest has {heaviest}", found, len(pages.frames))
    scales.context.close()
