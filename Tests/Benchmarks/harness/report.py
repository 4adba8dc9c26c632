"""The figures as Markdown and as JSON."""

from .machine import CLIENT, PAIR, REST, SERVER
from .rounds import ratio

NOTES = """\
Servers run on core {server}, clients on core {client}; two loops on cores {pair}, their client on {rest}. Every \
contender gives the content and fields of Akistata's answer, and the content is checked before it is measured; `bytes` \
tells what differs: nginx adds `Server` and `Connection`, FlyingFox has no `Date`. Akistata logs every request to a \
file and counts for `/metrics`; the others log nothing. In (e) and (f) it also counts all that matches; the others do \
not. In (i), (k) and (l), the raw C server answers with the bytes of Akistata's first answer, whatever is asked. Times \
are those of 64 connections that never pause, as wrk tells them; at a rate that is given they begin when a request was \
due, and the client's share is the part of the time in which it had work. In (d), nginx has the compressed file ready \
(gzip_static). In (j), Flask's pictures and linked data are ready text."""


def names(cores):
    return " and ".join(map(str, cores))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def table(heads, rows):
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join("---" if index == 0 else "---:" for index in range(len(heads))) + " |"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def targets(rows):
    words = {True: "met", False: "**missed**", None: "not measured"}
    return table(
        ("work", "target", "bound", "measured", ""),
        [
            (
                row["work"], row["target"],
                f"{'≥' if row['isLeast'] else '≤'} {row['bound']:g} {row['unit']}".strip(),
                "–" if row["value"] is None else f"{number(row['value'])} {row['unit']}".strip(), words[row["met"]])
            for row in rows
        ])


def told(lane, figure, scale, form):
    return form.format(lane.median(figure) / scale) if figure in lane.figures[0] else ""


HEADS = (
    "", "answers/s", "min–max", "of the first", "p50 ms", "p99 ms", "p99.9 ms", "bytes", "µs of server", "server",
    "client")


def lanes(found):
    """Rates are compared with the first lane's. A core is 100 %."""
    rows = []
    for lane in found:
        least, most = lane.spread()
        rows.append((
            lane.name, number(lane.median()), f"{number(least)}–{number(most)}",
            "" if lane.rate else f"{ratio(lane, found[0]):.3f}",
            *(told(lane, figure, 1000, "{:.2f}") for figure in ("p50", "p99", "p999")),
            told(lane, "bytes", 1, "{:,.0f}"), number(lane.median("cost") * 1e6),
            *(f"{lane.median(figure):.0%}" for figure in ("server", "client"))))
    return table(HEADS, rows)


def loads(found):
    rows = []
    for count, load in found.items():
        for name in ("Akistata", "json.load"):
            each = load[name]
            rows.append((
                f"{count:,} events, {load['bytes'] / 1e6:,.1f} MB: {name}", f"{each['seconds'] * 1e3:,.1f}",
                f"{each['processor'] * 1e3:,.0f}", f"{each['residentKiB'] / 1024:,.1f}",
                f"{each['highestKiB'] / 1024:,.1f}"))
    return table(("", "ms", "ms of processor", "MiB resident", "MiB at most"), rows)


def markdown(bench):
    machine, options = bench.machine, bench.options
    yield f"{machine['cores']} × {machine['processor']}, {machine['memoryGiB']} GiB, Linux {machine['kernel']}; " \
        f"{bench.date}, commit {bench.commit}; {options.rounds} rounds of {options.seconds} s; " \
        f"load average {machine['load']:.2f} at first; {bench.seconds:.0f} s in all."
    yield ""
    yield from targets(bench.targets())
    yield NOTES.format(server=names(SERVER), client=names(CLIENT), pair=names(PAIR), rest=names(REST))
    yield ""
    for work, found in bench.lanes.items():
        if found:
            yield f"### {bench.titles[work]}\n"
            yield from lanes(found)
    if bench.loads:
        yield "### Start to the first byte, loading, resident memory\n"
        yield from loads(bench.loads)


def json(bench):
    return {
        "date": bench.date, "commit": bench.commit, "machine": bench.machine, "seconds": round(bench.seconds),
        "rounds": bench.options.rounds, "secondsEach": bench.options.seconds,
        "targets": bench.targets(), "facts": bench.facts,
        "loads": {str(count): load for count, load in bench.loads.items()},
        "works": {
            work: {
                "title": bench.titles[work],
                "lanes": [{"name": lane.name, "rounds": lane.figures} for lane in found],
            }
            for work, found in bench.lanes.items()
        },
    }
