"""The README's examples are true: each `console` block is run against a fresh server and its output compared.

    test_readme.py PROGRAM            compares
    test_readme.py PROGRAM --update   writes what the program answers into the document, to be reviewed by eye

In a block, a line that begins with "$ " is a command (continued by a backslash at the end of a line, or as a shell shows it by lines that begin
with "> "), the lines below it are its output; a line "…" stands for any number of lines. The address localhost:8080 and the program name `navicert` mean the server and the program under test.
"""

import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENTS = ("README.md",)
COMMAND_SECONDS = 30


class Example:
    """A command, where it stands, and what is printed below it."""

    def __init__(self, first, command, start, end, expected):
        self.first, self.command, self.start, self.end, self.expected = first, command, start, end, expected


def examples(lines):
    """Every command of every block; start and end are the lines of its output."""
    inside = False
    at = 0
    while at < len(lines):
        if not inside:
            inside = lines[at] == "```console"
            at += 1
        elif lines[at] == "```":
            inside = False
            at += 1
        elif lines[at].startswith("$ "):
            first, command = at, lines[at][2:]
            while command.endswith("\\"):
                at += 1
                command = command[:-1] + lines[at].strip()
            while lines[at + 1].startswith("> "):
                at += 1
                command += "\n" + lines[at][2:]
            start = at = at + 1
            while lines[at] != "```" and not lines[at].startswith("$ "):
                at += 1
            yield Example(first + 1, command, start, at, lines[start:at])
        else:
            raise SystemExit(f"line {at + 1}: a console block must begin with a command")


def matches(expected, actual):
    """Whether the lines are equal, "…" standing for any run of them."""
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[skip:]) for skip in range(len(actual) + 1))
    return bool(actual) and expected[0].rstrip() == actual[0].rstrip() and matches(expected[1:], actual[1:])


def start_server(program, folder):
    server = subprocess.Popen(
        [program, "serve", "--port", "0", "--db", os.path.join(folder, "navicert.db")],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in server.stderr:
        found = re.search(r"http://[^ ]*:(\d+)", line)
        if found:
            return server, found.group(1)
    raise SystemExit("the server did not start")


def run(command, port, folder, program):
    binary = os.path.join(folder, "bin")
    os.makedirs(binary, exist_ok=True)
    link = os.path.join(binary, "navicert")
    if not os.path.exists(link):
        os.symlink(os.path.abspath(program), link)
    environment = dict(os.environ, PATH=binary + ":" + os.environ["PATH"], NAVICERT_DB=os.path.join(folder, "navicert.db"), LC_ALL="C.UTF-8")
    command = command.replace("localhost:8080", f"localhost:{port}")
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=COMMAND_SECONDS)
    return (done.stdout + done.stderr).replace(f"localhost:{port}", "localhost:8080").splitlines()


def compare(document, lines, ask):
    """(passed, failed) of the document's examples."""
    passed = failed = 0
    for example in examples(lines):
        actual = ask(example.command)
        if matches(example.expected, actual):
            passed += 1
            continue
        failed += 1
        print(f"{document}:{example.first}: {example.command}", "  expected:", *example.expected, "  got:", *actual[:80], sep="\n    ")
    return passed, failed


def update(path, lines, ask):
    """Replaces every output that has no "…" in it."""
    answers = [(example, ask(example.command)) for example in examples(lines)]
    for example, answer in reversed(answers):
        if "…" not in example.expected:
            lines[example.start:example.end] = answer
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main(program, updating):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        server, port = start_server(program, folder)
        try:
            for document in DOCUMENTS:
                path = os.path.join(ROOT, document)
                with open(path, encoding="utf-8") as file:
                    lines = file.read().splitlines()
                ask = lambda command: run(command, port, folder, program)
                if updating:
                    update(path, list(lines), ask)
                    continue
                counts = compare(document, lines, ask)
                passed, failed = passed + counts[0], failed + counts[1]
        finally:
            server.terminate()
            server.wait(timeout=30)
    if passed == 0 and not updating:
        failed += 1
        print("the documents have no examples to run")
    print(f"{passed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], "--update" in sys.argv[2:]) else 2)
