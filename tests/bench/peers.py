"""The same question to what a user would pick instead: nginx with finished files, Fastify, FastAPI. See tests/bench/peers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from figures import at_least, compare, judge, turns
from questions import sample
from servers import QUESTION, Failure, Server, ask, free_port
from load import load

HERE = Path(__file__).with_name("peers")
FILES = 1000
GOALS = {"nginx": at_least("rps", 1.0), "fastify": at_least("rps", 8), "fastapi": at_least("rps", 10)}
NAMES = {"nginx": "nginx, the same bytes as files", "fastify": "Fastify + better-sqlite3", "fastapi": "FastAPI + sqlite3 on uvicorn"}


class Missing(Exception):
    """A peer that is not on this machine; the reason."""


def make_database(kit):
    path = kit.scratch / "peers.db"
    if not path.exists():
        subprocess.run([sys.executable, HERE / "make_db.py", kit.database, path], check=True)
    return path


def start_nginx(kit, install):
    program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not program:
        raise Missing("nginx is not installed")
    folder, port = kit.scratch / "nginx", free_port()
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    (folder / "nginx.conf").write_text((HERE / "nginx" / "nginx.conf").read_text().replace("PORT", str(port)))
    who = ["-g", "user root;"] if os.geteuid() == 0 else []
    return Server("nginx", [program, "-p", folder, "-c", "nginx.conf", *who], port=port, ready="/0.json")


def fill_nginx(kit, ours, questions):
    """Our own answers as files; the list that asks for them."""
    files = kit.scratch / "nginx" / "files"
    files.mkdir(parents=True, exist_ok=True)
    with open(questions.eligibility("none"), encoding="utf-8") as lines:
        for number, line in zip(range(FILES), lines):
            (files / f"{number}.json").write_bytes(ask(ours.port, line.strip())[2])
    return questions.write("files", [f"/{number}.json" for number in range(FILES)])


def install_fastify(folder):
    """npm brings the sources and compiles better-sqlite3 against the headers beside node, where there are any."""
    prefix = Path(shutil.which("node")).resolve().parent.parent
    environment = {**os.environ, "npm_config_build_from_source": "true", "npm_config_update_notifier": "false"}
    if (prefix / "include" / "node" / "node.h").exists():
        environment["npm_config_nodedir"] = str(prefix)
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, env=environment, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise Missing("npm could not install it: " + done.stdout.strip().splitlines()[-1])


def start_fastify(kit, install):
    if not shutil.which("node"):
        raise Missing("Node.js is not installed")
    folder = kit.build / "bench" / "fastify"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "server.js"):
        shutil.copy(HERE / "fastify" / name, folder)
    if not (folder / "node_modules" / "better-sqlite3" / "build").exists():
        if not install or not shutil.which("npm"):
            raise Missing("its npm packages are not installed")
        install_fastify(folder)
    return Server("fastify", ["node", "server.js", make_database(kit).resolve()], folder=folder, ready=QUESTION)


def start_fastapi(kit, install):
    known = subprocess.run([sys.executable, "-c", "import fastapi, uvicorn, uvloop, httptools"], capture_output=True, check=False)
    if known.returncode:
        raise Missing("the Debian packages of FastAPI are not installed")
    port = free_port()
    return Server("fastapi", [sys.executable, "-m", "uvicorn", "--port", port, "--no-access-log", "--loop", "uvloop",
                              "--http", "httptools", "app:app"], port=port, folder=HERE / "fastapi", ready=QUESTION,
                  environment={"PEERS_DB": str(make_database(kit).resolve()), "PYTHONDONTWRITEBYTECODE": "1"})


STARTS = {"nginx": start_nginx, "fastify": start_fastify, "fastapi": start_fastapi}


def start_all(kit, install, say):
    servers, missing = {}, {}
    for name, start in STARTS.items():
        say(f"starting {name}")
        try:
            servers[name] = start(kit, install)
        except Missing as reason:
            missing[name] = str(reason)
    return servers, missing


def check_agreement(servers, targets):
    """The two that answer by SQL must give the same answers."""
    if "fastify" in servers and "fastapi" in servers:
        pairs = zip(sample(servers["fastify"], targets), sample(servers["fastapi"], targets))
        if not all(json.loads(a) == json.loads(b) for a, b in pairs):
            raise Failure("fastify and fastapi answer the same questions differently")


def run(kit, questions, say, rounds, seconds, install):
    """Ours with explain=none against each, in turns of one series."""
    lists = {"ours": questions.eligibility("none")}
    with kit.ours() as ours:
        lists["nginx"] = fill_nginx(kit, ours, questions)
        servers, missing = start_all(kit, install, say)
        try:
            check_agreement(servers, lists["ours"])
            say("against peers: " + ", ".join(servers))
            sizes = {name: round(median(map(len, sample(server, lists.get(name, lists["ours"]))))) for name, server in servers.items()}
            everybody = {"ours": ours, **servers}
            runs = turns(rounds, lambda: {name: load(server, lists.get(name, lists["ours"]), 64, seconds)
                                          for name, server in everybody.items()})
        finally:
            for server in servers.values():
                server.stop()
    results = []
    for name in servers:
        figures = compare(runs["ours"], runs[name])
        results.append({"name": NAMES[name], "bytes": sizes[name], **figures, "goals": judge([GOALS[name]], figures["ratio"])})
    return {"peers": results, "missing": {NAMES[name]: why for name, why in missing.items()}}
