#!/usr/bin/python3
"""Slow clients hold nothing for longer than their time: slow.py BINARY [--short].

Clients of four kinds take every connection and are never inactive for long: half a header, half a body, an answer read a little at a
time, and silence. Meanwhile another address asks for /healthz all the time, and then is served what it asks for.
"""

import argparse
import sys
import time

import edge

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n"
SERVICE = b"GET /v1 HTTP/1.1\r\nHost: t\r\n\r\n"
PROBE_LIMIT_S = 1.0  # ten times what is promised: the machine may be busy, and a stall takes seconds
SLACK_S = 1.5  # of the clock of the trial, for the same reason
MAKING_S = 30  # of the answers that fill the buffers before any is read slowly: each has a time of its own
LARGE = b"GET /v1/rulings?limit=200 HTTP/1.1\r\nHost: t\r\n\r\n"


class Slow:
    """A client that does a little each step."""

    kind = ""
    buffer = None

    def __init__(self, port, host):
        self.client = edge.connect(port, host, receive_buffer=self.buffer)
        self.port = self.client.getsockname()[1]
        self.began, self.over, self.last_held = time.monotonic(), False, None
        self.client.setblocking(False)
        self.begin()

    def begin(self):
        pass

    def step(self):
        pass

    def do(self):
        """One step, unless it is over."""
        if self.over:
            return
        try:
            self.step()
        except BlockingIOError:
            return
        except OSError:
            self.over = True

    def drain(self, size=4096):
        """What has come."""
        try:
            self.over = not self.client.recv(size)
        except BlockingIOError:
            pass


class Silent(Slow):
    kind = "silent"

    def step(self):
        self.drain()


class Headers(Slow):
    kind = "headers"

    def begin(self):
        self.client.send(b"GET /v1 HTTP/1.1\r\nHost: t\r\nX: ")

    def step(self):
        self.drain()
        self.client.send(b"y")


class Body(Slow):
    kind = "body"

    def begin(self):
        self.client.send(b"POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\n")

    def step(self):
        self.drain()
        self.client.send(b"[")


class Reading(Slow):
    """So many large answers asked for at once that they do not fit into the buffers between; read a few bytes at a time."""

    kind = "reading"
    buffer = 2048

    def begin(self):
        self.client.send(LARGE * 40)

    def step(self):
        self.drain(16)


KINDS = (Headers, Body, Reading, Silent)


def ask(port, host, request):
    """(seconds, status) on a connection of its own."""
    began = time.monotonic()
    client = edge.connect(port, host)
    try:
        client.sendall(request)
        answer = edge.Answers(client).read()
    except OSError:
        answer = None
    finally:
        client.close()
    return time.monotonic() - began, answer[0] if answer else 0


def held_by(port):
    """The ports of the clients that the server on this port holds a socket for; one that does not read on cannot tell by itself."""
    with open("/proc/net/tcp") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    return {int(row[2].split(":")[1], 16) for row in rows if int(row[1].split(":")[1], 16) == port and row[9] != "0"}


def attack(port, kinds, slots, seconds):
    """Clients of the kinds, until none is held or the time is up; meanwhile another asks. (clients, probes, statuses of the other)"""
    clients = [kinds[i % len(kinds)](port, 1) for i in range(slots)]
    probes, statuses, began, held = [], [], time.monotonic(), set()
    while time.monotonic() < began + seconds and (held or time.monotonic() < began + 0.5):
        held = held_by(port) & {client.port for client in clients}
        for client in clients:
            client.do()
            if client.port in held:
                client.last_held = time.monotonic()
        probes.append(ask(port, 2, HEALTH))
        statuses.append(ask(port, 2, SERVICE)[1])
        time.sleep(0.05)
    return clients, probes, statuses


def check(clients, probes, statuses, deadline, takes_all, reading):
    """(the longest that one was held, the longest that a probe took); AssertionError where a promise does not hold."""
    worst = max(seconds for seconds, _ in probes)
    kept = max(client.last_held - client.began for client in clients if client.last_held)
    assert all(status == 200 for _, status in probes), f"a probe was not answered: {sorted({s for _, s in probes})}"
    assert worst < PROBE_LIMIT_S, f"a probe took {worst:.3f} s"
    assert kept <= deadline + SLACK_S + (MAKING_S if reading else 0), f"one was held for {kept:.1f} s, not {deadline} s"
    assert not takes_all or all(client.last_held for client in clients), "not every connection was taken"
    assert set(statuses) <= ({200, 503} if takes_all else {200}), f"another address got {sorted(set(statuses))}"
    return kept, worst


def try_kinds(binary, kinds, slots, deadline, share):
    """As many slow clients as there are connections, of which their address may have a share. A line of figures."""
    seconds = str(deadline)
    flags = ("--connections-max", str(slots), "--connections-per-address", str(int(slots * share)), "--log", "none",
             "--request-timeout-s", seconds, "--response-timeout-s", seconds, "--idle-timeout-s", seconds)
    with edge.Program(binary, *flags) as program:
        clients, probes, statuses = attack(program.port, kinds, slots, deadline + 2 * SLACK_S + MAKING_S)
        kept, worst = check(clients, probes, statuses, deadline, share == 1, Reading in kinds)
        _, served = ask(program.port, 2, SERVICE)
        for client in clients:
            client.client.close()
        assert served == 200, f"afterwards another address got {served}"
        assert program.stop() == 0, "the server did not end in order"
    names = "+".join(kind.kind for kind in kinds)
    what = "all" if share == 1 else f"{share:.0%} of all"
    return (f"{names} on {what} held for {kept:.1f} s, worst of {len(probes)} probes {worst * 1000:.0f} ms, "
            f"others served {statuses.count(200)} of {len(statuses)} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--short", action="store_true", help="all kinds at once, for a few seconds")
    options = parser.parse_args()
    slots, deadline = (200, 1) if options.short else (1000, 10)
    trials = [(KINDS, 1), (KINDS, 0.75)] if options.short else [((kind,), 1) for kind in KINDS] + [(KINDS, 1), (KINDS, 0.75)]
    figures = []
    for kinds, share in trials:
        try:
            figures.append(try_kinds(options.binary, kinds, slots, deadline, share))
        except AssertionError as fault:
            print(f"slow clients ({'+'.join(kind.kind for kind in kinds)}, {share:.0%}): {fault}", file=sys.stderr)
            return 1
    print(f"slow clients: {slots} on {slots} connections of {deadline} s: {'; '.join(figures)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
