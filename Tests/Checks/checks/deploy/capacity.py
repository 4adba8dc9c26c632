"""What an answer from a cache costs the engines, in processor time, over TLS with connections that are kept (wrk)."""

import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

from ..harness.server import processor
from .asking import NAME, Client
from .site import EDGES, Site

SECONDS, CONNECTIONS = 5, 64


def family(process):
    """A process and all that it has started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def spent(process):
    """Seconds of processor time so far, of a process and all that it has started."""
    total = 0
    for member in family(process):
        # One may end meanwhile.
        with suppress(FileNotFoundError, ProcessLookupError):
            total += processor(member)
    return total


def load(edge, path):
    """The answers that wrk got, and what it did not like."""
    done = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Host: {NAME}", "-H", "Accept-Encoding: gzip", "-H",
         "Accept: text/html,application/json", f"https://{edge.host.address}:{edge.port}{path}"], capture_output=True, text=True)
    found = re.search(r"(\d+) requests in", done.stdout)
    return int(found[1]) if found else 0, re.findall(r"^ *((?:Socket errors|Non-2xx).*)$", done.stdout, re.M)


def measured(report, made):
    for make in EDGES:
        with Site(made, make) as site:
            engines = {"nginx": site.edge} if make is EDGES[0] else {"haproxy": site.edge.haproxy, "varnish": site.edge.varnish}
            id = site.ids("statistics")[0]
            for path in (f"/api/v1/statistics/{id}.json?lang=en", f"/statistics/{id}?lang=en"):
                client = Client(site.edge.host.address, site.edge.port, site.certificate)
                size = len(client.get(path, {"Accept-Encoding": "gzip"}).body)
                before = {name: spent(engine.process.pid) for name, engine in engines.items()}
                count, faults = load(site.edge, path)
                costs = ", ".join(f"{name} {(spent(engine.process.pid) - before[name]) / max(count, 1) * 1e6:.0f} µs"
                                  for name, engine in engines.items())
                report.row(f"{site.edge.word}: {path.split('?')[0].rpartition('/')[0]}/… ({size:,} bytes) from the cache, {count / SECONDS:,.0f} "
                           f"a second with all on {os.cpu_count()} cores; for an answer, {costs}", faults, count)
