"""What breaks a promise is found, and what may change is not."""

import copy
import json

import pytest

from checks.compatibility.main import FROZEN, written
from checks.compatibility.promises import Readers, faults_of_paths, faults_of_schemas
from checks.compatibility.surface import bare, shared

SHAPE = {"in": "query", "required": False, "repeats": True, "type": "string"}
PATHS = {
    "/api/v1/a": {
        "schema": "answer-a.json", "types": ["application/json", "text/csv"],
        "parameters": {"kind": SHAPE | {"enum": ["x", "y"]}, "limit": SHAPE | {"type": "integer", "minimum": 1, "maximum": 9}, "q": SHAPE},
    },
    "/api/v1/a.csv": {"schema": None, "types": ["text/csv"], "parameters": {}, "columns": ["id", "kind"]},
}
SCHEMAS = {
    "answer-a.json": {
        "type": "object", "required": ["data"], "additionalProperties": False,
        "properties": {"data": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/part"}]}}},
        "$defs": {
            "a": {"$ref": "#/$defs/part", "required": ["id", "verdict"]},
            "part": {
                "type": "object", "additionalProperties": False,
                "properties": {
                    "id": {"type": "string"}, "day": {"type": "string", "format": "date"}, "value": {"type": ["number", "null"]},
                    "kind": {"enum": ["x", "y"]}, "verdict": {"$ref": "other.json#/$defs/verdict"},
                    "within": {"$ref": "#/$defs/part"}, "note": {"oneOf": [{"type": "string"}, {"type": "null"}]},
                },
            },
        },
    },
    "other.json": {"$defs": {"verdict": {"enum": ["holds", "fails"]}}},
}
PARAMETERS = ("/api/v1/a", "parameters")
PROPERTIES = ("answer-a.json", "$defs", "part", "properties")


def changed(value, *steps):
    """The value with another at the last of the steps but one; without it where that is None."""
    *way, name, new = steps
    value = place = copy.deepcopy(value)
    for step in way:
        place = place[step]
    if new is None:
        del place[name]
    else:
        place[name] = new
    return value


def test_nothing_is_found_where_nothing_changed():
    assert not list(faults_of_paths(PATHS, PATHS)) and not list(faults_of_schemas(SCHEMAS, SCHEMAS))


@pytest.mark.parametrize("steps, fault", [
    (("/api/v1/a", None), "is gone"), ((*PARAMETERS, "q", None), "the parameter q is gone"),
    ((*PARAMETERS, "kind", "enum", ["x"]), "does not take y"), ((*PARAMETERS, "q", "enum", ["x"]), "takes some words alone"),
    ((*PARAMETERS, "q", "required", True), "is required"), ((*PARAMETERS, "new", SHAPE | {"required": True}), "is new and required"),
    ((*PARAMETERS, "q", "type", "integer"), "had the type string"), ((*PARAMETERS, "q", "format", "edtf"), "had the format None"),
    ((*PARAMETERS, "q", "repeats", False), "once"), ((*PARAMETERS, "limit", "maximum", 8), "had the maximum 9"),
    ((*PARAMETERS, "limit", "minimum", 2), "had the minimum 1"), ((*PARAMETERS, "q", "maximum", 8), "had the maximum None"),
    (("/api/v1/a", "types", ["application/json"]), "no text/csv"), (("/api/v1/a", "types", ["text/csv", "application/json"]), "first"),
    (("/api/v1/a", "schema", "answer-b.json"), "described by"), (("/api/v1/a.csv", "columns", ["id", "other"]), "column kind"),
])
def test_what_a_client_can_no_longer_ask_for_is_found(steps, fault):
    faults = list(faults_of_paths(PATHS, changed(PATHS, *steps)))
    assert len(faults) == 1 and fault in faults[0]


@pytest.mark.parametrize("steps", [
    ("/api/v1/b", PATHS["/api/v1/a"]), (*PARAMETERS, "new", SHAPE), (*PARAMETERS, "kind", "enum", ["z", "y", "x"]),
    (*PARAMETERS, "limit", "maximum", 10), ("/api/v1/a", "types", ["application/json", "text/plain", "text/csv"]),
    ("/api/v1/a.csv", "columns", ["new", "kind", "id"]),
])
def test_what_is_new_to_ask_for_is_no_fault(steps):
    assert not list(faults_of_paths(PATHS, changed(PATHS, *steps)))


@pytest.mark.parametrize("steps, fault", [
    (("answer-a.json", None), "is gone"), ((*PROPERTIES, "id", None), ".data[].id is gone"),
    ((*PROPERTIES, "id", {"type": "integer"}), ".data[].id was string, now integer"),
    ((*PROPERTIES, "id", {"type": ["string", "null"]}), "was string, now null, string"), ((*PROPERTIES, "id", {}), "now anything"),
    ((*PROPERTIES, "kind", {"enum": ["x"]}), "is not y any more"), ((*PROPERTIES, "kind", {"type": "string"}), "is not x, y any more"),
    (("other.json", "$defs", "verdict", {"enum": ["holds", "fails", "other"]}), "the list was closed"),
    ((*PROPERTIES, "day", {"type": "string"}), "had the format date"),
    (("answer-a.json", "$defs", "a", "required", ["id"]), "does not always have verdict"),
    ((*PROPERTIES, "within", None), ".data[].within is gone"),
])
def test_what_an_answer_no_longer_is_is_found(steps, fault):
    faults = list(faults_of_schemas(SCHEMAS, changed(SCHEMAS, *steps)))
    # What is said of a record is said of the one within it.
    assert 1 <= len(faults) <= 2 and fault in faults[0]


@pytest.mark.parametrize("steps", [
    (*PROPERTIES, "new", {"type": "string"}), (*PROPERTIES, "kind", {"enum": ["z", "x", "y"]}), (*PROPERTIES, "value", {"type": "integer"}),
    ("answer-a.json", "$defs", "a", "required", ["id", "verdict", "kind"]), ("answer-b.json", {"type": "object"}),
])
def test_what_an_answer_says_besides_is_no_fault(steps):
    assert not list(faults_of_schemas(SCHEMAS, changed(SCHEMAS, *steps)))


@pytest.mark.parametrize("record, good", [
    ({"id": "a", "verdict": "holds"}, True), ({"id": "a", "verdict": "holds", "new": 1, "kind": "new"}, True), ({"verdict": "holds"}, False),
    ({"id": 1, "verdict": "holds"}, False), ({"id": "a", "verdict": "new"}, False), ({"id": "a", "verdict": "holds", "kind": 1}, False),
    ({"id": "a", "verdict": "holds", "day": "yesterday"}, False), ({"id": "a", "verdict": "holds", "within": {"id": 1}}, False),
])
def test_an_answer_is_read_as_a_client_of_then_reads_it(record, good):
    assert bool(Readers(SCHEMAS).faults({"data": [record], "more": {}}, "answer-a.json")) is not good


@pytest.mark.parametrize("value, good", [([], True), (["a"], True), ([1], False)])
def test_a_list_may_be_empty_but_a_pair_stays_a_pair(value, good):
    words = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    schemas = {"list.json": words, "pair.json": words | {"minItems": 2, "maxItems": 2}}
    assert bool(Readers(schemas).faults(value, "list.json")) is not good
    assert Readers(schemas).faults(value, "pair.json")


def test_words_of_one_dataset_are_no_promise():
    found = [{"q": SHAPE | {"enum": words}, **others} for words, others in ((["x", "y"], {"r": SHAPE}), (["y", "z"], {}))]
    assert shared(found) == {"q": SHAPE | {"enum": ["y"]}}
    assert shared([{"q": SHAPE | {"enum": [word]}} for word in "xz"]) == {"q": SHAPE}


def test_a_member_may_be_called_as_prose_is():
    assert bare({"title": "A", "properties": {"title": {"type": "string", "description": "B"}}}) == {"properties": {"title": {"type": "string"}}}


def test_what_is_frozen_is_there_and_finds_a_fault():
    frozen = json.loads(FROZEN.read_text())
    assert len(frozen["paths"]) > 100 and len(frozen["schemas"]) > 20 and json.loads(written(frozen)) == frozen
    without = changed(frozen["schemas"], "answer-statistic.json", "$defs", "part", "properties", "contested", None)
    assert "answer-statistic.json: .data.contested is gone" in list(faults_of_schemas(frozen["schemas"], without))
    assert list(faults_of_paths(frozen["paths"], changed(frozen["paths"], "/api/v1/search", "parameters", "q", None)))
