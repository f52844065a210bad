#!/usr/bin/python3
"""Migrations apply to an empty database and every statement explains there; statement files keep their form."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from tree import ROOT, Faults, files, read

QUOTED = re.compile(r'"([^"\n]*)"')
KEYWORD = re.compile(r"\b(select|from|where|and|or|not|in|is|null|insert|into|values|update|set|delete|join|left|on|order|by"
                     r"|group|having|limit|as|desc|asc|distinct|union|case|when|then|else|end|exists|create|table|index"
                     r"|primary|unique|check|references|strict)\b")


def schema_names():
    """Every table and column there is once the migrations are applied."""
    database = sqlite3.connect(":memory:")
    for name in files(".sql"):
        if name.startswith("db/migrations/"):
            database.executescript(read(name))
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    columns = [row[0] for row in database.execute(
        "SELECT DISTINCT info.name FROM sqlite_master AS item, pragma_table_info(item.name) AS info")]
    return {"{kind}", *tables, *columns}


def check_statement(faults, name, text, known):
    lines = text.splitlines()
    if not lines or not re.match(r"-- [A-Z].*\w", lines[0]):
        faults.say(name, 1, "opens with a comment that says what the statement is for")
    body = re.sub(r"'(?:[^']|'')*'", "''", "\n".join(re.sub(r"--.*", "", line) for line in lines))
    if body.count(";") != 1 or not body.rstrip().endswith(";"):
        faults.say(name, len(lines), "holds exactly one statement, and ends with its semicolon")
    for line, code in enumerate(body.splitlines(), 1):
        keyword = KEYWORD.search(re.sub(r":\w+", "", QUOTED.sub("", code)))
        for quoted in set(QUOTED.findall(code)) - known:
            faults.say(name, line, f'"{quoted}" is no table or column: SQLite would take it for a string')
        if keyword:
            faults.say(name, line, f"'{keyword.group()}': keywords are in upper case")
        if "%" in code or "?" in code:
            faults.say(name, line, "values come in by name, as in :at")


def main():
    faults = Faults()
    names = [name for name in files(".sql") if Path(name).parent.as_posix() == "db/sql"]
    if not names:
        sys.exit("sql.py: no statements found in db/sql")
    known = schema_names()
    used = "".join(read(name) for name in files(".c") if name.startswith("db/"))
    for name in names:
        check_statement(faults, name, read(name), known)
        if not re.search(rf"\bSQL_{Path(name).stem.upper()}\b", used):
            faults.say(name, 1, "is used nowhere in db/")
    # The build's own expansion of the files, on an empty database with the migrations applied.
    explained = subprocess.run([sys.executable, "-B", "db/embed.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    if explained.returncode != 0:
        faults.say("db/embed.py", 1, (explained.stderr or explained.stdout).strip().splitlines()[-1])
    faults.finish(f"{len(names)} statements")


main()
