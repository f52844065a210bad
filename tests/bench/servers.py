"""Servers under measurement: started on CPU 0, watched through /proc, stopped by their own id."""

import os
import re
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

CPUS = os.sched_getaffinity(0)
SERVER_CPU, CLIENT_CPU = min(CPUS), sorted(CPUS)[1 if len(CPUS) > 1 else 0]
TICKS = os.sysconf("SC_CLK_TCK")
START_S = 20
QUESTION = "/v1/eligibility?chip=nvidia-h20&destination=CN&date=2025-05-01"


class Failure(Exception):
    """Something that was to be measured did not work; said to the user as it is."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, target, headers=(), method="GET", body=None):
    """(status, headers, body) of one request on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=START_S)
    try:
        connection.request(method, target, body, dict(headers))
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


class Server:
    """A process that listens. Its port is given, or found by `pattern` in what it prints."""

    def __init__(self, name, command, *, port=None, pattern=r"^(\d+)$", environment=None, folder=None, ready="/", cpus=None,
                 output=None):
        self.name, self.port, self.ready = name, port, ready
        stdout = open(output, "wb") if output else subprocess.PIPE
        # It inherits the processors of who starts it: nothing else runs between the clock and its own first instruction.
        os.sched_setaffinity(0, cpus or {SERVER_CPU})
        self.began = time.perf_counter()
        self.process = subprocess.Popen([str(word) for word in command], cwd=folder, env={**os.environ, **(environment or {})},
                                        stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.STDOUT, close_fds=False)
        os.sched_setaffinity(0, {CLIENT_CPU})
        self.said = self._follow(stdout, output) if output else self.process.stdout
        try:
            if not port:
                self._find_port(re.compile(pattern))
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _follow(self, written, path):
        """What it writes to a file, read from another place of it as it comes, until it ends."""
        written.close()
        reading = open(path, "rb")
        while not os.path.getsize(path) and self.process.poll() is None:
            time.sleep(0.001)
        return reading

    def _find_port(self, pattern):
        said = []
        for raw in self.said:
            said.append(raw.decode())
            found = pattern.search(said[-1])
            if found:
                self.port = int(found.group(1))
                return
        raise Failure(f"{self.name} did not start: {''.join(said).strip()[-400:]}")

    def _answers(self):
        with socket.create_connection(("127.0.0.1", self.port), START_S) as connection:
            connection.sendall(f"GET {self.ready} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            return connection.recv(4096).startswith(b"HTTP/1.1 200")

    def _wait(self):
        """Until the first answer; `first_answer_s` is how long that took since the process was asked for."""
        end = time.monotonic() + START_S
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if self._answers():
                    self.first_answer_s = time.perf_counter() - self.began
                    return
            except OSError:
                pass
            time.sleep(0.0005)
        raise Failure(f"{self.name} gave no answer at {self.ready}")

    def pids(self):
        found = [self.process.pid]
        for pid in found:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        return found

    def cpu_s(self):
        """User and system time of all its processes so far."""
        ticks = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICKS

    def memory_kb(self, which):
        """`Pss` or `Rss`, summed over its processes."""
        return sum(int(re.search(rf"^{which}:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M).group(1))
                   for pid in self.pids())

    def forget_peak(self):
        for pid in self.pids():
            Path(f"/proc/{pid}/clear_refs").write_text("5")

    def peak_kb(self):
        return sum(int(re.search(r"^VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M).group(1))
                   for pid in self.pids())

    def connections(self):
        """The client's ports of its established connections."""
        ours = f"{self.port:04X}"
        rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
        return {row[2] for row in rows if row[1].endswith(":" + ours) and row[3] == "01"}

    def check(self):
        if self.process.poll() is not None:
            raise Failure(f"{self.name} ended with {self.process.returncode} while it was measured")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.said.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Kit:
    """What is measured and where: programs, scratch folder, the database that each server gets a copy of."""

    TOKEN = "a-token-of-the-benchmarks-only"

    def __init__(self, build, scratch):
        self.build, self.scratch = Path(build), Path(scratch)
        self.program = self.build / "navicert"
        self.database = self.scratch / "navicert.db"

    def ours(self, *flags, database=None, threads=1, log=None):
        """Without a log of requests, unless there is a file for it."""
        environment = {"NAVICERT_DB": str(database or self.database), "NAVICERT_PORT": "0", "NAVICERT_TOKEN": self.TOKEN,
                       "NAVICERT_LOG": "requests" if log else "none"}
        return Server("navicert", [self.program, "serve", *(["--threads", threads] if threads else []), *flags],
                      pattern=r"serves http://\S*:(\d+)/", environment=environment, ready=QUESTION, cpus=None if threads else CPUS,
                      output=log)

    def floor(self, size, extra_headers=0):
        return Server("floor", [self.build / "bench" / "floor", size, extra_headers])
