"""The cores, and what is told of the machine."""

import os
import platform
import re
import socket
import subprocess
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
SERVER = CORES[:1]
CLIENT = CORES[1:2] or CORES[:1]
# For a server of two loops: its cores, and the client's, which are the same where there are no others.
PAIR = CORES[:2]
REST = CORES[2:4] or CORES[:2]


def pinned(cores, command):
    return ["taskset", "--cpu-list", ",".join(map(str, cores)), *map(str, command)]


def pin(process, cores):
    """All threads of a running process."""
    for task in os.listdir(f"/proc/{process}/task"):
        os.sched_setaffinity(int(task), cores)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def description():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1])
    return {
        "cores": len(CORES),
        "processor": model[1] if model else platform.machine(),
        "memoryGiB": round(memory / 2**20),
        "kernel": platform.release(),
        "load": os.getloadavg()[0],
    }


def commit(root):
    """What is measured: the commit, with a plus where files differ from it, or the executable that was named."""
    if named := os.environ.get("AKISTATA"):
        return f"of {named}"
    ended = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--exclude=*"], cwd=root, capture_output=True, text=True)
    return ended.stdout.strip() or "unknown"
