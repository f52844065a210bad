#!/usr/bin/python3
"""Every header of ours compiles alone, with both compilers: headers.py FLAGS... are the flags of the build."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tree import ROOT, Faults, product

COMPILERS = ("gcc", "clang")


def complaint(compiler, name, flags):
    """The first line that the compiler has to say about it, or None."""
    # Twice: a header must bear it, and `#pragma once` in a main file is a warning.
    source = f'#include "{name}"\n#include "{name}"\nextern int alone;\n'
    done = subprocess.run([compiler, *flags, "-Werror", "-fsyntax-only", "-x", "c", "-"], input=source, cwd=ROOT,
                          capture_output=True, text=True)
    if done.returncode == 0:
        return None
    return next((line for line in done.stderr.splitlines() if "error:" in line), f"{compiler} failed")


def main():
    faults = Faults()
    names = product(".h")
    pairs = [(compiler, name) for name in names for compiler in COMPILERS]
    with ThreadPoolExecutor(2) as pool:
        for (compiler, name), said in zip(pairs, pool.map(lambda pair: complaint(*pair, sys.argv[1:]), pairs)):
            if said:
                faults.say(name, 1, f"does not compile alone with {compiler}: {said}")
    faults.finish(f"{len(names)} headers")


main()
