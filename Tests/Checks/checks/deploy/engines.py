"""The engines, each with its configuration as it stands in Resources/deploy, but for the names that an operator changes."""

import os
import re
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from ..harness.server import ROOT, until
from .asking import NAME, Client

DEPLOY = ROOT / "Resources/deploy"


def changed(name, words, text=None):
    """A configuration in which names are changed; each must be there."""
    text = text or (DEPLOY / name).read_text()
    for old, new in words.items():
        if old not in text:
            raise SystemExit(f"Resources/deploy/{name} has no “{old}”")
        text = text.replace(old, new)
    return text


def addresses(replicas):
    """The addresses of the replicas, as an operator puts them in; `replicas` are pairs of address and port."""
    return {f"10.0.0.{11 + place}:8080": f"{address}:{port}" for place, (address, port) in enumerate(replicas)}


class Certificate:
    """Made by openssl for the name, with nobody behind it."""

    def __init__(self, folder):
        self.key, self.file, self.both = (Path(folder, f"akistata.{ending}") for ending in ("key", "crt", "pem"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
             f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", self.key, "-out", self.file],
            check=True, capture_output=True)
        self.both.write_text(self.file.read_text() + self.key.read_text())


class Engine:
    """A program that runs on a host while a `with` lasts, in a folder of its own."""

    def __init__(self, host):
        self.host = host
        self.kept = tempfile.TemporaryDirectory()
        self.folder = Path(self.kept.name)
        self.log = self.folder / "log"

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def start(self, command, *ports):
        """Runs a command until it listens on all ports of the host; pairs are address and port."""
        with self.log.open("w") as log:
            self.process = subprocess.Popen([*self.host.prefix, *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        listening = lambda: all(self.listens(port) for port in ports)  # noqa: E731
        if not until(lambda: self.process.poll() is not None or listening(), 20) or self.process.poll() is not None:
            raise SystemExit(f"{command[0]} does not start:\n{self.log.read_text()}")

    def listens(self, port):
        with socket.socket() as client:
            client.settimeout(1)
            return client.connect_ex((self.host.address, port)) == 0

    def check(self, command):
        """What the engine itself says against its configuration, warnings included."""
        done = subprocess.run([*self.host.prefix, *command], capture_output=True, text=True)
        return re.findall(r"^.*\[(?:warn|alert|emerg|error).*$", done.stderr, re.M | re.I) or ([done.stderr] if done.returncode else [])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if hasattr(self, "process") and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        self.kept.cleanup()


class Nginx(Engine):
    """nginx/akistata.conf, within a nginx.conf that does no more than Debian's."""

    word = "nginx"
    MAIN = """
daemon off; worker_processes 1; pid {folder}/pid; error_log stderr error; {user}
events {{ worker_connections 4096; }}
http {{
    access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    include {folder}/akistata.conf;
}}
"""

    def __init__(self, host, replicas, certificate, text=None, below=""):
        super().__init__(host)
        self.port, self.plain = host.port(443), host.port(80)
        if below:
            # As the comment says.
            text = changed("nginx/akistata.conf", {
                "    location / {\n        limit_except": f"    location {below}/ {{\n        limit_except",
                '    "~^(?:https?://[^/]*)?(?<akistata_p>': f'    "~^(?:https?://[^/]*)?{below}(?<akistata_p>'}, text)
        self.write("akistata.conf", changed("nginx/akistata.conf", {
            "/etc/nginx/akistata.crt": str(certificate.file), "/etc/nginx/akistata.key": str(certificate.key),
            "/var/cache/nginx/akistata": f"{self.folder}/cache", "unix:/run/nginx-akistata.sock": f"unix:{self.folder}/socket",
            "listen 443 ": f"listen {host.address}:{self.port} ", "listen 80 ": f"listen {host.address}:{self.plain} ",
            **addresses(replicas)}, text))
        # As another user it could not look into the folder.
        user = "user root;" if os.geteuid() == 0 else ""
        self.command = ["nginx", "-p", str(self.folder), "-e", "stderr", "-c",
                        str(self.write("nginx.conf", self.MAIN.format(folder=self.folder, user=user)))]

    def faults(self):
        return self.check([*self.command, "-t"])

    def __enter__(self):
        self.start(self.command, self.port, self.plain)
        return self


class Caddy(Engine):
    """compose/Caddyfile, with the test's certificate, and the replicas' addresses in place of their name in Compose's network."""

    word = "caddy"
    LOOKED_UP = "dynamic a akistata 8080 {\n\t\t\trefresh 1s\n\t\t}"

    def __init__(self, host, replicas, certificate, text=None):
        super().__init__(host)
        self.port, self.plain = host.port(443), host.port(80)
        places = " ".join(f"{address}:{port}" for address, port in replicas)
        ours = f"{{\n\tadmin off\n\thttp_port {self.plain}\n\thttps_port {self.port}\n\tstorage file_system {self.folder}/store\n}}\n"
        path = self.write("Caddyfile", ours + changed("compose/Caddyfile", {
            f"{NAME} {{": f"{NAME} {{\n\tbind {host.address}\n\ttls {certificate.file} {certificate.key}",
            self.LOOKED_UP: f"to {places}"}, text))
        self.command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(path)]

    def __enter__(self):
        self.start(self.command, self.port, self.plain)
        return self


class Varnish(Engine):
    """varnish/akistata.vcl, started as its first lines say."""

    def __init__(self, host, misses, text=None):
        super().__init__(host)
        self.own = "127.0.0.1" if not host.free else host.address
        self.clients, self.purging = host.port(6081), host.port(6082)
        text = changed("varnish/akistata.vcl", {'"8081"': f'"{misses[1]}"', '.host = "127.0.0.1"': f'.host = "{misses[0]}"'}, text)
        told = re.search(r"^#   (varnishd -a .*)$", text, re.M)[1]
        for old, new in {"127.0.0.1:6081": f"{self.own}:{self.clients}", "127.0.0.1:6082": f"{self.own}:{self.purging}",
                         "/etc/varnish/akistata.vcl": str(self.write("akistata.vcl", text)), "malloc,1g": "malloc,64m"}.items():
            if old not in told:
                raise SystemExit(f"the command in varnish/akistata.vcl has no {old}")
            told = told.replace(old, new)
        self.command = [*told.split(), "-F", "-n", str(self.folder / "n"), "-j", "none"]

    def faults(self):
        return self.check(["varnishd", "-C", "-f", str(self.folder / "akistata.vcl"), "-n", str(self.folder / "check"), "-j", "none"])

    def __enter__(self):
        self.start(self.command)
        return self


class HAProxy(Engine):
    """haproxy/haproxy.cfg."""

    def __init__(self, host, replicas, certificate, misses, varnish, text=None, below=""):
        super().__init__(host)
        if below:
            text = changed("haproxy/haproxy.cfg", {"    #http-request replace-path /histories/lithuania": f"    http-request replace-path {below}"})
        self.port, self.plain = host.port(443), host.port(80)
        path = self.write("haproxy.cfg", changed("haproxy/haproxy.cfg", {
            "/etc/haproxy/akistata.pem": str(certificate.both), "/run/haproxy/admin.sock": f"{self.folder}/admin",
            "bind :443": f"bind {host.address}:{self.port}", "bind :80": f"bind {host.address}:{self.plain}",
            "bind 127.0.0.1:8081": f"bind {misses[0]}:{misses[1]}", "127.0.0.1:6081": f"{varnish.own}:{varnish.clients}",
            **addresses(replicas)}, text))
        self.command = ["haproxy", "-f", str(path)]

    def faults(self):
        return self.check([*self.command, "-c"])

    def tell(self, words):
        """A command to the socket of its runtime API, and what it answers."""
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.folder / "admin"))
            client.sendall(words.encode() + b"\n")
            return client.makefile().read()

    def up(self, backend):
        """How many servers of a backend are up."""
        rows = [row.split(",") for row in self.tell("show stat").splitlines() if row.startswith(f"{backend},")]
        return sum(row[1] != "BACKEND" and row[17].startswith("UP") for row in rows)

    def __enter__(self):
        self.start([*self.command, "-db"], self.port, self.plain)
        return self


class HAProxyAndVarnish:
    """Both on one host, each with a port of the other's."""

    word = "haproxy and varnish"

    def __init__(self, host, replicas, certificate, text=None, below=""):
        misses = ("127.0.0.1" if not host.free else host.address, host.port(8081))
        self.varnish = Varnish(host, misses, text)
        self.haproxy = HAProxy(host, replicas, certificate, misses, self.varnish, below=below)
        self.host, self.port, self.plain, self.certificate = host, self.haproxy.port, self.haproxy.plain, certificate

    def faults(self):
        return self.varnish.faults() + self.haproxy.faults()

    def __enter__(self):
        try:
            self.haproxy.__enter__()
            self.varnish.__enter__()
        except BaseException:
            self.__exit__()
            raise
        if not until(self.is_up, 10):
            raise SystemExit("HAProxy and Varnish do not find each other and a replica")
        return self

    def is_up(self):
        """Whether HAProxy has found Varnish and a replica, and Varnish HAProxy."""
        with suppress(OSError):
            return self.haproxy.up("varnish") and self.haproxy.up("replicas") and Client(
                self.host.address, self.port, self.certificate).get("/about").status == 200

    def __exit__(self, *_):
        self.haproxy.__exit__()
        self.varnish.__exit__()
