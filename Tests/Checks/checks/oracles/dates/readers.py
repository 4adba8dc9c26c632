"""What akistata, edtf and edtf-validate (both PyPI) make of a date: "refused", or its first and last day."""

import re
import subprocess
import tempfile
import warnings
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

from ...harness.http import records
from ...harness.server import executable
from ..folder import Folder

# Both call pyparsing by names that it has newer ones for.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid

REFUSED = "refused"


def span(first, last):
    return f"{first or 'open'} … {last or 'open'}"


def akistata(dates):
    """Each date's word; events are asked for, since they carry the days of their dates. Problems are told a bounded number at
    a time: what is refused is left out, until nothing is."""
    left = dict(enumerate(dates))
    refused = {}
    while True:
        folder = Folder()
        for place, date in left.items():
            folder.event(f"e{place}", date)
        with tempfile.TemporaryDirectory() as place:
            folder.write(Path(place))
            found = subprocess.run([executable(), "validate", "--data", place], capture_output=True, text=True)
        places = list(left)
        wrong = {places[int(index)] for index in re.findall(r"events\.json:\d+:\d+ #/events/(\d+)/", found.stderr)}
        if not wrong:
            assert found.returncode == 0, found.stderr
            break
        for index in wrong:
            refused[left.pop(index)] = REFUSED
    with folder.served() as server:
        told = {event["id"]: event for event in records(server.base, "events")}
    return refused | {date: span(told[f"e{place}"]["earliest"], told[f"e{place}"]["latest"]) for place, date in left.items()}


def edtf(date):
    """The bounds of each end of an interval are asked for alone: of an open end the package knows none, and to an unknown one
    it gives ten years."""
    try:
        parsed(date)
        if "/" in date and "T" not in date:
            first, last = date.split("/")
        else:
            first = last = date
        return span(bound(first, "lower_strict"), bound(last, "upper_strict"))
    except Exception:
        return REFUSED


def bound(date, name):
    if date in ("", ".."):
        return None
    year, month, day = getattr(parsed(date), name)()[:3]
    return f"{'Y' * (abs(year) > 9999)}{'-' * (year < 0)}{abs(year):04}-{month:02}-{day:02}"


@cache
def parsed(date):
    with redirect_stdout(StringIO()):
        return parse_edtf(date)


def edtf_validate(date):
    with redirect_stdout(StringIO()):
        try:
            return "taken" if is_valid(date) else REFUSED
        except Exception:
            return REFUSED
