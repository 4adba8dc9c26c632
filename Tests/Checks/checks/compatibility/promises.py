"""What may not change within a version of the API, held against what was frozen: each fault in words."""

from collections import defaultdict
from urllib.parse import urldefrag

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from ..crawl.main import whole

# The one list of words in answers that gets no more of them.
CLOSED = "/verdict"


def faults_of_paths(old, new):
    for path, before in old.items():
        now = new.get(path)
        if now is None:
            yield f"{path} is gone"
            continue
        if before["schema"] != now["schema"]:
            yield f"{path} was described by {before['schema']}, now by {now['schema']}"
        for kind in before["types"]:
            if kind not in now["types"]:
                yield f"{path}: no {kind} any more"
        if now["types"][:1] != before["types"][:1]:
            yield f"{path}: the first form was {before['types'][0]}"
        for column in before.get("columns", []):
            if column not in now.get("columns", []):
                yield f"{path}: the column {column} is gone"
        for name, shape in before["parameters"].items():
            yield from (f"{path}: the parameter {name} {fault}" for fault in faults_of_parameter(shape, now["parameters"].get(name)))
        for name in now["parameters"].keys() - before["parameters"].keys():
            if now["parameters"][name]["required"]:
                yield f"{path}: the parameter {name} is new and required"


def faults_of_parameter(old, new):
    """What a client could send and no longer can."""
    if new is None:
        yield "is gone"
        return
    if new["required"] and not old["required"]:
        yield "is required now"
    if old["repeats"] and not new["repeats"]:
        yield "is to be given once now"
    for member in ("in", "type", "format"):
        if old.get(member) != new.get(member):
            yield f"had the {member} {old.get(member)}, now {new.get(member)}"
    if new.get("enum") and (lost := [word for word in old.get("enum", new["enum"]) if word not in new["enum"]]):
        yield f"does not take {', '.join(lost)} any more"
    if "enum" in new and "enum" not in old:
        yield "takes some words alone now"
    for member, isless in (("minimum", -1), ("maximum", 1)):
        if member in new and (member not in old or isless * new[member] < isless * old[member]):
            yield f"had the {member} {old.get(member)}, now {new[member]}"


def members(schemas, name):
    """What a schema says at each place of an answer, such as `data.claims[].value`: sets of types, words, formats and of
    members that are always there."""
    places = defaultdict(lambda: defaultdict(set))

    def walk(node, file, place, trail):
        said = places[place]
        if "$ref" in node:
            target, pointer = urldefrag(node["$ref"])
            target = target or file
            if (target, pointer) not in trail:
                # What it led to may be gone: then nothing is said of it.
                part = schemas.get(target, {})
                for step in pointer.split("/")[1:]:
                    part = part[int(step)] if isinstance(part, list) else part.get(step, {})
                walk(part, target, place, trail | {(target, pointer)})
            if pointer.endswith(CLOSED):
                said["closed"].add(True)
        types = node.get("type", [])
        said["type"] |= {types} if isinstance(types, str) else set(types)
        said["words"] |= set(node.get("enum", []))
        said["format"] |= {node["format"]} if "format" in node else set()
        said["always"] |= set(node.get("required", []))
        for member, part in node.get("properties", {}).items():
            walk(part, file, f"{place}.{member}", trail)
        for keyword, step in (("items", "[]"), ("additionalProperties", "{}")):
            if isinstance(node.get(keyword), dict):
                walk(node[keyword], file, place + step, trail)
        for place_of, part in enumerate(node.get("prefixItems", [])):
            walk(part, file, f"{place}[{place_of}]", trail)
        for keyword in ("anyOf", "oneOf", "allOf"):
            for part in node.get(keyword, []):
                walk(part, file, place, trail)

    walk(schemas[name], name, "", frozenset())
    return places


def faults_of_schemas(old, new):
    for name in sorted(old):
        if name not in new:
            yield f"{name} is gone"
        elif name.startswith("answer-") or name == "problem.json":
            yield from (f"{name}: {fault}" for fault in faults_of_members(members(old, name), members(new, name)))


def faults_of_members(old, new):
    """What a client was told of an answer and no longer holds."""
    gone = []
    for place, before in old.items():
        if place not in new:
            if not any(place.startswith(other) for other in gone):
                gone.append(place)
                yield f"{place} is gone"
            continue
        now = new[place]
        allowed = before["type"] | ({"integer"} if "number" in before["type"] else set())
        if before["type"] and (not now["type"] or now["type"] - allowed):
            yield f"{place} was {said(before['type'])}, now {said(now['type'])}"
        if lost := before["words"] - now["words"]:
            yield f"{place} is not {said(lost)} any more"
        if before["closed"] and (more := now["words"] - before["words"]):
            yield f"{place} can be {said(more)}, and the list was closed"
        if before["format"] != now["format"]:
            yield f"{place} had the format {said(before['format'])}, now {said(now['format'])}"
        if lost := before["always"] - now["always"]:
            yield f"{place} does not always have {said(lost)} any more"


def said(words):
    return ", ".join(sorted(words)) or "anything"


class Readers:
    """Clients that were written when the schemas were frozen: they pass over members, and words of open lists, that they
    do not know."""

    def __init__(self, schemas):
        opened = {name: tolerant(whole(schema)) for name, schema in schemas.items()}
        self.registry = Registry().with_resources((name, DRAFT202012.create_resource(schema)) for name, schema in opened.items())

    def faults(self, value, name):
        validator = Draft202012Validator(
            {"$ref": name}, registry=self.registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
        return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def tolerant(schema, name=""):
    """A schema as such a client reads it."""
    if isinstance(schema, list):
        return [tolerant(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {}
    for keyword, value in schema.items():
        if keyword == "minItems" and schema.get("maxItems") != value:
            # Whoever reads a list is ready for an empty one, but a pair stays a pair.
            continue
        if keyword == "enum" and not ("/" + name).endswith(CLOSED):
            read["type"] = [kind for kind, has in (("string", str), ("null", type(None))) if any(isinstance(word, has) for word in value)]
        elif value is not False or keyword not in ("additionalProperties", "unevaluatedProperties"):
            # Where members may be added, several of the choices can fit.
            read["anyOf" if keyword == "oneOf" else keyword] = tolerant(value, keyword)
    return read
