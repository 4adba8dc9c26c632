"""Has Prometheus' own promtool (Debian: prometheus) read what /metrics answers after requests of every kind. Then nobody reads the
log: requests are answered all the same, and /metrics counts the lines that were dropped. An argument names the program."""

import http.client
import os
import re
import subprocess

from .harness.server import Server

# Something to count, of every kind.
PATHS = ["/api/v1", "/api/v1/events", "/api/v1/events/none", "/api/v1/events?limt=1", "/nothing"]
OTHERS = [b"POST /api/v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"]


# More than the pipe and the server keep of the log: 4 MiB.
LINES, LENGTH = 1_500, 4_000


def dropped(server):
    found = re.search(r"^akistata_log_lines_dropped_total (\d+)$", server.get("/metrics").text, re.M)
    return int(found[1]) if found else None


def unread():
    """What is wrong while nobody reads the log; nothing where all is well."""
    reading, writing = os.pipe()
    try:
        with Server(log=writing) as server:
            if (before := dropped(server)) != 0:
                return f"of a log that can be written, {before} lines are dropped"
            client = http.client.HTTPConnection(server.host, server.port, timeout=10)
            for number in range(LINES):
                client.request("GET", f"/{number}/{'x' * LENGTH}")
                client.getresponse().read()
            count = dropped(server)
            print(f"{count} of {LINES:,} lines are dropped while nobody reads the log")
            return None if count and count < LINES else "lines that nobody reads are not counted"
    except TimeoutError:
        return "a request waits for who reads the log"
    finally:
        os.close(reading)
        os.close(writing)


def main(arguments):
    if arguments:
        os.environ["AKISTATA"] = arguments[0]
    with Server("--log-level", "error") as server:
        for path in PATHS:
            server.get(path)
        for request in OTHERS:
            server.exchange(request)
        answer = server.get("/metrics")
    print(answer.text, flush=True)
    # Promtool has nothing against nothing.
    if answer.status != 200 or not answer.body:
        return f"/metrics: status {answer.status}"
    return subprocess.run(["promtool", "check", "metrics"], input=answer.text, text=True).returncode or unread()
