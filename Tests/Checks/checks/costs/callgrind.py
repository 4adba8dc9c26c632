"""Runs the real executable in Valgrind's callgrind, which writes its counts before each call of accept4: what was done
between two connections is told apart, and one server is enough for a whole table. Such counts do not depend on what
else the machine does. The kernel's share is not counted."""

import os
import tempfile
from pathlib import Path

from ..harness.server import Server

# So that tables of hashes have the same order in every run.
os.environ["SWIFT_DETERMINISTIC_HASHING"] = "1"


class CountedServer(Server):
    """A server of one loop. Every connection to it is made by `connect`, one after the other."""

    def __init__(self, *options):
        self.folder = tempfile.TemporaryDirectory()
        self.connections = 0
        super().__init__(
            "--loops", "1", "--max-connections-per-address", "1000000", *options,
            prefix=["valgrind", "--tool=callgrind", f"--callgrind-out-file={self.folder.name}/part",
                    "--dump-before=accept4"])

    def connect(self, timeout=60, source=None):
        self.connections += 1
        return super().connect(timeout, source)

    def end(self):
        """Stops it once a last connection was answered, so that the one before has its counts."""
        with self.connect() as client:
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            while client.recv(1 << 16):
                pass
        if self.stop() != 0:
            raise SystemExit("the server failed")

    def parts(self, number):
        """The files with what was done from when the connection of that number, from 0, was about to be accepted until
        the next one was. After each, accept4 is called once more and finds that nobody waits."""
        return [Path(self.folder.name) / f"part.{part}" for part in (2 * number + 2, 2 * number + 3)]

    def instructions(self, number):
        """What one connection cost."""
        return sum(map(total, self.parts(number)))

    def __exit__(self, *raised):
        super().__exit__(*raised)
        self.folder.cleanup()


def total(file):
    with file.open() as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("summary:"))
