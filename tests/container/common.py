"""What the trials of this folder share: the program outside of any container, requests by curl, and what a skipped trial says."""

import atexit
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/contract"))

import contract  # noqa: E402

Report = contract.Report
START_S, STOP_S = 20, 15
SERVES = re.compile(r"serves http://\S+:(\d+)/v1")


def skip(why):
    """Says so and ends well: what a machine cannot do is no fault of the program."""
    print(f"skipped: {why}")
    sys.exit(0)


def need_namespaces():
    """Without them nothing that would be installed could run a container."""
    if os.geteuid() != 0:
        skip("only root makes a base image and runs containers here")
    tried = subprocess.run(["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "true"], capture_output=True, text=True)
    if tried.returncode != 0:
        skip(f"no containers can run here: {tried.stderr.strip()}")


def need(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        skip(f"{', '.join(missing)} not here: docker/packages.sh installs it")


def wait_for(what, holds, seconds=START_S):
    """The first true answer of `holds`, or an end of the trial that says what was waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"FAILED after {seconds} s: {what}")


class Process:
    """A process that ends with this one, and what it has said so far."""

    def __init__(self, command, environment, folder):
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([str(word) for word in command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log)
        atexit.register(self.stop)

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        self.process.terminate()
        try:
            return self.process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def start_native(program, folder, *flags):
    """The program on a port of its own choice, as it is built here; (process, port)."""
    process = Process([program, "serve", "--db", f"{folder}/native.db", "--port", "0", "--log", "none", *flags], {}, folder)
    found = wait_for(f"{program} serves", lambda: SERVES.search(process.said()))
    return process, int(found.group(1))


class Reply:
    """What curl got: status, version of HTTP, headers in lower case, body."""

    def __init__(self, text, body):
        # The last block of headers: those before it are of 100 Continue.
        lines = [block for block in text.split("\r\n\r\n") if block.startswith("HTTP/")][-1].split("\r\n") if "HTTP/" in text else [""]
        first = lines[0].split()
        self.http, self.status = (first[0], int(first[1])) if first else ("", 0)
        self.headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        self.body = body


def curl(url, *flags, body=None, seconds=30):
    """A request; status 0 when none came about."""
    with tempfile.NamedTemporaryFile() as headers:
        words = ["curl", "--silent", "--insecure", "--noproxy", "*", "--max-time", str(seconds), "--dump-header", headers.name, *flags]
        if body is not None:
            words += ["--data-binary", "@-"]
        done = subprocess.run([*words, url], input=body if body is not None else b"", capture_output=True)
        return Reply(pathlib.Path(headers.name).read_bytes().decode("latin-1"), done.stdout)
