"""Tests the tests of rules/: changes it in one place at a time, and looks whether any test notices.

    mutation.py --build build [--seconds N] [--sample COUNT] [--seed N] [--fresh] [FILE...]

A mutant is killed when a test fails, crashes or does not end; it is equivalent when its object code is that of the original; what survives
must stand in explained.txt. Results are kept in build/mutation, so that a rerun does only what is new.
"""

import argparse
import collections
import concurrent.futures
import functools
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
from mutants import in_one, mutants_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# What decides comes first; the rest looks up, compiles and keeps.
FIRST = ["decide", "decide_leg", "predicate", "docket", "ballot", "worlds", "inquiry", "forums", "next_change", "date", "metrics",
         "decide_missing", "decide_currency", "decide_compare", "verdict", "verdicts", "verdicts_decide", "history", "decide_steps"]
GOLDEN = ["cases", "naive", "likeness_of_places", "next_changes", "bundled_names", "quick_verdicts"]
# Of tests/golden: one asks the store, the other takes as long as all the rest, which ought to notice without it.
LEFT_OUT = ["assumed", "properties"]
SLOW = ["names", "many", "ballot"]  # of tests/rules, the rest of which takes milliseconds: first what is quick, since most die of it
# Suites that take long, by what they are about: they say nothing of the rest.
ABOUT = {"names": "names|fold", "bundled_names": "names|fold|rules$", "ballot": "ballot|docket|worlds",
         "quick_verdicts": "verdict|answers|settings|classes|classing|intern|compile"}
COMPILE = ["-std=c11", "-D_GNU_SOURCE", "-I.", "-Ibuild/gen", "-include", "rules/banned.h", "-O1",
           "-Werror=incompatible-pointer-types", "-Werror=int-conversion", "-Werror=discarded-qualifiers"]
CPU_S, WALL_S, MEMORY_BYTES = 9, 120, 4 << 30  # the original takes 2 s of one processor; the runner bounds each test
JOBS = 2


def run(command, **options):
    return subprocess.run([str(word) for word in command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def digest(*parts):
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(part if isinstance(part, bytes) else part.encode())
        total.update(b"\0")
    return total.hexdigest()


def must(command):
    done = run(command)
    if done.returncode:
        raise SystemExit(done.stdout.decode())


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Bench:
    """What every mutant is built from: the objects of the ordinary build, and the tests with a runner of their own."""

    def __init__(self, build):
        self.folder, self.objects = ROOT / build / "mutation", ROOT / build / "obj"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.sources = {path.relative_to(ROOT).as_posix(): path.read_text() for path in sorted((ROOT / "rules").glob("*.c"))}
        headers = [path.read_bytes() for path in sorted((ROOT / "rules").glob("*.h"))]
        self.ground = digest(*headers, *self.sources.values(), " ".join(COMPILE))
        self.test_objects = [path for suite in ("rules", "golden") for path in sorted((self.objects / "tests" / suite).glob("*.o"))
                             if path.stem not in ("test_search", "test_batch")]
        self.tests = self._tests()
        self.libraries = run(["pkg-config", "--libs", "jansson", "sqlite3", "libsodium", "zlib"]).stdout.decode().split()
        must(["gcc", "-std=c11", "-D_GNU_SOURCE", "-I.", "-O1", "-c", "-o", self.folder / "runner.o", HERE / "runner.c"])

    def _tests(self):
        """What a survivor has survived: each suite in the order in which they run, with a digest of all that it is made of."""
        made, shared = collections.defaultdict(list), [(HERE / "runner.c").read_bytes()]
        for object_ in self.test_objects:
            text = (ROOT / object_.relative_to(self.objects)).with_suffix(".c").read_text()
            suites = set(re.findall(r"^\w*Test\((?:[^,()]*\*\w+, )?(\w+),", text, re.M))
            for suite in suites:
                made[suite].append(object_.read_bytes())
            if not suites:
                shared.append(object_.read_bytes())
        quick = sorted(suite for suite in made if suite not in (*SLOW, *GOLDEN, *LEFT_OUT))
        return {suite: digest(*shared, *made[suite]) for suite in quick + SLOW + GOLDEN}

    def tests_of(self, file):
        stem = pathlib.Path(file).stem
        return {suite: made for suite, made in self.tests.items() if re.search(ABOUT.get(suite, ""), stem)}

    def compile(self, file, source, object_):
        """What went wrong, as gcc says it."""
        done = run(["gcc", *COMPILE, "-x", "c", "-c", "-o", object_, "-"], input=f'# 1 "{file}"\n{source}'.encode())
        return done.stdout.decode() if done.returncode else ""

    @functools.lru_cache(None)
    def original(self, file):
        object_ = self.folder / (pathlib.Path(file).stem + ".o")
        self.compile(file, self.sources[file], object_)
        return object_.read_bytes()

    def is_equivalent(self, mutant):
        with tempfile.TemporaryDirectory() as folder:
            object_ = pathlib.Path(folder) / "mutant.o"
            return not self.compile(mutant.file, mutant.source, object_) and object_.read_bytes() == self.original(mutant.file)


class Program:
    """The tests with mutants of any files, each compiled once with all of its own; the argument chooses which is in hand."""

    def __init__(self, bench, folder, mutants):
        self.bench, self.folder, self.runner = bench, pathlib.Path(folder), pathlib.Path(folder) / "runner"
        self.numbers = {mutant: number for number, mutant in enumerate(mutants, 1)}
        files = sorted({mutant.file for mutant in mutants})
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            self.refused = set().union(*pool.map(self._compile, files))
        objects = [self.folder / (pathlib.Path(file).stem + ".o") if file in files else (bench.objects / file).with_suffix(".o")
                   for file in bench.sources]
        others = [path for layer in ("db", "gen", "api") for path in sorted((bench.objects / layer).glob("*.o"))]
        must(["gcc", "-o", self.runner, bench.folder / "runner.o", *bench.test_objects, *others, *objects, *bench.libraries,
              "-lm", "-pthread"])

    def _compile(self, file):
        """The numbers of those that are no program."""
        numbered = {number: mutant for mutant, number in self.numbers.items() if mutant.file == file}
        object_, refused = self.folder / (pathlib.Path(file).stem + ".o"), set()
        while said := self.bench.compile(file, in_one(file, self.bench.sources[file], numbered.items()), object_):
            wrong = {int(number) for number in re.findall(r"^mutant (\d+):\d+:\d+: error", said, re.M)}
            if not wrong:
                raise SystemExit(said)
            refused |= wrong
            numbered = {number: mutant for number, mutant in numbered.items() if number not in wrong}
        return refused

    def outcome(self, suites, number=0):
        """The test that noticed, or None; 0 is the original."""
        try:
            done = run([self.runner, number, *suites], env={**os.environ, "NAVICERT_TEST_SAMPLE": "1"}, timeout=WALL_S, preexec_fn=limited)
        except subprocess.TimeoutExpired:
            return "did not end"
        if done.returncode == 0:
            return None
        said = done.stdout.decode(errors="replace").strip().splitlines()
        return said[-1] if done.returncode == 1 and said else f"ended by {done.returncode}"


class Results:
    """What was found of each mutant, by its content. A death holds while the law is the same; a survival only while the tests are too."""

    def __init__(self, bench, fresh):
        self.path, self.bench, self.lock, self.fresh = bench.folder / "results.json", bench, threading.Lock(), fresh
        known = json.loads(self.path.read_text()) if self.path.exists() and not fresh else {}
        self.known = known.get("found", {}) if known.get("ground") == bench.ground else {}

    def of(self, mutant):
        """What is known, and the suites that might still notice."""
        found, tests = self.known.get(key_of(mutant)), self.bench.tests_of(mutant.file)
        if found and found["state"] != "survived":
            return found, []
        return found, [suite for suite, made in tests.items() if not found or found["survived"].get(suite) != made]

    def keep(self, mutant, state, by=None):
        found = {"state": state, "by": by, "survived": self.bench.tests_of(mutant.file) if state == "survived" else {}}
        with self.lock:
            self.known[key_of(mutant)] = found
            if len(self.known) % 50 == 0:
                self.save()
        return found

    def save(self):
        if self.fresh:
            return
        text = json.dumps({"ground": self.bench.ground, "found": self.known})
        self.path.with_suffix(".new").write_text(text)
        self.path.with_suffix(".new").replace(self.path)


def key_of(mutant):
    return digest(mutant.file, mutant.source)


def examine_one(program, results, mutant, until):
    found, suites = results.of(mutant)
    if program.numbers[mutant] in program.refused:
        return results.keep(mutant, "no program")
    if time.monotonic() > until:
        return None
    by = program.outcome(suites, program.numbers[mutant])
    if not by and not found and program.bench.is_equivalent(mutant):
        return results.keep(mutant, "equivalent")
    return results.keep(mutant, "killed" if by else "survived", by)


def examine(bench, results, mutants, until):
    """Those of which something is still to be found, in one program."""
    open_ = [mutant for mutant in mutants if results.of(mutant)[1]]
    found = {mutant: results.of(mutant)[0] for mutant in mutants}
    if open_ and time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            program = Program(bench, folder, open_)
            if noticed := program.outcome(bench.tests):
                raise SystemExit(f"the original itself fails: {noticed}")
            found.update(zip(open_, pool.map(lambda mutant: examine_one(program, results, mutant, until), open_)))
    else:
        found.update(dict.fromkeys(open_))
    return list(found.items())


def explained():
    """(file or file and function, line as it stands, change) -> why; an entry speaks of every mutant that it describes."""
    entries = {}
    for number, line in enumerate((HERE / "explained.txt").read_text().splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts = [part.strip() for part in line.split(" :: ")]
            if len(parts) != 4:
                raise SystemExit(f"explained.txt:{number}: four parts are needed: file [function] :: line :: change :: why")
            entries[tuple(parts[:3])] = parts[3]
    return entries


def names_of(bench, mutant):
    """What an entry may call it: by its file, or more closely by its function."""
    line = bench.sources[mutant.file].splitlines()[mutant.line - 1].strip()
    rest = " ".join(line.split()), f"{mutant.before} -> {mutant.after or 'nothing'}"
    return [(where, *rest) for where in (f"{mutant.file} {mutant.function}", mutant.file)]


def report(bench, examined, entries, complete):
    table, alive, used = collections.defaultdict(collections.Counter), [], set()
    for mutant, found in examined:
        if not found or found["state"] == "no program":
            continue
        state = found["state"]
        if state == "survived":
            names = names_of(bench, mutant)
            if known := [name for name in names if name in entries]:
                state = "explained"
                used.update(known)
            else:
                alive.append((mutant, names[0]))
        table[mutant.file][state] += 1
    for file, counts in sorted(table.items()):
        if complete:
            print(f"{file:28} {sum(counts.values()):5} mutants, {counts['killed']:5} killed, {counts['equivalent']:4} equivalent, "
                  f"{counts['explained']:3} explained, {counts['survived']:3} survived")
    for mutant, name in alive:
        print(f"survived: {mutant.file}:{mutant.line}:{mutant.column} {mutant.what}\n    {' :: '.join(name)} :: why")
    stale = sorted(entry for entry in set(entries) - used if entry[0].split()[0] in table) if complete else []
    for entry in stale:
        print(f"explained.txt explains what does not survive, or is not there: {' :: '.join(entry)}")
    total = sum(table.values(), collections.Counter())
    print(f"{sum(total.values()):,} mutants of {len(table)} files: {total['killed']:,} killed, {total['survived']:,} survived, {total['explained']:,} explained, "
          f"{total['equivalent']:,} equivalent by object code")
    return 1 if alive or stale else 0


def chosen(bench, arguments):
    """Groups of mutants, each for one program: those of a file, or a sample of all."""
    def rank(file):
        stem = pathlib.Path(file).stem
        return FIRST.index(stem) if stem in FIRST else len(FIRST)
    files = [file for file in sorted(bench.sources, key=lambda file: (rank(file), file)) if not arguments.files or file in arguments.files]
    groups = [mutants_of(file, bench.sources[file]) for file in files]
    if arguments.sample is None:
        return groups
    everything = sum(groups, [])
    return [random.Random(arguments.seed).sample(everything, min(arguments.sample, len(everything)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build")
    parser.add_argument("--seconds", type=float, default=6 * 3600)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=20261010)
    parser.add_argument("--fresh", action="store_true", help="use and keep no results")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if not shutil.which("gcc"):
        print("mutants: skipped: there is no gcc here")
        return 0
    bench = Bench(arguments.build)
    results, until = Results(bench, arguments.fresh), time.monotonic() + arguments.seconds
    examined = [pair for mutants in chosen(bench, arguments) for pair in examine(bench, results, mutants, until)]
    results.save()
    done = sum(1 for _, found in examined if found)
    if done < len(examined):
        print(f"{done:,} of {len(examined):,} were examined")
    return report(bench, examined, explained(), done == len(examined) and arguments.sample is None)


if __name__ == "__main__":
    sys.exit(main())
