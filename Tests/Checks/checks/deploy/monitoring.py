"""Rules and dashboard, by Prometheus' own promtool (Debian: prometheus), and by what /metrics has."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from ..harness.server import Server
from .engines import DEPLOY

FOLDER = DEPLOY / "prometheus"
METRIC = re.compile(r"\b(akistata[\w:]*|up)\b(?!\s*=)")


def promtool(*arguments, folder=FOLDER):
    """What promtool has against something; nothing where it has nothing."""
    done = subprocess.run(["promtool", *arguments], cwd=folder, capture_output=True, text=True)
    return [done.stdout + done.stderr] if done.returncode else []


def named(expression):
    """The metrics that an expression names, without what stands in its strings."""
    return set(METRIC.findall(re.sub(r'"[^"]*"', '""', expression)))


def unknown(expressions, metrics):
    """The metrics that expressions name, and nothing has."""
    return sorted(set().union(*map(named, expressions)) - set(metrics)) if expressions else ["nothing is asked"]


def queries(dashboard):
    return [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]


def alone(expressions):
    """Expressions as rules, for promtool to read."""
    rules = [{"record": f"query{number}", "expr": expression.replace("$__rate_interval", "5m").replace("$job", "a")}
             for number, expression in enumerate(expressions)]
    return json.dumps({"groups": [{"name": "dashboard", "rules": rules}]})


def overlap(panels):
    """The pairs of panels that lie on each other."""
    def cells(panel):
        place = panel["gridPos"]
        return {(x, y) for x in range(place["x"], place["x"] + place["w"]) for y in range(place["y"], place["y"] + place["h"])}
    return [f"{one['title']} lies on {other['title']}" for number, one in enumerate(panels) for other in panels[:number]
            if cells(one) & cells(other)]


def check(report):
    with Server("--log-level", "error") as server:
        server.get("/api/v1")
        metrics = set(re.findall(r"^(\w+)[ {]", server.get("/metrics").text, re.M)) | {"up"}
    rules = (FOLDER / "rules.yaml").read_text()
    recorded = set(re.findall(r"^ +- record: (\S+)$", rules, re.M))
    alerts = re.findall(r"^ +- alert: (\S+)$", rules, re.M)
    report.row("promtool takes prometheus.yaml and its rules", promtool("check", "config", "prometheus.yaml"))
    report.row("promtool: the rules do what their tests say", promtool("test", "rules", "rules.test.yaml"))
    tested = re.findall(r"alertname: (\w+)", (FOLDER / "rules.test.yaml").read_text())
    report.row("each alert is tested, with and without its reason", [
        f"{alert} {tested.count(alert)} times" for alert in alerts if tested.count(alert) < 2], len(alerts))
    expressions = re.findall(r"expr: *[|>]?-?\n?((?:.|\n {10,})*)", rules)
    report.row("rules name metrics that /metrics has", unknown(expressions, metrics | recorded), len(expressions))
    dashboard = json.loads((DEPLOY / "grafana/dashboard.json").read_text())
    asked = queries(dashboard)
    report.row("so does the dashboard", unknown(asked, metrics | recorded), len(asked))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "queries.json").write_text(alone(asked))
        report.row("promtool reads each of its queries", promtool("check", "rules", "queries.json", folder=folder), len(asked))
    report.row("its panels lie beside each other", overlap(dashboard["panels"]), len(dashboard["panels"]))
