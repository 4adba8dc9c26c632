"""Random relations of order in time, and their verdicts by every number of days that may lie between the two periods.
`order [relations] [seed]`."""

import random

from ...harness.report import Report
from . import periods


def main(arguments):
    count, seed = ([int(argument) for argument in arguments] + [1000, 13][len(arguments):])[:2]
    report = Report()
    report.row("what is before what, day by day", periods.ask(random.Random(seed), count, ["before"]), count)
    return report.end("order")
