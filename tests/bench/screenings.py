"""Files of questions, POST /v1/screenings: lines a second, memory a line, and what other requests notice. Left out where the program
under measurement has no such route."""

import json
import socket
import subprocess
import threading
import time

from figures import at_least, at_most, judge, spread
from servers import Failure, ask
from load import load

PATH = "/v1/screenings"
SQL_LINES = 20_000
BESIDE_CONNECTIONS = 8
LINE_BYTES, FIXED_BYTES = 16, 2 << 20


def is_there(server):
    return PATH in json.loads(ask(server.port, "/openapi.json")[2])["paths"]


def file_of(questions, lines):
    triples = questions.triples()
    path = questions.folder / f"screening-{lines}.ndjson"
    if not path.exists():
        block = [json.dumps(dict(zip(("chip", "destination", "date"), triple)), separators=(",", ":")) + "\n" for triple in triples]
        path.write_text("".join(block[i % len(block)] for i in range(lines)))
    return path


def receive(connection):
    """The head of the answer, how many lines its body has, and its last piece. HTTP/1.0: the body ends with the connection."""
    received = b""
    while b"\r\n\r\n" not in received:
        more = connection.recv(1 << 16)
        if not more:
            return received, 0, b""
        received += more
    head, _, last = received.partition(b"\r\n\r\n")
    lines, piece = last.count(b"\n"), bytearray(1 << 20)
    while size := connection.recv_into(piece):
        last = bytes(piece[:size])
        lines += last.count(b"\n")
    return head, lines, last


def post(server, path, lines):
    """Seconds from the first byte sent to the last received. Each line must have its answer, and the summary comes last."""
    head = (f"POST {PATH} HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson\r\n"
            f"Content-Length: {path.stat().st_size}\r\n\r\n")
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", server.port), 60) as connection, open(path, "rb") as file:
        connection.sendall(head.encode())
        try:
            connection.sendfile(file)
        except ConnectionError:
            pass  # refused while it was sent: the answer says why
        answer, count, last = receive(connection)
    seconds = time.perf_counter() - began
    if not answer.startswith(b"HTTP/1.1 200") or count != lines + 1 or not last.endswith(b"}\n"):
        raise Failure(f"{PATH} answered {lines} lines with {count}, the answer begins: {answer[:300].decode(errors='replace')}")
    server.check()
    return seconds


def by_sql(kit, database, path):
    done = subprocess.run([kit.build / "bench" / "by_sql", database, path], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(done.stderr.strip())
    return float(done.stdout)


def one_size(kit, questions, lines, rounds, database):
    path, sql_path = file_of(questions, lines), file_of(questions, SQL_LINES)
    rates, sql, memory = [], [], []
    for _ in range(rounds):
        with kit.ours() as server:
            idle = server.memory_kb("Rss")
            server.forget_peak()
            rates.append(lines / post(server, path, lines))
            memory.append(max(0, server.peak_kb() - idle) * 1024)
        sql.append(by_sql(kit, database, sql_path))
    ratio = {"lines": spread(rates), "sql": spread([a / b for a, b in zip(rates, sql)]),
             "memory": spread([used / (LINE_BYTES * lines + FIXED_BYTES) for used in memory])}
    goals = [at_least("lines", 1e6), at_least("sql", 50), at_most("memory", 1)] if lines >= 100_000 else [at_most("memory", 1)]
    return {"lines": lines, "lines_a_second": ratio["lines"], "by_sql": spread(sql), "ratio": ratio["sql"],
            "memory_bytes": spread(memory), "bytes_a_line": spread([used / lines for used in memory]), "goals": judge(goals, ratio)}


def beside(kit, questions, lines, rounds, seconds):
    """The p99 of other requests while one file after another is screened, against idle."""
    path, targets = file_of(questions, lines), questions.eligibility("summary")
    idle, busy = [], []
    with kit.ours() as server:
        for _ in range(rounds):
            idle.append(load(server, targets, BESIDE_CONNECTIONS, seconds)["p99_us"])
            over, faults = threading.Event(), []
            thread = threading.Thread(target=keep_posting, args=(server, path, lines, over, faults))
            thread.start()
            try:
                busy.append(load(server, targets, BESIDE_CONNECTIONS, seconds)["p99_us"])
            finally:
                over.set()
                thread.join()
            if faults:
                raise faults[0]
    ratio = {"p99": spread([a / b for a, b in zip(busy, idle)])}
    return {"idle_p99_us": spread(idle), "beside_p99_us": spread(busy), "ratio": ratio["p99"], "goals": judge([at_most("p99", 5)], ratio)}


def keep_posting(server, path, lines, over, faults):
    while not over.is_set():
        try:
            post(server, path, lines)
        except Failure as fault:
            faults.append(fault)
            return


def run(kit, questions, say, rounds, seconds, sizes, database):
    with kit.ours() as server:
        if not is_there(server):
            return None
    results = []
    for lines in sizes:
        say(f"screening {lines} lines")
        results.append(one_size(kit, questions, lines, rounds, database))
    say("requests beside a screening")
    return {"sizes": results, "beside": beside(kit, questions, sizes[-1], rounds, seconds)}
