"""Schemas with references followed and allOf merged: one Mapping that says all that holds."""

from generate.document import Fault, Mapping, resolve

TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")


def flatten(root, node, trail=()):
    """One level: $ref, allOf and the nullable form of anyOf are merged away; what stands beside them wins."""
    if id(node) in trail:
        raise node.fault("a schema is made of itself")
    trail += (id(node),)
    result = Mapping(node.file, node.line)
    parts = [resolve(root, node)] if "$ref" in node else []
    parts += node.get("allOf", [])
    for part in parts:
        merge(root, result, flatten(root, part, trail))
    if "anyOf" in node:
        merge(root, result, nullable(root, node, trail))
    merge(root, result, {key: value for key, value in node.items() if key not in ("$ref", "allOf", "anyOf")})
    result.line, result.lines = node.line, node.lines
    return result


def nullable(root, node, trail):
    choices = node["anyOf"]
    if len(choices) != 2 or dict(choices[1]) != {"type": "null"}:
        raise node.fault("anyOf is understood only as [schema, {type: 'null'}]", "anyOf")
    inner = flatten(root, choices[0], trail)
    inner["type"] = types_of(inner) + ["null"]
    return inner


def merge(root, into, other):
    """Properties deeply, `required` as a union, everything else replaced."""
    for key, value in other.items():
        if key == "properties":
            into[key] = merge_properties(root, into.get(key), value)
        elif key == "required" and isinstance(into.get(key), list):
            into[key] = into[key] + [name for name in value if name not in into[key]]
        else:
            into[key] = value


def merge_properties(root, into, other):
    into = into if into is not None else Mapping(other.file, other.line)
    result = Mapping(into.file, into.line)
    result.update(into)
    for name, schema in other.items():
        if name in result:
            both = flatten(root, result[name])
            merge(root, both, flatten(root, schema))
            schema = both
        result[name] = schema
    return result


def types_of(schema):
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    for kind in kinds:
        if kind not in TYPES:
            raise schema.fault(f"'{kind}' is no type", "type")
    return kinds


def main_type(schema):
    """Its one type beside null, or "" where there are several or none."""
    kinds = [kind for kind in types_of(schema) if kind != "null"]
    return kinds[0] if len(kinds) == 1 else ""


def documents(root):
    """The flattened schemas of the stored documents by kind, derived members included."""
    found = {}
    for name, node in root["components"]["schemas"].items():
        if "x-document" not in node:
            continue
        if node["x-document"] in found:
            raise node.fault(f"{name} is the second schema of {node['x-document']}", "x-document")
        found[node["x-document"]] = flatten(root, node)
    for node in root["components"]["schemas"].values():
        for part in node.get("allOf", []):
            kind = resolve(root, part).get("x-document")
            if kind in found:
                add_shown(root, found[kind], flatten(root, node))
    return found


def add_shown(root, document, shown):
    """What a schema that builds on a document's shows beside it is known as derived, not unheard of."""
    for name, schema in shown["properties"].items():
        if name not in document["properties"] and flatten(root, schema).get("readOnly"):
            document["properties"][name] = schema


def component(root, name, asker):
    schemas = root["components"]["schemas"]
    if name not in schemas:
        raise asker.fault(f"there is no schema {name}")
    return flatten(root, schemas[name])


def property_schema(root, schema, name):
    return flatten(root, schema["properties"][name])


def require(condition, text):
    if not condition:
        raise Fault(text)
