"""Tests of the program name no record that ships: what is planted is found, and nothing else."""

import json

import pytest

from checks import shipped
from checks.harness.server import ROOT

DATASET = {"id": "a-history-of-all", "vocabularies": {"places": [{"id": "somewhere-far-away"}, {"id": "short-one"}]}}
STATISTICS = {"statistics": [{"id": "counted-in-1900", "claims": [{"id": "counted-in-1900-main"}]}, {"id": "withoutanyhyphen"}]}


@pytest.fixture
def found(tmp_path):
    """What is found in a test with some text, by its name."""
    folder = tmp_path / "datasets/one"
    folder.mkdir(parents=True)
    (folder / "dataset.json").write_text(json.dumps(DATASET))
    (folder / "statistics.json").write_text(json.dumps(STATISTICS))

    def run(text, name="APITests/SomeTests.swift"):
        path = tmp_path / "Tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return shipped.named(tmp_path / "Tests", tmp_path / "datasets")
    return run


@pytest.mark.parametrize("text, id", [
    ('get("/statistics/counted-in-1900.csv?lang=lt")', "counted-in-1900"), ('"counted-in-1900-main"', "counted-in-1900-main"),
    ("place=somewhere-far-away&x", "somewhere-far-away"),
])
def test_a_planted_id_is_found_with_its_place(found, text, id):
    assert found("// one\n" + text) == [f"APITests/SomeTests.swift:2 names {id}"]


@pytest.mark.parametrize("text", [
    "a-history-of-all", "short-one", "withoutanyhyphen", "counted-in-1900s", "counted-in-1900-other", "not-counted-in-1900",
])
def test_what_is_no_record_is_not_found(found, text):
    assert found(text) == []


@pytest.mark.parametrize("name", sorted(shipped.EXCEPTIONS) + ["Benchmarks/.build/checkouts/a.swift"])
def test_exceptions_may_name_them(found, name):
    assert found("counted-in-1900", name) == []


def test_nothing_to_compare_with_fails(tmp_path):
    assert shipped.named(tmp_path, tmp_path / "nowhere") != []


def test_the_exceptions_are_there():
    assert all((ROOT / "Tests" / name).is_file() for name in shipped.EXCEPTIONS)
