"""On what it was measured."""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines else None


def package_version(name):
    version = first_line("dpkg-query", "-W", "-f", "${Version}", name)
    return version if version and re.match(r"\d", version) else None


def npm_version(build, name):
    path = Path(build) / "bench" / "fastify" / "node_modules" / name / "package.json"
    found = re.search(r'"version": *"([^"]+)"', path.read_text()) if path.exists() else None
    return found.group(1) if found else None


def describe(build):
    cpu = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    memory = re.search(r"^MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text(), re.M)
    system = re.search(r'^PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text(), re.M)
    versions = {"gcc": first_line("gcc", "-dumpfullversion"), "wrk": package_version("wrk"),
                "libmicrohttpd": package_version("libmicrohttpd12"), "SQLite": package_version("libsqlite3-0"),
                "nginx": package_version("nginx"), "node": first_line("node", "--version"), "Python": platform.python_version(),
                "FastAPI": package_version("python3-fastapi"), "uvicorn": package_version("python3-uvicorn"),
                "fastify": npm_version(build, "fastify"), "better-sqlite3": npm_version(build, "better-sqlite3")}
    return {"cpu": cpu.group(1) if cpu else platform.machine(), "processors": os.cpu_count(),
            "memory_gib": round(int(memory.group(1)) / 1048576) if memory else None, "kernel": platform.release(),
            "system": system.group(1) if system else sys.platform, "revision": first_line("git", "rev-parse", "--short", "HEAD"),
            "versions": {name: version for name, version in versions.items() if version}}
