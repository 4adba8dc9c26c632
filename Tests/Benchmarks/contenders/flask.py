"""The same pages by Flask and Jinja2 under gunicorn: one worker, which keeps connections open, in the thread of its own
that this takes."""

import json
import re
from pathlib import Path

from harness.message import Request
from harness.service import Service, processor
from harness.tools import BENCHMARKS, PYTHON

KINDS = ("statistics", "discrepancies", "events", "claims", "checks", "sources")


class Flask(Service):
    name, contender = "Flask", "flask"

    def __init__(self, akistata):
        super().__init__(akistata.folder)
        self.site = self.folder / "site.json"
        self.site.write_text(json.dumps(site(akistata)))

    def command(self):
        return ["env", f"SITE={self.site}", PYTHON / "bin/gunicorn", "--chdir", BENCHMARKS / "contenders/website",
                "--bind", f"127.0.0.1:{self.port}", "--workers", "1", "--worker-class", "gthread", "--threads", "1",
                "--keep-alive", "60", "--log-level", "error", "pages:app"]

    def cpu(self):
        """With its worker's."""
        main = self.process.pid
        workers = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return sum(map(processor, [main, *workers]))


def site(akistata):
    """What the site needs, as Akistata gives it: records, pictures, linked data."""
    def content(path):
        return akistata.fetch(Request(path)).content.decode()

    found = {kind: json.loads(content(f"/api/v1/{kind}.json?limit=1000"))["data"] for kind in KINDS}
    found["dataset"] = json.loads(content("/api/v1.json"))["data"]["dataset"]
    found["pictures"], found["linked"] = {"timeline": picture(content("/events"))}, {}
    for record in found["discrepancies"]:
        page = content(f"/discrepancies/{record['id']}")
        found["pictures"][record["id"]] = picture(page)
        found["linked"][record["id"]] = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    return found


def picture(page):
    """In both of its widths."""
    return "\n".join(re.findall('<svg[^>]*class="picture.*?</svg>', page, re.S))
