"""Fills the examples of openapi.yaml from a running server: update_examples.py http://127.0.0.1:PORT.

The server must hold the bundled data set and nothing else. Read the difference afterwards: an example is only as true as the
answer was.
"""

import json
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


def answer_to(server, example):
    value = server.ask(*arranged(contract.request_of(example))).json()
    for name, fixed in FIXED.items():
        if name in value:
            value[name] = fixed
    return value


def arranged(request):
    method, target, headers, body = request
    return target, method, headers, body


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    server, file = contract.Server(arguments[1]), contract.ROOT / "openapi.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    answers = {}
    for writing in (False, True):
        for _, media_type, example, _ in contract.examples(writing):
            if media_type.endswith("json"):
                answers[example.lines["value"]] = answer_to(server, example)
    for number, value in sorted(answers.items(), reverse=True):
        first = lines[number - 1]
        indent, last = len(first) - len(first.lstrip()), number
        while last < len(lines) and lines[last].strip() and len(lines[last]) - len(lines[last].lstrip()) > indent:
            last += 1
        text = " " * (indent + 2) + fold(value, indent + 2)
        lines[number - 1:last] = [" " * indent + "value:"] + text.split("\n")
    file.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
