#!/usr/bin/python3
"""No room: writes answer 507 and reads go on, commands refuse in one line, and all is well again when there is room.

Usage: disk_full.py PROGRAM
"""

import errno
import hashlib
import os
import subprocess
import sys
import time

import reads
import trial
import writers
from crash import old_schema
from trial import Navicert, Skipped, command, expect, one_line, verify

ROUNDS = 2 if trial.SHORT else 40
WRITES = 12  # while there is no room
ROOMS = (0, 96 << 10) if trial.SHORT else (0, 4 << 10, 16 << 10, 40 << 10, 96 << 10, 400 << 10, 1 << 20, 3 << 20, 6 << 20)
SIZE = 40 << 20


class Tmpfs:
    """A small disk that is filled and emptied."""

    def __init__(self, scratch):
        self.folder = scratch / "disk"
        self.folder.mkdir()
        if os.geteuid() != 0:
            raise Skipped("mounting a file system needs root")
        words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(self.folder)]
        run = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        if run.returncode != 0:
            raise Skipped(run.stderr.strip())

    def fill(self, room=0):
        """All but so many bytes."""
        self.empty()
        step = 1 << 20
        with open(self.folder / "filler", "wb", buffering=0) as filler:
            while step >= 512:
                try:
                    filler.write(bytes(step))
                except OSError as error:
                    expect(error.errno == errno.ENOSPC, f"filling the disk: {error}")
                    step //= 2
            filler.truncate(max(0, filler.tell() - room))

    def empty(self):
        (self.folder / "filler").unlink(missing_ok=True)

    def clear(self):
        for path in sorted(self.folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

    def close(self):
        subprocess.run(["umount", "-l", str(self.folder)], check=False, timeout=60)


def write_without_room(client, writer):
    """Writes until there is no room, and then of every kind: what is refused is 507 and was not recorded, which is what that says."""
    while writer.step(client):
        pass
    writer.unknown = None
    for _ in range(WRITES):
        write = writer.choose()
        if writer.step(client, write):
            continue  # one that is small still finds room
        writer.unknown = None
        expect([writers.read(client, slot) for slot, _ in write.changes] == write.before, f"a 507 changed something: {write.told()}")
    expect(writer.answered.get(507, 0) > 0 and set(writer.answered) <= {200, 201, 507}, f"answers to writes: {writer.answered}")
    expect(all(reads.is_problem(answer, "no_space") for answer in writer.refusals), "a 507 that does not say why")


def while_serving(program, disk, seed):
    database = trial.copy_store(seed, disk.folder / "store.db")
    places = {"TMPDIR": str(disk.folder), "SQLITE_TMPDIR": str(disk.folder)}
    writer = writers.Writer("full", [], seed=3)
    with Navicert(program, database, environment=places) as server:
        client = server.client()
        known = reads.references(client)
        for _ in range(ROUNDS):
            disk.fill()
            write_without_room(client, writer)
            for name in reads.REQUESTS:
                reads.check(client, known, name)
            disk.empty()
            expect(writer.step(client), f"there is room again, but: {writer.answered}")
            writer.check(client)
        server.stop()
    verify(program, database)
    disk.clear()
    return writer


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def start_anew(program, disk, room):
    """A store that is not there yet: filled, or one line and nothing left that hinders."""
    database = disk.folder / "new.db"
    disk.fill(room)
    run = Navicert(program, database, wait=False)
    run.known.wait(trial.PATIENCE_S)
    if run.port is None:
        code = run.kill()
        line = one_line(subprocess.CompletedProcess((), code, "", "\n".join(run.said)), f"start with {room} bytes of room")
        expect("no space" in line or "cannot be" in line, line)
    else:
        run.stop()
    disk.empty()
    with Navicert(program, database) as server:
        expect(server.ask("/v1/chips").status == 200, "a start with room after one without")
        server.stop()
    verify(program, database)
    disk.clear()
    return run.port is None


def left_behind(program, disk, seed, room):
    """A server was killed, its write-ahead log is there, and now the disk is full: it serves, or says why it cannot."""
    database = trial.copy_store(seed, disk.folder / "left.db")
    writer = writers.Writer("left", [], seed=9)
    with Navicert(program, database) as server:
        client = server.client()
        for _ in range(5):
            writer.step(client)
        server.kill()
    disk.fill(room)
    run = Navicert(program, database, wait=False)
    run.known.wait(trial.PATIENCE_S)
    if run.port is None:
        one_line(subprocess.CompletedProcess((), run.kill(), "", "\n".join(run.said)), "start on a full disk")
    else:
        expect(run.ask("/v1/chips").status == 200, "a read after a start on a full disk")
        run.stop()
    disk.empty()
    with Navicert(program, database) as server:
        writer.check(server.client())
        server.stop()
    disk.clear()
    return run.port is None


def find_no_room(program, disk, database, room, *words):
    """Whether a command found no room, and said so in one line; that of a migration tells what it is about in a second one."""
    disk.fill(room)
    run = command(program, database, *words)
    disk.empty()
    if run.returncode == 0:
        return False
    first, _, second = run.stderr.partition("\n")
    migrates = "could not be brought to the present schema: see the message before this one" in second
    one_line(subprocess.CompletedProcess((), run.returncode, "", first if migrates else run.stderr), f"{words[0]} with {room} bytes of room")
    return True


def commands(program, disk, scratch, seed, room):
    """How many of the commands found no room."""
    edited = scratch / "edited"
    if not edited.exists():
        expect(command(program, seed, "export", edited).returncode == 0, "export")
        path = edited / "events.json"
        path.write_text(path.read_text().replace('"headline":"', '"headline":"Edited: '))
    count, before = 0, verify(program, seed)
    database = trial.copy_store(seed, disk.folder / "store.db")
    for words in (("import", edited), ("rebuild",), ("backup", disk.folder / "copy.db"), ("export", disk.folder / "out")):
        if find_no_room(program, disk, database, room, *words):
            count += 1
            expect(verify(program, database) == before, f"{words[0]} without room changed the store")
        trial.copy_store(seed, database)
    left = [path.name for path in disk.folder.glob("copy.db?*")]
    expect(not left, f"a backup that found no room left {left}")
    disk.clear()
    return count + migrate(program, disk, seed, room, before)


def migrate(program, disk, seed, room, sound):
    old = old_schema(seed, disk.folder / "old.db")
    before = digest(old)
    failed = find_no_room(program, disk, old, room, "import", "--bundled")
    expect(not failed or digest(old) == before, "a migration without room changed the file")
    expect(command(program, old, "import", "--bundled").returncode == 0, "a migration with room after one without")
    expect(verify(program, old) == sound, "a migration with room after one without")
    disk.clear()
    return failed


def run(program, scratch):
    seed, disk = trial.seed(program, scratch), Tmpfs(scratch)
    try:
        began = time.monotonic()
        writer = while_serving(program, disk, seed)
        served = time.monotonic() - began
        starts = sum(start_anew(program, disk, room) + left_behind(program, disk, seed, room) for room in ROOMS)
        refusals = sum(commands(program, disk, scratch, seed, room) for room in ROOMS)
    finally:
        trial.end_all()
        disk.close()
    expect(starts > 0 and refusals > 3, f"the disk was full for {starts} starts and {refusals} commands only")
    return (f"full {ROUNDS} times in {served:.1f} s: {writer.answered.get(507, 0)} writes answered 507 and nothing else failed, "
            f"{ROUNDS * len(reads.REQUESTS)} reads answered, recovered {ROUNDS} times; {starts} starts and {refusals} commands "
            f"of {2 * len(ROOMS)} and {5 * len(ROOMS)} refused in one line")


if __name__ == "__main__":
    sys.exit(trial.main("disk full", run))
