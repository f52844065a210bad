"""What the generator makes of good documents, and that it stops, with the line, at every bad one."""

import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = (ROOT / "openapi.yaml").read_text(encoding="utf-8")

# Each takes the first of these texts in openapi.yaml, once, for the second; the message must hold the third.
BAD = [
    ("      summary: One chip\n", "      summary: One chip\n      deprecated: true\n", "'deprecated'"),
    ("      summary: One chip\n", "      summary: One chip\n      summary: Two\n", "'summary' stands twice"),
    ("      summary: One chip\n", "      summary:\n", "a value is missing"),
    ("      operationId: get_chip\n", "      operationId: get_chips\n", "operationId"),
    ("      operationId: get_chip\n", "      operationId: fetch\n", "operationId"),
    ("  /v1/chips/{chip}:\n    get:", "  /v1/chips/{chip}:\n    patch:", "'patch'"),
    ("  /v1/chips/{chip}:\n", "  /v1/chips/{chips}:\n", "do not agree"),
    ("  /v1/chips/{chip}:\n", "  /v1/chips:\n", "'/v1/chips' stands twice"),
    ("#/components/parameters/Pretty", "#/components/parameters/Prety", "does not exist"),
    ("enum: [none, summary, full], default: summary", "enum: [none, summary, full], default: most", "not in its enum"),
    ("schema: {type: boolean, default: false}", "schema: {type: object}", "no argument can hold"),
    ("        known_at:\n          type: [integer, string]\n", "        known_as:\n          type: [integer, string]\n",
     "the only moment of a body"),
    ("      type: object\n      x-checked: circumstances\n", "      type: object\n", "objects are closed anyway"),
    ("allowEmptyValue: true\n      schema: {type: boolean, default: false}",
     "allowEmptyValue: true\n      schema: {type: string}", "without a value"),
    ("{kind: chip, document: ChipFields, sort: 'id'}", "{kind: chip, document: ChipFields, sort: 'ids'}", "cannot sort by"),
    ("sort: '-revision,-date'}", "sort: '-revisions'}", "cannot sort by '-revisions'"),
    (", feed: {title: News about AI chips and export rules, sort: '-revision,-date'}", "", "has a feed where"),
    ("enum: [json, ndjson, csv]", "enum: [json, csv, ndjson]", "in this order"),
    ("enum: [json, ndjson, csv]}", "enum: [json, ndjson, csv, atom]}", "has a feed where"),
    ("enum: [json, ndjson, csv], default", "enum: [json, ndjson, csv, atom], default", "has no feed"),
    ("enum: [json, ndjson, csv], default: ndjson", "enum: [json, ndjson, csv], default: atom", "is not in its enum"),
    ("      x-rows: ScreeningRow\n      x-streamed: true\n", "      x-rows: ScreeningRow\n", "must be application/json of a component"),
    ("{kind: chip, document: ChipFields,", "{kind: chip, document: Chips,", "no schema Chips"),
    ("        vendor: {type: string, x-facet: true}\n", "        vender: {type: string, x-facet: true}\n", "is no member"),
    ("        vendor: {type: string, x-facet: true}\n", "        vendor: {type: number, x-facet: true}\n", "differ in type"),
    ("        vendor: {type: string, x-facet: true}\n", "", "patternProperties must be exactly"),
    ("(ne|gt|gte|lt|lte)$", "(ne|gt)$", "patternProperties must be exactly"),
    ("    RulingChip:\n      name: chip\n", "    RulingChip:\n      name: issuer\n", "is a filter field too"),
    ("      x-must: be two capital letters\n", "", "a pattern needs x-must"),
    ("    Confidence: {type: string,", "    Confidence: {type: word,", "'word' is no type"),
    ("    Day: {type: string, format: date}", "    Day: {type: string, format: day}", "format 'day'"),
    ("    Count: {type: [integer, 'null'], minimum: 0}", "    Count: {type: [integer, 'null'], minimum: 0, const: 1}", "'const'"),
    ("      x-document: chip\n", "      x-document: ruling\n", "second schema of ruling"),
    ("      x-document: chip\n", "", "x-document must name each"),
    ("      x-checked: predicate\n", "", "contains itself"),
    ("          anyOf:\n            - {$ref: '#/components/schemas/Predicate'}\n",
     "          anyOf:\n            - {$ref: '#/components/schemas/Day'}\n            - {$ref: '#/components/schemas/Predicate'}\n", "anyOf"),
    ("by its path.\n          readOnly: true\n", "by its path.\n", "must be readOnly"),
    ("description: Who designs and sells it.}", "x-must: be one}", "member vendor of a list needs a description"),
    (", x-unit: watts}", "}", "member tdp_w of a list needs an x-unit"),
    ("description: Who designs and sells it.}", "description: Who sells it., x-unit: watts}", "and only then"),
    ("      x-rows: MatrixRow\n", "      x-rows: MatrixRows\n", "no schema MatrixRows"),
    ("      x-rows: MatrixRow\n", "", "is no x-list"),
    ("      summary: One chip\n", "      summary: One chip\n      x-streamed: true\n", "is x-streamed"),
    ("      security: [{token: ['write:chips']}]\n", "", "must say in 'security' who may ask"),
    ("      security: [{token: ['write:chips']}]\n", "      security: []\n", "must name a scope"),
    ("      security: [{token: ['write:chips']}]\n", "      security: [{token: []}]\n", "'security' is a list of"),
    ("      security: [{token: ['write:chips']}]\n", "      security: [{token: ['write:chip']}]\n", "'security' is a list of"),
    ("      security: []\n", "", "must say in 'security' who may ask"),
    ("minItems: 1, maxItems: 500,", "minItems: 1,", "or with maxItems"),
    ("required: [title, url, fields]", "required: [title, url, field]", "is required but no property"),
]


def generate(text, outdir):
    source = pathlib.Path(outdir, "openapi.yaml")
    source.write_text(text, encoding="utf-8")
    command = ["/usr/bin/python3", str(ROOT / "api/generate.py"), str(source), outdir]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def check(holds, text):
    if not holds:
        print(f"FAILED {text}")
    return bool(holds)


def check_bad(before, after, message):
    if not check(before in TEXT, f"openapi.yaml has no longer: {before!r}"):
        return False
    with tempfile.TemporaryDirectory() as outdir:
        run = generate(TEXT.replace(before, after, 1), outdir)
        told = run.returncode == 1 and message in run.stderr and "Traceback" not in run.stderr
        return check(told, f"{after!r} gave {run.returncode}: {run.stderr[-300:]}") and check(
            not pathlib.Path(outdir, "operations.h").exists(), f"{after!r}: files were written all the same")


def check_good():
    """The same bytes twice; texts that YAML 1.1 would read as something else stay texts."""
    results = []
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        for outdir in (first, second):
            run = generate(TEXT.replace("[high, medium, low]", "[high, NO, 2024-01-01, 0x1F, 1_000]"), outdir)
            results.append(check(run.returncode == 0, run.stderr))
        for name in ("operations.h", "operations.c", "schemas.h", "schemas.c", "openapi_json.c"):
            results.append(check(pathlib.Path(first, name).read_bytes() == pathlib.Path(second, name).read_bytes(), name))
        schemas = pathlib.Path(first, "schemas.c").read_text(encoding="utf-8")
        results += [check(f'"{word}",' in schemas, word) for word in ("NO", "2024-01-01", "0x1F", "1_000")]
    return results


def main():
    results = check_good() + [check_bad(*row) for row in BAD]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
