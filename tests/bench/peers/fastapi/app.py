"""The reduced eligibility question on FastAPI and sqlite3. PEERS_DB names the database."""

import os
import sqlite3
from datetime import date as Date

from fastapi import FastAPI, HTTPException

FIND_CHIP = "SELECT * FROM chip WHERE id = ?"
FIND_PLACE = "SELECT code, name FROM place WHERE code = ?"
FIND_GROUPS = """
SELECT "group", from_day AS "from", until_day AS until, cite FROM membership
WHERE place = :place AND from_day <= :date AND until_day > :date ORDER BY "group" """
FIND_PROVISIONS = """
SELECT p.id AS provision, p.effect, p.policy, p.text, p.cite, p.from_day AS "from", p.until_day AS until,
  r.id AS ruling, r.title, r.jurisdiction, r.url
FROM caught c JOIN provision p ON p.no = c.provision JOIN ruling r ON r.no = p.ruling
WHERE c.chip = :chip AND p.from_day <= :date AND p.until_day > :date
  AND EXISTS (SELECT 1 FROM reach x WHERE x.provision = p.no AND x.excluded = 0 AND (x.place IN ('*', :place) OR x.place IN
    (SELECT m."group" FROM membership m WHERE m.place = :place AND m.from_day <= :date AND m.until_day > :date)))
  AND NOT EXISTS (SELECT 1 FROM reach x WHERE x.provision = p.no AND x.excluded = 1 AND (x.place = :place OR x.place IN
    (SELECT m."group" FROM membership m WHERE m.place = :place AND m.from_day <= :date AND m.until_day > :date)))
ORDER BY p.severity DESC, p.id"""

CHIP_MEMBERS = ("id", "name", "vendor", "tpp", "performance_density", "memory_bandwidth_gb_s", "io_plus_memory_bandwidth_gb_s")

app = FastAPI()
# Python keeps the prepared statements of a connection.
db = sqlite3.connect(f"file:{os.environ['PEERS_DB']}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
db.row_factory = sqlite3.Row


def decide(because):
    effects = {provision["effect"] for provision in because}
    if "prohibit" in effects:
        return "prohibited"
    if "license_required" in effects:
        return "license_exception_available" if "license_exception" in effects else "license_required"
    return "no_license_required"


# async, since SQLite answers in microseconds: FastAPI would hand a plain function to a pool of threads, at half the speed.
@app.get("/v1/eligibility")
async def eligibility(chip: str, destination: str, date: Date):
    item = db.execute(FIND_CHIP, (chip,)).fetchone()
    place = db.execute(FIND_PLACE, (destination,)).fetchone()
    if item is None or place is None:
        raise HTTPException(404, "unknown destination" if item else "unknown chip")
    at = {"chip": item["no"], "place": place["code"], "date": str(date)}
    groups = [dict(row) for row in db.execute(FIND_GROUPS, at)]
    because = [dict(row) for row in db.execute(FIND_PROVISIONS, at)]
    return {
        "question": {"chip": chip, "destination": destination, "date": str(date)},
        "chip": {member: item[member] for member in CHIP_MEMBERS},
        "destination": {"code": place["code"], "name": place["name"], "groups": groups},
        "outcome": decide(because),
        "because": because,
        "notice": "Research data, not legal advice.",
    }
