#!/usr/bin/python3
"""What a store of many documents costs: filling it, starting on it, and asking it.

    tests/bench/growth.py PROGRAM FILL [--size 0.01] [--only mixed] [--json FILE]

FILL (tests/bench/growth_fill.c) makes the stores below build/bench/growth; those that are there already are taken as they are.
Each is asked beside a small one, in turns, the same questions; a round's figure is the median of its requests, a row's the median
of its rounds, and a ratio the median of the ratios of each round. Times are those of one client on one connection.
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

# Chips, rulings and events at full size; which store each is compared with, and the questions asked of both.
STORES = {"small": (0, 0, 0), "events-10k": (0, 0, 10_000), "chips": (1_000_000, 0, 0), "rulings": (0, 100_000, 0),
          "events": (0, 0, 1_000_000), "mixed": (100_000, 10_000, 100_000)}
ELIGIBILITY = "/v1/eligibility?chip=nvidia-h20&destination=CN&date=2025-05-01&explain=none"
LISTS = {
    "chips": {"list": "/v1/chips?limit=50", "sorted list": "/v1/chips?limit=50&sort=-tpp", "item": "/v1/chips/nvidia-h20",
              "filtered list": "/v1/chips?limit=50&vendor=NVIDIA", "older list": "/v1/chips?limit=50&known_at=KNOWN"},
    "rulings": {"list": "/v1/rulings?limit=50", "filtered list": "/v1/rulings?limit=50&jurisdiction=US",
                "older list": "/v1/rulings?limit=50&known_at=KNOWN", "item": "/v1/rulings/us-bis-2025-04-09-nvidia-h20-letter"},
    "events": {"list": "/v1/events?limit=50", "sorted list": "/v1/events?limit=50&sort=headline",
               "filtered list": "/v1/events?limit=50&category=policy", "filtered by a tag": "/v1/events?limit=50&organizations=BIS",
               "older list": "/v1/events?limit=50&known_at=KNOWN", "changes": "/v1/changes?limit=50",
               "deep page": "DEEP/v1/events?limit=50", "search": "/v1/search?q=license",
               "search of two words": "/v1/search?q=smuggled%20cluster", "newest first": "/v1/events?limit=20&q=license&sort=-date",
               "mistyped word": "/v1/search?q=embargeo"}}
LISTS["mixed"] = {f"{kind} {name}": target for kind in ("chips", "rulings", "events") for name, target in LISTS[kind].items()}
BESIDE = {"chips": "small", "rulings": "small", "events": "events-10k", "mixed": "small"}
ROUNDS, REQUESTS = 5, 20


class Server:
    def __init__(self, program, store):
        started = time.monotonic()
        self.process = subprocess.Popen(
            [program, "serve", "--db", store, "--port", "0", "--log", "none", "--query-timeout-ms", "60000"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.port, lines = None, []
        for line in self.process.stdout:
            lines.append(line)
            if "http://" in line:
                self.port = int(line.split("http://")[1].split(":")[1].split("/")[0])
                break
        if not self.port:
            sys.exit("the server did not start: " + "".join(lines))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        while self.ask("/readyz")[0] != 200:
            time.sleep(0.001)
        self.ask(ELIGIBILITY)
        self.started_s = time.monotonic() - started

    def ask(self, target):
        self.connection.request("GET", target)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def pss_mb(self):
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:"))) / 1024

    def deepen(self, target):
        """The address of a page some way down the list."""
        if not target.startswith("DEEP"):
            return target
        target = target[4:]
        for _ in range(20):
            following = json.loads(self.ask(target)[1])["next"]
            target = following or target
        return target

    def stop(self):
        self.process.terminate()
        self.process.wait()


def p50_us(server, target):
    times = []
    for _ in range(REQUESTS):
        begun = time.perf_counter()
        status, body = server.ask(target)
        times.append((time.perf_counter() - begun) * 1e6)
        if status != 200:
            sys.exit(f"{target}: {status} {body[:300]}")
        if sum(times) > 3e6:
            break
    return statistics.median(times)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, name, unit, values, ratio_to=None, ratios=None):
        row = {"name": name, "unit": unit, "median": round(statistics.median(values), 3), "min": round(min(values), 3),
               "max": round(max(values), 3), "ratio_to": ratio_to, "ratio": round(statistics.median(ratios), 3) if ratios else None}
        self.rows.append(row)
        ratio = f"   {row['ratio']:>9.2f} x {ratio_to}" if ratios else ""
        print(f"{name:<44} {row['median']:>12.1f} {unit:<8} ({row['min']:.1f}-{row['max']:.1f}){ratio}", flush=True)


def fill(arguments, directory, name, table):
    path = directory / f"{name}-{arguments.size:g}.db"
    figures = path.with_suffix(".json")
    if not figures.exists():
        for left in directory.glob(path.name + "*"):
            left.unlink()
        counts = [str(round(count * arguments.size)) for count in STORES[name]]
        figures.write_text(subprocess.run([arguments.fill, path, *counts], check=True, capture_output=True, text=True).stdout,
                           encoding="ascii")
    made = json.loads(figures.read_text(encoding="ascii"))
    if made["documents"]:
        table.add(f"{name}: import", "docs/s", [made["documents"] / made["seconds"]])
    table.add(f"{name}: file", "MB", [os.path.getsize(path) / 1e6])
    return path


def compare(table, name, servers, target):
    both = {}
    for server in servers.values():
        version = json.loads(server.ask("/v1/chips?limit=1")[1])["meta"]["data_version"]
        both[server] = server.deepen(target.replace("KNOWN", str(max(1, version - 2))))
    rounds = [[p50_us(server, both[server]) for server in servers.values()] for _ in range(ROUNDS)]
    small, _ = servers
    table.add(f"{name}, {small}", "us", [pair[0] for pair in rounds])
    table.add(name, "us", [pair[1] for pair in rounds], small, [pair[1] / pair[0] for pair in rounds])


def measure(arguments, directory, name, table):
    small_path, path = fill(arguments, directory, BESIDE[name], table), fill(arguments, directory, name, table)
    small, large = Server(arguments.program, small_path), Server(arguments.program, path)
    try:
        for which, server in ((BESIDE[name], small), (name, large)):
            table.add(f"{which}: first answer after", "s", [server.started_s])
            table.add(f"{which}: memory", "MB PSS", [server.pss_mb()])
        servers = {BESIDE[name]: small, name: large}
        compare(table, f"{name}: eligibility", servers, ELIGIBILITY)
        for question, target in LISTS[name].items():
            compare(table, f"{name}: {question}", servers, target)
    finally:
        small.stop()
        large.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("fill")
    parser.add_argument("--size", type=float, default=1.0)
    parser.add_argument("--only", choices=sorted(BESIDE), action="append")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    directory = Path("build/bench/growth")
    directory.mkdir(parents=True, exist_ok=True)
    table = Table()
    for name in arguments.only or BESIDE:
        measure(arguments, directory, name, table)
    (arguments.json or directory / "growth.json").write_text(json.dumps(table.rows, indent=1) + "\n", encoding="ascii")


main()
