"""Counts what one request costs the server: instructions, allocations and reference counts. Of each kind, so many are
asked on one connection and twice as many on another, so that what a connection costs drops out. Log and metrics are on,
as they ship."""

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ..harness.http import take
from ..harness.report import Report
from ..harness.server import ROOT
from .callgrind import CountedServer

COUNTED = {
    "allocations": {"malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"},
    "retains": {"swift_retain", "swift_bridgeObjectRetain", "swift_retain_n"},
    "releases": {"swift_release", "swift_bridgeObjectRelease", "swift_release_n"},
}
STATISTIC, DISCREPANCY = "/api/v1/statistics/mobilised-1944", "/discrepancies/taken-by-force-sum"
PICTURE, CITATION = "/charts/discrepancies/taken-by-force-sum.svg", "/api/v1/cite/discrepancies/taken-by-force-sum"
# A version that never changes: what is compared are programs, whatever the history has grown to.
DATA = ROOT / "Resources/datasets/lithuania-1944-1945/1.0.0"
EMBEDDED = f"/oembed?url=http%3A%2F%2Flocalhost{DISCREPANCY}"


def bounds(instructions, allocations, retains, releases):
    return {"instructions": instructions, "allocations": allocations, "retains": retains, "releases": releases}


def again(target):
    return lambda number: request(target)


def anew(target, host="localhost"):
    """With the number of the request in place of #."""
    return lambda number: request(target.replace("#", str(number)), host.replace("#", str(number)))


def request(target, host="localhost"):
    return f"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


def of_days(number):
    """A list that nobody asked for before, of the same records."""
    return request(f"/api/v1/events?limit=20&to={date(2000, 1, 1) + timedelta(number)}")


# What is asked, how often, how many at a time, and what each may cost. A change that passes a bound says why and moves
# it. An answer that is kept is found by two looks, by what was received and by what was negotiated, and may come later: 2 %
# of instructions in a pipeline, and three releases. A search that cuts its passages by the byte has a piece for each, and
# takes the stems of words that begin alike. A page has its pictures in two widths, and links to the originals of passages.
# What leads on, and what is cited, names the version; answers name the tags of caches; what is not there says for how long.
ROWS = {
    "one at a time": (again(STATISTIC), 2_000, 1, bounds(13_000, 0.5, 23, 35)),
    "pinned, hit": (again(STATISTIC.replace("/api/v1/", "/api/v1/@1.0.0/")), 400, 1, bounds(13_500, 0.5, 23, 35)),
    "pipelined by 16": (again(STATISTIC), 2_000, 16, bounds(10_400, 0.5, 18, 26)),
    "not modified": (None, 2_000, 1, bounds(14_700, 0.5, 22, 32)),
    "page, hit": (again(DISCREPANCY), 400, 1, bounds(21_000, 9, 39, 57)),
    "picture, hit": (again(PICTURE), 400, 1, bounds(14_000, 0.5, 23, 35)),
    "citation, hit": (again(CITATION), 400, 1, bounds(15_500, 0.5, 34, 40)),
    "oEmbed, hit": (again(EMBEDDED), 400, 1, bounds(15_500, 0.5, 34, 40)),
    "page, miss": (anew(DISCREPANCY, "h#.example"), 10, 1, bounds(1_800_000, 665, 9_900, 11_400)),
    "search, miss": (anew("/search?q=men+#"), 6, 1, bounds(1_330_000, 332, 7_550, 8_350)),
    "list, miss": (of_days, 50, 1, bounds(200_000, 64, 1_200, 1_265)),
    "404": (anew("/api/v1/events/nothing-#"), 50, 1, bounds(56_500, 14.5, 280, 345)),
    "400": (anew("/api/v1/events?limit=a#"), 50, 1, bounds(82_500, 28.5, 450, 580)),
}
# The same page where the dataset explains words: it looks for each of them in its prose, and marks where it first stands.
EXPLAINED = {
    "page, words explained": (anew(DISCREPANCY, "h#.example"), 10, 1, bounds(3_200_000, 1_130, 12_770, 16_080)),
}
# Words of that history, whatever the current version explains: the label and the forms of each.
GLOSSARY = {
    "mobilisation": ["mobilis*", "called up"], "deserter": ["desert*"], "evader": ["evad* the call-up"], "amnesty": ["amnest*"],
    "legalisation": ["legalis*"], "partisan": ["partisan*"], "commissariat": ["commissariat*", "military commissar*"],
    "internal troops": ["NKVD", "internal troop*"], "division": ["rifle division*", "16th division"], "force": ["by force"],
    "occupation": ["occup*"], "repression": ["repress*"], "resolution": ["resolution*"], "summary": ["summar*"],
}
# A new connection for each of so many requests.
CONNECTIONS, CONNECTING = 100, bounds(27_000, 6, 82, 95)


def counts(file):
    """The counts of one part."""
    found = dict.fromkeys(["instructions", *COUNTED], 0)
    names = {}
    called = ""
    with file.open() as lines:
        for line in lines:
            if line.startswith("totals:"):
                found["instructions"] = int(line.split()[1])
            elif line.startswith(("fn=", "cfn=")):
                # A name stands once; after that its number does.
                number, _, name = line.partition("=")[2].strip().partition(" ")
                called = names.setdefault(number, name)
            elif line.startswith("calls="):
                for kind, functions in COUNTED.items():
                    if called in functions:
                        found[kind] += int(line[6:].split()[0])
    return found


def ask(client, requests, pipelined):
    """Has them answered, `pipelined` at a time; answers the last head."""
    head = b""
    for first in range(0, len(requests), pipelined):
        some = requests[first:first + pipelined]
        client.sendall(b"".join(some))
        data = b""
        for _ in some:
            head, _, data = take(client, data)
        assert not data and head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 304 ", b"HTTP/1.1 40")), head
    return head


def asked(server, row):
    """Warms it up, and asks once and twice as often; answers the number of the second of the three connections."""
    make, count, pipelined, _ = row
    number = 0
    for many in (min(count, 200), count, 2 * count):
        with server.connect() as client:
            if make is None:
                etag = re.search(rb"\r\netag: (\S+)", ask(client, [request(STATISTIC)], 1))[1]
                whole = request(STATISTIC)[:-2] + b"If-None-Match: " + etag + b"\r\n\r\n"
                requests = [whole] * many
            else:
                requests = [make(number + index) for index in range(many)]
            ask(client, requests, pipelined)
        number += many
    return server.connections - 2


def connected(server):
    """A new connection each time; answers the number of the first after some to warm up."""
    for _ in range(2 * CONNECTIONS):
        with server.connect() as client:
            ask(client, [request(STATISTIC)[:-2] + b"Connection: close\r\n\r\n"], 1)
            client.recv(1)
    return server.connections - CONNECTIONS


def explained(folder):
    """A copy of the history that explains words."""
    shutil.copytree(DATA, folder)
    file = Path(folder) / "dataset.json"
    dataset = json.loads(file.read_text())
    dataset["vocabularies"]["terms"] = [
        {"id": label.replace(" ", "-"), "label": {"en": label}, "note": {"en": f"What {label} means."}, "forms": {"en": forms}}
        for label, forms in GLOSSARY.items()]
    file.write_text(json.dumps(dataset))
    return folder


def sums(server, numbers):
    """The counts of some connections."""
    parts = [counts(part) for number in numbers for part in server.parts(number)]
    return {kind: sum(part[kind] for part in parts) for kind in parts[0]}


def measured(data, rows, connecting=False):
    """What a request of each row costs, and a new connection."""
    costs = {}
    with CountedServer("--data", str(data)) as server:
        first = {name: asked(server, row) for name, row in rows.items()}
        connections = connected(server) if connecting else 0
        server.end()
        for name, row in rows.items():
            once, twice = sums(server, [first[name]]), sums(server, [first[name] + 1])
            costs[name] = {kind: (twice[kind] - once[kind]) / row[1] for kind in once}
        if connecting:
            whole = sums(server, range(connections, connections + CONNECTIONS))
            costs["new connection"] = {kind: whole[kind] / CONNECTIONS for kind in whole}
    return costs


def main(arguments):
    report, costs = Report(), measured(DATA, ROWS, connecting=True)
    with TemporaryDirectory() as folder:
        costs |= measured(explained(Path(folder, "explained")), EXPLAINED)
    rows = ROWS | EXPLAINED
    # Where nothing is marked, nothing would be measured.
    report.check(costs["page, words explained"]["instructions"] > 1.1 * costs["page, miss"]["instructions"],
                 "a page whose words are explained costs what any page does")
    # Calls are told by their symbols: a stripped program would keep every bound of them.
    report.check(all(costs["page, miss"][kind] for kind in COUNTED), "the program has no symbols: nothing was counted")
    print(f"{'a request':<22}" + "".join(f"{kind:>14}{'bound':>11}" for kind in ["instructions", *COUNTED]))
    for name, cost in costs.items():
        most = rows[name][3] if name in rows else CONNECTING
        print(f"{name:<22}" + "".join(f"{cost[kind]:>14,.1f}{most[kind]:>11,}" for kind in most))
        # Where nothing is done of a kind, what once happened by itself in the first count makes the difference negative.
        for kind in most:
            report.check(abs(cost[kind]) <= most[kind], f"{name}: {cost[kind]:,.2f} {kind}, of at most {most[kind]:,}")
        report.check(cost["instructions"] > 0, f"{name}: {cost['instructions']:,.0f} instructions")
    return report.end("requests")
