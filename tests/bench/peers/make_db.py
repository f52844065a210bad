#!/usr/bin/python3
"""The database of the peers: make_db.py NAVICERT-DB PEERS-DB takes chips, places and provisions from a store of ours.

It is what a user would make for the reduced question that the peers answer: which provisions catch this chip, reach this
destination and are in force on this day. Which chips a provision catches (lists, thresholds, classifications) is worked out here,
once; groups of places stay dated memberships, asked at run time. Circumstances, headquarters, suspensions and what is not
published are left out: the peers answer less than we do.
"""

import json
import operator
import sqlite3
import sys

LATEST = 9223372036854775807
FIRST_DAY, LAST_DAY = "0000-00-00", "9999-12-31"
SEVERITY = {"prohibit": 5, "import_restriction": 4, "license_required": 3, "license_exception": 2, "license_policy": 1,
            "guidance": 0}
OPERATORS = {"==": operator.eq, ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
             "in": lambda value, among: value in among}
SCHEMA = """
CREATE TABLE chip (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, vendor TEXT NOT NULL, tpp REAL,
    performance_density REAL, memory_bandwidth_gb_s REAL, io_plus_memory_bandwidth_gb_s REAL);
CREATE TABLE place (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE membership (place TEXT NOT NULL, "group" TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL,
    cite TEXT NOT NULL, PRIMARY KEY (place, "group", from_day)) WITHOUT ROWID;
CREATE TABLE ruling (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, jurisdiction TEXT NOT NULL, url TEXT);
CREATE TABLE provision (no INTEGER PRIMARY KEY, ruling INTEGER NOT NULL REFERENCES ruling (no), id TEXT NOT NULL UNIQUE,
    effect TEXT NOT NULL, severity INTEGER NOT NULL, policy TEXT, text TEXT NOT NULL, cite TEXT NOT NULL,
    from_day TEXT NOT NULL, until_day TEXT NOT NULL);
CREATE TABLE caught (chip INTEGER NOT NULL, provision INTEGER NOT NULL, PRIMARY KEY (chip, provision)) WITHOUT ROWID;
CREATE TABLE reach (provision INTEGER NOT NULL, excluded INTEGER NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (provision, excluded, place)) WITHOUT ROWID;
"""


def holds(predicate, chip):
    """Two-valued, as SQL would have it: a number that is not published meets no test."""
    if predicate is None:
        return True
    if "all" in predicate:
        return all(holds(part, chip) for part in predicate["all"])
    if "any" in predicate:
        return any(holds(part, chip) for part in predicate["any"])
    if "not" in predicate:
        return not holds(predicate["not"], chip)
    value = chip.get(predicate["field"])
    return value is not None and OPERATORS[predicate["op"]](value, predicate["value"])


def read_chips(source):
    rows = source.execute("SELECT body, tpp, performance_density, io_plus_memory_bandwidth_gb_s, memory_bandwidth_gb_s, "
                          "memory_bandwidth_density, interconnect_bandwidth_gb_s FROM chip "
                          "WHERE recorded_until = ? AND body IS NOT NULL ORDER BY id", (LATEST,))
    for body, tpp, density, total, memory, memory_density, interconnect in rows:
        chip = json.loads(body)
        yield {"id": chip["id"], "name": chip["name"], "vendor": chip["vendor"], "kind": chip["kind"], "item_class": "chip",
               "data_center": chip.get("segment") == "data_center", "tpp": tpp, "performance_density": density,
               "io_plus_memory_bandwidth_gb_s": total, "memory_bandwidth_gb_s": memory,
               "memory_bandwidth_density": memory_density, "interconnect_gb_s": interconnect,
               "process_node_nm": chip.get("process_node_nm")}


def read_bodies(source, table):
    rows = source.execute(f'SELECT body FROM "{table}" WHERE recorded_until = ? AND body IS NOT NULL ORDER BY id', (LATEST,))
    return [json.loads(body) for body, in rows]


def catches(provision, chip, classes):
    if provision["chips"] is not None:
        return chip["id"] in provision["chips"]
    if provision["eccns"] and not any(holds(test, chip) for eccn in provision["eccns"] for test in classes.get(eccn, [])):
        return False
    return holds(provision["predicate"], chip)


def fill_provision(to, no, ruling_no, provision, chips, classes, ruling):
    to.execute("INSERT INTO provision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               (no, ruling_no, provision["id"], provision["effect"], SEVERITY[provision["effect"]], provision["policy"],
                provision["text"], provision["cite"],
                provision["effective_from"] or ruling["effective_from"] or FIRST_DAY,
                provision["effective_until"] or ruling["effective_until"] or LAST_DAY))
    to.executemany("INSERT INTO caught VALUES (?, ?)",
                   [(chip_no, no) for chip_no, chip in enumerate(chips, 1) if catches(provision, chip, classes)])
    for excluded, member in enumerate(("include", "exclude")):
        places = {place.removeprefix("group:") for place in provision["destinations"][member]}
        to.executemany("INSERT INTO reach VALUES (?, ?, ?)", [(no, excluded, place) for place in sorted(places)])


def fill_rulings(to, rulings, chips):
    classes = {}
    for ruling in rulings:
        for provision in ruling["provisions"]:
            if provision["effect"] == "classify":
                for eccn in provision["eccns"]:
                    classes.setdefault(eccn, []).append(provision["predicate"])
    no = 0
    for ruling_no, ruling in enumerate(rulings, 1):
        url = next((source["url"] for source in ruling["sources"]), None)
        to.execute("INSERT INTO ruling VALUES (?, ?, ?, ?, ?)",
                   (ruling_no, ruling["id"], ruling["title"], ruling["jurisdiction"], url))
        for provision in ruling["provisions"]:
            abroad = ruling["jurisdiction"] != "US" and provision["effect"] != "import_restriction"
            of_recipient = provision["destinations"]["headquartered_in"]
            if provision["effect"] in SEVERITY and ruling["standing"] == "operative" and not abroad and not of_recipient:
                no += 1
                fill_provision(to, no, ruling_no, provision, chips, classes, ruling)


def fill_places(to, places):
    for place in places:
        to.execute("INSERT INTO place VALUES (?, ?)", (place["code"], place["name"]))
        to.executemany("INSERT OR IGNORE INTO membership VALUES (?, ?, ?, ?, ?)",
                       [(place["code"], member["group"], member["from"] or FIRST_DAY, member["until"] or LAST_DAY, member["cite"])
                        for member in place["groups"]])


def main():
    source, to = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), sqlite3.connect(sys.argv[2])
    to.executescript(SCHEMA)
    chips = list(read_chips(source))
    to.executemany("INSERT INTO chip VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   [(no, chip["id"], chip["name"], chip["vendor"], chip["tpp"], chip["performance_density"],
                     chip["memory_bandwidth_gb_s"], chip["io_plus_memory_bandwidth_gb_s"]) for no, chip in enumerate(chips, 1)])
    fill_places(to, read_bodies(source, "destination"))
    fill_rulings(to, read_bodies(source, "ruling"), chips)
    to.commit()
    to.execute("ANALYZE")
    to.close()


main()
