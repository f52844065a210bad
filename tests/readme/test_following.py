"""The README's loop that follows the changes: test_following.py PROGRAM.

It must print every change exactly once, in order, through revisions that are larger than a page, while it is ended and begun again, and
while the server is away.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PATIENCE = 60


def read_loop(port):
    """The one sh block that waits, made to ask the server under test, and less patient."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        found = [block for block in re.findall(r"```sh\n(.*?)```", file.read(), re.S) if "wait=" in block]
    assert len(found) == 1, f"README.md has {len(found)} loops"
    return found[0].replace("localhost:8080", f"localhost:{port}").replace("sleep 5", "sleep 0.2")


class Follower:
    """The loop as a process, which adds to a file."""

    def __init__(self, folder, port):
        self.folder, self.script = folder, read_loop(port)
        self.process = None

    def start(self):
        with open(os.path.join(self.folder, "printed"), "ab") as output:
            self.process = subprocess.Popen(["bash", "-c", self.script], cwd=self.folder, stdout=output, stderr=subprocess.DEVNULL,
                                            start_new_session=True)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def printed(self):
        with open(os.path.join(self.folder, "printed"), encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def await_revision(self, seq):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if f"seq.gt={seq}\n" in self.page():
                return
            time.sleep(0.05)
        raise AssertionError(f"revision {seq} was not printed to its end in {PATIENCE} s; next page: {self.page()}")

    def page(self):
        path = os.path.join(self.folder, "follow.page")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()


class Server:
    """The program on a store of its own, which can be away for a while."""

    def __init__(self, program, folder):
        self.program, self.database, self.port, self.process = program, os.path.join(folder, "navicert.db"), "0", None

    def start(self):
        self.process = subprocess.Popen([self.program, "serve", "--port", self.port, "--db", self.database],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if found := re.search(r"http://[^ ]*:(\d+)", line):
                self.port = found.group(1)
                return
        raise AssertionError("the server did not start")

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0, "the server did not end well"

    def ask(self, target):
        with urllib.request.urlopen(f"http://localhost:{self.port}{target}") as response:
            return json.load(response)

    def run(self, *arguments):
        subprocess.run([self.program, *arguments, "--db", self.database], check=True, capture_output=True)


def record(server, folder, note, count):
    """A revision that changes so many chips."""
    with tempfile.TemporaryDirectory(dir=folder) as files:
        server.run("export", files)
        path = os.path.join(files, "chips.json")
        with open(path, encoding="utf-8") as file:
            chips = json.load(file)
        for chip in chips[:count]:
            chip["notes"] = note
        with open(path, "w", encoding="utf-8") as file:
            json.dump(chips[:count], file)
        for name in os.listdir(files):
            if name != "chips.json":
                os.remove(os.path.join(files, name))
        server.run("import", files)


def recorded(server):
    """Every change, as the API lists them."""
    found, target = [], "/v1/changes?fields=seq,op,kind,id,changed&limit=200"
    while target:
        page = server.ask(target)
        found, target = found + page["items"], page["next"]
    return found


def follow(server, follower, folder):
    bundled = server.ask("/v1/changes?limit=1")["meta"]["data_version"]
    follower.start()
    follower.await_revision(bundled)
    record(server, folder, "one", 1)
    follower.await_revision(bundled + 1)
    record(server, folder, "more than a page", 120)
    follower.await_revision(bundled + 2)
    follower.stop()
    record(server, folder, "while it was ended", 3)
    follower.start()
    follower.await_revision(bundled + 3)
    server.stop()
    record(server, folder, "while the server was away", 60)
    record(server, folder, "twice", 60)
    server.start()
    follower.await_revision(bundled + 5)


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        server = Server(os.path.abspath(program), folder)
        server.start()
        follower = Follower(folder, server.port)
        try:
            follow(server, follower, folder)
            same = follower.printed() == recorded(server)
        finally:
            follower.stop()
            server.stop()
    print("the loop of the README follows" if same else "FAILED the loop of the README printed other changes than were recorded")
    return same


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)
