"""CSL-JSON, BibTeX and RIS of every record and of the dataset, read by citeproc-py, bibtexparser and rispy."""

import json
import re
import warnings

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from .client import KINDS, LANGUAGES

CSL = "application/vnd.citationstyles.csl+json"


def check(client):
    count = 0
    items = []
    for language in LANGUAGES:
        for path in ["/api/v1"] + [f"/api/v1/{kind}/{r['id']}" for kind in KINDS for r in client.records[kind]]:
            cite = path.replace("/api/v1", "/api/v1/cite")
            url = client.base + path.replace("/api/v1", f"/api/v1/@{client.dataset['version']}")
            item, = json.loads(client.text(f"{cite}.json?lang={language}", CSL))
            bibtex(item, client.text(f"{cite}.bib?lang={language}", "application/x-bibtex"))
            ris(item, client.text(f"{cite}.ris?lang={language}", "application/x-research-info-systems"))
            if item["type"] in ["dataset", "entry"]:
                assert item["version"] == client.dataset["version"]
                assert item["URL"] == url and item["license"] == client.dataset["licence"]["id"]
                assert client.get(url.removeprefix(client.base)).fields["Link"].count("latest-version") == 1
            else:
                assert url in item["note"] and f"{client.dataset['version']}" in item["note"], item
            assert f'<{path}>; rel="about"' in client.get(f"{cite}.json").fields["Link"]
            if language == "en":
                items.append(item)
            count += 1
    bibliography(items)
    return f"{count} as CSL-JSON, BibTeX and RIS"


def bibtex(item, text):
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks, text
    entry, = library.entries
    fields = {field.key: field.value for field in entry.fields}
    plain = lambda text: re.sub("[{}]", "", text)  # noqa: E731
    assert entry.key == item["id"]
    assert entry.entry_type in {"article-journal": ["article"], "book": ["book"]}.get(item["type"], ["misc"])
    # What LaTeX writes with commands is told apart from what it was by nothing but the spaces that do not break.
    same(plain(fields["title"]), item["title"])
    same(plain(fields["note"]), item["note"])
    assert fields["url"] == item["URL"]
    assert fields.get("year") == (str(item["issued"]["date-parts"][0][0]) if "issued" in item else None)
    if "version" in item:
        parts = [item.get("container-title"), "Akistata", f"version {item['version']}"]
        same(plain(fields["howpublished"]), ", ".join(filter(None, parts)))
    authors = [f"{a['family']}, {a['given']}" if "family" in a else a["literal"] for a in item.get("author", [])]
    same(plain(fields.get("author", "")), " and ".join(authors))
    for code in re.sub(r"url = {.*?},", "", text).encode():
        assert code >= 0x20 or code == 0x0A


def ris(item, text):
    assert text.endswith("ER  - \r\n")
    entry, = rispy.loads(text)
    assert entry["id"] == item["id"] and entry["title"] == item["title"]
    assert entry.get("urls", [None])[0] == item["URL"]
    assert entry.get("secondary_title") == item.get("container-title")
    assert entry.get("edition") == item.get("version")
    assert entry["notes"] == [item["note"]]
    if "issued" in item:
        assert entry["year"] == str(item["issued"]["date-parts"][0][0])


def bibliography(items):
    """A bibliography in a real style: every title and every version's URL is in it."""
    with warnings.catch_warnings():
        # The style has no place for some of the variables, and says so.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        works = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            works.register(Citation([CitationItem(item["id"])]))
        entries = [str(entry) for entry in works.bibliography()]
    assert len(entries) == len(items)
    text = "\n".join(entries)
    for item in items:
        assert item["title"].replace("  ", " ") in text, item["title"]


def same(found, text):
    normal = lambda text: re.sub(r"\s+", " ", text).strip()  # noqa: E731
    assert normal(found) == normal(text), f"{found!r} is not {text!r}"
