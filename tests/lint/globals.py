#!/usr/bin/python3
"""No state that outlives a call but what is listed here: globals.py OBJECT... reads the symbols of compiled files.

Counters and the log are process-wide by nature; anything else in .data or .bss is shared between threads unawares.
"""

import re
import subprocess
import sys

from tree import Faults

# Source file and name: why it may be there.
ALLOWED = {
    ("server/access.c", "output"): "the buffer of the log, behind its own lock",
    ("server/access.c", "dropped"): "a counter of the log, atomic",
    ("server/response.c", "nothing"): "the address of an empty body, which libmicrohttpd takes as not const",
}
SYMBOL = re.compile(r"^[0-9a-f]+ (.{7}) (\.t?(?:data|bss)\S*)\s+[0-9a-f]+ (?:\.hidden )?(\S+)$")


def main():
    faults = Faults()
    for path in sys.argv[1:]:
        source = path.split("/obj/", 1)[1].removesuffix(".o") + ".c"
        table = subprocess.run(["objdump", "-t", path], check=True, capture_output=True, text=True).stdout
        for line in table.splitlines():
            symbol = SYMBOL.match(line)
            if not symbol or "O" not in symbol.group(1) or symbol.group(2).startswith(".data.rel.ro"):
                continue
            # gcc calls a static of a function name.number, clang function.name.
            names = symbol.group(3).split(".")
            if not any((source, name) in ALLOWED for name in names):
                faults.say(source, 1, f"{symbol.group(3)} is state that outlives its caller; see tests/lint/globals.py")
    faults.finish(f"{len(sys.argv) - 1} objects")


main()
