"""The real executable: started, asked, sampled and stopped."""

import os
import re
import resource
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from .http import get

ROOT = Path(__file__).resolve().parents[4]


LISTEN = "0A"  # As /proc/net/tcp has it.


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


def connected(port):
    """How many sockets of `port` somebody holds who is not listening: a connection that its owner has not closed yet."""
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(int(row[1].rpartition(":")[2], 16) == port and row[3] != LISTEN and row[9] != "0" for row in rows)


class Server(Sampled):
    """One running server, on a port of its own unless told otherwise."""

    def __init__(self, *options, port=0, descriptors=None, prefix=(), host="127.0.0.1", log=subprocess.DEVNULL):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen(
            [*prefix, executable(), "serve", "--host", host, "--port", str(port), *options],
            stdout=subprocess.PIPE, stderr=log, text=True, preexec_fn=limit)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)/", line)
        if not found:
            raise SystemExit(f"the server did not start: {line!r}, exit code {self.process.wait()}")
        self.port = int(found[1])
        self.host = host
        self.base = f"http://{host}:{self.port}"

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

    def get(self, path, timeout=60, **fields):
        return get(self.base + path, timeout, **fields)

    def descriptors_at_rest(self):
        """Those open once the last connection is closed: a server learns a moment later than its client."""
        until(lambda: not connected(self.port), 20)
        return self.descriptors()

    def exchange(self, request, timeout=10):
        """All that is answered to a request, until the server closes."""
        answer = b""
        with self.connect(timeout) as client:
            client.sendall(request)
            # One that refuses early may reset the connection, with its answer sent before.
            with suppress(ConnectionResetError):
                while received := client.recv(1 << 18):
                    answer += received
        return answer

    def connect(self, timeout=10, source=None):
        address = (source, 0) if source else None
        client = socket.create_connection((self.host, self.port), timeout, address)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client


def free_port(host="127.0.0.1"):
    """One that nobody listens on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def until(condition, seconds):
    """Whether the condition came true in that time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True

