"""Has nginx serve what `akistata export` wrote, and compares every body with the real server's: equal but for the links,
which are rewritten here once more, by the rule as the command's help states it. Then every link is followed."""

import json
import posixpath
import re
import subprocess
import tempfile
from pathlib import Path

from .harness.http import get
from .harness.nginx import Nginx
from .harness.report import Report
from .harness.server import Server, executable

# What a file host must be told of the suffixes that it may not know.
TYPES = {
    "json": "application/json", "ndjson": "application/x-ndjson", "csv": "text/csv", "txt": "text/plain",
    "jsonld": "application/ld+json", "xml": "application/xml", "ics": "text/calendar", "geojson": "application/geo+json", "atom": "application/atom+xml",
    "bib": "application/x-bibtex", "ris": "application/x-research-info-systems",
}
ORIGIN = "https://akistata.example"
# Nothing in a text that a JSON string quotes: there a quotation mark has a backslash before it.
LINK = re.compile(rf"(?<!\\\")(?<![^\s\"'(>=,\[])({re.escape(ORIGIN)})?(/[\w\-.~%/@!$&*+:]*[\w\-~%/@!$&*+])(\?[^\s\"'<>()]*)?")
NOTHING = "\0nothing\0"


def suffix(name):
    last = posixpath.basename(name)
    return last[last.index("."):] if "." in last else ""


class Site:
    def __init__(self, root, folder, live):
        self.folder, self.live = folder, live
        self.names = {
            str(path.relative_to(root / folder)) for path in (root / folder).rglob("*") if path.is_file()
            and (folder or path.relative_to(root).parts[0] != "lt")
        }

    def file(self, path, name):
        """The file of a path: in the format of the file that links to it, else in JSON."""
        path = path.removeprefix("/")
        for candidate in [path, path + suffix(name), path + ".json"]:
            if candidate in self.names:
                return candidate
        return min((other for other in self.names if other.startswith(path + ".") and "/" not in other[len(path):]), default=None)

    def expected(self, text, name):
        """The server's text as it should stand in the file of that name."""
        is_json = "json" in suffix(name) or text[:1] == "{"

        def replace(match):
            origin, path, query = match[1], match[2], match[3] or ""
            before, after = text[:match.start()][-1:], text[match.end():][:2]
            if path == "/" or is_json and (before != '"' or after[:1] != '"' or after == '":'):
                return match[0]
            file = self.file(path, name)
            if cursor := re.search(r"limit=1000.*[?&]cursor=([\w=-]+)", query):
                stem = file.removesuffix(suffix(file))
                file = f"{stem}.{cursor[1]}{suffix(file)}"
            if file is None:
                return NOTHING if is_json and not origin and self.is_known(path) else match[0]
            if origin:
                return f"{ORIGIN}/{self.folder}{'/' if self.folder else ''}{file}"
            return posixpath.relpath(file, posixpath.dirname(name) or ".")

        return LINK.sub(replace, text).replace(f'"{NOTHING}"', "null")

    def is_known(self, path):
        """Whether the server answers there, though no file can."""
        return get(self.live + path).status != 404


def difference(found, expected):
    """Where two texts part."""
    place = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
    return repr((found[place - 40:place + 40], expected[place - 40:place + 40])) if found != expected else ""


def live_url(name):
    """The target that a file was made from."""
    if name == "index.json":
        return "/"
    cursor = re.search(r"\.([\w-]{32}=*)(\.\w+)$", name)
    if cursor:
        return f"/{name[:cursor.start()]}{cursor[2]}?limit=1000&cursor={cursor[1]}"
    return f"/{name}"


def compare(report, site, static, live, language):
    """How many links were followed."""
    count = 0
    for name in sorted(site.names):
        file = f"{site.folder}/{name}" if site.folder else name
        found = get(f"{static}/{file}")
        report.check(found.status == 200, f"nginx: {file} {found.status}")
        target = live_url(name)
        header = {"Accept-Language": language, "Host": ORIGIN.removeprefix("https://")}
        # A list is whole: the server's largest page, where it has pages.
        page = get(f"{live}{target}?limit=1000", **header) if "?" not in target else None
        if not page or page.status != 200 or suffix(name) in (".csv", ".csv-metadata.json", ".ndjson"):
            page = get(live + target, **header)
        report.check(page.status == 200, f"live: {target} {page.status}")
        expected = site.expected(page.text, name)
        report.check(found.text == expected, f"body: {file} {difference(found.text, expected)}")
        if name.count(".") == 1 and name.endswith(tuple(TYPES)) and "schemas/" not in name:
            report.check(found.kind == page.kind or page.kind.endswith("+json"), f"type: {file} {found.kind} {page.kind}")
        count += follow(report, site, file, found.text)
    return count


def follow(report, site, name, text):
    """Everything in `links` of JSON, and every relative path of a text page."""
    found = []

    def walk(value, inside):
        if isinstance(value, dict):
            for key, member in value.items():
                walk(member, inside or key == "links")
        elif isinstance(value, list):
            for member in value:
                walk(member, inside)
        elif isinstance(value, str) and inside and not value.startswith("http"):
            found.append(value)

    if name.endswith(".txt"):
        found = re.findall(r"(?<!\S)(?:\.\./)*[\w\-/]+\.txt", text)
    elif name.endswith(".ndjson"):
        for line in text.splitlines():
            walk(json.loads(line), False)
    elif name.endswith("json") and "openapi" not in name and "schemas/" not in name:
        walk(json.loads(text), False)
    for link in found:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
        exists = path.removeprefix(f"{site.folder}/" if site.folder else "") in site.names
        report.check(exists, f"link: {name} {link}")
    return len(found)


def main(arguments):
    report, files, links = Report(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "site")
        subprocess.run([executable(), "export", "--out", str(root), "--public-url", ORIGIN], check=True)
        types = " ".join(f"{kind} {suffix};" for suffix, kind in TYPES.items())
        # What is written are the data: pages are for a server.
        options = ["--data-only", "--log-level", "error", "--public-url", ORIGIN]
        with (Server(*options) as server,
              Nginx(f"types {{ {types} }} charset utf-8; charset_types *;", f"root {root}; index index.json;") as nginx):
            for language, name in [("en", ""), ("lt", "lt")]:
                site = Site(root, name, server.base)
                links += compare(report, site, nginx.base, server.base, language)
                files += len(site.names)
            report.check(get(f"{nginx.base}/").status == 200, "the folder itself has no index")
    report.check(files > 1000 and links > 1000, "there is too little to compare")
    return report.end(f"{files} files, {links} links")
