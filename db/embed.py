#!/usr/bin/python3
"""Turns the data set, the migrations and the SQL statements into C, so that the program needs no file at run time.

    db/embed.py OUTDIR    writes OUTDIR/bundle.c, migrations.c, sql.h and sql.c
    db/embed.py --check   applies the migrations to an empty database and explains every statement there

A statement file opens with a comment saying what it is for. One that mentions {kind} is written once for each kind of
document (db/kind.c), its name standing for the first of them. The same input always gives the same output.
"""

import hashlib
import json
import re
import sqlite3
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
BUNDLED = ["chips.json", "dataset.json", "destinations.json", "disputes.json", "events.json", "rulings.json"]
DO_NOT_EDIT = "/* Written by db/embed.py; do not edit. */\n"


def fail(message):
    sys.exit(f"db/embed.py: {message}")


def kinds():
    names = re.findall(r'\[KIND_\w+\] = \{"(\w+)"', (HERE / "kind.c").read_text(encoding="utf-8"))
    return names or fail("no kinds found in db/kind.c")


def c_string(text):
    """Text as C string literals, one a line; ASCII only, trigraphs impossible."""
    def escape(line):
        out = ""
        for byte in line.encode("utf-8"):
            char = chr(byte)
            if char in '"\\?':
                out += "\\" + char
            elif char == "\n":
                out += "\\n"
            elif 32 <= byte < 127:
                out += char
            else:
                out += f"\\{byte:03o}"
        return f'"{out}"'
    return "\n    ".join(escape(line) for line in text.splitlines(keepends=True)) or '""'


def statements():
    """(name, SQL) of every file in db/sql, those of each kind in the order of the kinds."""
    for path in sorted((HERE / "sql").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        if not text.startswith("-- "):
            fail(f"{path.name} must open with a comment that says what it is for")
        body = "".join(line.lstrip(" ") for line in text.splitlines(keepends=True) if not line.startswith("--"))
        if "{kind}" not in body:
            yield path.stem, body
            continue
        for kind in kinds():
            yield f"{path.stem}_{kind}", body.replace("{kind}", kind)


def write_sql(out):
    all_statements = list(statements())
    names = [f"SQL_{name.upper()}" for name, _ in all_statements]
    # A statement of each kind goes by its file's name plus the kind.
    for path in sorted((HERE / "sql").glob("*.sql")):
        if "{kind}" in path.read_text(encoding="utf-8"):
            names.append(f"SQL_{path.stem.upper()} = SQL_{path.stem.upper()}_{kinds()[0].upper()}")
    count = f"#define SQL_COUNT {len(all_statements)}\n"
    (out / "sql.h").write_text(
        DO_NOT_EDIT + "#pragma once\n\nenum sql {\n    " + ",\n    ".join(names) + "\n};\n\n" + count
        + "extern const char *const sql_names[SQL_COUNT];\nextern const char *const sql_texts[SQL_COUNT];\n", encoding="utf-8")
    labels = ",\n".join(f'    [SQL_{name.upper()}] = "{name}"' for name, _ in all_statements)
    texts = ",\n".join(f"    [SQL_{name.upper()}] =\n    {c_string(text)}" for name, text in all_statements)
    (out / "sql.c").write_text(
        DO_NOT_EDIT + '#include "sql.h"\n\nconst char *const sql_names[SQL_COUNT] = {\n' + labels
        + "};\n\nconst char *const sql_texts[SQL_COUNT] = {\n" + texts + "};\n", encoding="utf-8")


def migrations():
    paths = sorted((HERE / "migrations").glob("*.sql"))
    for number, path in enumerate(paths, 1):
        if not path.name.startswith(f"{number:04d}_"):
            fail(f"{path.name} should begin with {number:04d}_")
    return [(path.name, path.read_text(encoding="utf-8")) for path in paths]


def c_bytes(text):
    """Text as the numbers of its bytes: longer than a string literal of standard C may be."""
    numbers = ",".join(str(byte) for byte in text.encode("utf-8") + b"\0")
    return "{" + re.sub(r"(.{1,100},)", r"\1\n    ", numbers) + "}"


def write_migrations(out):
    texts = "\n".join(f"static const char text_{i}[] = {c_bytes(text)};" for i, (_, text) in enumerate(migrations()))
    rows = ",\n".join(f"    {{{c_string(name)}, text_{i}}}" for i, (name, _) in enumerate(migrations()))
    (out / "migrations.c").write_text(
        DO_NOT_EDIT + '#include "db/migrations.h"\n\n' + texts + "\n\nconst struct migration migrations[] = {\n" + rows
        + "};\nconst size_t migration_count = sizeof migrations / sizeof migrations[0];\n", encoding="utf-8")


def bundled_sets():
    """(when and why, files) of the seed and of each later change file."""
    seed = json.loads((DATA / "seed.json").read_text(encoding="utf-8"))
    sets = [(seed, [DATA / name for name in BUNDLED])]
    for number, path in enumerate(sorted((DATA / "changes").glob("*.json")), 2):
        if not path.name.startswith(f"{number:04d}-"):
            fail(f"{path.name} should begin with {number:04d}-")
        sets.append((json.loads(path.read_text(encoding="utf-8")), [path]))
    instants = [about["recorded_at"] for about, _ in sets]
    if instants != sorted(set(instants)):
        fail("recorded_at must rise from one change set to the next")
    if any("\n" in about["note"] for about, _ in sets):
        fail("a note has one line: below it a store notes what it did not take")
    if len({about["note"] for about, _ in sets}) != len(sets):
        fail("two change sets have the same note, by which a store knows which of them it has")
    return sets


def write_bundle(out):
    assembly, declarations, tables, rows = "", "", "", []
    for i, (about, paths) in enumerate(bundled_sets()):
        entries = []
        for j, path in enumerate(paths):
            symbol, content = f"bundled_{i}_{j}", path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            # The digest makes this file change with the data, whatever the build goes by.
            assembly += f'    ".global {symbol}\\n" /* sha256 {digest} */\n'
            # Relative to the root of the repository, where the compiler runs.
            assembly += f'    "{symbol}: .incbin \\"{path.relative_to(HERE.parent).as_posix()}\\"\\n.byte 0\\n"\n'
            declarations += f"extern const char {symbol}[];\n"
            entries.append(f'    {{"{path.relative_to(DATA).as_posix()}", {symbol}, {len(content)}}}')
        tables += f"static const struct bundled_file files_{i}[] = {{\n" + ",\n".join(entries) + "};\n"
        texts = ", ".join(c_string(about[key]) for key in ("recorded_at", "actor", "note"))
        rows.append(f"    {{{texts}, files_{i}, {len(paths)}}}")
    (out / "bundle.c").write_text(
        DO_NOT_EDIT + '#include "db/bundle.h"\n\n__asm__(".section .rodata\\n"\n' + assembly + '    ".previous\\n");\n\n'
        + declarations + "\n" + tables + "\nconst struct bundled_set bundled_sets[] = {\n" + ",\n".join(rows)
        + "};\nconst size_t bundled_set_count = sizeof bundled_sets / sizeof bundled_sets[0];\n", encoding="utf-8")


def check():
    database = sqlite3.connect(":memory:")
    for name, text in migrations():
        try:
            database.executescript(text)
        except sqlite3.Error as error:
            fail(f"migrations/{name}: {error}")
    for name, text in statements():
        parameters = {parameter: None for parameter in re.findall(r":(\w+)", text)}
        try:
            database.execute("EXPLAIN " + text, parameters)
        except sqlite3.Error as error:
            fail(f"sql/{name}: {error}")


def main():
    if sys.argv[1:] == ["--check"]:
        check()
        return
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    write_sql(out)
    write_migrations(out)
    write_bundle(out)


main()
