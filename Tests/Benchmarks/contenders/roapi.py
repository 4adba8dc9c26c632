"""roapi over the same records in memory. They are stored in the order that is asked for, so nothing is sorted, and it
stops at the last record wanted. It has no index of words: a search looks through each record's words."""

import json
from urllib.parse import urlencode

from harness.machine import free_port
from harness.message import Request
from harness.records import COLUMNS
from harness.service import Service
from harness.tools import PYTHON


class Roapi(Service):
    name, contender = "roapi", "roapi"

    def command(self):
        program = ["env", "RUST_LOG=error", PYTHON / "bin/roapi"]
        addresses = {"--addr-http": self.port, "--addr-postgres": free_port(), "--addr-flight-sql": free_port()}
        options = [part for option, port in addresses.items() for part in (option, f"127.0.0.1:{port}")]
        return [*program, *options, "--table", f"events={self.folder / 'events.ndjson'}"]

    def filtered(self, filter):
        parameters = {
            "columns": ",".join(COLUMNS), "filter[category]": f"'{filter.category}'",
            "filter[earliest]lte": f"'{filter.last}'", "filter[latest]gte": f"'{filter.first}'", "limit": 20}
        return Request("/api/tables/events?" + urlencode(parameters))

    def found(self, search):
        query = f"select {', '.join(COLUMNS)} from events where words like '% {search.word}%' limit {search.limit}"
        return Request("/api/sql", {"Content-Type": "text/plain"}, "POST", query.encode())

    def ids(self, answer):
        return [event["id"] for event in json.loads(answer.content)]
