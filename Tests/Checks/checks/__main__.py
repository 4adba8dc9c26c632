"""Checks the built program by outside tools: `run CHECK [ARGUMENT…]`; `run CHECK --help` says what a check does.

AKISTATA names the program; without it, it is the newest release build. Debian's programs that a check drives (nginx, wrk,
chromium, valgrind …) must be there; Python's packages are installed where they are missing."""

import ast
import sys
from importlib import import_module
from pathlib import Path

from checks import environment

# Each check: the module that has it, and what it does. They stand in the order of the gate.
CHECKS = {
    "rooms": ("rooms", "the modules of Sources import one way, no circle of folders, bounds of size"),
    "documents": ("documents", "documents lead to, name and run what is there"),
    "requests": ("costs.requests", "what one request costs the server, in instructions"),
    "datasets": ("costs.datasets", "what n of a thing cost a dataset's loading, and 2n"),
    "hostile": ("costs.hostile", "what datasets of hostile shape take beside json.load (judges time; not in the gate)"),
    "proportion": ("costs.proportion", "work in proportion to what is asked, every parameter (long; not in the gate)"),
    "differential": ("differential.main", "nginx and h11 on the same requests"),
    "caching": ("caching", "REDbot on every public URL"),
    "metrics": ("metrics", "promtool on /metrics"),
    "proxies": ("proxies", "nginx and HAProxy in front, and clients that lie"),
    "describing": ("describing.main", "schemathesis, by the description: describing [cases]"),
    "compatibility": ("compatibility.main", "what was published in the release before, and today's answers"),
    "crawl": ("crawl.main", "every link is followed, every body parsed"),
    "signposting": ("signposting", "what programs find from a page, by the library of that name"),
    "clients": ("clients", "the documents' clients, as they stand there"),
    "tables": ("tables", "pandas, csvw, frictionless and wcwidth on every table"),
    "linked": ("linked.main", "linked data, citations, timelines, calendars, feeds, charts"),
    "readings": ("oracles.readings", "readings and verdicts by brute force: readings [datasets] [seed]"),
    "arithmetic": ("oracles.arithmetic", "intervals and verdicts in fractions, and z3: arithmetic [relations] [seed]"),
    "reasoning": ("oracles.reasoning.main", "the evidence weighed by brute force and z3: reasoning [networks] [seed]"),
    "dates": ("oracles.dates.main", "EDTF, calendars and relations of periods, by others and day by day: dates [seed]"),
    "words": ("oracles.words", "numbers, dates and counts in words, by babel's CLDR: words [seed]"),
    "browser": ("browser.main", "a browser on every page"),
    "export": ("export.main", "static files, compared with the server"),
    "urls": ("soak.urls", "URLs without end, and bounded memory: urls [count]"),
    "soak": ("soak.soak", "requests of all kinds, faults included: soak [count]"),
    "exhaustion": ("soak.exhaustion", "no descriptor left"),
    "pictures": ("soak.pictures", "nobody waits for a picture"),
    "deploy": ("deploy.main", "nginx, HAProxy, Varnish … by the configurations in Resources/deploy: deploy [parts]"),
    "scenarios": ("deploy.scenarios", "restarts, roll-outs and outages of three replicas (not in the gate): scenarios [names]"),
    "restart": ("soak.restart", "restarts under load lose nothing: restart [times] [requests]"),
    "slowloris": ("soak.slowloris", "10,000 heads that never end (not in the gate): slowloris [connections]"),
}
# These need no package.
STANDARD = {"rooms", "documents", "requests", "datasets", "hostile", "proportion", "metrics", "proxies", "urls", "soak",
            "exhaustion", "pictures", "restart", "scenarios", "slowloris"}
OTHERS = {"install": "Python's packages, as the lock file has them", "test": "the checks themselves: test [pytest's options]"}


def description(name):
    """What the module's first lines say, without running it."""
    file = Path(__file__).parent / (CHECKS[name][0].replace(".", "/") + ".py")
    return ast.get_docstring(ast.parse(file.read_text()))


def listed():
    print(__doc__, end="\n\n")
    for name, words in ({name: words for name, (_, words) in CHECKS.items()} | OTHERS).items():
        print(f"  {name:<14}{words}")


def main():
    name, *arguments = sys.argv[1:] or ["--help"]
    if name in ("-h", "--help"):
        return listed()
    if name == "install":
        return environment.install()
    if name == "test":
        environment.enter()
        return import_module("pytest").main(["-c", str(environment.HERE / "pyproject.toml"), *arguments])
    if name not in CHECKS:
        return f"there is no check “{name}”: {', '.join(CHECKS)}"
    if {"-h", "--help"} & set(arguments):
        return print(description(name))
    if name not in STANDARD:
        environment.enter()
    return import_module(f"checks.{CHECKS[name][0]}").main(arguments)


if __name__ == "__main__":
    sys.exit(main())
