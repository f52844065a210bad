#!/usr/bin/python3
"""Includes point one way, server -> api -> db -> rules; each library is seen by the layer that owns it; rules/ is pure."""

import re

from tree import PRODUCT, Faults, bare, files, read

# A library's header and the layers that may include it.
LIBRARIES = {
    "microhttpd.h": ("server",),
    "sqlite3.h": ("db",),
    "jansson.h": ("db", "api", "server"),
    "sodium.h": ("db", "api", "server"),
    "zlib.h": ("server",),
    "curl/curl.h": (),
}
# What the build generates, and the lowest layer that may see it.
GENERATED = {"sql.h": "db", "operations.h": "api", "schemas.h": "api"}
# The only system headers that a pure function needs.
PURE = {"assert.h", "inttypes.h", "limits.h", "math.h", "stdalign.h", "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h",
        "stdint.h", "stdio.h", "stdlib.h", "string.h", "strings.h", "ctype.h", "errno.h", "float.h"}
# Includes what it forbids.
BANNED = "rules/banned.h"
# stdio.h is there for snprintf and stdlib.h for memory: nothing that reads or writes the world, or any clock.
IMPURE = re.compile(r"\b(v?f?printf|puts|putchar|f?putc|fopen|fread|fwrite|fgets|scanf|getenv|system|exit|abort|time"
                    r"|clock|clock_gettime|gettimeofday|open|read|write|random)\s*\(|\b(stdout|stderr|stdin)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def layer_of(name):
    """The layer that a file belongs to; tests of a layer count as it. None for what may include anything."""
    parts = name.split("/")
    folder = parts[1] if parts[0] == "tests" else parts[0]
    return folder if folder in PRODUCT else None


def check_own(faults, name, line, layer, path):
    if "/" in path:
        target = path.split("/")[0]
        if target not in PRODUCT:
            if not name.startswith("tests/"):
                faults.say(name, line, f'"{path}" is in none of {", ".join(PRODUCT)}')
            return
    elif path in GENERATED:
        target = GENERATED[path]
    else:
        if not name.startswith("tests/"):
            faults.say(name, line, f'"{path}": paths start at the root, as in "db/store.h"')
        return
    if PRODUCT.index(target) > PRODUCT.index(layer):
        faults.say(name, line, f'{layer}/ must not include "{path}": includes point server -> api -> db -> rules')


def check_system(faults, name, line, layer, path):
    if name.startswith("tests/"):
        return
    if path in LIBRARIES and layer not in LIBRARIES[path]:
        owners = ", ".join(f"{owner}/" for owner in LIBRARIES[path]) or "tests/"
        faults.say(name, line, f"<{path}> may be included only in {owners}")
    elif layer == "rules" and path not in PURE and name != BANNED:
        faults.say(name, line, f"<{path}> has no place in rules/, which is pure C without input or output")


def check_pure(faults, name, text):
    for line, code in enumerate(bare(text).splitlines(), 1):
        found = IMPURE.search(code)
        if found:
            faults.say(name, line, f"rules/ reads no clock and does no input or output: {found.group().strip('( ')}")


def main():
    faults = Faults()
    names = [name for name in files(".c", ".h") if layer_of(name)]
    for name in names:
        text = read(name)
        layer = layer_of(name)
        for line, code in enumerate(text.splitlines(), 1):
            include = INCLUDE.match(code)
            if include:
                check = check_own if include.group(1) == '"' else check_system
                check(faults, name, line, layer, include.group(2))
        if name.startswith("rules/"):
            check_pure(faults, name, text)
    faults.finish(f"{len(names)} files")


main()
