"""Compares every file that `akistata export` writes with the real server's answer: equal but for the links, and each of
these leads to the file of what the server's leads to. That is done for a small dataset of several versions, under the
address where it will be, and for the shipped one with `--shipped`. Then nginx serves the files, and a browser opens them
from a disk."""

import argparse
import hashlib
import subprocess
import tempfile
import time
from pathlib import Path

from ..harness.http import get
from ..harness.nginx import Nginx
from ..harness.report import Report
from ..harness.server import Server, executable
from . import cited, history, stick
from .compared import Compared
from .files import LANGUAGES, Files

# What a file host must be told of the suffixes that it may not know.
TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
    "json": "application/json", "ndjson": "application/x-ndjson", "csv": "text/csv", "txt": "text/plain",
    "jsonld": "application/ld+json", "xml": "application/xml", "ics": "text/calendar",
    "geojson": "application/geo+json", "atom": "application/atom+xml", "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
ORIGIN = "https://akistata.example"
# The small dataset stands below a path of the host.
BELOW = "/histories/river"


def manifest(root):
    """What the manifest says wrongly."""
    told = dict(reversed(line.split("  ", 1)) for line in (root / "manifest-sha256.txt").read_text().splitlines())
    found = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    found -= {"manifest-sha256.txt", ".nojekyll"}
    wrong = [name for name in found & told.keys() if hashlib.sha256((root / name).read_bytes()).hexdigest() != told[name]]
    return sorted(found ^ told.keys()) + sorted(wrong)


def exported(root, *options):
    start = time.monotonic()
    words = subprocess.run([executable(), "export", "--out", str(root), *options], check=True, capture_output=True, text=True)
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    print(f"    {words.stdout.split(' in ')[0]}, {size / 1e6:.0f} MB, {time.monotonic() - start:.0f} s")


def main(arguments):
    parser = argparse.ArgumentParser(prog="export", description=__doc__)
    parser.add_argument("--shipped", action="store_true", help="compare the shipped dataset's files, too")
    options = parser.parse_args(arguments)
    report, files, links = Report(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        data = history.write(Path(folder, "data"))
        sites = [("river", ORIGIN + BELOW, ["--data", str(data)])] + ([("shipped", ORIGIN, [])] if options.shipped else [])
        for name, origin, named in sites:
            root = Path(folder, name)
            exported(root, *named, "--public-url", origin)
            report.row("the manifest has the digest of each file", manifest(root))
            with Server("--log-level", "error", "--public-url", origin, *named) as server:
                for language in LANGUAGES:
                    compared = Compared(report, Files(root, language), server.base, origin)
                    compared.run()
                    files, links = files + len(compared.files.names), links + compared.links
                if name == "river":
                    report.row("every citation opens as a page and as data", *cited.faults(root, server.base, origin))
        types = " ".join(f"{kind} {suffix};" for suffix, kind in TYPES.items())
        places = (f"location {BELOW}/ {{ alias {folder}/river/; index index.html; error_page 404 {BELOW}/404.html; }}"
                  " location / { return 403; }")
        with Nginx(f"types {{ {types} }} charset utf-8; charset_types *;", places) as nginx:
            faults = [path for path in ("/", "/lt/", "/events/", "/events", f"/@{history.EARLIER}/", "/api/v1.json")
                      if get(nginx.base + BELOW + path).status != 200]
            nothing = get(nginx.base + BELOW + "/events/a/b/c")
            faults += [] if nothing.status == 404 and f"{BELOW}/style.css" in nothing.text else ["404.html"]
            report.row("nginx serves it", faults)
        # Without an address, as on a stick.
        exported(Path(folder, "stick"), "--data", str(data))
        stick.look(Path(folder, "stick"), report)
    report.check(files > 1000 and links > 1000, "there is too little to compare")
    return report.end(f"{files} files, {links} links")
