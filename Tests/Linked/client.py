"""Asks the server, over HTTP."""

import json
from urllib.request import Request, urlopen

KINDS = ["events", "statistics", "claims", "checks", "discrepancies", "sources", "changes"]
LANGUAGES = ["en", "lt"]


class Client:
    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.records = {kind: self.json(f"/api/v1/{kind}?limit=1000")["data"] for kind in KINDS}
        self.dataset = self.json("/api/v1")["data"]["dataset"]

    def get(self, path, accept=None):
        """The body, and the fields of the response."""
        request = Request(self.base + path, headers={"Accept": accept} if accept else {})
        with urlopen(request) as response:
            return response.read(), response.headers

    def text(self, path, kind):
        """The text of a body, which must be of that media type."""
        body, headers = self.get(path)
        found = headers.get_content_type()
        assert found == kind, f"{path}: {found}"
        return body.decode()

    def json(self, path):
        return json.loads(self.get(path)[0])
