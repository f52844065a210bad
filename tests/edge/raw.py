#!/usr/bin/python3
"""No request is understood in two ways: raw.py BINARY [--proxy [CONFIGURATION]] [--shipped] [--update] sends each row of raw.json byte by byte.

A row says what is sent and which answers come, directly and behind the proxy: statuses in their order, then "end" where the server ends
the connection, "garbled" where what comes is no whole answer. GET /problems/smuggled is only ever hidden where another request's body should be; behind the proxy it must never arrive.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import edge

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "raw.json"
QUIET_S = 0.5  # without a word, no more is coming
PATIENCE_S = 4  # of the second look, where the first was not as expected
AT_ONCE = 24
WAYS = {"direct": "directly", "proxied": "behind nginx", "shipped": "behind the shipped proxy"}


def bytes_of(row):
    """@@ in the text stands for `fill` times the letter y."""
    return row["send"].replace("@@", "y" * row.get("fill", 0)).encode("latin-1")


def connect_tls(port, host, timeout):
    return ssl._create_unverified_context().wrap_socket(edge.connect(port, host, timeout=timeout))


def answers_to(connect, port, host, row, patience):
    client = connect(port, host, timeout=patience)
    seen = []
    try:
        answers = edge.Answers(client)
        try:
            client.sendall(bytes_of(row))
        except (ConnectionError, ssl.SSLError):
            pass  # refused before all was sent; the answer decides
        while answer := answers.read(head=row["send"].startswith("HEAD")):
            seen.append(answer[0])
        seen.append("end")
    except TimeoutError:
        pass
    except (EOFError, ValueError):
        seen.append("garbled")
    finally:
        client.close()
    return seen


def judge(port, rows, key, connect=edge.connect):
    """(row, seen) of those that differ, after a patient second look. Each row is of a client of its own, as none asks too often."""
    def look(i, patience):
        return answers_to(connect, port, 1 + i % 200, rows[i], patience)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = list(pool.map(lambda i: look(i, QUIET_S), range(len(rows))))
        again = [i for i, row in enumerate(rows) if seen[i] != row.get(key)]
        for i, patient in zip(again, pool.map(lambda i: look(i, PATIENCE_S), again)):
            seen[i] = patient
    return [(row, got) for row, got in zip(rows, seen) if got != row.get(key)]


class Proxy:
    """nginx with the configuration, which speaks to navicert:8080 and listens somewhere: both are put in their place here."""

    def __init__(self, configuration, upstream):
        self.folder = tempfile.mkdtemp(prefix="navicert-edge-")
        self.port = free_port()
        text = re.sub(r"\bnavicert:8080\b", f"127.0.0.1:{upstream}", pathlib.Path(configuration).read_text())
        text = re.sub(r"\blisten\s+[^;]*;", f"listen 127.0.0.1:{self.port};", text, count=1)
        path = os.path.join(self.folder, "nginx.conf")
        pathlib.Path(path).write_text(text)
        os.chmod(self.folder, 0o755)
        self.process = subprocess.Popen(["nginx", "-p", self.folder, "-c", path, "-e", os.path.join(self.folder, "error.log"),
                                         "-g", f"daemon off; pid {self.folder}/pid;"], stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self):
        for _ in range(200):
            try:
                edge.connect(self.port).close()
                return
            except ConnectionError:
                time.sleep(0.05)
        self.stop()
        raise SystemExit("nginx did not start")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def free_port():
    with edge.socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def count_smuggled(program):
    """Of the log, when all has come to rest."""
    time.sleep(0.2)
    with open(program.log) as log:
        return log.read().count('"get_problem"')


def report(where, rows, differing):
    for row, got in differing:
        print(f"{where}: {row['name']}: expected {row.get(where)}, got {got}\n  {bytes_of(row)[:200]!r}", file=sys.stderr)
    return f"{len(rows) - len(differing)} of {len(rows)} as written {WAYS[where]}"


def try_proxied(program, configuration, rows):
    """(differing, smuggled) behind the proxy."""
    with Proxy(configuration, program.port) as proxy:
        before = count_smuggled(program)
        differing = judge(proxy.port, rows, "proxied")
        return differing, count_smuggled(program) - before


def try_shipped(program, rows):
    """(differing, smuggled) behind docker/proxy, through its TLS."""
    sys.path.insert(0, str(HERE.parent / "container"))
    from proxy import Proxy as Shipped
    with tempfile.TemporaryDirectory(prefix="navicert-edge-") as folder:
        proxy = Shipped(f"{folder}/shipped", program.port).start()
        before = count_smuggled(program)
        differing = judge(proxy.tls, rows, "shipped", connect_tls)
        proxy.stop()
        return differing, count_smuggled(program) - before


def write_table(rows):
    TABLE.write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--proxy", nargs="?", const=HERE / "nginx.conf", help="go through nginx too, with this configuration")
    parser.add_argument("--shipped", action="store_true", help="go through docker/proxy too, TLS and all")
    parser.add_argument("--update", action="store_true", help="write what is seen into the table, to be read before it is committed")
    options = parser.parse_args()
    rows = json.loads(TABLE.read_text())
    failed = False
    figures = []
    with edge.Program(options.binary) as program:
        kinds = [("direct", *(judge(program.port, rows, "direct"), 0))]
        if (options.proxy or options.shipped) and not shutil.which("nginx"):
            figures.append("behind nginx skipped: there is no nginx")
        else:
            if options.proxy:
                kinds.append(("proxied", *try_proxied(program, options.proxy, rows)))
            if options.shipped:
                kinds.append(("shipped", *try_shipped(program, rows)))
        for where, differing, smuggled in kinds:
            if options.update:
                for row, got in differing:
                    row[where] = got
                write_table(rows)
            figures.insert(0 if where == "direct" else len(figures), report(where, rows, differing))
            failed |= bool(differing or smuggled)
            if where != "direct":
                figures.append(f"{smuggled} smuggled")
    print(f"raw requests: {', '.join(figures)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
