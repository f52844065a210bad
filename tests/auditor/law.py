"""The recorded law, read from an export: what is in force on a day, what a place is called by, what a chip's figures come to.

Numbers are exact: a figure is the decimal that was published, and a quotient is a fraction.
"""

import json
import pathlib
from fractions import Fraction

# How many bits a published precision has. TF32 is not used: it is stored in 32 bits and computed in 19.
BITS = {"fp64": 64, "fp32": 32, "fp16": 16, "bf16": 16, "fp8": 8, "int8": 8, "fp6": 6, "fp4": 4, "int4": 4}

# What predicates may ask of the item. Everything else they ask is a circumstance, which the caller states.
ITEM_FACTS = ("tpp", "performance_density", "interconnect_gb_s", "memory_bandwidth_gb_s", "io_plus_memory_bandwidth_gb_s",
              "memory_bandwidth_density", "process_node_nm", "data_center", "assembly", "vendor", "kind")

EVER, NEVER = "0000-00-00", "9999-99-99"
HOME = "US"  # the jurisdiction whose rules follow the item



class Provision:
    """One sentence of a ruling, on the days on which both are to be counted: from `start`, up to `end`."""

    def __init__(self, ruling, item):
        self.id, self.ruling, self.jurisdiction, self.standing = item["id"], ruling["id"], ruling["jurisdiction"], ruling["standing"]
        self.announced_on, self.verified_through = ruling["announced_on"], ruling["verified_through"]
        self.start = max(ruling["effective_from"] or EVER, item["effective_from"] or EVER)
        self.end = min(ruling["effective_until"] or NEVER, item["effective_until"] or NEVER)
        places = item["destinations"]
        self.include, self.exclude = frozenset(places["include"]), frozenset(places["exclude"])
        self.headquarters = frozenset(places["headquartered_in"])
        self.export_from = None if item["export_from"] is None else frozenset(item["export_from"])
        self.chips = None if item["chips"] is None else frozenset(item["chips"])
        self.targets = frozenset(item["targets"])
        for member in ("effect", "eccns", "predicate", "policy", "priority", "import_status", "exception", "no_exceptions", "conditions"):
            setattr(self, member, item[member])


def read(text):
    """JSON with exact numbers."""
    return json.loads(text, parse_float=Fraction, parse_int=Fraction)


def order(provision_id):
    """By ruling, then by number: #10 comes after #9."""
    ruling, number = provision_id.split("#")
    return ruling, int(number)


def meets(day, start, end):
    """Intervals are half-open: the day of the start is in, the day of the end is out."""
    return start <= day < end


class Law:
    """All that one data version says."""

    def __init__(self, chips, rulings, destinations, dataset, without=()):
        self.chips = {chip["id"]: chip for chip in chips}
        self.rulings = {ruling["id"]: ruling for ruling in rulings if ruling["id"] not in without}
        self.places = {place["code"]: place for place in destinations}
        self.dataset = dataset
        self.first_date = dataset["coverage"]["first_date"]
        self.provisions = sorted((Provision(ruling, item) for ruling in self.rulings.values() for item in ruling["provisions"]
                                  if item["id"] not in without), key=lambda provision: order(provision.id))
        self.jurisdictions = {ruling["jurisdiction"] for ruling in self.rulings.values()}
        verified = [ruling["verified_through"] for ruling in self.rulings.values() if ruling["standing"] == "operative"]
        self.verified_through = min(verified, default=None)
        self.suspensions = [provision for provision in self.provisions if provision.effect == "suspend"]
        self.token_cache, self.day_cache = {}, {}

    def less(self, without):
        """The law as if these rulings or provisions had never been recorded."""
        return Law(self.chips.values(), self.rulings.values(), self.places.values(), self.dataset, frozenset(without))

    def tokens(self, code, day):
        """What a place answers to on a day: its code, everywhere, its groups, and the places that it is treated as."""
        key = (code, day)
        if key not in self.token_cache:
            place = self.places[code]
            groups = {"group:" + group["group"] for group in place["groups"] if holds_on(group, day)}
            treated = {other["code"] for other in place["treated_as"] if holds_on(other, day)}
            self.token_cache[key] = frozenset({code, "*"} | groups | treated)
        return self.token_cache[key]

    def operative(self, day):
        """Provisions whose own interval and whose ruling's meet on the day, suspended or not."""
        if day not in self.day_cache:
            self.day_cache[day] = [provision for provision in self.provisions
                                   if provision.standing == "operative" and meets(day, provision.start, provision.end)]
        return self.day_cache[day]

    def change_points(self):
        """Every day on which anything that is recorded begins or ends."""
        days = {self.first_date}
        for provision in self.provisions:
            days |= {provision.start, provision.end, provision.announced_on}
        for place in self.places.values():
            for dated in place["groups"] + place["treated_as"]:
                days |= {dated["from"], dated["until"]}
        return sorted(day for day in days if day and EVER < day < NEVER)


def holds_on(dated, day):
    return meets(day, dated["from"] or EVER, dated["until"] or NEVER)


def from_export(folder):
    """The law in the files that `navicert export` writes."""
    def load(name):
        return read((pathlib.Path(folder) / name).read_text())
    return Law(load("chips.json"), load("rulings.json"), load("destinations.json")["destinations"], load("dataset.json")[0])


# --- chips ---------------------------------------------------------------------------------------------------------
def divided(number, by):
    return None if number is None or not by else number / by


def facts_of(chip):
    """What predicates can ask of a chip, by name; None where a figure that it is made of is not known."""
    packages, area = chip.get("package_count"), chip.get("die_area_mm2")
    tops = chip.get("peak_tops") or {}
    products = [tops[precision] * bits for precision, bits in BITS.items() if tops.get(precision) is not None]
    tpp = divided(max(products, default=None), packages)
    memory = (chip.get("memory") or {}).get("bandwidth_gb_s")
    link = (chip.get("interconnect") or {}).get("bandwidth_gb_s")
    segment, kind = chip.get("segment"), chip.get("kind")
    return {
        "tpp": tpp,
        "performance_density": divided(tpp, divided(area, packages)),
        "memory_bandwidth_gb_s": memory,
        "interconnect_gb_s": link,
        "io_plus_memory_bandwidth_gb_s": None if memory is None or link is None else memory + link,
        "memory_bandwidth_density": chip.get("memory_bandwidth_density"),
        "process_node_nm": chip.get("process_node_nm"),
        "data_center": None if segment is None else segment == "data_center",
        "assembly": None if kind is None else kind == "system",
        "vendor": chip.get("vendor"),
        "kind": kind,
    }


def hypothetical(law, given):
    """The chip that a specification describes: what it gives, and for the rest what is recorded of the chip that it is like."""
    if "like" not in given:
        return {"package_count": Fraction(1), **given}
    chip = {**law.chips[given["like"]]}
    for member, value in given.items():
        merged = isinstance(value, dict) and isinstance(chip.get(member), dict)
        chip[member] = {**chip[member], **value} if merged else value
    return chip
