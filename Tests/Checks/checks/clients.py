"""Runs what the documents show against the real server: every snippet that asks localhost:8080, each with its own tool.

What follows a snippet as ```text, ```json or ```csv must be what it prints; a picture or a table that it writes must be one. R and
LibreOffice, which take minutes to install, run with --all alone. Another argument is a folder whose documents are read instead.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from .documents import documents
from .harness.report import Report
from .harness.server import ROOT, Server

TOOLS = {
    "sh": ["bash", "-euo", "pipefail"],
    "js": ["node", "--input-type=module", "-"],
    "python": [sys.executable, "-"],
    "r": ["Rscript", "-"],
}
SNIPPET = re.compile(r"^```(sh|js|python|r)\n(.*?)^```\n(?:\n```(?:text|json|csv)\n(.*?)^```\n)?", re.M | re.S)
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def is_slow(language, code):
    return language == "r" or "soffice" in code


def cells(row):
    """The cells of a row, what is written once for several columns as often as it stands for."""
    for cell in row.iter(TABLE + "table-cell"):
        yield from [cell] * int(cell.get(TABLE + "number-columns-repeated", 1))


def wrong(folder):
    """What is wrong with the files that a snippet wrote."""
    for picture in folder.glob("*.png"):
        if not picture.read_bytes().startswith(b"\x89PNG\r\n\x1a\n") or picture.stat().st_size < 1_000:
            yield f"{picture.name} is no picture"
    for table in folder.glob("*.fods"):
        rows = list(etree.parse(table).iter(TABLE + "table-row"))
        names = ["".join(cell.itertext()).strip() for cell in cells(rows[0])]
        column = names.index("value")
        values = [row[column] for row in map(list, map(cells, rows[1:])) if len(row) > column]
        numbers = [cell for cell in values if cell.get(OFFICE + "value-type") == "float"]
        texts = [cell for cell in values if cell.get(OFFICE + "value-type") == "string"]
        print(f"    {table.name}: {len(numbers)} numbers, {len(texts)} texts under value")
        if texts or len(numbers) < 10:
            yield f"{table.name} has texts where numbers should be"


def run(language, code, expected, port):
    """What went wrong; nothing where all is well."""
    tool = TOOLS[language]
    if not shutil.which(tool[0]):
        return [f"{tool[0]} is not installed"]
    with TemporaryDirectory() as folder:
        ran = subprocess.run(
            tool, input=code.replace("localhost:8080", f"127.0.0.1:{port}"), cwd=folder, capture_output=True, text=True,
            timeout=300)
        faults = [f"exit code {ran.returncode}: {ran.stderr.strip()[-600:]}"] if ran.returncode else []
        if expected is not None and ran.stdout.removesuffix("\n") + "\n" != expected:
            faults.append(f"printed {ran.stdout!r}")
        return faults + list(wrong(Path(folder)))


def main(arguments):
    folders = [argument for argument in arguments if argument != "--all"]
    found = documents(Path(folders[0]).resolve() if folders else ROOT)
    snippets = [(document.name, *snippet) for document in found for snippet in SNIPPET.findall(document.text)
                if "localhost:8080" in snippet[1]]
    report = Report()
    with Server("--log-level", "error") as server:
        for name, language, code, expected in snippets:
            title = f"{name}, {language}: {code.strip().splitlines()[0][:80]}"
            if is_slow(language, code) and "--all" not in arguments:
                print("skipped", title)
            else:
                report.row(title, run(language, code, expected or None, server.port))
    report.check(len(snippets) >= 6, f"there are {len(snippets)} snippets only")
    return report.end(f"{len(snippets)} snippets")
