"""operations.h and operations.c: argument structs, prototypes, parameter descriptors and the route table."""

from generate.text import NOTICE, initialiser, string, table, truth

MEMBERS = {
    "TEXT": "const char *{};",
    "INTEGER": "int64_t {};",
    "BOOLEAN": "bool {};",
    "DATE": "struct date {};",
    "MOMENT": "struct moment {};",
    "NAMED": "bool {};",
    "CHOICE": "int {}; /* {} */",
    "SET": "uint32_t {}; /* {} */",
    "WORDS": "struct words {};",
}


def header(routes):
    text = NOTICE + '#pragma once\n/* The operations of the API: what each is given, and the function that answers it. */\n\n'
    text += '#include "api/operation.h"\n'
    for route in routes:
        text += f"\n/* {route.method.upper()} {route.path}: {route.summary} */\n" + args_struct(route)
        text += (f"enum problem {route.id}(const struct {route.id}_args *args, const struct context *context,\n"
                 f"{' ' * (len(route.id) + 14)}struct reply *reply);\n")
        if route.streamed:
            text += (f"enum problem begin_{route.id}(const struct {route.id}_args *args, const struct context *context,\n"
                     f"{' ' * (len(route.id) + 20)}struct intake **intake, struct reply *reply);\n")
    return text


def args_struct(route):
    lines = ["struct list_args list;"] if route.list else []
    for param in route.params:
        choices = " ".join(param["choices"] or [])
        lines.append(MEMBERS[param["type"]].format(param["name"], choices))
    if route.body_clock:
        lines.append(MEMBERS["MOMENT"].format("known_at"))
    return f"struct {route.id}_args {{\n" + "".join(f"    {line}\n" for line in lines or ["bool none;"]) + "};\n"


def source(routes):
    text = NOTICE + '#include "operations.h"\n#include "schemas.h"\n\n#include "api/params.h"\n#include "db/scope.h"\n\n#include <stddef.h>\n#include <stdint.h>\n'
    text += "".join(route_tables(route) for route in routes)
    text += "\n" + table("const struct operation operations[]", [operation_row(route) for route in routes])
    return text + "const size_t operation_count = sizeof operations / sizeof operations[0];\n"


def route_tables(route):
    text = f"\n/* {route.id} */\n"
    text += f'_Static_assert(sizeof(struct {route.id}_args) <= ARGS_SIZE_MAX, "the arguments of {route.id} do not fit");\n\n'
    text += "".join(choices_table(f"{route.id}_{param['name']}", param["choices"]) for param in route.params if param["choices"])
    if route.params:
        text += table(f"static const struct param {route.id}_params[]", [param_row(route, param) for param in route.params])
    if route.list:
        text += list_tables(route)
    text += (f"\nstatic enum problem run_{route.id}(const void *args, const struct context *context, struct reply *reply)\n"
             f"{{\n    return {route.id}(args, context, reply);\n}}\n")
    if route.streamed:
        text += (f"\nstatic enum problem start_{route.id}(const void *args, const struct context *context, struct intake **intake,\n"
                 f"{' ' * (len(route.id) + 27)}struct reply *reply)\n"
                 f"{{\n    return begin_{route.id}(args, context, intake, reply);\n}}\n")
    return text


def choices_table(name, choices):
    return table(f"static const char *const {name}_choices[]", [string(choice) for choice in choices] + ["NULL"])


def param_row(route, param):
    fallback = param["fallback"]
    fallback = None if fallback in (None, False) else truth(fallback) if fallback is True else str(fallback)
    return initialiser([
        ("name", string(param["name"])),
        ("place", f"PLACE_{param['place']}"),
        ("type", f"PARAM_{param['type']}"),
        ("required", truth(param["required"])),
        ("bare", truth(param["bare"])),
        ("choices", f"{route.id}_{param['name']}_choices" if param["choices"] else "NULL"),
        ("fallback", string(fallback)),
        ("minimum", "INT64_MIN" if param["minimum"] is None else str(param["minimum"])),
        ("maximum", "INT64_MAX" if param["maximum"] is None else str(param["maximum"])),
        ("max_length", str(param["max_length"])),
        ("offset", f"offsetof(struct {route.id}_args, {param['name']})"),
    ])


def list_tables(route):
    lists, name, feed = route.list, route.id, route.node.get("x-list", {}).get("feed", {})
    text = "".join(choices_table(f"{name}_{column_name(column)}", column["choices"])
                   for column in lists["columns"] if column["choices"])
    if lists["columns"]:
        text += table(f"static const struct column {name}_columns[]", [column_row(column) for column in lists["columns"]])
        text += table(f"static const char *const *const {name}_column_choices[]", [
            f"{name}_{column_name(column)}_choices" if column["choices"] else "NULL" for column in lists["columns"]])
    text += table(f"static const struct member {name}_members[]", [member_row(member) for member in lists["members"]])
    return text + f"static const struct list_info {name}_list = " + initialiser([
        ("kind", f"KIND_{lists['kind'].upper()}") if lists["kind"] else ("computed", "true"),
        ("columns", f"{name}_columns" if lists["columns"] else "NULL"),
        ("column_choices", f"{name}_column_choices" if lists["columns"] else "NULL"),
        ("column_count", str(len(lists["columns"]))),
        ("members", f"{name}_members"),
        ("member_count", f"sizeof {name}_members / sizeof {name}_members[0]"),
        ("default_sort", string(lists["sort"])),
        ("searchable", truth(lists["searchable"])),
        ("formats", " | ".join(f"1u << LIST_{word.upper()}" for word in route.formats)),
        ("preferred", f"LIST_{route.preferred.upper()}"),
        ("paged", truth(not route.streamed)),
        ("feed_title", string(feed.get("title"))),
        ("feed_sort", string(feed.get("sort"))),
    ]) + ";\n"


def column_name(column):
    return "column_" + column["name"].replace(".", "_")


def column_row(column):
    return initialiser([
        ("name", string(column["name"])),
        ("sql", string(column["sql"])),
        ("type", f"COLUMN_{column['type']}"),
        ("sortable", truth(column["sortable"])),
        ("facet", truth(column["facet"])),
    ])


def member_row(member):
    return initialiser([
        ("path", string(member["path"])),
        ("shape", f"MEMBER_{member['shape']}"),
        ("nested", truth(member["nested"])),
        ("derived", truth(member["derived"])),
        ("type", string(member["type"])),
        ("unit", string(member["unit"])),
        ("description", string(member["description"])),
    ])


def operation_row(route):
    return initialiser([
        ("id", string(route.id)),
        ("summary", string(route.summary)),
        ("method", f"METHOD_{route.method.upper()}"),
        ("path", string(route.path)),
        ("literal", str(len(route.path.split("{")[0]))),
        ("params", f"{route.id}_params" if route.params else "NULL"),
        ("param_count", str(len(route.params))),
        ("body", f"input_{route.body}" if route.body else "NULL"),
        ("list", f"&{route.id}_list" if route.list else "NULL"),
        ("args_size", f"sizeof(struct {route.id}_args)"),
        ("body_clock", truth(route.body_clock)),
        ("clock_offset", offset(route, "known_at", "MOMENT")),
        ("earlier_offset", offset(route, "known_from", "MOMENT")),
        ("date_offset", offset(route, "date", "DATE")),
        ("scopes", " | ".join("SCOPE_" + scope.upper().replace(":", "_") for scope in route.scopes) or "0"),
        ("needs_store", truth(route.needs_store)),
        ("begin", f"start_{route.id}" if route.streamed else "NULL"),
        ("run", f"run_{route.id}"),
    ])


def offset(route, name, kind):
    held = any(param["name"] == name and param["type"] == kind for param in route.params)
    held = held or (name == "known_at" and route.body_clock)
    return f"offsetof(struct {route.id}_args, {name})" if held else "SIZE_MAX"
