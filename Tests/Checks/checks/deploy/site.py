"""Three replicas on hosts of their own, each with a folder of the data, and what stands in front of them."""

import json
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from ..harness.http import get
from ..harness.server import ROOT, Server, until
from .asking import NAME
from .engines import Certificate, HAProxyAndVarnish, Nginx

DATASET = "lithuania-1944-1945"
SHIPPED = ROOT / "Resources/datasets" / DATASET / "1.0.0"
EDGES = (Nginx, HAProxyAndVarnish)


def make_version(folder, version, day):
    """The shipped data as a later version, whose release is its only change, in a folder of its own."""
    shutil.copytree(SHIPPED, folder)
    dataset, changes = (json.loads((folder / name).read_text()) for name in ("dataset.json", "changes.json"))
    dataset |= {"version": version, "released": day}
    changes["changes"].insert(0, {"version": version, "date": day, "summary": {"en": "Made for a check.", "lt": "Patikrai."}})
    (folder / "dataset.json").write_text(json.dumps(dataset))
    (folder / "changes.json").write_text(json.dumps(changes))


class Replica:
    """A server on a host, with the address and the folder that it keeps when it is started again."""

    def __init__(self, host, folder, *options):
        self.host, self.folder, self.options, self.port = host, folder, options, host.port(8080)
        self.server = None

    @property
    def place(self):
        return self.host.address, self.port

    def start(self):
        self.server = Server(
            "--log-level", "error", "--data", str(self.folder), "--drain-delay", "2s", *self.options, host=self.host.address, port=self.port,
            prefix=self.host.prefix)

    def restart(self):
        """As a roll-out does: SIGTERM, and the next replica only when this one is welcome again."""
        self.server.stop()
        self.start()

    def version(self):
        return get(f"http://{self.host.address}:{self.port}/api/v1/events?limit=1").json()["meta"]["version"]


class Site:
    """The replicas and one of the edges, while a `with` lasts; all of it `below` a path of the host."""

    def __init__(self, hosts, make, *options, between=None, below=""):
        self.hosts, self.make, self.between, self.below, self.front = hosts, make, between, below, hosts.host()
        # What passes time faster stands in front as well.
        trusted = f"{self.front.source},{hosts.own}" if between else self.front.source
        self.options = ["--public-url", f"https://{NAME}{below}", "--trusted-proxy", trusted, *options]

    def __enter__(self):
        with ExitStack() as stack:
            self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            self.folder.chmod(0o755)
            self.new = self.folder / "new"
            make_version(self.new, "1.1.0", "2026-11-29")
            self.replicas = [self.replica(number, *self.options) for number in range(3)]
            for replica in self.replicas:
                replica.start()
                stack.callback(lambda replica=replica: replica.server.__exit__())
            self.certificate = Certificate(self.folder)
            places = [replica.place for replica in self.replicas]
            if self.between:
                places = [stack.enter_context(self.between(place)).place for place in places]
            self.edge = stack.enter_context(self.make(self.front, places, self.certificate, below=self.below))
            self.stack = stack.pop_all()
        return self

    @property
    def words(self):
        """What stands in front, and below which path."""
        return self.edge.word + (f", below {self.below}" if self.below else "")

    def replica(self, number, *options):
        folder = self.folder / f"replica{number}" / DATASET
        shutil.copytree(SHIPPED, folder / "1.0.0")
        return Replica(self.hosts.host(), folder, *options)

    def add_version(self, folder):
        """Puts 1.1.0 beside what a folder has, all at once."""
        incoming = folder.parent / "incoming"
        shutil.copytree(self.new, incoming)
        incoming.rename(folder / "1.1.0")

    def ids(self, name):
        host, port = self.replicas[0].place
        return [record["id"] for record in get(f"http://{host}:{port}/api/v1/{name}?limit=1000&fields=id").json()["data"]]

    def settled(self, seconds=10):
        """Waits until the engine in front has seen that all replicas are there."""
        if hasattr(self.edge, "haproxy"):
            until(lambda: self.edge.haproxy.up("replicas") == len(self.replicas), seconds)

    def __exit__(self, *_):
        self.stack.close()
