"""Has Prometheus' own promtool (Debian: prometheus) read what /metrics answers after requests of every kind. An argument
names the program."""

import os
import subprocess

from .harness.server import Server

# Something to count, of every kind.
PATHS = ["/api/v1", "/api/v1/events", "/api/v1/events/none", "/api/v1/events?limt=1", "/nothing"]
OTHERS = [b"POST /api/v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"]


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
    return subprocess.run(["promtool", "check", "metrics"], input=answer.text, text=True).returncode
