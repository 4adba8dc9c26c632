"""Sends every request of cases.txt to akistata, to nginx (Debian: nginx-light) and to h11 (PyPI), and fails on a
difference that differences.md does not list, and on a row of it that differs no longer.

An outcome is one word for each message: `ok` for a request that was taken, whatever was answered to it; the status of
a refusal; `-` where there is no answer, since the message is not whole."""

import re
import socket
from contextlib import suppress
from pathlib import Path

import h11

from ..harness.http import responses
from ..harness.nginx import Nginx
from ..harness.pages import rows
from ..harness.report import Report
from ..harness.server import Server

HERE = Path(__file__).resolve().parent

REFUSALS = {400, 408, 411, 413, 414, 417, 421, 431, 501, 505}
NGINX_REFUSALS = REFUSALS | {405}  # Its parser answers TRACE and CONNECT with it; our routes all others.
# What of a request it may be asked to keep, and for how long.
HTTP = """client_max_body_size 64k; large_client_header_buffers 4 8k; keepalive_timeout 9s; client_header_timeout 1s;
    client_body_timeout 1s; lingering_timeout 1s;"""


def cases():
    """Name and bytes. `{9000*a}` stands for 9,000 times `a`; the escapes are Python's."""
    for line in (HERE / "cases.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, text = line.split(" | ", maxsplit=1)
            text = re.sub(r"\{(\d+)\*(.*?)\}", lambda found: found[2] * int(found[1]), text)
            yield name, text.encode("latin-1").decode("unicode_escape").encode("latin-1")


def exchange(port, data):
    """All that the server sends to a client that sends these bytes and no more."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        # A server that refuses early may reset the connection, with its answer sent before.
        with suppress(OSError):
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while received := client.recv(65536):
                answer += received
    return answer


def outcome(answer, refusals=REFUSALS):
    statuses = [status for status, _ in responses(answer) if status != 100]
    return " ".join(str(status) if status in refusals else "ok" for status in statuses) or "-"


def h11_outcome(data):
    connection = h11.Connection(h11.SERVER)
    connection.receive_data(data)
    words = []
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                break
            if event is h11.PAUSED:
                connection.send(h11.Response(status_code=404, headers=[("content-length", "0")]))
                connection.send(h11.EndOfMessage())
                if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
                    break
                connection.start_next_cycle()
            elif isinstance(event, h11.EndOfMessage):
                words.append("ok")
    except h11.RemoteProtocolError as error:
        words.append(str(error.error_status_hint))
    return " ".join(words) or "-"


def main(arguments):
    page = rows((HERE / "differences.md").read_text())
    reasons = {row[0] for row in page if len(row) == 3}
    listed = {row[0]: row[1:] for row in page if len(row) == 5}
    known = len(listed)
    used = {row[3] for row in listed.values()}
    report = Report()
    with Server("--log-level", "error") as server, Nginx(HTTP, 'location / { return 200 "nginx"; }') as nginx:
        for name, data in cases():
            ours = outcome(exchange(server.port, data))
            theirs = [outcome(exchange(nginx.port, data), NGINX_REFUSALS), h11_outcome(data)]
            row = listed.pop(name, None)
            if theirs == [ours, ours]:
                report.check(not row, f"| {name} | differs no longer: {ours} everywhere")
            elif not row or row[:3] != [ours, *theirs]:
                report.check(False, f"| {name} | {ours} | {' | '.join(theirs)} | {row[3] if row else '?'} |")
            else:
                report.check(row[3] in reasons, f"| {name} | the reason {row[3]} is not given")
    for name in listed:
        report.check(False, f"| {name} | is no case")
    for name in reasons - used:
        report.check(False, f"| {name} | is no reason of any row")
    return report.end(f"{known} known differences")
