"""The pages as a site in Python would have them: Flask and Jinja2, templates compiled once, everything escaped, the
records in memory with an index of words. Pictures and linked data are ready text here; Akistata draws and writes them."""

import json
import os
import re
import unicodedata
from bisect import bisect_left

from flask import Flask, abort, render_template, request
from markupsafe import Markup, escape

KINDS = ("statistics", "discrepancies", "events", "claims", "checks", "sources")
LABELS = {"statistics": "Statistics", "discrepancies": "Discrepancies", "events": "Events", "claims": "Claims",
          "checks": "Checks", "sources": "Sources"}
MOST = 50

with open(os.environ["SITE"]) as file:
    site = json.load(file)
pictures = {name: Markup(text) for name, text in site["pictures"].items()}
linked = {name: Markup(text) for name, text in site["linked"].items()}
discrepancies = {record["id"]: record for record in site["discrepancies"]}
sources = {record["id"]: record for record in site["sources"]}
statistics = {record["id"]: record for record in site["statistics"]}
categories = sorted({event["category"] for event in site["events"]})


def folded(text):
    """Small letters without marks."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def words(text):
    return re.findall(r"\w+", folded(text))


class Text:
    """A text, and where its words stand: found once, when the records are loaded."""

    def __init__(self, text):
        self.text = text
        self.words = [(folded(word[0]), word.start(), word.end()) for word in re.finditer(r"\w+", text)]

    def marked(self, asked):
        """With a mark around what was asked for."""
        pieces, end = [], 0
        for word, start, stop in self.words:
            if word.startswith(asked):
                pieces.append(f"{escape(self.text[end:start])}<mark>{escape(self.text[start:stop])}</mark>")
                end = stop
        return Markup("".join([*pieces, escape(self.text[end:])]))


def page_of(kind, record):
    if kind == "claims":
        return "/statistics/" + record["statistic"]
    return f"/{kind}/{record['id']}" if kind != "checks" else f"/api/v1/checks/{record['id']}"


class Index:
    """Records by the words of their texts; a word that is asked for may be a beginning."""

    def __init__(self):
        self.records, found = [], {}
        for kind in KINDS:
            for record in site[kind]:
                note = record.get("explanation") or record.get("summary") or record.get("note") or ""
                weights = {}
                for word in words(record["title"]):
                    weights[word] = weights.get(word, 0) + 4
                for word in words(note):
                    weights[word] = weights.get(word, 0) + 1
                for word, weight in weights.items():
                    found.setdefault(word, {})[len(self.records)] = weight
                self.records.append((kind, page_of(kind, record), Text(record["title"]), Text(note)))
        self.found, self.words = found, sorted(found)

    def search(self, asked, kinds):
        """The best records that have all the words, and how many have them."""
        best = None
        for word in asked:
            scores = {}
            for at in range(bisect_left(self.words, word), len(self.words)):
                if not self.words[at].startswith(word):
                    break
                for number, weight in self.found[self.words[at]].items():
                    scores[number] = scores.get(number, 0) + weight
            best = scores if best is None else {
                number: best[number] + scores[number] for number in best.keys() & scores.keys()}
        numbers = [number for number in best or () if not kinds or self.records[number][0] in kinds]
        numbers.sort(key=lambda number: (-best[number], number))
        return [self.records[number] for number in numbers[:MOST]], len(numbers)


index = Index()
app = Flask(__name__)


@app.context_processor
def shared():
    return {"origin": request.host_url.rstrip("/"), "dataset": site["dataset"], "labels": LABELS}


@app.get("/search")
def search():
    text, kinds = request.args.get("q", ""), request.args.getlist("kind")
    asked = tuple(words(text))
    hits, count = index.search(asked, kinds)
    hits = [(LABELS[kind], page, title.marked(asked), note.marked(asked)) for kind, page, title, note in hits]
    return render_template("search.html", text=text, kinds=kinds, hits=hits, count=count)


@app.get("/discrepancies/<name>")
def discrepancy(name):
    record = discrepancies.get(name) or abort(404)
    return render_template(
        "discrepancy.html", record=record, sources=sources, statistics=statistics, picture=pictures[name],
        linked=linked[name])


@app.get("/events")
def events():
    category = request.args.get("category")
    shown = [event for event in site["events"] if category in (None, event["category"])]
    counts = [(name, sum(event["category"] == name for event in site["events"])) for name in categories]
    return render_template(
        "events.html", events=shown, counts=counts, category=category, sources=sources, picture=pictures["timeline"])
