"""Another site: pages on an origin that is not the server's."""

import http.server
import tempfile
import threading
from functools import partial
from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        # A file that changes within a second is not the one that was there.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        pass


class Host:
    """Serves what is written into it."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=self.folder.name))
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        # Half a second, which it waits otherwise, would pass at the end of every concern.
        threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def put(self, name, text):
        """The URL at which the text is now."""
        (Path(self.folder.name) / name).write_text(text)
        return f"{self.base}/{name}"
