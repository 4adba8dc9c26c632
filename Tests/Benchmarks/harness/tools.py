"""Installs and builds what the measurements need and this machine lacks."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parents[1]
SCRATCH = ROOT / ".build-benchmarks"
SWIFT = SCRATCH / "release"
IMAGE = ROOT / ".build-static/image"
DATASETS = Path(tempfile.gettempdir()) / "akistata-benchmarks"
PYTHON = ROOT / ".build-python"
# By the program that shows they are there.
DEBIAN = {
    "wrk": "wrk", "nginx": "nginx-light", "h2load": "nghttp2-client", "cc": "gcc libc6-dev", "taskset": "util-linux"}


def told(*command, **options):
    """Runs it, and shows what it wrote only when it fails."""
    ended = subprocess.run(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if ended.returncode:
        sys.exit(f"{' '.join(map(str, command))}:\n{ended.stdout[-4000:]}")


def install(contenders):
    missing = [name for tool, names in DEBIAN.items() if not shutil.which(tool) for name in names.split()]
    if missing:
        root = [] if os.getuid() == 0 else ["sudo"]
        told(*root, "apt-get", "update", "-qq")
        told(*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq",
             "--no-install-recommends", *missing)
    programs = {"roapi": "roapi", "datasette": "datasette", "flask": "flask gunicorn"}
    wanted = [
        package for name, packages in programs.items() if name in contenders
        for package in packages.split() if not (PYTHON / "bin" / package).exists()]
    if wanted:
        if not (PYTHON / "bin/pip").exists():
            told(sys.executable, "-m", "venv", PYTHON)
        told(PYTHON / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *wanted)


def build(contenders):
    """Akistata as it is installed, unless AKISTATA names another executable; the C programs; the Swift contenders."""
    if not os.environ.get("AKISTATA"):
        told(ROOT / "Docker/build", IMAGE)
    SCRATCH.mkdir(exist_ok=True)
    for name in ("raw", "pace"):
        told("cc", "-O2", "-Wall", "-Wextra", "-Wno-sign-compare", "-o", SCRATCH / name, BENCHMARKS / f"{name}.c")
    for contender, product in {"hummingbird": "HummingbirdAnswer", "flyingfox": "FlyingFoxAnswer"}.items():
        if contender in contenders:
            told("swift", "build", "-c", "release", "--package-path", BENCHMARKS, "--scratch-path", SCRATCH,
                 "--product", product)


def executable():
    return os.environ.get("AKISTATA") or IMAGE / "bin/akistata"


def dataset(count):
    """The folder of a synthetic dataset, made where the generator or the shipped dataset has changed."""
    made_of = hashlib.sha256((BENCHMARKS / "generate").read_bytes())
    for file in sorted((ROOT / "Resources/datasets/lithuania-1944-1945").glob("*.json")):
        made_of.update(file.read_bytes())
    path, mark = DATASETS / f"{count}-events", DATASETS / f"{count}-events.sha256"
    if not mark.exists() or mark.read_text() != made_of.hexdigest():
        told(BENCHMARKS / "generate", count, path)
        mark.write_text(made_of.hexdigest())
    return path
