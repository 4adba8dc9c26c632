"""Requests to a server, and the answers."""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True)
class Answer:
    status: int
    fields: Message
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def kind(self):
        """The media type."""
        return self.fields.get_content_type()

    def json(self, **options):
        return json.loads(self.body, **options)


def get(url, timeout=60, **fields):
    """What is answered to GET, an error like a success. Fields are named with _ for -."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=named), timeout=timeout) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def records(base, path, **options):
    """Every record of a list, page after page; the options are those of `json.loads`."""
    found = []
    url = f"/api/v1/{path}{'&' if '?' in path else '?'}limit=1000"
    while url:
        page = get(base + url).json(**options)
        found += page["data"]
        url = page["links"].get("next")
    return found


def responses(data):
    """The status and body of each response. A body that a Content-Length promises may be absent: HEAD has none."""
    found = []
    while data:
        head, mark, rest = data.partition(b"\r\n\r\n")
        status = re.match(rb"HTTP/1\.[01] (\d{3}) ", head)
        if not mark or not status:
            return found + [(0, data)]
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.I)
        count = int(length[1]) if length and not rest.startswith(b"HTTP/1.") else 0
        found.append((int(status[1]), rest[:count]))
        data = rest[count:]
    return found


def take(client, data=b""):
    """One answer with a Content-Length from a connection that stays open: head, body, and what came beyond them. `bytes`
    came before."""
    while b"\r\n\r\n" not in data:
        data += more(client)
    head, _, data = data.partition(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: (\d+)", head)
    size = int(length[1]) if length else 0
    while len(data) < size:
        data += more(client)
    return head, data[:size], data[size:]


def more(client):
    received = client.recv(1 << 17)
    if not received:
        raise ConnectionError("the connection was closed within an answer")
    return received
