"""What the trials of the HTTP edge share: the program on a free port, and one connection to it, byte by byte."""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time

START_S = 20


class Program:
    """A running navicert in a directory of its own, gone with the `with` block."""

    def __init__(self, binary, *flags):
        self.folder = tempfile.mkdtemp(prefix="navicert-edge-")
        self.log = os.path.join(self.folder, "log")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NAVICERT_")}
        with open(self.log, "wb") as log, open(self.log + ".err", "wb") as diagnostics:
            self.process = subprocess.Popen(
                [os.path.abspath(binary), "serve", "--port", "0", "--db", os.path.join(self.folder, "db"), *flags],
                stdin=subprocess.DEVNULL, stdout=log, stderr=diagnostics, env=environment)
        try:
            self.port = self._await_port()
        except BaseException:
            self.stop()
            raise

    def _await_port(self):
        end = time.monotonic() + START_S
        while time.monotonic() < end and self.process.poll() is None:
            with open(self.log + ".err") as said:
                found = re.search(r"serves http://[^ ]*:(\d+)/v1", said.read())
            if found:
                return int(found.group(1))
            time.sleep(0.02)
        with open(self.log + ".err") as said:
            raise SystemExit(f"navicert did not start: {said.read()}")

    def stop(self):
        """Its exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def connect(port, host=1, timeout=10, receive_buffer=None):
    """A connection from 127.0.0.`host`, which is another client than that from another host."""
    client = socket.socket()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    client.settimeout(timeout)
    client.bind((f"127.0.0.{host}", 0))
    client.connect(("127.0.0.1", port))
    return client


class Answers:
    """The answers on a connection as they come."""

    def __init__(self, client):
        self.client, self.received, self.ended = client, b"", False

    def _receive(self):
        try:
            more = self.client.recv(65536)
        except (ConnectionError, ssl.SSLError):
            more = b""
        self.ended = not more
        self.received += more
        return bool(more)

    def _take(self, size):
        while len(self.received) < size:
            if not self._receive():
                raise EOFError("the connection ended within an answer")
        taken, self.received = self.received[:size], self.received[size:]
        return taken

    def _take_line(self):
        while b"\r\n" not in self.received:
            if not self._receive():
                raise EOFError("the connection ended within an answer")
        return self._take(self.received.index(b"\r\n") + 2)[:-2]

    def read(self, head=False):
        """(status, headers, body) of the next, None where the connection ended instead; TimeoutError while nothing comes."""
        while not self.received:
            if self.ended or not self._receive():
                return None
        line = self._take_line()
        found = re.fullmatch(rb"HTTP/1\.[01] (\d{3}) .*", line)
        if not found:
            raise ValueError(f"not a status line: {line[:80]!r}")
        status, headers = int(found.group(1)), {}
        while line := self._take_line():
            name, _, value = line.partition(b":")
            headers[name.strip().lower().decode("latin-1")] = value.strip().decode("latin-1")
        return status, headers, self._read_body(status, headers, head)

    def _read_body(self, status, headers, head):
        if head or status in (204, 304) or status < 200:
            return b""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = b""
            while size := int(self._take_line(), 16):
                body += self._take(size)
                self._take_line()
            self._take_line()
            return body
        if "content-length" in headers:
            return self._take(int(headers["content-length"]))
        while self._receive():
            pass
        return self._take(len(self.received))
