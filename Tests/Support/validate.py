"""Asks the published schemas about texts of dataset files.

Usage: validate.py SCHEMAS < ROWS. Every row is a JSON object: {"schema": "events.json", "text": …} for the text of a file,
or {"schema": "common.json#/$defs/edtf", "value": …} for one value. Prints 1 or 0 for each row: accepted or refused.
"""

import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
except ImportError:
    sys.exit("Python's jsonschema is needed: pip install 'jsonschema>=4.18'")


def unrepeated(pairs):
    """RFC 8259 leaves names that occur twice to the reader: both readers refuse them."""
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name twice")
    return members


def refuse(constant):
    raise ValueError(constant)


schemas = [json.loads(path.read_text()) for path in pathlib.Path(sys.argv[1]).glob("*.json")]
registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in schemas])
validators = {}
for schema in schemas:
    Draft202012Validator.check_schema(schema)
for line in sys.stdin:
    row = json.loads(line)
    reference = row["schema"]
    if reference not in validators:
        validators[reference] = Draft202012Validator({"$ref": reference}, registry=registry)
    try:
        text = row.get("text")
        value = row["value"] if text is None else json.loads(
            text, object_pairs_hook=unrepeated, parse_constant=refuse)
        print(int(validators[reference].is_valid(value)))
    except (ValueError, RecursionError):
        print(0)
