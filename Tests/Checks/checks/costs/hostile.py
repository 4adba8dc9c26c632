"""Measures what datasets of hostile shape take to validate, beside Python's `json.load` on the same files: processor time,
and memory at its highest, each above that of the smallest dataset. A sound one is validated, any other refused in words.

Time is judged, so it is no part of the gate. What little a small file takes is no harm, however few its bytes are.

`hostile NAME…` measures only the rows whose names begin so."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ..harness.report import Report
from ..harness.server import executable
from .datasets import (
    EVENT, EVENTS, RELATION, SOURCE, STATISTIC, STATISTICS, both, claim, cited, event, put, relation, source, statistic,
    terms, write)

TIMES, SECONDS = 10, 0.05
SIZES, BYTES = 20, 8 << 20
ROUNDS = 3


def dated(dates, **more):
    """An event with so many dates, of which any may be meant."""
    return event(0, date="[" + ",".join(f"{1000 + 3 * number}-01-01" for number in range(dates)) + "]", **more)


def formula(text, names):
    return lambda number: relation(
        number, "formula", terms={name: f"st{place}" for place, name in enumerate(names)}, formula=text)


def relations(make):
    return put(lambda n: [make(number) for number in range(n)], *RELATION[:2])


def sums(parts, of):
    """Relations that add up so many of the statistics, never the same ones."""
    return lambda n: [
        relation(number, "sum", parts=[f"st{(number + each) % of}" for each in range(parts)],
                 whole=[f"st{(number + parts) % of}"]) for number in range(n)]


def disputed(claims, dates):
    """An event that so many claims date, each by a set of so many dates."""
    made = dated(dates)
    date = made.pop("date")
    return made | {"claims": [
        {"id": f"d{number}", "date": date, "source": "s0", "printed": "x", "attribution": "main", "rank": "normal"}
        for number in range(claims)]}


def several(count):
    return put(lambda n: [statistic(number) for number in range(count)], *STATISTIC[:2])


def claims(count, source=lambda number: "s0"):
    return [claim(f"c{number}", value=number, printed=str(number), source=source(number)) for number in range(count)]


MANY = [f"s{number}" for number in range(3_000)]
SOURCES = put(lambda n: [source(number) for number in range(len(MANY))], "sources", "sources")

ROWS = {
    "statistics": (3_000, STATISTICS),
    "events": (3_000, EVENTS),
    "claims of one statistic": (6_000, put(lambda n: claims(n), *STATISTIC, "claims")),
    "terms": (12_000, put(lambda n: terms("l", n), "dataset", "vocabularies", "places")),
    "a chain of units": (8_000, put(lambda n: terms("u", kind="measure") + [
        {"id": f"u{number}", "label": {"en": "U", "lt": "V"}, "kind": "measure"} | (
            {"convertsTo": {"unit": f"u{number - 1}", "factor": 2}} if number else {}) for number in range(n)],
        "dataset", "vocabularies", "units")),
    "sums of 20 parts": (1_000, both(several(2_000), put(sums(20, 2_000), *RELATION[:2]))),
    "sums of 20 parts, 40 of each statistic": (4_000, both(several(2_000), put(sums(20, 2_000), *RELATION[:2]))),
    "sums of 1,000 parts": (300, both(several(2_000), put(sums(1_000, 2_000), *RELATION[:2]))),
    "a sum of 9,999 parts": (1, both(several(10_000), put(sums(9_999, 10_000), *RELATION[:2]))),
    "short formulas": (2_000, both(several(2), relations(formula("a = b * 2", "ab")))),
    "long formulas": (500, both(several(2), relations(formula("a = " + "b*3/7+" * 160 + "b", "ab")))),
    "figures of one source for one part": (6_000, both(
        put(lambda n: [statistic(0) | {"claims": claims(n)}, statistic(1)], *STATISTIC[:2]),
        put(lambda n: [relation(number, "part", parts=["st1"], whole=["st0"]) for number in range(2)], *RELATION[:2]))),
    "figures of many sources that agree": (3_000, both(
        SOURCES, put(lambda n: claims(n, lambda number: MANY[number]), *STATISTIC, "claims"))),
    "sums of two that many sources tell": (20, both(
        SOURCES,
        put(lambda n: [statistic(number) | {"claims": [
            claim(f"c{number}-{each}", value=each, printed=str(each), source=MANY[each]) for each in range(200)]}
            for number in range(3)], *STATISTIC[:2]),
        put(lambda n: [relation(number, "sum", parts=["st0", "st1"], whole=["st2"]) for number in range(n)],
            *RELATION[:2]))),
    "sums that no two sources tell": (100, both(
        SOURCES,
        put(lambda n: [statistic(number) | {"claims": [
            claim(f"c{number}-{each}", value=each, printed=str(each), source=MANY[300 * number + each])
            for each in range(100)]} for number in range(9)], *STATISTIC[:2]),
        put(lambda n: [relation(number, "sum", parts=[f"st{each}" for each in range(8)], whole=["st8"])
                       for number in range(n)], *RELATION[:2]))),
    "claims of many dates": (2_000, put(lambda n: [disputed(n, 100)], *EVENT[:2])),
    "events before a date with gaps": (2_000, both(
        put(lambda n: [dated(100), event(1)], *EVENT[:2]),
        relations(lambda number: relation(number, "before", earlier={"event": "e0"}, later={"event": "e1"})))),
    "days between dates with gaps": (1_000, both(
        put(lambda n: [dated(100), event(1)], *EVENT[:2]),
        relations(lambda number: relation(
            number, "formula", formula="n = days(a, b)", terms={
                "n": "st0", "a": {"event": "e0", "bound": "start"}, "b": {"event": "e1", "bound": "start"}})))),
    "dates with unspecified digits": (3_000, put(
        lambda n: [event(number, date="1XX1-02-2X") for number in range(n)], *EVENT[:2])),
    "dates that no calendar has": (3_000, put(
        lambda n: [event(number, date="XXX1-02-29") for number in range(n)], *EVENT[:2])),
    "dates that nearly are": (3_000, put(
        lambda n: [event(number, date=f"{number:04}-13-45") for number in range(n)], *EVENT[:2])),
    "dates that are misspelled": (3_000, put(
        lambda n: [event(number, date=f"circa {1000 + number}-4-1") for number in range(n)], *EVENT[:2])),
    "periods of a statistic of many claims": (1_000, both(
        put(lambda n: [statistic(0) | {"claims": claims(4_000)}], *STATISTIC[:2]),
        relations(lambda number: relation(
            number, "within", bound="both", inner={"statistic": "st0"}, outer={"event": "e0"})))),
    "long printed figures": (3_000, put(lambda n: [
        statistic(number) | {"claims": [claim(f"c{number}", value=1_111_111, printed="1 " * 60)]}
        for number in range(n)], *STATISTIC[:2])),
    "64 languages": (3_000, both(EVENTS, put(
        lambda n: ["en", "lt"] + [f"{first}{last}" for first in "bcdfghkm" for last in "aeioukrs"][:62],
        "dataset", "languages"))),
    "a title of blanks": (1_000_000, put(lambda n: {"en": "\u2003" * n}, *EVENT, "title")),
    "a title of combining marks": (1_000_000, put(lambda n: {"en": "e" + "\u0301" * n, "lt": "e"}, *EVENT, "title")),
    "citations of one event": (6_000, put(lambda n: cited() * n, *EVENT, "citations")),
    "sources that depend on many": (600, put(lambda n: [
        source(number, [f"s{each}" for each in range(number)]) for number in range(n)], "sources", "sources")),
}


def parsed(contents):
    """The least processor time of several rounds of parsing."""
    times = []
    for _ in range(5):
        start = time.process_time()
        for content in contents:
            json.loads(content)
        times.append(time.process_time() - start)
    return min(times)


# A process begins with the memory of the one that starts it as its highest: this one is small.
STARTER = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status))
"""


def validated(folder):
    """The least processor time of several rounds, the memory, and whether it is valid."""
    command = [sys.executable, "-S", "-c", STARTER, executable(), "validate", "--data", str(folder)]
    outputs = [subprocess.run(command, capture_output=True, text=True).stdout for _ in range(ROUNDS)]
    times, memory, codes = zip(*(map(float, output.splitlines()[-1].split()) for output in outputs))
    assert set(codes) <= {0, 1}, outputs[0]
    return min(times), max(memory), "refused" if codes[0] else "valid"


def measured(make, n):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        write(folder, make, n)
        contents = [file.read_bytes() for file in folder.iterdir()]
        return sum(map(len, contents)), parsed(contents), *validated(folder)


def main(arguments):
    begins = tuple(arguments)
    rows = {name: row for name, row in ROWS.items() if not begins or name.startswith(begins)}
    _, _, least, smallest, _ = measured(lambda data, n: None, 0)
    report = Report()
    print(f"{'what stands n times':<42}{'n':>9}{'kB':>8}{'ms':>7}{'× load':>8}{'MB':>6}{'× size':>8}  ")
    for name, (n, make) in rows.items():
        size, load, seconds, memory, said = measured(make, n)
        seconds, memory = max(0, seconds - least), max(0, memory - smallest)
        print(f"{name:<42}{n:>9,}{size / 1e3:>8,.0f}{seconds * 1e3:>7,.0f}{seconds / load:>8.1f}{memory / 1e6:>6.1f}"
              f"{memory / size:>8.1f}  {said}", flush=True)
        report.check(seconds <= max(SECONDS, TIMES * load), f"{name}: {seconds / load:.1f} times json.load, of {TIMES}")
        report.check(memory <= max(BYTES, SIZES * size), f"{name}: {memory / size:.1f} times its size, of {SIZES}")
    return report.end(f"{len(rows)} rows")

