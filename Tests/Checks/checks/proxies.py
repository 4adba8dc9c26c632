"""Puts nginx and HAProxy (Debian: nginx-light, haproxy) in front, with each of the ways in which they say whom they speak
for, and asks through them as clients that lie: the log has the client that the proxy saw, and absolute addresses are those of
its own origin. Who is no proxy is believed nothing."""

import http.client
import re
import ssl
import subprocess
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

from .harness import haproxy
from .harness.nginx import Nginx
from .harness.report import Report
from .harness.server import Server, free_port, until

# Only the proxies are on 127.0.0.1: clients come from elsewhere on the loopback.
PROXY, CLIENT, CLIENT_IPV6 = "127.0.0.1", "127.0.0.9", "::1"
HOST = "history.example"
# What a client says that would like to be another, and elsewhere.
LIES = {
    "X-Forwarded-For": "6.6.6.6", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example",
    "Forwarded": 'for=6.6.6.6;host=evil.example;proto=https, for="',
}
NGINX = """location / {{ proxy_pass http://127.0.0.1:{port}; proxy_set_header Host inner; proxy_http_version 1.1;
    proxy_set_header Connection ''; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto {scheme}; proxy_set_header X-Forwarded-Host {host}; }}"""


def ask(name, place, source, scheme="http", fields=LIES):
    """The origin that an answer names, which is asked for under a name that the log has."""
    if scheme == "https":
        context = ssl._create_unverified_context()
        client = http.client.HTTPSConnection(*place, timeout=10, source_address=(source, 0), context=context)
    else:
        client = http.client.HTTPConnection(*place, timeout=10, source_address=(source, 0))
    client.connect()
    port = client.sock.getsockname()[1]
    client.request("GET", "/robots.txt", headers={"Host": HOST, "X-Request-Id": name, **fields})
    text = client.getresponse().read().decode()
    client.close()
    found = re.search(r"Sitemap: (.*)/sitemap\.xml", text)
    return found[1] if found else text, port


def logged(log, name):
    """The client that the log names for a request."""
    def line():
        return re.search(rf"client=(\S+) id={re.escape(name)} ", Path(log).read_text())
    until(line, 5)
    found = line()
    return found[1] if found else None


def faults(seen, expected):
    """What differs of client and origin."""
    return [f"the {what} is {one}, not {other}"
            for what, one, other in zip(("client", "origin"), seen, expected) if one != other]


class Front:
    """A server with a log, and what is asked of it."""

    def __init__(self, folder, *options):
        self.log = Path(folder, f"{free_port()}.log")
        with self.log.open("w") as log:
            self.server = Server(*options, log=log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.__exit__()

    def look(self, name, place, source, client, origin, **how):
        """Faults of a request through a proxy at the place; `client` is written with the port of the source as {port}."""
        found, port = ask(name, place, source, **how)
        return faults((logged(self.log, name), found), (client.format(port=port), origin))


def certificate(folder):
    """nginx's lines for a certificate of its own."""
    key, made = Path(folder, "key.pem"), Path(folder, "certificate.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "1", "-subj", f"/CN={HOST}", "-keyout", key, "-out", made], check=True, capture_output=True)
    return f"ssl_certificate {made}; ssl_certificate_key {key};"


def fields_of_nginx(report, folder):
    with Front(folder, "--trusted-proxy", PROXY) as front, ExitStack() as stack:
        http_, https = f"http://{HOST}", f"https://{HOST}"
        port, secure = front.server.port, free_port()
        tls = f"listen 127.0.0.1:{secure} ssl; {certificate(folder)}"
        outer = stack.enter_context(Nginx(server=tls + NGINX.format(port=port, scheme="$scheme", host="$http_host")))
        place = (PROXY, outer.port)
        report.row("nginx, X-Forwarded-*", front.look("nginx", place, CLIENT, CLIENT, http_))
        report.row("nginx with TLS: links are https", front.look(
            "tls", (PROXY, secure), CLIENT, CLIENT, https, scheme="https"))
        report.row("and http is not answered from what was kept of https", [
            fault for number in range(4) for kind, at in (("http", outer.port), ("https", secure))
            for fault in front.look(f"again-{kind}-{number}", (PROXY, at), CLIENT, CLIENT, f"{kind}://{HOST}", scheme=kind)])
        inner = stack.enter_context(Nginx(
            server=NGINX.format(port=port, scheme="$http_x_forwarded_proto", host="$http_x_forwarded_host")))
        chained = stack.enter_context(Nginx(
            server=tls.replace(str(secure), str(farther := free_port()))
            + NGINX.format(port=inner.port, scheme="$scheme", host="$http_host")))
        report.row("two of them: the client is who met the first", [
            *front.look("two", (PROXY, chained.port), CLIENT, CLIENT, http_),
            *front.look("two-tls", (PROXY, farther), CLIENT, CLIENT, https, scheme="https")])
        report.row("a client of its own is believed nothing", front.look(
            "alone", (PROXY, port), CLIENT, CLIENT + ":{port}", http_))


def forwarded():
    """HAProxy's line for Forwarded, which it can write by itself from version 2.8 on."""
    if haproxy.version() >= (2, 8):
        return "option forwarded proto host for"
    return 'http-request add-header Forwarded for=%[src];proto=http;host="%[req.hdr(host)]"'


def fields_of_haproxy(report, folder):
    with Front(folder, "--trusted-proxy", PROXY, "--proxy-fields", "forwarded") as front:
        with haproxy.HAProxy({"fields": [forwarded(), f"server a {PROXY}:{front.server.port}"]}) as proxy:
            lies = {"forged": LIES["Forwarded"], "open": 'for="', "trusted": f"for={PROXY}, for={PROXY}", "none": ""}
            for name, lie in lies.items():
                fields = LIES | {"Forwarded": lie}
                report.row(f"HAProxy, Forwarded after {lie or 'nothing'}", front.look(
                    name, proxy.places["fields"], CLIENT, CLIENT, f"http://{HOST}", fields=fields))


def protocol(report, folder):
    options = ["--proxy-protocol", "--trusted-proxy", PROXY, "--max-connections-per-address", "2"]
    with Front(folder, *options) as front:
        server = f"server a {PROXY}:{front.server.port}"
        sections = {
            "second": ["mode tcp", f"{server} send-proxy-v2 check check-send-proxy inter 200ms",
                       "option httpchk GET /readyz"],
            "first": ["mode tcp", f"{server} send-proxy"],
            "more": ["mode tcp", f"{server} send-proxy-v2-ssl-cn proxy-v2-options crc32c,unique-id,authority",
                     "unique-id-format %[uuid()]"],
            "ipv6": ["mode tcp", f"{server} send-proxy-v2"],
        }
        with haproxy.HAProxy(sections, {"ipv6": CLIENT_IPV6}) as proxy:
            for name, words in [("second", "version 2"), ("first", "version 1"), ("more", "version 2 with TLVs")]:
                report.row(f"HAProxy, PROXY protocol, {words}", front.look(
                    name, proxy.places[name], CLIENT, CLIENT + ":{port}", f"http://{HOST}"))
            report.row("HAProxy, PROXY protocol, IPv6", front.look(
                "ipv6", proxy.places["ipv6"], CLIENT_IPV6, "[::1]:{port}", f"http://{HOST}"))
            healthy = until(lambda: re.search(r"GET /readyz 200 .* client=127\.0\.0\.1:", front.log.read_text()), 10)
            report.row("HAProxy looks whether the server is there (LOCAL)", [] if healthy else ["it was not answered"])
            report.row("the limit of connections is the client's", crowd(proxy.places["second"]))
        report.row("a connection without a header is closed", closed(
            front.server, None, b"GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n"))
        report.row("and so is one with a header that is not a proxy's", closed(
            front.server, CLIENT, b"PROXY TCP4 6.6.6.6 127.0.0.1 1 2\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n"))


def crowd(place):
    """Faults where two connections are the most that an address may have."""
    def status(client):
        client.request("GET", "/readyz", headers={"Host": HOST})
        answer = client.getresponse()
        answer.read()
        return answer.status

    clients = [http.client.HTTPConnection(*place, timeout=10, source_address=(source, 0))
               for source in ["127.0.0.10"] * 3 + ["127.0.0.11"]]
    found = [status(client) for client in clients]
    for client in clients:
        client.close()
    return [] if found == [200, 200, 429, 200] else [f"the statuses are {found}"]


def closed(server, source, request):
    answer = b""
    with server.connect(source=source) as client, suppress(ConnectionError):
        client.sendall(request)
        answer = client.recv(1 << 16)
    return [f"it was answered: {answer!r}"] if answer else []


def main(arguments):
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        for part in (fields_of_nginx, fields_of_haproxy, protocol):
            part(report, folder)
    return report.end("proxies")
