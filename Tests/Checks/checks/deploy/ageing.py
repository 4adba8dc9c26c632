"""Something between a cache and a replica by which time passes faster: what is fresh for five minutes is so for a second."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .asking import Client


class Ageing:
    """Answers as the replica does, with shorter times in Cache-Control; 502 where it is not there."""

    def __init__(self, replica, address=None, times={"max-age=300": "max-age=1", "stale-while-revalidate=60": "stale-while-revalidate=1"}):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                try:
                    answer = Client(*replica).get(self.path, {name: value for name, value in self.headers.items() if name.lower() != "host"})
                except OSError:
                    self.send_error(502)
                    return
                self.send_response_only(answer.status)
                for name, value in answer.fields.items():
                    for old, new in times.items():
                        value = value.replace(old, new)
                    self.send_header(name, value)
                if answer.status == 304:
                    self.send_header("content-length", "0")
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *_):
                pass
        class Relay(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """A probe that closes before it has read its answer is no news."""
        self.server = Relay((address or replica[0], 0), Handler)
        self.place = self.server.server_address

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
