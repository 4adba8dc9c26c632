"""Asks the server for what the readers read."""

from ..harness.http import records

KINDS = ["events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources", "changes", "terms"]
LANGUAGES = ["en", "lt"]


class Client:
    def __init__(self, server):
        self.server, self.base = server, server.base
        self.records = {kind: records(self.base, kind) for kind in KINDS}
        self.dataset = self.json("/api/v1")["data"]["dataset"]

    def get(self, path, **fields):
        """The answer, which must be a success."""
        answer = self.server.get(path, **fields)
        assert answer.status == 200, f"{path}: {answer.status}"
        return answer

    def text(self, path, kind):
        """The text of a body, which must be of that media type."""
        answer = self.get(path)
        assert answer.kind == kind, f"{path}: {answer.kind}"
        return answer.text

    def json(self, path):
        return self.get(path).json()
