"""Has the readers of linked data, citations, timelines, charts, calendars and feeds read what the real server writes.

All from PyPI: rdflib and pyld (JSON-LD), edtf (dates), bibtexparser, rispy and citeproc-py (citations), altair's schema and
vl-convert (Vega-Lite), icalendar, feedparser. An argument names a folder to keep the drawn charts in.
"""

from pathlib import Path

from ..harness.report import Report
from ..harness.server import Server
from . import charts, citations, dated, jsonld, kinds, works
from .client import Client


def main(arguments):
    folder = Path(arguments[0]) if arguments else None
    report = Report()
    with Server("--log-level", "error") as server:
        client = Client(server)
        report.run("JSON-LD", jsonld.check, client)
        report.run("citations", citations.check, client)
        report.run("sources of every type", kinds.check)
        report.run("sources with the variables of CSL-JSON", works.check)
        report.run("timeline, calendar and feed", dated.check, client)
        report.run("charts", charts.check, client, folder)
    return report.end("linked data, citations, timelines, calendars, feeds and charts")
