"""Random valid edits of the recorded law and chips, written over the API: each makes a data version to audit."""

import copy
import datetime

EFFECTS = ("classify", "license_required", "license_exception", "license_policy", "condition", "prohibit")
POLICIES = ("policy_of_denial", "presumption_of_denial", "case_by_case", "presumption_of_approval", None)
NOTICE = {"type": "notification", "text": "A notice is enough.", "value": 10}
APPROVAL = {"type": "end_user_approval", "text": "Only whom the Bureau approved.", "value": None}


class Editor:
    """Edits documents as they stand in the newest export."""

    def __init__(self, law, sampler, random):
        self.law, self.sampler, self.random = law, sampler, random

    def edit(self, served, raw):
        """Make one edit that is accepted; what is refused, such as a deletion of what is referred to or gone, is tried otherwise."""
        while True:
            kind, id_, document, is_new = self._draw(raw)
            headers = {"If-None-Match": "*"} if is_new else {"If-Match": "*"}
            if document is None:
                status, answer = served.ask("DELETE", f"/v1/{kind}/{id_}?note=audit", None, headers)
            else:
                status, answer = served.ask("PUT", f"/v1/{kind}/{id_}", {**document, "note": "audit"}, headers)
            if status in (200, 201):
                return
            if status not in (404, 409, 410, 412, 422):
                raise SystemExit(f"an edit of {kind}/{id_} was answered {status}: {answer}")

    def _draw(self, raw):
        sort = self.random.random()
        if sort < 0.2:
            chip = copy.deepcopy(self.random.choice(raw["chips"]))
            self._change_chip(chip)
            return "chips", chip["id"], chip, False
        ruling = copy.deepcopy(self.random.choice(raw["rulings"]))
        if sort < 0.3:
            return "rulings", ruling["id"], None, False
        is_new = sort < 0.6 or not ruling["provisions"]
        if is_new:
            self._renew(ruling)
        for provision in self.random.sample(ruling["provisions"], min(2, len(ruling["provisions"]))):
            self._change_provision(provision)
        if self.random.random() < 0.2:
            ruling["standing"] = self.random.choice(("operative", "announced", "proposed"))
        if self.random.random() < 0.3:
            ruling["verified_through"] = self._day()
        return "rulings", ruling["id"], ruling, is_new

    def _renew(self, ruling):
        """A ruling of its own that is like this one."""
        old, ruling["id"] = ruling["id"], f"us-audit-{self.random.randrange(10**9)}"
        ruling.update(jurisdiction=self.random.choice(("US", "US", "US", "CN", "MY", "EU", "DE")), suspends=[], supersedes=[], amends=[])
        for provision in ruling["provisions"]:
            provision["id"] = provision["id"].replace(old, ruling["id"])
        if self.random.random() < 0.3 and ruling["provisions"]:
            suspension = ruling["provisions"][0]
            target = self.random.choice(self.sampler.targets)
            suspension.update(self._bare("suspend"), targets=[target])
            ruling["suspends"] = [target.split("#")[0]]

    @staticmethod
    def _bare(effect):
        return {"effect": effect, "eccns": [], "exception": None, "import_status": None, "policy": None, "no_exceptions": False,
                "conditions": [], "targets": []}

    def _day(self):
        return str(datetime.date(2022, 8, 1) + datetime.timedelta(days=self.random.randrange(1900)))

    def _tokens(self):
        groups = sorted({"group:" + group["group"] for place in self.law.places.values() for group in place["groups"]})
        return self.random.sample(groups + self.sampler.named, self.random.choice((1, 2, 3)))

    def _change_provision(self, provision):
        """One to three changes, each of which can turn an answer."""
        for _ in range(self.random.choice((1, 2, 3))):
            self.random.choice((self._dates, self._places, self._origin, self._figures, self._judgement, self._exceptions))(provision)

    def _dates(self, provision):
        start, end = sorted((self._day(), self._day()))
        provision["effective_from"] = self.random.choice((start, None))
        provision["effective_until"] = self.random.choice((end, None)) if end > start else None

    def _places(self, provision):
        places = provision["destinations"]
        part = self.random.choice(("include", "include", "exclude", "headquartered_in"))
        places[part] = self.random.choice((self._tokens(), ["*"] if part == "include" else []))

    def _origin(self, provision):
        provision["export_from"] = self.random.choice((None, self._tokens(), ["US"], ["CN"]))

    def _figures(self, provision):
        fields = self.random.sample(sorted(self.sampler.thresholds), 2)
        tests = [{"field": field, "op": self.random.choice(("<", "<=", ">", ">=", "==", "!=")),
                  "value": self.random.choice(sorted(self.sampler.thresholds[field]))} for field in fields]
        provision["predicate"] = self.random.choice(({"any": tests}, {"all": tests}, {"all": [{"any": tests[:1]}, tests[1]]}, None))

    def _judgement(self, provision):
        provision["priority"] = self.random.choice((0, 10, 11, 20, 40, 50))
        if provision["effect"] in ("license_policy", "license_required", "prohibit"):
            provision["policy"] = self.random.choice(POLICIES[:-1] if provision["effect"] == "license_policy" else POLICIES)

    def _exceptions(self, provision):
        if provision["effect"] == "license_required":
            provision["no_exceptions"] = self.random.random() < 0.5
        elif provision["effect"] == "license_exception":
            provision["conditions"] = self.random.choice(([], [NOTICE], [NOTICE, APPROVAL]))
        elif provision["effect"] == "import_restriction":
            provision["import_status"] = self.random.choice(("not_admitted", "approval_required", "discouraged", "inspection"))
        elif provision["effect"] not in ("suspend", "classify", "tariff") and provision["eccns"]:
            provision["eccns"] = self.random.sample(("3A090.a", "3A090.b", "4A090.a", "4A090.b", "3A090.c"), 2)

    def _change_chip(self, chip):
        member = self.random.choice(("die_area_mm2", "segment", "kind", "package_count", "peak_tops", "memory", "interconnect"))
        if member == "segment":
            chip[member] = self.random.choice(("data_center", "consumer", "workstation"))
        elif member == "kind":
            chip[member] = self.random.choice(("gpu", "system", "asic"))
        elif member == "die_area_mm2":
            chip[member] = self.random.choice((None, 400, 814, 1600))
        elif member == "package_count":
            chip[member] = self.random.choice((1, 2, 3))
        elif member == "peak_tops":
            precision = self.random.choice(("fp16", "fp8", "int8", "fp4"))
            chip[member][precision] = self.random.choice((None, 100, 300, 600, 1200))
        else:
            chip[member]["bandwidth_gb_s"] = self.random.choice((None, 600, 1400, 2000, 6500))
