#!/usr/bin/python3
"""Memory that is not to be had, at the N-th allocation of a start, of each kind of request and of a command, once and for ever after.

Usage: malloc.py PROGRAM FAILN - FAILN is tests/torture/failn.c as a library.
"""

import mmap
import os
import sqlite3
import struct
import subprocess
import sys
import time

import reads
import trial
import writers
from trial import Navicert, command, expect, verify

POINTS = 3 if trial.SHORT else 100000  # of each request, spread over its allocations
WRITE_POINTS = 6 if trial.SHORT else 100000
START_POINTS = 4 if trial.SHORT else 500
ARMED, COUNT, FAIL_AT, FOREVER, FAILED = range(5)
COMMANDS = (("ask", "h20", "CN"), ("backup",), ("verify",), ("screen",), ("export",))


class Control:
    """The page that the library looks at."""

    def __init__(self, path):
        self.path = path
        path.write_bytes(bytes(mmap.PAGESIZE))
        with open(path, "r+b") as file:
            self.page = mmap.mmap(file.fileno(), mmap.PAGESIZE)

    def __getitem__(self, field):
        return struct.unpack_from("q", self.page, 8 * field)[0]

    def __setitem__(self, field, value):
        struct.pack_into("q", self.page, 8 * field, value)

    def arm(self, fail_at, forever):
        self[ARMED] = self[COUNT] = self[FAILED] = 0
        self[FAIL_AT], self[FOREVER] = fail_at, forever
        self[ARMED] = 1

    def disarm(self):
        self[ARMED] = 0


class Trial:
    def __init__(self, program, scratch, shim):
        self.program, self.scratch = program, scratch
        self.control = Control(scratch / "control")
        self.preload = {"LD_PRELOAD": shim, "FAILN": str(self.control.path)}
        self.seed = trial.seed(program, scratch)
        self.points = self.starts = self.answered = self.errors = self.cut = 0

    def measure(self, act):
        """How many allocations it makes; the second time, when what is kept for later is there."""
        act()
        self.control.arm(0, 0)
        act()
        self.control.disarm()
        return self.control[COUNT]

    @staticmethod
    def spread(count, most):
        """As many as are wanted, evenly over all of them."""
        step = max(1, -(-count // most))
        return range(1, count + 1, step)

    def each_point(self, count, most):
        for forever in (0, 1):
            for point in self.spread(count, most):
                self.points += 1
                yield point, forever


def read_everything(at, server):
    """A right answer, an honest error of ours, or a connection that ends; and then the right answer again."""
    client = server.client(5)
    known = reads.references(client)
    for name in reads.REQUESTS:
        count = at.measure(lambda: reads.check(client, known, name))
        for point, forever in at.each_point(count, POINTS):
            at.control.arm(point, forever)
            try:
                good = reads.check(client, known, name, may_fail=True)
            finally:
                at.control.disarm()
            at.answered, at.errors = at.answered + good, at.errors + (not good)
            expect(server.alive(), f"{name}: allocation {point} of {count} ended the server: {server.errors()}")
            reads.check(client, known, name)
    client.close()


def ended(server, what):
    expect(server.alive(), f"{what} ended the server: {server.errors()}")


def fresh_writes():
    """(name, kind, function that gives the next write of it)."""
    numbers = iter(range(1, 10**9))

    def put(kind):
        return lambda: writers.Write([(writers.Slot(kind, f"trial-short-{next(numbers)}"), f"state {next(writers.TEXTS)}")], many=False)

    def many():
        return writers.Write([(writers.Slot("event", f"trial-short-{next(numbers)}"), f"state {next(writers.TEXTS)}") for _ in range(4)], many=True)

    return (("PUT of an event", put("event")), ("PUT of a chip", put("chip")), ("PUT of a ruling", put("ruling")), ("POST of many", many))


def write_everything(at, server, writer):
    client = server.client(5)
    for name, make in fresh_writes():
        count = at.measure(lambda: expect(writer.step(client, make()), f"{name} failed while all was well"))
        for point, forever in at.each_point(count, WRITE_POINTS):
            write = make()
            what = f"{name}, allocation {point} of {count}{' and all after' if forever else ''}"
            with trial.context(lambda: f"{what}: {server.errors()}"):
                write_short(at, server, writer, client, write, what, (point, forever))
            if not write.many and point % 7 == 0:
                delete_short(at, server, writer, client, write.changes[0][0], point // 7 + 1, forever)
    client.close()


def await_head(at, client):
    """What was recorded while there was no memory to compile it is served within a second."""
    head = at.log.execute("SELECT max(seq) FROM revision").fetchone()[0]
    end = time.monotonic() + 5
    while client.ask("/readyz").json()["data_version"] < head:
        expect(time.monotonic() < end, f"data version {head} was recorded and is never served")
        time.sleep(0.02)


def write_short(at, server, writer, client, write, what, fault):
    """One write while memory is short; then it is repeated, and must say what became of it."""
    at.control.arm(*fault)
    try:
        done = writer.step(client, write)
    finally:
        at.control.disarm()
    at.answered, at.errors = at.answered + done, at.errors + (not done)
    ended(server, what)
    expect(all(reads.is_problem(answer) for answer in writer.refusals), f"{what}: a failure that does not say why")
    writer.refusals.clear()
    if writer.unknown:
        await_head(at, client)
        writer.resolve(client)
    slot = write.changes[0][0]
    expect(writers.read(client, slot) == slot.stands(), f"{what}: {slot.target} is {writers.read(client, slot)}, was {slot.stands()}")


def delete_short(at, server, writer, client, slot, point, forever):
    at.points += 1
    write_short(at, server, writer, client, writers.Write([(slot, None)], many=False), f"DELETE, allocation {point}", (point, forever))


def start_short(at):
    """It serves right answers or ends with a sentence."""
    database = trial.copy_store(at.seed, at.scratch / "start.db")

    def start():
        server = Navicert(at.program, database, environment=at.preload, wait=False)
        expect(server.known.wait(trial.PATIENCE_S), "it neither started nor ended")
        return server

    at.control.arm(0, 0)
    start().stop()
    count = at.control[COUNT]
    for point, forever in at.each_point(count, START_POINTS):
        at.control.arm(point, forever)
        server = start()
        at.control.disarm()
        what = f"start, allocation {point} of {count}{' and all after' if forever else ''}"
        if server.port is None:
            code = server.process.wait(trial.PATIENCE_S)
            trial.RUNNING.discard(server.process)
            expect(code in (1, 2, 127) and server.said, f"{what}: ended with {code}: {server.errors()}")
            at.starts += 1
            continue
        answer = server.ask(reads.REQUESTS["eligibility"][1])
        expect(answer.status == 200 or reads.is_problem(answer), f"{what}: {answer.told()}")
        server.stop()
    verify(at.program, database)


def commands_short(at):
    """A command does its work or fails with a sentence, and what it printed is right or nothing."""
    for words in COMMANDS:
        command_short(at, words)


def words_of(at, words):
    target = at.scratch / "out"
    subprocess.run(["rm", "-rf", str(target)], check=True)
    if words[0] == "screen":
        (at.scratch / "lines.ndjson").write_bytes(reads.LINES)
        return ("screen", at.scratch / "lines.ndjson")
    return (*words, target) if words[0] in ("backup", "export") else words


def command_short(at, words):
    at.control.arm(0, 0)
    whole = command(at.program, at.seed, *words_of(at, words), environment=at.preload)
    expect(whole.returncode == 0, f"{words}: {whole.stderr}")
    count = at.control[COUNT]
    for point, forever in at.each_point(count, max(2, START_POINTS // 4)):
        at.control.arm(point, forever)
        run = command(at.program, at.seed, *words_of(at, words), environment=at.preload)
        at.control.disarm()
        what = f"{words[0]}, allocation {point} of {count}{' and all after' if forever else ''}"
        expect(run.returncode in (0, 1, 2, 127), f"{what}: ended with {run.returncode}: {run.stderr[:300]}")
        if run.returncode == 0:
            expect(run.stdout == whole.stdout, f"{what}: another answer: {run.stdout[:300]}")
        else:
            expect(run.stderr.strip(), f"{what}: failed without a word")
        if words[0] == "backup" and run.returncode == 0:
            expect(verify(at.program, at.scratch / "out") == verify(at.program, at.seed), f"{what}: the copy differs")


def serve_short(at):
    database = trial.copy_store(at.seed, at.scratch / "store.db")
    writer = writers.Writer("short", [], seed=6)
    at.log = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    with Navicert(at.program, database, environment=at.preload) as server:
        read_everything(at, server)
        write_everything(at, server, writer)
        at.log.close()
        server.stop()
    verify(at.program, database)
    return writer


def run(program, scratch):
    at = Trial(program, scratch, os.path.abspath(sys.argv[2]))
    writer = serve_short(at)
    start_short(at)
    commands_short(at)
    expect(at.errors > 0 and at.starts > 0, "no allocation that failed was noticed: this proves nothing")
    told = ", ".join(f"{count} {what}" for what, count in writer.repeated.items())
    return (f"{at.points:,} allocations failed, once or with all after: 0 crashes, 0 wrong answers, 0 refusals of what was valid; {at.answered} requests "
            f"answered all the same, {at.errors} failed honestly (writes repeated: {told}); {at.starts} starts ended with a sentence")


if __name__ == "__main__":
    sys.exit(trial.main("malloc", run))
