"""Tests the tests of rules/: changes it in one place at a time, and looks whether any test notices.

    mutation.py --build build [--seconds N] [--sample SEED] [FILE...]

A mutant is killed when a test fails, crashes or does not end; it is equivalent when its object code is that of the original; what survives
must stand in explained.txt. Results are kept in build/mutation, so that a rerun does only what is new.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from mutants import mutants_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# What decides comes first; the rest looks up, compiles and keeps.
FIRST = ["decide", "decide_leg", "predicate", "docket", "ballot", "worlds", "inquiry", "forums", "next_change", "date", "metrics",
         "decide_missing", "decide_currency", "decide_compare", "verdict", "verdicts", "verdicts_decide", "history", "decide_steps"]
GOLDEN = ["cases", "naive", "quick_verdicts", "next_changes", "likeness_of_places", "bundled_names", "properties"]
COMPILE = ["-std=c11", "-D_GNU_SOURCE", "-I.", "-Ibuild/gen", "-include", "rules/banned.h", "-O1", "-fPIC", "-w",
           "-Werror=incompatible-pointer-types", "-Werror=int-conversion", "-Werror=discarded-qualifiers"]
CPU_S, WALL_S, MEMORY_BYTES = 6, 120, 4 << 30  # the original takes 2 s of one processor
JOBS = 2


def run(command, **options):
    return subprocess.run([str(word) for word in command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def digest(*parts):
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(part if isinstance(part, bytes) else part.encode())
        total.update(b"\0")
    return total.hexdigest()


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Bench:
    """The original, compiled; and the tests, linked once with all but rules/."""

    def __init__(self, build):
        self.folder = ROOT / build / "mutation"
        self.objects = self.folder / "rules"
        self.objects.mkdir(parents=True, exist_ok=True)
        self.build = ROOT / build
        self.sources = {path.relative_to(ROOT).as_posix(): path.read_text() for path in sorted((ROOT / "rules").glob("*.c"))}
        headers = [path.read_bytes() for path in sorted((ROOT / "rules").glob("*.h"))]
        self.ground = digest(*headers, *self.sources.values(), " ".join(COMPILE))
        self.patterns = [f"{suite}/*" for suite in self._suites() + GOLDEN]
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            list(pool.map(self._compile_original, self.sources))
        self.link(self.folder / "librules.so", {})
        self.runner = self._link_runner()
        self.tests = digest(self.runner.read_bytes())

    def _suites(self):
        """The suites of tests/rules, which are quick."""
        texts = [path.read_text() for path in sorted((ROOT / "tests/rules").glob("test_*.c"))]
        return sorted({suite for text in texts for suite in re.findall(r"^\w*Test\((?:[^,()]*\*\w+, )?(\w+),", text, re.M)})

    def compile(self, file, source, object_):
        """Names of files and lines stay those of the original, since assertions hold them."""
        return run(["gcc", *COMPILE, "-x", "c", "-c", "-o", object_, "-"], input=f'# 1 "{file}"\n{source}'.encode()).returncode == 0

    def _compile_original(self, file):
        object_, mark = self.object(file), self.object(file).with_suffix(".of")
        if not mark.exists() or mark.read_text() != self.ground:
            if not self.compile(file, self.sources[file], object_):
                raise SystemExit(f"{file} does not compile")
            mark.write_text(self.ground)

    def object(self, file):
        return self.objects / (pathlib.Path(file).stem + ".o")

    def link(self, library, changed):
        objects = [changed.get(file, self.object(file)) for file in self.sources]
        done = run(["gcc", "-shared", "-o", library, *objects, "-lm"])
        if done.returncode:
            raise SystemExit(done.stdout.decode())

    def _link_runner(self):
        runner, made = self.folder / "runner", self.folder / "runner.o"
        tests = [path for suite in ("rules", "golden") for path in sorted((self.build / "obj/tests" / suite).glob("*.o"))
                 if path.stem not in ("test_search", "test_batch")]
        others = [path for layer in ("db", "gen", "api") for path in sorted((self.build / "obj" / layer).glob("*.o"))]
        libraries = run(["pkg-config", "--libs", "jansson", "sqlite3", "libsodium", "zlib"]).stdout.decode().split()
        for command in (["gcc", "-std=c11", "-D_GNU_SOURCE", "-I.", "-O1", "-c", "-o", made, HERE / "runner.c"],
                        ["gcc", "-o", runner, made, *tests, *others, f"-L{self.folder}", "-lrules", *libraries, "-lm", "-pthread"]):
            done = run(command)
            if done.returncode:
                raise SystemExit(done.stdout.decode())
        return runner

    def outcome(self, library):
        """The test that noticed, or None."""
        environment = {**os.environ, "LD_LIBRARY_PATH": str(library.parent), "NAVICERT_TEST_SAMPLE": "1"}
        try:
            done = run([self.runner, *self.patterns], env=environment, timeout=WALL_S, preexec_fn=limited)
        except subprocess.TimeoutExpired:
            return "did not end"
        if done.returncode == 0:
            return None
        said = done.stdout.decode(errors="replace").strip().splitlines()
        return said[-1] if done.returncode == 1 and said else f"ended by {done.returncode}"


class Results:
    """What was found of each mutant, by its content. A death holds while the law is the same; a survival only while the tests are too."""

    def __init__(self, bench):
        self.path, self.bench, self.lock = bench.folder / "results.json", bench, threading.Lock()
        known = json.loads(self.path.read_text()) if self.path.exists() else {}
        self.known = known.get("found", {}) if known.get("ground") == bench.ground else {}

    def of(self, key):
        found = self.known.get(key)
        return found if found and (found["state"] != "survived" or found["tests"] == self.bench.tests) else None

    def keep(self, key, state, by=None):
        with self.lock:
            self.known[key] = {"state": state, "by": by, "tests": self.bench.tests}
            if len(self.known) % 20 == 0:
                self.save()
        return self.known[key]

    def save(self):
        text = json.dumps({"ground": self.bench.ground, "found": self.known})
        self.path.with_suffix(".new").write_text(text)
        self.path.with_suffix(".new").replace(self.path)


def examine(bench, results, mutant, until):
    key = digest(mutant.file, mutant.source)
    found = results.of(key)
    if found or time.monotonic() > until:
        return mutant, found
    with tempfile.TemporaryDirectory() as folder:
        object_, library = pathlib.Path(folder) / "mutant.o", pathlib.Path(folder) / "librules.so"
        if not bench.compile(mutant.file, mutant.source, object_):
            return mutant, results.keep(key, "no program")
        if object_.read_bytes() == bench.object(mutant.file).read_bytes():
            return mutant, results.keep(key, "equivalent")
        bench.link(library, {mutant.file: object_})
        by = bench.outcome(library)
        return mutant, results.keep(key, "killed" if by else "survived", by)


def explained():
    """(file, line as it stands, change) -> why; an entry speaks of every mutant that it describes."""
    entries = {}
    for number, line in enumerate((HERE / "explained.txt").read_text().splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts = [part.strip() for part in line.split(" :: ")]
            if len(parts) != 4:
                raise SystemExit(f"explained.txt:{number}: four parts are needed: file :: line :: change :: why")
            entries[tuple(parts[:3])] = parts[3]
    return entries


def name_of(bench, mutant):
    line = bench.sources[mutant.file].splitlines()[mutant.line - 1].strip()
    return mutant.file, " ".join(line.split()), f"{mutant.before} -> {mutant.after or 'nothing'}"


def report(bench, examined, entries, complete):
    table, alive, used = collections.defaultdict(collections.Counter), [], set()
    for mutant, found in examined:
        if not found or found["state"] == "no program":
            continue
        state = found["state"]
        if state == "survived":
            name = name_of(bench, mutant)
            if name in entries:
                state = "explained"
                used.add(name)
            else:
                alive.append((mutant, name))
        table[mutant.file][state] += 1
    for file, counts in sorted(table.items()):
        if complete:
            print(f"{file:28} {sum(counts.values()):5} mutants, {counts['killed']:5} killed, {counts['equivalent']:4} equivalent, "
                  f"{counts['explained']:3} explained, {counts['survived']:3} survived")
    for mutant, name in alive:
        print(f"survived: {mutant.file}:{mutant.line}:{mutant.column} {mutant.what}\n    {' :: '.join(name)} :: why")
    stale = sorted(entry for entry in set(entries) - used if entry[0] in table) if complete else []
    for entry in stale:
        print(f"explained.txt explains what does not survive, or is not there: {' :: '.join(entry)}")
    total = sum(table.values(), collections.Counter())
    print(f"{sum(total.values()):,} mutants of {len(table)} files: {total['killed']:,} killed, {total['survived']:,} survived, {total['explained']:,} explained, "
          f"{total['equivalent']:,} equivalent by object code")
    return 1 if alive or stale else 0


def chosen(bench, arguments):
    def rank(file):
        stem = pathlib.Path(file).stem
        return FIRST.index(stem) if stem in FIRST else len(FIRST)
    files = [file for file in sorted(bench.sources, key=lambda file: (rank(file), file)) if not arguments.files or file in arguments.files]
    mutants = [mutant for file in files for mutant in mutants_of(file, bench.sources[file])]
    if arguments.sample is not None:
        random.Random(arguments.sample).shuffle(mutants)
    return mutants


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build")
    parser.add_argument("--seconds", type=float, default=6 * 3600)
    parser.add_argument("--sample", type=int)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if not shutil.which("gcc"):
        print("mutants: skipped: there is no gcc here")
        return 0
    bench = Bench(arguments.build)
    if noticed := bench.outcome(bench.folder / "librules.so"):
        raise SystemExit(f"the original itself fails: {noticed}")
    results, until = Results(bench), time.monotonic() + arguments.seconds
    mutants = chosen(bench, arguments)
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        examined = list(pool.map(lambda mutant: examine(bench, results, mutant, until), mutants))
    results.save()
    done = sum(1 for _, found in examined if found)
    if done < len(mutants):
        print(f"{done:,} of {len(mutants):,} were examined")
    return report(bench, examined, explained(), done == len(mutants))


if __name__ == "__main__":
    sys.exit(main())
