"""The check of dates finds a program that reads them otherwise, and a page of differences that is not true."""

import random

import pytest

from checks.oracles.dates.calendars import faults, made
from checks.oracles.dates.main import cases, compare
from checks.oracles.dates.periods import Term, before, within
from checks.oracles.dates.readers import REFUSED, edtf, edtf_validate

DAY = "1944-08-05 … 1944-08-05"
REASONS = "| reason | why |\n| --- | --- |\n| other | It is another. |\n"


def page(*differing):
    return REASONS + "\n| date | akistata | edtf | edtf-validate | reason |\n| --- | --- | --- | --- | --- |\n" + "\n".join(differing)


@pytest.mark.parametrize("date, days, taken", [
    ("1944-08-05", DAY, "taken"), ("1944-02-30", REFUSED, REFUSED), ("1944/..", "1944-01-01 … open", "taken"),
    ("/1944-08", "open … 1944-08-31", "taken"), ("-0330", "-0330-01-01 … -0330-12-31", "taken"), ("nope", REFUSED, REFUSED),
    ("Y17000", "Y17000-01-01 … Y17000-12-31", "taken"),
])
def test_other_packages_are_asked(date, days, taken):
    assert (edtf(date), edtf_validate(date)) == (days, taken)


def test_what_is_alike_has_no_fault():
    assert not list(compare(["1944-08-05"], {"1944-08-05": DAY}, page("")[len(REASONS):]))


@pytest.mark.parametrize("told, row, fault", [
    (REFUSED, "", "| ? |"),
    ("1944-08-05 … 1944-08-06", "", "| ? |"),
    (REFUSED, f"| `1944-08-05` | {DAY} | {DAY} | taken | other |", "| other |"),
    (REFUSED, f"| `1944-08-05` | {REFUSED} | {DAY} | taken | none |", "is not given"),
    (DAY, f"| `1944-08-05` | {DAY} | {DAY} | taken | other |", "differs no longer"),
    (DAY, f"| `1944` | {DAY} | {DAY} | taken | other |", "is no case"),
    (DAY, "", "is no reason"),
])
def test_a_difference_that_is_not_explained_is_a_fault(told, row, fault):
    assert fault in " ".join(compare(["1944-08-05"], {"1944-08-05": told}, page(row)))


def test_a_difference_that_is_explained_is_none():
    row = f"| `1944-08-05` | {REFUSED} | {DAY} | taken | other |"
    assert not list(compare(["1944-08-05"], {"1944-08-05": REFUSED}, page(row)))


def test_no_date_is_asked_twice():
    dates = cases()
    assert len(dates) > 300 and len(set(dates)) == len(dates)


def test_a_day_of_another_calendar_that_is_off_by_one_is_a_fault():
    dates = made(random.Random(1), 50)
    assert not list(faults(dates, dates))
    for name, (first, last) in dates.items():
        assert list(faults({name: (first, last)}, {name: (first, "1900-01-01")}))


@pytest.mark.parametrize("inner, outer, bound, verdict", [
    ("event 1944-02", "statistic 1944", "both", "consistent"),
    ("event 1944-02", "statistic 1944-02-10/1944-03", "both", "within-rounding"),
    ("statistic 1944-02", "statistic 1944-02-10/1944-03", "both", "contradiction"),
    ("statistic 1847", "event 1847-03", "both", "contradiction"),
    ("statistic 1847-01/1847-12", "event 1847-03", "both", "contradiction"),
    ("event 1241~", "event 1241", "both", "unresolved"),
    ("event 1241~", "event 1243", "both", "contradiction"),
    ("event 1944-05", "event 1941/..", "both", "consistent"),
    ("event 1944-02/1944-03~", "statistic 1944-02-10/1945", "both", "within-rounding"),
    ("event 1944-02/1944-03~", "statistic 1944-02-10/1944-03", "both", "unresolved"),
    ("event 1944-02/1944-03~", "statistic 1944-02-10/1944-03", "start", "within-rounding"),
    ("event 1943-24", "event 1944-01/1944-02", "both", "within-rounding"),
    ("event 1345", "event [1340,1350]", "both", "contradiction"),
    ("event 1345", "event [1340,1350]", "start", "consistent"),
    ("event [1340-05,1350]", "event [1340,1350]", "both", "consistent"),
    ("event [1340,1345]", "event [1340,1350]", "both", "within-rounding"),
    ("statistic 1340-12/1341-02", "event [1340,1341]", "both", "consistent"),
    ("statistic 1340-12/1341-02", "event [1340,1342]", "both", "contradiction"),
])
def test_a_period_lies_within_another_by_every_day(inner, outer, bound, verdict):
    assert within(Term(*inner.split()), Term(*outer.split()), bound) == verdict


@pytest.mark.parametrize("earlier, later, gap, verdict", [
    ("event 1944-11/1944-12-06", "event 1944-11", (1, 9999), "contradiction"),
    ("event 1944-11-30", "event 1944-12-01", (1, 9999), "consistent"),
    ("event 1944-11-30", "event 1944-11-30", (1, 9999), "contradiction"),
    ("event 1944-11", "event 1944-11-15", (1, 9999), "within-rounding"),
    ("event 1944-11~", "event 1944-11-15", (1, 9999), "unresolved"),
    ("event 1944-11-01", "event 1944-11-30", (10, 20), "contradiction"),
    ("event 1944-11-01", "event 1944-11-15", (10, 20), "consistent"),
    ("event 1944-11-01", "event [1944-11-03,1944-11-30]", (10, 20), "contradiction"),
    ("event 1944-11-01", "event [1944-11-13,1944-11-30]", (10, 20), "within-rounding"),
])
def test_a_period_is_before_another_by_every_day(earlier, later, gap, verdict):
    assert before(Term(*earlier.split()), Term(*later.split()), gap) == verdict
