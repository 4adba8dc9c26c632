"""Reads each media type with a parser that is not ours."""

import csv
import io
import json
import re
import subprocess

import bibtexparser
import icalendar
import openapi_spec_validator
import pygiftparser.parser
import rdflib
import rispy
import vl_convert
from jsonschema import Draft202012Validator
from lxml import etree, html


def strings(value):
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def resources(text):
    """JSON that leads to files by their names: CSV on the Web, Data Package."""
    value = json.loads(text)
    for part in [value, *value.get("resources", [])]:
        for name in ("url", "path"):
            if name in part:
                yield "./" + part[name] if re.match(r"[\w.-]+$", part[name]) else part[name]
    yield from strings(value)


def elements(text):
    """What an XML document links to: the text of sitemap's `loc`, and every `href`."""
    for element in etree.fromstring(text.encode()).iter():
        if isinstance(element.tag, str) and element.tag.endswith("}loc"):
            yield element.text
        if "href" in element.attrib:
            yield element.attrib["href"]


def rows(text):
    """A CSV file has a header, and in every row as many cells."""
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    assert table and table[0], "no header"
    assert all(len(row) == len(table[0]) for row in table), "rows of several widths"
    return []


def triples(text):
    """JSON-LD that says something, without asking anybody for a context."""
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(graph), "no triples"
    return strings(json.loads(text))


def chart(text):
    """Vega-Lite that compiles."""
    vl_convert.vegalite_to_vega(text)
    return strings(json.loads(text))


def references(read):
    """A reader of citations, of which there must be one."""
    def links(text):
        assert list(read(text)), "no reference"
        return []

    return links


def calendar(text):
    assert list(icalendar.Calendar.from_ical(text).walk("VEVENT")), "no events"
    return []


def features(text):
    """GeoJSON as RFC 7946 has it: features whose positions are on the Earth, or that are nowhere."""
    value = json.loads(text)
    assert value["type"] == "FeatureCollection" and value["features"], "no features"
    for feature in value["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict), feature
        geometry = feature["geometry"]
        if geometry:
            points = geometry["coordinates"]
            assert geometry["type"] == ("MultiPoint" if isinstance(points[0], list) else "Point"), geometry
            for longitude, latitude in points if geometry["type"] == "MultiPoint" else [points]:
                assert -180 <= longitude <= 180 and -90 <= latitude <= 90, geometry
    return strings(value)


def quiz(text):
    """GIFT as Moodle imports it: a file whose first line says where it is from, of questions that are each well formed."""
    questions = pygiftparser.parser.parseFile(io.StringIO(text))
    assert questions and all(question.valid for question in questions), text
    return []


def plain(text):
    # The format has no media type of its own.
    if re.match(r"// \S+\n\n::", text):
        return quiz(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text.replace("\r\n", "\n")), "a control character"
    return re.findall(r"\]\((/[^)\s]*)\)|^Sitemap: (\S+)", text, re.M)


def timemap(text):
    """A TimeMap (RFC 7089): of an original, in link format, each of whose lines leads somewhere."""
    links = re.findall(r'<([^>]*)>; rel="([^"]*)"', text)
    assert [relation for _, relation in links if relation == "original"] and len(links) == len(text.splitlines()), text
    # What an original was may be gone (section 2.2.1); what is there is a memento too.
    return [target for target, relation in links if relation != "original"]


def schema(text):
    Draft202012Validator.check_schema(json.loads(text))
    return []


def description(text):
    openapi_spec_validator.validate(json.loads(text))
    return []


def lines(text):
    return [string for line in text.splitlines() for string in strings(json.loads(line))]


def document(text):
    # What a form leads to wants what is filled in.
    links = html.fromstring(text).iterlinks()
    return [link for _, attribute, link, _ in links if attribute not in ("action", "formaction")]


def script(text):
    subprocess.run(["node", "--check", "-"], input=text, text=True, check=True, capture_output=True)
    return []


def style(text):
    assert text.count("{") == text.count("}") > 0, "no rules, or one without an end"
    return []


def drawing(text):
    """SVG with a title and a description, which links to nothing."""
    names = [etree.QName(child).localname for child in etree.fromstring(text.encode())]
    assert {"title", "desc"} <= set(names), "no title or description"
    return []


def raster(data):
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), "no PNG"
    return []


# Each answers what the text links to, among other strings.
PARSERS = {
    "application/json": lambda text: strings(json.loads(text)),
    "application/vnd.citationstyles.csl+json": references(json.loads),
    "application/vnd.vegalite.v5+json": chart,
    "application/x-bibtex": references(lambda text: bibtexparser.parse_string(text).entries),
    "application/x-research-info-systems": references(rispy.loads),
    "application/link-format": timemap,
    "application/linkset+json": lambda text: strings(json.loads(text)),
    "application/vnd.oai.openapi+json": description,
    "application/schema+json": schema,
    "application/csvm+json": resources,
    "application/vnd.datapackage+json": resources,
    "application/ld+json": triples,
    "application/x-ndjson": lines,
    "application/xml": elements,
    "text/xml": elements,
    "application/atom+xml": elements,
    "image/png": raster,
    "image/svg+xml": drawing,
    "text/calendar": calendar,
    "application/geo+json": features,
    "text/css": style,
    "text/csv": rows,
    "text/html": document,
    "text/javascript": script,
    "text/plain": plain,
}
