"""Has a browser read every page of the real server, as people do; fails with the name of every fault.

`--golden` renews the pictures of the main pages, to be looked at. `--only NAME…` runs some of the concerns."""

import argparse
import io
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, redirect_stdout
from multiprocessing.util import Finalize

from ..harness.report import Report
from ..harness.server import Server
from . import access, embedding, golden, markup, newcomer, pages, paper, pictures, planted, reading, terms, visits, weight
from .engine import browser
from .host import Host

# Each has a browser and answers in turn: two use what two cores can do.
WORKERS = 2
CONCERNS = {
    "planted": planted, "pages": pages, "visits": visits, "access": access, "markup": markup, "pictures": pictures,
    "paper": paper, "weight": weight, "golden": golden, "embedding": embedding, "newcomer": newcomer, "terms": terms,
    "reading": reading,
}


class Worker:
    """A process with a browser, which it keeps from one task to the next."""

    @classmethod
    def start(cls):
        stack = ExitStack()
        cls.engine = stack.enter_context(browser())
        Finalize(None, stack.close, exitpriority=1)

    @classmethod
    def concern(cls, name, site):
        """What is reported of one concern, and its text."""
        report, text = Report(), io.StringIO()
        with redirect_stdout(text), Host() as host:
            report.run(name, CONCERNS[name].check, cls.engine, site, host, report)
        return report, text.getvalue()

    @classmethod
    def visits(cls, site, conditions):
        return visits.visited(cls.engine, site, conditions)


def main(arguments):
    parser = argparse.ArgumentParser(prog="browser", description=__doc__)
    parser.add_argument("--golden", action="store_true")
    parser.add_argument("--only", nargs="+", choices=CONCERNS, default=list(CONCERNS))
    options = parser.parse_args(arguments)
    with Server("--log-level", "error") as server:
        site = pages.Pages(server.base)
        if options.golden:
            with browser() as engine:
                return golden.renew(engine, site)
        with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn"), Worker.start) as pool:
            return looked(pool, site, options.only)


def looked(pool, site, names):
    """Has every concern looked at, two at a time, and reports them in order."""
    report = Report()
    parts = [pool.submit(Worker.visits, site, part) for part in (visits.tasks() if "visits" in names else [])]
    others = {name: pool.submit(Worker.concern, name, site) for name in names if name != "visits"}
    for name in names:
        if name == "visits":
            visits.check([part.result() for part in parts], report)
        else:
            found, text = others[name].result()
            print(text, end="", flush=True)
            report.add(found)
    return report.end(f"{len(site.paths)} pages")
