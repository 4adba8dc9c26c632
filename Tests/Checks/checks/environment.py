"""Python's packages, in an environment of their own, as the lock file has them."""

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
LOCK = HERE / "requirements.txt"
FOLDER = HERE.parents[1] / ".build-python"
# The lock that was installed last.
INSTALLED = FOLDER / "requirements.txt"


def install():
    """Brings the environment to what the lock file says, where it is not there yet."""
    lock = LOCK.read_text()
    if INSTALLED.exists() and INSTALLED.read_text() == lock:
        return
    if not (FOLDER / "bin/pip").exists():
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    # What builds the packages that come as source only is installed first, so that pip fetches nothing unlocked for it.
    builder = FOLDER / "builder.txt"
    builder.write_text(re.search(r"^setuptools==.*?(?=^\S|\Z)", lock, re.M | re.S)[0])
    pip = [FOLDER / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", builder], check=True)
    subprocess.run([*pip, "--use-pep517", "--no-build-isolation", "-r", LOCK], check=True)
    INSTALLED.write_text(lock)


def enter():
    """Goes on in the environment, which is installed first where it has to be."""
    install()
    if Path(sys.prefix).resolve() != FOLDER.resolve():
        os.execv(FOLDER / "bin/python", [str(FOLDER / "bin/python"), "-m", "checks", *sys.argv[1:]])
