"""Reads the signposts of every kind of page by the library signposting (PyPI): author, type, license, what to cite, and of what
is data as well its items and its description. What they lead to is there, and of the type that the link tells; what is to be
cited is the page of a version, which names itself.
"""

import json
import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from signposting import find_signposting_http_link

from .harness.http import get
from .harness.report import Report
from .harness.server import ROOT, Server

RIVER = ROOT / "Tests/Support/River"
LATER = {"version": "1.1.0", "date": "2026-11-27", "summary": {"en": "Nothing but a number.", "lt": "Tik numeris."}}
# The pages that are data, too.
DATA = re.compile(r"/(@[\d.]+/?)?((events|statistics|discrepancies|conflicts|revisions|sources|claims|checks|changes|terms)(/[\w-]+)?)?")
# They are the same for all versions.
UNVERSIONED = re.compile(r"/docs(/\w+)?")


@contextmanager
def two_versions():
    """A server of a small dataset in two versions."""
    with TemporaryDirectory() as folder:
        for version in ("1.0.0", LATER["version"]):
            shutil.copytree(RIVER, Path(folder, version))
        newest = Path(folder, LATER["version"])
        dataset, changes = [json.loads((newest / name).read_text()) for name in ("dataset.json", "changes.json")]
        dataset |= {"version": LATER["version"], "released": LATER["date"]}
        changes["changes"].insert(0, LATER)
        (newest / "dataset.json").write_text(json.dumps(dataset))
        (newest / "changes.json").write_text(json.dumps(changes))
        with Server("--log-level", "error", "--data", folder) as server:
            yield server


def page(url):
    """A page as a browser asks for it, or for the type that a link tells."""
    return get(url, Accept="text/html")


def signposts(url):
    return find_signposting_http_link(page(url).fields.get_all("Link") or [], url)


def pages(server):
    """The paths of all pages without a query, a record of each kind, a lesson and a part of the reference; and each that
    has versions in both."""
    def listed(path):
        return [url.removeprefix(server.base) for url in re.findall("<loc>(.*?)</loc>", server.get(path).text)]
    found = [path for path in listed("/sitemaps/pages.xml") if not path.startswith("/api/v1") and page(server.base + path).kind == "text/html"]
    for file in listed("/sitemap.xml"):
        # The last one is there in each version.
        found += [path for path in listed(file) if re.fullmatch(r"/(?!api/)\w+/[\w-]+", path)][-1:]
    for part in ("lessons", "docs"):
        found += re.findall(rf'href="(/{part}/[\w-]+)"', page(f"{server.base}/{part}").text)[:1]
    versioned = [path for path in found if not UNVERSIONED.fullmatch(path)]
    return found + [f"/@{version}{path}".rstrip("/") for version in ("1.0.0", "1.1.0") for path in versioned]


def faults(url, path):
    """What is wrong with the signposts of a page."""
    posts = signposts(url)
    if not posts.authors:
        yield "no author"
    if "https://schema.org/WebPage" not in {post.target for post in posts.types}:
        yield "no type"
    if not posts.license:
        yield "no license"
    if bool(posts.citeAs) == bool(UNVERSIONED.fullmatch(path)):
        yield "nothing to cite" if not posts.citeAs else "to be cited, though the same for all versions"
    if bool(posts.items and posts.describedBy) != bool(DATA.fullmatch(path)):
        yield "no item or description" if not posts.items or not posts.describedBy else "items of what is no data"
    if posts.citeAs:
        cited = signposts(posts.citeAs.target).citeAs
        if not cited or cited.target != posts.citeAs.target:
            yield f"{posts.citeAs.target} is to be cited, and says {cited and cited.target} of itself"
        if "/@" in path and posts.citeAs.target != url:
            yield f"another is to be cited: {posts.citeAs.target}"
    for post in {*posts.authors, *posts.items, *posts.describedBy, *([posts.citeAs] if posts.citeAs else [])}:
        kind = post.type and post.type.partition(";")[0] or "text/html"
        answer = get(post.target, Accept=kind)
        if answer.status != 200 or answer.kind != kind:
            yield f"{post.rel} {post.target}: {answer.status} {answer.kind}, not {kind}"


def main(arguments):
    report = Report()
    with two_versions() as server:
        found = pages(server)
        for path in found:
            report.row(path, faults(server.base + path, path))
        kinds = {path.split("/")[1] for path in found if "@" not in path}
        report.check(len(found) > 40 and len(kinds) >= 10, f"there are too few kinds of pages: {sorted(kinds)}")
    return report.end(f"{len(found)} pages")
