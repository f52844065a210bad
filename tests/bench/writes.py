"""Writes: readers beside a writer, and how fast one document is committed beside what the disk can do."""

import json
import shutil
import subprocess
import threading
import time
from itertools import count

from connection import Connection
from figures import at_least, compare, judge, spread, turns
from servers import Failure, Kit, ask
from load import load

WRITES_A_SECOND, WRITERS = 100, 4
NUMBERS = count(1)  # one for each document; threads may share it


def put_event(event):
    """A request that puts one more event like this."""
    name = f"bench-{next(NUMBERS)}"
    body = json.dumps({**event, "id": name}).encode()
    head = (f"PUT /v1/events/{name} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Kit.TOKEN}\r\n"
            f"Content-Type: application/json\r\nIf-None-Match: *\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


class Writer:
    """One client that puts new events on one kept connection."""

    def __init__(self, server, event):
        self.event = event
        self.connection = Connection(server.port)
        self.latencies_ms, self.faults = [], []

    def put(self):
        request = put_event(self.event)
        began = time.perf_counter()
        self.connection.send(request)
        head, _ = self.connection.receive()
        self.latencies_ms.append((time.perf_counter() - began) * 1000)
        if not head.startswith(b"HTTP/1.1 201"):
            self.faults.append(head[:200].decode(errors="replace"))

    def run(self, until, pace_s=0.0):
        """Puts until the moment, or until `until()` says so; paced by the clock, never faster to catch up."""
        due, began, number = time.monotonic(), time.monotonic(), 0
        while not until():
            self.put()
            number += 1
            due = max(due + pace_s, time.monotonic() - pace_s)
            time.sleep(max(0.0, due - time.monotonic()))
        return number / (time.monotonic() - began)

    def close(self):
        self.connection.close()
        if self.faults:
            raise Failure(f"{len(self.faults)} of {len(self.latencies_ms)} writes failed, the first with: {self.faults[0]}")


def copy_of(kit, name):
    path = kit.scratch / name
    shutil.copy(kit.database, path)
    return path


def an_event(server, questions):
    document = json.loads(ask(server.port, f"/v1/events/{questions.events[0]}")[2])
    return {key: value for key, value in document.items() if key != "revision"}


def load_beside(kit, server, event, targets, seconds):
    """One run of readers beside writers that together put WRITES_A_SECOND, or as many as they get answered."""
    over, writers, rates = threading.Event(), [Writer(server, event) for _ in range(WRITERS)], []
    threads = [threading.Thread(target=lambda writer=writer: rates.append(writer.run(over.is_set, WRITERS / WRITES_A_SECOND)))
               for writer in writers]
    for thread in threads:
        thread.start()
    try:
        run = load(server, targets, 64, seconds)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    for writer in writers:
        writer.close()
    latencies = [latency for writer in writers for latency in writer.latencies_ms]
    return {**run, "writes_a_second": sum(rates), "write_p50_ms": spread(latencies)["median"]}


def readers(kit, questions, say, rounds, seconds):
    """Reading at 64 connections with and without a writer beside it; any error of either ends the run."""
    say("writes beside reads")
    targets = questions.eligibility("summary")
    with kit.ours(database=copy_of(kit, "beside.db")) as server:
        event = an_event(server, questions)
        runs = turns(rounds, lambda: {"alone": load(server, targets, 64, seconds),
                                      "beside": load_beside(kit, server, event, targets, seconds)})
    return {**compare(runs["beside"], runs["alone"]), "writes_a_second": spread([run["writes_a_second"] for run in runs["beside"]]),
            "write_p50_ms": spread([run["write_p50_ms"] for run in runs["beside"]]), "errors": 0, "goals": []}


def rate(kit, *words):
    done = subprocess.run([kit.build / "bench" / "commits", *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(f"commits {words[0]} failed: {done.stderr.strip()}")
    return float(done.stdout)


def commits(kit, questions, say, rounds, seconds):
    """One document a transaction, through HTTP and below it, against pwrite + fdatasync on the same file system."""
    say("commits")
    rates = {"disk": [], "db": [], "http": []}
    event_file, database = kit.scratch / "event.json", copy_of(kit, "commits.db")
    with kit.ours(database=copy_of(kit, "puts.db")) as server:
        event = an_event(server, questions)
        event_file.write_text(json.dumps(event))
        for _ in range(rounds):
            rates["disk"].append(rate(kit, "disk", kit.scratch / "disk", seconds))
            rates["db"].append(rate(kit, "record", database, event_file, seconds))
            writer, end = Writer(server, event), time.monotonic() + seconds
            rates["http"].append(writer.run(lambda: time.monotonic() > end))
            writer.close()
    ratio = {which: spread([a / b for a, b in zip(rates[which], rates["disk"])]) for which in ("db", "http")}
    return {**{which: spread(values) for which, values in rates.items()}, "ratio": ratio,
            "goals": judge([at_least("db", 0.7), at_least("http", 0.7)], ratio)}


def run(kit, questions, say, rounds, seconds):
    return {"readers": readers(kit, questions, say, rounds, seconds), "commits": commits(kit, questions, say, rounds, seconds)}
