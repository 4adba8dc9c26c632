"""Counts what it costs to load a dataset in which one thing stands n times, and 2n times: instructions, as Valgrind's
callgrind sees them, for each file and each kind of member, broken and sound. Twice as much may cost 2.2 times as much, and
no broken dataset may write more than 1,003 lines: 1,000 problems, the count, and what it warns of. Such counts do not depend on what else the machine does.

`datasets NAME…` counts only the rows whose names begin so."""

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..harness.report import Report
from ..harness.server import executable

# So that tables of hashes have the same order in every run.
os.environ["SWIFT_DETERMINISTIC_HASHING"] = "1"

MOST = 2.2
LINES = 1_003


def text(words="A text"):
    return {"en": words, "lt": words + " kitas"}


def source(number, of=()):
    return {
        "id": f"s{number}", "type": "book", "title": "T", "language": "en", "access": text(),
        "independence": {"kind": "citing" if of else "main", "of": list(of), "statement": text()}}


def claim(number, **more):
    return {
        "id": f"c{number}", "source": "s0", "value": 10, "qualifier": "stated", "printed": "10", "attribution": "main",
        "rank": "normal"} | more


def statistic(number, claims=1, **more):
    return {
        "id": f"st{number}", "title": text(), "measure": "m", "population": "p", "unit": "u", "period": "1931",
        "claims": [claim(f"{number}-{each}") for each in range(claims)]} | more


def cited(number=0):
    return [{"source": f"s{number}", "printed": ["x"]}]


def event(number, **more):
    return {
        "id": f"e{number}", "title": text(), "summary": text(), "date": "1931-04", "category": "k", "actors": [],
        "places": [], "statistics": [], "citations": cited()} | more


def relation(number, kind="same", **more):
    return {"id": f"r{number}", "kind": kind, "title": text(), "explanation": text(), "question": text()} | more


def change(**more):
    return {"version": "1.0.0", "date": "2026-11-23", "summary": text()} | more


def terms(name, count=1, **more):
    return [{"id": name if count == 1 else f"{name}{number}", "label": text()} | more for number in range(count)]


def dataset():
    """A sound one, with one of everything."""
    return {
        "dataset": {
            "id": "d", "version": "1.0.0", "released": "2026-11-23", "title": text(), "description": text(),
            "licence": {"id": "CC0", "URL": "https://example.org/"}, "attribution": text(), "period": "1931",
            "mainSource": "s0",
            "vocabularies": {
                "categories": terms("k"), "measures": terms("m"), "populations": terms("p"),
                "units": terms("u", kind="count"), "actors": terms("a"), "places": terms("l")}},
        "sources": {"sources": [source(0)]},
        "statistics": {"statistics": [statistic(0)]},
        "events": {"events": [event(0)]},
        "relations": {"relations": [relation(0, statistic="st0")]},
        "changes": {"changes": [change()]},
    }


def unknown(*way):
    """n members that nothing knows, in the object that the way leads to."""
    def make(data, n):
        for step in way:
            data = data[step]
        data |= {f"member{number}": 1 for number in range(n)}
    return make


def put(value, *way):
    """What `value` makes of n, where the way leads to."""
    def make(data, n):
        for step in way[:-1]:
            data = data[step]
        data[way[-1]] = value(n)
    return make


def both(*makers):
    def make(data, n):
        for each in makers:
            each(data, n)
    return make


STATISTIC = ("statistics", "statistics", 0)
EVENT = ("events", "events", 0)
RELATION = ("relations", "relations", 0)
SOURCE = ("sources", "sources", 0)
STATISTICS = put(lambda n: [statistic(number) for number in range(n)], *STATISTIC[:2])
EVENTS = put(lambda n: [event(number) for number in range(n)], *EVENT[:2])


def nested(n):
    value = []
    for _ in range(n):
        value = [value]
    return value


ROWS = {
    "unknown members of the dataset": (4_000, unknown("dataset")),
    "unknown members of the vocabularies": (4_000, unknown("dataset", "vocabularies")),
    "unknown members of a term": (4_000, unknown("dataset", "vocabularies", "units", 0)),
    "unknown languages": (4_000, unknown("dataset", "title")),
    # More than 64 are refused, and cost nothing for each text.
    "declared languages": (2_000, both(STATISTICS, put(
        lambda n: [f"en-x{number:05}" for number in range(n)], "dataset", "languages"))),
    "unknown members of a source": (4_000, unknown(*SOURCE)),
    "unknown members of a statistic": (4_000, unknown(*STATISTIC)),
    "unknown members of a claim": (4_000, unknown(*STATISTIC, "claims", 0)),
    "unknown members of an event": (4_000, unknown(*EVENT)),
    "unknown languages of an event": (4_000, unknown(*EVENT, "title")),
    "unknown members of a relation": (4_000, unknown(*RELATION)),
    "unknown members of a change": (4_000, unknown("changes", "changes", 0)),
    "members missing everywhere": (4_000, put(lambda n: [{} for _ in range(n)], *EVENT[:2])),
    "one id again and again": (4_000, put(lambda n: [event(0) for _ in range(n)], *EVENT[:2])),
    "one statistic again and again": (2_000, put(lambda n: [statistic(0) for _ in range(n)], *STATISTIC[:2])),
    "unknown actors": (4_000, both(
        put(lambda n: terms("actor", n), "dataset", "vocabularies", "actors"),
        put(lambda n: [f"akt0r{number}" for number in range(n)], *EVENT, "actors"))),
    "unknown statistics of events": (2_000, both(
        STATISTICS, put(lambda n: [event(number, statistics=[f"zt{number}"]) for number in range(n)], *EVENT[:2]))),
    "unknown statistics of relations": (2_000, both(
        STATISTICS, put(lambda n: [relation(number, statistic=f"zt{number}") for number in range(n)], *RELATION[:2]))),
    "unknown events of relations": (2_000, both(EVENTS, put(
        lambda n: [relation(number, "within", bound="both", inner={"event": f"ee{number}"}, outer={"event": "e0"})
                   for number in range(n)], *RELATION[:2]))),
    "unknown sources of citations": (2_000, put(lambda n: [
        {"source": f"z{number}", "printed": ["x"]} for number in range(n)], *EVENT, "citations")),
    "words outside a list": (2_000, put(lambda n: [
        statistic(number, claims=0) | {"claims": [claim(number, rank="norml", qualifier="statd")]}
        for number in range(n)], *STATISTIC[:2])),
    "changes of what is not there": (4_000, put(lambda n: [change(changed=[
        {"kind": "events", "id": f"x{number}"} for number in range(n)])], "changes", "changes")),
    "versions that do not fall": (2_000, put(lambda n: [change() for _ in range(n)], "changes", "changes")),
    "a circle of sources": (1_500, put(lambda n: [
        source(number, [f"s{(number + 1) % n}"]) for number in range(n)], "sources", "sources")),
    "a word of n letters": (400_000, put(lambda n: "x" * n, *EVENT, "category")),
    "a numeral of n digits": (400_000, put(lambda n: 10 ** n, *STATISTIC, "claims", 0, "value")),
    "n decimals": (400_000, put(lambda n: "RAW0." + "1" * n, *STATISTIC, "claims", 0, "value")),
    "a date of n letters": (400_000, put(lambda n: "Y" + "1" * n, *EVENT, "date")),
    "a figure printed by n letters": (400_000, put(lambda n: "1" * n, *STATISTIC, "claims", 0, "printed")),
    "n brackets": (100_000, put(lambda n: "RAW" + "[" * n + "]" * n, *EVENT, "title")),
    "an error at the end": (100_000, put(lambda n: "RAW" + "[" + "1," * n + "]", *EVENT, "title")),
    # Sound ones.
    "events": (1_000, EVENTS),
    "a title of n words": (20_000, put(lambda n: {"en": "word " * n, "lt": "kitas " * n}, *EVENT, "title")),
    "statistics": (500, STATISTICS),
    "claims of one statistic": (500, put(lambda n: [claim(number, value=number, printed=str(number)) for number in range(n)],
                                         *STATISTIC, "claims") ),
    "places of one event": (2_000, both(
        put(lambda n: terms("l", n), "dataset", "vocabularies", "places"),
        put(lambda n: [f"l{number}" for number in range(n)], *EVENT, "places"))),
    "citations of one event": (2_000, put(lambda n: cited() * n, *EVENT, "citations")),
    "a chain of sources": (1_000, put(lambda n: [
        source(number, [f"s{number - 1}"] if number else []) for number in range(n)], "sources", "sources")),
    "relations of one statistic": (500, put(lambda n: [
        relation(number, statistic="st0") for number in range(n)], *RELATION[:2])),
    "relations of a statistic of as many citations": (300, both(
        put(lambda n: cited() * n, *STATISTIC, "citations"),
        put(lambda n: [relation(number, "within", bound="both", inner={"statistic": "st0"}, outer={"event": "e0"})
                       for number in range(n)], *RELATION[:2]))),
    "relations of many readings": (40, both(
        put(lambda n: [statistic(0, claims=30), statistic(1, claims=30)], *STATISTIC[:2]),
        put(lambda n: [relation(number, "cumulative", earlier=["st0"], later=["st1"]) for number in range(n)],
            *RELATION[:2]))),
    "changes": (1_000, put(lambda n: [
        change(version=f"1.0.{n - number}") | ({"version": "1.0.0"} if n == 1 else {}) for number in range(n)],
        "changes", "changes")),
}


def write(folder, make, n):
    data = dataset()
    make(data, n)
    # All pairs of so many claims are too many; what other relations come to is measured.
    if len(data["statistics"]["statistics"][0].get("claims", [])) > 44 and data["relations"] == dataset()["relations"]:
        data["relations"]["relations"] = []
    data["dataset"]["version"] = data["changes"]["changes"][0]["version"]
    sys.set_int_max_str_digits(0)
    for name, content in data.items():
        written = json.dumps(content)
        (folder / f"{name}.json").write_text(re.sub(r'"RAW([^"]*)"', r"\1", written))


def load(make, n):
    """The instructions, and how many lines told what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        write(folder, make, n)
        out = folder / "callgrind"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", executable(), "validate", "--data", str(folder)],
            capture_output=True, text=True)
        lines = [line for line in done.stderr.splitlines() if not line.startswith("==")]
        assert done.returncode in (0, 1), done.stderr
        count = next(int(line.split()[1]) for line in out.read_text().splitlines() if line.startswith("totals:"))
        return count, len(lines) - 1 if done.returncode else 0


def main(arguments):
    begins = tuple(arguments)
    rows = {name: row for name, row in ROWS.items() if not begins or name.startswith(begins)}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        empty = pool.submit(load, lambda data, n: None, 0)
        runs = {name: [pool.submit(load, make, count) for count in (n, 2 * n)] for name, (n, make) in rows.items()}
        start = empty.result()[0]
        report = Report()
        print(f"{'what stands n times':<48}{'n':>9}{'million':>10}{'at 2n':>8}{'lines':>8}")
        for name, (few, many) in runs.items():
            (small, _), (large, lines) = few.result(), many.result()
            ratio = (large - start) / max(1, small - start)
            print(f"{name:<48}{rows[name][0]:>9,}{(small - start) / 1e6:>10,.1f}{ratio:>8.2f}{lines:>8,}")
            report.check(ratio <= MOST, f"{name}: {ratio:.2f} times as much at 2n, of at most {MOST}")
            report.check(lines <= LINES, f"{name}: {lines:,} lines, of at most {LINES:,}")
    return report.end(f"{len(rows)} rows")
