"""What the trials share: the program started and ended by its own id, a client, a scratch folder, one line of figures."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

SHORT = bool(os.environ.get("SHORT"))
TOKEN = "a-token-of-the-trials-only"
PATIENCE_S = 20
RUNNING = set()  # what is killed at the end, whatever happens


class Failed(Exception):
    """A promise that was not kept; said as it is."""


class Skipped(Exception):
    """Why this machine cannot carry the trial out."""


def expect(holds, text):
    if not holds:
        raise Failed(text)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def told(self):
        return f"{self.status} {self.body[:300]!r}"


class Client:
    """One kept connection; a failed one is opened anew for the next request."""

    def __init__(self, port, timeout=PATIENCE_S):
        self.port, self.timeout, self.connection = port, timeout, None

    def ask(self, target, method="GET", headers=(), body=None):
        headers = dict(headers)
        if body is not None and not isinstance(body, bytes):
            headers["Content-Type"], body = "application/json", json.dumps(body).encode()
        if method in ("PUT", "DELETE") or target == "/v1/changes" and method == "POST":
            headers["Authorization"] = "Bearer " + TOKEN
        if self.connection is None:
            self.connection = HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            self.connection.request(method, target, body, headers)
            response = self.connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        except (OSError, HTTPException):
            self.close()
            raise

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


def environment_of(database, more=()):
    ours = {key: value for key, value in os.environ.items() if not key.startswith("NAVICERT_")}
    return {**ours, "NAVICERT_DB": str(database), **dict(more)}


@contextmanager
def context(text):
    """Says with a failure what was being tried."""
    try:
        yield
    except (Failed, OSError, HTTPException) as fault:
        raise Failed(f"{text()}: {fault if isinstance(fault, Failed) else repr(fault)}") from fault


class Navicert:
    """A server on a port of its own. `prefix` are words before the program, `wait=False` does not wait for its port."""

    def __init__(self, program, database, *flags, environment=(), prefix=(), wait=True, log="none", stdout=subprocess.DEVNULL):
        more = {"NAVICERT_PORT": "0", "NAVICERT_TOKEN": TOKEN, "NAVICERT_LOG": log, **dict(environment)}
        self.process = subprocess.Popen([*prefix, str(program), "serve", "--threads", "2", *flags], stdin=subprocess.DEVNULL,
                                        stdout=stdout, stderr=subprocess.PIPE, env=environment_of(database, more))
        RUNNING.add(self.process)
        self.said, self.port, self.known = [], None, threading.Event()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        if wait:
            self.await_port()

    def _listen(self):
        for raw in self.process.stderr:
            self.said.append(raw.decode(errors="replace").rstrip())
            found = re.search(r"serves http://\S*:(\d+)/", self.said[-1])
            if found:
                self.port = int(found.group(1))
                self.known.set()
        self.known.set()

    def await_port(self):
        expect(self.known.wait(PATIENCE_S) and self.port, f"it did not start: {self.errors()}")
        return self

    def errors(self):
        return " | ".join(self.said[-5:])

    def client(self, timeout=PATIENCE_S):
        return Client(self.port, timeout)

    def ask(self, target, method="GET", headers=(), body=None, timeout=PATIENCE_S):
        client = self.client(timeout)
        try:
            return client.ask(target, method, headers, body)
        finally:
            client.close()

    def pid(self):
        """Of the program itself, also below a tracer that started it."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0]) if children else self.process.pid

    def alive(self):
        return self.process.poll() is None

    def kill(self, number=signal.SIGKILL):
        """Sends it and waits for the end; the exit code."""
        if self.alive():
            self.process.send_signal(number)
        try:
            code = self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failed(f"it did not end within {PATIENCE_S} s of signal {number}: {self.errors()}") from None
        RUNNING.discard(self.process)
        self.listener.join(PATIENCE_S)
        return code

    def stop(self):
        code = self.kill(signal.SIGTERM)
        expect(code == 0, f"SIGTERM ended it with {code}: {self.errors()}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.alive():
            self.kill()


def command(program, database, *words, environment=(), prefix=(), timeout=60):
    """A command carried out; its code, output and diagnostics."""
    return subprocess.run([*prefix, str(program), *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          errors="replace", timeout=timeout, env=environment_of(database, environment), check=False)


def one_line(run, words):
    """A refusal: not 0, by no signal, and one clear line."""
    lines = run.stderr.strip().splitlines()
    expect(run.returncode in (1, 2), f"{words}: ended with {run.returncode}: {run.stderr[:400]}")
    expect(len(lines) == 1 and lines[0].startswith("navicert: "), f"{words}: not one clear line: {run.stderr[:600]}")
    return lines[0]


def verify(program, database):
    """(revisions, digest of the head) of a store that is sound."""
    run = command(program, database, "verify")
    found = re.match(r"sound: (\d+) revisions, head (\w+)$", run.stdout.strip())
    expect(run.returncode == 0 and found, f"verify: {run.returncode}: {run.stdout}{run.stderr}")
    return int(found.group(1)), found.group(2)


def seed(program, folder):
    """A store with the bundled data, made once and copied; one file."""
    path = Path(folder) / "seed.db"
    run = command(program, path, "import", "--bundled")
    expect(run.returncode == 0, f"import --bundled: {run.stderr}")
    return path


def copy_store(source, target):
    for suffix in ("-wal", "-shm", "-journal"):
        Path(str(target) + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    return target


def end_all():
    for process in list(RUNNING):
        if process.poll() is None:
            process.kill()
        process.wait()


def main(name, trial):
    """Runs `trial(program, scratch)`, which returns its line of figures."""
    program = Path(sys.argv[1]).resolve()
    scratch = Path(tempfile.mkdtemp(prefix="navicert-trial-"))
    # What ends the trial from without ends what it started as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    try:
        figures = trial(program, scratch)
        print(f"{name}: {figures} ({time.monotonic() - began:.1f} s)")
        return 0
    except Skipped as why:
        print(f"{name}: skipped: {why}")
        return 0
    except (Failed, OSError, HTTPException, subprocess.SubprocessError) as fault:
        print(f"{name}: FAILED: {fault if isinstance(fault, Failed) else traceback.format_exc()}")
        return 1
    finally:
        end_all()
        shutil.rmtree(scratch, ignore_errors=True)
