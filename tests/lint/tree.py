"""What the checkers share: which files the repository has, how a fault is said, C without comments and strings."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("rules", "db", "api", "server")  # from the lowest layer to the highest


def files(*suffixes):
    """Files that are tracked or about to be, as paths relative to the root; all of them without suffixes."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    present = (name for name in sorted(set(listed)) if name and (ROOT / name).is_file())
    return [name for name in present if not suffixes or name.endswith(suffixes)]


def product(*suffixes):
    return [name for name in files(*suffixes) if name.split("/")[0] in PRODUCT and name.count("/") == 1]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def bare(text):
    """C text with comments blanked and the insides of literals gone, every line in its place."""
    def blank(match):
        token = match.group()
        return "\n" * token.count("\n") + (" " if token.startswith("/") else token[0] * 2)
    return _TOKEN.sub(blank, text)


class Faults:
    """Collects faults, says them as file:line, and decides the exit code."""

    def __init__(self):
        self.count = 0

    def say(self, name, line, sentence):
        self.count += 1
        print(f"{name}:{line}: {sentence}")

    def finish(self, checked):
        if self.count:
            sys.exit(f"{Path(sys.argv[0]).name}: {self.count} fault(s)")
        print(f"{Path(sys.argv[0]).name}: {checked}: nothing to say")
