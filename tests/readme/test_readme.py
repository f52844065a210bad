"""The README's examples are true: each `console` block is run against a fresh server and its output compared.

    test_readme.py PROGRAM

In a block, a line that begins with "$ " is a command (continued by a backslash at the end of a line), the lines below it are its output; a line "…"
stands for any number of lines. The address localhost:8080 and the program name `navicert` mean the server and the program under test.
"""

import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENTS = ("README.md",)
COMMAND_SECONDS = 30


def blocks(text):
    """The lines of every ```console block, with the number of its first line."""
    for match in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield text.count("\n", 0, match.start()) + 2, match.group(1).splitlines()


def examples(text):
    """(line, command, expected lines) of every command."""
    for first, lines in blocks(text):
        at = 0
        while at < len(lines):
            if not lines[at].startswith("$ "):
                raise SystemExit(f"line {first + at}: a console block must begin with a command")
            start, command = at, lines[at][2:]
            while command.endswith("\\"):
                at += 1
                command = command[:-1] + lines[at].strip()
            at += 1
            expected = []
            while at < len(lines) and not lines[at].startswith("$ "):
                expected.append(lines[at])
                at += 1
            yield first + start, command, expected


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
    command = command.replace("localhost:8080", f"localhost:{port}").replace("curl ", "curl -sS ", 1)
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=COMMAND_SECONDS)
    return (done.stdout + done.stderr).replace(f"localhost:{port}", "localhost:8080").splitlines()


def check(program):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        server, port = start_server(program, folder)
        try:
            for document in DOCUMENTS:
                with open(os.path.join(ROOT, document), encoding="utf-8") as file:
                    text = file.read()
                for line, command, expected in examples(text):
                    actual = run(command, port, folder, program)
                    if matches(expected, actual):
                        passed += 1
                        continue
                    failed += 1
                    print(f"{document}:{line}: {command}\n  expected:", *expected, "  got:", *actual[:80], sep="\n    ")
        finally:
            server.terminate()
            server.wait(timeout=30)
    if passed == 0:
        failed += 1
        print("the README has no examples to run")
    print(f"{passed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    sys.exit(0 if check(sys.argv[1]) else 2)
