"""Restarts the server again and again under the load of clients that keep their connections: `restart [times] [requests]`,
5 and as many as come meanwhile unless said otherwise. The new process shares the port with the old one, then the old one
gets SIGTERM, with and without a time to drain. A client leaves when it is told `Connection: close`, and asks again where a
kept connection closes before the answer has begun, as RFC 9112 section 9.3.1 lets it for GET; nothing else may be lost."""

import socket
import threading
import time
from collections import Counter

from ..harness.report import Report
from ..harness.server import Server

CLIENTS = 8
REQUEST = b"GET /api/v1/discrepancies/taken-by-force-sum HTTP/1.1\r\nHost: a\r\n\r\n"
OPTIONS = ["--log-level", "error", "--loops", "2", "--share-port"]


class Client(threading.Thread):
    """Asks one request after the other. One in two rests between them, so that it is often idle when the server ends."""

    def __init__(self, port, number):
        super().__init__(daemon=True)
        self.port, self.rest, self.outcomes, self.stopped = port, 0.002 * (number % 2), Counter(), threading.Event()

    def run(self):
        while not self.stopped.is_set():
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self.use(connection)
            except OSError as error:
                self.outcomes[f"lost: {type(error).__name__}"] += 1

    def use(self, connection):
        served = 0
        while not self.stopped.is_set():
            answer = b""
            try:
                connection.sendall(REQUEST)
                answer = connection.recv(65536)
            except ConnectionError:
                if not served:
                    raise
            if not answer:
                self.outcomes["asked again" if served else "lost: closed"] += 1
                return
            head, mark, content = answer.partition(b"\r\n\r\n")
            head = head.lower()
            length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0] or -1)
            while mark and len(content) < length:
                more = connection.recv(65536)
                if not more:
                    break
                content += more
            whole = head.startswith(b"http/1.1 200 ") and len(content) == length
            self.outcomes["answered" if whole else f"lost: {head[:20]}"] += 1
            served += 1
            if b"\r\nconnection: close" in head:
                self.outcomes["told to leave"] += 1
                return
            if self.rest:
                time.sleep(self.rest)


def main(arguments):
    times, requests = [*map(int, arguments), *(5, 0)[len(arguments):]]
    report = Report()
    server = Server(*OPTIONS)
    clients = [Client(server.port, number) for number in range(CLIENTS)]
    answered = lambda: sum(client.outcomes["answered"] for client in clients)  # noqa: E731
    for client in clients:
        client.start()
    codes = Counter()
    for number in range(times):
        time.sleep(0.5)
        while answered() < requests * (number + 1) / (times + 1):
            time.sleep(0.1)
        delay = ["--drain-delay", "300ms"] if number % 2 else []
        following = Server(*OPTIONS, *delay, port=server.port)
        codes[server.stop()] += 1
        server = following
    time.sleep(0.5)
    while answered() < requests:
        time.sleep(0.1)
    for client in clients:
        client.stopped.set()
    for client in clients:
        client.join()
    codes[server.stop()] += 1
    outcomes = sum((client.outcomes for client in clients), Counter())
    for outcome, number in sorted(outcomes.items()):
        print(f"{outcome:<28}{number:>8}")
    print(f"{'restarts':<28}{times:>8}\n{'exit codes':<28}{dict(codes)}")
    report.check(outcomes["answered"], "nothing is answered")
    for outcome, number in outcomes.items():
        report.check(not outcome.startswith("lost"), f"{number} times {outcome}")
    for code, number in codes.items():
        report.check(code == 0, f"{number} times exit code {code}")
    return report.end(f"{times} restarts")
