"""Requests, and the answers to them, byte by byte."""

import gzip
import socket
from dataclasses import dataclass, field


class Broken(Exception):
    """The machinery does not hold: a wrong answer, or a contender or client that fails."""


@dataclass
class Request:
    target: str
    fields: dict = field(default_factory=dict)
    method: str = "GET"
    body: bytes = b""

    def data(self, port):
        fields = {"Host": f"127.0.0.1:{port}"} | self.fields
        lines = [f"{self.method} {self.target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
        if self.body:
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass
class Answer:
    data: bytes

    @property
    def head(self):
        return self.data.partition(b"\r\n\r\n")[0].decode("latin-1")

    @property
    def status(self):
        return int(self.head.split(" ", 2)[1])

    @property
    def fields(self):
        lines = self.head.split("\r\n")[1:]
        return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def content(self):
        """Chunks joined, gzip undone."""
        body = self.data.partition(b"\r\n\r\n")[2]
        if self.fields.get("transfer-encoding") == "chunked":
            body = b"".join(chunks(body))
        return gzip.decompress(body) if self.fields.get("content-encoding") == "gzip" else body


def chunks(body):
    while body:
        size, _, rest = body.partition(b"\r\n")
        count = int(size, 16)
        yield rest[:count]
        body = rest[count + 2:] if count else b""


def fetch(port, request, timeout=30):
    """The answer as it stands on the wire, of a connection that stays open or not."""
    with socket.create_connection(("127.0.0.1", port), timeout) as client:
        client.sendall(request.data(port))
        data = b""
        while not is_whole(data):
            more = client.recv(1 << 20)
            if not more:
                break
            data += more
    if not data.startswith(b"HTTP/1.1 "):
        raise Broken(f"no answer to {request.target}: {bytes[:80]!r}")
    return Answer(data)


def is_whole(data):
    head, mark, body = data.partition(b"\r\n\r\n")
    if not mark:
        return False
    answer = Answer(head + mark)
    if answer.status in (204, 304):
        return True
    if "content-length" in answer.fields:
        return len(body) >= int(answer.fields["content-length"])
    return body.endswith(b"0\r\n\r\n") and answer.fields.get("transfer-encoding") == "chunked"
