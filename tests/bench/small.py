"""Cold start and memory, beside the floor's."""

import socket
import time

from figures import at_most, judge, spread
from servers import QUESTION

CONNECTIONS = 1000
SETTLE_S = 0.3


def cold_start(kit, say, rounds):
    """From exec to the first 200, in turns; ours answers an eligibility question."""
    say("cold start")
    times = {"ours": [], "floor": []}
    for turn in range(rounds + 1):
        for name, start in (("floor", lambda: kit.floor(2000)), ("ours", kit.ours)):
            with start() as server:
                if turn > 0:
                    times[name].append(server.first_answer_s * 1000)
    ratio = {"ms": spread([a / b for a, b in zip(times["ours"], times["floor"])])}
    return {"ours_ms": spread(times["ours"]), "floor_ms": spread(times["floor"]), "ratio": ratio["ms"],
            "goals": judge([at_most("ms", 3)], ratio)}


def idle_clients(server, count):
    """Connections that have asked once and are kept."""
    request = f"GET {QUESTION} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    clients = []
    for _ in range(count):
        client = socket.create_connection(("127.0.0.1", server.port), 10)
        client.sendall(request)
        client.recv(65536)
        clients.append(client)
    return clients


def memory_of(start):
    with start() as server:
        time.sleep(SETTLE_S)
        idle = server.memory_kb("Pss")
        clients = idle_clients(server, CONNECTIONS)
        time.sleep(SETTLE_S)
        full = server.memory_kb("Pss")
        for client in clients:
            client.close()
        server.check()
        return {"idle_kb": idle, "connection_kb": (full - idle) / CONNECTIONS}


def memory(kit, say):
    """Proportional set size, idle and of each kept connection."""
    say("memory")
    found = {"floor": memory_of(lambda: kit.floor(2000)), "ours, 1 thread": memory_of(kit.ours),
             "ours, default threads": memory_of(lambda: kit.ours(threads=None))}
    ratio = {"pss": spread([found["ours, 1 thread"]["idle_kb"] / found["floor"]["idle_kb"]])}
    return {"servers": found, "ratio": ratio["pss"], "goals": judge([at_most("pss", 2.5)], ratio)}


def run(kit, say, rounds):
    return {"cold_start": cold_start(kit, say, rounds), "memory": memory(kit, say)}
