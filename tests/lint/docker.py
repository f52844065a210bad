#!/usr/bin/python3
"""The image can be built from what is here: its files exist and are let in, its packages and settings are the program's.

With a built program (build/navicert) it also asks which packages hold the libraries that the program needs.
"""

import ipaddress
import os
import re
import shlex
import subprocess
import tempfile
from pathlib import Path

import yaml

from tree import ROOT, Faults, files, read

DOCKERFILE, COMPOSE, IGNORE, PACKAGES = "docker/Dockerfile", "docker/compose.yaml", ".dockerignore", "docker/packages.sh"
PROXY, SNAPSHOT, PROGRAM = "docker/proxy/nginx.conf", "docker/snapshot.sh", "build/navicert"
KNOWN = {"FROM", "ARG", "LABEL", "COPY", "RUN", "ENV", "USER", "WORKDIR", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK",
         "ENTRYPOINT", "CMD"}
SHUT_IN = {"read_only": True, "cap_drop": ["ALL"], "security_opt": ["no-new-privileges"]}
# Of which docker and podman take the networks that they make.
POOLS = ("172.17.0.0/16", "172.18.0.0/15", "172.20.0.0/14", "172.24.0.0/13", "192.168.0.0/16", "10.88.0.0/15", "fd00::/8")
# What every Debian has.
BASE = {"libc6", "libgcc-s1"}


def instructions(text):
    """(line, instruction, the rest) with continued lines joined."""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        whole = line
        while whole.endswith("\\"):
            whole = whole[:-1] + next(lines, (0, ""))[1]
        word, _, rest = whole.strip().partition(" ")
        yield number, word, rest.strip()


def let_in(path):
    """Whether .dockerignore, which begins by leaving all out, lets the path in."""
    allowed = [line[1:] for line in read(IGNORE).splitlines() if line.startswith("!")]
    return any(path == entry or path.startswith(entry + "/") for entry in allowed)


def check_copy(faults, line, rest, stages, tracked):
    words = shlex.split(rest)
    if words[0].startswith("--from="):
        if words[0].removeprefix("--from=") not in stages:
            faults.say(DOCKERFILE, line, f"no stage is called {words[0].removeprefix('--from=')}")
        return
    for source in words[:-1]:
        if not any(name == source or name.startswith(source + "/") for name in tracked):
            faults.say(DOCKERFILE, line, f"{source} is not in the repository")
        elif not let_in(source):
            faults.say(DOCKERFILE, line, f"{source} is left out by {IGNORE}")


def check_run(faults, line, rest):
    if re.search(r"(^|[;&|(] *)(apt|apt-get|dpkg|curl|wget|npm|pip)\b", rest):
        faults.say(DOCKERFILE, line, f"packages come through {PACKAGES}, so that their list is in one place")
    for kind in re.findall(r"packages\.sh (\w+)", rest):
        if kind not in ("image", "dashboard"):
            faults.say(DOCKERFILE, line, f"the image is made from the packages of image and dashboard, not of {kind}")
    if "make" in rest:
        parsed = subprocess.run(["sh", "-n", "-c", rest], capture_output=True, text=True)
        if parsed.returncode:
            faults.say(DOCKERFILE, line, f"is no sh: {parsed.stderr.strip()}")


def check_dockerfile(faults, tracked):
    """Checks line by line; gives the environment that the image sets, the port that it opens and the version it says."""
    stages, seen, environment, port, version = set(), {}, {}, None, None
    for line, word, rest in instructions(read(DOCKERFILE)):
        seen[word] = rest
        if word not in KNOWN:
            faults.say(DOCKERFILE, line, f"{word} is no instruction that we use")
        if word == "FROM":
            stages |= set(re.findall(r"\bAS (\w+)", rest))
        elif word == "COPY":
            check_copy(faults, line, rest, stages, tracked)
        elif word == "RUN":
            check_run(faults, line, rest)
        elif word == "ENV":
            environment.update(pair.split("=", 1) for pair in shlex.split(rest))
        elif word == "EXPOSE":
            port = rest
        elif word == "ARG" and rest.startswith("VERSION="):
            version = rest.removeprefix("VERSION=")
    if not re.match(r"[1-9]\d*(:\d+)?$", seen.get("USER", "")):
        faults.say(DOCKERFILE, 1, "the image must run as a numbered user other than root")
    for word in ("HEALTHCHECK", "VOLUME", "EXPOSE", "ENTRYPOINT"):
        if word not in seen:
            faults.say(DOCKERFILE, 1, f"{word} is missing")
    # A name of its own would have to exist for `ask` and `screen`, which otherwise answer from the data of the program.
    if "NAVICERT_DB" in environment or seen.get("WORKDIR") != seen.get("VOLUME"):
        faults.say(DOCKERFILE, 1, "the database must be what the program takes by default, in the volume")
    return environment, port, version


def check_settings(faults, environment, port, version):
    """The program takes the image's settings, serves by default where the image says, and is of the version it says."""
    told = subprocess.run([ROOT / PROGRAM, "--version"], capture_output=True, text=True).stdout.split()
    if told[-1:] != [version]:
        faults.say(DOCKERFILE, 1, f"ARG VERSION={version}, but the program says {' '.join(told)}")
    said = subprocess.run([ROOT / PROGRAM, "--help"], env={**os.environ, **environment}, capture_output=True, text=True)
    if said.returncode != 0:
        faults.say(DOCKERFILE, 1, f"the program refuses the environment of the image: {said.stderr.strip()}")
        return
    default = re.search(r"--port .*\(default: (\d+)\)", said.stdout)
    if not default or default.group(1) != port:
        faults.say(DOCKERFILE, 1, f"EXPOSE {port} is not the port that the program takes by default")
    for command in ("healthcheck", "serve"):
        if not re.search(rf"^  {command}\b", said.stdout, re.M):
            faults.say(DOCKERFILE, 1, f"the program has no command {command}")
    if f"server navicert:{port} " not in read(PROXY):
        faults.say(PROXY, 1, f"does not pass on to the port {port}")


def check_snapshot(faults):
    """The packages of an instant come from the archive of that instant, and what is not Debian's stays."""
    instant, kept = "20261101T000000Z", "deb https://example.org/apt stable main\n"
    with tempfile.TemporaryDirectory() as apt:
        parts = Path(apt, "sources.list.d")
        parts.mkdir()
        (parts / "debian.sources").write_text("URIs: http://example.net/debian\nURIs: http://example.net/debian-security/\n")
        Path(apt, "sources.list").write_text("deb https://example.net/debian bookworm main\n" + kept)
        subprocess.run([ROOT / SNAPSHOT, instant, apt], check=True)
        written = (parts / "debian.sources").read_text() + Path(apt, "sources.list").read_text()
    at = "http://snapshot.debian.org/archive"
    if written != (f"URIs: {at}/debian/{instant}\nURIs: {at}/debian-security/{instant}\n"
                   f"deb {at}/debian/{instant} bookworm main\n{kept}"):
        faults.say(SNAPSHOT, 1, f"makes of Debian's archive: {written}")


def check_environment(faults, environment):
    """The program, where it is built, knows every variable and takes every value."""
    if not (ROOT / PROGRAM).exists():
        return
    said = subprocess.run([ROOT / PROGRAM, "--help"], env={name: str(value) for name, value in environment.items()}, capture_output=True,
                          text=True)
    if said.returncode != 0:
        faults.say(COMPOSE, 1, f"the program refuses the environment of its service: {said.stderr.strip()}")


def check_service(faults, name, service, volumes):
    """It is shut in, has bounds, and is built and fed from what is there."""
    for key, wanted in SHUT_IN.items():
        if service.get(key) != wanted:
            faults.say(COMPOSE, 1, f"{name} has not {key}: {wanted}")
    for key in ("restart", "mem_limit", "pids_limit", "cpus", "ulimits"):
        if not service.get(key):
            faults.say(COMPOSE, 1, f"{name} has no {key}")
    build = ROOT / "docker" / service["build"]["context"]
    if not (build / service["build"].get("dockerfile", "Dockerfile")).resolve().is_file():
        faults.say(COMPOSE, 1, f"{name} has nothing to be built from")
    for volume in service.get("volumes", []):
        source = re.sub(r"\$\{\w+:-(.*?)\}", r"\1", volume).split(":")[0]
        if not (ROOT / "docker" / source).is_file() if source.startswith(".") else source not in volumes:
            faults.say(COMPOSE, 1, f"{name} has a volume that is neither declared nor here: {volume}")
    # podman-compose 1.0.3 reads no other form.
    if not isinstance(service["networks"], list):
        faults.say(COMPOSE, 1, f"{name} does not list its networks")


def check_reach(faults, services, networks):
    """navicert is reached by its neighbours alone, whose word it takes, Prometheus from this machine alone."""
    if "ports" in services["navicert"] or services["navicert"]["networks"] != ["back"] or not networks["back"].get("internal"):
        faults.say(COMPOSE, 1, "navicert is to be reached through the proxy alone")
    if any(not port.startswith("127.0.0.1:") for port in services["prometheus"]["ports"]):
        faults.say(COMPOSE, 1, "Prometheus is to be reached from this machine alone")
    trusted = [ipaddress.ip_network(text) for text in services["navicert"]["environment"]["NAVICERT_TRUSTED_PROXIES"].split(",")]
    for pool in map(ipaddress.ip_network, POOLS):
        if not any(pool.version == entry.version and pool.subnet_of(entry) for entry in trusted):
            faults.say(COMPOSE, 1, f"navicert does not trust the proxy where its network is of {pool}")
    if not all(entry.is_private for entry in trusted):
        faults.say(COMPOSE, 1, "navicert trusts addresses of the world")


def check_compose(faults):
    """What is published, mounted and built is there; every service is shut in."""
    compose = yaml.safe_load(read(COMPOSE))
    for name, service in compose["services"].items():
        check_service(faults, name, service, compose["volumes"])
    check_reach(faults, compose["services"], compose["networks"])
    check_environment(faults, compose["services"]["navicert"]["environment"])


def check_packages(faults):
    """Each library that the program is linked with comes from a package of the run list, and none is there for nothing."""
    listed = set(subprocess.run([ROOT / PACKAGES, "run", "--list"], check=True, capture_output=True, text=True).stdout.split())
    linked = subprocess.run(["ldd", ROOT / PROGRAM], check=True, capture_output=True, text=True).stdout
    needed = subprocess.run(["objdump", "-p", ROOT / PROGRAM], check=True, capture_output=True, text=True).stdout
    owners = set()
    for library in re.findall(r"NEEDED\s+(\S+)", needed):
        path = re.search(rf"{re.escape(library)} => (\S+)", linked)
        if not path:
            continue
        # By the end of its path: /lib and /usr/lib are the same folder, of which a package knows one name.
        pattern = "*/" + "/".join(os.path.realpath(path.group(1)).split("/")[-2:])
        found = subprocess.run(["dpkg-query", "-S", pattern], capture_output=True, text=True)
        owner = found.stdout.split(":")[0]
        owners.add(owner)
        if owner not in listed | BASE:
            faults.say(PACKAGES, 1, f"{library} is in the package {owner or 'of no name'}, which is not in the run list")
    for package in sorted(listed - owners):
        faults.say(PACKAGES, 1, f"{package} is in the run list, but the program is not linked with anything in it")


def main():
    faults = Faults()
    environment, port, version = check_dockerfile(faults, files())
    check_compose(faults)
    check_snapshot(faults)
    if (ROOT / PROGRAM).exists():
        check_settings(faults, environment, port, version)
        check_packages(faults)
    faults.finish(DOCKERFILE)


main()
