"""What the contract tests share: openapi.yaml as data, requests over one connection, and schemas as validators."""

import http.client
import json
import pathlib
import sys
import urllib.parse

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "api"))

import feed  # noqa: E402
import jsonschema  # noqa: E402
from generate import document, schemas  # noqa: E402

API = document.load(str(ROOT / "openapi.yaml"))
VALIDATOR = jsonschema.Draft202012Validator
PROBLEM = "application/problem+json"
FEED = "application/atom+xml"
TEXTS = (FEED, "application/x-ndjson", "text/csv")  # examples of these are texts


class Answer:
    """A response, read whole."""

    def __init__(self, response, body):
        self.status, self.body = response.status, body
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.type = self.headers.get("content-type", "").split(";")[0].strip()

    def json(self):
        return json.loads(self.body)

    def lines(self):
        """A text as an example of it is written: lines ended by a newline each, whatever ends them in the body."""
        return "".join(line + "\n" for line in self.body.decode().splitlines())


class Server:
    """A running navicert, asked over one kept connection."""

    def __init__(self, base):
        self.address = urllib.parse.urlsplit(base).netloc
        self.connection = None

    def ask(self, target, method="GET", headers=None, body=None):
        """`body` is sent as JSON, a text as it is."""
        headers = dict(headers or {})
        if isinstance(body, str):
            body = body.encode()
        elif body is not None:
            headers["Content-Type"], body = "application/json", json.dumps(body)
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.address, timeout=30)
        try:
            self.connection.request(method, target, body=body, headers=headers)
            response = self.connection.getresponse()
            answer = Answer(response, response.read())
        except (http.client.HTTPException, ConnectionError):
            self.connection.close()
            self.connection = None
            raise
        if answer.headers.get("connection") == "close":
            self.connection.close()
            self.connection = None
        return answer


def request_of(example):
    """The x-request of an example, a target or a mapping, as (method, target, headers, body)."""
    request = example["x-request"]
    request = {"path": request} if isinstance(request, str) else request
    headers = dict(request.get("headers", {}))
    if "x-accept" in example:
        headers["Accept"] = example["x-accept"]
    return request.get("method", "GET"), request["path"], headers, request.get("body")


class Report:
    """Counts what holds, and says what does not."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, holds, text):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {text}")
        return holds

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def operations(*methods):
    """(path, operation) of all that read, or of those methods."""
    return [(path, item[method]) for path, item in API["paths"].items() for method in methods or ("get",) if method in item]


def parameters(operation):
    return [document.resolve(API, parameter) for parameter in operation.get("parameters", [])]


def schema_of(parameter):
    return schemas.flatten(API, parameter["schema"])


def response_of(operation, status):
    """The documented response of a status, else that of default; None when there is neither."""
    found = operation["responses"].get(str(status), operation["responses"].get("default"))
    return document.resolve(API, found) if found else None


def faults_of(schema, value):
    """Everything in which `value` differs from a schema of the document."""
    validator = VALIDATOR({**schema, "components": API["components"]})
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validator.iter_errors(value)]


def header_faults(operation, answer):
    """Documented headers that are missing or wrong."""
    response, faults = response_of(operation, answer.status), []
    for name, header in (response.get("headers", {}) if response else {}).items():
        header = document.resolve(API, header)
        value = answer.headers.get(name.lower())
        if value is None:
            if header.get("required"):
                faults.append(f"header {name} is missing")
            continue
        typed = int(value) if header["schema"]["type"] == "integer" and value.isdigit() else value
        faults += [f"header {name}: {fault}" for fault in faults_of(header["schema"], typed)]
    return faults


def answer_faults(operation, answer):
    """All in which an answer differs from what is documented: status, type, headers and body."""
    response = response_of(operation, answer.status)
    if response is None:
        return [f"status {answer.status} is not documented"]
    faults = header_faults(operation, answer)
    media = response.get("content", {})
    if answer.type not in media:
        return faults + ([f"type '{answer.type}' is not documented for {answer.status}"] if answer.body or media else [])
    schema = media[answer.type]["schema"]
    if answer.type == FEED:
        return faults + feed.faults(answer.body)
    if answer.type not in ("application/json", PROBLEM):
        return faults
    try:
        body = answer.json()
    except ValueError as error:
        return faults + [f"the body is no JSON: {error}"]
    return faults + faults_of(schema, body) + [f"{path} is not documented" for path in undocumented(body, schema)]


def undocumented(value, schema, path=""):
    """Members that the schema does not name; clients are told of all that they may meet."""
    schema = schemas.flatten(API, schema)
    if "oneOf" in schema:
        kind = schema["discriminator"]["propertyName"]
        target = schema["discriminator"]["mapping"][value[kind]] if kind in value else None
        return undocumented(value, named(target), path) if target else [path]
    if isinstance(value, list) and "items" in schema:
        return [fault for item in value for fault in undocumented(item, schema["items"], path + "/*")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    known, faults = schema["properties"], []
    for name, member in value.items():
        if name in known:
            faults += undocumented(member, known[name], f"{path}/{name}")
        elif name.split(".")[0] not in known:
            faults.append(f"{path}/{name}")
    return faults


def named(reference):
    """The schema that a reference in a discriminator means."""
    return API["components"]["schemas"][reference.rsplit("/", 1)[1]]


def examples(writing):
    """(name, media type, example, schema) of every example in the document that changes the store, or of all others."""
    holders = [(f"{operation['operationId']} {status}", response) for _, operation in operations("get", "post", "put", "delete")
               for status, response in operation["responses"].items() if "$ref" not in response]
    holders += list(API["components"]["responses"].items())
    for where, response in holders:
        for media_type, media in response.get("content", {}).items():
            for name, example in media.get("examples", {}).items():
                if example.get("x-writes", False) == writing:
                    yield f"{where} {name}", media_type, example, media["schema"]


def operation_at(target, method="GET"):
    """The operation that the request of an example belongs to."""
    path = urllib.parse.urlsplit(target).path
    steps = path.split("/")
    for template, operation in operations(method.lower()):
        wanted = template.split("/")
        if len(wanted) == len(steps) and all(w == s or w.startswith("{") for w, s in zip(wanted, steps)):
            return operation
    return None


def mask(value, schema):
    """The value with what is x-volatile in the schema replaced by a fixed word."""
    schema = schemas.flatten(API, schema)
    if schema.get("x-volatile"):
        return "volatile"
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return {key: mask(item, known[key]) if key in known else item for key, item in value.items()}
    if isinstance(value, list) and "items" in schema:
        return [mask(item, schema["items"]) for item in value]
    return value


def target_of(path, operation, query=None):
    """The address of an operation with the examples of its path and required parameters, and a query beside."""
    pairs = []
    for parameter in parameters(operation):
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", urllib.parse.quote(str(parameter["example"]), safe=":"))
        elif parameter.get("required") and parameter["name"] not in (query or {}):
            pairs.append((parameter["name"], text_of(parameter["example"])))
    pairs += [pair for pair in operation.get("x-with", {}).items() if pair[0] not in (query or {})]
    pairs += list((query or {}).items())
    return path + ("?" + urllib.parse.urlencode(pairs) if pairs else "")


def text_of(value):
    if isinstance(value, list):
        return ",".join(text_of(item) for item in value)
    return json.dumps(value) if isinstance(value, bool) else str(value)
