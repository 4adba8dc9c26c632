"""The timeline by a schema of the rules of https://timeline.knightlab.com/docs/json-format.html, the calendar by
icalendar, the feed by feedparser."""

import csv
import html
import io
import json
import re
from datetime import date, timedelta
from uuid import UUID

import feedparser
import icalendar
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from ..harness.server import ROOT
from .client import LANGUAGES

SCHEMAS = ROOT / "Resources/schemas"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The first months of what EDTF has in place of a month: seasons, quarters, thirds and halves of a year.
FIRST = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 37: 1, 38: 5, 39: 9, 40: 1, 41: 7}


def check(client):
    for language in LANGUAGES:
        timeline(client, language)
        calendar(client, language)
        feed(client, language)
    return f"{len(client.records['events'])} events"


def timeline(client, language):
    found = client.json(f"/api/v1/timeline.json?lang={language}")
    schemas = [json.loads((SCHEMAS / name).read_text()) for name in ["answer-timeline.json", "common.json"]]
    registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in schemas])
    Draft202012Validator(schemas[0], registry=registry).validate(found)
    events = client.json(f"/api/v1/events?limit=1000&lang={language}")["data"]
    assert [slide["unique_id"] for slide in found["events"]] == [event["id"] for event in events]
    for slide, event in zip(found["events"], events):
        ends = [end for end in event["date"].split("/") if end not in ["", ".."]]
        start = slide["start_date"]
        # A day stands there only where the date has one, and a month only where it has one.
        parts = [int(part) for part in ends[0].rstrip("?~%").split("-")]
        parts[1:2] = [FIRST.get(month, month) for month in parts[1:2]]
        assert list(start.values()) == parts, event["date"]
        assert ("day" in start) == bool(DAY.fullmatch(ends[0]))
        assert html.unescape(slide["text"]["headline"]) == event["title"]
        assert html.unescape(re.sub("</?p>", "", slide["text"]["text"])) == event["summary"]
        assert not re.search("<(?!/?p>)", slide["text"]["text"])
        unsure = re.search("[?~%]|^/|/$", event["date"])
        assert bool(unsure) == ("(" in slide["display_date"]), slide["display_date"]
    rows = list(csv.DictReader(io.StringIO(client.text(f"/api/v1/timeline.csv?lang={language}", "text/csv"))))
    assert list(rows[0])[:11] == ["Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
                                  "Display Date", "Headline", "Text"]
    assert rows[0]["Type"] == "title" and len(rows) == len(events) + 1
    for row, slide in zip(rows[1:], found["events"]):
        numbers = {name.lower(): int(row[name]) for name in ["Year", "Month", "Day"] if row[name]}
        assert numbers == slide["start_date"]
        numbers = {name.lower(): int(row["End " + name]) for name in ["Year", "Month", "Day"] if row["End " + name]}
        assert numbers == slide.get("end_date", {})
        assert [row["Display Date"], row["Group"]] == [slide["display_date"], slide["group"]]
        assert [row["Headline"], row["Text"]] == [slide["text"]["headline"], slide["text"]["text"]]


def calendar(client, language):
    text = client.text(f"/api/v1/events.ics?lang={language}", "text/calendar")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    found = icalendar.Calendar.from_ical(text)
    assert not found.errors and client.dataset["licence"]["id"].split("-")[0] in str(found["description"])
    entries = {str(entry["uid"]).partition("@")[0]: entry for entry in found.walk("VEVENT")}
    expected = {}
    for event in client.json(f"/api/v1/events?limit=1000&lang={language}")["data"]:
        ends = event["date"].split("/")
        if all(DAY.fullmatch(end) for end in ends):
            expected[event["id"]] = event, date.fromisoformat(ends[0]), date.fromisoformat(ends[-1])
    assert entries.keys() == expected.keys()
    for uid, (event, first, last) in expected.items():
        entry = entries[uid]
        assert not entry.errors
        assert [entry.start, entry.end] == [first, last + timedelta(days=1)], uid
        assert [str(entry["summary"]), str(entry["description"])] == [event["title"], event["summary"]]
        assert entry["summary"].params["language"] == language
        assert entry["dtstamp"].dt.date().isoformat() == client.dataset["released"]
    narrowed = icalendar.Calendar.from_ical(client.text("/api/v1/events.ics?category=law", "text/calendar"))
    assert 0 < len(narrowed.walk("VEVENT")) < len(entries)


def feed(client, language):
    text = client.text(f"/api/v1/changes.atom?lang={language}", "application/atom+xml")
    root = etree.fromstring(text.encode())
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    found = feedparser.parse(text)
    assert not found.bozo and found.version == "atom10" and found.feed.language == language
    changes = client.json(f"/api/v1/changes?limit=1000&lang={language}")["data"]
    assert [entry.content[0].value.split("\n")[0] for entry in found.entries] == [c["summary"] for c in changes]
    assert [entry.updated[:10] for entry in found.entries] == [change["date"] for change in changes]
    assert client.dataset["version"] in found.entries[0].title and found.feed.updated == found.entries[0].updated
    assert "CC BY" in found.feed.rights
    names = [found.feed.id] + [entry.id for entry in found.entries]
    assert len(set(names)) == len(names) and all(UUID(name).version == 8 for name in names)
    for link in found.feed.links + [link for entry in found.entries for link in entry.links]:
        if link.href.startswith("/"):
            assert client.get(link.href).kind == link.type, link
