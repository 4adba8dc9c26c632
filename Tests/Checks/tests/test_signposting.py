"""A signpost that is missing, or leads astray, is found."""

from email.message import Message

import pytest

from checks import signposting
from checks.harness.http import Answer

HOST = "http://a.example"
LINKS = {
    "type": "<https://schema.org/WebPage>; rel=\"type\"", "author": "</about>; rel=\"author\"", "license": "<https://l.example/>; rel=\"license\"",
    "cite-as": "</@1.0.0/events>; rel=\"cite-as\"", "item": "</events.csv>; rel=\"item\"; type=\"text/csv\"",
    "describedby": "</events.jsonld>; rel=\"describedby\"; type=\"application/ld+json\"",
}


def answer(kind="text/html", status=200, links=()):
    fields = Message()
    fields["Content-Type"] = kind
    for link in links:
        fields["Link"] = link
    return Answer(status, fields, b"")


@pytest.fixture
def found(monkeypatch):
    """The faults of a page whose links, and what they lead to, are changed."""
    def run(path="/events", links=None, **others):
        pages = {
            "/events": answer(links=(LINKS | (links or {})).values()), "/about": answer(), "/events.csv": answer("text/csv"),
            "/events.jsonld": answer("application/ld+json"), "/@1.0.0/events": answer(links=LINKS.values()),
        } | others
        pages |= {path: pages["/events"]}
        monkeypatch.setattr(signposting, "get", lambda url, **fields: pages.get(url.removeprefix(HOST), answer(status=404)))
        return list(signposting.faults(HOST + path, path))
    return run


def test_a_page_with_all_of_them_is_good(found):
    assert found() == []


@pytest.mark.parametrize("name, fault", [
    ("author", "no author"), ("type", "no type"), ("license", "no license"), ("cite-as", "nothing to cite"), ("item", "no item or description"),
    ("describedby", "no item or description"),
])
def test_one_that_is_missing_is_found(found, name, fault):
    assert found(links={name: ""}) == [fault]


@pytest.mark.parametrize("path, fault", [("/docs", "to be cited, though"), ("/about", "items of what is no data")])
def test_one_too_many_is_found(found, path, fault):
    assert any(fault in found for found in found(path))


@pytest.mark.parametrize("target, other, fault", [
    ("/about", answer(status=404), "author http://a.example/about: 404"), ("/events.csv", answer("text/plain"), "text/plain, not text/csv"),
    ("/@1.0.0/events", answer(), "says None of itself"), ("/events.jsonld", answer("application/json"), "not application/ld+json"),
])
def test_one_that_leads_astray_is_found(found, target, other, fault):
    assert any(fault in found for found in found(**{target: other}))


def test_a_pinned_page_that_cites_another_is_found(found):
    assert any("another is to be cited" in fault for fault in found("/@1.1.0/events"))
