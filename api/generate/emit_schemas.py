"""schemas.h and schemas.c: what stored documents and the bodies of requests must look like, as tables for api/schema_check.c."""

from generate import schemas
from generate.text import NOTICE, initialiser, string, table, truth

TYPE_BITS = {"null": "SCHEMA_NULL", "boolean": "SCHEMA_BOOLEAN", "integer": "SCHEMA_INTEGER", "number": "SCHEMA_NUMBER",
             "string": "SCHEMA_TEXT", "array": "SCHEMA_ARRAY", "object": "SCHEMA_OBJECT"}
FORMATS = {"date": "SCHEMA_DATE", "partial-date": "SCHEMA_PARTIAL_DATE", "uri": None}
HANDLED = {"type", "enum", "pattern", "x-must", "format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
           "uniqueItems", "items", "properties", "patternProperties", "required", "readOnly", "description", "x-checked",
           "additionalProperties", "x-document", "x-input", "x-moment", "x-unit"}
KINDS = ("dataset", "group", "destination", "chip", "ruling", "event", "dispute")


DEPTH_MAX = 16


class Tables:
    """Tables in the order in which C needs them; equal ones are written once."""

    def __init__(self, root):
        self.root, self.text, self.names, self.depth = root, "", {}, 0

    def add(self, name, declaration, rows):
        """Writes a table unless an equal one stands already; returns the name of that."""
        key = (declaration, tuple(rows))
        if key not in self.names:
            self.names[key] = name
            self.text += "\n" + table(f"static const {declaration}{name}[]", rows)
        return self.names[key]

    def schema(self, name, node):
        """The name of the one-row table of this schema."""
        return self.add(name, "struct schema ", [self.row(name, node)])

    def row(self, name, node):
        """The initialiser of this schema, behind the tables that it refers to."""
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise node.fault("a schema that contains itself must be x-checked by hand")
        for key in node:
            if key not in HANDLED:
                raise node.fault(f"'{key}' is not understood in a stored document ({name})", key)
        if not all(schema.get("readOnly") for schema in node.get("patternProperties", {}).values()):
            raise node.fault(f"patternProperties of a stored document must be readOnly ({name})", "patternProperties")
        if "additionalProperties" in node and "x-checked" not in node:
            raise node.fault(f"objects are closed anyway, unless they are x-checked ({name})", "additionalProperties")
        fields = [("types", types(node)), ("format", form(node))]
        if "enum" in node:
            choices = [string(value) for value in node["enum"] if value is not None]
            fields.append(("choices", self.add(name + "_choices", "char *const ", choices + ["NULL"])))
        if "pattern" in node and "x-must" not in node:
            raise node.fault(f"a pattern needs x-must ({name})", "pattern")
        fields += [("pattern", string(node.get("pattern"))), ("must", string(node.get("x-must")))]
        fields += limits(node)
        if "items" in node and "x-checked" not in node:
            fields.append(("items", self.schema(name + "_item", schemas.flatten(self.root, node["items"]))))
        if "properties" in node and "x-checked" not in node:
            fields += self.members(name, node)
        self.depth -= 1
        return initialiser(fields)

    def members(self, name, node):
        rows = []
        for member in node["properties"]:
            schema = schemas.property_schema(self.root, node, member)
            if schema.get("readOnly"):
                rows.append(initialiser([("name", string(member)), ("derived", "true")]))
                continue
            inner = self.schema(f"{name}_{member}", schema)
            rows.append(initialiser([("name", string(member)), ("schema", inner),
                                     ("required", truth(member in node.get("required", [])))]))
        for member in node.get("required", []):
            if member not in node["properties"]:
                raise node.fault(f"'{member}' is required but no property ({name})", "required")
        members = self.add(name + "_members", "struct schema_member ", rows)
        return [("members", members), ("member_count", str(len(rows)))]


def types(node):
    kinds = schemas.types_of(node)
    if not kinds:
        raise node.fault("a stored value needs a type")
    return " | ".join(TYPE_BITS[kind] for kind in kinds)


def form(node):
    if "format" not in node:
        return "0"
    if node["format"] not in FORMATS:
        raise node.fault(f"format '{node['format']}' is not understood", "format")
    return FORMATS[node["format"]] or "0"


def limits(node):
    """Bounds of the types that it can have; the tables of others hold none."""
    kinds, fields = schemas.types_of(node), []
    if "number" in kinds or "integer" in kinds:
        fields += [("minimum", str(node.get("minimum", "-DBL_MAX"))), ("maximum", str(node.get("maximum", "DBL_MAX")))]
    if "string" in kinds:
        fields += [("min_length", str(node.get("minLength", 0))), ("max_length", str(node.get("maxLength", "SIZE_MAX")))]
    if "array" in kinds:
        fields += [("min_items", str(node.get("minItems", 0))), ("max_items", str(node.get("maxItems", "SIZE_MAX"))),
                   ("unique", truth(node.get("uniqueItems", False)))]
    return fields


def source(root):
    tables, found, rows = Tables(root), schemas.documents(root), []
    schemas.require(set(found) == set(KINDS), f"x-document must name each of {', '.join(KINDS)} once")
    for kind in KINDS:
        rows.append(f"[KIND_{kind.upper()}] = {tables.schema(kind, found[kind])}")
    text = "\n" + table("const struct schema *const document_schemas[KIND_COUNT]", rows)
    for name, node in inputs(root).items():
        row = tables.row(f"input_{name}", node)
        text += "\n" + table(f"const struct schema input_{name}[1]", [row])
    head = '#include "schemas.h"\n\n#include <float.h>\n#include <stdint.h>\n'
    return NOTICE + head + tables.text + text


def inputs(root):
    """The flattened components that come in requests, by their x-input."""
    nodes = [schemas.flatten(root, node) for node in root["components"]["schemas"].values() if "x-input" in node]
    names = [node["x-input"] for node in nodes]
    for node in nodes:
        if names.count(node["x-input"]) > 1:
            raise node.fault(f"x-input {node['x-input']} stands twice", "x-input")
    return dict(zip(names, nodes))


def header(root):
    text = NOTICE + "#pragma once\n/* What the bodies of requests, and parts of them, must look like. */\n\n"
    text += '#include "api/schema.h"\n\n'
    return text + "".join(f"extern const struct schema input_{name}[1];\n" for name in inputs(root))
