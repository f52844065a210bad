#!/usr/bin/python3
"""Instructions a request of two programs, counted by callgrind: instructions.py BASE HEAD --scratch FOLDER [--limit 1.05].

Times depend on what else a machine does, counts hardly. The server runs under callgrind with one loop; each case is asked N times and
then 2N times on kept connections, and of both counts the difference is divided by N: what a batch costs once drops out. On 16 connections
the server is stopped while the 16 requests are sent, so that it always finds all of them. The C library clears and copies memory
without `rep stosb`, of which each byte would count as an instruction. Fails where HEAD needs more than the limit
times what BASE needs. The profiles stay in the folder, a file a case, for callgrind_annotate.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import screenings
from connection import Connection
from questions import Questions
from servers import Failure, Kit, QUESTION, Server, ask
from writes import an_event, put_event

CONNECTIONS = 16
LINES = 10_000
NO_REP = ":".join(f"glibc.cpu.x86_rep_{which}_threshold={1 << 30}" for which in ("stosb", "movsb"))
SUMMARY = re.compile(r"^summary: (\d+)$", re.M)


class Counted(Server):
    """The program under callgrind; `count` says how many instructions there were since it was last called."""

    def __init__(self, kit, database):
        self.folder, self.dumps = kit.scratch, 0
        command = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={kit.scratch}/out", f"--vgdb-prefix={kit.scratch}/vgdb",
                   kit.program, "serve", "--threads", "1"]
        environment = {"NAVICERT_DB": str(database), "NAVICERT_PORT": "0", "NAVICERT_TOKEN": Kit.TOKEN, "NAVICERT_LOG": "none",
                       "GLIBC_TUNABLES": NO_REP}
        super().__init__("navicert", command, pattern=r"serves http://\S*:(\d+)/", environment=environment, ready=QUESTION)

    def count(self, name):
        self.check()
        subprocess.run(["vgdb", f"--vgdb-prefix={self.folder}/vgdb", f"--pid={self.process.pid}", "dump"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.dumps += 1
        dump = (self.folder / f"out.{self.dumps}").rename(self.folder / f"{name}.callgrind")
        return int(SUMMARY.search(dump.read_text()).group(1))

    def pause(self):
        os.kill(self.process.pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.process.pid, signal.SIGCONT)


def get(target, *headers):
    lines = "".join(f"{line}\r\n" for line in headers)
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n".encode()


def requests(server, questions):
    """Name → (requests that are asked in turn, the status of their answers)."""
    triples = questions.triples(200)
    targets = {explain: [f"/v1/eligibility?chip={chip}&destination={place}&date={day}&explain={explain}" for chip, place, day in triples]
               for explain in ("none", "summary", "full")}
    tagged = [(target, ask(server.port, target)[1]["ETag"]) for target in targets["none"]]
    cases = {f"eligibility, explain={explain}": ([get(target) for target in targets[explain]], 200) for explain in targets}
    return {**cases,
            "eligibility, 304": ([get(target, f"If-None-Match: {tag}") for target, tag in tagged], 304),
            "healthz": ([get("/healthz")], 200),
            "no such address, 404": ([get("/v1/no-such-address")], 404),
            "one chip": ([get(f"/v1/chips/{chip}") for chip in questions.chips], 200),
            "list page": ([get(f"/v1/{kind}?limit=50") for kind in ("chips", "rulings", "events", "destinations")], 200)}


def ask_all(server, connections, asked, rounds, status):
    """So many requests on each of the connections, all of them before an answer is read."""
    for number in range(rounds):
        if len(connections) > 1:
            server.pause()
        for which, connection in enumerate(connections):
            connection.send(asked[(number * len(connections) + which) % len(asked)])
        if len(connections) > 1:
            server.go_on()
        for connection in connections:
            head, _ = connection.receive()
            if not head.startswith(b"HTTP/1.1 %d " % status):
                raise Failure(f"{head[:200]!r} instead of {status}")


def per_request(server, name, act, count):
    """`act(n)` does n of what is counted."""
    act(count)
    server.count(f"{name} (warm)")
    act(count)
    once = server.count(f"{name} (once)")
    act(2 * count)
    return (server.count(name) - once) / count


def count_kept(server, cases, number):
    found = {}
    for name, (asked, status) in cases.items():
        for size in (1, CONNECTIONS):
            connections = [Connection(server.port) for _ in range(size)]
            full = f"{name}, {size} connection{'s' if size > 1 else ''}"
            rounds = max(1, number // size)
            found[full] = per_request(server, full, lambda n: ask_all(server, connections, asked, n, status), rounds) / size
            for connection in connections:
                connection.close()
    return found


def come_and_go(server, times):
    for _ in range(times):
        ask(server.port, "/healthz", {"Connection": "close"}.items())


def put_events(server, event, times):
    connection = Connection(server.port)
    for _ in range(times):
        connection.send(put_event(event))
        head, _ = connection.receive()
        if not head.startswith(b"HTTP/1.1 201"):
            raise Failure(f"an event was not stored: {head[:200]!r}")
    connection.close()


def measure(program, scratch, number):
    """Instructions of each case, and of the start."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    kit = Kit(program.parent, scratch)
    with kit.ours() as plain:  # makes the database
        questions = Questions(kit, plain)
        event = an_event(plain, questions)
        cases = requests(plain, questions)
    lines = screenings.file_of(questions, LINES)
    with Counted(kit, kit.database) as server:
        found = {"start to the first answer": server.count("start")}
        found |= count_kept(server, cases, number)
        found["a connection of its own, healthz"] = per_request(server, "connection", lambda n: come_and_go(server, n), number // 4)
        found[f"screenings, {LINES:,} lines"] = per_request(
            server, "screenings", lambda n: [screenings.post(server, lines, LINES) for _ in range(n)], 2)
        found["put an event"] = per_request(server, "put", lambda n: put_events(server, event, n), max(2, number // 20))
    return found


def show(base, head, limit):
    """A table, and how many rows are above the limit."""
    above = 0
    width = max(map(len, head))
    print(f"{'instructions':{width}} {'base':>14} {'head':>14}  ratio")
    for name, ours in head.items():
        ratio = ours / base[name]
        above += ratio > limit
        print(f"{name:{width}} {base[name]:14,.0f} {ours:14,.0f}  {ratio:.3f}{' above the limit' if ratio > limit else ''}")
    return above


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path, help="a program built earlier")
    parser.add_argument("head", type=Path)
    parser.add_argument("--scratch", type=Path, required=True, help="a folder for databases and profiles")
    parser.add_argument("--limit", type=float, default=1.05, help="of HEAD divided by BASE")
    parser.add_argument("--requests", type=int, default=400, help="N")
    options = parser.parse_args()
    for tool in ("valgrind", "vgdb"):
        if not shutil.which(tool):
            raise Failure(f"{tool} is missing: docker/packages.sh bench installs it")
    scratch = options.scratch.absolute()
    base, head = (measure(program.absolute(), scratch / name, options.requests)
                  for program, name in ((options.base, "base"), (options.head, "head")))
    above = show(base, head, options.limit)
    print(f"instructions: {len(head)} counts, {above} above {options.limit:g} times the base")
    return 1 if above else 0


try:
    sys.exit(main())
except (Failure, subprocess.CalledProcessError) as failure:
    sys.exit(f"instructions: {failure}")
