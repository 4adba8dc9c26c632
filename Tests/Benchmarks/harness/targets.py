"""What is to be reached, on one loop."""

from dataclasses import dataclass

from .rounds import ratio

KIB = 1024


@dataclass
class Target:
    work: str
    text: str
    bound: float
    # From a Bench; None where it was not measured.
    value: object
    is_least: bool = True
    unit: str = ""

    def row(self, bench):
        try:
            value = self.value(bench)
        except KeyError:
            value = None
        met = None if value is None else (value >= self.bound if self.is_least else value <= self.bound)
        return {
            "work": self.work, "target": self.text, "bound": self.bound, "isLeast": self.is_least, "unit": self.unit,
            "value": value, "met": met}


def beside(work, name, other, figure="rate"):
    return lambda bench: ratio(bench.lane(work, name), bench.lane(work, other), figure)


def figure(work, name, of, scale=1.0):
    return lambda bench: bench.lane(work, name).median(of) * scale


def loaded(count, of, scale=1.0):
    return lambda bench: bench.loads[count]["Akistata"][of] * scale


def times_json(bench):
    load = bench.loads[1_000_000]
    return load["Akistata"]["seconds"] / load["json.load"]["seconds"]


def times_files(of):
    def value(bench):
        load = bench.loads[1_000_000]
        return load["Akistata"][of] * KIB / load["bytes"]
    return value


def times_version(bench):
    return bench.loads[37]["Akistata"]["seconds"] / bench.facts["versionSeconds"]


def against(work, other, kind):
    return beside(work, f"Akistata, {kind}", f"{other}, {kind}")


AGAIN = ("the first page", "a discrepancy", "the events", "a search", "a picture", "a citation", "oEmbed")
ANEW = ("a discrepancy", "the events", "a search")
SMALL, LARGE = "100,000 events", "1,000,000 events"
PACED = ("Akistata, 40,000/s", "nginx, 40,000/s")
CROWDED = ("Akistata, 10,000 idle connections", "Akistata, no idle connections")
FOUND = figure("f", f"Akistata, {LARGE}, half rate", "p99", 1e-3)
TARGETS = [
    Target("a", "against the raw C limit", 0.85, beside("a", "Akistata", "raw C")),
    Target("a", "against nginx", 1.2, beside("a", "Akistata", "nginx")),
    Target("a", "against Hummingbird", 3, beside("a", "Akistata", "Hummingbird")),
    Target("a", "against FlyingFox", 5, beside("a", "Akistata", "FlyingFox")),
    Target("a", "p99 at 40,000/s, of nginx's", 1.2, beside("a", *PACED, "p99"), False),
    Target("b", "against the raw C server", 0.7, beside("b", "Akistata", "raw C")),
    Target("c", "304 against the whole answer", 1, beside("c", "Akistata, 304", "Akistata")),
    Target("d", "against nginx gzip_static", 1, beside("d", "Akistata", "nginx")),
    Target("e", "100,000 events, against roapi", 60, beside("e", f"Akistata, {SMALL}", f"roapi, {SMALL}")),
    Target("e", "100,000 events, against Datasette", 60, beside("e", f"Akistata, {SMALL}", f"Datasette, {SMALL}")),
    Target("e", "1,000,000 events against 100,000", 0.7, beside("e", f"Akistata, {LARGE}", f"Akistata, {SMALL}")),
    Target("f", "1,000,000 events, p99 at half rate", 2, FOUND, False, "ms"),
    Target("g", "processor time of the server, of nginx's", 1, beside("g", "Akistata", "nginx", "cost"), False),
    Target("h", "against (a) without them", 0.9, beside("h", *CROWDED)),
    Target("h", "resident for an idle connection", 6, lambda bench: bench.facts["idleKiB"], False, "KiB"),
    Target("loops", "two loops on two cores against one on one", 1.7, beside("loops", "two loops", "one loop")),
    *(Target("i", f"{kind}, against the raw C server", 0.8, against("i", "raw C", kind)) for kind in AGAIN),
    *(Target("j", f"{kind}, against Flask", 3, against("j", "Flask", kind)) for kind in ANEW),
    Target("k", "against the raw C server", 0.5, against("k", "raw C", "a list")),
    Target("l", "404, against the raw C server", 0.4, against("l", "raw C", "404")),
    Target("l", "400, against the raw C server", 0.4, against("l", "raw C", "400")),
    Target("load", "shipped data, start to first byte, of the time to tell the version", 2.5, times_version, False),
    Target("load", "shipped data, resident", 25, loaded(37, "residentKiB", 1 / KIB), False, "MiB"),
    Target("a", "resident after the rounds", 25, figure("a", "Akistata", "resident", 1 / KIB), False, "MiB"),
    Target("load", "1,000,000 events, time of json.load's", 1, times_json, False),
    Target("load", "1,000,000 events, resident of the files' size", 2.2, times_files("residentKiB"), False),
    Target(
        "load", "1,000,000 events, the most while loading again, of the files' size", 3.5, times_files("highestKiB"), False),
]
