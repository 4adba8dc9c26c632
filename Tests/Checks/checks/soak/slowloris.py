"""Holds connections open with heads that never end, from several addresses, and asks meanwhile as an honest client does:
`slowloris [connections]`, 10,000 unless said otherwise. The 99th percentile of the honest client's waiting may be 5 times
that without the attack. Needs as many descriptors, in this process and in the server's."""

import multiprocessing
import selectors
import socket
import time
from contextlib import suppress

from ..harness.report import Report
from ..harness.server import Server, until

RATIO = 5
PER_ADDRESS = 500
REQUESTS = 3000


def attack(port, count, held):
    """Keeps `count` connections; each sends one byte of a field every few seconds, and is replaced when it is cut off."""
    selector = selectors.DefaultSelector()
    waiting = list(range(count))
    clients = {}
    drip = iter(())
    while True:
        for number in waiting[:200]:
            client = socket.socket()
            client.bind((f"127.0.0.{2 + number // PER_ADDRESS}", 0))
            client.setblocking(False)
            client.connect_ex(("127.0.0.1", port))
            selector.register(client, selectors.EVENT_READ, number)
            clients[number] = client
        del waiting[:200]
        held.value = len(clients)
        for key, _ in selector.select(0.02):
            lost = True
            with suppress(BlockingIOError, OSError):
                lost = not key.fileobj.recv(4096)
            if lost:
                selector.unregister(key.fileobj)
                key.fileobj.close()
                waiting.append(key.data)
                clients.pop(key.data, None)
        # All of them, some a time, so that the attack itself takes little of the processor.
        for _ in range(count // 200):
            number = next(drip, None)
            if number is None:
                drip = iter(list(clients))
                break
            with suppress(KeyError, OSError):
                clients[number].send(b"G" if number % 2 else b"GET / HTTP/1.1\r\nA:")


def waits(server):
    """Seconds for each of many requests, in order: half on one connection, half on connections of their own."""
    request = b"GET /api/v1/discrepancies/taken-by-force-sum HTTP/1.1\r\nHost: a\r\n\r\n"
    times = []
    kept = server.connect()
    for index in range(REQUESTS):
        start = time.perf_counter()
        client = kept if index % 2 else server.connect()
        client.sendall(request)
        answer = client.recv(65536)
        times.append(time.perf_counter() - start)
        assert answer.startswith(b"HTTP/1.1 200 "), answer[:100]
        if client is not kept:
            client.close()
        time.sleep(0.001)
    kept.close()
    return sorted(times)


def show(name, times):
    milliseconds = [times[int(len(times) * part)] * 1000 for part in (0.5, 0.9, 0.99)] + [times[-1] * 1000]
    print(f"{name:<14}" + "".join(f"{value:>9.2f}" for value in milliseconds), flush=True)
    return milliseconds[2]


def main(arguments):
    count = int(arguments[0]) if arguments else 10_000
    report = Report()
    with Server("--log-level", "error") as server:
        waits(server)
        print(f"{'milliseconds':<14}{'p50':>9}{'p90':>9}{'p99':>9}{'most':>9}")
        quiet = show("quiet", waits(server))
        before = server.descriptors_at_rest()
        held = multiprocessing.Value("i", 0)
        attacker = multiprocessing.Process(target=attack, args=(server.port, count, held), daemon=True)
        attacker.start()
        try:
            if not until(lambda: server.descriptors() - before > count * 0.95, 60):
                raise SystemExit(f"only {server.descriptors() - before} connections are held")
            attacked = show("under attack", waits(server))
            print(f"{server.descriptors() - before} connections held at the end, {held.value} by the attacker's count")
        finally:
            attacker.kill()
            attacker.join()
        after = server.descriptors_at_rest()
        print(f"p99 {attacked / quiet:.1f} times the quiet one; descriptors {before} before, {after} after")
        report.check(attacked <= RATIO * quiet, f"p99 is {attacked / quiet:.1f} times the quiet one, of at most {RATIO}")
        report.check(after <= before, f"descriptors: {before} before, {after} after")
        code = server.stop()
        report.check(code == 0, f"exit code {code}")
        return report.end(f"{count} slow connections")
