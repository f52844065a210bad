"""One run of a load generator against one server, with what it cost the server."""

import json
import os
import random
import re
import subprocess
import time
from pathlib import Path

from servers import Failure

SCRIPT = Path(__file__).with_name("ask.lua")
STARTS = random.Random(4)


def busy_s():
    """CPU seconds that the whole machine has worked."""
    fields = list(map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]))
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def client_s():
    """CPU seconds of the clients that have ended."""
    usage = os.times()
    return usage.children_user + usage.children_system


class Wrk:
    def __init__(self, server, targets, connections, seconds, headers):
        self.server = server
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", SCRIPT,
                   f"http://127.0.0.1:{server.port}", "--", targets, STARTS.randrange(1 << 30), *headers]
        self.process = subprocess.Popen([str(word) for word in command], text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, status):
        output, complaint = self.process.communicate()
        line = next((line for line in output.splitlines() if line.startswith("{")), None)
        if self.process.returncode or not line:
            raise Failure(f"wrk did not finish against {self.server.name}: {complaint.strip() or output.strip()}")
        run = json.loads(line)
        faults = {kind: run[kind] for kind in ("connect", "read", "write", "timeout") if run[kind]}
        if run["status"] != (run["requests"] if status >= 400 else 0):
            faults["of status 400 and above"] = run["status"]
        if faults or run["requests"] == 0:
            raise Failure(f"{self.server.name} gave {run['requests']} answers, with faults: {faults}")
        return {"requests": run["requests"], "seconds": run["duration_us"] / 1e6,
                "p50_us": run["p50_us"], "p99_us": run["p99_us"]}


class H2load:
    """For 304: wrk waits for the body that the Content-Length of such an answer speaks of."""

    def __init__(self, server, targets, connections, seconds, headers):
        self.server, self.seconds, self.log = server, seconds, targets.with_suffix(".log")
        self.log.unlink(missing_ok=True)
        command = ["h2load", "--h1", "-t1", f"-c{connections}", f"-D{seconds}", f"--log-file={self.log}",
                   *(word for header in headers for word in ("-H", header)),
                   "-B", f"http://127.0.0.1:{server.port}", "-i", str(targets)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def finish(self, status):
        output, _ = self.process.communicate()
        found = re.search(r"(\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout\nstatus codes: (\d+) 2xx, (\d+) 3xx", output)
        if self.process.returncode or not found:
            raise Failure(f"h2load did not finish against {self.server.name}: {output[-400:]}")
        good, failed, errored, late, *kinds = map(int, found.groups())
        if failed or errored or late or good == 0 or kinds[0 if status == 200 else 1] != good:
            raise Failure(f"{self.server.name} gave {good} answers, with faults: {found.group()}")
        times = sorted(int(line.rpartition("\t")[2]) for line in self.log.read_text().splitlines())
        return {"requests": good, "seconds": self.seconds,
                "p50_us": times[len(times) // 2], "p99_us": times[len(times) * 99 // 100]}


def keeps_connections(server, client, seconds):
    """Whether the connections of early in a run are still there late in it, told by the ports of the client; None where the
    run was over before we looked. The kernel's list may miss a few while it is read."""
    while not (early := server.connections()) and client.poll() is None:
        time.sleep(0.02)
    time.sleep(0.2 * seconds)
    early = server.connections() or early
    time.sleep(0.4 * seconds)
    late = server.connections()
    return len(early - late) <= len(early) // 20 if client.poll() is None else None


def load(server, targets, connections=64, seconds=1, headers=(), status=200, client=Wrk):
    """Requests a second, latencies, CPU a request, what others did to the machine meanwhile, and whether connections were
    kept."""
    cpu, own, everything, began = server.cpu_s(), client_s(), busy_s(), time.monotonic()
    at_work = client(server, targets, connections, seconds, headers)
    kept = keeps_connections(server, at_work.process, seconds)
    try:
        run = at_work.finish(status)
    finally:
        server.check()  # that it is gone says more than what its clients met
    cpu, own = server.cpu_s() - cpu, client_s() - own
    return {**run, "rps": run["requests"] / run["seconds"], "cpu_us": cpu / run["requests"] * 1e6,
            "client_share": own / run["seconds"],
            "others": max(0.0, (busy_s() - everything - cpu - own) / (time.monotonic() - began)),
            "kept": kept}
