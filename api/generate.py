"""Turns openapi.yaml, the one route table, into C: api/generate.py openapi.yaml OUTDIR.

Writes operations.h, operations.c, schemas.h, schemas.c and openapi_json.c, the same bytes for the same input. Anything that it does not
fully understand stops it, with the line.
"""

import pathlib
import sys

sys.dont_write_bytecode = True

from generate import document, emit_document, emit_operations, emit_schemas, operations  # noqa: E402


def main(arguments):
    if len(arguments) != 3:
        print("usage: generate.py openapi.yaml OUTDIR", file=sys.stderr)
        return 2
    source, outdir = arguments[1], pathlib.Path(arguments[2])
    try:
        api = document.load(source)
        routes = operations.read(api)
        files = {
            "operations.h": emit_operations.header(routes),
            "operations.c": emit_operations.source(routes),
            "schemas.h": emit_schemas.header(api),
            "schemas.c": emit_schemas.source(api),
            "openapi_json.c": emit_document.source(api),
        }
    except document.Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    outdir.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (outdir / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
