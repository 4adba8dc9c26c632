"""Asks for as many different URLs as are wanted (`urls [count] [option…]`, 100,000 unless said otherwise, with the server's
options), of every kind of route and each twice, so that what is kept when it is asked for again is kept: compressed, in
languages and by hosts of which there is no end. After the warming first part resident memory may grow by 32 MiB at most."""

import time

from ..harness.http import records, take
from ..harness.report import Report
from ..harness.server import Server

GROWTH = 32 << 10
AT_ONCE = 16
HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"


def kinds(ids):
    """What is asked for with a number: a target, and what Accept says."""

    def one(kind, number):
        return ids[kind][number % len(ids[kind])]

    return [
        lambda n: (f"/search?q=zz{n}" + "z" * (n % 7_000), HTML),
        lambda n: (f"/search?q=a&limit={n % 1000 + 1}&kind=claims&fbclid={n}", HTML),
        lambda n: (f"/events?limit={n % 1000 + 1}&from={1900 + n // 1000 % 50}&lang=lt", HTML),
        lambda n: (f"/discrepancies/{one('discrepancies', n)}?utm_source=a{n}", HTML),
        lambda n: (f"/statistics/{one('statistics', n)}?lang=lt&gclid={n}", HTML),
        lambda n: (f"/lessons/{one('discrepancies', n)}?fbclid={n}", HTML),
        lambda n: (f"/embed/statistics/{one('statistics', n)}?theme=dark&ver={n}", HTML),
        lambda n: (f"/embed?id={one('statistics', n)}&language=lt&x={n}", HTML),
        lambda n: (f"/style.css?ver={n}", "*/*"),
        lambda n: (f"/charts/statistics/{one('statistics', n)}.svg?v={n}", "image/*"),
        lambda n: (f"/api/v1/events?limit={n % 1000 + 1}&from={1800 + n // 1000 % 100}", "*/*"),
        lambda n: (f"/api/v1/claims.csv?min={n}", "*/*"),
        lambda n: (f"/api/v1/events.jsonld?q=z{n}" + "y" * (n % 5_000), "*/*"),
        lambda n: (f"/api/v1/claims.txt?max={n}&limit=50", "*/*"),
        lambda n: (f"/api/v1/compare?min={n}&limit=20&pretty=true", "application/json"),
        lambda n: (f"/api/v1/search?q=z{n}", "*/*"),
        lambda n: (f"/api/v1/statistics/{one('statistics', n)}?fields=id,title&pretty=true&lang=lt", f"a/b;q=0.{n}, */*"),
        lambda n: (f"/api/v1/charts/statistics/{one('statistics', n)}?pretty=true", f"a/b;q=0.{n}, */*"),
        lambda n: (f"/api/v1/cite/statistics/{one('statistics', n)}.bib", "*/*"),
        lambda n: (f"/oembed?maxwidth={n + 1}&url=http%3A%2F%2Fh{n % 5_000}%2Fstatistics%2F{one('statistics', n)}", "*/*"),
        lambda n: ("/sitemap.xml", f"a/b;q=0.{n}, */*"),
        lambda n: (f"/nothing/{n}", HTML),
        lambda n: (f"/events/{n}", HTML),
        lambda n: (f"/api/v1/events/{n}", "*/*"),
        lambda n: (f"/api/v1/events?no{n}=1&limit=x", "*/*"),
        lambda n: (f"/events?limit=x{n}", HTML),
    ]


def answers(client, requests):
    """Has the requests answered at once; the statuses."""
    client.sendall(b"".join(requests))
    data, statuses = b"", []
    for _ in requests:
        head, _, data = take(client, data)
        statuses.append(int(head[9:12]))
    return statuses


def main(arguments):
    count = int(arguments[0]) if arguments else 100_000
    report = Report()
    options = arguments[1:] or ["--log-level", "error"]
    with Server(*options) as server, server.connect(60) as client:
        ids = {
            kind: [record["id"] for record in records(server.base, kind)] for kind in ("statistics", "discrepancies")}
        all_kinds = kinds(ids)
        found, first, start = {}, 0, time.monotonic()
        print(f"{'URLs':>8} {'RSS KiB':>9} {'s':>6}")
        for begin in range(0, count, AT_ONCE):
            requests = []
            for number in range(begin, min(begin + AT_ONCE, count)):
                target, accept = all_kinds[number % len(all_kinds)](number // len(all_kinds))
                fields = f"Host: h{number // len(all_kinds) % 5_000}\r\nAccept: {accept}\r\nAccept-Encoding: gzip, br\r\n"
                fields += f"Accept-Language: x-{number},lt;q=0.{number % 10},en;q=0.5\r\n"
                requests.append(f"GET {target} HTTP/1.1\r\n{fields}\r\n".encode())
            for _ in range(2):
                for status in answers(client, requests):
                    found[status] = found.get(status, 0) + 1
            done = begin + len(requests)
            if done * 10 // count > begin * 10 // count:
                first = first or server.rss()
                print(f"{done:>8} {server.rss():>9} {time.monotonic() - start:>6.0f}", flush=True)
        growth = server.rss() - first
        print(f"answered {found}; grown by {growth} KiB after the first tenth, {GROWTH} are allowed")
        report.check(growth <= GROWTH, f"resident memory grew by {growth} KiB, of at most {GROWTH}")
        for status in found:
            report.check(status in (200, 400, 404), f"{found[status]} answers have status {status}")
        code = server.stop()
        report.check(code == 0, f"exit code {code}")
        return report.end(f"{count} URLs")
