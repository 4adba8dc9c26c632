"""EDTF dates, and days of other calendars, as other packages of PyPI read them, and relations of periods by trying every day.
`dates [seed]`.

Every date of cases.txt is asked of akistata, edtf and edtf-validate; a difference that differences.md does not list is a fault,
and so is a row of it that differs no longer. Of the Julian calendar, 10,000 dates are asked of convertdate."""

import random
from pathlib import Path

from ...harness.pages import rows
from ...harness.report import Report
from . import calendars, periods
from .readers import REFUSED, akistata, edtf, edtf_validate

HERE = Path(__file__).resolve().parent
RELATIONS = 1000


def cases():
    lines = (HERE / "cases.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def compare(dates, ours, page):
    """The faults of a list of dates, beside the page of differences."""
    parts = rows(page)
    reasons = {row[0] for row in parts if len(row) == 2}
    listed = {row[0].strip("`"): row[1:] for row in parts if len(row) == 5}
    used = {row[3] for row in listed.values()}
    for date in dates:
        theirs = [edtf(date), edtf_validate(date)]
        alike = theirs[0] == ours[date] and (theirs[1] == REFUSED) == (ours[date] == REFUSED)
        row = listed.pop(date, None)
        if alike and row:
            yield f"`{date}` differs no longer: {ours[date]}"
        elif not alike and (not row or row[:3] != [ours[date], *theirs]):
            yield f"| `{date}` | {ours[date]} | {' | '.join(theirs)} | {row[3] if row else '?'} |"
        elif not alike and row[3] not in reasons:
            yield f"`{date}`: the reason {row[3]} is not given"
    yield from (f"`{date}` is no case" for date in listed)
    yield from (f"{name} is no reason of any row" for name in reasons - used)


def main(arguments):
    report = Report()
    dates = cases()
    page = (HERE / "differences.md").read_text()
    report.row("EDTF as edtf and edtf-validate read it", compare(dates, akistata(dates), page), len(dates))
    chance = random.Random(int(arguments[0]) if arguments else 13)
    days = calendars.made(chance, 10_000)
    report.row("the Julian calendar as convertdate has it", calendars.faults(days, calendars.ask(days)), len(days))
    report.row("relations of periods, day by day", periods.ask(chance, RELATIONS), RELATIONS)
    return report.end("dates")
