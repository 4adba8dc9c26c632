"""Writes a dataset of made-up figures, with no more around them than the loader asks for."""

import json
import re
import tempfile
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from ..harness.server import Server

LICENCE = {"id": "CC-BY-4.0", "URL": "https://creativecommons.org/licenses/by/4.0/"}


def number(value):
    """The decimal digits of a fraction that has an end, as they stand in JSON."""
    value = Fraction(value)
    if value.denominator == 1:
        return str(value.numerator)
    places = 0
    while value.denominator > 1:
        value *= 10
        places += 1
        if places > 30:
            raise ValueError("the fraction has no decimal end")
    return f"{Decimal(value.numerator).scaleb(-places):f}"


def written(document):
    """JSON with every fraction as the exact number that it is."""
    marked = json.dumps(document, ensure_ascii=False, default=lambda value: f"\x01{number(value)}\x02")
    return re.sub(r'"\\u0001(.*?)\\u0002"', r"\1", marked)


class Folder:
    """The records of one dataset. Figures are asked for as claims: a statistic is made with its first one."""

    def __init__(self, sources=1, units=None, period="1900", languages=("en",)):
        self.period, self.languages = period, list(languages)
        self.units = units or [{"id": "persons", "kind": "count"}, {"id": "percent", "kind": "percentage"}]
        self.sources = [f"s{place}" for place in range(sources)]
        self.statistics, self.events, self.relations, self.works = [], [], [], []
        self.claims = 0

    def text(self, words):
        return {language: words for language in self.languages}

    def statistic(self, name, claims, unit="persons", **members):
        """Adds a statistic; each claim is what is particular of it, and gets an id and what else it must have."""
        found = []
        for claim in claims:
            self.claims += 1
            found.append({
                "id": f"c{self.claims}", "source": "s0", "qualifier": "stated", "attribution": "main", "rank": "normal",
                "printed": "as it is told", **claim,
            })
        self.statistics.append({
            "id": name, "title": self.text(name), "measure": "m", "population": "p", "unit": unit, "period": self.period,
            **members, "claims": found,
        })
        return found

    def event(self, name, date):
        self.events.append({
            "id": name, "title": self.text(name), "summary": self.text("Made up."), "date": date, "category": "c", "actors": [],
            "places": [], "statistics": [], "citations": [{"source": "s0", "printed": ["a day"]}],
        })

    def relation(self, name, kind, **members):
        self.relations.append({
            "id": name, "kind": kind, "title": self.text(name), "explanation": self.text("Made up."), "question": self.text("Which?"),
            **members,
        })

    @contextmanager
    def served(self, *options):
        """A server of this dataset, while a `with` lasts."""
        with tempfile.TemporaryDirectory() as place:
            self.write(Path(place, "data"))
            with Server("--log-level", "error", "--data", f"{place}/data", *options) as server:
                yield server

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        terms = {name: [{"id": name[0], "label": self.text(name)}] for name in
                 ["categories", "measures", "populations", "actors", "places"]}
        terms["units"] = [{"label": self.text(unit["id"]), **unit} for unit in self.units]
        files = {
            "dataset": {
                "id": "made-up", "version": "1.0.0", "released": "2026-11-23", "languages": self.languages, "title": self.text("Made up"),
                "description": self.text("Made up."), "licence": LICENCE, "attribution": self.text("Made up."), "period": "1900",
                "mainSource": self.sources[0], "vocabularies": terms,
            },
            "sources": {"sources": [{
                "type": "book", "title": work["id"], "language": "en", "access": self.text("Made up."), **work,
                "independence": {"kind": "independent" if place else "main", "of": [], "statement": self.text("Made up.")},
            } for place, work in enumerate([{"id": name} for name in self.sources] + self.works)]},
            "statistics": {"statistics": self.statistics}, "events": {"events": self.events},
            "relations": {"relations": self.relations},
            "changes": {"changes": [{"version": "1.0.0", "date": "2026-11-23", "summary": self.text("The first.")}]},
        }
        for name, document in files.items():
            (folder / f"{name}.json").write_text(written(document))
