"""Holds today's server to what was published in the release before.

Its paths, parameters, media types, columns and schemas may have grown and not shrunk; and whatever it answers must be what
the schemas of then allow, read by a client that passes over members it does not know. `release.json` has what was published.
`--freeze NAME` writes it anew, which is done at a release and never otherwise: what was promised stays until its sunset.
"""

import argparse
import json
import re
from pathlib import Path

from ..harness.http import records
from ..harness.report import Report
from ..harness.server import ROOT, Server
from .promises import Readers, faults_of_paths, faults_of_schemas
from .surface import surface, target

FROZEN = Path(__file__).with_name("release.json")
OPTIONS = ["--log-level", "error", "--security-contact", "mailto:security@akistata.example"]
# Two small histories, and the one that ships.
RIVER, FIRE = "Tests/Support/River", "Tests/Support/Histories/wilgow-fire-1811"
SHIPPED = "Resources/datasets/lithuania-1944-1945"


def served(folder):
    return Server(*OPTIONS, "--data", str(ROOT / folder))


def targets(server, old):
    """Each path that was published, as it is asked for, and the row that it had: every record, by its id as well; each
    list in part and with its counts, and everything in its version."""
    document = server.get("/api/v1/openapi.json").json()
    version = server.get("/api/v1").json()["data"]["dataset"]["version"]
    for path, row in old.items():
        # Of what is gone, another fact tells.
        if path not in document["paths"] or "{" in (example := target(path, document)):
            continue
        yield example, row
        if path.startswith("/api/v1/") and row["schema"] and not path.startswith("/api/v1/schemas"):
            yield example.replace("/api/v1/", f"/api/v1/@{version}/", 1), row
        found = re.fullmatch(r"/api/v1/(\w+)/\{id\}(/\w+)?", path)
        if found and row["schema"]:
            yield from ((path.replace("{id}", record["id"]), row) for record in records(server.base, found[1] + "?fields=id"))
        queries = {"limit": "limit=1", "viewpoint": "viewpoint=main", "mixed": "mixed=true"}
        if facets := row["parameters"].get("facets", {}).get("enum"):
            queries["facets"] = "facets=" + ",".join(facets)
        if row["schema"]:
            mark = "&" if "?" in example else "?"
            yield from ((example + mark + query, row) for name, query in queries.items() if name in row["parameters"])


def faults_of_answers(server, frozen, count):
    """What is wrong with the answers; `count` gets each that was asked for."""
    readers = Readers(frozen["schemas"])
    for path, row in targets(server, frozen["paths"]):
        answer = server.get(path)
        count.append(path)
        if answer.status != 200:
            yield f"{path}: {answer.status}"
        elif answer.kind != row["types"][0].partition(";")[0]:
            yield f"{path}: {answer.kind}, not {row['types'][0]}"
        elif row["schema"] and answer.kind == "application/json":
            yield from (f"{path}: {fault}" for fault in readers.faults(answer.json(), row["schema"]))
    for path, status in (("/api/v1/events?nothing=1", 400), ("/api/v1/events/nothing", 404), ("/nothing", 404)):
        answer = server.get(path)
        count.append(path)
        if answer.status != status:
            yield f"{path}: {answer.status}, not {status}"
        yield from (f"{path}: {fault}" for fault in readers.faults(answer.json(), "problem.json"))


def written(frozen):
    """As it is kept: a path or a schema a line, in their order, so that a difference can be read."""
    def lines(value):
        return ",\n".join(f"{json.dumps(name)}: {json.dumps(value[name], sort_keys=True)}" for name in sorted(value))
    parts = [f"{json.dumps(name)}: {{\n{lines(frozen[name])}\n}}" for name in ("paths", "schemas")]
    return "{" + ",\n".join([f'"release": {json.dumps(frozen["release"])}', *parts]) + "}\n"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--freeze", metavar="NAME", help="write what is published now, as that of the release NAME")
    name = parser.parse_args(arguments).freeze
    with served(RIVER) as river, served(FIRE) as fire, served(SHIPPED) as shipped:
        today = surface(river, fire, shipped)
        if name:
            FROZEN.write_text(written({"release": name} | today))
            return print(f"{FROZEN}: {len(today['paths'])} paths, {len(today['schemas'])} schemas")
        frozen = json.loads(FROZEN.read_text())
        report = Report()
        report.row("paths, parameters, types and columns", faults_of_paths(frozen["paths"], today["paths"]), len(frozen["paths"]))
        report.row("members, types, words and formats", faults_of_schemas(frozen["schemas"], today["schemas"]), len(frozen["schemas"]))
        for folder, server in ((RIVER, river), (FIRE, fire), (SHIPPED, shipped)):
            asked = []
            faults = list(faults_of_answers(server, frozen, asked))
            report.row(f"answers of {Path(folder).name}", faults, len(asked))
    return report.end(f"since {frozen['release']}")
