"""Requests of all kinds, faults included, until their number is reached, a million unless said otherwise, and ten samples
are taken: `soak [count] [option…]`, with the server's options. Resident memory may grow by 5 % at most after the first
sample, and in the end no descriptor is left over. Needs wrk (Debian: wrk).

The access log is off unless an option turns it on: what its queue holds, within its bounds, depends on whether the writer
gets a processor, and hides a leak of a few bytes a request."""

import os
import re
import subprocess
import threading
import time
from pathlib import Path

from ..harness.report import Report
from ..harness.server import Server
from .faults import FAULTS

HERE = Path(__file__).resolve().parent

GROWTH = 0.05
SAMPLES = 10  # Fewer would say nothing about growth.


class Faulty(threading.Thread):
    """Makes one faulty connection after the other until told to stop."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.sent, self.error, self.stopped = server, 0, None, threading.Event()

    def run(self):
        try:
            while not self.stopped.is_set():
                for fault in FAULTS:
                    self.sent += fault(self.server)
        except Exception as error:  # Kept for the main thread: any failure ends the soak.
            self.error = error


def wrk(server, environment, seconds):
    """How many requests were answered in that time."""
    command = ["wrk", "-t1", "-c64", f"-d{seconds}s", "-s", HERE / "mix.lua", server.base]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True)
    if ended.returncode or "Socket errors" in ended.stdout:
        raise SystemExit(f"wrk: {ended.stdout} {ended.stderr} (the server's exit code: {server.process.poll()})")
    return int(re.search(r"(\d+) requests in", ended.stdout)[1])


def main(arguments):
    count = int(arguments[0]) if arguments else 1_000_000
    report = Report()
    options = arguments[1:] or ["--log-level", "warning"]
    with Server(*options) as server:
        environment = os.environ | {"SOAK_ETAG": server.get("/api/v1/sources").fields["ETag"]}
        descriptors = server.descriptors_at_rest()
        faulty = Faulty(server)
        faulty.start()
        answered, rows, start = 0, [], time.monotonic()
        print(f"{'requests':>10} {'faulty':>9} {'RSS KiB':>9} {'open':>6} {'s':>6}")
        while answered + faulty.sent < count or len(rows) < SAMPLES:
            answered += wrk(server, environment, 1 if count <= 2_000_000 else 10)
            if faulty.error:
                raise SystemExit(f"a faulty client was not answered as it should be: {faulty.error!r}")
            done = answered + faulty.sent
            if done >= count * (len(rows) + 1) // SAMPLES:
                rows.append(server.rss())
                seconds = time.monotonic() - start
                print(f"{done:>10} {faulty.sent:>9} {rows[-1]:>9} {server.descriptors():>6} {seconds:>6.0f}", flush=True)
        faulty.stopped.set()
        faulty.join()
        left = server.descriptors_at_rest()
        growth = max(rows) / rows[0] - 1
        print(f"growth after the first sample {growth:.1%}; descriptors {descriptors} at first, {left} now")
        report.check(growth <= GROWTH, f"resident memory grew by {growth:.1%}, of at most {GROWTH:.0%}")
        report.check(left == descriptors, f"descriptors: {descriptors} at first, {left} now")
        code = server.stop()
        report.check(code == 0, f"exit code {code}")
        return report.end(f"{answered + faulty.sent} requests")
