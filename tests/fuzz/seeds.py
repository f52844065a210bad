#!/usr/bin/python3
"""Inputs to begin with, made of openapi.yaml and of the data set: seeds.py DIRECTORY writes DIRECTORY/<target>/… and <target>.dict."""

import gzip
import json
import pathlib
import sys
import urllib.parse

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "contract"))

import contract  # noqa: E402

# The order of the targets' own tables, from which a first byte chooses.
BODIES = ["post_eligibility", "post_changes", "put_chip", "put_ruling", "put_event"]
FILES = ["chips", "rulings", "events", "destinations", "changes/0009", "disputes", "what-is-this", "dataset"]
FORMS = {"application/x-ndjson": 0, "text/csv": 1, "application/json": 2}
DOCUMENTS_A_KIND = 4
LINES = [(0, '\1\2\3\4\5{"chip": "h20", "destination": "CN", "date": "2025-05-01", "order": 7}\n\n{"chip": "h200", "hq": null}\r\n["h20"]\n{"chip"'),
         (1, '\1\2\3\4\5chip,destination,order,circumstance.end_user_on_entity_list\r\nh20,CN,"a ""b"", c",true\r\nh200,"Viet\nNam",,\r\nx,y'),
         (2, '\1\2\3\4\5[{"chip": "h20", "circumstances": {"end_user_on_entity_list": true}}, {"chip": "\\u0068200"}, 5, {"x": [1, {"a": "]"}]}]')]


def examples():
    """(method, target, headers, body) of every request that openapi.yaml shows."""
    return [contract.request_of(example) for writing in (False, True) for _, _, example, _ in contract.examples(writing)]


def document_files():
    """(file, documents) of the data set."""
    for path in sorted((ROOT / "db" / "data").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, dict):
            lists = [value for value in content.values() if isinstance(value, list)]
            content = lists[0] if lists else []
        yield path.stem, content


def operation_order():
    """The operations as api/generate.py sorts them: by path, then as the document has them."""
    text = (ROOT / "build" / "gen" / "operations.c").read_text(encoding="utf-8")
    table = text[text.index("const struct operation operations[]"):]
    return [line.split('"')[1] for line in table.splitlines() if ".id = " in line]


def route_seeds(requests):
    targets = sorted({target for method, target, _, _ in requests if method == "GET"})
    return [b"\0\0" + target.encode() for target in targets]


def params_seeds():
    order, seeds = operation_order(), []
    for item in contract.API["paths"].values():
        for method, operation in item.items():
            if method not in ("get", "put", "post", "delete"):
                continue
            number = order.index(to_snake(operation["operationId"]))
            pairs = [(parameter["name"], contract.text_of(parameter["example"])) for parameter in contract.parameters(operation)
                     if parameter["in"] == "query" and "example" in parameter and not isinstance(parameter["example"], dict)]
            seeds += [bytes([number, 0]) + urllib.parse.urlencode(chosen).encode() for chosen in [pairs] + [[pair] for pair in pairs]]
    return seeds


def to_snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def predicates(value):
    """Every predicate in a document, at any depth."""
    if isinstance(value, list):
        return [found for item in value for found in predicates(item)]
    if not isinstance(value, dict):
        return []
    own = [value["predicate"]] if value.get("predicate") else []
    return own + [found for item in value.values() for found in predicates(item)]


def to_bytes(value):
    return value.encode() if isinstance(value, str) else json.dumps(value, ensure_ascii=False).encode()


def body_seeds(requests, documents):
    seeds = [bytes([0]) + to_bytes(body) for method, target, _, body in requests if body and target.startswith("/v1/eligibility")]
    seeds += [bytes([1]) + to_bytes(body) for method, target, _, body in requests if body and target.startswith("/v1/changes")]
    kinds = {"chips": 2, "rulings": 3, "events": 4}
    return seeds + [bytes([kinds[kind]]) + to_bytes(document) for kind, listed in documents.items() if kind in kinds for document in listed]


def line_seeds(requests):
    return [bytes([FORMS[headers["Content-Type"]], 0]) + to_bytes(body) for _, target, headers, body in requests
            if target.startswith("/v1/screenings") and headers.get("Content-Type") in FORMS and body]


def http_seeds(requests):
    seeds = []
    for method, target, headers, body in requests:
        content = to_bytes(body) if body else b""
        if len(content) > 2000:
            continue
        lines = [f"{method} {target} HTTP/1.1", "Host: a"] + [f"{name}: {value}" for name, value in headers.items()]
        lines += [f"Content-Length: {len(content)}"] if content else []
        seeds.append(b"\0" + "\r\n".join(lines + ["", ""]).encode() + content)
    return seeds[::4]


def words():
    """What means something: names of parameters, members, fields and values."""
    found = set()

    def walk(value):
        if isinstance(value, dict):
            found.update(str(name) for name in value.get("properties", {}))
            found.update(str(word) for word in value.get("enum", []))
            if value.get("in") == "query":
                found.add(value["name"])
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)
    walk({name: part for name, part in contract.API.items() if name in ("components", "paths")})
    return sorted(word for word in found if 1 < len(word) < 40)


EXTRA = {"http": ["GET ", "POST ", "PUT ", "HEAD ", "OPTIONS ", " HTTP/1.1\\x0d\\x0a", "\\x0d\\x0a", "Host: a\\x0d\\x0a",
                  "Content-Length: ", "Transfer-Encoding: chunked\\x0d\\x0a", "0\\x0d\\x0a\\x0d\\x0a", "Expect: 100-continue\\x0d\\x0a",
                  "Connection: close\\x0d\\x0a", "Authorization: Bearer ", "If-None-Match: ", "Accept-Encoding: gzip\\x0d\\x0a"],
         "lines": ["\\x0d\\x0a", "\\\"", "{", "}", "[", "]", ",", ":", "null", "\\xef\\xbb\\xbf", "circumstance."],
         "gunzip": ["\\x1f\\x8b\\x08"], "predicate": ["\"all\":[", "\"any\":[", "\"field\":", "\"op\":\"==\"", "\"value\":", "\\x00"]}
PLAIN = ["1e0", "2.0", "%00", "%ff", "%e2%80%ae", "%F0%9F%99%82", ".ne", ".gte", ".null", "today", "9223372036854775808", "1e999", "-0", "\\xff",
         "\\xe2\\x80\\xae", "\\xed\\xa0\\x80", "\\\\u0000", "\\\\ud800", "2025-02-30", "nvidia-h20", "CN"]


def write(directory, target, seeds, vocabulary):
    folder = directory / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number:03}").write_bytes(seed)
    tokens = EXTRA.get(target, []) + PLAIN + ([] if target == "gunzip" else vocabulary)
    quoted = [token if "\\" in token else token.replace('"', '\\"') for token in tokens]
    (directory / f"{target}.dict").write_text("".join(f'"{token}"\n' for token in quoted), encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    directory, requests = pathlib.Path(arguments[1]), examples()
    everything = dict(document_files())
    documents = {kind: listed[:: max(1, len(listed) // DOCUMENTS_A_KIND)][:DOCUMENTS_A_KIND] for kind, listed in everything.items()}
    lines = line_seeds(requests) + [bytes([form, 5]) + text.encode() for form, text in LINES]
    asked = sorted({value for _, target, _, _ in requests
                    for name, value in urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query) if name == "q"})
    seeds = {
        "params": params_seeds(),
        "route": route_seeds(requests),
        "body": body_seeds(requests, documents),
        "lines": lines,
        "import": [bytes([FILES.index(kind)]) + to_bytes([document]) for kind, listed in documents.items() if kind in FILES
                   for document in listed[:2]],
        "predicate": [to_bytes(predicate) + b"\0\1\2\3\1\2\3\4" for predicate in predicates(everything["rulings"])][:40],
        "gunzip": [b"\7" + gzip.compress(seed, mtime=0) for seed in lines[:3]] + [b"\7" + lines[0]],
        "search": [bytes([number % 4]) + text.encode() for number, text in enumerate(asked + ["h20 china", '"presumption of denial"', "export*"])],
        "http": http_seeds(requests),
    }
    vocabulary = words()
    for target, found in seeds.items():
        write(directory, target, found, vocabulary)
    print(", ".join(f"{target}: {len(found)}" for target, found in seeds.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
