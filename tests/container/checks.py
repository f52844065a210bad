"""What the image is, looked at and not run: its files, its settings, its program, its papers."""

import hashlib
import json
import os
import pathlib
import re
import stat
import subprocess

from common import ROOT

SIZE_MAX = 7_000_000
LABELS = {"title", "description", "licenses", "version", "revision", "created"}
# Libraries that say in a program which version they are.
TELLING = {"libsqlite3-dev", "zlib1g-dev", "libmicrohttpd", "libc6-dev"}
# Some of what the dashboard is made of.
BUNDLED = {"@observablehq/plot", "openapi-fetch", "preact", "preact-iso"}
LIBRARIES = TELLING | {"libjansson-dev", "libsodium-dev", "libgcc-12-dev"}
# A container has these of its engine; an export has their empty places.
ENGINES = {"dev", "etc", "proc", "run", "sys"}


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def check_files(report, folder):
    """One program, papers, a place for data; how many bytes they are."""
    top = set(os.listdir(folder)) - ENGINES
    report.check(top == {"data", "usr"}, f"at the root are data and usr alone: {top}")
    report.check(stat.S_IMODE(os.stat(f"{folder}/data").st_mode) == 0o1777, "anybody may write to /data, and nobody to what is another's")
    report.check(not os.listdir(f"{folder}/data"), "/data is empty")
    regular = [path for path in pathlib.Path(folder, "usr").rglob("*") if path.is_file()]
    programs = [str(path.relative_to(folder)) for path in regular if path.stat().st_mode & 0o111]
    report.check(programs == ["usr/bin/navicert"], f"one program alone: {programs}")
    report.check(not [path for path in regular if path.stat().st_mode & 0o6022], "nothing is setuid, nothing writable for others")
    size = sum(path.stat().st_size for path in regular)
    report.check(size <= SIZE_MAX, f"the files are {size} bytes, at most {SIZE_MAX}")
    return size


def check_settings(report, image, version):
    """What is set in the image, as the engine reads it; podman tells of the health at another place than docker."""
    config = image["Config"]
    health = config.get("Healthcheck") or image.get("Healthcheck") or {}
    labels = {name.removeprefix("org.opencontainers.image."): value for name, value in config["Labels"].items()}
    report.check(LABELS <= set(labels) and labels["version"] == version, f"the labels are there, of {version}: {labels}")
    report.check(config["User"] == "10001:10001", f"a user other than root: {config['User']}")
    report.check(list(config["Volumes"]) == ["/data"] and config["WorkingDir"] == "/data", "a volume, and the program works in it")
    report.check(config["Entrypoint"] == ["navicert"] and config["Cmd"] == ["serve"], "it serves unless told otherwise")
    report.check(health.get("Test") == ["CMD", "navicert", "healthcheck"], f"it asks itself for its health: {health}")
    report.check(config["StopSignal"] in ("SIGTERM", "15"), "it is stopped as the program wants it")


def check_program(report, program):
    """It needs nothing beside it, lies anywhere in memory, and cannot be written to once it runs."""
    said = subprocess.run(["readelf", "-lhdW", program], check=True, capture_output=True, text=True).stdout
    report.check("DYN (Position-Independent" in said and "BIND_NOW" in said and "GNU_RELRO" in said, "static-pie, relro, now")
    report.check("INTERP" not in said and "NEEDED" not in said, "no loader and no library is needed")
    report.check(re.search(r"GNU_STACK.* RW ", said), "the stack is not executable")
    report.check(not re.search(r"LOAD.* RWE ", said), "nothing is writable and executable")


def check_bundled(report, folder, packages):
    """The packages of npm are those of the lock file, each with the text of its license."""
    lock = json.loads((ROOT / "dashboard/package-lock.json").read_text())["packages"]
    text = pathlib.Path(folder, "usr/share/doc/navicert/dashboard-licenses.txt").read_text()
    report.check(BUNDLED <= {package["name"] for package in packages}, f"it names what is in the dashboard: {packages}")
    for package in packages:
        name, version = package["name"], package["versionInfo"]
        locked = lock[f"node_modules/{name}"]
        report.check((locked["version"], locked["license"]) == (version, package["licenseDeclared"]), f"{name} {version} is what the lock file has")
        report.check(f"{name} {version} (" in text, f"the license of {name} is in the image")


def check_sbom(report, folder, version):
    """SPDX 2.3, of this very program, each library with its version, its licence and its copyright."""
    program = pathlib.Path(folder, "usr/bin/navicert").read_bytes()
    document = json.loads(pathlib.Path(folder, "usr/share/doc/navicert/sbom.spdx.json").read_text())
    report.check((document["spdxVersion"], document["dataLicense"], document["SPDXID"]) == ("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"),
                 "the bill of materials is SPDX 2.3")
    report.check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"]), "it says when it was made")
    packages = {package["SPDXID"]: package for package in document["packages"]}
    for package in packages.values():
        missing = {"name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"} - set(package)
        report.check(not missing, f"{package['SPDXID']} lacks {missing}")
    ours = packages.pop("SPDXRef-navicert")
    report.check(ours["versionInfo"] == version, "it is of this version")
    report.check(ours["checksums"][0]["checksumValue"] == hashlib.sha256(program).hexdigest(), "it is of this very program")
    contained = {link["relatedSpdxElement"] for link in document["relationships"] if link["relationshipType"] == "CONTAINS"}
    bundled = [packages.pop(name) for name in sorted(contained)]
    if os.environ.get("DASHBOARD") != "no":
        check_bundled(report, folder, bundled)
    report.check({package["name"] for package in packages.values()} == LIBRARIES, f"it names the libraries: {sorted(packages)}")
    linked = {link["relatedSpdxElement"] for link in document["relationships"] if link["relationshipType"] == "STATIC_LINK"}
    report.check(linked == set(packages), "it says that they are linked in")
    for package in packages.values():
        upstream = re.match(r"(?:\d+:)?([\d.]*\d)", package["versionInfo"]).group(1)
        if package["name"] in TELLING:
            report.check(re.search(rb"(?<![\d.])" + re.escape(upstream).encode() + rb"(?![\d.]*\d)", program),
                         f"the program says itself that it has {package['name']} {upstream}")
        text = pathlib.Path(folder, "usr/share/doc", package["name"], "copyright")
        report.check(text.exists() and text.stat().st_size > 500, f"the copyright of {package['name']} is in the image")
    for licence in ("LGPL-2.1", "GPL-3"):
        report.check(pathlib.Path(folder, "usr/share/common-licenses", licence).exists(), f"the {licence} is in the image")
    own = pathlib.Path(folder, "usr/share/doc/navicert/LICENSE").read_bytes()
    report.check(b"Apache License" in own, "our own licence is in the image")
