"""Follows every link that the real server gives, from `/` on, and has each body read by a parser that is not ours.

Fails for a link to what is not there, for a path of the description that no link leads to, for a body that its declared
type does not fit, and for JSON that the schema it is described by does not allow. `--below PATH` crawls a small dataset
behind nginx, which has it below that path and nothing elsewhere.
"""

import argparse
import json
import re
from urllib.parse import urldefrag, urljoin

import requests
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from ..harness.report import Report
from ..harness.nginx import Nginx
from ..harness.server import ROOT, Server, free_port
from .parsers import PARSERS


class Crawl:
    def __init__(self, base, report):
        self.base, self.report = base, report
        self.session = requests.Session()
        self.types = {}
        self.seen = set()
        self.schemas = {}
        self.registry = Registry(retrieve=self.fetch)

    def run(self):
        waiting = ["/"]
        while waiting:
            url = waiting.pop()
            if url in self.seen:
                continue
            self.seen.add(url)
            try:
                waiting += self.follow(url)
                self.report.check(True, url)
            except Exception as error:
                self.report.check(False, f"{url}: {type(error).__name__}: {str(error)[:300]}")

    def follow(self, url):
        """The links of what is there that stay on this server, less those seen."""
        answer = self.session.get(self.base + url, headers={"Accept": "*/*"})
        if answer.status_code == 400 and self.came_later(url):
            return []
        assert answer.status_code == 200, f"status {answer.status_code}"
        media = answer.headers["Content-Type"].partition(";")[0]
        self.types[media] = self.types.get(media, 0) + 1
        text = answer.content if media == "image/png" else answer.content.decode()
        found = [part for link in PARSERS[media](text) for part in ([link] if isinstance(link, str) else link)]
        links = requests.utils.parse_header_links(answer.headers.get("Link", ""))
        for link in links:
            if link["rel"] == "describedby" and "/api/v1/schemas/" in link["url"]:
                self.check(json.loads(text), link["url"])
        if url.startswith("/api/v1/@") and media == "application/ld+json":
            # Linked data names records without a version, as what they are in all of them; some may be gone.
            found = [link for link in found if "/@" in link or "/schemas/" in link]
        found = [link for link in found if re.match(r"\.?/([a-z.]\S*)?$|https?://\S+$", link)]
        # What a version's record is a version of may be gone (RFC 7089 section 2.2.1): what is there instead is the latest version.
        found += [link["url"] for link in links if "original" not in link["rel"].split()]
        absolute = [urldefrag(urljoin(self.base + url, link)).url for link in found]
        host = urljoin(self.base, "/")
        out = [link for link in absolute if link.startswith(host) and not link.startswith(self.base + "/")]
        assert not out, f"leads out of {self.base}: {out[:3]}"
        here = [link.removeprefix(self.base) for link in absolute if link.startswith(self.base + "/")]
        return [link for link in here if "{" not in link]

    def came_later(self, url):
        """Whether a list of an earlier version is refused for a term that came later, with the terms that it has."""
        if not re.match(r"(/api/v1)?/@[^?]*\?", url):
            return False
        answer = self.session.get(self.base + "/api/v1" + url.removeprefix("/api/v1"))
        errors = answer.json().get("errors", []) if answer.status_code == 400 else []
        return bool(errors) and all(error.get("accepts") for error in errors)

    def check(self, value, path):
        """A value against a published schema, whole records where whole ones are asked for."""
        validator = Draft202012Validator(
            {"$ref": path.rpartition("/")[2]}, registry=self.registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER)
        validator.validate(value)

    def fetch(self, name):
        """A published schema, asked for once."""
        if name not in self.schemas:
            answer = self.session.get(f"{self.base}/api/v1/schemas/{name}")
            self.schemas[name] = Resource.from_contents(whole(answer.json()))
        return self.schemas[name]

    def orphans(self):
        """The paths of the description that no URL fits."""
        paths = self.session.get(self.base + "/api/v1/openapi.json").json()["paths"]
        # The pattern with most letters of its own is the one that answers.
        patterns = sorted(paths, key=lambda path: -len(re.sub(r"\{\w+\}", "", path)))
        compiled = [(path, re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))) for path in patterns]
        reached = set()
        for url in self.seen:
            path = url.partition("?")[0]
            reached.update([next((name for name, pattern in compiled if pattern.fullmatch(path)), None)])
        return [path for path in paths if path not in reached]


def whole(schema):
    """A schema without its choice of members: nothing that is crawled asks for some of them."""
    if isinstance(schema, list):
        return [whole(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    choice = schema.get("anyOf", [])
    if len(choice) == 2 and str(choice[1].get("$ref", "")).endswith("/part"):
        return choice[0]
    return {name: whole(part) for name, part in schema.items()}


def crawled(base, report):
    crawl = Crawl(base, report)
    crawl.run()
    for path in crawl.orphans():
        report.check(False, f"orphan: {path}")
    return crawl


def crawled_below(path, options, report):
    """The crawl of a small dataset behind a proxy that takes the path off, and what stands at the path without it."""
    port = free_port()
    base = f"http://127.0.0.1:{port}{path}"
    data = ROOT / "Tests/Support/River"
    with Server(*options, "--data", str(data), "--public-url", base) as server:
        places = f"location {path}/ {{ proxy_pass {server.base}/; }} location = {path} {{ proxy_pass {server.base}; }}"
        with Nginx(server=f"proxy_http_version 1.1; {places} location / {{ return 404; }}", port=port):
            answer = requests.get(base, allow_redirects=False)
            report.check(answer.status_code == 308 and answer.headers["Location"] == path + "/",
                         f"{path} leads to {path}/, not {answer.status_code} {answer.headers.get('Location')}")
            return crawled(base, report)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--below", metavar="PATH", help="behind nginx, below this path")
    below = parser.parse_args(arguments).below
    report = Report()
    options = ["--log-level", "error", "--security-contact", "mailto:security@akistata.example"]
    if below:
        crawl = crawled_below(below, options, report)
    else:
        with Server(*options) as server:
            crawl = crawled(server.base, report)
    for media, count in sorted(crawl.types.items()):
        print(f"{count:6} {media}")
    report.check(len(crawl.seen) >= 100, "there is too little to crawl")
    return report.end(f"{len(crawl.seen)} URLs")
