"""What is asked: lists of requests as files, a line each (see ask.lua)."""

import datetime
import json
import random

from servers import Failure, ask

COUNT = 40_000
FIRST, LAST = datetime.date(2022, 8, 1), datetime.date(2026, 12, 31)
PLANNED = 50


def catalogue(port, kind, key):
    """All ids of a list."""
    found, target = [], f"/v1/{kind}?limit=200&fields={key}"
    while target:
        status, _, body = ask(port, target)
        if status != 200:
            raise Failure(f"{target} answered {status}")
        page = json.loads(body)
        found += [item[key] for item in page["items"]]
        target = page.get("next")
    return found


class Questions:
    """Lists made from what a running server of ours holds."""

    def __init__(self, kit, server):
        self.folder = kit.scratch
        self.chips, self.places = catalogue(server.port, "chips", "id"), catalogue(server.port, "destinations", "code")
        self.rulings, self.events = catalogue(server.port, "rulings", "id"), catalogue(server.port, "events", "id")
        self.days = [FIRST + datetime.timedelta(n) for n in range((LAST - FIRST).days + 1)]

    def triples(self, count=COUNT):
        """Different questions, over all chips, places and days."""
        chance = random.Random(4)
        seen = set()
        while len(seen) < count:
            seen.add((chance.choice(self.chips), chance.choice(self.places), str(chance.choice(self.days))))
        found = sorted(seen)
        chance.shuffle(found)
        return found

    def write(self, name, lines):
        path = self.folder / f"{name}.txt"
        if not path.exists():
            path.write_text("\n".join(lines) + "\n")
        return path

    def eligibility(self, explain):
        return self.write(f"eligibility-{explain}", (f"/v1/eligibility?chip={chip}&destination={place}&date={day}&explain={explain}"
                                                     for chip, place, day in self.triples()))

    def unknown_chips(self):
        return self.write("unknown", (f"/v1/eligibility?chip=no-such-{i}&destination=CN&date=2025-05-01" for i in range(COUNT)))

    def bad_dates(self):
        return self.write("bad-dates", (f"/v1/eligibility?chip={chip}&destination={place}&date={day}-x"
                                        for chip, place, day in self.triples()))

    def items(self):
        lines = [f"/v1/chips/{chip}" for chip in self.chips] + [f"/v1/rulings/{ruling}" for ruling in self.rulings]
        lines += [f"/v1/events/{event}" for event in self.events]
        random.Random(4).shuffle(lines)
        return self.write("items", lines)

    def pages(self):
        return self.write("pages", [f"/v1/{kind}?limit=50" for kind in ("chips", "rulings", "events", "destinations")])

    def same(self, target):
        return self.write(target.strip("/").replace("/", "-"), [target])


def sample(server, targets, headers=(), expected=200):
    """The answers to the first requests of a list, each with the status that all must have."""
    headers = [header.split(": ", 1) for header in headers]
    answers = []
    with open(targets, encoding="utf-8") as lines:
        for _, line in zip(range(PLANNED), lines):
            status, _, body = ask(server.port, line.strip(), headers)
            if status != expected:
                raise Failure(f"{server.name} answered {line.strip()} with {status} instead of {expected}")
            answers.append(body)
    return answers
