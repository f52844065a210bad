"""Reads openapi.yaml: JSON values only, every key known, every reference resolved, faults with their line."""

import re

import yaml

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")
WORDS = {"null": None, "true": True, "false": False}


class Fault(Exception):
    """What is wrong, with file and line."""


class Mapping(dict):
    """A mapping that remembers where it and its keys stand."""

    def __init__(self, file, line):
        super().__init__()
        self.file, self.line, self.lines = file, line, {}

    def fault(self, text, key=None):
        return Fault(f"{self.file}:{self.lines.get(key, self.line)}: {text}")


# What may stand where: for each kind of object its keys, and the kind of what they hold. "[x]" is a list of x, "{x}" a mapping
# to x, "" anything. Keys that begin with x- are listed like all others.
GRAMMAR = {
    "root": {"openapi": "", "info": "info", "servers": "[server]", "security": "", "tags": "[tag]", "paths": "{path}",
             "components": "components"},
    "info": dict.fromkeys(["title", "summary", "description", "version", "license"], ""),
    "server": dict.fromkeys(["url", "description"], ""),
    "tag": dict.fromkeys(["name", "description"], ""),
    "path": dict.fromkeys(["get", "post", "put", "delete"], "operation"),
    "operation": {"operationId": "", "tags": "", "summary": "", "description": "", "parameters": "[parameter]",
                  "requestBody": "body", "responses": "{response}", "security": "", "x-list": "list", "x-rows": "", "x-with": "", "x-store": "", "x-streamed": ""},
    "body": {"description": "", "required": "", "content": "{media}"},
    "list": {"kind": "", "document": "", "sort": "", "feed": "feed"},
    "feed": dict.fromkeys(["title", "sort"], ""),
    "parameter": {"$ref": "", "name": "", "in": "", "required": "", "description": "", "schema": "schema", "example": "",
                  "style": "", "explode": "", "allowEmptyValue": "", "x-grammar": "", "x-moment": ""},
    "response": {"$ref": "", "description": "", "headers": "{header}", "content": "{media}"},
    "header": {"$ref": "", "description": "", "required": "", "schema": "schema"},
    "media": {"schema": "schema", "examples": "{example}"},
    "example": dict.fromkeys(["summary", "value", "x-request", "x-accept", "x-writes"], ""),
    "components": {"securitySchemes": "", "parameters": "{parameter}", "headers": "{header}", "responses": "{response}", "schemas": "{schema}"},
    "schema": {
        "$ref": "", "allOf": "[schema]", "anyOf": "[schema]", "oneOf": "[schema]", "discriminator": "", "type": "",
        "enum": "", "const": "", "pattern": "", "format": "", "minimum": "", "maximum": "", "minLength": "", "maxLength": "",
        "minItems": "", "maxItems": "", "uniqueItems": "", "items": "schema", "properties": "{schema}",
        "patternProperties": "{schema}", "additionalProperties": "", "required": "", "readOnly": "", "default": "",
        "description": "", "x-document": "", "x-column": "", "x-tag": "", "x-facet": "", "x-sortable": "", "x-derived": "",
        "x-must": "", "x-moment": "", "x-checked": "", "x-volatile": "", "x-input": "", "x-unit": "",
    },
}


def load(file):
    """The whole document as a Mapping, checked against GRAMMAR, references not yet followed."""
    with open(file, encoding="utf-8") as stream:
        try:
            root = build(yaml.compose(stream, Loader=yaml.BaseLoader), file)
        except yaml.YAMLError as error:
            raise Fault(f"{file}: {error}") from error
    check(root, "root", root, "")
    return root


def build(node, file):
    """Mappings, lists and JSON scalars; NO stays a text and so does a day."""
    if isinstance(node, yaml.MappingNode):
        return build_mapping(node, file)
    if isinstance(node, yaml.SequenceNode):
        return [build(item, file) for item in node.value]
    if node.style is not None:
        return node.value
    if node.value in WORDS:
        return WORDS[node.value]
    if NUMBER.match(node.value):
        return float(node.value) if set(node.value) & set(".eE") else int(node.value)
    if not node.value:
        raise Fault(f"{file}:{node.start_mark.line + 1}: a value is missing")
    return node.value


def build_mapping(node, file):
    mapping = Mapping(file, node.start_mark.line + 1)
    for key, value in node.value:
        name, line = key.value, key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Fault(f"{file}:{line}: a key must be a text")
        if name in mapping:
            raise Fault(f"{file}:{line}: '{name}' stands twice")
        mapping[name], mapping.lines[name] = build(value, file), line
    return mapping


def check(node, kind, root, where):
    """Every key of `node` is one that this kind of object may have."""
    if kind.startswith("["):
        if not isinstance(node, list):
            raise Fault(f"{root.file}: {where} must be a list")
        for index, item in enumerate(node):
            check(item, kind[1:-1], root, f"{where}/{index}")
        return
    if not isinstance(node, Mapping):
        raise Fault(f"{root.file}: {where} must be a mapping")
    for key, value in node.items():
        if kind.startswith("{"):
            check(value, kind[1:-1], root, f"{where}/{key}")
        elif key not in GRAMMAR[kind]:
            raise node.fault(f"'{key}' at {where or '/'} is outside the subset that the generator understands", key)
        elif GRAMMAR[kind][key]:
            check(value, GRAMMAR[kind][key], root, f"{where}/{key}")
    if "$ref" in node:
        resolve(root, node)


def resolve(root, node):
    """What a $ref points to; the node itself when it is none."""
    if "$ref" not in node:
        return node
    found = root
    for step in node["$ref"].removeprefix("#/").split("/"):
        if not isinstance(found, Mapping) or step not in found:
            raise node.fault(f"{node['$ref']} does not exist", "$ref")
        found = found[step]
    return resolve(root, found)
