"""Says what holds and what does not: a row a fact, and each fault by name."""

import time
import traceback


class Report:
    # The faults that are shown of one fact; the others are counted.
    MOST = 12

    def __init__(self):
        self.asked = self.failed = 0
        self.start = time.monotonic()

    def row(self, fact, faults, count=None):
        """A fact that holds where there are no faults; `count` is of how many things it was asked, and none is a fault."""
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
        self.asked += 1
        self.failed += bool(faults)

    def check(self, condition, what):
        """One of many facts: it is shown only where it does not hold."""
        self.asked += 1
        if not condition:
            self.failed += 1
            print(f"no  {what}", flush=True)

    def run(self, fact, function, *arguments):
        """A fact that holds where the function raises nothing; what it answers is shown."""
        self.asked += 1
        try:
            words = function(*arguments)
        except Exception:
            self.failed += 1
            print(f"no  {fact}\n{traceback.format_exc()}", flush=True)
        else:
            print(f"ok  {fact}: {words}" if words else f"ok  {fact}", flush=True)

    def add(self, other):
        self.asked += other.asked
        self.failed += other.failed

    def end(self, words):
        """The last line, and the exit code: what was asked nothing has failed."""
        print(f"{words}, {self.failed} of {self.asked} facts do not hold")
        return 1 if self.failed or not self.asked else 0
