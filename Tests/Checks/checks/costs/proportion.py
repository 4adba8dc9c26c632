"""Holds the work in proportion to what is asked: every field, path and parameter at its largest, at half of that and at a
quarter, counted in instructions. Twice as much may cost 2.2 times as much, and so may what was added: a constant hides
nothing. Whether it is answered with 200 or refused makes no difference, but it is to be the same for all three.

Parameters and paths come from the description that the server gives of itself, pages from its sitemap, so that a new
one is covered where it is declared. Two servers answer the whole table, each on a core."""

import re
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from ..harness.server import Server
from .callgrind import CountedServer
from .rows import rows

MOST = 2.2
# What one more read, a thread that wakes up or a table that grows may cost, and must not decide where little is done.
SLACK = 75_000
# Valgrind is some fifty times slower than a core.
PATIENCE = 20
SERVERS = 2


def described():
    """The description, and the pages of the sitemap: the first of each folder."""
    with Server("--loops", "1") as server:
        description = server.get("/api/v1/openapi.json").json()
        index = server.get("/sitemap.xml").text
        pages = {}
        for part in located(index):
            for path in located(server.get(part).text):
                if not path.startswith("/api/") and path != "/llms.txt":
                    pages.setdefault((path.count("/"), path.rpartition("/")[0] or path), path)
        html = {path: server.get(path).text for path in pages.values()}
    return description, html


def located(sitemap):
    return [urlsplit(url).path for url in re.findall("<loc>([^<]*)", sitemap)]


def counted(wanted):
    """By row, the statuses and instructions of its requests."""
    statuses = {}
    with CountedServer() as server:
        for row in wanted:
            try:
                statuses[row.name] = [status(server.exchange(request, PATIENCE)) for request in row.requests()]
            except TimeoutError:
                raise SystemExit(f"{row.name}: no answer in {PATIENCE} s") from None
        server.end()
        numbers = iter(range(server.connections))
        return {
            name: [(one, server.instructions(next(numbers))) for one in each] for name, each in statuses.items()}


def status(data):
    return data[9:12].decode()


def table(wanted):
    with ThreadPoolExecutor(SERVERS) as pool:
        parts = pool.map(counted, [wanted[number::SERVERS] for number in range(min(SERVERS, len(wanted)))])
        return {name: one for part in parts for name, one in part.items()}


def holds(counts):
    (few, quarter), (some, half), (all, whole) = counts[-3:]
    return (few == some == all and whole <= MOST * half + SLACK
            and whole - half <= MOST * max(half - quarter, 0) + SLACK)


def line(counts):
    sizes = counts[-3:]
    (_, quarter), (_, half), (_, whole) = sizes
    growth = (whole - half) / max(half - quarter, 1)
    return " ".join(one for one, _ in sizes) + "".join(f"{cost:>13,}" for _, cost in sizes) + f"{growth:>8.2f}"


def main(arguments):
    wanted = [row for row in rows(*described()) if all(word in row.name for word in arguments)]
    found = table(wanted)
    # A clock that ticked or a table that grew falls on a row by chance; what a row does falls on it again.
    again = [row for row in wanted if not holds(found[row.name])]
    if again:
        found |= table(again)
    for row in wanted:
        print(f"{row.name:<74} " + line(found[row.name]))
    failed = [row for row in again if not holds(found[row.name])]
    print(f"{len(wanted)} rows, {len(again)} counted again, {len(failed)} out of proportion")
    for row in failed:
        print(f"{row.name:<74} " + line(found[row.name]))
    return 1 if failed or not wanted else 0
