#!/usr/bin/python3
"""Runs libFuzzer on every target: fuzz.py FUZZER SEEDS SECONDS [TARGET…], two at a time, SECONDS for each.

What is found is kept below the folder of the seeds in found/<target>/, and told with the command that shows it again. Ends with one line of
figures."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
SANITIZERS = {"ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1", "UBSAN_OPTIONS": "print_stacktrace=1"}
INPUT_MAX = 8000
# Beyond its time: opening the data set under the sanitizers, and one slow input.
GRACE_S = 90


def figures(log):
    """(executions, coverage, features) as libFuzzer told them last."""
    told = re.findall(r"#(\d+)\s.*?cov: (\d+) ft: (\d+)", log)
    executed = re.search(r"stat::number_of_executed_units:\s*(\d+)", log)
    last = told[-1] if told else ("0", "0", "0")
    return int(executed.group(1) if executed else last[0]), int(last[1]), int(last[2])


def run(fuzzer, seeds, seconds, target):
    """(target, figures, files found)."""
    found = seeds / "found" / target
    found.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    with tempfile.TemporaryDirectory(prefix="navicert-fuzz-") as work:
        (pathlib.Path(work) / "corpus").mkdir()
        command = [fuzzer, f"-max_total_time={seconds}", f"-max_len={INPUT_MAX}", f"-dict={seeds / target}.dict", "-timeout=25", "-rss_limit_mb=2500",
                   "-print_final_stats=1", "-report_slow_units=60", f"-artifact_prefix={found}/", f"{work}/corpus", str(seeds / target), str(HERE / "cases" / target)]
        environment = dict(os.environ, NAVICERT_FUZZ=target, TMPDIR=work, **SANITIZERS)
        try:
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds + GRACE_S)
            log, failed = done.stdout.decode(errors="replace"), done.returncode != 0
        except subprocess.TimeoutExpired as expired:
            log, failed = (expired.stdout or b"").decode(errors="replace"), True
    executions, coverage, features = figures(log)
    print(f"{target:10} {executions:9,} executions, {coverage:6,} edges, {features:6,} features{'  FAILED' if failed else ''}", flush=True)
    new = sorted(path for path in set(found.iterdir()) - before if not path.name.startswith("slow-unit"))
    if failed:
        print(log[-6000:])
        print("\n".join(f"again: NAVICERT_FUZZ={target} {fuzzer} {path}" for path in new))
    return target, (executions, coverage, features), len(new) or int(failed)


def main(arguments):
    if len(arguments) < 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    fuzzer, seeds, seconds = arguments[1], pathlib.Path(arguments[2]).resolve(), int(arguments[3])
    targets = arguments[4:] or sorted(path.name for path in (HERE / "cases").iterdir())
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda target: run(fuzzer, seeds, seconds, target), targets))
    executions, edges = sum(result[1][0] for result in results), max(result[1][1] for result in results)
    findings = sum(result[2] for result in results)
    print(f"fuzz: {len(results)} targets of {seconds} s, {executions:,} executions, up to {edges:,} edges of ours, {findings} new findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
