"""Clients that a public server meets: each takes a server and makes one connection, in its own way wrong or slow, and
answers how many requests it sent. None of them waits for long."""

import socket
import struct
from contextlib import suppress

GET = b"GET /api/v1/events?limit=1000 HTTP/1.1\r\nHost: a\r\n\r\n"


def read(client):
    """All that comes until the server closes."""
    data = b""
    with suppress(OSError):
        while received := client.recv(65536):
            data += received
    return data


def reset(client):
    """Close with RST, not FIN."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def refused(request):
    def fault(server):
        with server.connect() as client:
            client.sendall(request)
            assert read(client)[:10] in (b"HTTP/1.1 4", b"HTTP/1.1 5"), request
        return 1
    return fault


def half_closed(server):
    with server.connect() as client:
        client.sendall(GET)
        client.shutdown(socket.SHUT_WR)
        assert read(client).startswith(b"HTTP/1.1 200 ")
    return 1


def reset_in_response(server):
    client = server.connect()
    client.sendall(GET * 20)
    client.recv(1000)
    reset(client)
    return 20


def reset_in_head(server):
    client = server.connect()
    client.sendall(GET[:20])
    reset(client)
    return 1


def silent(server):
    server.connect().close()
    return 1


def head_in_pieces(server):
    with server.connect() as client:
        for index in range(len(GET)):
            client.sendall(GET[index:index + 1])
        client.shutdown(socket.SHUT_WR)
        assert read(client).startswith(b"HTTP/1.1 200 ")
    return 1


def heads(server):
    with server.connect() as client:
        client.sendall(GET.replace(b"GET", b"HEAD") * 50)
        client.shutdown(socket.SHUT_WR)
        assert read(client).count(b"HTTP/1.1 200 ") == 50
    return 50


def chunked_then_get(server):
    content = b"5;a\r\nhello\r\n0\r\nA: b\r\n\r\n"
    with server.connect() as client:
        client.sendall((b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + content) * 20 + GET)
        client.shutdown(socket.SHUT_WR)
        answer = read(client)
        assert answer.count(b"HTTP/1.1 405 ") == 20 and answer.count(b"HTTP/1.1 200 ") == 1
    return 21


def never_reads(server):
    client = server.connect(timeout=0.05)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    with suppress(OSError):
        client.sendall(GET * 200)
    client.close()
    return 200


def reads_slowly(server):
    with server.connect() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(GET * 3)
        client.shutdown(socket.SHUT_WR)
        data = b""
        while received := client.recv(2048):
            data += received
        assert data.count(b"HTTP/1.1 200 ") == 3
    return 3


FAULTS = [
    refused(b"garbage\r\n\r\n"),
    refused(b"GET / HTTP/1.1\nHost: a\n\n"),
    refused(b"GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
    refused(b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n"),
    refused(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n"),
    refused(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"),
    refused(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    half_closed, reset_in_response, reset_in_head, silent, head_in_pieces, heads, chunked_then_get, never_reads,
    reads_slowly,
]
