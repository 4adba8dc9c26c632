"""Takes every descriptor that a server with a low limit has, and more, with each poller. While starved it may use 5 % of a
processor; once the clients are gone it serves as before.

The same before its first request and its first line of the log, with many limits: whatever it opens later than it listens is
missing then. With too few to run it says so in one line."""

import io
import os
import re
import resource
import selectors
import signal
import socket
import subprocess
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout, suppress
from pathlib import Path

from ..harness.report import Report
from ..harness.server import Sampled, Server, executable, until

LIMIT = 64
CLIENTS = 200
SECONDS = 5
SHARE = 0.05
LIMITS = [4, 8, 12, 14, 15, 16, 17, 18, 20, 24, 32, 64, 256, 1024]


def answers(server, timeout=2):
    with suppress(OSError), server.connect(timeout) as client:
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        return client.recv(1000).startswith(b"HTTP/1.1 200 ")
    return False


def starve(report, poller):
    """The bounds, and what came after."""
    with Server("--log-level", "error", "--poller", poller, descriptors=LIMIT) as server:
        before = server.descriptors_at_rest()
        clients = [server.connect() for _ in range(CLIENTS)]
        for client in clients:
            client.sendall(b"GET / HT")
        if not until(lambda: server.descriptors() >= LIMIT, 5):
            raise SystemExit(f"only {server.descriptors()} of {LIMIT} descriptors are taken")
        start = server.cpu()
        time.sleep(SECONDS)
        share = (server.cpu() - start) / SECONDS
        starved = server.descriptors()
        for client in clients:
            client.close()
        after = server.descriptors_at_rest()
        answered = sum(answers(server) for _ in range(CLIENTS))
        print(f"{'poller':<28}{poller:>8}")
        print(f"{'limit':<28}{LIMIT:>8}\n{'open before':<28}{before:>8}\n{'open while starved':<28}{starved:>8}")
        print(f"{'processor while starved':<28}{share:>8.1%}\n{'open after':<28}{after:>8}")
        print(f"{'answered after':<28}{answered:>8} of {CLIENTS}")
        report.check(share <= SHARE, f"{poller}: {share:.1%} of a processor while starved, of at most {SHARE:.0%}")
        report.check(after <= before, f"{poller}: {after} descriptors are open after, {before} before")
        report.check(answered == CLIENTS, f"{poller}: {answered} of {CLIENTS} are answered after")
        code = server.stop()
        report.check(code == 0, f"{poller}: exit code {code}")


class Limited(Sampled):
    """A server that may have that many descriptors, logs every request to a file, has pictures converted by a program in
    `folder`, and tells a service manager how it fares."""

    def __init__(self, limit, poller, log, folder):
        command = [executable(), "serve", "--host", self.host, "--port", "0", "--loops", "2", "--poller", poller]
        self.log = log
        # A low soft limit is none: it is raised.
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True,
            env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "NOTIFY_SOCKET": f"{folder}/notify"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit, 64), limit)))
        found = re.search(r":(\d+)/", self.process.stdout.readline())
        self.port = int(found[1]) if found else None

    host, connect = "127.0.0.1", Server.connect

    def opened(self):
        """What its descriptors lead to."""
        for link in Path(f"/proc/{self.process.pid}/fd").iterdir():
            with suppress(OSError):
                yield os.readlink(link)

    def lines(self):
        return Path(self.log.name).read_text(errors="replace").splitlines()


def first(limit, poller):
    """What is wrong where all descriptors are taken before the first request; None where nothing is."""
    clients = []
    with (tempfile.NamedTemporaryFile() as log, tempfile.TemporaryDirectory() as folder,
          socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager):
        manager.bind(f"{folder}/notify")
        manager.settimeout(5)
        program = Path(folder, "rsvg-convert")
        program.write_text("#!/bin/sh\nprintf '\\211PNG\\r\\n\\032\\n'\n")
        program.chmod(0o755)
        server = Limited(limit, poller, log, folder)
        try:
            if not server.port:
                code = server.process.wait(10)
                lines = server.lines()
                fits = code == 1 and len(lines) == 1 and lines[0].startswith("akistata: ")
                return None if fits and limit < 32 else f"exit code {code}, {lines[:3]}"
            if not any("timerfd" in name for name in server.opened()):
                return "its timers have no descriptor, which nobody may take before them"
            if not until(lambda: any("--max-connections exceeds the limit on open files" in line for line in server.lines()), 5):
                return "it does not say that --max-connections exceeds the limit"
            clients = [server.connect(source=f"127.0.0.{index % 4 + 1}") for index in range(limit + 8)]
            if not until(lambda: server.descriptors() >= limit, 5):
                return f"only {server.descriptors()} descriptors are taken"
            for client in clients:
                client.sendall(b"GET /api/v1/statistics HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n")
            # Where few are left for clients, most of these were not accepted.
            with selectors.DefaultSelector() as selector:
                for client in clients:
                    selector.register(client, selectors.EVENT_READ)
                served = [key.fileobj for key, _ in selector.select(10)]
            if not served:
                return "nobody is served"
            served[0].sendall(b"GET /charts/timeline.png HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            answer = served[0].makefile("rb").read()
            if not answer.startswith(b"HTTP/1.1 200 ") or not answer.endswith(b"\r\n\r\n\x89PNG\r\n\x1a\n"):
                return f"no picture: {answer[-80:]}"
            server.process.send_signal(signal.SIGHUP)
            if not until(lambda: any("statistics" in line for line in server.lines()), 5):
                return f"nothing is logged: {server.lines()[-3:]}"
            if not until(lambda: any("reloaded" in line or "still serving" in line for line in server.lines()), 5):
                return f"nothing is said of the reload: {server.lines()[-3:]}"
            told = [manager.recv(100)[:5] for _ in range(3)]
            if told != [b"READY", b"RELOA", b"READY"]:
                return f"the service manager is told {told}"
            for client in clients:
                client.close()
            if not until(lambda: answers(server), 30):
                return "it does not serve"
            server.process.send_signal(signal.SIGTERM)
            code = server.process.wait(20)
            return f"exit code {code}" if code else None
        except OSError as error:
            return f"{error!r}, exit code {server.process.poll()}"
        finally:
            for client in clients:
                client.close()
            server.process.kill()
            server.process.wait()


def survived(poller):
    """What is reported of one poller, and its text."""
    report, text = Report(), io.StringIO()
    with redirect_stdout(text):
        for limit in LIMITS:
            wrong = first(limit, poller)
            report.check(not wrong, f"{poller}, {limit} descriptors: {wrong}")
        starve(report, poller)
    return report, text.getvalue()


def main(arguments):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report()
    # Most of it is waiting: both at once.
    with ProcessPoolExecutor(2) as pool:
        for found, text in pool.map(survived, ("epoll", "poll")):
            print(text, end="")
            report.add(found)
    return report.end(f"{len(LIMITS)} limits with each poller")
