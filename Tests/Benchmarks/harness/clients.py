"""The clients: wrk and h2load as fast as they can, pace at a fixed rate. Figures: answers a second, times in
microseconds, bytes an answer, and how much of a core the server and the client used."""

import json
import re
import resource
import subprocess
import tempfile
import time
from pathlib import Path

from .machine import pinned
from .message import Broken
from .tools import SCRATCH

HERE = Path(__file__).resolve().parent.parent


def observed(server, command, name, **options):
    """What a client wrote, and the shares of a core."""
    server.empty_log()
    used, own, start = server.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    ended = subprocess.run(command, capture_output=True, **options)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = server.cpu() - used
    if ended.returncode or server.process.poll() is not None:
        raise Broken(f"{command[3]} with {name}: {ended.stdout.decode()} {ended.stderr.decode()}")
    client = after.ru_utime + after.ru_stime - own.ru_utime - own.ru_stime
    return ended.stdout.decode(), {
        "server": used / seconds, "client": client / seconds, "resident": server.rss()}


def written_requests(lane):
    """A file of the lane's requests, with a NUL between each two, written once."""
    if not lane.file:
        with tempfile.NamedTemporaryFile(dir=lane.server.folder, delete=False) as file:
            file.write(b"\0".join(request.data(lane.server.port) for request in lane.requests))
        lane.file = file.name
    return lane.file


def wrk(lane, seconds):
    command = ["wrk", "-t", len(lane.cores), "-c", lane.connections, "-d", f"{seconds}s", "--timeout", "20s"]
    command += ["-s", HERE / "replay.lua"]
    url = f"http://127.0.0.1:{lane.server.port}"
    if len(lane.requests) == lane.depth == 1:
        # wrk is fastest where it makes the request itself, once.
        fields = lane.requests[0].fields.items()
        command += [part for name, value in fields for part in ("-H", f"{name}: {value}")]
        command += [url + lane.requests[0].target]
    else:
        command += [url, "--", written_requests(lane), lane.depth, lane.server.asked % len(lane.requests)]
    written, used = observed(lane.server, pinned(lane.cores, command), lane.name)
    found = re.search(r"^figures (.*)$", written, re.M)
    figures = json.loads(found[1]) if found else {"requests": 0}
    if lane.status >= 400 and found:
        # What wrk counts as errors is what was asked for.
        figures["errors"]["status"] -= figures["requests"]
    if not figures["requests"] or any(figures["errors"].values()):
        raise Broken(f"wrk with {lane.name}: {written}")
    if lane.depth > 1:
        # wrk's times are not those of requests when several are under way.
        figures = {name: value for name, value in figures.items() if name not in ("p50", "p99", "p999")}
    return figures | used


def h2load(lane, seconds):
    """A second opinion on the rate; its times are means."""
    url = f"http://127.0.0.1:{lane.server.port}{lane.requests[0].target}"
    command = ["h2load", "--h1", "-t", "1", "-c", lane.connections, "-D", seconds, url]
    written, used = observed(lane.server, pinned(lane.cores, command), lane.name)
    rate = re.search(r"^finished in .*, ([\d.]+) req/s", written, re.M)
    failed = re.search(r"(\d+) failed, (\d+) errored, (\d+) timeout", written)
    if not rate or not failed or any(map(int, failed.groups())):
        raise Broken(f"h2load with {lane.name}: {written}")
    return {"rate": float(rate[1])} | used


def pace(lane, seconds):
    command = [SCRATCH / "pace", lane.server.port, lane.connections, f"{lane.rate:.0f}", seconds,
               written_requests(lane), lane.server.asked % len(lane.requests)]
    written, used = observed(lane.server, pinned(lane.cores, command), lane.name)
    # It is always awake: what it tells is in which part of the time it had work.
    return used | json.loads(written)
