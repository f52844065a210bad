"""Fills the examples of openapi.yaml from a running server: update_examples.py http://127.0.0.1:PORT.

The server must hold the bundled data set and nothing else. Read the difference afterwards: an example is only as true as the
answer was.
"""

import json
import re
import sys

import contract

WIDTH = 120
FIXED = {"instance": "01J00000000000000000000000"}


def fold(value, indent, before=0):
    """JSON that is as long as a line allows, `before` of which is used, and no longer."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent + before <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {fold(item, indent + 2, len(key) + 5)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + "}"
    parts = [fold(item, indent + 2, 1) for item in value]
    return "[\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + "]"


def answer_to(server, request, accept):
    answer = server.ask(request, headers={"Accept": accept} if accept else {})
    value = answer.json()
    for name, fixed in FIXED.items():
        if name in value:
            value[name] = fixed
    return value


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    server, file = contract.Server(arguments[1]), contract.ROOT / "openapi.yaml"
    lines, out, request, accept, skip = file.read_text(encoding="utf-8").split("\n"), [], None, None, None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if skip is not None and line.strip() and indent > skip:
            continue
        skip = None
        if found := re.match(r" *x-request: '?([^']*)'?$", line):
            request, accept = found[1], None
        elif found := re.match(r" *x-accept: (.*)$", line):
            accept = found[1]
        elif request and re.match(r" *value:", line):
            text = fold(answer_to(server, request, accept), indent + 2)
            line, skip, request = " " * indent + "value:\n" + " " * (indent + 2) + text, indent, None
        out.append(line)
    text = "\n".join(out)
    # The last line of a folded value closes at its own depth, which is deeper than `value:`, so nothing of an older one stays.
    file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
