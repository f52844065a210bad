"""Restarts the server under load: restart.py PROGRAM [--short].

Behind a socket that somebody else holds open nobody may notice, neither when the new process follows the old one nor when
they overlap. On a socket of its own who connects in between is refused, but nobody who got in is reset.
"""

import http.client
import itertools
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

TOKEN = "a-token-for-the-trial-of-restarts"
LISTEN_FD = 3
PATIENCE_S = 15
EVENT = "/v1/events/2022-08-01-chips-act-signed"


class Server:
    """One process after the other, on a socket that we hold (`held`) or on a port of its own."""

    def __init__(self, program, folder, held, port):
        self.program, self.folder, self.held, self.port = program, folder, held, port
        self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.manager.bind(os.path.join(folder, "notify"))
        self.manager.settimeout(PATIENCE_S)
        self.process = self.start()

    def start(self):
        environment = {"PATH": os.environ["PATH"], "NAVICERT_DB": os.path.join(self.folder, "trial.db"), "NAVICERT_PORT": str(self.port),
                       "NAVICERT_LOG": "none", "NAVICERT_TOKEN": TOKEN, "NOTIFY_SOCKET": os.path.join(self.folder, "notify")}
        command = [self.program, "serve"]
        if self.held:
            command = ["sh", "-c", 'export LISTEN_PID=$$ LISTEN_FDS=1; exec "$0" serve', self.program]
        process = subprocess.Popen(command, env=environment, pass_fds=(LISTEN_FD,) if self.held else (), stderr=subprocess.PIPE)
        self.expect(b"READY=1", process)
        return process

    def expect(self, state, process):
        try:
            said = self.manager.recv(100)
        except socket.timeout:
            process.kill()
            sys.exit(f"the server did not say {state.decode()}: {process.stderr.read().decode()}")
        if said != state:
            sys.exit(f"the server said {said!r}, not {state!r}")

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        self.expect(b"STOPPING=1", process)
        code = process.wait(PATIENCE_S)
        process.stderr.close()
        if code != 0:
            sys.exit(f"the server ended with {code}")

    def restart(self, overlapped):
        old = self.process
        if overlapped:
            self.process = self.start()
            self.stop(old)
        else:
            self.stop(old)
            self.process = self.start()

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()
        self.manager.close()
        os.unlink(os.path.join(self.folder, "notify"))


class Load:
    """Clients that ask all the time and keep count of how it went."""

    def __init__(self, port):
        self.port, self.ends, self.lock = port, threading.Event(), threading.Lock()
        self.answers, self.writes, self.refused, self.longest_s, self.faults = 0, 0, 0, 0.0, []
        kinds = [self.ask_anew] * 4 + [self.ask_on] * 3 + [self.write]
        self.threads = [threading.Thread(target=kind, args=(number,)) for number, kind in enumerate(kinds)]
        for thread in self.threads:
            thread.start()

    def request(self, connection, method="GET", target="/v1/eligibility?chip=h20&destination=CN&explain=none", headers=(), body=None):
        """True: the connection may be used again."""
        began = time.monotonic()
        try:
            connection.request(method, target, body, dict(headers))
            response = connection.getresponse()
            text = response.read()
        except ConnectionRefusedError:
            with self.lock:
                self.refused += 1
            time.sleep(0.01)
            return False
        except (OSError, http.client.HTTPException) as error:
            with self.lock:
                self.faults.append(f"{method}: {error!r}")
            return False
        with self.lock:
            self.answers += 1
            self.writes += method == "PUT"
            self.longest_s = max(self.longest_s, time.monotonic() - began)
            if response.status not in (200, 201) or not json.loads(text):
                self.faults.append(f"{method}: {response.status} {text[:200]!r}")
        return response.getheader("Connection") != "close"

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)

    def ask_anew(self, _):
        while not self.ends.is_set():
            connection = self.connect()
            self.request(connection, headers=[("Connection", "close")])
            connection.close()

    def ask_on(self, seed):
        pauses = random.Random(seed)
        connection = self.connect()
        while not self.ends.is_set():
            if not self.request(connection):
                connection.close()
            time.sleep(pauses.choice((0, 0.002, 0.03)))
        connection.close()

    def write(self, _):
        connection = self.connect()
        connection.request("GET", EVENT)
        event = json.loads(connection.getresponse().read())
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", "If-Match": "*"}
        for number in itertools.count():
            if self.ends.is_set():
                break
            if not self.request(connection, "PUT", EVENT, headers, json.dumps({**event, "headline": f"No. {number}"})):
                connection.close()
        connection.close()

    def stop(self):
        self.ends.set()
        for thread in self.threads:
            thread.join()


def trial(program, held, overlapped, rounds):
    """Restarts so often under load; how that went."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder, held, free_port())
        load = Load(held.getsockname()[1] if held else server.port)
        try:
            for _ in range(rounds):
                time.sleep(0.15)
                server.restart(overlapped)
            time.sleep(0.15)
        finally:
            load.stop()
            server.close()
    return load


def check_refusals(program):
    """A socket that cannot be used is said, never passed over in silence; one that is another process' is none of ours."""
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "rb") as nothing:
        rows = ((2, LISTEN_FD, "there must be one, and there are more"), (1, nothing.fileno(), "it does not listen for streams"))
        for count, descriptor, sentence in rows:
            held = os.dup(LISTEN_FD)
            os.dup2(descriptor, LISTEN_FD)
            run = subprocess.run(["sh", "-c", f'export LISTEN_PID=$$ LISTEN_FDS={count}; exec "$0" serve', program], pass_fds=(LISTEN_FD,),
                                 env={"NAVICERT_DB": os.path.join(folder, "x.db"), "NAVICERT_PORT": "0"}, capture_output=True, text=True, timeout=PATIENCE_S)
            os.dup2(held, LISTEN_FD)
            os.close(held)
            if run.returncode != 1 or sentence not in run.stderr:
                sys.exit(f"{count} sockets, descriptor {descriptor}: {run.returncode}, {run.stderr}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def hold_socket():
    """Listening at the descriptor where the protocol wants it."""
    held = socket.create_server(("127.0.0.1", 0), backlog=1024)
    if held.fileno() != LISTEN_FD:
        os.dup2(held.fileno(), LISTEN_FD)
    os.set_inheritable(LISTEN_FD, True)
    return held


def main(arguments):
    short, program = "--short" in arguments, os.path.abspath(arguments[0])
    held, status, told = hold_socket(), 0, []
    check_refusals(program)
    for name, socket_held, overlapped, rounds in (("on a held socket", held, False, 4 if short else 40), ("overlapped", held, True, 4 if short else 40),
                                                  ("on a socket of its own", None, False, 3 if short else 30)):
        load = trial(program, socket_held, overlapped, rounds)
        told.append(f"{rounds} {name}: {load.answers:,} answers ({load.writes:,} to writes), {len(load.faults)} failed, {load.refused} refused, "
                    f"longest wait {load.longest_s * 1000:.0f} ms")
        if load.faults or not load.writes or (socket_held and load.refused):
            print(f"restarted {name}: {len(load.faults)} failed, such as {load.faults[:5]}; {load.refused} refused; {load.writes} writes", file=sys.stderr)
            status = 1
    print("restart: " + "; ".join(told))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
