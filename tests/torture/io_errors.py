#!/usr/bin/python3
"""System calls that fail: an honest 5xx, never a crash nor a wrong answer, and the service recovers. Then files that were damaged,
and places that cannot be written.

Usage: io_errors.py PROGRAM
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import reads
import trial
import writers
from trial import Navicert, Skipped, command, expect, one_line, verify

CALLS = {"fdatasync": ("EIO", "ENOSPC", "EROFS", "EINTR"), "pwrite64": ("EIO", "ENOSPC", "EROFS", "EINTR"), "pread64": ("EIO", "EINTR"),
         "openat": ("EIO", "EMFILE", "EROFS"), "ftruncate": ("EIO", "ENOSPC"), "mmap": ("ENOMEM",), "fcntl": ("EIO", "ENOLCK", "EINTR"),
         "fstat": ("EIO",), "newfstatat": ("EIO",), "accept4": ("ECONNABORTED",)}
SHORT_CALLS = (("fdatasync", "EIO", 1, 2), ("pwrite64", "EIO", 3, 2), ("pwrite64", "ENOSPC", 1, 3), ("pread64", "EIO", 1, 3),
               ("fcntl", "EIO", 2, 3))
FIRST, RUN = (1, 3, 8, 30), (1, 4)  # the n-th call of a thread is the first to fail, and so many in turn
START_CALLS, START_FIRST = ("openat", "pread64", "pwrite64", "fcntl", "ftruncate", "fdatasync"), (12,) if trial.SHORT else range(1, 60, 3)
DAMAGES = 4 if trial.SHORT else 200
RANDOM = random.Random(23)


def tracer(*words):
    return ["strace", "-f", "-qq", "-o", "/dev/null", *words]


def injection(call, error, first, run):
    return ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={first}..{first + run - 1}"]


class Faults:
    """While it lasts, a system call of the server fails."""

    def __init__(self, server, *fault):
        self.process = subprocess.Popen(tracer("-p", str(server.process.pid), *injection(*fault)), stdin=subprocess.DEVNULL)
        trial.RUNNING.add(self.process)
        status = f"/proc/{server.process.pid}/status"
        end = time.monotonic() + trial.PATIENCE_S
        while "TracerPid:\t0\n" in open(status, encoding="ascii").read():
            if self.process.poll() is not None or time.monotonic() > end:
                raise Skipped("strace cannot attach to a process here")
            time.sleep(0.002)
        time.sleep(0.02)  # the other threads

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(trial.PATIENCE_S)
        trial.RUNNING.discard(self.process)


def under_fault(server, writer, known, fault):
    """Writes and reads while calls fail; how many reads were answered all the same, and how many were not."""
    client, answered, failed = server.client(5), 0, 0
    with Faults(server, *fault):
        for name in RANDOM.sample(list(reads.REQUESTS), 4):
            good = reads.check(client, known, name, may_fail=True)
            answered, failed = answered + good, failed + (not good)
            # What is unknown is settled when the faults are over.
            while not writer.unknown and RANDOM.random() < 0.8:
                writer.step(client)
    client.close()
    expect(server.alive(), f"{fault}: the server ended: {server.errors()}")
    expect(all(reads.is_problem(answer) for answer in writer.refusals), f"{fault}: a failed write that does not say why")
    return answered, failed


def while_serving(program, database, faults):
    writer, answered, failed = writers.Writer("faulty", [], seed=4), 0, 0
    with Navicert(program, database) as server:
        client = server.client()
        known = reads.references(client)
        for fault in faults:
            with trial.context(lambda: f"after {fault}: {server.errors()}"):
                counts = under_fault(server, writer, known, fault)
                writer.check(client)
                reads.check(client, known, RANDOM.choice(list(reads.REQUESTS)))
            answered, failed = answered + counts[0], failed + counts[1]
        for name in reads.REQUESTS:
            reads.check(client, known, name)
        server.stop()
    verify(program, database)
    return writer, answered, failed


def while_starting(program, seed, scratch):
    """The n-th call fails while the server starts: it serves right answers, or ends with a sentence; the store is as it was."""
    database, refused, count = scratch / "starting.db", 0, 0
    for call in START_CALLS:
        for first in START_FIRST:
            trial.copy_store(seed, database)
            count += 1
            server = Navicert(program, database, prefix=tracer(*injection(call, "EIO", first, 1)), wait=False)
            expect(server.known.wait(trial.PATIENCE_S), f"{call} {first}: it neither started nor ended")
            if server.port:
                answer = server.ask("/v1/chips/nvidia-h20")
                expect(answer.status == 200 or reads.is_problem(answer), f"{call} {first}: {answer.told()}")
                os.kill(server.pid(), signal.SIGTERM)
                server.process.wait(trial.PATIENCE_S)
            else:
                code = server.process.wait(trial.PATIENCE_S)
                refused += 1
                expect(code in (1, 2, 127) and server.said, f"{call} {first}: ended with {code}: {server.errors()}")
    verify(program, database)
    return refused, count


def log_bytes(database):
    """Where in the file the text of the log stands."""
    whole, found, at = database.read_bytes(), [], 0
    words = [b'"op":"put"', b'"kind":"event"', b'"document":{']
    for word in words:
        at = whole.find(word)
        while at >= 0 and len(found) < 20000:
            found.append(at + RANDOM.randrange(len(word)))
            at = whole.find(word, at + 1)
    return found


def damage(database, kind, places):
    with open(database, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        if kind == "truncated":
            file.truncate(RANDOM.randrange(size))
            return
        spots = [RANDOM.choice(places)] if kind == "log" else [RANDOM.randrange(size) for _ in range(RANDOM.choice((1, 1, 3, 40)))]
        if kind == "header":
            spots = [RANDOM.randrange(100)]
        for spot in spots:
            file.seek(spot)
            old = file.read(1)[0]
            file.seek(spot)
            file.write(bytes([old ^ 1 << RANDOM.randrange(8)]))


def answers_of(program, database, known):
    """How many answers of a damaged store were right and how many wrong; errors are neither."""
    right = wrong = 0
    server = Navicert(program, database, wait=False)
    expect(server.known.wait(trial.PATIENCE_S), "a damaged store: it neither started nor ended")
    if not server.port:
        expect(server.process.wait(trial.PATIENCE_S) == 1 and server.said, f"a damaged store: {server.errors()}")
        trial.RUNNING.discard(server.process)
        return 0, 0
    client = server.client()
    for name in known:
        answer = reads.send(client, name)
        expect(answer.status in (200, 404, 410) or reads.is_problem(answer), f"a damaged store, {name}: {answer.told()}")
        right += answer.body == known[name]
        wrong += answer.body != known[name] and answer.status < 500 and name not in reads.OF_THE_HEAD
    expect(server.alive(), f"a damaged store ended the server: {server.errors()}")
    server.kill()
    return right, wrong


def damaged(program, seed, scratch, known):
    """Flipped bits and cut files. Whatever is answered wrongly, verify knows of; of the log it knows every bit."""
    database, places = scratch / "damaged.db", log_bytes(seed)
    noticed = wrong_and_noticed = 0
    for number in range(DAMAGES):
        kind = ("anywhere", "log", "truncated", "header")[number % 4]
        trial.copy_store(seed, database)
        damage(database, kind, places)
        run = command(program, database, "verify")
        expect(run.returncode in (0, 1), f"verify of a damaged store ended with {run.returncode}: {run.stderr[:300]}")
        expect(kind != "log" or run.returncode == 1, "a bit of the log was flipped, and verify calls it sound")
        noticed += run.returncode
        asked = command(program, database, "ask", "h20", "CN")
        expect(asked.returncode in (0, 1), f"ask of a damaged store ended with {asked.returncode}: {asked.stderr[:300]}")
        _, wrong = answers_of(program, database, known)
        expect(not wrong or run.returncode == 1, f"{wrong} wrong answers of a store that verify calls sound ({kind} {number})")
        wrong_and_noticed += wrong > 0
    return noticed, wrong_and_noticed


def read_only(program, seed, scratch):
    """A place that cannot be written: a whole store is served for reading, anything else is refused in one line."""
    folder, mounted = scratch / "read-only", False
    folder.mkdir()
    leave_log(program, seed, folder / "whole.db", signal.SIGTERM)
    leave_log(program, seed, folder / "left.db")
    leave_log(program, seed, folder / "log.db")
    (folder / "log.db-shm").unlink()
    if os.geteuid() != 0:
        return False
    for words in (("mount", "--bind", folder, folder), ("mount", "-o", "remount,ro,bind", folder)):
        mounted = subprocess.run(list(map(str, words)), capture_output=True, check=False).returncode == 0
    try:
        if mounted:
            serves_reading(program, folder / "whole.db", "left")
            serves_reading(program, folder / "left.db", "left")
            for name in ("log.db", "none.db"):
                line = one_line(command(program, folder / name, "serve"), f"serve {name} on a read-only mount")
                expect("writable" in line, line)
            for words in (("import", "--bundled"), ("rebuild",), ("token", "create", "--name", "ann")):
                one_line(command(program, folder / "whole.db", *words), f"{words[0]} on a read-only mount")
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)
    return mounted


def leave_log(program, seed, database, how=signal.SIGKILL):
    """A store whose server was killed: the last write stands in the write-ahead log alone; one that ends in order leaves no log."""
    with Navicert(program, trial.copy_store(seed, database)) as server:
        answer = server.ask("/v1/events/left", "PUT", {"If-None-Match": "*"}, writers.document("event", "left", "left"))
        expect(answer.status == 201, answer.told())
        server.kill(how)
    expect(database.with_name(database.name + "-wal").exists() == (how == signal.SIGKILL), f"the write-ahead log after signal {how}")


def serves_reading(program, database, event=None):
    with Navicert(program, database) as server:
        expect(any("nobody can write" in line for line in server.said), f"it does not say that nobody can write: {server.errors()}")
        reads.references(server.client())
        expect(not event or server.ask(f"/v1/events/{event}").status == 200, "what stands in the write-ahead log is not served")
        answer = server.ask("/v1/events/new", "PUT", {"If-None-Match": "*"}, writers.document("event", "new", "new"))
        expect(answer.status == 403 and reads.is_problem(answer, "writes_disabled"), f"a write to a read-only store: {answer.told()}")
        server.stop()


def run(program, scratch):
    if not shutil.which("strace"):
        raise Skipped("there is no strace")
    faults = SHORT_CALLS if trial.SHORT else [(call, error, first, run) for call, errors in CALLS.items() for error in errors
                                              for first in FIRST for run in RUN]
    seed = trial.seed(program, scratch)
    writer, answered, failed = while_serving(program, trial.copy_store(seed, scratch / "store.db"), faults)
    refused, starts = while_starting(program, seed, scratch)
    with Navicert(program, trial.copy_store(seed, scratch / "known.db")) as server:
        known = reads.references(server.client())
    noticed, wrong = damaged(program, seed, scratch, known)
    mounted = read_only(program, seed, scratch)
    errors = sum(count for status, count in writer.answered.items() if status >= 500)
    expect(errors > 0, "no call that failed reached a write: this proves nothing")
    told = ", ".join(f"{count} {what}" for what, count in writer.repeated.items())
    return (f"{len(faults)} faults: {writer.acknowledged:,} writes acknowledged, {errors} answered 5xx, repeated: {told}; {answered} reads right, "
            f"{failed} failed honestly; {refused} of {starts} starts refused; {DAMAGES} damaged files: {noticed} noticed by verify, "
            f"none answered wrongly without; read-only: {'served or refused in one line' if mounted else 'not tried, it needs a mount'}")


if __name__ == "__main__":
    sys.exit(trial.main("I/O errors", run))
