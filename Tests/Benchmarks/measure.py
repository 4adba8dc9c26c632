"""Measures Akistata beside its peers, prints a table and leaves the figures."""

import argparse
import json
import resource
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path

from harness import machine, report, tools
from harness.message import Broken
from harness.targets import TARGETS
from works import fixed, idle, load, loops, never, pages, queries

WORKS = {
    "load": load.load, "a": fixed.statistic, "b": fixed.pipelined, "c": fixed.unchanged, "d": fixed.compressed,
    "g": fixed.connecting, "h": idle.idle, "loops": loops.loops, "e": queries.filtered, "f": queries.searched,
    "i": pages.again, "j": pages.anew, "k": never.listed, "l": never.refused,
}
CONTENDERS = ("raw", "nginx", "hummingbird", "flyingfox", "roapi", "datasette", "flask")


class Bench:
    """One run: what was chosen, what runs, and what was found."""

    def __init__(self, options, folder, stack):
        self.options, self.folder, self.stack = options, folder, stack
        self.contenders = set(options.contenders)
        self.machine, self.commit = machine.description(), machine.commit(tools.ROOT)
        self.date = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
        self.titles = {work: function.__doc__ for work, function in WORKS.items()}
        self.servers, self.lanes, self.loads, self.facts, self.seconds = {}, {}, {}, {}, 0.0

    def lane(self, work, name):
        """KeyError when it was not measured."""
        for lane in self.lanes[work]:
            if lane.name == name:
                return lane
        raise KeyError(name)

    def targets(self):
        return [target.row(self) for target in TARGETS]


def chosen(known):
    def parse(text):
        names = text.split(",") if text else []
        if unknown := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(known)}")
        return names
    return parse


def parsed():
    parser = argparse.ArgumentParser(prog="run", description=__doc__)
    parser.add_argument("--rounds", type=int, help="rounds of each work (default: 5)")
    parser.add_argument("--seconds", type=int, help="seconds of a lane in a round (default: 2)")
    parser.add_argument(
        "--only", type=chosen(WORKS), default=list(WORKS), help=f"works, of {','.join(WORKS)} (default: all)")
    parser.add_argument(
        "--contenders", type=chosen(CONTENDERS), default=list(CONTENDERS),
        help=f"of {','.join(CONTENDERS)} (default: all)")
    parser.add_argument(
        "--sizes", type=lambda text: [int(size) for size in text.split(",")],
        help="events of the synthetic datasets (default: 100000,1000000)")
    parser.add_argument("--quick", action="store_true", help="a trial: one round of one second, 1000 and 10,000 events")
    parser.add_argument("--gate", action="store_true", help="fail where a target is missed")
    parser.add_argument("--out", type=Path, help="the file of the figures (default: .build-benchmarks/figures.json)")
    options = parser.parse_args()
    rounds, seconds, sizes = (1, 1, [1_000, 10_000]) if options.quick else (5, 2, [100_000, 1_000_000])
    options.rounds = options.rounds or rounds
    options.seconds = options.seconds or seconds
    options.sizes = options.sizes or sizes
    options.out = options.out or tools.SCRATCH / "figures.json"
    return options


def main():
    options = parsed()
    # For the crowd of idle connections, and for the servers.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    tools.install(options.contenders)
    tools.build(options.contenders)
    start = time.monotonic()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="akistata-"))
        bench = Bench(options, Path(folder), stack)
        for work in WORKS:
            if work in options.only:
                print(f"{time.monotonic() - start:5.0f} s  {bench.titles[work]}", file=sys.stderr, flush=True)
                bench.lanes[work] = WORKS[work](bench)
    bench.seconds = time.monotonic() - start
    print("\n".join(report.markdown(bench)))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(report.json(bench), indent=1) + "\n")
    missed = any(row["met"] is False for row in bench.targets())
    return 1 if options.gate and missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Broken as broken:
        sys.exit(f"broken: {broken}")
