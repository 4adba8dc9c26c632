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

# The entry types that a type of CSL may have.
ENTRIES = {
    "article-journal": ["article"], "article-newspaper": ["article"], "article-magazine": ["article"], "book": ["book"],
    "chapter": ["incollection"], "entry-encyclopedia": ["incollection", "misc"], "entry-dictionary": ["incollection", "misc"],
    "thesis": ["phdthesis", "mastersthesis"], "report": ["techreport"], "paper-conference": ["inproceedings"],
    "manuscript": ["unpublished"], "pamphlet": ["booklet"], "treaty": ["legal"], "legislation": ["legislation"],
    "article": ["article", "misc"], "review": ["article", "misc"], "review-book": ["article", "misc"], "classic": ["book"],
    "collection": ["book"], "standard": ["techreport"], "patent": ["patent"], "periodical": ["periodical"],
    "bill": ["legislation"], "regulation": ["legislation"], "legal_case": ["jurisdiction"], "hearing": ["jurisdiction"],
}
# The fields of BibTeX that hold a variable as it is.
VARIABLES = {
    "page": "pages", "publisher-place": "address", "edition": "edition", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn",
    "collection-title": "series",
}
CSL = "application/vnd.citationstyles.csl+json"


def check(client):
    count = 0
    items = []
    for language in LANGUAGES:
        records = [(kind, record) for kind in KINDS for record in client.records[kind]]
        paths = [("/api/v1", "/@")] + [
            (f"/api/v1/{kind}/{record['id']}", cited(client, kind, record)) for kind, record in records]
        for path, permalink in paths:
            cite = path.replace("/api/v1", "/api/v1/cite")
            url = client.base + permalink.replace("@", f"@{client.dataset['version']}")
            item, = json.loads(client.text(f"{cite}.json?lang={language}", CSL))
            bibtex(item, client.text(f"{cite}.bib?lang={language}", "application/x-bibtex"))
            ris(item, client.text(f"{cite}.ris?lang={language}", "application/x-research-info-systems"))
            if item["type"] in ["dataset", "entry"]:
                assert item["version"] == client.dataset["version"]
                assert item["URL"] == url and item["license"] == client.dataset["licence"]["id"]
                assert client.get(url.removeprefix(client.base).split("#")[0]).fields["Link"].count("latest-version") == 1
            else:
                assert url in item["note"] and f"{client.dataset['version']}" in item["note"], item
            assert f'<{path}>; rel="about"' in client.get(f"{cite}.json").fields["Link"]
            if language == "en":
                items.append(item)
            count += 1
    for item in items:
        for passage in item.get("custom", {}).get("citationItems", []):
            assert passage["id"] in {source["id"] for source in client.records["sources"]}, passage
    bibliography(items)
    return f"{count} as CSL-JSON, BibTeX and RIS"


def cited(client, kind, record):
    """The permalink of a record's page; of a check that is a discrepancy, that one's."""
    is_discrepancy = kind == "checks" and record["id"] in {each["id"] for each in client.records["discrepancies"]}
    return f"/@/{'discrepancies' if is_discrepancy else kind}/{record['id']}"


def bibtex(item, text):
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks, text
    entry, = library.entries
    fields = {field.key: field.value for field in entry.fields}
    plain = lambda text: re.sub("[{}]", "", text)  # noqa: E731
    assert entry.key == item["id"]
    assert entry.entry_type in ENTRIES.get(item["type"], ["misc"]), entry.entry_type
    # What LaTeX writes with commands is told apart from what it was by nothing but the spaces that do not break.
    same(plain(fields["title"]), item["title"])
    # Where a type has no field for the archive, the note begins with it.
    assert re.sub(r"\s+", " ", plain(fields["note"])).endswith(re.sub(r"\s+", " ", item["note"])), fields["note"]
    assert fields["url"] == item["URL"]
    if "issued" in item:
        years = [str(date[0]) if date[0] > 0 else f"{-date[0]} BCE" for date in item["issued"].get("date-parts", [])]
        assert fields["year"].replace("--", "–") == ("–".join(dict.fromkeys(years)) if years else item["issued"]["literal"])
    if "version" in item:
        parts = [item.get("container-title"), "Akistata", f"version {item['version']}"]
        same(plain(fields["howpublished"]), ", ".join(filter(None, parts)))
    for role in ["author", "editor", "translator"]:
        same(plain(fields.get(role, "")), " and ".join(map(name, item.get(role, []))))
    for variable, field in VARIABLES.items():
        if variable in item:
            same(plain(fields[field]).replace("–", "-"), item[variable])
    for code in re.sub(r"url = {.*?},", "", text).encode():
        assert code >= 0x20 or code == 0x0A


def name(name):
    """A name as BibTeX has it: `van Gogh, Jr., Vincent`."""
    if "literal" in name:
        return name["literal"]
    particles = [name.get("dropping-particle"), name.get("non-dropping-particle"), name["family"]]
    return ", ".join(filter(None, [" ".join(filter(None, particles)), name.get("suffix"), name.get("given")]))


def ris(item, text):
    assert text.endswith("ER  - \r\n")
    entry, = rispy.loads(text)
    assert entry["id"] == item["id"] and entry["title"] == item["title"]
    assert entry.get("urls", [None])[0] == item["URL"]
    assert entry.get("secondary_title") == item.get("container-title")
    assert entry.get("edition") == item.get("version", item.get("edition"))
    assert entry["notes"] == [item["note"]]
    parts = item.get("issued", {}).get("date-parts")
    if parts:
        year = f"{parts[0][0]:04}" if parts[0][0] > 0 else ""
        assert entry.get("year", "") == year
        if len(parts[0]) > 1:
            assert entry["date"].startswith("/".join([year, f"{parts[0][1]:02}"])), entry
        if not year and len(parts) == 1:
            assert entry["date"].endswith(f"/{-parts[0][0]} BCE"), entry
    for variable, tag in [("DOI", "doi"), ("publisher-place", "place_published"), ("collection-title", "tertiary_title")]:
        assert entry.get(tag) == item.get(variable), (variable, entry)


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
