"""Questions to audit with: random, but most of them where answers change."""

from fractions import Fraction
import datetime

from law import BITS, ITEM_FACTS

FORGETTABLE = ("segment", "kind", "vendor", "die_area_mm2", "process_node_nm", "memory_bandwidth_density", "package_count")


def comparisons(predicate):
    """Every comparison in a predicate."""
    if predicate and "field" in predicate:
        yield predicate
    for part in (predicate or {}).get("all", []) + (predicate or {}).get("any", []):
        yield from comparisons(part)


def asked_by(law):
    if not hasattr(law, "asked"):
        law.asked = {test["field"] for provision in law.provisions for test in comparisons(provision.predicate)} - set(ITEM_FACTS)
    return law.asked


class Sampler:
    def __init__(self, law, random):
        self.law, self.random = law, random
        self.edges = law.change_points()
        self.thresholds, self.stated = {}, {}
        for provision in law.provisions:
            self._look(provision.predicate)
        named = {code for provision in law.provisions for code in provision.include | provision.exclude | provision.headquarters}
        self.named = sorted(code for code in law.places if code in named or law.places[code]["treated_as"])
        self.places = sorted(law.places)
        self.origins = sorted({code for code in law.jurisdictions if code in law.places} | {"HK", "PR", "DE", "FR"} & set(law.places))
        self.chips = sorted(law.chips)
        self.targets = sorted(law.rulings) + [provision.id for provision in law.provisions]
        self.weighty = sorted({p.ruling for p in law.provisions if p.effect in ("suspend", "classify", "license_required")})

    def _look(self, predicate):
        for predicate in comparisons(predicate):
            values = predicate["value"] if isinstance(predicate["value"], list) else [predicate["value"]]
            if predicate["field"] not in ITEM_FACTS:
                self.stated.setdefault(predicate["field"], []).extend(values)
            elif isinstance(values[0], Fraction):
                self.thresholds.setdefault(predicate["field"], set()).update(values)

    # --- days, places, circumstances ---
    def day(self):
        if self.random.random() < 0.75:
            edge = datetime.date.fromisoformat(self.random.choice(self.edges))
            return str(edge + datetime.timedelta(days=self.random.choice((-1, -1, 0, 0, 0, 1))))
        return str(datetime.date(2022, 6, 1) + datetime.timedelta(days=self.random.randrange(2000)))

    def place(self):
        return self.random.choice(self.named if self.random.random() < 0.6 else self.places)

    def circumstances(self, law):
        """Only what some provision of the law asks for can be stated."""
        asked = asked_by(law)
        fields = self.random.sample(sorted(set(self.stated) & asked), self.random.choice((0, 0, 0, 1, 1, 2, 4)))
        chosen = {}
        for field in fields:
            value = self.random.choice(self.stated[field])
            chosen[field] = self.random.choice((True, True, False)) if isinstance(value, bool) else value
            if isinstance(value, str) and self.random.random() < 0.1:
                chosen[field] = "another"
        return chosen

    # --- chips ---
    def near(self, value):
        """The number itself, or one a little or much beside it; a short decimal."""
        step = self.random.choice((Fraction(0), Fraction(0), Fraction(1, 10**6), Fraction(1, 100), Fraction(1), value / 3))
        return Fraction(round((value + self.random.choice((-1, 1)) * step) * 10**6), 10**6)

    def hypothetical(self):
        chip = {"like": self.random.choice(self.chips)} if self.random.random() < 0.6 else {
            "segment": self.random.choice(("data_center", "consumer", "workstation")), "kind": self.random.choice(("gpu", "system")),
            "vendor": self.random.choice(("NVIDIA", "AMD", "Intel", "another")), "die_area_mm2": Fraction(814),
            "memory": {"bandwidth_gb_s": Fraction(2000)}, "interconnect": {"bandwidth_gb_s": Fraction(400)}}
        for field in self.random.sample(sorted(self.thresholds), self.random.choice((1, 1, 2, 3))):
            self._set(chip, field, self.near(self.random.choice(sorted(self.thresholds[field]))))
        for member in self.random.sample(FORGETTABLE, self.random.choice((0, 0, 0, 1, 2))):
            chip[member] = None
        return chip

    def _set(self, chip, field, value):
        if field == "tpp":
            precision = self.random.choice(sorted(BITS))
            packages = self.random.choice((1, 1, 1, 2, 3))
            tops = Fraction(round(value * packages / BITS[precision] * 10**6), 10**6)
            chip["peak_tops"] = {name: tops if name == precision else None for name in (*BITS, "tf32")}
            chip["package_count"] = Fraction(packages)
        elif field == "performance_density":
            product = max(((tops or 0) * BITS[name] for name, tops in chip.get("peak_tops", {}).items() if name in BITS), default=0)
            if not product:
                product = Fraction(self.random.choice((1600, 2400, 4800, 4736)))
                chip["peak_tops"] = {name: product / 8 if name == "fp8" else None for name in (*BITS, "tf32")}
            if value > 0:
                chip["die_area_mm2"] = Fraction(round(product / value * 10**4), 10**4) or Fraction(1)
        elif field in ("memory_bandwidth_gb_s", "interconnect_gb_s"):
            chip[field.removesuffix("_bandwidth_gb_s").removesuffix("_gb_s")] = {"bandwidth_gb_s": value}
        elif field == "io_plus_memory_bandwidth_gb_s":
            part = Fraction(round(value * self.random.randrange(1, 10) / 10))
            chip["memory"], chip["interconnect"] = {"bandwidth_gb_s": part}, {"bandwidth_gb_s": value - part}
        else:
            chip[field] = value

    # --- whole questions ---
    def question(self, law):
        asked = {"chip": self.random.choice(self.chips) if self.random.random() < 0.6 else self.hypothetical(),
                 "destination": self.place(), "date": self.day()}
        if self.random.random() < 0.5:
            asked["hq"] = self.place()
        if self.random.random() < 0.35:
            asked["export_from"] = self.random.choice(self.origins) if self.random.random() < 0.7 else self.place()
        circumstances = self.circumstances(law)
        if circumstances:
            asked["circumstances"] = circumstances
        return asked

    def without(self):
        """Rulings and provisions to leave out, none mostly."""
        if self.random.random() < 0.7:
            return []
        chosen = self.random.sample(self.targets, self.random.choice((1, 2, 10))) + self.random.sample(self.weighty, 1)
        return sorted(set(chosen))
