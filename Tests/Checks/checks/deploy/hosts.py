"""Hosts to put engines and replicas on: addresses of the loopback interface, or network namespaces."""

import itertools
import socket
import subprocess
from contextlib import suppress


class Host:
    """An address, the words before a command that is to run there, and the address that its connections come from."""

    def __init__(self, address, prefix=(), free=True, source=None):
        self.address, self.prefix, self.free, self.source = address, list(prefix), free, source or address

    def port(self, usual, address=None):
        """The usual port where the host is alone with it, or else a free one."""
        if not self.free:
            return usual
        with socket.socket() as probe:
            probe.bind((address or self.address, 0))
            return probe.getsockname()[1]


class Loopback:
    """Every host is an address of this machine's own, 127.0.0.11 and following."""

    words = "addresses of the loopback interface"
    own = "127.0.0.1"

    def __init__(self):
        self.numbers = itertools.count(11)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def host(self):
        return Host(f"127.0.0.{next(self.numbers)}", source=self.own)


class Namespaces:
    """Every host is a network namespace, 10.99.0.11 and following; a bridge at 10.99.0.1 joins them with this one. That takes
    root, and iproute2."""

    words = "network namespaces"
    own, BRIDGE = "10.99.0.1", "akistata"

    def __init__(self):
        self.numbers, self.names = itertools.count(11), []

    def __enter__(self):
        self.remove()
        self.ip("link", "add", self.BRIDGE, "type", "bridge")
        self.ip("address", "add", f"{self.own}/24", "dev", self.BRIDGE)
        self.ip("link", "set", self.BRIDGE, "up")
        return self

    def __exit__(self, *_):
        self.remove()

    def remove(self):
        """Removes what is there, of a run that was killed, too; where another run uses some of it, that is an error, and all stays."""
        names = [name for name in self.ip("netns", "list").split() if name.startswith(f"{self.BRIDGE}-")]
        if used := [name for name in names if self.ip("netns", "pids", name).strip()]:
            raise OSError(f"{used[0]} is in use")
        for name in names:
            self.ip("netns", "delete", name)
        with suppress(subprocess.CalledProcessError):
            self.ip("link", "delete", self.BRIDGE)

    def host(self):
        number = next(self.numbers)
        name, inside, outside = f"{self.BRIDGE}-{number}", f"aki{number}i", f"aki{number}o"
        self.ip("netns", "add", name)
        self.ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name)
        self.ip("link", "set", outside, "master", self.BRIDGE, "up")
        for words in (["address", "add", f"10.99.0.{number}/24", "dev", inside], ["link", "set", inside, "up"], ["link", "set", "lo", "up"]):
            self.ip("-n", name, *words)
        return Host(f"10.99.0.{number}", ["ip", "netns", "exec", name], free=False)

    @staticmethod
    def ip(*words):
        return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout


def best():
    """Network namespaces where this machine lets one make them, and no other run has them; else the loopback interface."""
    try:
        with Namespaces() as hosts:
            hosts.host()
        return Namespaces()
    except (OSError, subprocess.CalledProcessError):
        return Loopback()
