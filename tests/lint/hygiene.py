#!/usr/bin/python3
"""What a stranger who clones the repository should not find in it, and scripts that do not even parse."""

import ast
import re
import subprocess

from tree import ROOT, Faults, files

ANY_MAX = 4 << 20
# Other people's words and addresses: the data set, and what is derived from it.
DATA = ("db/data/", "tests/golden/")
# Bytes that were once too much for somebody: any at all.
CASES = "tests/fuzz/cases/"
BUILT = re.compile(r"(^|/)(node_modules|build|__pycache__)/|\.(o|a|so|pyc|gcda|gcno|db|db-wal|db-shm|log|orig|rej|swp)$|~$")
# Spelt so that they do not find themselves.
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
MACHINE = re.compile(r"(?<![\w.:/}<>\-*])/(?:hom[e]|roo[t]|User[s]|mn[t]|medi[a]|wor[k](?:space)?)/?(?=[\w.]*[/\s\"'`]|$)")
REGISTRY = re.compile(r"registr[y]\.[a-z]|npmj[s]\.|deb\.debia[n]|security\.debia[n]|pyp[i]\.org|docke[r]\.io|ghc[r]\.io|qua[y]\.io"
                      r"|_authToke[n]|crate[s]\.io|prox[y]\.golang|artifactor[y]")
CLIMB = re.compile(r"(?<![\w.])(?:\.\./)+(?=[A-Za-z])")
SHELLS = {"/bin/sh": "sh", "/bin/bash": "bash", "/usr/bin/env bash": "bash"}


def check_lines(faults, name, text):
    depth = name.count("/")
    for line, words in enumerate(text.splitlines(), 1):
        if UNFINISHED.search(words):
            faults.say(name, line, f"unfinished work is an issue, not a comment: {UNFINISHED.search(words).group()}")
        if MACHINE.search(words):
            faults.say(name, line, f"a path of one machine: {MACHINE.search(words).group()}")
        if REGISTRY.search(words):
            faults.say(name, line, f"the host of a registry is the machine's to choose: {REGISTRY.search(words).group()}")
        if any(match.group().count("../") > depth for match in CLIMB.finditer(words)):
            faults.say(name, line, "a path that leaves the repository")
        if words != words.rstrip() and not name.endswith(".md"):
            faults.say(name, line, "white space at the end of the line")


def check_text(faults, name, raw):
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.say(name, raw[:error.start].count(b"\n") + 1, "is not UTF-8")
        return
    if "\r" in text:
        faults.say(name, text[:text.index("\r")].count("\n") + 1, "lines end with a line feed alone")
    if text and not text.endswith("\n"):
        faults.say(name, text.count("\n") + 1, "the last line has no end")
    if not name.startswith(DATA) and name != "LICENSE":
        check_lines(faults, name, text)
    check_script(faults, name, text)


def check_script(faults, name, text):
    first = text.split("\n", 1)[0]
    executable = (ROOT / name).stat().st_mode & 0o111
    if first.startswith("#!") != bool(executable) and not name.endswith(".py"):
        faults.say(name, 1, "a script is executable and opens with #!, any other file neither")
    shell = SHELLS.get(first.removeprefix("#!").strip().split(" -")[0]) if first.startswith("#!") else None
    if name.endswith(".py"):
        try:
            ast.parse(text)
        except SyntaxError as error:
            faults.say(name, error.lineno or 1, f"is no Python: {error.msg}")
    elif shell:
        parsed = subprocess.run([shell, "-n", name], cwd=ROOT, capture_output=True, text=True)
        if parsed.returncode:
            faults.say(name, 1, f"is no {shell} script: {parsed.stderr.strip()}")


def main():
    faults = Faults()
    names = files()
    for name in names:
        if BUILT.search(name):
            faults.say(name, 1, "is built or left over, and does not belong in the repository")
            continue
        raw = (ROOT / name).read_bytes()
        if len(raw) > ANY_MAX:
            faults.say(name, 1, f"is larger than {ANY_MAX} bytes")
        if b"\0" not in raw[:8192] and not name.startswith(CASES):
            check_text(faults, name, raw)
    faults.finish(f"{len(names)} files")


main()
