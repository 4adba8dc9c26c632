"""Each file beside the server's answer: the same but for the links, which lead to the file of what the server's lead to."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urlsplit

from ..harness.http import get
from .files import plain

# What a file host cannot do.
SERVED = {"healthz", "readyz", "metrics", "oembed", "api/v1/timemap", "api/v1/search"}
TOKEN = re.compile(r"""[^\s"'<>()\[\]{},“”„«»]+""")
# In words, for people: what an answer says to those who ask a server.
SKIPPED = {"script", "style", "form", "details", "noscript"}
# The page whose form a file tells as text, under a lead of its own.
FORM, LEAD, NUMBER = "weigh", re.compile(r'<p class="lead">.*?</p>', re.S), re.compile(r'<strong class="number">(.*?)</strong>', re.S)


class Text(HTMLParser):
    """The text nodes and the links of a page, without what only a server answers."""

    def __init__(self, page, skipped=SKIPPED):
        super().__init__()
        self.texts, self.links, self.inside, self.skipped = [], [], [], skipped
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in self.skipped:
            self.inside.append(tag)
        if not self.inside and not (tag == "link" and "oembed" in dict(attributes).get("type", "")):
            self.links += [value for name, value in attributes if name in ("href", "src") and value]

    def handle_endtag(self, tag):
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside:
            self.texts.append(data)


class Compared:
    def __init__(self, report, files, live, origin):
        self.report, self.files, self.live, self.origin = report, files, live, origin
        # The path below which the files will be; mostly empty.
        self.base = urlsplit(origin).path
        self.links = 0

    def run(self):
        for name in self.files.names:
            target = self.files.target(name)
            if target is None:
                continue
            accept = "text/html" if name.endswith("index.html") else "*/*"
            answer = self.ask(target, accept, whole=not name.endswith("html"))
            content = self.files.read(name)
            kind = answer.kind
            self.name, self.faults = self.files.place(name), []
            if kind == "text/html":
                self.page(name, content.decode(), answer.text)
            elif answer.status != 200:
                self.faults.append(f"{target} is {answer.status}")
            elif kind.endswith("json") and kind != "application/x-ndjson":
                self.value(name, json.loads(content), json.loads(answer.body), "")
            elif kind == "text/javascript":
                if not name.endswith("embed.js") and content != answer.body:
                    self.faults.append("differs")
            else:
                self.text(name, content.decode(), answer.text)
            self.report.check(not self.faults, f"{self.name}: {self.faults[:3]}")

    def ask(self, target, accept, whole):
        """A list is whole: the server's largest page, where it has pages."""
        fields = {"Accept_Language": self.files.language, "Host": urlsplit(self.origin).netloc, "Accept": accept}
        if whole and "?" not in target and not target.endswith((".csv", ".csv-metadata.json", ".ndjson", ".ics", ".geojson", ".atom")):
            page = get(f"{self.live}{target}?limit=1000", **fields)
            if page.status == 200:
                return page
        return get(self.live + target, **fields)

    def leads(self, name, link, live):
        """Whether a link in a file leads to what the server's leads to."""
        path, _, query = (live.removeprefix(self.origin).removeprefix(self.base) or "/").partition("#")[0].partition("?")
        if path.endswith("/embed") and (record := re.search(r"\bid=([\w-]+)", query)):
            path += f"/{record[1]}"
        self.links += 1
        if link.startswith(self.origin):
            found = link.removeprefix(self.origin).partition("#")[0].partition("?")[0].strip("/")
            place = found if (self.files.root / found).is_file() else f"{found}/index.html".strip("/")
            exists = (self.files.root / place).is_file()
        else:
            place = self.files.resolved(name, link)
            exists = place is not None
        if not exists:
            return plain(path) in SERVED and link == live
        return plain(place) == plain(path) or self.is_of_version(name, place, path)

    def is_of_version(self, name, place, path):
        """Whether linked data, which names records without a version, leads to one that only the version of the file has."""
        version = re.match(r"api/v1/(@[\d.]+)/.*\.jsonld$", name)
        own = version and path.replace("/api/v1/", f"/api/v1/{version[1]}/", 1)
        return bool(own) and plain(place) == plain(own) and get(self.live + path).status == 404

    def is_link(self, text):
        return text.startswith(("/", self.origin + "/")) or text == self.origin

    def value(self, name, mine, theirs, where):
        if isinstance(theirs, dict) and isinstance(mine, dict):
            if mine.keys() != theirs.keys():
                self.faults.append(f"{where} has other members")
            for key in mine.keys() & theirs.keys():
                self.value(name, mine[key], theirs[key], f"{where}/{key}")
        elif isinstance(theirs, list) and isinstance(mine, list):
            if len(mine) != len(theirs):
                self.faults.append(f"{where} has another length")
            for place, (one, other) in enumerate(zip(mine, theirs)):
                self.value(name, one, other, f"{where}/{place}")
        elif mine is None and isinstance(theirs, str):
            if re.sub(r"@[\d.]+/", "", plain(theirs.removeprefix(self.base).partition("?")[0])) not in SERVED:
                self.faults.append(f"{where}: nothing for {theirs}")
        elif mine != theirs and not (isinstance(mine, str) and self.is_link(str(theirs)) and self.leads(name, mine, theirs)):
            self.faults.append(f"{where}: {mine!r} for {theirs!r}")

    def text(self, name, mine, theirs):
        ours, others = TOKEN.findall(mine), TOKEN.findall(theirs)
        if len(ours) != len(others):
            self.faults.append("has other words")
        for one, other in zip(ours, others):
            if one == other:
                continue
            one, other = one.rstrip(".,;:"), other.rstrip(".,;:")
            if not self.is_link(other) or not self.leads(name, one, other):
                self.faults.append(f"{one!r} for {other!r}")

    def form(self, name, mine, theirs):
        """The figures of a form are all there, and nothing is that the server's page has not, but the lead."""
        if NUMBER.findall(mine) != NUMBER.findall(theirs):
            self.faults.append(f"has the figures {NUMBER.findall(mine)} for {NUMBER.findall(theirs)}")
        mine, theirs = (Text(LEAD.sub("", page), SKIPPED - {"form", "details"}) for page in (mine, theirs))
        ours, others = (Counter(TOKEN.findall("\n".join(page.texts))) for page in (mine, theirs))
        links = [*filter(self.is_link, others)]
        if more := [word for word in ours - others if not any(self.leads(name, word, link) for link in links)]:
            self.faults.append(f"has {more}, which the server's page has not")
        for link in mine.links:
            if not any(link == other or self.is_link(other) and self.leads(name, link, other) for other in theirs.links):
                self.faults.append(f"link {link!r}, which the server's page has not")

    def page(self, name, mine, theirs):
        if re.sub(r"@[\d.]+/", "", plain(name)) == FORM and "<form class=" in theirs:
            return self.form(name, mine, theirs)
        mine, theirs = Text(mine), Text(theirs)
        self.text(name, "\n".join(mine.texts), "\n".join(theirs.texts))
        if len(mine.links) != len(theirs.links):
            self.faults.append(f"has {len(mine.links)} links for {len(theirs.links)}")
        for one, other in zip(mine.links, theirs.links):
            if one != other and not (self.is_link(other) and self.leads(name, one, other)):
                self.faults.append(f"link {one!r} for {other!r}")
            elif one == other and one.startswith("/"):
                self.faults.append(f"link {one!r} leads to the root of a disk")
