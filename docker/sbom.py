#!/usr/bin/python3
"""The papers of a static program: a bill of materials (SPDX 2.3) of what its linker took in, and the licences of all of that.

   docker/sbom.py --program FILE --map FILE --built DIRECTORY --dashboard DIRECTORY SHARE

The linker's map tells from which files the program was made; dpkg tells whose they are. What lies below DIRECTORY was built from Debian's
source, and has its version and its copyright in files of those names there. Anything else that was taken in is an error. The dashboard says
itself, in the licenses that it serves, which packages of npm its bundler took in.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess

# What of a source package gets into a program, by the name of the licence that it is under.
LICENSES = {
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "glibc": "LGPL-2.1-or-later",
    "jansson": "MIT",
    "libmicrohttpd": "LGPL-2.1-or-later",
    "libsodium": "ISC",
    "sqlite3": "blessing",
    "zlib": "Zlib",
}
DOC, COMMON = pathlib.Path("/usr/share/doc"), pathlib.Path("/usr/share/common-licenses")
NOASSERTION = "NOASSERTION"


def taken_in(text):
    """The archives of which a member was needed, and the objects that were linked as they are, but for our own."""
    members = re.findall(r"^(/\S+\.a)\([^)]+\)$", text.partition("Memory Configuration")[0], re.M)
    objects = re.findall(r"^LOAD (/\S+\.o)$", text, re.M)
    return sorted({os.path.realpath(path) for path in members + objects})


def owner(path):
    """The package that a file is of, under either of the names that /usr/lib has."""
    for name in (path, path.removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise SystemExit(f"docker/sbom.py: {path} is in the program, and in no package")


def installed(package):
    asked = "${Version}\t${source:Package}\t${source:Version}\t${Architecture}"
    version, source, source_version, architecture = subprocess.run(
        ["dpkg-query", "-W", "-f", asked, package], check=True, capture_output=True, text=True).stdout.split("\t")
    return {"name": package, "version": version, "source": source, "source_version": source_version, "architecture": architecture,
            "copyright": DOC / package / "copyright"}


def built(directory):
    version = (directory / "version").read_text().strip()
    return {"name": "libmicrohttpd", "version": version, "source": "libmicrohttpd", "source_version": version,
            "architecture": "source", "copyright": directory / "copyright"}


def libraries(map_text, directory):
    """What the program is made of beside itself, one entry a package, by name."""
    found = {}
    for path in taken_in(map_text):
        entry = built(directory) if path.startswith(f"{directory}/") else installed(owner(path))
        found[entry["name"]] = entry
    if not found:
        raise SystemExit("docker/sbom.py: the map names no library")
    for entry in found.values():
        if entry["source"] not in LICENSES:
            raise SystemExit(f"docker/sbom.py: {entry['source']} is in the program, and LICENSES does not say under which licence")
    return [found[name] for name in sorted(found)]


def library_package(entry):
    purl = f"pkg:deb/debian/{entry['name']}@{entry['version'].replace('+', '%2B').replace(':', '%3A')}?arch={entry['architecture']}"
    return {
        "SPDXID": f"SPDXRef-{entry['name']}",
        "name": entry["name"],
        "versionInfo": entry["version"],
        "supplier": "Organization: Debian",
        "downloadLocation": NOASSERTION,
        "filesAnalyzed": False,
        "sourceInfo": f"from the Debian source package {entry['source']} {entry['source_version']}",
        "licenseConcluded": LICENSES[entry["source"]],
        "licenseDeclared": LICENSES[entry["source"]],
        "copyrightText": NOASSERTION,
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}],
    }


def served_licenses(dashboard):
    """The file in which the dashboard names whose code it has, or None: there is no dashboard."""
    found = sorted(dashboard.glob("assets/licenses-*.txt"))
    if bool(found) != (dashboard / "index.html").exists():
        raise SystemExit(f"docker/sbom.py: {dashboard} does not say whose code it has")
    return found[0] if found else None


def bundled_packages(path):
    """Of each package its line, "name version (license)", at the head of its license."""
    rows = [] if path is None else re.findall(r"^(@?[a-z0-9][\w./-]*) (\d[\w.+-]*) \(([\w.() +-]+)\)$", path.read_text("utf-8"), re.M)
    if path and len(rows) != path.read_text("utf-8").count("-" * 78) + 1:
        raise SystemExit(f"docker/sbom.py: {path} is not understood")
    return [{
        "SPDXID": "SPDXRef-npm-" + re.sub(r"[^A-Za-z0-9.-]", "-", name.removeprefix("@")),
        "name": name,
        "versionInfo": version,
        "downloadLocation": NOASSERTION,
        "filesAnalyzed": False,
        "sourceInfo": "bundled into the dashboard",
        "licenseConcluded": license,
        "licenseDeclared": license,
        "copyrightText": NOASSERTION,
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": f"pkg:npm/{name.replace('@', '%40')}@{version}"}],
    } for name, version, license in rows]


def program_package(program):
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[-1]
    return {
        "SPDXID": "SPDXRef-navicert",
        "name": "navicert",
        "versionInfo": version,
        "downloadLocation": NOASSERTION,
        "filesAnalyzed": False,
        "primaryPackagePurpose": "APPLICATION",
        "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(program.read_bytes()).hexdigest()}],
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": NOASSERTION,
    }


def document(program, entries, bundled):
    ours = program_package(program)
    created = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", ours["SPDXID"])]
    relations += [(ours["SPDXID"], "STATIC_LINK", f"SPDXRef-{entry['name']}") for entry in entries]
    relations += [(ours["SPDXID"], "CONTAINS", package["SPDXID"]) for package in bundled]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"navicert-{ours['versionInfo']}",
        # A name and no address: the same for the same program, another for any other.
        "documentNamespace": f"urn:navicert:sbom:{ours['checksums'][0]['checksumValue']}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: navicert-docker-sbom.py"]},
        "packages": [ours] + [library_package(entry) for entry in entries] + bundled,
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations],
    }


def copy_licenses(entries, share):
    """The copyright of each package, and the licences that those name by their place in Debian."""
    named = set()
    for entry in entries:
        to = share / "doc" / entry["name"] / "copyright"
        to.parent.mkdir(parents=True)
        shutil.copyfile(entry["copyright"], to)
        named |= set(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", to.read_text("utf-8", "replace")))
    (share / "common-licenses").mkdir()
    for name in sorted(named):
        if (COMMON / name).exists():
            shutil.copyfile(COMMON / name, share / "common-licenses" / name)


def main():
    parser = argparse.ArgumentParser()
    for name in ("--program", "--map", "--built", "--dashboard"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("share", type=pathlib.Path)
    given = parser.parse_args()
    entries = libraries(given.map.read_text(), given.built)
    copy_licenses(entries, given.share)
    ours = given.share / "doc" / "navicert"
    ours.mkdir(parents=True)
    shutil.copyfile("LICENSE", ours / "LICENSE")
    served = served_licenses(given.dashboard)
    if served:
        shutil.copyfile(served, ours / "dashboard-licenses.txt")
    bundled = bundled_packages(served)
    (ours / "sbom.spdx.json").write_text(json.dumps(document(given.program, entries, bundled), indent=1, sort_keys=True) + "\n")


main()
