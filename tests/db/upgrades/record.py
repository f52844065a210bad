#!/usr/bin/python3
"""Writes a small store as the schema of a checkout has it: record.py CHECKOUT > schema-NNNN.sql.

To be run once a schema, before a migration is added, on a checkout in which `make all` was done. What is recorded is the same for
all of them: an edit, a deletion, a document that came back, and a token where the schema knows tokens.
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parents[3] / "db" / "data"
WANTED = {"chip": ("chips", "id", ("nvidia-h20", "nvidia-h100-sxm", "amd-mi308x")),
          "ruling": ("rulings", "id", ("us-bis-2025-04-09-nvidia-h20-letter", "us-exec-2025-08-11-revenue-share-15")),
          "event": ("events", "id", ("2022-08-01-chips-act-signed",)), "dispute": ("disputes", "id", None)}
RECORDER = r"""
#include "db/kind.h"
#include "db/record.h"
#include <stdio.h>
#include <string.h>

static const char *text(const json_t *of, const char *key) { return json_string_value(json_object_get(of, key)); }

int main(int argc, char **argv)
{
    char reason[STORE_REASON_SIZE];
    struct store *store;
    json_t *sets = json_load_file(argv[argc - 1], 0, NULL), *set, *one;
    size_t i, k;
    if (!sets || !store_open(argv[1], STORE_WRITE, &store, reason))
        return puts(reason), 1;
    json_array_foreach(sets, i, set) {
        struct change changes[64];
        json_t *list = json_object_get(set, "changes");
        json_array_foreach(list, k, one) {
            unsigned kind = 0;
            while (strcmp(kinds[kind].name, text(one, "kind")) != 0)
                kind++;
            changes[k] = (struct change){.op = json_object_get(one, "document") ? CHANGE_PUT : CHANGE_DELETE, .kind = kind,
                                         .id = text(one, "id"), .document = json_object_get(one, "document")};
        }
        struct change_set made = {.recorded_at = text(set, "recorded_at"), .actor = "recorder", .note = text(set, "note"),
                                  .changes = changes, .count = json_array_size(list)};
        int64_t seq;
        if (record_change_set(store, (int64_t)i, &made, &seq) != RECORD_DONE)
            return puts("not recorded"), 1;
    }
    store_close(store);
    return 0;
}
"""


def documents():
    """(kind, id, document) of the first change set."""
    for kind, (name, key, wanted) in WANTED.items():
        rows = json.loads((DATA / f"{name}.json").read_text())
        for row in [row for row in rows if wanted is None or row[key] in wanted][:3]:
            yield {"kind": kind, "id": row[key], "document": row}
    places = json.loads((DATA / "destinations.json").read_text())["destinations"]
    for row in [row for row in places if row["code"] in ("CN", "HK", "US", "DE")]:
        yield {"kind": "destination", "id": row["code"], "document": row}
    dataset = json.loads((DATA / "dataset.json").read_text())[0]
    yield {"kind": "dataset", "id": dataset["id"], "document": dataset}
    yield {"kind": "group", "id": "D:5", "document": {"id": "D:5", "name": "Arms embargoed", "description": None, "source": None}}


def change_sets():
    first = list(documents())
    edited = next(change for change in first if change["id"] == "nvidia-h20")
    gone = {"kind": "event", "id": "2022-08-01-chips-act-signed"}
    event = next(change for change in first if change["id"] == gone["id"])
    yield {"recorded_at": "2026-10-12T00:00:00.000Z", "note": "The first.", "changes": first}
    yield {"recorded_at": "2026-10-13T00:00:00.000Z", "note": "An edit: \u201cné\u201d, 20 %.",
           "changes": [{**edited, "document": {**edited["document"], "aliases": ["H twenty", "the small one"]}}]}
    yield {"recorded_at": "2026-10-14T00:00:00.000Z", "note": "Two deletions.", "changes": [gone, {"kind": "chip", "id": "amd-mi308x"}]}
    yield {"recorded_at": "2026-10-15T00:00:00.000Z", "note": "One came back.",
           "changes": [{**event, "document": {**event["document"], "headline": "Signed, after all"}}]}


def record(checkout, folder):
    """A database as the program of that checkout makes it."""
    database, source, program = folder / "x.db", folder / "record.c", folder / "record"
    (folder / "sets.json").write_text(json.dumps(list(change_sets())))
    source.write_text(RECORDER)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "jansson", "sqlite3", "libsodium"], capture_output=True, text=True, check=True).stdout.split()
    objects = [str(path) for layer in ("db", "rules") for path in (checkout / "build" / "obj" / layer).glob("*.o")]
    objects += [str(path) for path in (checkout / "build" / "obj" / "gen").glob("*.o") if path.stem in ("sql", "migrations", "bundle")]
    subprocess.run(["gcc", "-D_GNU_SOURCE", f"-I{checkout}", f"-I{checkout}/build/gen", "-o", program, source, *objects, *flags, "-lm", "-lpthread"], check=True)
    subprocess.run([program, database, folder / "sets.json"], check=True)
    subprocess.run([checkout / "build" / "navicert", "verify", "--db", database], check=True, stdout=sys.stderr)
    return database


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"


def dump(connection):
    """Statements that make it again. The tables behind full text are filled like any other."""
    yield "BEGIN;"
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    virtual = [name for kind, name, sql in rows if sql.upper().startswith("CREATE VIRTUAL")]
    behind = [name for _, name, _ in rows for owner in virtual if name.startswith(owner + "_") and name not in virtual]
    for kind, name, sql in rows:
        if kind == "table" and name not in behind:
            yield sql + ";"
    for name in [name for kind, name, _ in rows if kind == "table" and name not in virtual]:
        if name in behind:
            yield f'DELETE FROM "{name}";'
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for row in connection.execute(f'SELECT {", ".join(chr(34) + column + chr(34) for column in columns)} FROM "{name}"'):
            yield f'INSERT INTO "{name}" VALUES ({", ".join(map(literal, row))});'
    for kind, name, sql in rows:
        if kind != "table":
            yield sql + ";"
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};"
    yield "COMMIT;"


def add_token(connection):
    """One that nobody has: what is kept of it is enough here."""
    columns = [row[1:3] for row in connection.execute("PRAGMA table_info(token)")]
    if columns:
        values = {"id": "01234567", "name": "ann", "created_at": "2026-10-12T00:00:00.000Z"}
        names = [name for name, _ in columns if name in values or name == "hash"]
        connection.execute(f"INSERT INTO token ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                           [values.get(name, bytes(range(32))) for name in names])
        connection.commit()


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(record(pathlib.Path(arguments[1]).resolve(), pathlib.Path(folder)))
        add_token(connection)
        print("\n".join(dump(connection)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
