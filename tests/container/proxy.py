#!/usr/bin/python3
"""The shipped proxy in front of the program: docker/proxy with the addresses of this machine, and nothing else changed.

   proxy.py PROGRAM [--short]

TLS, what it says of itself, what it passes on, what it refuses and how. The long form also waits for a change behind it, and asks a scanner.
"""

import concurrent.futures
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

from common import ROOT, START_S, Process, Reply, Report, contract, curl, need, start_native, wait_for

PROXY = ROOT / "docker/proxy"
QUESTION = "/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1"
PROBLEM = {"$ref": "#/components/schemas/Problem"}


def free_ports(count):
    """Ports nobody has, as far as can be known."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Proxy:
    """nginx as start.sh starts it, before whatever listens at a port."""

    def __init__(self, folder, upstream):
        self.plain, self.tls = free_ports(2)
        text = (PROXY / "nginx.conf").read_text()
        for ours, here in (("navicert:8080", f"127.0.0.1:{upstream}"), ("listen 8080", f"listen 127.0.0.1:{self.plain}"),
                           ("listen 8443", f"listen 127.0.0.1:{self.tls}")):
            assert ours in text
            text = text.replace(ours, here)
        # Not every machine has addresses of the other family.
        text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.M)
        os.makedirs(f"{folder}/run")
        os.makedirs(f"{folder}/certs", exist_ok=True)
        with open(f"{folder}/nginx.conf", "w") as conf:
            conf.write(text)
        self.folder = folder
        self.environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "CERTS": f"{folder}/certs", "RUN": f"{folder}/run",
                            "CONF": f"{folder}/nginx.conf", "NAVICERT_NAME": "navicert.example"}

    def check_syntax(self):
        return subprocess.run([PROXY / "start.sh", "-t"], env=self.environment, capture_output=True, text=True)

    def start(self):
        self.process = Process([PROXY / "start.sh"], self.environment, self.folder)
        wait_for("the proxy answers", lambda: curl(self.url("/healthz")).status)
        return self

    def url(self, target):
        return f"https://127.0.0.1:{self.tls}{target}"

    def stop(self):
        return self.process.stop()


def check_tls(report, proxy, native):
    """What is spoken, and that the answer is the program's own."""
    through, direct = curl(proxy.url(QUESTION)), curl(f"http://127.0.0.1:{native}{QUESTION}")
    report.check(through.status == 200 and through.body == direct.body, "the proxy passes an answer on byte for byte")
    report.check(through.http == "HTTP/2", f"HTTP/2 to clients, not {through.http}")
    report.check(through.headers.get("strict-transport-security") == "max-age=31536000", "HSTS is said")
    report.check(through.headers.get("etag") == direct.headers.get("etag"), "the ETag is passed on")
    report.check(curl(proxy.url(QUESTION), "-H", f"If-None-Match: {direct.headers['etag']}").status == 304, "a known ETag gives 304")
    report.check("server" not in through.headers or "/" not in through.headers["server"], "no version of nginx is told")
    away = curl(f"http://127.0.0.1:{proxy.plain}{QUESTION}")
    report.check(away.status == 308 and away.headers.get("location") == f"https://127.0.0.1{QUESTION}", "http leads to https")
    for version, flag, spoken in (("1.0", "--tlsv1.0", False), ("1.1", "--tlsv1.1", False), ("1.2", "--tlsv1.2", True),
                                  ("1.3", "--tlsv1.3", True)):
        got = curl(proxy.url("/healthz"), flag, "--tls-max", version, "--ciphers", "DEFAULT@SECLEVEL=0").status
        report.check((got == 200) == spoken, f"TLS {version} is {'spoken' if spoken else 'refused'} (status {got})")
    for cipher, spoken in (("ECDHE-ECDSA-AES128-SHA256", False), ("ECDHE-ECDSA-AES128-SHA", False), ("ECDHE-ECDSA-AES128-GCM-SHA256", True)):
        got = curl(proxy.url("/healthz"), "--tls-max", "1.2", "--ciphers", cipher).status
        report.check((got == 200) == spoken, f"{cipher} is {'spoken' if spoken else 'refused'} (status {got})")


def certificate(proxy):
    return ssl.get_server_certificate(("127.0.0.1", proxy.tls))


def check_certificates(report, folder, upstream):
    """Its own is made once and kept; one that is given is taken."""
    again = Proxy(f"{folder}/again", upstream)
    first = certificate(again.start())
    again.stop()
    os.makedirs(f"{folder}/kept")
    shutil.copytree(f"{folder}/again/certs", f"{folder}/kept/certs")
    report.check(oct(os.stat(f"{folder}/kept/certs/self-signed.key").st_mode & 0o777) == "0o600", "the key is its owner's alone")
    kept = Proxy(f"{folder}/kept", upstream).start()
    report.check(certificate(kept) == first, "a certificate that was signed at the first start stays")
    kept.stop()
    os.makedirs(f"{folder}/given/certs")
    given = f"{folder}/given/certs/tls"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2", "-subj", "/CN=given", "-keyout",
                    f"{given}.key", "-out", f"{given}.crt"], check=True, capture_output=True)
    proxy = Proxy(f"{folder}/given", upstream).start()
    with open(f"{given}.crt") as own:
        report.check(certificate(proxy).split() == own.read().split(), "a certificate that is given is taken")
    proxy.stop()


def check_refused(report, proxy, raw):
    """A refusal of the proxy's own: its status, and a body such as navicert's."""
    cases = [
        ("/metrics is hidden", 404, "not_found", curl(proxy.url("/metrics"))),
        ("/metrics in other words is hidden", 404, "not_found", curl(proxy.url("/v1/../%6detrics"), "--path-as-is")),
        ("//metrics is hidden", 404, "not_found", curl(proxy.url("//metrics"))),
        ("a long body is refused", 413, "content_too_large", curl(proxy.url("/v1/eligibility"), "--http1.1", body=b"x" * (256 * 1024 + 1))),
        ("a long address is refused", 414, "uri_too_long", curl(proxy.url("/?" + "x" * 20000), "--http1.1")),
        ("long headers are refused", 431, "headers_too_large", curl(proxy.url("/"), "--http1.1", "-H", "X: " + "x" * 20000)),
        ("TRACE is refused", 405, "method_not_allowed", curl(proxy.url("/"), "-X", "TRACE")),
        ("two lengths are refused", 400, "malformed_request", raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")),
        ("a length and chunks are refused", 400, "malformed_request",
         raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
        ("an unknown transfer coding is refused", 501, "not_implemented", raw("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n")),
        ("a folded header is refused", 400, "malformed_request", raw("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n")),
        ("NUL in a header is refused", 400, "malformed_request", raw("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n")),
    ]
    for what, status, code, reply in cases:
        check_problem(report, what, status, code, reply)


def check_problem(report, what, status, code, reply):
    report.check(reply.status == status, f"{what} with {status}, not {reply.status}")
    try:
        body = json.loads(reply.body)
    except ValueError:
        return report.check(False, f"{what} in JSON, not as {reply.body[:80]}")
    faults = contract.faults_of(PROBLEM, body)
    report.check(not faults, f"{what} as a problem of the contract: {faults}")
    report.check((body.get("status"), body.get("code"), body.get("type")) == (status, code, f"/problems/{code}"), f"{what} as {code}: {body}")
    report.check(reply.headers.get("content-type") == "application/problem+json", f"{what} as a problem by its type")
    report.check("x-content-type-options" not in reply.headers, f"{what} by the proxy itself, not by navicert behind it")
    return report.check("strict-transport-security" in reply.headers, f"{what} with HSTS")


def raw_sender(proxy):
    """Sends bytes as they are; the reply, as far as it came."""
    def send(text):
        context = ssl._create_unverified_context()
        with socket.create_connection(("127.0.0.1", proxy.tls), 10) as plain, context.wrap_socket(plain) as connection:
            connection.sendall(text.encode("latin-1"))
            got = b""
            while b"}" not in got:
                more = connection.recv(65536)
                if not more:
                    break
                got += more
        head, _, body = got.partition(b"\r\n\r\n")
        return Reply(head.decode("latin-1"), body)
    return send


def check_streams(report, proxy):
    """A file goes through while it arrives: longer than any buffer, the first answers before its end."""
    line = b'{"chip": "h20", "destination": "CN", "date": "2025-05-01"}\n'
    lines = 20000  # 1.2 MB
    reply = curl(proxy.url("/v1/screenings?known_at=1"), "-H", "Content-Type: application/x-ndjson", body=line * lines, seconds=60)
    report.check(reply.status == 200 and reply.body.count(b"\n") == lines + 1, f"a file of 1.2 MB is answered line by line: {reply.status}")
    report.check(not any(files for _, _, files in os.walk(f"{proxy.folder}/run/body")), "nothing of it was put on a disk")
    chunked = curl(proxy.url("/v1/screenings?known_at=1"), "--http1.1", "-H", "Content-Type: application/x-ndjson", "-H",
                   "Transfer-Encoding: chunked", body=line * lines, seconds=60)
    report.check(chunked.status == 200 and chunked.body.count(b"\n") == lines + 1, "and so in chunks")


def check_forwarded(report, folder):
    """Who the client is, in the proxy's words and not in its own, seen by a server that only listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = Proxy(f"{folder}/forwarded", listener.getsockname()[1])

        def answer():
            seen = []
            while len(seen) < 2:
                connection = listener.accept()[0]
                seen.append(connection.recv(65536).decode("latin-1").lower())
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                connection.close()
            return seen[-1].split("\r\n")

        with concurrent.futures.ThreadPoolExecutor() as pool:
            answered = pool.submit(answer)
            proxy.start()
            curl(proxy.url("/"), "-H", "X-Forwarded-For: 6.6.6.6", "-H", "Forwarded: for=6.6.6.6", "-H", "X-Forwarded-Proto: http")
            seen = answered.result(START_S)
        proxy.stop()
    report.check([line for line in seen if "forwarded" in line] == ["x-forwarded-for: 127.0.0.1", "x-forwarded-proto: https"],
                 f"what a client says of itself is not passed on: {seen}")
    report.check("get / http/1.1" in seen and not any(line.startswith("connection: close") for line in seen), "connections are kept")


def check_without(report, proxy):
    """The program is gone: said as a problem, and who asks too often is told so. How many of 400 were refused."""
    reply = curl(proxy.url(QUESTION))
    check_problem(report, "no server behind it is said", 502, "not_ready", reply)
    report.check(reply.headers.get("retry-after") == "5", "and when to try again")
    asked = ["curl", "-sk", "--noproxy", "*", "-Z", "--parallel-max", "50", "-o", f"{proxy.folder}/many_#1", "-w",
             "%{http_code} %header{retry-after} %{filename_effective}\n", proxy.url("/v1?[1-400]")]
    told = [line.split() for line in subprocess.run(asked, capture_output=True, text=True).stdout.splitlines()]
    refused = [line for line in told if line[0] == "429"]
    report.check({line[0] for line in told} == {"429", "502"}, "who asks 400 times at once is refused in time")
    report.check(all(line[1] == "1" for line in refused), "and told when to try again")
    if refused:
        with open(refused[0][2], encoding="utf-8") as body:
            report.check(not contract.faults_of(PROBLEM, json.load(body)), "as a problem of the contract")
    return len(refused)


def check_long(report, proxy):
    """What takes a minute: waiting for a change through the proxy, and what a scanner says of its TLS."""
    began = time.monotonic()
    waited = curl(proxy.url("/v1/changes?wait=60&seq.gt=1"), seconds=90)
    report.check(waited.status == 200 and time.monotonic() - began >= 59, f"who waits 60 s is not cut off: {waited.status}")
    if not shutil.which("sslscan"):
        print("no sslscan here: its part is left out")
        return
    said = subprocess.run(["sslscan", "--no-colour", f"127.0.0.1:{proxy.tls}"], capture_output=True, text=True).stdout
    accepted = re.findall(r"^(?:Accepted|Preferred)\s+(\S+)\s+\d+ bits\s+(\S+)", said, re.M)
    report.check(accepted and {version for version, _ in accepted} == {"TLSv1.2", "TLSv1.3"}, f"sslscan finds TLS 1.2 and 1.3: {accepted}")
    report.check(all("GCM" in name or "POLY1305" in name for _, name in accepted), f"sslscan finds AEAD only: {accepted}")
    report.check(not re.search(r"is vulnerable|^Compression enabled", said, re.M), "sslscan finds nothing to blame")


def main():
    need("nginx", "openssl", "curl")
    program, short = os.path.abspath(sys.argv[1]), "--short" in sys.argv
    report, began = Report(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="navicert-proxy-") as folder:
        native, port = start_native(program, folder)
        proxy = Proxy(f"{folder}/main", port)
        syntax = proxy.check_syntax()
        report.check(syntax.returncode == 0, f"nginx -t: {syntax.stderr}")
        proxy.start()
        check_tls(report, proxy, port)
        check_refused(report, proxy, raw_sender(proxy))
        check_streams(report, proxy)
        check_certificates(report, folder, port)
        check_forwarded(report, folder)
        if not short:
            check_long(report, proxy)
        report.check(native.stop() == 0, "the program ends well")
        limited = check_without(report, proxy)
        report.check(proxy.stop() == 0, "nginx ends well")
    print(f"proxy: {report.passed} claims held, {report.failed} did not; {limited} of 400 requests at once refused with 429, "
          f"in {time.monotonic() - began:.0f} s")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
