"""The people of the scenarios notice what is broken, and say it."""

import json
import os
import subprocess
from email.message import Message
from types import SimpleNamespace

import pytest

from checks.deploy.capacity import family, spent
from checks.deploy.clients import Citer, Crowd, Reader, Walker
from checks.deploy.hosts import Loopback
from checks.deploy.site import make_version
from checks.harness.http import Answer

EDGE = SimpleNamespace(host=SimpleNamespace(address="127.0.0.1"), port=1)


def answer(body=None, status=200, **fields):
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return Answer(status, message, json.dumps(body).encode())


def page(ids, following=None, total=4, version="1.0.0"):
    return answer({"data": [{"id": id} for id in ids], "meta": {"total": total, "version": version}, "links": {"next": following}})


def told(person, *answers):
    """What a person says of these answers, one after the other."""
    waiting = list(answers)

    def get(path, fields):
        found = waiting.pop(0)
        if isinstance(found, Exception):
            raise found
        return found
    person.client.get = get
    person.once()
    assert not waiting
    return list(person.failures)


@pytest.mark.parametrize("pages, fault", [
    ([page("ab", "/next"), page("cd")], None), ([page("ab", "/next"), page("bd")], "found 3 of 4"), ([page("ab", "/next"), page("c")], "found 3 of 4"),
    ([page("abcd", "/next"), page("a")], "found 4 of 4"), ([page("ab", "/next"), page("cd", version="1.1.0")], "1.1.0"),
    ([page("ab", "/next"), answer(status=404)], "404 /next"), ([page("ab", "/next"), ConnectionResetError()], "ConnectionResetError /next"),
])
def test_a_walk_that_does_not_find_every_record_once_in_one_version_is_told(pages, fault):
    found = told(Walker(EDGE, None), *pages)
    assert len(found) == 1 and fault in found[0] if fault else not found


CITED = answer(link='</x>; rel="first", <https://akistata.example/@1.0.0/events/a#b>; rel="cite-as"')
HTML, JSON = answer(content_type="text/html; charset=utf-8"), answer(content_type="application/json")


@pytest.mark.parametrize("answers, fault", [
    ([CITED, HTML, JSON], None), ([answer(link="")], "no cite-as"), ([CITED, HTML, HTML], "/@1.0.0/events/a is text/html"),
    ([CITED, answer(status=410), JSON], "410 /@1.0.0/events/a"),
])
def test_a_citation_that_leads_nowhere_is_told(answers, fault):
    found = told(Citer(EDGE, None, 0, ["/a"]), *answers)
    assert found == ([fault] if fault else [])


def test_what_is_asked_of_a_crowd_is_added_up():
    one, other = (Reader(EDGE, None, 0, ["/a"]) for _ in range(2))
    told(one, answer(etag='"a"'))
    told(other, answer(etag='W/"b-gzip"'))
    told(other, answer(status=503))
    crowd = Crowd([one, other])
    assert crowd.asked == 3 and crowd.tags() == {("/a",): {"a", "b"}} and crowd.faults() == ["1 times 503 /a"]


def test_nobody_behind_an_address_is_a_failure():
    reader = Reader(EDGE, None, 0, ["/a"])
    assert reader.get("/a") is None and reader.failures


def test_a_process_costs_what_its_children_cost():
    with subprocess.Popen(["sleep", "60"]) as child:
        assert {os.getpid(), child.pid} <= family(os.getpid()) and spent(os.getpid()) > 0
        child.kill()


def test_hosts_have_addresses_of_their_own():
    with Loopback() as hosts:
        one, other = hosts.host(), hosts.host()
        assert one.address != other.address and one.port(80) != 80


def test_a_version_names_itself(tmp_path):
    make_version(tmp_path / "new", "1.1.0", "2026-11-29")
    assert json.loads((tmp_path / "new/dataset.json").read_text())["version"] == "1.1.0"
    assert json.loads((tmp_path / "new/changes.json").read_text())["changes"][0]["version"] == "1.1.0"
