"""An HAProxy of one's own (Debian: haproxy)."""

import re
import socket
import subprocess
import tempfile
from pathlib import Path

from .server import free_port, until

DEFAULTS = """
global
    maxconn 256
defaults
    mode http
    timeout connect 5s
    timeout client 20s
    timeout server 20s
"""


def version():
    """As two numbers, such as (2, 6)."""
    words = subprocess.run(["haproxy", "-v"], capture_output=True, text=True, check=True).stdout
    return tuple(map(int, re.search(r"version (\d+)\.(\d+)", words).groups()))


class HAProxy:
    """Runs while a `with` lasts, with a section `listen` on a free port for each name: the lines that it has. `hosts` are
    those that are not on 127.0.0.1."""

    def __init__(self, sections, hosts=None):
        hosts = hosts or {}
        self.places = {name: (hosts.get(name, "127.0.0.1"), free_port(hosts.get(name, "127.0.0.1"))) for name in sections}
        self.text = DEFAULTS
        for name, lines in sections.items():
            host, port = self.places[name]
            self.text += "\n    ".join([f"listen {name}", f"bind [{host}]:{port}" if ":" in host else f"bind {host}:{port}",
                                        *lines]) + "\n"

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        configuration = Path(self.folder.name, "haproxy.cfg")
        configuration.write_text(self.text)
        self.process = subprocess.Popen(["haproxy", "-q", "-db", "-f", configuration])
        if not until(self.answers, 10):
            self.__exit__()
            raise SystemExit("HAProxy does not answer")
        return self

    def answers(self):
        def listens(place):
            with socket.socket(socket.AF_INET6 if ":" in place[0] else socket.AF_INET) as client:
                return client.connect_ex(place) == 0
        return all(map(listens, self.places.values()))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()
