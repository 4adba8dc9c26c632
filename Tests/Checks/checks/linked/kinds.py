"""A source of every type of CSL, with every variable that BibTeX, RIS and CSL share, read as the others are."""

import json
import shutil
import tempfile
from pathlib import Path

from ..harness.server import ROOT, Server
from . import citations
from .client import LANGUAGES

DATASET = ROOT / "Resources/datasets/lithuania-1944-1945"
SCHEMA = ROOT / "Resources/schemas/sources.json"
DATES = [
    {"date-parts": [[1945, 2, 9]]}, {"date-parts": [[1998, 2]]}, {"date-parts": [[1969]]},
    {"date-parts": [[1969], [1971]]}, {"date-parts": [[1969]], "circa": True}, {"date-parts": [[1969]], "season": 1},
    {"literal": "n.d."},
]
NAMES = [
    {"family": "Žemaitis", "given": "Antanas"}, {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
    {"family": "Maupassant", "given": "Guy", "dropping-particle": "de"}, {"literal": "Vilniaus universitetas"},
    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
]


def sources():
    """One for each type, the dates and names in turn."""
    known = json.loads(SCHEMA.read_text())["$defs"]["source"]["properties"]["type"]["enum"]
    for place, kind in enumerate(known):
        yield {
            "id": f"kind-{kind.replace('_', '-')}", "type": kind, "title": f"Of the type {place}", "language": "lt",
            "author": [NAMES[place % len(NAMES)]], "editor": [NAMES[(place + 1) % len(NAMES)]],
            "translator": [NAMES[(place + 2) % len(NAMES)]], "issued": DATES[place % len(DATES)],
            "container-title": "A container", "publisher": "A house", "publisher-place": "Moskva", "page": "37-49",
            "edition": 2, "DOI": f"10.1000/{place}", "ISBN": "9785995005", "archive": "LYA",
            "archive_location": "F. K-1, ap. 3, b. 10, l. 5", "collection-title": "A series",
            "accessed": {"date-parts": [[2026, 11, 1]]}, "genre": "A genre", "number": "7",
            "access": {"en": "Made up.", "lt": "Išgalvota."},
            "independence": {"kind": "independent", "of": [], "statement": {"en": "Made up.", "lt": "Išgalvota."}},
        }


def check():
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(DATASET, data)
        whole = json.loads((data / "sources.json").read_text())
        made = list(sources())
        whole["sources"] += made
        (data / "sources.json").write_text(json.dumps(whole))
        with Server("--log-level", "error", "--data", str(data)) as server:
            items = []
            for source in made:
                path = f"/api/v1/cite/sources/{source['id']}"
                for language in LANGUAGES:
                    item, = server.get(f"{path}.json?lang={language}").json()
                    citations.bibtex(item, server.get(f"{path}.bib?lang={language}").text)
                    citations.ris(item, server.get(f"{path}.ris?lang={language}").text)
                for name in source.keys() - {"id", "independence", "access"}:
                    expected = str(source[name]) if isinstance(source[name], int) else source[name]
                    assert item[name] == expected, (source["id"], name, item.get(name))
                items.append(item)
            citations.bibliography(items)
    return f"{len(made)} types"
