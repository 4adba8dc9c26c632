"""Starts the real executable for the scripts under Tests, and samples what it uses."""

import os
import re
import resource
import signal
import socket
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def executable():
    """AKISTATA names it; else the newest build, which is made where there is none."""
    if named := os.environ.get("AKISTATA"):
        return named
    built = ROOT / ".build/release/akistata"
    if not built.exists():
        subprocess.run(["swift", "build", "-c", "release", "--product", "akistata"], cwd=ROOT, check=True)
    return str(built)


def processor(process):
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Sampled:
    """What a running `process` uses."""

    def rss(self):
        """Resident memory in KiB."""
        return self.status("VmRSS")

    def highest_rss(self):
        """The most that it ever was, or since `forget_highest_rss`."""
        return self.status("VmHWM")

    def forget_highest_rss(self):
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def status(self, name):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", status)[1])

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def cpu(self):
        """Seconds of processor time so far, in user and kernel mode."""
        return processor(self.process.pid)


class Server(Sampled):
    """One running server, on a port of its own unless told otherwise."""

    def __init__(self, *options, port=0, descriptors=None, prefix=()):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen(
            [*prefix, executable(), "serve", "--host", "127.0.0.1", "--port", str(port), *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=limit)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)/", line)
        if not found:
            raise SystemExit(f"the server did not start: {line!r}, exit code {self.process.wait()}")
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def stop(self):
        """SIGTERM; answers the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def connect(self, timeout=10, source=None):
        address = (source, 0) if source else None
        client = socket.create_connection(("127.0.0.1", self.port), timeout, address)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client


def until(condition, seconds):
    """Whether the condition came true in that time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def responses(octets):
    """The status and body of each response. A body that a Content-Length promises may be absent: HEAD has none."""
    found = []
    while octets:
        head, mark, rest = octets.partition(b"\r\n\r\n")
        status = re.match(rb"HTTP/1\.[01] (\d{3}) ", head)
        if not mark or not status:
            return found + [(0, octets)]
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.I)
        count = int(length[1]) if length and not rest.startswith(b"HTTP/1.") else 0
        found.append((int(status[1]), rest[:count]))
        octets = rest[count:]
    return found
