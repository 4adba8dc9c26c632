"""Has REDbot (PyPI: redbot) examine every public URL, in every format that it has: any warning or error note fails."""

from configparser import ConfigParser

import thor
from httplint.note import levels
from redbot.resource import HttpResource

from .harness.report import Report
from .harness.server import Server

FORMATS = ["json", "csv", "ndjson", "jsonld", "txt"]


def paths(server):
    """Everything that the index links to, the first record of each list, and each in every format that is answered."""
    links = server.get("/api/v1").json()["links"].values()
    found = ["/", "/api/v1", "/healthz", "/readyz", "/metrics"]
    for link in links:
        link = link.partition("{")[0].partition("?")[0]
        # Others are of other sites.
        if not link.startswith("/"):
            continue
        answer = server.get(link)
        if answer.status != 200 or link in found:
            continue
        found.append(link)
        records = answer.json().get("data") if answer.body.startswith(b"{") else None
        if isinstance(records, list) and records and "id" in records[0]:
            found.append(f"{link}/{records[0]['id']}")
    suffixed = [f"{path}.{suffix}" for path in found for suffix in FORMATS if path.startswith("/api/v1/")]
    return found + [path for path in suffixed if server.get(path).status == 200]


def examine(urls):
    """REDbot's view of each URL."""
    configuration = ConfigParser()
    configuration.read_dict({"redbot": {"enable_local_access": "True"}})
    resources = []
    waiting = list(urls)

    # One at a time: it is the answers that are examined, not how many at once.
    def follow():
        if not waiting:
            thor.stop()
            return
        resource = HttpResource(configuration["redbot"])
        resources.append(resource)
        resource.set_request(waiting.pop(0))
        resource.on("check_done", lambda: thor.schedule(0, follow))
        resource.check()

    thor.schedule(0, follow)
    thor.run()
    return resources


def main(arguments):
    report = Report()
    with Server("--log-level", "error") as server:
        examined = examine([server.base + path for path in paths(server)])
    for resource in examined:
        notes = list(resource.response.notes)
        for other in resource.subreqs.values():
            notes += other.response.notes if other.response.complete else []
        wrong = {(note.level.value, str(note.summary)) for note in notes if note.level in (levels.BAD, levels.WARN)}
        report.row(f"{resource.response.status_code_str} {resource.request.uri.removeprefix(server.base)}",
                   [f"{level}: {summary}" for level, summary in sorted(wrong)])
    return report.end(f"{len(examined)} URLs")
