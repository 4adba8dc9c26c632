"""What a page costs a reader who was never here."""

from conditions import Condition

# Octets, compressed, of all that is loaded for it.
MOST = {"/": 60_000, "discrepancies": 40_000}
MOST_OF_EMBED = 30_000

BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname)"""


def load(engine, url):
    """The octets, the requests, and what held up the first paint of a page that is loaded anew."""
    context = Condition().context(engine)
    page = context.new_page()
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(url, wait_until="load")
    octets = sum(request.sizes()["responseBodySize"] for request in requests)
    blocking = page.evaluate(BLOCKING)
    context.close()
    return octets, len(requests), blocking


def faults(path, most, octets, blocking, sheets=1):
    if octets > most:
        yield f"{path}: {octets} octets, of at most {most}"
    if len(blocking) != sheets:
        yield f"{path}: the first paint waits for {blocking}"


def check(engine, pages, report):
    found, heaviest = list(faults_of(engine, pages, "/", MOST["/"])), 0
    report.row(f"/ loads in {MOST['/']} octets, and is painted after the page and its style sheet", found)
    found = []
    paths = pages.of("discrepancies")
    for path in paths:
        octets, _, blocking = load(engine, pages.base + path)
        heaviest = max(heaviest, octets)
        found += faults(path, MOST["discrepancies"], octets, blocking)
    report.row(f"so does a discrepancy in {MOST['discrepancies']}; the heaviest has {heaviest}", found, len(paths))
    found, heaviest = [], 0
    paths = pages.frames[::2]
    for path in paths:
        octets, requests, blocking = load(engine, pages.base + path)
        heaviest = max(heaviest, octets)
        found += faults(path, MOST_OF_EMBED, octets, blocking, sheets=0)
        if requests != 1:
            found.append(f"{path}: {requests} requests")
    report.row(f"an embed is one request of {MOST_OF_EMBED}; the heaviest has {heaviest}", found, len(paths))


def faults_of(engine, pages, path, most):
    octets, _, blocking = load(engine, pages.base + path)
    return faults(path, most, octets, blocking)
