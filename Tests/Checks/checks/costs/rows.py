"""What is asked: one row for each field, path and parameter, and each way to make it long."""

import re
from dataclasses import dataclass
from typing import Callable

# As they are by default, less what a request holds beside.
HEAD, TARGET, LINES = 16_384 - 300, 8_192 - 100, 100 - 4
LIST, PAGE = "/api/v1/events", "/about"

# A request's fields, whether the server reads them or passes them over.
FIELDS = (
    "Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Content-Length", "Content-Type",
    "Cookie", "Expect", "Forwarded", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
    "If-Unmodified-Since", "Keep-Alive", "Origin", "Range", "Referer", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    "User-Agent", "X-Forwarded-For", "X-Request-Id", "traceparent", "X-Unknown")
# Those whose values have members, parameters or a grammar of their own.
READ = {
    "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Content-Length", "Expect", "Host", "If-Match",
    "If-Modified-Since", "If-None-Match", "If-Range", "Range", "Transfer-Encoding", "traceparent"}
# What one whole value begins with, for the fields that read no further otherwise.
BEGINNINGS = {"Range": "bytes=", "traceparent": "00-", "Expect": "100-"}


def repeated(unit):
    """Whole units, in which # counts, of at most so many bytes together."""
    def made(size):
        if "#" not in unit:
            return unit * (size // len(unit))
        pieces, length = [], 0
        while length < size:
            pieces.append(unit.replace("#", str(len(pieces))))
            length += len(pieces[-1])
        return "".join(pieces[:-1])
    return made


# The ways in which a field's value is long.
VALUES = {
    "one word": "a", "digits": "9", "members": "a#,", "empty members": ",", "parameters": "a;b=c;",
    "qualities": "a#;q=0.5,", "hyphens": "a-", "subtags": "aa-", "tags": '"a#",', "open quotes": '"', "spaces": "a ",
    "ranges": "#-,", "pairs": "a#=b; ", "colons": ":"}
# The ways in which a piece of the target is long.
PIECES = {
    "one word": "a", "digits": "9", "words": "a#+", "members": "a#,", "quoted": "%22a#%22+", "open quotes": "%22",
    "letters with marks": "%C4%97", "signs": "("}
PATHS = PIECES | {
    "segments": "/a#", "empty segments": "/", "one letter": "/a", "parents": "/..", "encoded parents": "/%2e%2e",
    "dots": "."}
FEW = ("one word", "members")


@dataclass(frozen=True)
class Row:
    name: str
    # The request that holds so much.
    make: Callable
    most: int

    def requests(self):
        """Nearly all, twice: what is made when it is first wanted is there then, and so is an answer that is kept for all of
        them, where what is long is passed over. Then a quarter, half and all, each another one."""
        return [self.make(size) for size in (self.most - 8, self.most - 8, self.most // 4, self.most // 2, self.most)]


def request(target, *lines, host="localhost"):
    return "\r\n".join(
        [f"GET {target} HTTP/1.1", *([f"Host: {host}"] if host else []), "Connection: close", *lines, "", ""]).encode(
            "latin-1")


def rows(description, html):
    """`html` are the pages by their paths."""
    return [*fields(), *targets(description, html), *parameters(description, html)]


def fields():
    for name in FIELDS:
        for way, unit in VALUES.items():
            if name in READ or way in FEW:
                yield Row(f"{LIST} {name}: {way}", field(LIST, name, repeated(unit)), HEAD)
        yield Row(f"{LIST} {name}: lines", lines(LIST, lambda number, name=name: f"{name}: a{number}"), LINES)
        if name in READ:
            yield Row(f"{PAGE} {name}: qualities", field(PAGE, name, repeated(VALUES["qualities"])), HEAD)
    for path in (LIST, PAGE):
        yield Row(f"{path} different names", lines(path, lambda number: f"a{number}: b"), LINES)
        yield Row(f"{path} long lines", lines(path, lambda number: f"a{number}: " + "b" * 140), LINES)
        yield Row(f"{path} one long name", lambda size, path=path: request(path, f"{'a' * size}: b"), HEAD)


def field(path, name, value):
    def make(size):
        text = BEGINNINGS.get(name, "") + value(size)
        return request(path, host=text) if name == "Host" else request(path, f"{name}: {text}")
    return make


def lines(path, line):
    return lambda size: request(path, *map(line, range(size)))


def targets(description, html):
    """Every path with something in place of its last part, and behind it."""
    templates = [path for path in description["paths"] if "{" in path and "." not in path.rpartition("}")[2]]
    folders = sorted({path.partition("{")[0] for path in templates} | {path.rpartition("/")[0] + "/" for path in html})
    for way, unit in PATHS.items():
        for folder in ("/api/v1/@", LIST + "/", LIST + "."):
            yield Row(f"{folder} + {way}", path(folder, repeated(unit)), TARGET)
    for folder in folders:
        yield Row(f"{folder} + members, a folder", path(folder, repeated(PATHS["members"])), TARGET)
    yield Row("http:// + one word", path("http://", lambda size: "a" * size + "/"), TARGET)


def path(folder, piece):
    return lambda size: request(folder + piece(size))


def parameters(description, html):
    """Every parameter of every kind of route, each list being of one kind; and what no route knows."""
    shared, kinds, names = description["components"]["parameters"], set(), set()
    for path, kind, told in places(description, html):
        for each in told:
            one = shared[each["$ref"].rpartition("/")[2]] if "$ref" in each else each
            name = one["name"]
            if one["in"] == "query" and (kind, name) not in kinds:
                kinds.add((kind, name))
                yield from of_kind(path, name, accepted(one))
                if name not in names:
                    names.add(name)
                    yield from of_name(path, name, accepted(one))
        if (kind, None) not in kinds:
            kinds.add((kind, None))
            yield Row(f"{path} names unknown", pieces(path, lambda number: f"a{number}=b"), TARGET)
            if path not in html:
                yield Row(f"{path} a long name", query(path, repeated("a")), TARGET)
    for way, unit in {"empty": "&", "nameless": "=&", "valueless": "a#&", "encoded": "%61#=%61&"}.items():
        yield Row(f"{LIST} items {way}", query(LIST, repeated(unit)), TARGET)


def places(description, html):
    """A path that is answered, the kind of its route, and its parameters."""
    lists = {path.rpartition("/{")[0] for path in description["paths"] if path.endswith("/{id}")}
    lists = {path.rpartition("/")[2] for path in lists}
    for path, item in description["paths"].items():
        told = item["get"].get("parameters", [])
        asked = path
        for one in told:
            if one.get("in") == "path":
                asked = asked.replace("{" + one["name"] + "}", one["example"])
        name, dot, suffix = path.rpartition("/")[2].partition(".")
        kind = "/".join("*" if part in lists else part for part in path[:len(path) - len(dot + suffix)].split("/"))
        # In another format, what is wrong and what is linked to are written in another way.
        yield (asked, suffix, told[:1]) if dot else (asked, kind, told)
    # A page's are those of its forms; every page has one to search with.
    for path, text in html.items():
        names = set(re.findall(r'<(?:input|select)[^>]* name="([^"]*)"', text))
        if path != "/search":
            names.discard("q")
        yield path, path, [{"name": name, "in": "query", "schema": {}} for name in sorted(names)]
    yield "/oembed", "/oembed", [
        {"name": name, "in": "query", "schema": {}} for name in ("url", "maxwidth", "maxheight", "format")]


def accepted(one):
    """The values that it lists."""
    schema = one["schema"]
    return schema.get("enum") or schema.get("items", {}).get("enum")


def of_kind(path, name, values):
    yield Row(f"{path} {name}: one long value", query(path, repeated("a"), name + "="), TARGET)
    yield Row(f"{path} {name}: many values", pieces(path, lambda number: f"{name}=a{number}"), TARGET)
    if values:
        yield Row(f"{path} {name}: its own", pieces(path, lambda at: f"{name}={values[at % len(values)]}"), TARGET)


def of_name(path, name, values):
    if values:
        own = pieces(path, lambda at: values[at % len(values)], ",", name + "=")
        yield Row(f"{path} {name}: its own in one", own, TARGET)
    for way, unit in PIECES.items():
        if not values or way == "members":
            yield Row(f"{path} {name}: {way}", query(path, repeated(unit), name + "="), TARGET)


def query(path, piece, before=""):
    return lambda size: request(f"{path}?{before}{piece(size)}")


def pieces(path, piece, mark="&", before=""):
    """A query of whole pieces, of at most so many bytes together."""
    def make(size):
        found, length = [], 0
        while length < size:
            found.append(piece(len(found)))
            length += len(found[-1]) + 1
        return request(f"{path}?{before}{mark.join(found[:-1])}")
    return make
