"""An nginx of one's own (Debian: nginx-light)."""

import socket
import subprocess
import tempfile
from pathlib import Path

from .server import free_port, until

# Of everything that it writes, in its own folder.
CONFIGURATION = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/log crit; worker_rlimit_nofile 1024;
events {{ worker_connections 256; }}
http {{
    access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e; {http}
    server {{ listen 127.0.0.1:{port}; {server} }}
}}
"""


class Nginx:
    """Runs on a port, by default a free one, while a `with` lasts; `http` and `server` are what stands in these parts of its configuration."""

    def __init__(self, http="", server="", port=None):
        self.parts = {"http": http, "server": server}
        self.port = port

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.port = self.port or free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        configuration = Path(self.folder.name, "nginx.conf")
        configuration.write_text(CONFIGURATION.format(folder=self.folder.name, port=self.port, **self.parts))
        self.process = subprocess.Popen(["nginx", "-p", self.folder.name, "-c", configuration, "-e", "stderr"])
        if not until(self.answers, 10):
            self.__exit__()
            raise SystemExit("nginx does not answer")
        return self

    def answers(self):
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self.port)) == 0

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()
