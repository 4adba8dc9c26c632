"""Where tests of the program name records of the datasets that ship. They use a small dataset made for them, so that a history
can be corrected without touching them, and read without knowing it."""

import json
import re

# Tests of the shipped dataset.
EXCEPTIONS = {f"ArchiveTests/{name}.swift" for name in ("RealDataset", "RealDatasetTests", "WorkedByHandTests")}
# What is shorter, or one word, may be meant otherwise.
LEAST = 12


def ids(value):
    """Every id within a JSON value."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for member in value.values():
            yield from ids(member)
    elif isinstance(value, list):
        for element in value:
            yield from ids(element)


def records(datasets):
    """The telling ids of all datasets, without those of the datasets themselves: these are names of folders."""
    found, own = set(), set()
    for path in datasets.glob("*/*.json"):
        value = json.loads(path.read_text())
        found |= set(ids(value))
        if path.name == "dataset.json":
            own.add(value["id"])
    return {name for name in found - own if "-" in name and len(name) >= LEAST}


def named(tests, datasets):
    """File, line and id of each place where a Swift file of the tests names a record, but for the exceptions."""
    known = sorted(records(datasets), key=len, reverse=True)
    if not known:
        return [f"no ids in {datasets}"]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?![\w-])")
    found = []
    for path in sorted(tests.rglob("*.swift")):
        name = path.relative_to(tests)
        if name.as_posix() in EXCEPTIONS or any(part.startswith(".") for part in name.parts):
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found += [f"{name}:{number} names {id}" for id in pattern.findall(line)]
    return found
