"""systemd's units, by systemd's own programs (Debian: systemd), and with the sockets and messages that they promise."""

import os
import re
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from ..harness.http import get
from ..harness.server import executable, until
from .engines import DEPLOY, changed

# In tenths, as --threshold takes it: of 10, what a service has that nothing is taken from.
MOST_EXPOSED = 15


def complaints(*command):
    done = subprocess.run(["systemd-analyze", *command], capture_output=True, text=True)
    return [done.stdout + done.stderr] if done.returncode or done.stderr.strip() else []


def variables(text):
    """The variables that a unit, a Compose file or a manifest sets for the program, with their values."""
    unit = re.findall(r"^Environment=(AKISTATA_\w+)=(.*)$", text, re.M)
    compose = re.findall(r"^ +(AKISTATA_\w+): \"?(.*?)\"?$", text, re.M)
    kubernetes = re.findall(r"- name: (AKISTATA_\w+)\n +value: \"?(.*?)\"?$", text, re.M)
    return dict(unit + compose + kubernetes)


def refused(found):
    """What the program says against its options as variables; the data is its own."""
    help = subprocess.run([executable(), "serve", "--help"], capture_output=True, text=True).stdout
    faults = [f"{name} is no option's" for name in found if f"({name}" not in re.sub(r"\s+", " ", help)]
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/socket"
        environment = {**os.environ, **found, "AKISTATA_SOCKET": path}
        environment.pop("AKISTATA_DATA", None)
        process = subprocess.Popen([executable(), "serve", "--log-level", "error"], env=environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        started = process.stdout.readline()
        process.kill()
        words = process.communicate()[1]
    return faults + ([] if started.startswith("Akistata serves") else [words])


def activated(folder):
    """The program as a socket unit starts it, under the eyes of a service manager."""
    faults = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, socket.socket() as probe:
        manager.bind(f"{folder}/notify")
        manager.settimeout(20)
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        process = subprocess.Popen(
            ["systemd-socket-activate", f"--listen=127.0.0.1:{port}", "--setenv=NOTIFY_SOCKET", executable(), "serve", "--log-level", "error"],
            env={**os.environ, "NOTIFY_SOCKET": f"{folder}/notify"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def told(words):
            while words not in (message := manager.recv(4096).decode()):
                faults.append(f"{message} and not {words}")
        try:
            # The first connection starts it, and waits for it.
            time.sleep(0.1)
            if not until(lambda: answers(port), 20):
                faults.append("it does not answer on the socket that it was passed")
            told("READY=1")
            process.send_signal(1)
            told("RELOADING=1")
            told("READY=1")
            process.terminate()
            told("STOPPING=1")
            if code := process.wait(timeout=30):
                faults.append(f"exit code {code}")
        except TimeoutError:
            faults.append("the service manager is told nothing")
        finally:
            process.kill()
    return faults


def answers(port):
    try:
        return get(f"http://127.0.0.1:{port}/readyz").status == 200
    except OSError:
        return False


def check(report):
    with tempfile.TemporaryDirectory() as folder:
        service = Path(folder, "akistata.service")
        service.write_text(changed("systemd/akistata.service", {"/usr/local/bin/akistata": str(Path(executable()).resolve())}))
        sockets = Path(folder, "akistata.socket")
        sockets.write_text((DEPLOY / "systemd/akistata.socket").read_text())
        report.row("systemd-analyze has nothing against the units", complaints("verify", service, sockets))
        report.row(f"systemd-analyze security: exposed to less than {MOST_EXPOSED / 10} of 10", complaints(
            "security", "--offline=true", f"--threshold={MOST_EXPOSED}", service))
        found = variables(service.read_text())
        report.row("the program takes the service's options", refused(found), len(found))
        report.row("it serves the socket that it is passed, and tells when it is ready, reloads and stops", activated(folder))
