"""Made-up sources with the variables of CSL-JSON, as citeproc-py, bibtexparser and rispy find them in the three forms."""

import json
import random
import re
import warnings

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from ..harness.http import get
from ..oracles.folder import Folder
from .citations import CSL

# What each of CSL's types is in BibTeX and in RIS; several where usage differs.
TYPES = {
    "article-journal": ({"article"}, {"JOUR"}), "article-magazine": ({"article"}, {"MGZN"}),
    "article-newspaper": ({"article"}, {"NEWS"}), "book": ({"book"}, {"BOOK"}),
    "chapter": ({"incollection", "inbook"}, {"CHAP"}), "paper-conference": ({"inproceedings"}, {"CPAPER", "CONF"}),
    "thesis": ({"phdthesis", "mastersthesis", "thesis"}, {"THES"}), "report": ({"techreport", "report"}, {"RPRT"}),
    "manuscript": ({"unpublished", "misc"}, {"MANSCPT", "UNPB"}), "map": ({"misc"}, {"MAP"}),
    "personal_communication": ({"misc", "unpublished", "letter"}, {"PCOMM"}), "webpage": ({"misc", "online"}, {"ELEC", "WEB"}),
    "entry-encyclopedia": ({"incollection", "inreference", "misc"}, {"ENCYC"}), "legislation": ({"misc", "legislation"}, {"STAT", "BILL"}),
}
FAMILIES = ["Kazlauskas", "de la Cruz", "Ó Briain", "Žemaitis", "戦争", "Müller-Lüdenscheid", "O'Neill"]
TEXTS = ["A Tale & Its 5% #1_Sequel", "Über {die} Karten", "Karo žygiai $10", "Заметки", "One ~ Two ^ Three", "Back\\slash"]


def text(chance):
    return f"{chance.choice(TEXTS)} {chance.randint(1, 999)}"


def names(chance):
    kinds = [{"family": chance.choice(FAMILIES), "given": "Jonas P."}, {"literal": "Bureau & Sons"}]
    return [chance.choice(kinds) for _ in range(chance.randint(1, 3))]


def date(chance):
    parts = [chance.randint(1500, 2020), chance.randint(1, 12), chance.randint(1, 28)][:chance.randint(1, 3)]
    return {"date-parts": [parts]}


# How each variable is made up, and where BibTeX and rispy have it; a name that ends in ! must be there.
VARIABLES = {
    "author": (names, "author", "authors"), "editor": (names, "editor", "secondary_authors editors"),
    "issued": (date, "year", "year"), "publisher": (text, "publisher school institution organization howpublished", "publisher"),
    "publisher-place": (text, "address location", "place_published"),
    "container-title": (text, "journal booktitle journaltitle maintitle howpublished", "secondary_title journal_name"),
    "collection-title": (text, "series", "tertiary_title secondary_title"),
    "volume": (lambda chance: str(chance.randint(1, 99)), "volume", "volume"),
    "issue": (lambda chance: str(chance.randint(1, 12)), "number issue", "number"),
    "page": (lambda chance: f"{(first := chance.randint(1, 400))}-{first + chance.randint(1, 40)}", "pages", "start_page"),
    "edition": (lambda chance: str(chance.randint(2, 9)), "edition", "edition"),
    "DOI": (lambda chance: f"10.1000/a_b.{chance.randint(1, 999)}", "doi", "doi"),
    "ISBN": (lambda chance: f"978-3-16-{chance.randint(100000, 999999)}-0", "isbn", "issn"),
    "ISSN": (lambda chance: f"1234-{chance.randint(1000, 9999)}", "issn", "issn"),
    "genre": (text, "type note howpublished", "type_of_work"),
    "archive": (text, "archive institution howpublished library note", "archive name_of_database database_provider"),
    "archive_location": (text, "archive_location howpublished note library", "AV"),
    "call-number": (lambda chance: f"F {chance.randint(1, 99)}-{chance.randint(1, 99)}", "library howpublished note callnumber", "call_number"),
}


def made(chance, count):
    """Works of every type, each with some of the variables."""
    works = []
    for place in range(count):
        variables = {name: form(chance) for name, (form, _, _) in VARIABLES.items() if chance.random() < 0.5}
        kind = list(TYPES)[place % len(TYPES)]
        if kind == "chapter":
            variables["container-title"] = text(chance)
        if kind not in ("thesis", "report", "map"):
            variables.pop("genre", None)
        # RIS has one field for both.
        if "ISBN" in variables:
            variables.pop("ISSN", None)
        works.append({"id": f"w{place}", "type": kind, "title": f"Work {place}: {text(chance)}"} | variables)
    return works


def plain(words):
    """Without the marks of LaTeX; the reader has another circumflex for its own."""
    return re.sub(r"\s+", " ", re.sub("[{}]", "", words.replace("ˆ", "^"))).strip()


def wanted(name, value):
    """What of a variable must stand in the field."""
    if name in ("author", "editor"):
        return [person.get("family", person.get("literal")) for person in value]
    if name == "issued":
        return [str(value["date-parts"][0][0])]
    return [plain(value)] if name != "page" else value.split("-")


def csl(work, item):
    for name, value in work.items():
        if name != "id" and item.get(name) != value:
            yield f"{work['id']} CSL {name}: {item.get(name)!r} is not {value!r}"


def bibtex(work, text):
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    if library.failed_blocks or len(library.entries) != 1:
        yield f"{work['id']}: no BibTeX: {text}"
        return
    entry, = library.entries
    fields = {field.key.lower(): plain(field.value) for field in entry.fields}
    if entry.entry_type not in TYPES[work["type"]][0]:
        yield f"{work['id']} BibTeX: {work['type']} is @{entry.entry_type}"
    for name, value in work.items():
        if name in VARIABLES:
            found = " ".join(fields.get(field, "") for field in VARIABLES[name][1].split())
            for words in wanted(name, value):
                if words not in found:
                    yield f"{work['id']} BibTeX {work['type']} {name}: {words!r} is not in {found!r}"
    if "issued" in work:
        parts = work["issued"]["date-parts"][0]
        told = " ".join(fields.get(name, "") for name in ("year", "month", "day", "date"))
        for part in parts[1:]:
            month = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"][part - 1] if part < 13 else None
            if not re.search(rf"\b0?{part}\b", told) and (not month or month not in told.lower()):
                yield f"{work['id']} BibTeX: of the date {parts} only {told!r} is told"


def ris(work, text):
    entry, = rispy.loads(text)
    # What the reader has no name for it keeps by its tag.
    entry |= {tag: "; ".join(values) for tag, values in entry.get("unknown_tag", {}).items()}
    if entry["type_of_reference"] not in TYPES[work["type"]][1]:
        yield f"{work['id']} RIS: {work['type']} is {entry['type_of_reference']}"
    for name, value in work.items():
        if name in VARIABLES:
            found = [entry.get(field, "") for field in VARIABLES[name][2].split()]
            found = " ".join("; ".join(each) if isinstance(each, list) else str(each) for each in found)
            if name == "page":
                found += " " + str(entry.get("end_page", ""))
            for words in wanted(name, value):
                if words not in plain(found):
                    yield f"{work['id']} RIS {work['type']} {name}: {words!r} is not in {found!r}"
    parts = work.get("issued", {}).get("date-parts", [[]])[0]
    if len(parts) > 1 and entry.get("date", "").rstrip("/") != "/".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]):
        yield f"{work['id']} RIS: the date {parts} is {entry.get('date')!r}"


def rendered(items):
    """A bibliography in a real style has every title."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        works = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            works.register(Citation([CitationItem(item["id"])]))
        entries = "\n".join(str(entry) for entry in works.bibliography())
    yield from (f"{item['id']} is not in the bibliography" for item in items if item["id"].replace("w", "Work ") + ":" not in entries)


def check(seed=13, count=5 * len(TYPES)):
    """Raises with everything that is not as it should be."""
    folder = Folder()
    works = made(random.Random(seed), count)
    folder.works = works
    found, items = [], []
    with folder.served() as server:
        for work in works:
            item, = json.loads(get(f"{server.base}/api/v1/cite/sources/{work['id']}.json").text)
            items.append(item)
            found += csl(work, item)
            found += bibtex(work, get(f"{server.base}/api/v1/cite/sources/{work['id']}.bib").text)
            found += ris(work, get(f"{server.base}/api/v1/cite/sources/{work['id']}.ris").text)
    found += rendered(items)
    assert not found, "\n".join(found)
    return f"{len(works)} works"
