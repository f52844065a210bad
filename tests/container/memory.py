"""A container of 64 MiB under the most that it is told to take: connections, bodies and files."""

import http.client
import json
import pathlib
import re
import resource
import socket
import threading

CONNECTIONS, LINES, SHORT_LINES, BODIES_MB = 1000, 1_000_000, 200_000, 4
LINE = b'{"chip": "h20", "destination": "CN", "date": "2025-05-01"}\n'
FLAGS = ("--memory", "64m", "--memory-swap", "64m", "--pids-limit", "64", "-e", "NAVICERT_SCREENINGS_MAX=1", "-e", "NAVICERT_LOG=none",
         "-e", f"NAVICERT_BODIES_MAX_MB={BODIES_MB}", "-e", "NAVICERT_REQUEST_TIMEOUT_S=120")
SECONDS = 120


def read_reply(connection):
    """The status of a reply, read whole."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    response.read()
    return response.status


def hold(port):
    """Connections that have asked and are kept, and what each was answered."""
    request = b"GET /v1/eligibility?chip=h20&destination=CN HTTP/1.1\r\nHost: a\r\n\r\n"
    held = [socket.create_connection(("127.0.0.1", port), SECONDS) for _ in range(CONNECTIONS)]
    for connection in held:
        connection.sendall(request)
    return held, [read_reply(connection) for connection in held]


def longest_body():
    """A question of 256 KiB, to the byte: a hundred of them, and air."""
    text = json.dumps({"queries": [{"chip": "h20", "destination": "CN"}] * 100}).encode()
    return text + b" " * (256 * 1024 - len(text))


def send_bodies(connections, statuses):
    """All but its last byte of each first, so that all would be held at once."""
    body = longest_body()
    head = f"POST /v1/eligibility HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    for connection in connections:
        connection.sendall(head + body[:-1])
    for connection in connections:
        connection.sendall(body[-1:])
    statuses += [read_reply(connection) for connection in connections]


def send_file(port, lines, answered):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("POST", "/v1/screenings", (LINE * 10000 for _ in range(lines // 10000)), {"Content-Type": "application/x-ndjson"},
                       encode_chunked=True)
    response = connection.getresponse()
    rows = 0
    while piece := response.read(1 << 20):
        rows += piece.count(b"\n")
    answered.append((response.status, rows))


def check_bodies(report, statuses):
    """As many as there is room for, which the last byte of each is not, and the others are told so."""
    room = BODIES_MB * 4
    taken = statuses.count(200)
    report.check(set(statuses) <= {200, 503} and room <= taken < CONNECTIONS,
                 f"of {CONNECTIONS} unfinished bodies of 256 KiB {taken} are taken, the rest told 503: {set(statuses)}")


def check(report, engine, image, port, lines=LINES):
    """Everything at once; the most memory that the process had, in MB."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    container = engine.start(image, *FLAGS, port=port)
    pid = container.state()["Pid"]
    held, asked = hold(port)
    report.check(asked == [200] * CONNECTIONS, f"{CONNECTIONS} connections are answered: {set(asked)}")
    statuses, answered = [], []
    work = [threading.Thread(target=send_bodies, args=(held, statuses)), threading.Thread(target=send_file, args=(port, lines, answered))]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    check_bodies(report, statuses)
    report.check(answered == [(200, lines + 1)], f"a file of {lines} lines is answered: {answered}")
    for connection in held:
        connection.close()
    peak = int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024 \
        if container.state()["Running"] else 0
    report.check(container.state()["Pid"] == pid, "it is the same process that answers to the end")
    code, _ = container.stop()
    report.check(code == 0, f"it was not killed for its memory: {code}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return peak
