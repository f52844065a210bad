"""What the operations are: their parameters, and the columns and members of lists."""

import re

from generate import schemas
from generate.document import resolve

PATH_PARAMS_MAX = 2
NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
FORMAT_TYPES = {"date": "DATE", "partial-date": "DATE", "date-time": "INSTANT"}
COLUMN_TYPES = {"string": "TEXT", "number": "NUMBER", "integer": "NUMBER", "boolean": "BOOLEAN"}
FORMATS = ("json", "ndjson", "csv", "atom")
GRAMMAR_NAMES = ("limit", "cursor", "sort", "fields", "facets", "q", "format", "filter")


METHODS = ("get", "post", "put", "delete")


class Operation:
    """One method of one route."""

    def __init__(self, path, method, node):
        self.path, self.method, self.node, self.id = path, method, node, node["operationId"]
        self.summary, self.params, self.grammar, self.list = node["summary"], [], [], None
        self.needs_store, self.body, self.formats, self.preferred = node.get("x-store", True), None, FORMATS[:1], FORMATS[0]
        self.scopes, self.body_clock, self.streamed = [], False, node.get("x-streamed", False)


def read(root):
    """All operations in order of their paths."""
    result = [read_operation(root, path, method, item[method])
              for path, item in sorted(root["paths"].items()) for method in METHODS if method in item]
    ids = [operation.id for operation in result]
    for operation in result:
        if ids.count(operation.id) > 1 or not re.fullmatch(operation.method + r"_[a-z_]+", operation.id):
            raise operation.node.fault(
                f"operationId '{operation.id}' must be {operation.method}_<words> and stand once", "operationId")
    return result


def read_operation(root, path, method, node):
    operation = Operation(path, method, node)
    for parameter in node.get("parameters", []):
        parameter = resolve(root, parameter)
        name = parameter["name"]
        if parameter["in"] == "header":
            continue  # read by hand
        if parameter.get("x-grammar") or name == "filter":
            operation.grammar.append(name)
            if name not in GRAMMAR_NAMES:
                raise parameter.fault(f"the list grammar has no parameter '{name}'")
        else:
            operation.params.append(read_param(root, parameter))
        if name == "filter":
            operation.filter = schemas.flatten(root, parameter["schema"])
        if name == "format":
            operation.formats, operation.preferred = read_formats(root, parameter)
    check_params(operation)
    operation.scopes = read_scopes(root, operation)
    operation.body = read_body(root, operation)
    if "x-list" in node:
        operation.list = read_list(root, operation)
    elif "x-rows" in node:
        operation.list = read_rows(root, operation)
    elif operation.grammar:
        raise node.fault(f"{operation.id} takes '{operation.grammar[0]}' but is no x-list")
    return operation


def read_scopes(root, operation):
    """The scopes of which the bearer needs one; none: everybody may ask. What is no get must say which, so that none is forgotten."""
    node, known = operation.node, root["components"]["securitySchemes"]["token"]["x-scopes"]
    required = node.get("security", [])
    if operation.method != "get" and "security" not in node:
        raise node.fault(f"{operation.id} must say in 'security' who may ask; [] is everybody")
    if operation.method in ("put", "delete") and not required:
        raise node.fault(f"{operation.id} writes: its 'security' must name a scope", "security")
    for requirement in required:
        if list(requirement) != ["token"] or len(requirement["token"]) != 1 or requirement["token"][0] not in known:
            raise node.fault(f"'security' is a list of {{token: [SCOPE]}}, each of {', '.join(known)}", "security")
    return [requirement["token"][0] for requirement in required]


def read_formats(root, node):
    """The forms of a list, in the order of enum list_format, and that of who asks for none; without the parameter, JSON alone."""
    schema = schemas.flatten(root, node["schema"])
    formats = tuple(schema.get("enum", ()))
    if not formats or formats != tuple(word for word in FORMATS if word in formats):
        raise node.fault(f"'format' must be an enum of {', '.join(FORMATS)}, in this order", "schema")
    preferred = schema.get("default", FORMATS[0])
    if preferred not in formats:
        raise node.fault("the default of 'format' is not in its enum", "schema")
    return formats, preferred


def read_body(root, operation):
    """The name of the component that the JSON in the request must be, or None: it has no body."""
    node = operation.node.get("requestBody")
    if operation.streamed and (node is None or operation.method != "post" or operation.scopes):
        raise operation.node.fault(f"{operation.id} is x-streamed: it must be a post with a body and without a token", "x-streamed")
    if node is None or operation.streamed:
        return None
    schema = resolve(root, node.get("content", {}).get("application/json", {}).get("schema", {}))
    if operation.method in ("get", "delete") or list(node["content"]) != ["application/json"] or "x-input" not in schema:
        raise operation.node.fault(f"the body of {operation.id} must be application/json of a component with x-input", "requestBody")
    if not node.get("required"):
        raise operation.node.fault(f"the body of {operation.id} must be required", "requestBody")
    operation.body_clock = has_clock(root, schema)
    return schema["x-input"]


def has_clock(root, schema):
    """Whether the body says what was known when: its one x-moment is known_at, beside no parameter of that name."""
    moments = [name for name in schema.get("properties", {}) if "x-moment" in schemas.property_schema(root, schema, name)]
    if moments not in ([], ["known_at"]):
        raise schema.fault("the only moment of a body is known_at")
    return bool(moments)


def read_param(root, node):
    schema = schemas.flatten(root, node["schema"])
    if node["in"] not in ("path", "query") or not NAME.match(node["name"]):
        raise node.fault(f"parameter '{node['name']}' must be a plain word in the path or the query")
    param = {
        "node": node,
        "name": node["name"],
        "place": node["in"].upper(),
        "type": param_type(root, node, schema),
        "required": node.get("required", False),
        "choices": choices_of(root, node, schema),
        "fallback": schema.get("default"),
        "minimum": schema.get("minItems", schema.get("minimum")),
        "maximum": schema.get("maxItems", schema.get("maximum")),
        "max_length": length_of(root, schema),
        "bare": node.get("allowEmptyValue", False),
    }
    if param["fallback"] is not None and param["choices"] and param["fallback"] not in param["choices"]:
        raise node.fault(f"the default of '{param['name']}' is not in its enum")
    if param["bare"] and param["type"] != "BOOLEAN":
        raise node.fault(f"only a boolean may stand without a value, not '{param['name']}'")
    return param


SET_MAX = 32


def choices_of(root, node, schema):
    """The only values there are; of an array, those of its items."""
    if schemas.main_type(schema) != "array":
        return schema.get("enum")
    choices = schemas.flatten(root, schema["items"]).get("enum")
    bounded = len(choices) <= SET_MAX if choices else "maxItems" in schema
    if node.get("explode", True) or not bounded:
        raise node.fault(f"'{node['name']}' must be a list separated by commas (explode: false), of words of an enum or with maxItems")
    return choices


def length_of(root, schema):
    """The most characters of a value; of an array, of each of its items."""
    holder = schemas.flatten(root, schema["items"]) if schemas.main_type(schema) == "array" else schema
    return holder.get("maxLength", 1024)


def param_type(root, node, schema):
    """An enum with a default is a number for the handler; without one, a text or NULL; a list of words of an enum is a set."""
    kind = schemas.main_type(schema)
    if kind == "array":
        return "SET" if schemas.flatten(root, schema["items"]).get("enum") else "WORDS"
    if kind == "object":
        return named(node, schema)
    if node.get("x-moment"):
        return "MOMENT"
    if kind == "string" and schema.get("format") == "date":
        return "DATE"
    if kind == "string" and "enum" in schema and "default" in schema:
        return "CHOICE"
    if kind in ("string", "integer", "boolean"):
        return {"string": "TEXT", "integer": "INTEGER", "boolean": "BOOLEAN"}[kind]
    raise node.fault(f"no argument can hold the schema of '{node['name']}'", "schema")


def named(node, schema):
    """A family of parameters, "<name>.<anything>", which stand in the query by themselves."""
    pattern = "^" + node["name"] + r"\.[a-z][a-z0-9_]*$"
    if list(schema.get("patternProperties", {})) != [pattern] or schema.get("additionalProperties") is not False:
        raise node.fault(f"no argument can hold the schema of '{node['name']}': an object has the pattern property {pattern} alone", "schema")
    if node["in"] != "query" or node.get("style", "form") != "form" or not node.get("explode", True) or node.get("required"):
        raise node.fault("an object is a parameter of the query, form, exploded and optional")
    return "NAMED"


def check_params(operation):
    """The path's {names} are the path parameters, in order; no name stands twice."""
    in_template = re.findall(r"\{([^}]*)\}", operation.path)
    in_path = [param["name"] for param in operation.params if param["place"] == "PATH"]
    if in_template != in_path or len(in_path) > PATH_PARAMS_MAX:
        raise operation.node.fault(f"{operation.path} and its path parameters {in_path} do not agree")
    names = [param["name"] for param in operation.params] + operation.grammar
    for name in names:
        if names.count(name) > 1:
            raise operation.node.fault(f"{operation.id} has '{name}' twice")


def read_list(root, operation):
    node = operation.node["x-list"]
    document = schemas.component(root, node["document"], node)
    if not hasattr(operation, "filter"):
        raise node.fault("a list needs a filter parameter")
    columns = read_columns(root, operation.filter, document)
    names = {column["name"] for column in columns}
    for param in operation.params:
        if param["name"] in names or param["name"] in ("q", "filter"):
            raise param["node"].fault(f"{operation.id}: '{param['name']}' is a filter field too")
    if ("feed" in node) != ("atom" in operation.formats):
        raise node.fault("x-list has a feed where, and only where, 'format' may be atom", "feed")
    for ordered in (node, node.get("feed", node)):
        check_sort(ordered, columns)
    return {"kind": node["kind"], "sort": node["sort"], "columns": columns, "members": read_members(root, document, "", False),
            "searchable": "q" in operation.grammar}


def check_sort(node, columns):
    sortable = {column["name"] for column in columns if column["sortable"]}
    for key in node["sort"].split(","):
        if key.removeprefix("-") not in sortable:
            raise node.fault(f"cannot sort by '{key}'", "sort")


ROWS_GRAMMAR = ["limit", "cursor", "format"]


def read_rows(root, operation):
    """A list whose items the handler computes: nothing to filter, sort or choose; its rows as NDJSON and CSV are described."""
    grammar = ROWS_GRAMMAR[-1:] if operation.streamed else ROWS_GRAMMAR
    if operation.grammar != grammar:
        raise operation.node.fault(f"{operation.id} has x-rows and must take {', '.join(grammar)}, in this order", "x-rows")
    if "atom" in operation.formats:
        raise operation.node.fault(f"{operation.id} has x-rows and so has no feed: 'format' cannot be atom", "x-rows")
    row = schemas.component(root, operation.node["x-rows"], operation.node)
    return {"kind": None, "sort": None, "columns": [], "members": read_members(root, row, "", False), "searchable": False}


def read_columns(root, schema, document):
    columns = []
    for path in schema["properties"]:
        field = schemas.property_schema(root, schema, path)
        tag, kind = field.get("x-tag", False), schemas.main_type(field)
        if kind not in COLUMN_TYPES:
            raise field.fault(f"filter field {path} must be a text, number, integer or boolean")
        if not tag and not field.get("x-derived"):
            check_column(root, document, path, field)
        columns.append({
            "name": path,
            "sql": None if tag else field.get("x-column", path.replace(".", "_")),
            "type": FORMAT_TYPES.get(field.get("format"), COLUMN_TYPES[kind]),
            "sortable": not tag and field.get("x-sortable", True),
            "facet": field.get("x-facet", False),
            "choices": field.get("enum"),
        })
    check_operators(schema, columns)
    return columns


def check_column(root, document, path, field):
    """A column that is no tag and not derived must be a member of the document, of the same type."""
    at = document
    for step in path.split("."):
        if step not in at.get("properties", {}):
            raise field.fault(f"filter field {path} is no member of the document")
        at = schemas.property_schema(root, at, step)
    if COLUMN_TYPES.get(schemas.main_type(at)) != COLUMN_TYPES[schemas.main_type(field)]:
        raise field.fault(f"filter field {path} and the member differ in type")


def check_operators(schema, columns):
    """patternProperties must say exactly what api/list_params.c accepts."""
    ordered = [c["name"] for c in columns if c["sql"] and c["type"] in ("NUMBER", "DATE", "INSTANT")]
    plain = [c["name"] for c in columns if c["name"] not in ordered]
    expected = []
    for names, operators in ((ordered, "(ne|gt|gte|lt|lte)"), (plain, "ne"), (ordered + plain, "null")):
        if names:
            expected.append("^(" + "|".join(name.replace(".", "\\.") for name in names) + f")\\.{operators}$")
    found = list(schema.get("patternProperties", {}))
    if found != expected or schema.get("additionalProperties") is not False:
        raise schema.fault("patternProperties must be exactly\n  " + "\n  ".join(expected) + "\nand additionalProperties false")


def read_members(root, schema, prefix, derived):
    """Members in the order of the document; the scalars of an object follow it."""
    members = []
    for name in schema["properties"]:
        member = schemas.property_schema(root, schema, name)
        kind = schemas.main_type(member)
        is_derived = derived or member.get("readOnly", False)
        shape = {"array": "LIST", "object": "OBJECT"}.get(kind, "SCALAR")
        members.append({"path": prefix + name, "shape": shape, "nested": bool(prefix), "derived": is_derived,
                        **explain_member(member, prefix + name, kind)})
        if shape == "OBJECT":
            members += read_members(root, member, f"{prefix}{name}.", is_derived)
    return members


def explain_member(member, path, kind):
    """What who reads a column must know: its type, what it says, and of a number its unit."""
    words = {"string": "text", "integer": "number", "array": "list"}
    if not member.get("description"):
        raise member.fault(f"member {path} of a list needs a description")
    if (kind in ("number", "integer")) != ("x-unit" in member):
        raise member.fault(f"member {path} of a list needs an x-unit when it is a number, and only then")
    formats = {"date": "date", "partial-date": "date", "date-time": "instant"}
    return {"type": formats.get(member.get("format")) or words.get(kind, kind),
            "unit": member.get("x-unit"), "description": " ".join(member["description"].split())}
