"""What the comparison of an export finds."""

import hashlib
from pathlib import Path

import pytest

from checks.export.compared import Compared
from checks.export.files import Files, plain
from checks.export.main import manifest
from checks.harness.report import Report

ORIGIN = "https://river.example"


@pytest.fixture
def site(tmp_path):
    """Two pages and their data, in two languages."""
    for name in ("index.html", "events/index.html", "events/flood/index.html", "api/v1/events.json", "api/v1/events/flood.json"):
        for folder in ("", "lt"):
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{folder} {name}")
    return tmp_path


def compared(site):
    found = Compared(Report(), Files(site, "en"), "", ORIGIN)
    found.faults = []
    return found


@pytest.mark.parametrize("path, name", [
    ("lt/events/flood/index.html", "events/flood"), ("/events/flood", "events/flood"), ("api/v1/events.csv", "api/v1/events"),
    ("lt", ""), ("/", ""), ("@1.0.0/index.html", "@1.0.0"), ("api/v1/@1.0.0.json", "api/v1/@1.0.0"),
    ("events/AbCdEfGhIjKlMnOpQrStUvWxYz012345/index.html", "events"),
    ("events/partisans-killed-by-4th-division/index.html", "events/partisans-killed-by-4th-division"),
])
def test_a_path_is_told_without_its_form(path, name):
    assert plain(path) == name


@pytest.mark.parametrize("name, target", [
    ("index.html", "/"), ("events/index.html", "/events?limit=1000"), ("@1.0.0/index.json", "/@1.0.0"),
    ("embed/flood/index.html", "/embed?id=flood"), ("embed/events/flood/index.html", "/embed/events/flood"),
    ("api/v1/events.csv", "/api/v1/events.csv"), ("404.html", None), ("search-index.js", None),
])
def test_a_file_is_what_the_server_answers(site, name, target):
    assert Files(site, "en").target(name) == target


@pytest.mark.parametrize("mine, theirs, faults", [
    ({"self": "events/flood.json"}, {"self": "/api/v1/events/flood"}, 0),
    ({"self": "events.json"}, {"self": "/api/v1/events/flood"}, 1),
    ({"self": "../nowhere.json"}, {"self": "/api/v1/events/flood"}, 1),
    ({"self": None}, {"self": "/healthz"}, 0), ({"self": None}, {"self": "/api/v1/events"}, 1),
    ({"low": 1}, {"low": 2}, 1), ({"low": 1}, {"low": 1, "high": 2}, 1), ([1], [1, 2], 1),
    ({"url": f"{ORIGIN}/events/flood/"}, {"url": f"{ORIGIN}/events/flood"}, 0),
    ({"url": f"{ORIGIN}/events/ebb/"}, {"url": f"{ORIGIN}/events/ebb"}, 1),
])
def test_a_value_differs_in_its_links_alone(site, mine, theirs, faults):
    found = compared(site)
    found.value("api/v1/events.json", mine, theirs, "")
    assert len(found.faults) == faults, found.faults


@pytest.mark.parametrize("mine, theirs, faults", [
    ('<a href="flood/index.html">The flood</a>', '<a href="/events/flood">The flood</a>', 0),
    ('<a href="flood/index.html">The ebb</a>', '<a href="/events/flood">The flood</a>', 1),
    ('<a href="../index.html">The flood</a>', '<a href="/events/flood">The flood</a>', 1),
    ('<a href="/events/flood">The flood</a>', '<a href="/events/flood">The flood</a>', 1),
    ("The flood", '<a href="/events/flood">The flood</a>', 1),
    ('<form class="builder">Try</form>', "", 0),
])
def test_a_page_differs_in_its_links_alone(site, mine, theirs, faults):
    found = compared(site)
    found.page("events/index.html", mine, theirs)
    assert len(found.faults) == faults, found.faults


def test_the_manifest_names_each_file_with_its_digest(site):
    names = [str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()]
    lines = [f"{hashlib.sha256(Path(site, name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (site / "manifest-sha256.txt").write_text("".join(lines))
    assert manifest(site) == []
    (site / "index.html").write_text("another")
    (site / "more.html").write_text("more")
    assert manifest(site) == ["more.html", "index.html"]


LIVE = """<p class="lead">Give one up.</p><form class="weigh"><ul><li><label><input type="checkbox"> <strong class="number">83</strong> of
<a href="/events">the flood</a></label></li></ul><details><strong class="number">25</strong></details><button>Go</button></form>"""


@pytest.mark.parametrize("mine, faults", [
    ('<p class="lead">Ask a server.</p><strong class="number">83</strong> of <a href="../events/index.html">the flood</a> '
     '<strong class="number">25</strong>', 0),
    ('<p class="lead">Ask a server.</p><strong class="number">83</strong> of the flood', 1),
    ('<strong class="number">83</strong> of the ebb <strong class="number">25</strong>', 1),
    ('<strong class="number">83</strong> <a href="../index.html">the flood</a> <strong class="number">25</strong>', 1),
])
def test_a_form_is_told_as_text_with_all_its_figures_and_nothing_else(site, mine, faults):
    (site / "weigh").mkdir()
    (site / "weigh/index.html").write_text(mine)
    found = compared(site)
    found.page("weigh/index.html", mine, LIVE)
    assert len(found.faults) == faults, found.faults
