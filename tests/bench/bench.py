#!/usr/bin/python3
"""Measures navicert against the floor of libmicrohttpd, against peers and against the disk: bench.py [--smoke] [--update README.md].

The server runs on one processor and the client on another. What is compared runs in turns, A B A B, in one series; a ratio is the
median of the ratios of each round. Prints tables, and writes all figures to BUILD/bench/results.json. `--smoke` goes through
everything once and briefly, and only looks for errors. `--markdown` prints the tables of the last run; `--update FILE` puts them
between the two marks in that file.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import against_floor
import machine
import peers
import report
import screenings
import small
import writes
from figures import spread
from questions import Questions
from servers import Failure, Kit

BEGIN, END = "<!-- benchmarks: written by `make bench-readme` -->", "<!-- benchmarks end -->"
PARTS = ("against_floor", "peers", "connections", "screenings", "small", "writes")


def say(what):
    print(f"  {time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def prepare(kit):
    shutil.rmtree(kit.scratch, ignore_errors=True)
    kit.scratch.mkdir(parents=True)
    for tool in ("wrk", "h2load"):
        if not shutil.which(tool):
            raise Failure(f"{tool} is missing: docker/packages.sh bench installs it")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < 4096:
        raise Failure(f"{hard} open files are too few for 1,000 connections")
    with kit.ours() as server:  # makes the database
        return Questions(kit, server)


def others_of(results):
    """What the rest of the machine took during the runs against the floor, in processors."""
    seen = [one["others"] for one in results.get("against_floor") or []]
    return {"median": spread([one["median"] for one in seen])["median"], "max": max(one["max"] for one in seen)} if seen else None


def measure(kit, options, keep):
    """All figures; `keep` is given those so far after each part, since a run takes minutes."""
    rounds, seconds = (1, 1) if options.smoke else (options.rounds, options.seconds)
    questions = prepare(kit)
    steps = {
        "against_floor": lambda: against_floor.run(kit, questions, say, rounds, seconds),
        "peers": lambda: peers.run(kit, questions, say, rounds, seconds, install=not options.smoke),
        "connections": lambda: against_floor.run_connections(
            kit, questions, say, rounds, seconds, (64, 128, 1000) if options.smoke else against_floor.CONNECTIONS),
        "screenings": lambda: screenings.run(kit, questions, say, rounds, seconds,
                                             (10_000,) if options.smoke else (10_000, 100_000, 1_000_000), peers.make_database(kit)),
        "small": lambda: small.run(kit, say, 1 if options.smoke else max(7, rounds)),
        "writes": lambda: writes.run(kit, questions, say, rounds, seconds),
    }
    results = {"began": time.strftime("%Y-%m-%d", time.gmtime()), "machine": machine.describe(kit.build),
               "settings": {"rounds": rounds, "seconds": seconds}}
    for part in options.only or PARTS:
        results[part] = steps[part]()
        results["others"], results["machine"] = others_of(results), machine.describe(kit.build)
        keep(results)
    return results


def update(path, tables):
    text = path.read_text()
    if BEGIN not in text or END not in text:
        raise Failure(f"{path} lacks the marks {BEGIN} and {END}")
    path.write_text(re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: f"{BEGIN}\n\n{tables}\n\n{END}", text, flags=re.S))


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=Path("build"), help="the folder of the built program")
    parser.add_argument("--smoke", action="store_true", help="everything once and briefly, for errors only")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="these parts alone")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=1, help="of each run")
    parser.add_argument("--markdown", action="store_true", help="print the tables of the last run, without measuring")
    parser.add_argument("--update", type=Path, metavar="FILE", help="put the tables of the last run into FILE, without measuring")
    return parser.parse_args()


def main():
    options = parse()
    kept = options.build / "bench" / "results.json"
    if not (options.markdown or options.update):
        keep = (lambda results: None) if options.smoke else (lambda results: kept.write_text(json.dumps(results, indent=1) + "\n"))
        kit = Kit(options.build, options.build / "bench" / "scratch")
        results = measure(kit, options, keep)
        shutil.rmtree(kit.scratch)
        print(report.markdown(results))
        if options.smoke:
            print("\nbench: everything answered; of one brief round the times say nothing")
        return
    results = json.loads(kept.read_text())
    if options.markdown:
        print(report.markdown(results))
    if options.update:
        update(options.update, report.markdown(results))


try:
    main()
except (Failure, subprocess.CalledProcessError) as failure:
    sys.exit(f"bench: {failure}")
