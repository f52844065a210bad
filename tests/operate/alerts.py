"""Holds docker/prometheus/ to promtool, and to what GET /metrics tells: alerts.py PROGRAM. Skipped where there is no promtool."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docker" / "prometheus"
TESTS = ROOT / "tests" / "operate" / "alerts_test.yml"
sys.path.insert(0, str(ROOT / "tests" / "contract"))
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from metrics import Metrics  # noqa: E402
from servers import Server  # noqa: E402

# What Prometheus itself makes.
ITS_OWN = {"up"}
NAME = re.compile(r"\b(?:navicert|process)_[a-z0-9_]+\b")
fault_count = 0


def check(holds, text):
    global fault_count
    if not holds:
        fault_count += 1
        print(f"FAILED {text}", file=sys.stderr)


def promtool(*arguments, said=None):
    run = subprocess.run(["promtool", *map(str, arguments)], input=said, capture_output=True, text=True, timeout=60)
    check(run.returncode == 0, f"promtool {arguments[0]} {arguments[1]}: {run.stdout[-2000:]} {run.stderr[-2000:]}")


def ask_metrics(program):
    with tempfile.TemporaryDirectory() as folder:
        environment = {"NAVICERT_DB": f"{folder}/alerts.db", "NAVICERT_PORT": "0", "NAVICERT_LOG": "none"}
        with Server("navicert", [program, "serve"], pattern=r"serves http://\S*:(\d+)/", environment=environment, ready="/healthz") as server:
            return urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=10).read().decode()


def main(arguments):
    began = time.monotonic()
    rules, readme = (FOLDER / "alerts.yml").read_text(), (ROOT / "README.md").read_text()
    alerts = re.findall(r"- alert: (\w+)", rules)
    metrics = Metrics(text := ask_metrics(arguments[0]))
    told = {name for name, _ in metrics.samples} | ITS_OWN
    expressions = re.findall(r"expr: (?:\|\n((?: {10,}.*\n)+)|(.*)\n)", rules)
    used = {name for pair in expressions for name in NAME.findall("".join(pair))}
    check(len(expressions) == len(alerts) and used, "the expressions cannot be read")
    check(not used - told, f"no such metrics: {sorted(used - told)}")
    tested = TESTS.read_text()
    for alert in alerts:
        check(f"name: {alert} fires" in tested and f"name: {alert} is silent" in tested, f"{alert} has no test")
        check(f"`{alert}`" in readme, f"README.md does not say what {alert} means")
    if shutil.which("promtool"):
        promtool("check", "config", FOLDER / "prometheus.yml")
        promtool("check", "metrics", said=text)
        promtool("test", "rules", TESTS)
        by = "by promtool"
    else:
        by = "the rest skipped: promtool is not here"
    print(f"alerts: {len(alerts)} alerts of {len(used)} metrics, {len(metrics.types)} metrics told, {2 * len(alerts)} cases, {by}, "
          f"{fault_count} faults, in {time.monotonic() - began:.1f} s")
    return 1 if fault_count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
