"""What people see while replicas are restarted, replaced, killed and stopped, behind nginx and behind HAProxy with Varnish. The
replicas are on network namespaces where the machine allows that. It takes some minutes, and is not in the gate: `scenarios [names]`."""

import itertools
import signal
import threading
import time

from ..harness.http import get
from ..harness.report import Report
from . import capacity, hosts
from .ageing import Ageing
from .caches import DATASET, purge
from .clients import Citer, Crowd, Embedder, Reader, Walker
from .engines import HAProxyAndVarnish
from .site import EDGES, Site

LISTS = ["events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources"]
CLIENTS = 8


def addresses():
    """50,000 addresses, of which a cache has none before."""
    return [f"/api/v1/{name}?limit={limit}&lang={lang}&sort={sort}id&fields=id,title{extra}"
            for name, limit, lang, sort, extra in itertools.product(LISTS[:2], range(1, 1001), ("en", "lt"), ("", "-"), map(
                lambda number: f"&q={'abcdefghij'[number]}" if number else "", range(7)))][:50_000]


def readers(site, paths, left=None):
    return [Reader(site.edge, site.certificate, seed, paths, left) for seed in range(CLIENTS)]


def restarts(report, made, requests=100_000, below=""):
    """Replicas are restarted one after the other, again and again, until all requests are answered."""
    for make in EDGES:
        with Site(made, make, below=below) as site:
            left = threading.Semaphore(requests)
            count = 0
            with Crowd(readers(site, [below + path for path in addresses()], left)) as crowd:
                while any(person.is_alive() for person in crowd.people):
                    site.replicas[count % 3].restart()
                    site.settled()
                    count += 1
                crowd.join()
            faults = crowd.faults() + [f"{path[0]} has {len(tags)} entity tags" for path, tags in crowd.tags().items() if len(tags) > 1]
            report.row(f"{site.words}: {count} restarts under {CLIENTS} clients, {sum(crowd.failures.values())} of {crowd.asked:,} "
                       f"failed, {crowd.again} asked again, one entity tag for each of {len(crowd.tags()):,} addresses, the slowest "
                       f"{crowd.slowest:.1f} s", faults, crowd.asked)


def people(site):
    statistics = site.ids("statistics")
    # A check that holds has no page.
    paths = [f"/api/v1/{name}/{id}" for name in LISTS if name != "checks" for id in site.ids(name)]
    return [*(Walker(site.edge, site.certificate, seed) for seed in range(4)),
            *(Citer(site.edge, site.certificate, seed, paths) for seed in range(2)),
            *(Embedder(site.edge, site.certificate, seed, statistics) for seed in range(2))]


def roll_out(report, made, way, options, act):
    for make in EDGES:
        with Site(made, make, *options) as site:
            with Crowd(people(site)) as crowd:
                time.sleep(3)
                start = time.monotonic()
                act(site)
                took = time.monotonic() - start
                if isinstance(site.edge, HAProxyAndVarnish):
                    purge(site.edge, f"{DATASET}@current")
                time.sleep(5)
            versions = {replica.version() for replica in site.replicas}
            done = ", ".join(f"{count:,} {word}" for word, count in crowd.done.items())
            report.row(f"{site.edge.word}: 1.1.0 over 1.0.0, {way}, in {took:.0f} s: {sum(crowd.failures.values())} broken of {done} "
                       f"({crowd.asked:,} requests)", crowd.faults() + [f"served is {versions}"] * (versions != {"1.1.0"}), crowd.asked)


def by_image(report, made):
    """Each replica is replaced by one that has 1.1.0 as well."""
    def act(site):
        for replica in site.replicas:
            site.add_version(replica.folder)
            replica.restart()
            site.settled()
    roll_out(report, made, "an image a version", [], act)


def by_folder(report, made):
    """Each replica follows its folder, into which 1.1.0 is renamed, on one host after the other."""
    def act(site):
        for replica in site.replicas:
            site.add_version(replica.folder)
            time.sleep(1)
        until = time.monotonic() + 20
        while {replica.version() for replica in site.replicas} != {"1.1.0"} and time.monotonic() < until:
            time.sleep(0.1)
    roll_out(report, made, "a folder that is followed", ["--watch"], act)


def outage(report, made, seconds=60):
    """All replicas are killed; what is fresh for a second, and shown for another while it is renewed, was asked for before."""
    for make in EDGES:
        with Site(made, make, between=lambda place: Ageing(place, made.own)) as site:
            paths = [f"/{way}{name}/{id}" for name in ("statistics", "events") for way in ("", "api/v1/") for id in site.ids(name)]
            before = Reader(site.edge, site.certificate, 0, paths)
            for path in paths:
                before.get(path)
            for replica in site.replicas:
                replica.server.__exit__()
            time.sleep(3)
            with Crowd(readers(site, paths)) as crowd:
                time.sleep(seconds)
            faults = crowd.faults() + list(before.failures)
            report.row(f"{site.edge.word}: all replicas down for {seconds} s, {sum(crowd.failures.values())} of {crowd.asked:,} failed, of "
                       f"{len(paths)} addresses that were cached, and stale; the slowest {crowd.slowest:.1f} s", faults, crowd.asked)
            for replica in site.replicas:
                replica.start()
            start = time.monotonic()
            after = Reader(site.edge, site.certificate, 0, paths)
            while after.get("/api/v1/cite") is None and time.monotonic() < start + 20:
                time.sleep(0.1)
            after.failures.clear()
            after.get("/api/v1/cite.bib")
            report.row(f"{site.edge.word}: {time.monotonic() - start:.1f} s after they are back, what was not cached is answered", after.failures)


def stopped(report, made, seconds=15):
    """One replica hangs (SIGSTOP): its connections are open, and nothing comes."""
    for make in EDGES:
        with Site(made, make) as site:
            with Crowd(readers(site, addresses())) as crowd:
                time.sleep(2)
                site.replicas[0].server.process.send_signal(signal.SIGSTOP)
                time.sleep(seconds)
                site.replicas[0].server.process.send_signal(signal.SIGCONT)
                time.sleep(2)
            report.row(f"{site.edge.word}: one of three replicas hangs for {seconds} s, {sum(crowd.failures.values())} of {crowd.asked:,} "
                       f"failed, the slowest {crowd.slowest:.1f} s", crowd.faults(), crowd.asked)


def older(report, made):
    """One replica was left behind with 1.0.0."""
    for make in EDGES:
        with Site(made, make) as site:
            for replica in site.replicas[:2]:
                site.add_version(replica.folder)
                replica.restart()
            site.settled()
            with Crowd(people(site)) as crowd:
                time.sleep(8)
            digests = {line for replica in site.replicas for line in get(
                f"http://{replica.place[0]}:{replica.place[1]}/metrics").text.splitlines() if line.startswith("akistata_snapshot_info")}
            faults = crowd.faults() + (["/metrics does not tell it"] if len(digests) != 2 else [])
            done = ", ".join(f"{count:,} {word}" for word, count in crowd.done.items())
            report.row(f"{site.edge.word}: one of three replicas serves an older version: {sum(crowd.failures.values())} broken of {done} "
                       f"({crowd.asked:,} requests); /metrics has {len(digests)} digests", faults, crowd.asked)


def purged(report, made, below=""):
    """The replicas serve 1.1.0, the cache still has 1.0.0, and lets go of it."""
    with Site(made, HAProxyAndVarnish, below=below) as site:
        paths = [f"{below}/api/v1/{name}/{id}?fields=id" for name in LISTS for id in site.ids(name)]
        reader = Reader(site.edge, site.certificate, 0, paths)
        asked = lambda: [reader.get(path, Accept="application/json").json()["meta"]["version"] for path in paths]  # noqa: E731
        asked()
        for replica in site.replicas:
            site.add_version(replica.folder)
            replica.restart()
        site.settled()
        before = asked()
        start = time.monotonic()
        status = purge(site.edge, f"{DATASET}@current")
        after = asked()
        took = time.monotonic() - start
        faults = [f"before, {before.count('1.1.0')} were new"] * ("1.1.0" in before) + [f"after, {after.count('1.0.0')} were old"] * (
            "1.0.0" in after) + [f"the purge is {status}"] * (status != 200) + ["it took longer than a second"] * (took > 1)
        report.row(f"{site.words}: {len(paths)} addresses have the new figures {took:.2f} s after a purge by tag began", faults, len(paths))


def under_path(report, made, path="/histories/lithuania"):
    """Restarts and a purge, where the history has a path of the host."""
    restarts(report, made, 20_000, path)
    purged(report, made, path)


SCENARIOS = {"restarts": restarts, "image": by_image, "folder": by_folder, "outage": outage, "stopped": stopped, "older": older,
             "purged": purged, "below": under_path, "capacity": capacity.measured}


def main(arguments):
    report = Report()
    with hosts.best() as made:
        print(f"on {made.words}", flush=True)
        for name in arguments or SCENARIOS:
            SCENARIOS[name](report, made)
    return report.end("scenarios")
