"""Akistata as shipped, requests logged: every option has its default, but for the address and the number of loops."""

import json
from urllib.parse import urlencode

from harness.machine import SERVER
from harness.message import Request
from harness.service import Service
from harness.tools import executable


class Akistata(Service):
    name = "Akistata"
    patience = 900

    def __init__(self, folder, data=None, loops=1, cores=SERVER):
        super().__init__(folder, cores)
        self.data, self.loops = data, loops

    def command(self):
        data = ["--data", self.data] if self.data else []
        return [executable(), "serve", "--host", "127.0.0.1", "--port", self.port, "--loops", self.loops, *data]

    def filtered(self, filter):
        return self.events(category=filter.category, **{"from": filter.first, "to": filter.last}, limit=20)

    def found(self, search):
        return self.events(q=search.word, limit=search.limit)

    def events(self, **parameters):
        return Request("/api/v1/events?" + urlencode(parameters))

    def ids(self, answer):
        return [event["id"] for event in json.loads(answer.content)["data"]]

    def all_events(self):
        answer = self.fetch(Request("/api/v1/events.ndjson"))
        return map(json.loads, answer.content.splitlines())
