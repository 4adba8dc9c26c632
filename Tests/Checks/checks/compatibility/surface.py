"""What programs can rely on: the paths of the API, their parameters, media types and columns, and the schemas of the answers.

It is read from servers of several datasets, and what differs between them is left out: it is of the data."""

import csv
import re

SCHEMAS = "/api/v1/schemas"
# Words for people, which may change.
PROSE = {"title", "description", "examples"}
SHAPE = ("type", "enum", "minimum", "maximum", "format")
# Where another program is installed.
OPTIONAL = "image/png"


def surface(*servers):
    """The surface that all servers share."""
    documents = [server.get("/api/v1/openapi.json").json() for server in servers]
    paths = {}
    for path in documents[0]["paths"]:
        content = documents[0]["paths"][path]["get"]["responses"]["200"]["content"]
        types = [kind for kind in content if kind != OPTIONAL]
        if not types or not all(path in document["paths"] for document in documents):
            continue
        schema = next((value["schema"]["$ref"] for value in content.values() if "$ref" in value["schema"]), None)
        paths[path] = {
            "schema": schema and schema.rpartition("/")[2] + ".json", "types": types,
            "parameters": shared([parameters(document, path) for document in documents]),
        }
        if path.endswith(".csv"):
            found = [columns(server, target(path, document)) for server, document in zip(servers, documents)]
            paths[path]["columns"] = [name for name in found[0] if all(name in other for other in found)]
    return {"paths": paths, "schemas": schemas(servers[0])}


def described(document, path):
    """The parameters of a path, without references."""
    for parameter in document["paths"][path]["get"]["parameters"]:
        name = parameter.get("$ref", "").rpartition("/")[2]
        yield document["components"]["parameters"][name] if name else parameter


def parameters(document, path):
    """The shape of each parameter of a path."""
    shapes = {}
    for parameter in described(document, path):
        schema = parameter["schema"]
        value = schema.get("items", schema)
        shapes[parameter["name"]] = {"in": parameter["in"], "required": parameter.get("required", False), "repeats": "items" in schema,
                                     **{member: value[member] for member in SHAPE if member in value}}
    return shapes


def shared(found):
    """The parameters that all datasets have, with the words that all of them know: those of the program."""
    common = {}
    for name, shape in found[0].items():
        others = [other[name] for other in found if name in other]
        if len(others) == len(found):
            words = [word for word in shape.get("enum", []) if all(word in other.get("enum", []) for other in others)]
            common[name] = {member: value for member, value in shape.items() if member != "enum"} | ({"enum": words} if words else {})
    return common


def target(path, document):
    """A path with the examples of the description for its segments, and the query that it requires."""
    query = []
    for parameter in described(document, path):
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", parameter.get("example", "{}"))
        elif parameter.get("required"):
            query.append(f"{parameter['name']}={parameter.get('example', '/')}")
    return "?".join([path, *["&".join(query)][:len(query)]])


def columns(server, path):
    if "{" in path:
        return []
    return next(csv.reader(server.get(path).text.splitlines()), [])


def schemas(server):
    """The schemas of the answers and of problems, and what these refer to, without words for people."""
    found, waiting = {}, [record["id"] for record in server.get(SCHEMAS).json()["data"]]
    waiting = [name for name in waiting if name.startswith("answer") or name == "problem.json"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            text = server.get(f"{SCHEMAS}/{name}")
            found[name] = bare(text.json())
            waiting += re.findall(r'"\$ref": ?"([\w-]+\.json)', text.text)
    return found


def bare(schema):
    """A schema without prose; the members that it describes may be called so."""
    if isinstance(schema, list):
        return [bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {name: {member: bare(part) for member, part in value.items()} if name in ("properties", "$defs") else bare(value)
            for name, value in schema.items() if name not in PROSE}
