#!/usr/bin/python3
"""The power fails under writes: a file system that stops at once and forgets what was not synchronised.

Usage: powercut.py PROGRAM NOSYNC - NOSYNC is tests/torture/nosync.c as a library, under which rows must be lost.
"""

import fcntl
import os
import random
import signal
import subprocess
import sys
import time

import trial
import writers
from trial import Failed, Navicert, Skipped, expect, verify

CUTS, UNSYNCED = (5, 2) if trial.SHORT else (150, 12)
WRITERS = 4
IMAGE_SIZE = 64 << 20
SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, 2  # EXT4_IOC_SHUTDOWN, EXT4_GOING_FLAGS_NOLOGFLUSH
RANDOM = random.Random(7)


class Disk:
    """An ext4 file system in a file."""

    def __init__(self, scratch):
        self.image, self.folder, self.mounted = scratch / "image", scratch / "disk", False
        self.folder.mkdir()
        with open(self.image, "wb") as image:
            image.truncate(IMAGE_SIZE)
        self.tool("mkfs.ext4", "-q", "-F", self.image)
        self.mount()

    @staticmethod
    def tool(*words):
        try:
            run = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=60, check=False)
        except FileNotFoundError:
            raise Skipped(f"there is no {words[0]}") from None
        if run.returncode != 0:
            raise Skipped(f"{words[0]}: {run.stderr.strip()}")

    def mount(self):
        self.tool("mount", "-o", "loop", self.image, self.folder)
        self.mounted = True

    def cut(self):
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, WITHOUT_FLUSH.to_bytes(4, sys.byteorder))
        except OSError as error:
            raise Skipped(f"the file system cannot be stopped: {error}") from None
        finally:
            os.close(descriptor)

    def unmount(self):
        self.tool("umount", self.folder)
        self.mounted = False

    def close(self):
        """Whatever happened before: no fault of its own hides that."""
        if self.mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=False, timeout=60)


def cut_under_writes(program, disk, database, crew, environment):
    """Writes, and then nothing more is written: the server is stopped first, so that no answer follows the cut."""
    server = Navicert(program, database, environment=environment)
    before = sum(writer.acknowledged for writer in crew)
    threads = writers.start(crew, server)
    time.sleep(RANDOM.uniform(0.05, 0.3))
    patience = time.monotonic() + 5
    while sum(writer.acknowledged for writer in crew) < before + 5 and time.monotonic() < patience:
        time.sleep(0.01)
    server.process.send_signal(signal.SIGSTOP)
    time.sleep(0.01)
    disk.cut()
    server.kill()
    writers.join(threads, crew)
    disk.unmount()
    disk.mount()


def synced(program, disk, seed):
    """Cut after cut of one store; every acknowledged write is there each time."""
    database = trial.copy_store(seed, disk.folder / "store.db")
    os.sync()
    crew = [writers.Writer(number, [], seed=number) for number in range(WRITERS)]
    for number in range(CUTS):
        cut_under_writes(program, disk, database, crew, ())
        with Navicert(program, database) as server:
            client = server.client()
            for writer in crew:
                writer.check(client)
            client.close()
            server.stop()
        if number % 5 == 0 or number == CUTS - 1:
            verify(program, database)
    return sum(writer.acknowledged for writer in crew)


def lost_of(program, database, crew):
    """How many slots of the crew are not as acknowledged; all of them where the store does not open."""
    slots = [(writer, slot) for writer in crew for slot in writer.slots]
    try:
        with Navicert(program, database) as server:
            client = server.client()
            unsure = {id(slot) for writer in crew if writer.unknown for slot, _ in writer.unknown.changes}
            return sum(id(slot) not in unsure and writers.read(client, slot) != slot.stands() for _, slot in slots)
    except Failed:
        return len(slots)


def unsynced(program, disk, seed, shim):
    """The same without synchronisation, a fresh store each time: how many cuts lost what was acknowledged."""
    losing = 0
    for number in range(UNSYNCED):
        database = trial.copy_store(seed, disk.folder / "unsynced.db")
        os.sync()
        crew = [writers.Writer(number, [], seed=number)]
        cut_under_writes(program, disk, database, crew, {"LD_PRELOAD": shim})
        losing += lost_of(program, database, crew) > 0
    return losing


def run(program, scratch):
    seed, shim = trial.seed(program, scratch), os.path.abspath(sys.argv[2])
    if os.geteuid() != 0:
        raise Skipped("mounting a file system needs root")
    disk = Disk(scratch)
    try:
        acknowledged = synced(program, disk, seed)
        losing = unsynced(program, disk, seed, shim)
    finally:
        trial.end_all()
        disk.close()
    expect(acknowledged > 3 * CUTS, "the writers did write")
    expect(losing > 0, f"no cut of {UNSYNCED} lost anything without synchronisation: this proves nothing")
    return (f"{CUTS} cuts under {WRITERS} writers, {acknowledged:,} acknowledged, 0 lost; without synchronisation "
            f"{losing} of {UNSYNCED} cuts lost rows, as they must")


if __name__ == "__main__":
    sys.exit(trial.main("power cut", run))
