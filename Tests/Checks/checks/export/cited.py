"""Every citation that the server gives, in each version, in its files."""

import json
from urllib.parse import urlsplit

from ..harness.http import get, records
from .history import CURRENT, EARLIER

# What browsers say.
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
KINDS = ["events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources", "changes", "terms"]


def faults(root, live, origin):
    """What does not open, and how many citations there are: each by the address in its CSL-JSON."""
    found, count = [], 0
    host = {"Host": urlsplit(origin).netloc}
    for version in (EARLIER, CURRENT):
        for kind in KINDS:
            for record in records(live, f"@{version}/{kind}"):
                count += 1
                cite = f"/api/v1/@{version}/cite/{kind}/{record['id']}.json"
                answer = get(live + cite, **host)
                # A source is cited as what it is, wherever it is.
                is_source = kind == "sources"
                url = f"{origin}/@{version}/sources/{record['id']}" if is_source else answer.json()[0]["URL"]
                path = url.removeprefix(origin).partition("#")[0]
                if f"@{version}" not in path:
                    found.append(f"{cite} names {url}")
                page, data = get(live + path, Accept=BROWSER, **host), get(live + path, Accept="application/json", **host)
                if page.status != 200 or page.kind != "text/html" or data.status != 200 or f'"id":"{record["id"]}"' not in data.text:
                    found.append(f"live: {url} {page.status} {data.status}")
                # A file host finds the folder's index.
                name = path.strip("/")
                place = root / name / "index.html"
                own = root / "api/v1" / f"@{version}" / kind / f"{record['id']}.json"
                if not place.is_file():
                    found.append(f"export: {url}")
                if not own.is_file() or json.loads(own.read_text())["data"]["id"] != record["id"]:
                    found.append(f"export: no data of {url}")
                for suffix in ("json", "bib", "ris"):
                    file = root / f"api/v1/@{version}/cite/{kind}/{record['id']}.{suffix}"
                    if not file.is_file() or not is_source and f"@{version}" not in file.read_text():
                        found.append(f"export: {file.relative_to(root)} names no version")
    return found, count
