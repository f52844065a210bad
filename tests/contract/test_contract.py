"""Holds a running server to openapi.yaml: test_contract.py http://127.0.0.1:PORT.

The server must hold the bundled data set and nothing else, because every example must be exactly what it answers.
"""

import csv
import io
import json
import re
import sys

import contract
import feed
from contract import FEED, PROBLEM, answer_faults, text_of, target_of


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
        if answer.type == media_type and media_type in contract.TEXTS:
            report.check(answer.lines() == example["value"], f"{name}: the example is not what {target} answers (update_examples.py)")
        elif answer.type == media_type:
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


FORMS = {"json": "application/json", "ndjson": "application/x-ndjson", "csv": "text/csv", "atom": FEED}


def test_formats(server, report):
    """A list holds the same items in every documented form, by `format` and by Accept, and has no other form."""
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        documented = next(contract.schema_of(one)["enum"] for one in contract.parameters(operation) if one["name"] == "format")
        order = {"limit": "2", "sort": operation["x-list"]["sort"]}
        items = server.ask(target_of(path, operation, order)).json()["items"]
        for word, media_type in FORMS.items():
            by_name = server.ask(target_of(path, operation, {"format": word, **order}))
            by_accept = server.ask(target_of(path, operation, order), headers={"Accept": media_type})
            if word not in documented:
                report.check((by_name.status, by_accept.status) == (400, 406), f"{path} is served as {word}")
                continue
            for answer in (by_name, by_accept):
                faults = answer_faults(operation, answer)
                report.check(answer.type == media_type and not faults, f"{path} as {word}: {answer.type} {'; '.join(faults)}")
            report.check(items_of(by_name, word) == items_of(by_accept, word), f"{path} as {word}: format and Accept differ")
            if word in ("json", "ndjson"):
                report.check(items_of(by_name, word) == items, f"{path} as {word}: other items than as JSON")
            else:
                report.check(len(items_of(by_name, word)) == len(items), f"{path} as {word}: other items than as JSON")


def test_rows(server, report):
    """A table has the same rows as NDJSON and as CSV, by `format` and by Accept, with the described members and columns."""
    for path, operation in contract.operations():
        if "x-rows" not in operation:
            continue
        row = contract.schemas.component(contract.API, operation["x-rows"], operation)
        answers = {}
        for word, media_type in (("ndjson", "application/x-ndjson"), ("csv", "text/csv")):
            by_name = server.ask(target_of(path, operation, {"format": word, "limit": "2"}))
            by_accept = server.ask(target_of(path, operation, {"limit": "2"}), headers={"Accept": media_type})
            faults = answer_faults(operation, by_name)
            report.check(by_name.type == media_type and not faults, f"{path} as {word}: {by_name.type} {'; '.join(faults)}")
            report.check(by_name.body == by_accept.body, f"{path} as {word}: format and Accept differ")
            answers[word] = items_of(by_name, word)
        report.check(len(answers["ndjson"]) == len(answers["csv"]) > 0, f"{path}: other rows as csv than as ndjson")
        for line, cells in zip(answers["ndjson"], answers["csv"]):
            faults = contract.faults_of(row, line) + contract.undocumented(line, row)
            report.check(not faults and list(line) == list(row["properties"]), f"{path} as ndjson: {list(line)} {'; '.join(faults)}")
            report.check(flat(line) == cells, f"{path} as csv: {cells} and not {flat(line)}")


SCREENED = """chip,destination,date
h20,CN,2025-05-01
h200,SG,2026-02-01
trainium1,CN,2026-06-01
a100,CN,2020-01-01
h2000,CN,
h20,CN
"""


def test_screenings(server, report):
    """A file has the same rows in every form, by `format` and by Accept, with the described members and columns."""
    path, operation = "/v1/screenings", contract.operation_at("/v1/screenings", "POST")
    row = contract.schemas.component(contract.API, operation["x-rows"], operation)
    explained = [item["name"] for item in server.ask("/v1/columns").json()["items"] if item["list"] == "screenings" and item["type"] != "object"]
    answers = {}
    for word in ("json", "ndjson", "csv"):
        by_name = server.ask(f"{path}?format={word}", "POST", {"Content-Type": "text/csv"}, SCREENED)
        by_accept = server.ask(path, "POST", {"Content-Type": "text/csv", "Accept": FORMS[word]}, SCREENED)
        faults = answer_faults(operation, by_name)
        report.check(by_name.type == FORMS[word] and not faults, f"{path} as {word}: {by_name.type} {'; '.join(faults)}")
        report.check(by_name.body == by_accept.body, f"{path} as {word}: format and Accept differ")
        answers[word] = items_of(by_name, word)
    summary = answers["ndjson"].pop()
    report.check(not contract.faults_of({"$ref": "#/components/schemas/Screening"}, summary), f"{path}: the summary is {summary}")
    report.check(answers["json"] == answers["ndjson"] and len(answers["csv"]) == len(answers["json"]) == 6, f"{path}: the forms differ")
    for line, cells in zip(answers["ndjson"], answers["csv"]):
        faults = contract.faults_of(row, line) + contract.undocumented(line, row)
        report.check(not faults and list(line) == list(row["properties"]), f"{path}: {list(line)} {'; '.join(faults)}")
        line["problem"] = line["problem"] or dict.fromkeys(contract.schemas.component(contract.API, "ScreeningProblem", operation)["properties"])
        report.check(flat(line) == cells and list(cells) == explained, f"{path} as csv: {cells} and not {flat(line)}")


def test_refused_files(server, report):
    """What is documented of a file that is not answered."""
    operation, lines = contract.operation_at("/v1/screenings", "POST"), "application/x-ndjson"
    for status, query, media_type, headers, body in (
            (400, "", lines, {}, ""), (400, "?limit=1", lines, {}, "{}"), (400, "", "application/json", {}, "{}"),
            (404, "?destination=Nowhere", lines, {}, "{}"), (406, "", lines, {"Accept": "image/png"}, "{}"),
            (413, "", lines, {}, "x\n" * 1000001), (415, "", "text/plain", {}, "{}"), (422, "", "text/csv", {}, "chip,destinaton\n")):
        answer = server.ask("/v1/screenings" + query, "POST", {"Content-Type": media_type, **headers}, body)
        faults = answer_faults(operation, answer)
        report.check(answer.status == status and not faults, f"{status} of a file: {answer.status} {'; '.join(faults)}")


def flat(line):
    """The cells of a row: dotted names, lists of texts joined by semicolons."""
    cells = {}
    for name, value in line.items():
        if isinstance(value, dict):
            cells.update({f"{name}.{inner}": cell for inner, cell in flat(value).items()})
        else:
            cells[name] = ";".join(value) if isinstance(value, list) else text_of(value) if value is not None else ""
    return cells


def test_pages_of_rows(server, report):
    """Following `next` gives every chip of a table once, whatever the page size."""
    for path, operation in contract.operations():
        if "x-rows" not in operation:
            continue
        total, seen, target = server.ask(target_of(path, operation)).json()["total"], [], target_of(path, operation, {"limit": "7"})
        while target:
            page = server.ask(target).json()
            chips = list(dict.fromkeys(item["chip"]["id"] for item in page["items"]))
            report.check(len(chips) <= 7 and page["total"] == total, f"{target}: {len(chips)} chips, {page['total']} in all")
            seen += chips
            target = page["next"]
        report.check(seen == sorted(set(seen)) and len(seen) == total, f"{path}: {len(seen)} chips by pages, {total} in all")


def items_of(answer, word):
    text = answer.body.decode()
    if word == "json":
        return answer.json()["items"]
    if word == "ndjson":
        return [json.loads(line) for line in text.splitlines()]
    if word == "atom":
        return [feed.text(entry, "id") for entry in feed.entries(feed.parse(text))]
    return table(answer)


def table(answer):
    return list(csv.DictReader(io.StringIO(answer.body.decode(), newline="")))


def test_feeds(server, report):
    """Each link of a feed leads where it says: to itself, to the list, from page to page, and to each document."""
    for path, operation in contract.operations():
        if "feed" not in operation.get("x-list", {}):
            continue
        total, target, pages = server.ask(target_of(path, operation)).json()["total"], target_of(path, operation, {"format": "atom"}), []
        while target:
            answer = server.ask(target)
            faults = answer_faults(operation, answer)
            if not report.check(answer.type == FEED and not faults, f"{target}: {answer.type} {'; '.join(faults)}"):
                break
            pages.append(feed.parse(answer.body))
            report.check(server.ask(feed.link(pages[-1], "self")).status == 200, f"{target}: self leads nowhere")
            alternate = server.ask(feed.link(pages[-1], "alternate"))
            report.check(alternate.type == "application/json", f"{target}: alternate is {alternate.type}")
            target = feed.link(pages[-1], "next")
        ids = [feed.text(entry, "id") for page in pages for entry in feed.entries(page)]
        report.check(len(ids) == len(set(ids)) == total, f"{path}: {len(ids)} entries by pages, {total} in all")
        report.check(len({feed.text(page, "id") for page in pages}) == 1, f"{path}: its pages have several ids")
        for entry in [entry for page in pages for entry in feed.entries(page)][:20]:
            for relation in ("alternate", "related"):
                leads = [one.get("href") for one in entry.findall(feed.ATOM + "link") if one.get("rel") == relation]
                report.check(all(server.ask(href).status == 200 for href in leads), f"{feed.text(entry, 'id')}: {relation} leads nowhere")


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
    value = field["enum"][0] if "enum" in field else "2024-01-01T00:00:00+01:00" if field.get("format") == "date-time" else value
    ordered = contract.schemas.main_type(field) in ("number", "integer") or field.get("format") in ("partial-date", "date-time")
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


def test_columns(server, report):
    """The header of every list's CSV is what /v1/columns explains, in its order, in either form."""
    explained = server.ask("/v1/columns").json()["items"]
    lines = table(server.ask("/v1/columns?format=csv"))
    report.check(lines == [{name: value or "" for name, value in item.items()} for item in explained],
                 "/v1/columns says other things as CSV than as JSON")
    lists = [(path, operation) for path, operation in contract.operations("get", "post") if "x-list" in operation or "x-rows" in operation]
    for path, operation in lists:
        if "x-streamed" in operation:
            continue  # test_screenings
        names = [item["name"] for item in explained if item["list"] == path.rsplit("/", 1)[1] and item["type"] != "object"]
        header = server.ask(target_of(path, operation, {"format": "csv", "limit": "1"})).body.split(b"\r\n")[0].decode()
        report.check(names and header == ",".join(names), f"{path}: the header {header} is not what /v1/columns explains")
    known = {path.rsplit("/", 1)[1] for path, _ in lists}
    report.check({item["list"] for item in explained} == known, "/v1/columns explains other lists than there are")


def test_csv_values(server, report):
    """A cell of CSV holds the value that JSON has, by the rules that openapi.yaml tells."""
    kinds = {(item["list"], item["name"]): item["type"] for item in server.ask("/v1/columns").json()["items"]}
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        list_name, query = path.rsplit("/", 1)[1], {"limit": "200"}
        items = server.ask(target_of(path, operation, query)).json()["items"]
        rows = table(server.ask(target_of(path, operation, {**query, "format": "csv"})))
        wrong = [(item.get("id", item.get("code")), name) for item, row in zip(items, rows) for name, cell in row.items()
                 if read_cell(cell, kinds[list_name, name]) != blank(value_at(item, name))]
        report.check(len(items) == len(rows) and not wrong, f"{path}: these cells differ from JSON: {wrong[:10]}")


def read_cell(cell, kind):
    """The value of a cell; null, absent and empty are all None, since the reader here cannot tell them apart."""
    if cell == "" or kind == "list":
        return (json.loads(cell) if cell.startswith("[") else cell.split(";")) if cell else None
    if kind in ("number", "boolean"):
        return json.loads(cell)
    return cell[1:] if re.match("'+[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]", cell) else cell


def blank(value):
    return None if value in ("", []) else value


def value_at(item, path):
    for name in path.split("."):
        item = item.get(name) if isinstance(item, dict) else None
    return item


def test_paging(server, report):
    """Following `next` gives every item of a list once, whatever the page size."""
    for path, operation in contract.operations():
        if "x-list" not in operation:
            continue
        whole, seen, target = server.ask(target_of(path, operation, {"limit": "1"})).json()["total"], [], None
        target = target_of(path, operation, {"limit": "100"})
        while target:
            page = server.ask(target).json()
            seen += [json.dumps(item) for item in page["items"]]
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
        if contract.response_of(operation, get.status)["content"].get(get.type, {}).get("schema", {}).get("x-volatile"):
            varying.add("content-length")
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
    for target in ("/index.html", "/v1/", "/v2", "/v1/chipz", "/v1/chips/nvidia-h20/more"):
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
