"""Has pandas, csvw, frictionless and wcwidth (all PyPI) read every table of the real server. With --office, LibreOffice
opens the spreadsheets, too."""

import csv
import io
import json
import shutil
import subprocess
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import frictionless
import pandas
import wcwidth
from csvw import CSVW

from .harness.http import get, records
from .harness.report import Report
from .harness.server import ROOT, Server

DATA = ROOT / "Resources/datasets/lithuania-1944-1945"
LISTS = ["events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources", "changes", "terms"]
# What a spreadsheet would run as a formula; its own quotation marks; and texts of every width.
TITLES = [
    "=1+1", "+1", "-1", "@sum", "a,b;c \"d\"", "戦争の歴史 ｶﾅ", "한국어 역사", "e\u0301ta\u0301t a\u0328\u030c", "⚖️ 🇱🇹 👩‍👩‍👧 👍🏽 ❤️ ⌛",
    "ไทยที่นี่", "‘‚“„–—…¶─", "Žemaitija ąčęėįšųūž", "Прибалтика", "עברית עִבְרִית",
]


def read_by_pandas(report, base):
    """The figures that JSON has, by the name that JSON has for them."""
    for name in LISTS:
        expected = records(base, name)
        for query, options in [("", {}), ("?dialect=excel", {"sep": ";", "decimal": ",", "encoding": "utf-8-sig"})]:
            table = pandas.read_csv(f"{base}/api/v1/{name}.csv{query}", **options)
            report.check(list(table["id"]) == [record["id"] for record in expected], f"pandas: ids of {name}.csv{query}")
            for column in set(table.columns) & {"value", "low", "high", "precision"}:
                numbers = [None if pandas.isna(cell) else cell for cell in table[column]]
                report.check(
                    pandas.api.types.is_numeric_dtype(table[column])
                    and numbers == [record[column] for record in expected],
                    f"pandas: numbers of {name}.csv{query}, {column}")
            if "contested" in table and "contested" in expected[0]:
                report.check(list(table["contested"]) == [record["contested"] for record in expected], f"pandas: {name} contested")


def read_by_csvw(report, base):
    """Metadata and data agree; nothing is even warned of."""
    for name in LISTS:
        identifier = records(base, name)[0]["id"]
        for path in [name, f"{name}/{identifier}"]:
            for query in ["", "?lang=lt", "?fields=id"]:
                answer = get(f"{base}/api/v1/{path}.csv{query}")
                with warnings.catch_warnings():
                    warnings.simplefilter("error")
                    url = f"{base}/api/v1/{path}.csv-metadata.json{query}"
                    read = CSVW(url, validate=True)
                    rows = list(read.tables[0].iterdicts(strict=True))
                    report.check(read.is_valid and len(rows) == len(list(csv.reader(io.StringIO(answer.text)))) - 1, f"csvw: {url}")
                    report.check(f"<{url.removeprefix(base)}>; rel=\"describedby\"" in answer.fields["Link"], f"Link: {path}.csv{query}")
                metadata = get(url).json()
                report.check("creativecommons.org" in metadata["dc:license"]["@id"], f"csvw: licence of {url}")


def read_by_frictionless(report, base):
    """Types, constraints and references of every row."""
    for query in ["", "?lang=lt"]:
        found = frictionless.validate(f"{base}/datapackage.json{query}", type="package")
        errors = found.flatten(["type", "note"])
        report.check(found.valid and [task.name for task in found.tasks] == LISTS, f"frictionless: datapackage.json{query} {errors}")
    # The same reader finds what is wrong.
    package = frictionless.Package(f"{base}/datapackage.json")
    package.get_resource("claims").schema.foreign_keys[0]["reference"]["resource"] = "sources"
    report.check(not package.validate().valid, "frictionless: a reference to nothing is found")


def columns(line):
    """What stands in each cell of a terminal, by wcwidth: a wide character in its first, nothing in its second. Signs that
    isolate what runs from right to left stand in none."""
    cells = []
    for cluster in wcwidth.iter_graphemes(line):
        width = wcwidth.wcswidth(cluster)
        if width > 0:
            cells += [cluster] + [""] * (width - 1)
    return cells


def aligned(text):
    """Whether every table of a page has its gaps one below the other, as its rule has them; and how many rows it saw."""
    rows = 0
    gaps = None
    good = True
    for line in text.split("\n"):
        if line.startswith("─"):
            gaps = [place for place, sign in enumerate(line) if sign == " "]
        elif not line:
            gaps = None
        elif gaps:
            rows += 1
            cells = columns(line)
            good = good and all(cells[place] == " " for place in gaps if place < len(cells))
        good = good and wcwidth.wcswidth(line) >= 0
    return good, rows


def read_by_terminal(report, base):
    """Tables in line, lines within 80 cells where their words allow it, and the terms at the end."""
    for name in LISTS:
        for path in [f"{name}.txt"] + [f"{name}/{record['id']}.txt" for record in records(base, name)]:
            for query in ["", "?lang=lt"]:
                answer = get(f"{base}/api/v1/{path}{query}")
                text = answer.text
                good, rows = aligned(text)
                report.check(good and (rows > 0 or "/" in path), f"aligned: {path}{query}")
                # A line may be longer only for a URL.
                wide = [line for line in text.split("\n") if wcwidth.wcswidth(line) > 80 and "/" not in line]
                report.check(not wide, f"80 cells: {path}{query} {wide}")
                report.check("CC-BY-4.0: https://" in text and answer.kind == "text/plain", f"terms: {path}{query}")
    report.check(get(f"{base}/api/v1/events", Accept="*/*").json()["data"] != [], "curl without Accept gets JSON")
    report.check(get(f"{base}/api/v1/events", Accept="text/plain").text.startswith("Events"), "text/plain gets text")
    for url, fields, kind in [
        ("events.txt?x", {}, "text/plain"), ("events?x", {"Accept": "text/plain"}, "text/plain"),
        ("events?x", {}, "application/problem+json"), ("events.csv?x", {}, "application/problem+json"),
        ("nothing.txt", {}, "text/plain"), ("events.json?x", {"Accept": "text/plain"}, "application/problem+json"),
    ]:
        report.check(get(f"{base}/api/v1/{url}", **fields).kind == kind, f"problem: {url} {fields}")


def made_up_dataset(folder):
    """The shipped one with titles that are hard for a table."""
    shutil.copytree(DATA, folder)
    for name in ["events", "statistics"]:
        path = folder / f"{name}.json"
        document = json.loads(path.read_text())
        for record, title in zip(document[name], TITLES):
            record["title"] = {"en": title, "lt": title}
        path.write_text(json.dumps(document))


def read_hard_titles(report, base):
    expected = {record["id"]: record["title"] for record in records(base, "events")}
    for query, delimiter in [("", ","), ("?dialect=excel", ";")]:
        text = get(f"{base}/api/v1/events.csv{query}").text.removeprefix("\ufeff")
        report.check(text.count("\r\n") == text.count("\n"), f"CRLF: events.csv{query}")
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            title = expected[row["id"]]
            defused = "'" + title if title[0] in "=+-@" else title
            report.check(row["title"] == defused, f"csv{query}: {title}")


def read_by_office(report, base, folder):
    """What LibreOffice has in its cells after it opened the file: numbers as numbers, no formula run."""
    for name, token in [("claims", "44,34,76,1,,1033"), ("claims?dialect=excel", "59,34,76,1,,1063")]:
        path, _, query = name.partition("?")
        source = folder / f"{path}{query.replace('=', '-')}.csv"
        source.write_text(get(f"{base}/api/v1/{path}.csv?{query}").text, newline="")
        # Separator, quotation mark, UTF-8, first line, and the language in whose manner numbers are read.
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", f"--infilter=CSV:{token}",
                   "--convert-to", "fods", "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
        table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
        rows = []
        for row in ElementTree.parse(source.with_suffix(".fods")).iter(f"{table}table-row"):
            cells = []
            for cell in row.iter(f"{table}table-cell"):
                value = cell.get(f"{office}value")
                text = "".join(cell.itertext()).strip()
                formula = cell.get(f"{table}formula")
                report.check(formula is None, f"LibreOffice: {name} has a formula: {formula}")
                cells += [float(value) if value else text] * min(int(cell.get(f"{table}number-columns-repeated", 1)), 100)
            rows.append(cells)
        for column in ["value", "low", "high"]:
            place = rows[0].index(column)
            found = [None if row[place] == "" else row[place] for row in rows[1:] if len(row) > place and row[0]]
            expected = [record[column] for record in records(base, path)]
            report.check(found == expected, f"LibreOffice: {name} {column} {found[:3]}")


def main(arguments):
    report = Report()
    readers = [read_by_pandas, read_by_csvw, read_by_frictionless, read_by_terminal]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        with Server("--log-level", "error") as server:
            for read in readers:
                read(report, server.base)
            if "--office" in arguments:
                read_by_office(report, server.base, folder)
        made_up_dataset(folder / "data")
        with Server("--log-level", "error", "--data", str(folder / "data")) as server:
            for read in [read_hard_titles, *readers[1:]]:
                read(report, server.base)
    return report.end("tables as pandas, csvw, frictionless and wcwidth read them")
