#!/usr/bin/python3
"""The image, really built and really run, as the README says that it may be left alone.

   container.py PROGRAM [--short]

The short form puts the packages of the build into the base image, which saves fetching a second list, and takes the dashboard as `make` built it
here; the long one builds as a user would, twice, compares the layers, and runs the tests of tests/http against the program in the image.
"""

import os
import subprocess
import sys
import tempfile
import time

import checks
import memory
from common import ROOT, Report, curl, need, need_namespaces, start_native
from engine import BASE_PACKAGES, Engine
from proxy import free_ports

IMAGE = "navicert-trial"
VERSION = subprocess.run(["sed", "-n", "s/^ARG VERSION=//p", ROOT / "docker/Dockerfile"], capture_output=True, text=True).stdout.strip()
ASKED = ("/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1", "/v1/eligibility?chip=h2O&destination=CN",
         "/v1/chips?limit=200&sort=-tpp,id&format=csv", "/v1/search?q=affilates+rule", "/v1/matrix?date=2026-02-01&known_at=1",
         "/v1/rulings?limit=200", "/v1/events?format=atom", "/", "/lines", "/openapi.json", "/metrics-there-are-none")
VOLATILE = {"date", "request-id"}


def alike(reply):
    """What two servers of the same data must answer alike: all but the time and the name of the request."""
    return (reply.status, {name: value for name, value in reply.headers.items() if name not in VOLATILE},
            reply.body.replace(reply.headers.get("request-id", "-").encode(), b""))


def check_answers(report, port, native):
    for target in ASKED:
        there, here = (curl(f"http://127.0.0.1:{number}{target}") for number in (port, native))
        report.check(there.status and alike(there) == alike(here), f"the image answers {target} like the program, byte for byte")


def check_users(report, engine, native):
    """Two users, with and without a volume."""
    for flags in (("--user", "10001"), ("--user", "4711:4711", "-v", f"{engine.volume()}:/data"), ()):
        container = engine.start(IMAGE, *flags, port=free_ports(1)[0])
        if not flags:
            check_answers(report, container.port, native)
        reply = curl(f"http://127.0.0.1:{container.port}/readyz")
        report.check(reply.status == 200, f"ready with {flags or 'nothing said'}: {reply.status}")
        code, seconds = container.stop()
        report.check(code == 0 and seconds < 8, f"stopped with {code} after {seconds:.1f} s")
        container.remove()


def check_commands(report, engine):
    """What is asked without a server, and what is not in the image."""
    asked = engine.once(IMAGE, (), "ask", "h20", "CN", "2024-02-01")
    report.check(asked.returncode == 0 and b"no license required" in asked.stdout, "ask answers from the data of the program")
    report.check(engine.once(IMAGE, (), "--version").stdout.split()[-1:] == [VERSION.encode()], f"--version says {VERSION}")
    shell = engine.once(IMAGE, ("--entrypoint", "/bin/sh"), "-c", "true")
    report.check(shell.returncode in (126, 127), f"there is no shell: {shell.returncode}")


def check_health(report, container):
    report.check(container.execute("navicert", "healthcheck").returncode == 0, "healthcheck is well")
    elsewhere = container.execute("navicert", "healthcheck", flags=("-e", f"NAVICERT_PORT={free_ports(1)[0]}"))
    report.check(elsewhere.returncode == 1 and b"no server answers" in elsewhere.stderr, f"healthcheck fails where nobody is: {elsewhere.stderr}")
    container.kill("STOP")
    hanging = container.execute("navicert", "healthcheck")
    container.kill("CONT")
    report.check(hanging.returncode == 1 and b"did not answer" in hanging.stderr, f"healthcheck fails where nothing moves: {hanging.stderr}")


def write(container, token, name):
    """An event like one that is there, under another name."""
    base = f"http://127.0.0.1:{container.port}/v1/events"
    event = curl(f"{base}?limit=1&fields=id")
    known = event.body.split(b'"id":"')[1].split(b'"')[0]
    document = curl(f"{base}/{known.decode()}").body.replace(known, name.encode())
    return curl(f"{base}/{name}", "-X", "PUT", "-H", f"Authorization: Bearer {token}", "-H", "If-None-Match: *", "-H",
                "Content-Type: application/json", body=document)


def events(port):
    return curl(f"http://127.0.0.1:{port}/v1/changes?limit=200&sort=-seq").body, curl(f"http://127.0.0.1:{port}/v1/events?limit=200").body


def check_writes(report, engine):
    """Killed and started again, backed up and restored, mounted to be read alone: always the same."""
    volume = engine.volume()
    container = engine.start(IMAGE, "-v", f"{volume}:/data", port=free_ports(1)[0])
    check_health(report, container)
    token = container.execute("navicert", "token", "create", "--name", "trial").stdout.decode().strip()
    written = [write(container, token, f"trial-event-{number}").status for number in range(5)]
    report.check(written == [201] * 5, f"written: {written}")
    container.kill()
    container.start_again()
    kept = events(container.port)
    report.check(all(f"trial-event-{number}".encode() in kept[1] for number in range(5)), "what was written outlives kill -9")

    # As the README says it.
    report.check(container.execute("navicert", "backup", "/data/copy.db").returncode == 0, "backed up while it serves")
    report.check(write(container, token, "trial-event-late").status == 201 and events(container.port) != kept, "written after the backup")
    held = engine.once(IMAGE, ("-v", f"{volume}:/data"), "restore", "/data/copy.db", "--overwrite")
    report.check(held.returncode == 1 and b"in use" in held.stderr, f"nothing is restored while it serves: {held.stderr}")
    container.stop()
    restored = engine.once(IMAGE, ("-v", f"{volume}:/data"), "restore", "/data/copy.db", "--overwrite")
    report.check(restored.returncode == 0, f"restored: {restored.stderr}")
    container.start_again()
    report.check(events(container.port) == kept, "what was restored answers as at the time of the backup")

    for how in ("beside the one that writes", "after a kill -9", "after a stop"):
        reading = engine.start(IMAGE, "-v", f"{volume}:/data:ro", port=free_ports(1)[0])
        report.check(events(reading.port) == kept, f"mounted :ro {how} it answers alike")
        report.check("nobody can write over HTTP" in reading.logs(), f"mounted :ro {how} it says that nobody can write")
        reading.stop()
        reading.remove()
        if how == "beside the one that writes":
            container.kill()
        elif how == "after a kill -9":
            container.start_again()
            container.stop()
    container.remove()


def check_again(report, engine, first):
    """The same packages and the same revision give the same layers, built from nothing as a user does it. The id of an image in docker's format
    is no measure: podman writes the names of the containers into it in which it was made."""
    engine.make_base()
    digests, programs = [], []
    for tag in ("navicert-trial-again", IMAGE):
        engine.build(tag, "--no-cache", *engine.npm())
        digests.append(",".join(engine.inspect(tag)["RootFS"]["Layers"]))
        folder = f"{engine.folder}/{tag}-{len(digests)}"
        engine.files(tag, folder)
        programs.append(checks.digest(f"{folder}/usr/bin/navicert"))
    report.check(len(set(digests)) == 1, f"two builds have the same layers: {digests}")
    report.check(set(programs) == {checks.digest(f"{first}/usr/bin/navicert")}, "and one program, also on the other base")
    return digests[0]


def check_http(report, program):
    """The tests of the program over sockets, but for those that preload another clock."""
    done = subprocess.run([ROOT / "build/tests/http", "--jobs", "2", "--filter", "!(clock)/*"], capture_output=True, text=True,
                          env={**os.environ, "NAVICERT_BINARY": program})
    report.check(done.returncode == 0, f"tests/http of the program in the image: {done.stderr[-2000:]}")
    return done.stderr.strip().splitlines()[-1]


def main():
    program, short = os.path.abspath(sys.argv[1]), "--short" in sys.argv
    need_namespaces()
    subprocess.run([ROOT / "docker/packages.sh", "container"])
    need("mmdebstrap", "curl", "readelf")
    report, began, engine = Report(), time.monotonic(), Engine()
    engine.make_base(BASE_PACKAGES)
    engine.build(IMAGE, *(engine.dashboard_built() if short else engine.npm()))
    built = time.monotonic() - began
    files = f"{engine.folder}/files"
    engine.files(IMAGE, files)
    size = checks.check_files(report, files)
    checks.check_settings(report, engine.inspect(IMAGE), VERSION)
    checks.check_program(report, f"{files}/usr/bin/navicert")
    checks.check_sbom(report, files, VERSION)
    check_commands(report, engine)
    with tempfile.TemporaryDirectory(prefix="navicert-native-") as folder:
        native, port = start_native(program, folder)
        check_users(report, engine, port)
        native.stop()
    check_writes(report, engine)
    peak = memory.check(report, engine, IMAGE, free_ports(1)[0], memory.SHORT_LINES if short else memory.LINES)
    more = ""
    if not short:
        more = f", built again: {check_again(report, engine, files)[:19]}… each time, {check_http(report, f'{files}/usr/bin/navicert')}"
    print(f"container: {report.passed} claims held, {report.failed} did not, by {engine.name}; image {size / 1e6:.2f} MB, at most {peak:.0f} MB "
          f"used of 64 MiB; built in {built:.0f} s of {time.monotonic() - began:.0f} s{more}")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
