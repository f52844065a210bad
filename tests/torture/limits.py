#!/usr/bin/python3
"""Too few descriptors, threads or bytes of memory, a clock that jumps, storms of signals, a log that nobody reads.

Usage: limits.py PROGRAM
"""

import glob
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path

import reads
import trial
import writers
from trial import Failed, Navicert, Skipped, command, expect, verify

STORM_S = 0.4 if trial.SHORT else 20
SIGNALS = 3 if trial.SHORT else 40  # ends by several SIGTERM
JUMPS = ("+3d", "-5d") if trial.SHORT else ("+1d", "+3d", "-5d", "+0d", "-40d", "+400d", "-1d", "+36500d", "+0d") * 3
SPACES = (24, 80) if trial.SHORT else (8, 16, 24, 32, 40, 48, 56, 64, 80, 100, 120, 150, 200, 300, 500, 900)
THREADS = (1, 4) if trial.SHORT else range(1, 16)
DESCRIPTORS = 128
STRANGER = 54321  # a user who has no other process


def cpu_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def few_descriptors(program, database):
    """More clients than descriptors: who is in is answered, the others wait or are refused, nothing spins, and then all is well."""
    writer = writers.Writer("descriptors", [], seed=1)
    with Navicert(program, database, "--threads", "1", prefix=["prlimit", f"--nofile={DESCRIPTORS}:{DESCRIPTORS}"]) as server:
        client = server.client(2)
        known = reads.references(client)
        crowd = [socket.create_connection(("127.0.0.1", server.port), trial.PATIENCE_S) for _ in range(2 * DESCRIPTORS)]
        time.sleep(0.2)
        began = cpu_s(server.pid())
        time.sleep(0.4)
        expect(cpu_s(server.pid()) - began < 0.2, "it spins while there are no descriptors")
        for name in ("chip", "chips", "eligibility", "search"):
            reads.check(client, known, name, may_fail=True)
        writer.step(client)
        for one in (*crowd, client):
            one.close()
        await_answer(server)
        # A write whose client has given up may still have waited to be let in: behind this one it is done or it never will be.
        expect(writers.Writer("behind", [], seed=3).step(server.client()), "a write failed with descriptors enough")
        writer.check(server.client())
        server.stop()
    verify(program, database)
    return len(crowd)


def await_answer(server):
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            if server.ask("/v1/chips", timeout=1).status == 200:
                return
        except (OSError, HTTPException):
            pass
    raise Failed("new clients are not answered when there are descriptors again")


def little_memory(program, database):
    """A running server that gets no more address space, and starts that have too little of it."""
    writer, failed = writers.Writer("memory", [], seed=2), 0
    with Navicert(program, database) as server:
        client, pid = server.client(), server.pid()
        known = reads.references(client)
        was = resource.prlimit(pid, resource.RLIMIT_AS)
        for more in (0, 1 << 18, 1 << 21, 1 << 23):
            size = int(Path(f"/proc/{pid}/statm").read_text().split()[0]) * resource.getpagesize()
            resource.prlimit(pid, resource.RLIMIT_AS, (size + more, was[1]))
            for name in reads.REQUESTS:
                failed += not reads.check(client, known, name, may_fail=True)
            failed += not writer.step(client)
            resource.prlimit(pid, resource.RLIMIT_AS, was)
            expect(server.alive(), f"too little memory ended it: {server.errors()}")
            writer.check(client)
        for name in reads.REQUESTS:
            reads.check(client, known, name)
        server.stop()
    verify(program, database)
    return failed


def starts_or_says(program, database, prefix, what):
    """True: it served a right answer. Else it ended with a sentence and not by a signal."""
    server = Navicert(program, database, "--threads", "8", prefix=prefix, wait=False)
    expect(server.known.wait(trial.PATIENCE_S), f"{what}: it neither started nor ended")
    if server.port:
        answer = server.ask(reads.REQUESTS["eligibility"][1])
        expect(answer.status == 200 or reads.is_problem(answer), f"{what}: {answer.told()}")
        server.stop()
        return True
    code = server.process.wait(trial.PATIENCE_S)
    trial.RUNNING.discard(server.process)
    server.listener.join(trial.PATIENCE_S)
    expect(code in (1, 2, 127) and server.said, f"{what}: ended with {code}: {server.errors()}")
    return False


def small_starts(program, scratch, seed):
    """Starts with little address space, and by a user who may have few threads; how many of them ended with a sentence."""
    database, ended, count = trial.copy_store(seed, scratch / "small.db"), 0, 0
    for space in SPACES:
        ended += not starts_or_says(program, database, ["prlimit", f"--as={space << 20}"], f"{space} MiB of address space")
        count += 1
    if os.geteuid() == 0 and shutil.which("setpriv"):
        place = scratch / "stranger"
        place.mkdir()
        database = trial.copy_store(seed, place / "store.db")
        for path in (scratch, place, database):
            os.chmod(path, 0o777)
        own = shutil.copy(program, place / "navicert")
        for most in THREADS:
            prefix = ["setpriv", f"--reuid={STRANGER}", f"--regid={STRANGER}", "--clear-groups", "prlimit", f"--nproc={most}:{most}"]
            ended += not starts_or_says(own, database, prefix, f"{most} threads")
            count += 1
    expect(ended > 0, "no start had too little: this proves nothing")
    verify(program, database)
    return ended, count


class Clock:
    """A clock that jumps; the monotonic one goes on."""

    def __init__(self, scratch):
        found = glob.glob("/usr/lib*/faketime/libfaketimeMT.so.1") + glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        self.file = scratch / "clock"
        self.variables = found and {"LD_PRELOAD": found[0], "FAKETIME_TIMESTAMP_FILE": str(self.file), "FAKETIME_NO_CACHE": "1",
                                    "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_FORCE_MONOTONIC_FIX": "0"}
        self.jump("+0d")

    def jump(self, offset):
        fresh = self.file.with_suffix(".new")
        fresh.write_text(offset + "\n")
        fresh.rename(self.file)


def clock_jumps(program, database, scratch):
    """Answers of a version stay, tokens end by the clock, waits by the monotonic one, and the log never goes backward."""
    clock, writer = Clock(scratch), writers.Writer("clock", [], seed=3)
    if not clock.variables:
        return 0
    made = command(program, database, "token", "create", "--name", "short", "--expires-in-days", "2", environment=clock.variables)
    token = {"Authorization": "Bearer " + made.stdout.split()[0]}
    with Navicert(program, database, environment=clock.variables) as server:
        client = server.client()
        known = reads.references(client)
        etag = reads.send(client, "chip").headers["ETag"]
        for offset in JUMPS:
            clock.jump(offset)
            for name in reads.REQUESTS:
                reads.check(client, known, name)
            expect(client.ask(reads.REQUESTS["chip"][1], headers={"If-None-Match": etag}).status == 304, f"{offset}: the ETag changed")
            began = time.monotonic()
            head = client.ask("/readyz").json()["data_version"]
            expect(client.ask(f"/v1/changes?wait=1&known_at={head}&seq.gt={head}").status in (200, 400), "a long poll")
            expect(time.monotonic() - began < 3, f"{offset}: waiting went by the clock that jumped")
            for _ in range(3):
                expect(writer.step(client), f"{offset}: a write failed: {writer.answered}")
            token_by_clock(server, token, offset)
        writer.check(client)
        server.stop()
    verify(program, database)
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as store:
        instants = [row[0] for row in store.execute("SELECT recorded_at FROM revision ORDER BY seq")]
    expect(instants == sorted(set(instants)), "the instants of the log do not rise")
    return len(JUMPS)


def token_by_clock(server, token, offset):
    slot = writers.Slot("event", "clock")
    connection = trial.HTTPConnection("127.0.0.1", server.port, timeout=trial.PATIENCE_S)
    connection.request("DELETE", slot.target, headers={**token, "If-Match": '"r1"'})
    status = connection.getresponse().status
    connection.close()
    ended = int(offset[:-1]) >= 2
    expect(status == (401 if ended else 404), f"{offset}: a token of two days is answered {status}")


def storms(program, database):
    """SIGHUP and SIGPIPE without end do nothing; several SIGTERM end it, and what was acknowledged stays."""
    crew, sent = [writers.Writer(f"storm-{number}", [], seed=number) for number in range(2)], 0
    for number in range(SIGNALS):
        server = Navicert(program, database)
        client = server.client()
        for writer in crew:
            writer.check(client)
        client.close()
        threads = writers.start(crew, server)
        end = time.monotonic() + STORM_S / SIGNALS
        while time.monotonic() < end:
            for one in (signal.SIGHUP, signal.SIGPIPE):
                server.process.send_signal(one)
                sent += 1
            time.sleep(0.0005)
        expect(server.alive(), f"a storm of signals ended it: {server.errors()}")
        for _ in range(number % 3 + 1):
            server.process.send_signal(signal.SIGTERM)
        code = server.kill(signal.SIGTERM) if number % 3 else server.process.wait(trial.PATIENCE_S)
        expect(code == 0 or (code == -signal.SIGTERM and number % 3), f"SIGTERM ended it with {code}: {server.errors()}")
        trial.RUNNING.discard(server.process)
        writers.join(threads, crew)
    with Navicert(program, database) as server:
        for writer in crew:
            writer.check(server.client())
    verify(program, database)
    return sent


def silent_log(program, database):
    """A reader of the log that stops, one that goes away, and none at all: requests are answered all the same."""
    for kind in ("stops", "goes away", "is not there"):
        ours, theirs = os.pipe()
        prefix = ["sh", "-c", 'exec "$@" >&- <&-', "sh"] if kind == "is not there" else []
        server = Navicert(program, database, log="requests", stdout=theirs, prefix=prefix)
        os.close(theirs)
        if kind == "goes away":
            os.close(ours)
        client = server.client(5)
        began = time.monotonic()
        for _ in range(1200):
            expect(client.ask("/v1/groups/EU").status in (200, 404), f"a log whose reader {kind}")
        expect(time.monotonic() - began < 15, f"a log whose reader {kind} holds requests up")
        expect(server.ask("/v1/chips").status == 200, f"another client, while the reader of the log {kind}")
        server.stop()
        if kind != "goes away":
            os.close(ours)
    verify(program, database)
    return 3


def run(program, scratch):
    if not shutil.which("prlimit"):
        raise Skipped("there is no prlimit")
    seed = trial.seed(program, scratch)
    database = trial.copy_store(seed, scratch / "store.db")
    crowd = few_descriptors(program, database)
    failed = little_memory(program, database)
    ended, count = small_starts(program, scratch, seed)
    jumps = clock_jumps(program, database, scratch)
    sent = storms(program, database)
    logs = silent_log(program, database)
    return (f"{crowd} clients on {DESCRIPTORS} descriptors, {failed} requests failed honestly for want of address space, {ended} of {count} small starts ended "
            f"with a sentence, {jumps} jumps of the clock{'' if jumps else ' (no libfaketime)'}, {sent:,} signals under writes, {logs} logs that nobody "
            "read: nothing lost, nothing wrong")


if __name__ == "__main__":
    sys.exit(trial.main("limits", run))
