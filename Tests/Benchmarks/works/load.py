"""How long Akistata takes to its first answer, and what it then holds and holds at most while it loads the same again,
beside Python's json.load of the same files; and how long the program takes to tell its version."""

import os
import re
import signal
import subprocess
import sys
import time
from statistics import median

from contenders.akistata import Akistata
from harness.message import Broken, Request
from harness.service import until
from harness.tools import ROOT, dataset, executable

from .fixed import STATISTIC

SHIPPED = ROOT / "Resources/datasets/lithuania-1944-1945"
# How often each size is loaded.
TIMES = {37: 20, 100_000: 3, 1_000_000: 2}
# Leaves without freeing what was read: a server would keep it.
READING = "import json, os, sys\nkept = [json.load(open(path)) for path in sys.argv[1:]]\nos._exit(0)"


def akistata(folder, data):
    """Seconds to the first byte of an answer, from before the process is made; all cores may help."""
    start = time.monotonic()
    with Akistata(folder, data, cores=None) as server:
        server.fetch(Request(STATISTIC))
        seconds = time.monotonic() - start
        found = {"seconds": seconds, "processor": server.cpu(), "residentKiB": server.rss()}
        return found | {"highestKiB": highest(server)}


def highest(server):
    """The most that is resident while it loads the same files again."""
    server.forget_highest_rss()
    server.process.send_signal(signal.SIGHUP)
    loaded = re.compile(rb'akistata_reloads_total\{result="success"\} 1\b')
    if not until(lambda: loaded.search(server.fetch(Request("/metrics")).content), server.patience):
        raise Broken("the dataset was not loaded again")
    return server.highest_rss()


def version(_):
    """Seconds to tell the version, with the making of the process."""
    start = time.monotonic()
    subprocess.run([executable(), "--version"], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def python(data):
    files = sorted(data.glob("*.json"))
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", READING, *files])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "json.load")
    seconds, processor = time.monotonic() - start, used.ru_utime + used.ru_stime
    return {"seconds": seconds, "processor": processor, "residentKiB": used.ru_maxrss, "highestKiB": used.ru_maxrss}


def load(bench):
    """start to first byte, load time, resident memory"""
    bench.facts["versionSeconds"] = median(
        map(version, range(1 if bench.options.quick else TIMES[37])))
    sizes = {37: SHIPPED} | {count: dataset(count) for count in bench.options.sizes}
    for count, data in sizes.items():
        runs = {"Akistata": [], "json.load": []}
        for _ in range(1 if bench.options.quick else TIMES.get(count, 3)):
            runs["Akistata"].append(akistata(bench.folder, data))
            runs["json.load"].append(python(data))
        medians = {
            name: {key: median(run[key] for run in each) for key in each[0]} for name, each in runs.items()}
        size = sum(file.stat().st_size for file in data.glob("*.json"))
        bench.loads[count] = {"bytes": size, **medians, "runs": runs}
    return []
