"""Asks one loop for some 200 different pictures as PNG, all of them converted by a program that takes its time, and meanwhile
for /healthz: nobody else may wait for a picture. Then the program fails for a while: that must not be for good."""

import os
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from ..harness.http import records
from ..harness.report import Report
from ..harness.server import Server

CLIENTS = 16
SECONDS = 0.03  # What a picture takes.
LONGEST = 0.5  # What /healthz may take while a loop is as busy as can be, on a machine that is busy, too.
PROGRAM = f"""#!/bin/sh
[ -e "$0.broken" ] && exit 1
sleep {SECONDS}
printf '\\211PNG\\r\\n\\032\\n'
cat
"""


def together(server, targets):
    """The statuses of all targets, asked for by many clients at once."""
    statuses = Counter()

    def ask(share):
        for target in share:
            statuses[server.get(target, 30).status] += 1

    threads = [threading.Thread(target=ask, args=(targets[number::CLIENTS],)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    waits = []
    while any(thread.is_alive() for thread in threads):
        start = time.perf_counter()
        assert server.get("/healthz").status == 200
        waits.append(time.perf_counter() - start)
    for thread in threads:
        thread.join()
    return statuses, sorted(waits)


def main(arguments):
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "rsvg-convert")
        program.write_text(PROGRAM)
        program.chmod(0o755)
        prefix = ["env", f"PATH={folder}:{os.environ['PATH']}"]
        with Server("--log-level", "error", "--loops", "1", prefix=prefix) as server:
            targets = [
                f"/charts/{kind}/{record['id']}.png?lang={language}&theme={theme}"
                for kind in ("statistics", "discrepancies") for record in records(server.base, kind)
                for language in ("en", "lt") for theme in ("light", "dark")]
            drawn = [target for target in targets if server.get(target.replace(".png", ".svg")).status == 200]
            statuses, waits = together(server, drawn)
            print(f"{len(drawn)} pictures: {dict(statuses)}")
            print(f"/healthz meanwhile: {len(waits)} times, half in {waits[len(waits) // 2] * 1000:.0f} ms, "
                  f"the longest {waits[-1] * 1000:.0f} ms")
            report.check(statuses[200] == len(drawn) > 100, f"{len(drawn)} pictures: {dict(statuses)}")
            report.check(waits[-1] <= LONGEST, f"/healthz took {waits[-1]:.2f} s, of at most {LONGEST}")
            Path(f"{program}.broken").touch()
            failed = [server.get("/charts/timeline.png?theme=" + theme) for theme in ("light", "dark") for _ in "ab"]
            Path(f"{program}.broken").unlink()
            later = server.get("/charts/timeline.png?lang=lt")
            for answer in failed:
                told = answer.status == 503 and "Retry-After" in answer.fields
                report.check(told, f"a failure has status {answer.status} and says {answer.fields.items()}")
            report.check(later.status == 200, f"another picture after the failures: {later.status}")
            code = server.stop()
            report.check(code == 0, f"exit code {code}")
    return report.end(f"{len(drawn)} pictures")
