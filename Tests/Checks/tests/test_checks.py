"""That the parts of the checks which judge can fail."""

import pytest

from checks import clients
from checks.__main__ import CHECKS, description
from checks.costs.proportion import holds
from checks.crawl.parsers import PARSERS
from checks.differential.main import cases, h11_outcome, outcome
from checks.tables import aligned


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_says_what_it_does(name):
    assert description(name)


@pytest.mark.parametrize("media, text", [
    ("application/json", "{"), ("application/x-ndjson", '{"a":1}\n{'), ("text/csv", "a,b\r\n1\r\n"), ("text/csv", ""),
    ("application/ld+json", "{}"), ("application/vnd.vegalite.v5+json", '{"mark":"nothing"}'),
    ("application/vnd.citationstyles.csl+json", "[]"), ("application/x-bibtex", "nothing"),
    ("application/x-research-info-systems", ""), ("text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ("application/geo+json", '{"type": "FeatureCollection", "features": []}'),
    ("text/plain", "a\x07b"), ("application/schema+json", '{"type": "nothing"}'),
    ("application/vnd.oai.openapi+json", '{"openapi": "3.1.0"}'), ("text/css", "a { color: red"), ("text/css", ""),
    ("text/javascript", "let a = ;"), ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"), ("application/xml", "<a>"),
])
def test_a_body_that_its_type_does_not_fit_is_found(media, text):
    with pytest.raises(Exception):
        list(PARSERS[media](text))


def test_bytes_that_are_no_picture_are_found():
    with pytest.raises(AssertionError):
        PARSERS["image/png"](b"GIF89a")


def test_links_are_found():
    assert "/a" in PARSERS["text/html"]("<a href='/a'>a</a>") and "/b" in PARSERS["application/json"]('{"links": ["/b"]}')


@pytest.mark.parametrize("data, expected", [
    (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "ok"), (b"GET / HTTP/1.1\r\n\r\n", "400"), (b"GET / HTTP/1.1\r\n", "-"),
])
def test_h11_is_asked(data, expected):
    assert h11_outcome(data) == expected


def test_an_outcome_is_a_word_for_each_message():
    assert outcome(b"HTTP/1.1 404 N\r\n\r\nHTTP/1.1 400 B\r\n\r\n") == "ok 400" and outcome(b"") == "-"


def test_names_of_cases_are_told_apart():
    names = [name for name, _ in cases()]
    assert len(names) > 300 and len(set(names)) == len(names)


@pytest.mark.parametrize("page, good", [
    ("A      B\n────── ─\none    1\ntwo    2\n", True), ("A      B\n────── ─\none      1\n戦争戦争 2\n", False),
])
def test_a_column_that_is_not_in_line_is_found(page, good):
    assert aligned(page)[0] is good


@pytest.mark.parametrize("costs, good", [
    ((1e6, 2e6, 4e6), True), ((1e6, 2e6, 6e6), False), ((1e6, 1.1e6, 2.5e6), False),
])
def test_work_out_of_proportion_is_found(costs, good):
    counts = [("200", costs[2]), *(("200", cost) for cost in costs)]
    assert holds(counts) is good
    assert not holds([*counts[:3], ("400", costs[2])])


@pytest.mark.parametrize("code, expected, fault", [
    ("printf a", "a\n", None), ("echo a", "a\n", None), ("echo a", None, None), ("echo a", "b\n", "printed 'a"),
    ("exit 3", None, "exit code 3"), ("echo a > a.png", None, "a.png is no picture"),
])
def test_a_snippet_that_does_not_do_what_it_says_is_found(code, expected, fault):
    faults = clients.run("sh", code, expected, 0)
    assert fault in faults[0] if fault else not faults
