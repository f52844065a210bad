#!/usr/bin/python3
"""Uses tokens in every way and then looks for them wherever the program leaves bytes: trial.py PROGRAM.

Database, write-ahead log, backup, export, log, diagnostics, environment and, where this user may read it, the memory of the process.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OPERATOR = "operator-Zq7xW2vK9mPt4LbR8sYd"
START_S = 20


class Failure(Exception):
    """What was found where it may not be; said as it is."""


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise Failure(f"{arguments}: {done.stderr}")
    return done.stdout.strip(), done.stderr


def start(program, folder):
    environment = {"PATH": os.environ["PATH"], "NAVICERT_TOKEN": OPERATOR, "NAVICERT_DB": str(folder / "n.db"), "NAVICERT_PORT": "0"}
    with open(folder / "log", "wb") as log, open(folder / "diagnostics", "wb") as diagnostics:
        server = subprocess.Popen([program, "serve"], env=environment, stdout=log, stderr=diagnostics)
    end = time.monotonic() + START_S
    while time.monotonic() < end and server.poll() is None:
        found = re.search(r"serves http://\S*:(\d+)/", (folder / "diagnostics").read_text())
        if found:
            return server, int(found.group(1))
        time.sleep(0.02)
    server.kill()
    raise Failure("the server did not start")


def request(line, bearer, body=b"", more=""):
    head = f"{line} HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer {bearer}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def ask(connection, message):
    """The status of the next answer, whose body is read too."""
    connection.sendall(message)
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return 0
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
    while len(body) < length:
        body += connection.recv(65536)
    return int(head.split()[1])


def use(port, tokens):
    """On connections that are kept and such that end; with what is let in, refused and wrong; the number of requests."""
    group = b'{"note":"n","changes":[{"op":"put","kind":"event","id":"x","replaces":null,"document":{}}]}'
    count = 0
    for token in tokens:
        wrong = token[:-1] + ("A" if token[-1] != "A" else "E")
        for kept in range(2):
            with socket.create_connection(("127.0.0.1", port), 10) as connection:
                messages = [request("GET /v1/chips?limit=1", token), request("POST /v1/changes", token, group),
                            request("DELETE /v1/events/nothing", token, more="If-Match: *\r\n"),
                            request("PUT /v1/chips/new", token, b"{}", "If-None-Match: *\r\n")]
                for message in messages[:None if kept else 1]:
                    count += ask(connection, message) > 0
        with socket.create_connection(("127.0.0.1", port), 10) as connection:
            count += ask(connection, request("PUT /v1/chips/new", wrong, b"{}")) == 401
    return count


def memory(pid):
    """All readable memory of the process; None where it may not be read."""
    try:
        with open(f"/proc/{pid}/maps", encoding="ascii") as maps, open(f"/proc/{pid}/mem", "rb") as bytes_of:
            for line in maps:
                ends, rights = line.split()[:2]
                begin, end = (int(number, 16) for number in ends.split("-"))
                if "r" not in rights or "[v" in line:
                    continue
                bytes_of.seek(begin)
                try:
                    yield line.split()[-1], bytes_of.read(end - begin)
                except OSError:
                    continue
    except PermissionError:
        return


def search(places, secrets):
    """(places, bytes) that were searched; fails where a secret stands."""
    count = size = 0
    for name, content in places:
        count, size = count + 1, size + len(content)
        for secret in secrets:
            if secret in content:
                at = content.index(secret)
                raise Failure(f"a secret stands in {name}: …{content[max(0, at - 60):at]!r}")
    return count, size


def leave_and_look(program, folder, server, port, made):
    secrets = [text[13:].encode() for text in made] + [OPERATOR.encode()]
    requests = use(port, [*made, OPERATOR])
    time.sleep(0.3)  # the last connections are closed by then
    # That this way of looking finds what is there: a request that is under way.
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        marker = "nvt_00000000_marker-marker-marker-marker-marker-marker-mark"
        connection.sendall(b"GET /v1/chips HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer " + marker.encode())
        time.sleep(0.1)
        regions = list(memory(server.pid))
        if regions and not any(marker.encode() in content for _, content in regions):
            raise Failure("what is there is not found: the trial proves nothing")
    found = search([(f"the memory of the process, {name}", content) for name, content in regions], secrets)
    run(program, "backup", str(folder / "copy.db"), "--db", str(folder / "n.db"))
    run(program, "export", str(folder / "export"), "--db", str(folder / "n.db"))
    listed, _ = run(program, "token", "list", "--db", str(folder / "n.db"))
    files = [(path.name, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    files += [("token list", listed.encode()), ("the environment", Path(f"/proc/{server.pid}/environ").read_bytes() if regions else b"")]
    if not any(made[0][4:12].encode() in content for _, content in files):
        raise Failure("the id of a token is not found: the trial proves nothing")
    on_disk = search(files, secrets)
    where = f"{found[1] >> 20} MiB of its memory" if regions else "its memory skipped: only root reads it"
    return f"secrets: {requests} requests with {len(secrets)} tokens, {on_disk[0]} files of {on_disk[1] >> 10} KiB and {where} searched, 0 found"


def main(program):
    folder = Path(tempfile.mkdtemp(prefix="navicert-secrets-"))
    server = None
    try:
        server, port = start(program, folder)
        made = [run(program, "token", "create", "--name", name, "--scope", scope, "--db", str(folder / "n.db"))[0]
                for name, scope in (("ann", "admin"), ("bob", "write:chips"))]
        made.append(run(program, "token", "rotate", "ann", "--db", str(folder / "n.db"))[0])
        print(leave_and_look(program, folder, server, port, made))
        return 0
    except Failure as failure:
        print(f"secrets: {failure}", file=sys.stderr)
        return 1
    finally:
        if server:
            server.terminate()
            server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
