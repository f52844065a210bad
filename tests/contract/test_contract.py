"""Holds a running server to openapi.yaml: test_contract.py http://127.0.0.1:PORT.

The server must hold the bundled data set and nothing else, because every example must be exactly what it answers.
"""

import csv
import io
import json
import sys

import contract
from contract import PROBLEM, answer_faults, text_of, target_of


def test_examples(server, report):
    """Each example is the answer to its x-request, and fits its schema."""
    check_examples(server, report, False)


def test_writing_examples(server, report):
    """Those that change the store, as the last of all tests."""
    check_examples(server, report, True)


def check_examples(server, report, writing):
    for name, media_type, example, schema in contract.examples(writing):
        method, target, headers, body = contract.request_of(example)
        answer = server.ask(target, method, headers, body)
        operation = contract.operation_at(target, method)
        report.check(operation is not None, f"{name}: {method} {target} is no operation")
        faults = answer_faults(operation, answer) if operation else []
        report.check(not faults, f"{name}: {method} {target}: {'; '.join(faults)}")
        report.check(answer.type == media_type, f"{name}: answered as {answer.type} with status {answer.status}")
        if answer.type == media_type:
            same = contract.mask(answer.json(), schema) == contract.mask(example["value"], schema)
            report.check(in_order(answer.json(), schema), f"{name}: the members come in another order than they are described")
            report.check(same, f"{name}: the example is not what {method} {target} answers (update_examples.py)")


def in_order(body, schema):
    known = contract.schemas.flatten(contract.API, schema).get("properties", {})
    return [name for name in known if name in body] == [name for name in body if name in known]


def test_parameters(server, report):
    """Each operation answers with the examples of its parameters: all required ones, then each of the others."""
    for path, operation in contract.operations():
        queries = [{}]
        for parameter in contract.parameters(operation):
            if parameter["in"] == "query" and "example" in parameter:
                queries.append({parameter["name"]: text_of(parameter["example"])})
        for query in queries:
            target = target_of(path, operation, query)
            answer = server.ask(target)
            faults = answer_faults(operation, answer)
            report.check(answer.status == 200 and not faults, f"{target}: {answer.status} {'; '.join(faults)}")


def test_formats(server, report):
    """A list holds the same items in every documented form, by `format` and by Accept."""
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        items = server.ask(target_of(path, operation, {"limit": "2"})).json()["items"]
        for word, media_type in (("json", "application/json"), ("ndjson", "application/x-ndjson"), ("csv", "text/csv")):
            by_name = server.ask(target_of(path, operation, {"format": word, "limit": "2"}))
            by_accept = server.ask(target_of(path, operation, {"limit": "2"}), headers={"Accept": media_type})
            for answer in (by_name, by_accept):
                faults = answer_faults(operation, answer)
                report.check(answer.type == media_type and not faults, f"{path} as {word}: {answer.type} {'; '.join(faults)}")
            report.check(items_of(by_name, word) == items_of(by_accept, word), f"{path} as {word}: format and Accept differ")
            if word != "csv":
                report.check(items_of(by_name, word) == items, f"{path} as {word}: other items than as JSON")
            else:
                report.check(len(items_of(by_name, word)) == len(items), f"{path} as csv: other items than as JSON")


def items_of(answer, word):
    text = answer.body.decode()
    if word == "json":
        return answer.json()["items"]
    if word == "ndjson":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_filters(server, report):
    """Each filter field and operator is taken; each sortable field sorts and each facet counts."""
    for path, operation in contract.operations():
        for parameter in contract.parameters(operation):
            if parameter["name"] != "filter":
                continue
            schema = contract.schema_of(parameter)
            for field in schema["properties"]:
                check_field(server, report, path, operation, contract.schemas.property_schema(contract.API, schema, field), field)


def check_field(server, report, path, operation, field, name):
    value = {"number": "1", "integer": "1", "boolean": "true"}.get(contract.schemas.main_type(field), "2024")
    value = field["enum"][0] if "enum" in field else value
    ordered = contract.schemas.main_type(field) in ("number", "integer") or field.get("format") == "partial-date"
    queries = [{name: value}, {name + ".ne": value}, {name + ".null": "true"}]
    queries += [{f"{name}.{operator}": value} for operator in ("gt", "gte", "lt", "lte") if ordered]
    queries += [] if field.get("x-tag") else [{"sort": "-" + name}]
    queries += [{"facets": name}] if field.get("x-facet") else []
    for query in queries:
        target = target_of(path, operation, {**query, "limit": "1"})
        answer = server.ask(target)
        faults = answer_faults(operation, answer)
        report.check(answer.status == 200 and not faults, f"{target}: {answer.status} {'; '.join(faults)}")


def test_fields(server, report):
    """Each member of a list's documents can be asked for alone, and nothing else then comes."""
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        fields = contract.schemas.component(contract.API, operation["x-list"]["document"], operation)["properties"]
        for field in fields:
            answer = server.ask(target_of(path, operation, {"fields": field, "limit": "3"}))
            faults = answer_faults(operation, answer)
            kept = answer.status == 200 and all(set(item) <= {field} for item in answer.json()["items"])
            report.check(kept and not faults, f"{path}?fields={field}: {answer.status} {'; '.join(faults)}")


def test_paging(server, report):
    """Following `next` gives every item of a list once, whatever the page size."""
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        whole, seen, target = server.ask(target_of(path, operation, {"limit": "1"})).json()["total"], [], None
        target = target_of(path, operation, {"limit": "100"})
        while target:
            page = server.ask(target).json()
            seen += [str(item.get("id", item.get("code"))) for item in page["items"]]
            target = page["next"]
        report.check(len(seen) == len(set(seen)) == whole, f"{path}: {len(seen)} items by pages, {whole} in all")


def test_errors(server, report):
    """Every error that an operation documents can be had from it."""
    for path, operation in contract.operations():
        for status in operation["responses"]:
            if status in ("200", "default"):
                continue
            provoke = PROVOKED[status]
            for target, headers in provoke(server, path, operation):
                answer = server.ask(target, headers=headers)
                faults = answer_faults(operation, answer)
                report.check(str(answer.status) == status and not faults,
                             f"{status} of {target}: {answer.status} {'; '.join(faults)}")


def unchanged(server, path, operation):
    target = target_of(path, operation)
    etag = server.ask(target).headers.get("etag", "none")
    return [(target, {"If-None-Match": etag}), (target, {"If-None-Match": f'"other", W/{etag}'})]


def misspelt(_server, path, operation):
    return [(target_of(path, operation, {"prety": "true"}), {}), (target_of(path, operation, {"pretty": "perhaps"}), {})]


def not_there(_server, path, operation):
    known = {parameter["name"] for parameter in contract.parameters(operation)}
    targets = [target_of(path, operation, {"known_at": "999999"})] if "known_at" in known else []
    targets += [path.split("{")[0] + "no-such-thing"] if "{" in path else []
    if "destination" in known and "{" not in path:
        targets.append(target_of(path, operation, {"destination": "Nowhere"}))
    return [(target, {}) for target in targets]


def unacceptable(_server, path, operation):
    return [(target_of(path, operation), {"Accept": "image/png"})]


def stale(_server, path, operation):
    example = contract.document.resolve(contract.API, operation["responses"]["409"])["content"][PROBLEM]["examples"]
    return [(one["x-request"], {}) for one in example.values() if isinstance(one["x-request"], str)]


PROVOKED = {"304": unchanged, "400": misspelt, "404": not_there, "406": unacceptable, "409": stale}


def test_suggestions(server, report):
    """A mistyped name of each parameter brings the right one as suggestion."""
    for path, operation in contract.operations():
        for parameter in contract.parameters(operation):
            name = parameter["name"]
            if parameter["in"] != "query" or name == "filter" or len(name) < 4:
                continue
            answer = server.ask(target_of(path, operation, {name[:-2] + name[-1] + name[-2] + "x": "1"}))
            errors = answer.json().get("errors", []) if answer.type == PROBLEM else []
            found = any(error.get("suggestion") == name for error in errors)
            report.check(answer.status == 400 and found, f"{path}: no suggestion of {name}: {answer.body[:300]}")


def test_methods(server, report):
    """HEAD is GET without a body; what is not served is 405 with Allow; OPTIONS tells the methods."""
    for path, operation in contract.operations():
        target = target_of(path, operation)
        get, head = server.ask(target), server.ask(target, method="HEAD")
        varying = {"request-id", "date", "connection", "keep-alive"}
        same = all(head.headers.get(name) == value for name, value in get.headers.items() if name not in varying)
        report.check(head.status == get.status and not head.body and same, f"HEAD {target} differs from GET")
        for method in ("POST", "PUT", "DELETE"):
            if method.lower() in contract.API["paths"][path]:
                continue
            answer = server.ask(target, method=method, headers={"Content-Length": "0"})
            faults = answer_faults(operation, answer)
            allowed = answer.headers.get("allow", "")
            report.check(answer.status == 405 and "GET" in allowed and not faults,
                         f"{method} {target}: {answer.status} Allow: {allowed} {'; '.join(faults)}")
        options = server.ask(target, method="OPTIONS")
        report.check(options.status in (200, 204) and "GET" in options.headers.get("allow", ""), f"OPTIONS {target}")


def test_elsewhere(server, report):
    """An address that is none is a 404 like every other error."""
    for target in ("/", "/v1/", "/v2", "/v1/chipz", "/v1/chips/nvidia-h20/more"):
        answer = server.ask(target)
        good = answer.type == PROBLEM and not contract.faults_of({"$ref": "#/components/schemas/Problem"}, answer.json())
        report.check(answer.status == 404 and good, f"{target}: {answer.status} {answer.type}")


def test_every_problem_is_explained(server, report):
    """The codes of the document are exactly those of /problems, and each has its page."""
    codes = contract.API["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]
    listed = [item["code"] for item in server.ask("/problems").json()["items"]]
    report.check(sorted(codes) == sorted(listed), f"/problems lists {set(listed) ^ set(codes)} differently")
    for code in codes:
        answer = server.ask(f"/problems/{code}")
        report.check(answer.status == 200 and answer.json()["code"] == code, f"/problems/{code}: {answer.status}")


def test_document(server, report):
    """/openapi.json is openapi.yaml."""
    report.check(server.ask("/openapi.json").json() == contract.API, "/openapi.json is another document than openapi.yaml")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    server, report = contract.Server(arguments[1]), contract.Report()
    for name, test in sorted(globals().items()):
        if name.startswith("test_"):
            test(server, report)
    return report.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
