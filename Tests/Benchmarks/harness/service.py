"""A server that is measured: started, pinned, sampled and ended."""

import resource
import socket
import subprocess
import time
from pathlib import Path

from checks.harness.server import Sampled, processor, until  # noqa: F401

from .machine import SERVER, free_port, pin, pinned
from .message import Broken, fetch


class Service(Sampled):
    """Started by `with`. A subclass gives the `command`, for a port it is told."""

    name = "?"
    patience = 60

    def __init__(self, folder, cores=SERVER):
        self.folder = Path(folder)
        self.cores = cores
        self.port = free_port()
        self.asked = 0
        self.log = self.folder / f"{self.name.replace(' ', '-').lower()}-{self.port}.log"

    def command(self):
        raise NotImplementedError

    def __enter__(self):
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        command = pinned(self.cores, self.command()) if self.cores else list(map(str, self.command()))
        # To a file, as a shell or a container's runtime would keep a log; appended to, so that it can be emptied.
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait(self):
        """Until the port is open."""
        end = time.monotonic() + self.patience
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise Broken(f"{self.name} did not start: {self.log.read_text()[-2000:]}") from None
                time.sleep(0.0005)

    def pin(self, cores):
        pin(self.process.pid, cores)

    def fetch(self, request):
        return fetch(self.port, request)

    def empty_log(self):
        with self.log.open("ab") as log:
            log.truncate(0)

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
