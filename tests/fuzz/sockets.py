#!/usr/bin/python3
"""Sends a running program bytes that are nearly HTTP: sockets.py PROGRAM [--seconds S] [--seed N].

Requests are made up and mutated, cut, glued together and broken off. The server must never end, never report anything (a sanitized build
is worth most), never answer 500 or more but 501, 503 and 505, and answer properly in between and afterwards.
"""

import argparse
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
OURS = (501, 503, 505)
SEED = 20250501
PROBE = b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
TARGETS = [b"/", b"/healthz", b"/v1", b"/v1/chips?limit=2", b"/v1/chips/h20", b"/v1/eligibility?chip=h20&destination=CN", b"/v1/search?q=h20",
           b"/v1/screenings?destination=CN", b"/openapi.json", b"/v1/chips/%2e%2e", b"/v1/chips?q=%ff", b"/v1/chips/%00", b"*", b"http://a/v1",
           b"//", b"/v1/../v1", b"/v1/events?format=atom", b"/" + b"a" * 9000, b"/?" + b"a=1&" * 120]
METHODS = [b"GET", b"GET", b"GET", b"HEAD", b"POST", b"PUT", b"DELETE", b"OPTIONS", b"TRACE", b"CONNECT", b"get", b"G" * 5000, b"", b"\xff"]
VERSIONS = [b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/9.9", b"http/1.1", b"", b"HTTP/1.1 x"]
HEADERS = [b"Host: a", b"Host: a", b"Host:", b"Host: a, b", b"Accept: */*", b"Accept: \xff", b"Accept-Encoding: gzip", b"Accept-Encoding: gzip;q=0,*",
           b"Connection: close", b"Connection: keep-alive", b"Content-Length: 5", b"Content-Length: 5, 5", b"Content-Length: -1",
           b"Content-Length: 99999999999999999999", b"Content-Length: 0x5", b"Content-Length : 5", b"Transfer-Encoding: chunked",
           b"Transfer-Encoding: xchunked", b"Transfer-Encoding: gzip, chunked", b"Transfer-Encoding:\tchunked", b"Expect: 100-continue",
           b"Expect: 7", b"Content-Type: application/json", b"Content-Type: text/csv", b"Content-Type: application/x-ndjson",
           b"Content-Encoding: gzip", b"Content-Encoding: br", b"If-None-Match: *", b"If-None-Match: \"", b"If-Match: \"r1\"", b"Range: bytes=0-1",
           b"Authorization: Bearer x", b"Authorization: Basic \x01", b"Upgrade: h2c", b" folded: yes", b"no colon", b": no name", b"X\0Y: 1",
           b"X: " + b"y" * 9000, b"Prefer: return=minimal", b"Origin: null", b"Cookie: a=b", b"X-Forwarded-For: ::1"]
BODIES = [b"", b"hello", b"{}", b"[]", b'{"queries":[{"chip":"h20","destination":"CN"}]}', b"chip\nh20\n", b'{"chip":"h20"}\n', b"\x1f\x8b\x08\0\0\0\0\0\0\3",
          b"\xff" * 50, b"[" * 40, b"5\r\nhello\r\n0\r\n\r\n", b"5;x=y\r\nhello\r\n0\r\nTrailer: 1\r\n\r\n", b"ffffffffffffffff\r\n", b"-1\r\n\r\n", b"0\r\n",
          b"5\r\nhelloX\r\n0\r\n\r\n"]
ENDS = [b"\r\n", b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r", b"\r\n "]
REPORT = re.compile(r"ERROR: \w+Sanitizer|runtime error:|Sanitizer:|\bassert", re.I)


def request(random_):
    plain = random_.random() < 0.6
    end = b"\r\n" if plain else random_.choice(ENDS)
    lines = [b" ".join([random_.choice(METHODS[:8] if plain else METHODS), random_.choice(TARGETS), b"HTTP/1.1" if plain else random_.choice(VERSIONS)])]
    lines += random_.sample(HEADERS, k=random_.choice([0, 0, 1, 1, 2]) if plain else random_.randint(0, 6))
    body = random_.choice(BODIES)
    if plain:
        lines.append(b"Host: a")
        lines += [b"Content-Length: %d" % len(body)] if body else []
    return end.join(lines + [b"", b""]) + body


def mutated(random_, text):
    text = bytearray(text)
    for _ in range(random_.choice([0, 0, 0, 1, 2, 8])):
        at = random_.randrange(len(text) + 1)
        kind = random_.randrange(4)
        if kind == 0:
            text[at:at] = bytes([random_.choice(b"\0\r\n\t :,;%/\xff\x80aZ0")])
        elif kind == 1 and at < len(text):
            text[at] ^= 1 << random_.randrange(8)
        elif kind == 2:
            del text[at:at + random_.randint(1, 9)]
        else:
            text[at:at] = text[:random_.randint(0, 200)]
    return bytes(text)


def statuses(answer):
    """Of every answer in what came: the first line, and what follows a body cannot be told apart without reading it."""
    return [int(found) for found in re.findall(rb"(?:^|\r\n\r\n|\n|\})HTTP/1\.[01] (\d{3}) ", answer)]


class Program:
    """The server under test, on a store of its own."""

    def __init__(self, program, folder):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NAVICERT_")}
        environment.update(NAVICERT_DB=f"{folder}/sockets.db", NAVICERT_PORT="0", NAVICERT_LOG="none", NAVICERT_TOKEN="a-token-for-the-socket-fuzzer",
                           NAVICERT_REQUEST_TIMEOUT_S="2", ASAN_OPTIONS="detect_leaks=1:exitcode=99", UBSAN_OPTIONS="print_stacktrace=1")
        self.log = pathlib.Path(folder) / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([program, "serve"], stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder)
        self.port = self.await_port()

    def text(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def await_port(self):
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(r"serves http://\S+:(\d+)/v1 ", self.text())
            if found:
                return int(found.group(1))
            time.sleep(0.05)
        raise SystemExit(f"the server did not start: {self.text()}")

    def send(self, pieces, patience=0.5):
        """All that is answered until the connection ends, or nothing comes for a while."""
        answer = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            try:
                for piece in pieces:
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(patience)
                while len(answer) < 1 << 20:
                    got = connection.recv(65536)
                    if not got:
                        break
                    answer += got
            except OSError:
                pass  # it was cut: what came before counts
        return answer

    def stop(self):
        """Its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None


def pieces_of(random_, text):
    cuts = sorted(random_.sample(range(len(text) + 1), k=min(random_.choice([0, 0, 1, 3]), len(text))))
    return [text[begin:end] for begin, end in zip([0] + cuts, cuts + [len(text)])]


def attack(program, random_, seconds):
    """(connections, answers, by status, faults)."""
    counts, faults, end, connections = {}, [], time.monotonic() + seconds, 0
    while time.monotonic() < end and not faults:
        text = b"".join(mutated(random_, request(random_)) for _ in range(random_.choice([1, 1, 1, 2, 4])))
        answer = program.send(pieces_of(random_, text), patience=random_.choice([0.01, 0.05]))
        connections += 1
        for status in statuses(answer):
            counts[status] = counts.get(status, 0) + 1
            if status >= 500 and status not in OURS:
                faults.append(f"{status} for {text[:2000]!r}")
        if answer and not answer.startswith(b"HTTP/1."):
            faults.append(f"no HTTP for {text[:2000]!r}: {answer[:200]!r}")
        if program.process.poll() is not None:
            faults.append(f"it ended with {program.process.returncode} at {text[:2000]!r}")
        elif connections % 50 == 0 and b" 200 " not in program.send([PROBE], patience=10).split(b"\r\n")[0]:
            faults.append(f"/healthz is not answered after {text[:2000]!r}")
    return connections, counts, faults


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments[1:])
    with tempfile.TemporaryDirectory(prefix="navicert-sockets-") as folder:
        program = Program(os.path.abspath(options.program), folder)
        try:
            connections, counts, faults = attack(program, random.Random(options.seed), options.seconds)
            if not faults and b" 200 " not in program.send([PROBE], patience=10).split(b"\r\n")[0]:
                faults.append("/healthz is not answered at the end")
        finally:
            code = program.stop()
        if code != 0:
            faults.append(f"it ended with {code}")
        if REPORT.search(program.text()):
            faults.append("it reported something")
        if faults:
            print("\n".join(faults) + "\n" + program.text()[-6000:])
    told = ", ".join(f"{count:,} x {status}" for status, count in sorted(counts.items()))
    print(f"sockets: seed {options.seed}, {connections:,} connections in {options.seconds:g} s, {told}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
