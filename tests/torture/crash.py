#!/usr/bin/python3
"""kill -9 at any moment, under writes and within start, import, migration and backup: what was acknowledged is there, nothing by halves.

Usage: crash.py PROGRAM
"""

import random
import shutil
import sqlite3
import sys
import time
from pathlib import Path

import trial
import writers
from trial import Navicert, command, expect, verify

ROUNDS = 4 if trial.SHORT else 100
KILLS = 2 if trial.SHORT else 60  # of each command
WRITERS = 4
MIGRATIONS = Path(__file__).resolve().parents[2] / "db" / "migrations"
RANDOM = random.Random(11)


def rows(database):
    """(seq, changes) and the digests by seq, of a store that nobody has open."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as store:
        found = store.execute("SELECT seq, changes, digest FROM revision ORDER BY seq").fetchall()
    return [row[:2] for row in found], {row[0]: bytes(row[2]).hex() for row in found}


def round_of_writes(program, database, crew):
    """Starts, checks what the last round left, writes, and is killed."""
    server = Navicert(program, database)
    client = server.client()
    for writer in crew:
        writer.check(client)
    client.close()
    threads = writers.start(crew, server)
    time.sleep(RANDOM.uniform(0.02, 0.25))
    server.kill()
    writers.join(threads, crew)


def under_writes(program, scratch, seed):
    database = trial.copy_store(seed, scratch / "written.db")
    journal, heads = [], {}
    crew = [writers.Writer(number, journal, seed=number) for number in range(WRITERS)]
    for _ in range(ROUNDS):
        round_of_writes(program, database, crew)
        count, head = verify(program, database)
        expect(count >= max([seq for seq, _ in journal if seq], default=0), f"the log ends at {count}, more was acknowledged")
        heads[count] = head
    with Navicert(program, database) as server:
        client = server.client()
        for writer in crew:
            writer.check(client)
        client.close()
        server.stop()
    verify(program, database)
    changes, digests = rows(database)
    writers.check_log(journal, changes)
    for count, head in heads.items():
        expect(digests.get(count) == head, f"the head told after revision {count} is not in the chain any more")
    expect(sum(writer.acknowledged for writer in crew) > 3 * ROUNDS, "the writers did write")
    return crew


def killed(program, database, *words):
    """A command killed within the time that it takes: measured each time, since machines differ."""
    began = time.monotonic()
    expect(command(program, database, *words).returncode == 0, f"{words} failed when nobody killed it")
    took = time.monotonic() - began

    def once():
        run = trial.subprocess.Popen([str(program), *map(str, words)], env=trial.environment_of(database),
                                     stdout=trial.subprocess.DEVNULL, stderr=trial.subprocess.DEVNULL)
        trial.RUNNING.add(run)
        time.sleep(RANDOM.uniform(0, took))
        run.kill()
        run.wait()
        trial.RUNNING.discard(run)
        return run.returncode != 0

    return once


def old_schema(seed, path):
    """A store as the schema before the newest had it: its log, of which all else is made anew."""
    changes = sqlite3.connect(f"file:{seed}?mode=ro", uri=True).execute("SELECT * FROM revision").fetchall()
    steps = sorted(MIGRATIONS.glob("*.sql"))[:-1]
    path.unlink(missing_ok=True)
    store = sqlite3.connect(path)
    application = sqlite3.connect(seed).execute("PRAGMA application_id").fetchone()[0]
    for step in steps:
        store.executescript(step.read_text())
    for row in changes:
        store.execute(f"INSERT INTO revision VALUES ({', '.join('?' * len(row))})", row)
    store.commit()
    store.executescript(f"PRAGMA application_id = {application}; PRAGMA user_version = {len(steps)}; PRAGMA journal_mode = WAL")
    store.close()
    return path


def within_commands(program, scratch, seed):
    """Kills of commands that write; how many hit before the end."""
    hits = 0
    fresh, old, edited = scratch / "fresh.db", scratch / "old.db", scratch / "edited"
    sound = verify(program, seed)
    once = killed(program, fresh, "import", "--bundled")
    for _ in range(KILLS):
        for path in scratch.glob("fresh.db*"):
            path.unlink()
        hits += once()
        serves(program, fresh, sound[0])
        expect(verify(program, fresh) == sound, "a first filling that was killed became another one")
    pristine = old_schema(seed, scratch / "pristine.db")
    once = killed(program, trial.copy_store(pristine, old), "import", "--bundled")
    for _ in range(KILLS):
        trial.copy_store(pristine, old)
        hits += once()
        serves(program, old, sound[0])
        expect(verify(program, old) == sound, "a migration that was killed changed what was recorded")
    return hits + within_import(program, scratch, seed, edited, sound[0] + 1) + within_backup(program, scratch, seed, sound)


def serves(program, database, version):
    with Navicert(program, database) as server:
        found = server.ask("/v1/chips").json()["meta"]["data_version"]
        expect(found == version, f"{database.name} serves data version {found}, not {version}")


def within_import(program, scratch, seed, edited, version):
    """A directory with many edited documents: all of them or none."""
    target, hits = scratch / "target.db", 0
    expect(command(program, seed, "export", edited).returncode == 0, "export")
    path = edited / "events.json"
    path.write_text(path.read_text().replace('"headline":"', '"headline":"Edited: '))
    once = killed(program, trial.copy_store(seed, target), "import", edited)
    for _ in range(KILLS):
        trial.copy_store(seed, target)
        hits += once()
        count, _ = verify(program, target)
        with Navicert(program, target) as server:
            answer = server.ask("/v1/events?limit=200&fields=headline").json()
        told = {item["headline"].startswith("Edited: ") for item in answer["items"]}
        expect(told == {count == version}, f"an import that was killed left {count} revisions and edits {told}")
    return hits


def within_backup(program, scratch, seed, sound):
    copy, hits = scratch / "copies" / "copy.db", 0
    copy.parent.mkdir()
    began = killed(program, seed, "backup", scratch / "first-copy.db")
    del began
    for _ in range(KILLS):
        run = trial.subprocess.Popen([str(program), "backup", str(copy)], env=trial.environment_of(seed),
                                     stdout=trial.subprocess.DEVNULL, stderr=trial.subprocess.DEVNULL)
        time.sleep(RANDOM.uniform(0, 0.03))
        run.kill()
        hits += run.wait() != 0
        if not copy.exists():
            expect(command(program, seed, "backup", copy).returncode == 0, "a backup after one that was killed")
        expect(verify(program, copy) == sound, "a backup has its name before it is whole")
        shutil.rmtree(copy.parent)
        copy.parent.mkdir()
    expect(verify(program, seed) == sound, "a backup that was killed changed its source")
    return hits


def during_start(program, scratch, seed):
    """A write-ahead log left by a killed server, and the next one killed while it takes that in."""
    database = trial.copy_store(seed, scratch / "starting.db")
    journal = []
    crew = [writers.Writer("start", journal, seed=5, kinds=("event",) * 4)]
    for _ in range(KILLS):
        round_of_writes(program, database, crew)
        for _ in range(3):
            server = Navicert(program, database, wait=False)
            time.sleep(RANDOM.uniform(0, 0.04))
            server.kill()
    with Navicert(program, database) as server:
        crew[0].check(server.client())
        server.stop()
    verify(program, database)
    return 3 * KILLS


def run(program, scratch):
    seed = trial.seed(program, scratch)
    crew = under_writes(program, scratch, seed)
    starts = during_start(program, scratch, seed)
    hits = within_commands(program, scratch, seed)
    repeated = {key: sum(writer.repeated[key] for writer in crew) for key in crew[0].repeated}
    return (f"{ROUNDS} rounds under {WRITERS} writers, {sum(writer.acknowledged for writer in crew):,} acknowledged, 0 lost, 0 by halves; "
            f"repeated: {', '.join(f'{count} {what}' for what, count in repeated.items())}; "
            f"{starts} kills while starting, {hits} within import, migration and backup")


if __name__ == "__main__":
    sys.exit(trial.main("kill -9", run))
