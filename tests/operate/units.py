"""Holds systemd/ to systemd-analyze, and the program to the system calls that its unit allows: units.py PROGRAM. Skipped without systemd."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNITS = ("navicert.service", "navicert.socket")
# Of 100 tenths: what systemd calls OK ends at 40.
EXPOSURE_MAX = 10
# SQLite gives the files beside a database to its owner, which only root has to do: the unit's user is none.
AS_ROOT = {"fchown"}
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from servers import Server, ask  # noqa: E402


def analyze(*arguments):
    return subprocess.run(["systemd-analyze", *map(str, arguments)], capture_output=True, text=True, timeout=30, env={**os.environ, "SYSTEMD_COLORS": "0"})


def copy_units(folder, program):
    for name in UNITS:
        text = (ROOT / "systemd" / name).read_text()
        (folder / name).write_text(text.replace("/usr/local/bin/navicert", program))
    return [folder / name for name in UNITS]


def calls_of(sets):
    """The system calls of sets of systemd's."""
    found, open_sets = set(), list(sets)
    while open_sets:
        listed = analyze("syscall-filter", open_sets.pop()).stdout
        for line in (line.strip() for line in listed.splitlines()[1:]):
            if line.startswith("@"):
                open_sets.append(line)
            elif line and not line.startswith("#"):
                found.add(line)
    return found


def calls_made(program, folder):
    """Those of a server that starts, answers, records, tells its metrics and stops."""
    trace = folder / "trace"
    token = "a-token-for-the-trial-of-units"
    environment = {"NAVICERT_DB": str(folder / "units.db"), "NAVICERT_PORT": "0", "NAVICERT_TOKEN": token, "NOTIFY_SOCKET": str(folder / "nobody")}
    with Server("navicert", ["strace", "-f", "-qq", "-o", trace, program, "serve"], pattern=r"serves http://\S*:(\d+)/", environment=environment,
                ready="/healthz") as server:
        for target in ("/v1/eligibility?chip=h20&destination=CN", "/v1/chips", "/metrics", "/readyz", "/v1/search?q=h20"):
            assert ask(server.port, target)[0] == 200, target
        removed = ask(server.port, "/v1/events/2022-08-01-chips-act-signed", {"Authorization": f"Bearer {token}", "If-Match": "*"}, "DELETE")
        assert removed[0] in (200, 204), removed
        for pid in server.pids()[1:]:
            os.kill(pid, 15)
        server.process.wait(15)
    return set(re.findall(r"^\d+ +([a-z_0-9]+)\(", trace.read_text(), re.M))


def main(arguments):
    program, faults, told = os.path.abspath(arguments[0]), [], []
    if not shutil.which("systemd-analyze"):
        print("units: skipped: systemd-analyze is not here")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        units = copy_units(folder, program)
        verified = analyze("verify", "--man=no", *units)
        if verified.returncode or verified.stderr.strip():
            faults.append(f"verify: {verified.stdout}{verified.stderr}")
        rated = analyze("security", "--offline=true", f"--threshold={EXPOSURE_MAX}", units[0])
        exposure = re.search(r"exposure level for \S+: ([0-9.]+)", rated.stdout)
        if rated.returncode or not exposure:
            faults.append(f"security: {rated.stdout[-600:]}{rated.stderr}")
        told.append(f"exposure {exposure.group(1) if exposure else '?'} of 10")
        if shutil.which("strace"):
            filters = re.findall(r"^SystemCallFilter=(~?)(.*)$", units[0].read_text(), re.M)
            allowed = calls_of(["@default"] + [word for negated, words in filters if not negated for word in words.split()])
            denied = calls_of([word for negated, words in filters if negated for word in words.split()])
            made = calls_made(program, folder) - (AS_ROOT if os.geteuid() == 0 else set())
            if made - (allowed - denied) or len(made) < 20:
                faults.append(f"system calls that the unit does not allow: {sorted(made - (allowed - denied))} of {len(made)}")
            told.append(f"{len(made)} system calls made, all allowed" if not faults else f"{len(made)} system calls made")
        else:
            told.append("system calls skipped: strace is not here")
    for fault in faults:
        print(f"FAILED {fault}", file=sys.stderr)
    print(f"units: {', '.join(told)}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
