#!/usr/bin/python3
"""Turns the built dashboard into C, so that the program needs no file at run time.

    dashboard/embed.py BUILT OUTDIR    writes OUTDIR/dashboard.c and OUTDIR/dashboard/, of BUILT as build.mjs left it
    dashboard/embed.py - OUTDIR        the same, without any file: the program then says that it has none

The addresses of the pages come from dashboard/pages.json. The same input always gives the same output. There is no Brotli beside gzip:
browsers ask for that only over TLS, which a proxy ends that can do it as well, and what it would spare is a few kilobytes, once.
"""

import hashlib
import json
import re
import shutil
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".svg": "image/svg+xml; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
# What the API answers: a page there would hide it.
TAKEN = re.compile(r"/(v1|healthz|readyz|metrics|openapi\.json|problems|assets)(/|$)")
PAGE = re.compile(r"/|/[a-z0-9-]+(/([a-z0-9-]+|\*))*")
ASSET = re.compile(r"[A-Za-z0-9_.-]+-[A-Za-z0-9]{8,}\.[a-z]+")


def fail(message):
    sys.exit(f"dashboard/embed.py: {message}")


def pages():
    paths = json.loads((HERE / "pages.json").read_text(encoding="utf-8"))
    for path in paths:
        if not PAGE.fullmatch(path) or TAKEN.match(path):
            fail(f"pages.json: {path} is no address of a page")
    return paths


def built(folder):
    """(address, file) of the page and then of each asset; anything else is a fault."""
    if not (folder / "index.html").is_file():
        fail(f"{folder} has no index.html")
    files = [("/", folder / "index.html")]
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name == "index.html":
            continue
        if path.suffix not in TYPES or not ASSET.fullmatch(path.name) or name != f"assets/{path.name}":
            fail(f"{path} is no asset that is served: assets/NAME-HASH with an ending of {', '.join(TYPES)}")
        files.append((f"/{name}", path))
    named = set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', files[0][1].read_text(encoding="utf-8")))
    if not named or named - {address for address, _ in files}:
        fail(f"index.html names what is not there: {sorted(named - {address for address, _ in files})}")
    return files


def compressed(content):
    """As gzip does it at its best, without a time; None: no smaller."""
    stream = zlib.compressobj(9, zlib.DEFLATED, 31)
    smaller = stream.compress(content) + stream.flush()
    return smaller if len(smaller) < len(content) else None


class Writer:
    """Bytes become symbols by .incbin: compilers take seconds for the same as numbers, and C bounds its string literals."""

    def __init__(self, out):
        self.folder, self.assembly, self.declarations, self.count = out / "dashboard", "", "", 0
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def add(self, content):
        if content is None:
            return "NULL, 0"
        symbol = f"dashboard_{self.count}"
        self.count += 1
        path = self.folder / symbol
        path.write_bytes(content)
        # Relative to the root of the repository, where the compiler runs.
        self.assembly += f'    "{symbol}: .incbin \\"{path.resolve().relative_to(ROOT).as_posix()}\\"\\n.byte 0\\n"\n'
        self.declarations += f"extern const char {symbol}[];\n"
        return f"{symbol}, {len(content)}"

    def file(self, address, path):
        content = path.read_bytes()
        etag = hashlib.sha256(content).hexdigest()[:32]
        return (f'    {{"{address}", "{TYPES[path.suffix]}", "\\"{etag}\\"",\n'
                f"     {self.add(content)},\n     {self.add(compressed(content))}}}")


def write(files, out):
    writer = Writer(out)
    rows = [writer.file(*file) for file in files]
    addresses = ", ".join(f'"{path}"' for path in pages())
    text = '/* Written by dashboard/embed.py; do not edit. */\n#include "server/dashboard.h"\n\n'
    if rows:
        text += f'__asm__(".section .rodata\\n"\n{writer.assembly}    ".previous\\n");\n\n{writer.declarations}\n'
        text += "static const struct dashboard_file files[] = {\n" + ",\n".join(rows) + "};\n"
    text += f"static const char *const addresses[] = {{{addresses}}};\n\nconst struct dashboard dashboard_built = {{\n"
    if rows:
        text += f"    .page = files,\n    .assets = files + 1,\n    .asset_count = {len(rows) - 1},\n"
    text += "    .addresses = addresses,\n    .address_count = sizeof addresses / sizeof addresses[0]};\n"
    (out / "dashboard.c").write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(built(Path(sys.argv[1])) if sys.argv[1] != "-" else [], Path(sys.argv[2]))


main()
