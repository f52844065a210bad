"""Asks a running server for what openapi.yaml allows and for junk: fuzz_contract.py http://127.0.0.1:PORT [SEED [REQUESTS]].

Whatever is asked, no status of 500 or more comes back, every status is documented, and every JSON body fits its schema.
"""

import json
import random
import sys
import urllib.parse

import contract

JUNK = ["", "0", "-1", "1e999", "null", "true", "NaN", "'; DROP TABLE chip; --", "%", "%00", "\u202e", "é" * 40, "a" * 300, "*", "..",
        "../../etc/passwd", "<script>", "{}", "[]", "2025-02-30", "9999-12-31", "1900-01-01", "9223372036854775807",
        "99999999999999999999", ",", ",,", "a,b", "\\", "\\,", "🙂", "nvidia", "h20", "CN", "today", "\"", "group:D:5", " ", "+"]
ACCEPTED = ["*/*", "*/*", "application/json", "text/csv", "application/x-ndjson;q=0.5", "application/atom+xml, */*;q=0.1", "image/png",
            "junk"]
NAMES = ["vender", "tpp.ge", "filter", "date[gte]", "", "a" * 200, "tpp..gte", ".gte", "ids", "known_at ", "PRETTY", "q"]
CIRCUMSTANCES = ["end_user_on_entity_list", "end_use", "exception_claimed", "foreign_direct_product", "tpp", "x"]
WORDS = {"chips": ["h20", "h100,h200", "a100,AMD MI308X,h20"], "destinations": ["CN", "cn,Germany,XK", "group:D:5", "CN,group:a:1"],
         "known_from": ["1", "2026-10-12T00:00:00Z"], "changed": ["outcome", "policy,grounds", "eccn,exception,import"], "chip": ["h20", "nvidia-h100", "H200", "amd-mi308x", "a100", "nvidia h20", "t-head-zhenwu-m890"],
         "destination": ["CN", "hk", "Germany", "AE", "US", "PR", "Viet Nam", "XK"], "hq": ["CN", "US", "RU"],
         "export_from": ["US", "TW", "MY", "CN"], "known_at": ["1", "2026-10-13T00:00:00Z"], "q": ["nvidia", "h20 china", "export*"]}


def value_for(random_, parameter):
    """A value that the document allows, or nearly."""
    name, schema = parameter["name"], contract.schema_of(parameter)
    if name in WORDS:
        return random_.choice(WORDS[name])
    if "enum" in schema:
        return random_.choice(schema["enum"])
    if schema.get("format") == "date":
        return random_.choice(["today", f"{random_.randint(2019, 2029)}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"])
    kind = contract.schemas.main_type(schema)
    if kind == "boolean":
        return random_.choice(["true", "false", "1", "0"])
    if kind == "integer":
        return str(random_.choice([1, 2, 50, 200, 1000]))
    return contract.text_of(parameter.get("example", "x"))


def filter_pairs(random_, parameter):
    schema = contract.schema_of(parameter)
    pairs = []
    for field in random_.sample(list(schema["properties"]), k=random_.randint(1, 3)):
        kind = contract.schemas.property_schema(contract.API, schema, field)
        value = random_.choice(kind.get("enum", ["1", "4800", "true", "NVIDIA", "CN", "2025-01-01", "h20"]))
        operator = random_.choice(["", "", ".ne", ".gt", ".gte", ".lt", ".lte", ".null"])
        pairs.append((field + operator, random_.choice(["true", "false"]) if operator == ".null" else value))
    return pairs


def list_word(random_, operation, name):
    """Some fields for sort, fields or facets; most exist."""
    fields = contract.schemas.component(contract.API, operation["x-list"]["document"], operation)["properties"]
    chosen = random_.sample(list(fields), k=random_.randint(1, 3))
    return ",".join((random_.choice(["-", ""]) if name == "sort" else "") + field for field in chosen)


def request_for(random_, path, operation):
    pairs = []
    for parameter in contract.parameters(operation):
        name = parameter["name"]
        if parameter["in"] == "path":
            value = random_.choice(JUNK[1:]) if random_.random() < 0.3 else str(parameter["example"])
            path = path.replace("{" + name + "}", urllib.parse.quote(value, safe=""))
        elif name == "circumstance":
            pairs += [(f"{name}.{random_.choice(CIRCUMSTANCES)}", random_.choice(["true", "false", "STA", "1"]))] if random_.random() < 0.3 else []
        elif name == "filter":
            pairs += filter_pairs(random_, parameter) if random_.random() < 0.6 else []
        elif parameter.get("required") and random_.random() < 0.95 or random_.random() < 0.25:
            junk = random_.random() < 0.15
            known = list_word(random_, operation, name) if name in ("sort", "fields", "facets") else value_for(random_, parameter)
            pairs.append((name, random_.choice(JUNK) if junk else known))
    if random_.random() < 0.1:
        pairs.append((random_.choice(NAMES), random_.choice(JUNK)))
    random_.shuffle(pairs)
    return path + ("?" + urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote) if pairs else "")


JSON_JUNK = [None, True, False, 0, -1, 2.5, 1e300, 2**53, "", "x", "today", "2025-02-30", "\u202e", "é" * 200, [], [[]], {}, {"a": {}}]


def perhaps(random_, value):
    """The value, or now and then junk in its place."""
    return random_.choice(JSON_JUNK) if random_.random() < 0.1 else value


def specification(random_):
    numbers = [0, 1, 100, 296, 592, 814, 4000, None]
    members = {"like": random_.choice(WORDS["chip"]), "kind": random_.choice(["gpu", "asic", None]), "segment": "data_center",
               "peak_tops": {"fp8": random_.choice(numbers), "int8": random_.choice(numbers)}, "name": "A sketch",
               "memory": {"bandwidth_gb_s": random_.choice(numbers)}, "die_area_mm2": random_.choice(numbers), "package_count": 2}
    return {name: perhaps(random_, value) for name, value in members.items() if random_.random() < 0.5}


def query(random_):
    members = {"chip": random_.choice(WORDS["chip"]) if random_.random() < 0.5 else specification(random_), "name": "a row",
               "destination": random_.choice(WORDS["destination"]), "hq": random_.choice(WORDS["hq"] + [None]),
               "date": f"{random_.randint(2021, 2029)}-0{random_.randint(1, 9)}-15",
               "circumstances": {random_.choice(CIRCUMSTANCES): random_.choice([True, False, None, "STA"])}}
    return {name: perhaps(random_, value) for name, value in members.items() if random_.random() < 0.8}


def batch(random_):
    """A body of POST /v1/eligibility, mostly sound."""
    rulings = ["us-bis-2023-10-17-acs-ifr", "us-bis-2025-04-09-nvidia-h20-letter#1", "us-none", "?"]
    members = {"queries": [perhaps(random_, query(random_)) for _ in range(random_.randint(1, 8))], "destination": "CN", "chip": "h20",
               "known_at": random_.choice([1, "1", "2026-10-13T00:00:00Z", 99]), "strict": random_.random() < 0.2,
               "explain": random_.choice(["none", "summary", "full"]),
               "assume": {"without": random_.sample(rulings, k=random_.randint(0, 2)), "with": perhaps(random_, [])}}
    return {name: perhaps(random_, value) if random_.random() < 0.5 else value for name, value in members.items()
            if name == "queries" or random_.random() < 0.6}


def ask_batches(server, report, random_, seed, count):
    """Bodies of all kinds: never a fault of ours, and whatever comes back is as documented."""
    operation, good = contract.operation_at("/v1/eligibility", "POST"), 0
    for _ in range(count):
        body = batch(random_)
        answer = server.ask("/v1/eligibility", "POST", body=body)
        faults = contract.answer_faults(operation, answer)
        good += answer.status == 200
        report.check(answer.status < 500 and not faults, f"seed {seed}: {body}: {answer.status} {'; '.join(faults)}")
    report.check(good > count // 10, f"seed {seed}: only {good} of {count} batches were answered")


def screening_line(random_):
    """A line of a file, mostly sound; sometimes cut or mangled."""
    members = {name: value for name, value in query(random_).items() if isinstance(value, (str, dict)) or random_.random() < 0.1}
    members["chip"] = perhaps(random_, random_.choice(WORDS["chip"]))
    members[random_.choice(["order", "note", "HQ", "destinaton", "é"])] = random_.choice(JSON_JUNK)
    line = json.dumps(members, ensure_ascii=random_.random() < 0.5)
    return line[:random_.randint(0, len(line))] + random_.choice(["", "}", "\n", "\x00"]) if random_.random() < 0.1 else line


def screening_file(random_):
    """(media type, body) of a file; some are of another type than they say."""
    lines = [screening_line(random_) for _ in range(random_.randint(0, 12))]
    rows = [",".join(random_.choice(WORDS["chip"] + WORDS["destination"] + JUNK) for _ in range(3)) for _ in lines]
    bodies = {"application/x-ndjson": "\n".join(lines), "application/json": "[" + ",".join(lines) + random_.choice(["]", "]", "", "]]"]),
              "text/csv": random_.choice(["chip,destination,order", "chip,\"hq\",order", "chip,dest,x"]) + "\r\n" + "\r\n".join(rows)}
    media_type = random_.choice(list(bodies))
    return (media_type, bodies[media_type] if random_.random() < 0.9 else random_.choice(list(bodies.values())))


def ask_files(server, report, random_, seed, count):
    """Files of all kinds: one line of answer for each that is not blank, or a problem as documented."""
    operation, good = contract.operation_at("/v1/screenings", "POST"), 0
    for _ in range(count):
        media_type, body = screening_file(random_)
        answer = server.ask("/v1/screenings?format=" + random_.choice(["json", "ndjson", "csv"]), "POST", {"Content-Type": media_type}, body)
        faults = contract.answer_faults(operation, answer)
        good += answer.status == 200
        report.check(answer.status < 500 and not faults, f"seed {seed}: {media_type} {body!r}: {answer.status} {'; '.join(faults)}")
        if answer.status == 200 and media_type == "application/x-ndjson":
            lines = sum(1 for line in body.split("\n") if line.strip(" \t\r"))
            report.check(f"lines={lines}, " in answer.headers["screening-summary"], f"seed {seed}: {body!r}: not {lines} lines")
    report.check(good > count // 10, f"seed {seed}: only {good} of {count} files were answered")


def main(arguments):
    if len(arguments) not in (2, 3, 4):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    seed = int(arguments[2]) if len(arguments) > 2 else 20250501
    count = int(arguments[3]) if len(arguments) > 3 else 500
    server, report, random_, good = contract.Server(arguments[1]), contract.Report(), random.Random(seed), 0
    for _ in range(count):
        path, operation = random_.choice(contract.operations())
        target = request_for(random_, path, operation)
        accept = random_.choice(ACCEPTED)
        answer = server.ask(target, headers={"Accept": accept})
        # A value of a path may spell another address, or none.
        faults = contract.answer_faults(operation, answer)
        good += answer.status == 200
        report.check(answer.status < 500 and not faults, f"seed {seed}: {target} ({accept}): {answer.status} {'; '.join(faults)}")
    ask_batches(server, report, random_, seed, count // 2)
    ask_files(server, report, random_, seed, count // 2)
    report.check(good > count // 5, f"seed {seed}: only {good} of {count} requests were answered")
    return report.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
