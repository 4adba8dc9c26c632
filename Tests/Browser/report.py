"""One row a fact, and the faults of it by name."""

import time


class Report:
    # Of one fact; the rest is counted.
    MOST = 12

    def __init__(self):
        self.failed = 0
        self.start = time.monotonic()

    def row(self, fact, faults, count=None):
        """A fact that holds where there are no faults; `count` is of how many things it was asked. None is a fault, too."""
        faults = list(dict.fromkeys(faults))
        if count == 0:
            faults.append("it was asked of nothing")
        seconds = time.monotonic() - self.start
        of = "" if count is None else f" ({count})"
        print(f"{'no' if faults else 'ok'}  {fact}{of}  {seconds:.0f} s", flush=True)
        for fault in faults[:self.MOST]:
            print(f"      {fault}")
        if len(faults) > self.MOST:
            print(f"      and {len(faults) - self.MOST} more")
        self.failed += bool(faults)
