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


def value_of(server, example, indent):
    """The example as lines of YAML, the first of which follows its key."""
    answer = server.ask(*arranged(contract.request_of(example)))
    if answer.type in contract.TEXTS:
        return [" |"] + [" " * indent + line for line in answer.lines().splitlines()]
    return [""] + (" " * indent + fold(fix(answer.json()), indent)).split("\n")


def fix(value):
    """What differs from one request to the next replaced, at any depth."""
    if isinstance(value, list):
        return [fix(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: FIXED[name] if name in FIXED else fix(item) for name, item in value.items()}


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
            if media_type.endswith("json") or media_type in contract.TEXTS:
                number = example.lines["value"]
                indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
                answers[number] = value_of(server, example, indent + 2)
    for number, text in sorted(answers.items(), reverse=True):
        first = lines[number - 1]
        indent, last = len(first) - len(first.lstrip()), number
        while last < len(lines) and lines[last].strip() and len(lines[last]) - len(lines[last].lstrip()) > indent:
            last += 1
        lines[number - 1:last] = [" " * indent + "value:" + text[0]] + text[1:]
    file.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
