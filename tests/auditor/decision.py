"""May this chip go there on that day? Decided a second time, from what the design says and not from the program.

The order of the law: what does the chip count as, is it forbidden, does it need a license, is there an exception, how would a license
be judged. Facts that are not known are carried along, and every way in which they may turn out is gone through.
"""

import itertools

from beside import by_order, counts_as, doubts, lapsed, pending
from law import HOME, order
from matching import about, classify, missing_of, speaks, suspended

STATUSES = ["prohibited", "license_required", "license_exception_available", "no_license_required"]
# Among legs, a leg that cannot be told outranks a permission.
JOINED = ["prohibited", "license_required", "unknown", "license_exception_available", "no_license_required"]
IMPORT = ["not_admitted", "approval_required", "discouraged", "inspection", "no_restriction_recorded"]


# --- one export leg ------------------------------------------------------------------------------------------------
def usable(exception):
    """A license exception that asks for nothing but a notification can simply be used."""
    return all(condition["type"] == "notification" for condition in exception.conditions)


def policy_rank(provision):
    """The highest priority first, then the latest, then the lesser id."""
    return -provision.priority, [-ord(letter) for letter in provision.start], order(provision.id)


def with_policy(provisions):
    return sorted((p for p in provisions if p.policy and p.effect in ("license_policy", "license_required")), key=policy_rank)


class Matched:
    """What matches, all of it known: the law's own steps, one after the other."""

    def __init__(self, provisions, eccn):
        self.provisions = [p for p in provisions if not p.eccns or eccn in p.eccns]
        self.prohibitions, self.requirements = self.of("prohibit"), self.of("license_required")
        exceptions = self.of("license_exception")
        if any(requirement.no_exceptions for requirement in self.requirements):
            exceptions = []
        # One that the recipient's headquarters brought in goes before the others.
        usables = sorted((e for e in exceptions if usable(e)), key=lambda e: (not e.headquarters, order(e.id)))
        self.exception = usables[0] if usables else None
        self.exceptions = by_order(exceptions)
        policies = with_policy(self.provisions)
        self.policy = policies[0] if policies else None

    def of(self, effect):
        return [p for p in self.provisions if p.effect == effect]

    def status(self):
        if self.prohibitions:
            return "prohibited"
        if not self.requirements:
            return "no_license_required"
        return "license_exception_available" if self.exception else "license_required"

    def finding(self):
        """The status, and how a license would be judged where one is needed."""
        status = self.status()
        return status, self.policy.policy if status == "license_required" and self.policy else None


class Unsettled:
    """What may match beside what does: every way in which the missing facts may turn out is gone through, if these are not too many."""

    MOST = 11

    def __init__(self, answers, eccn, doubtful):
        self.sure = [p for p, answer in answers if answer]
        self.eccns = eccns = {eccn} | {p.eccns[0] for p in doubtful}
        self.perhaps = [p for p, answer in answers if answer is None and turns_something(p) and (not p.eccns or set(p.eccns) & eccns)]
        self.doubtful, self.eccn = doubtful, eccn
        self.open = doubtful + self.perhaps
        self.findings = None
        if len(self.open) <= self.MOST:
            self.findings = [self.resolved(case).finding() for case in range(1 << len(self.open))]

    def resolved(self, case):
        """What matches where the open provisions whose bit is set hold, and the others do not."""
        holding = [p for i, p in enumerate(self.open) if case >> i & 1]
        governing = [p.eccns[0] for p in holding if p.effect == "classify"]  # in their rank
        return Matched(self.sure + holding, governing[0] if governing else self.eccn)

    def turning(self, grounded):
        """Those provisions with which other findings are possible than without them; all where no single one makes a difference."""
        if len(set(self.findings)) == 1:
            # Settled, but when a different ground carries it in each case, what is missing says on which it rests.
            return [] if grounded else self.open
        def possible(i, holds):
            return {found for case, found in enumerate(self.findings) if case >> i & 1 == holds}
        return [p for i, p in enumerate(self.open) if possible(i, 1) != possible(i, 0)] or self.open


def turns_something(provision):
    return provision.effect in ("prohibit", "license_required", "license_policy") or \
        provision.effect == "license_exception" and usable(provision)


def conditions_of(provisions):
    return [(provision.id, c["type"], c["text"], c["value"]) for provision in provisions for c in provision.conditions]


def blank_leg(side, jurisdiction, status):
    return {"side": side, "jurisdiction": jurisdiction, "status": status, "policy": None, "possible": [status], "because": [],
            "conditions": [], "missing": []}


def export_leg(question, jurisdiction):
    """The leg, and what a suspension keeps out of it."""
    leg = blank_leg("export", jurisdiction, "no_license_required")
    leg.update(domestic=False, eccn=None, eccn_uncertain=False, exception=None, other_exceptions=[])
    if lies_in(question, question.destination, jurisdiction) and lies_in(question, question.export_from, jurisdiction):
        leg["domestic"] = True
        return leg, []
    # An ECCN belongs to the item, whoever asks for it: the home list classifies for every jurisdiction.
    pool = [p for p in question.law.operative(question.day)
            if p.jurisdiction == jurisdiction or p.jurisdiction == HOME and p.effect == "classify"]
    eccn, doubtful = classify(question, pool)
    leg["eccn"], leg["eccn_uncertain"] = eccn, bool(doubtful)
    own = [p for p in pool if p.jurisdiction == jurisdiction]
    settle(question, leg, Unsettled([(p, speaks(question, p)) for p in own if p.effect != "classify"], eccn, doubtful))
    held_back = [p for p in own if p.effect not in SILENT and counts_as(p, eccn) and about(question, p) is not False
                 and suspended(question, p) is not False]
    return leg, held_back


SILENT = ("guidance", "tariff", "import_restriction")


def settle(question, leg, unsettled):
    """Fill in the status and what follows from it."""
    statuses = {status for status, _ in unsettled.findings}
    leg["possible"] = [status for status in STATUSES if status in statuses]
    leg["status"] = leg["possible"][0] if len(statuses) == 1 else "unknown"
    cases = [unsettled.resolved(case) for case in range(1 << len(unsettled.open))]
    sure = Matched(unsettled.sure, unsettled.eccn)
    def always(effect):
        return [p for p in sure.of(effect) if all(p in case.provisions for case in cases)]
    grounds, carried = [], True
    if leg["status"] == "prohibited":
        grounds = sure.prohibitions
        leg["policy"] = next((p.policy for p in grounds if p.policy), None)
    elif leg["status"] == "license_exception_available":
        # The one that is certain to hold, if it is the same whatever the item counts as.
        best = {Matched(unsettled.sure, eccn).exception for eccn in unsettled.eccns}
        grounds, carried = always("license_required"), len(best) == 1 and None not in best
        if carried:
            leg["exception"] = (sure.exception.exception, sure.exception.id, conditions_of([sure.exception]))
            leg["conditions"] = conditions_of([sure.exception])
            grounds = grounds + [sure.exception]
    elif leg["status"] in ("license_required", "unknown"):
        policies = {policy for status, policy in unsettled.findings}
        policy = sure.policy if leg["status"] == "license_required" and len(policies) == 1 else None
        leg["policy"] = policy.policy if policy else None
        # Another may give the same one where the item counts as something else.
        told = policy and all(Matched(unsettled.sure, eccn).policy is policy for eccn in unsettled.eccns)
        grounds = by_order(([policy] if told else []) + always("license_required"))
        if leg["status"] == "license_required":
            grounds = by_order(grounds + always("condition"))
            leg["conditions"] = conditions_of(grounds)
    leg["because"], used = by_order(grounds), leg["exception"] and leg["exception"][1]
    leg["missing"] = missing_of(question, unsettled.turning(carried and grounds or leg["status"] == "no_license_required"))
    if leg["status"] != "prohibited" and always("license_required"):
        leg["other_exceptions"] = [(e.exception, e.id, conditions_of([e])) for e in sure.exceptions
                                   if e.id != used and e in always("license_exception")]


# --- jurisdictions -------------------------------------------------------------------------------------------------
def own_jurisdictions(question, place):
    """Those whose rulings are recorded: the place's own, and the unions that it belongs to. To be treated alike is not to be governed."""
    tokens = question.law.tokens(place, question.day)
    return sorted(j for j in question.law.jurisdictions if j == place or "group:" + j in tokens)


def lies_in(question, place, jurisdiction):
    """It is the home list alone that treats one place as another: to China's own law Hong Kong is abroad."""
    if jurisdiction == HOME:
        return HOME in question.law.tokens(place, question.day)
    return jurisdiction in own_jurisdictions(question, place)


# --- the import side -----------------------------------------------------------------------------------------------
def import_leg(question, jurisdiction, eccn):
    leg = blank_leg("import", jurisdiction, IMPORT[-1])
    pool = [p for p in question.law.operative(question.day) if p.jurisdiction == jurisdiction and p.effect == "import_restriction"]
    concerned = [p for p in pool if counts_as(p, eccn) and about(question, p) is not False]
    held_back = [p for p in concerned if suspended(question, p) is not False]
    yes = by_order(p for p in concerned if speaks(question, p))
    maybe = [p for p in concerned if speaks(question, p) is None]
    leg["status"] = min((p.import_status for p in yes), key=IMPORT.index, default=IMPORT[-1])
    stricter = [p for p in maybe if IMPORT.index(p.import_status) < IMPORT.index(leg["status"])]
    leg["possible"] = sorted({leg["status"]} | {p.import_status for p in stricter}, key=IMPORT.index)
    leg["because"], leg["conditions"] = yes, conditions_of(yes)
    leg["missing"] = missing_of(question, stricter)
    judged = sorted((p for p in yes if p.policy and p.import_status == leg["status"]), key=policy_rank)
    leg["policy"] = judged[0].policy if judged and len(leg["possible"]) == 1 else None
    return leg, held_back


# --- the whole answer ----------------------------------------------------------------------------------------------
def decide(question):
    exports = [HOME] + [j for j in own_jurisdictions(question, question.export_from) if j != HOME]
    imports = own_jurisdictions(question, question.destination) or [question.destination]
    if question.day < question.law.first_date:
        answer = before_coverage(exports, imports)
        return {**answer, "doubts": doubts(question, answer)}
    item = export_eccn(question)
    exporting = [export_leg(question, jurisdiction) for jurisdiction in exports]
    importing = [import_leg(question, jurisdiction, item) for jurisdiction in imports]
    legs, sides = [leg for leg, _ in exporting], [leg for leg, _ in importing]
    answer = join(legs, sides)
    answer.update(suspended=by_order(p for _, held_back in exporting + importing for p in held_back), before_coverage=False, missing=joined_missing(legs + sides))
    answer["pending"] = pending(question, legs, sides)
    answer["lapsed"] = lapsed(question, legs, sides)
    answer["doubts"] = doubts(question, answer)
    return answer


def export_eccn(question):
    """What the home list counts the item as, whether or not anything is exported from home."""
    return classify(question, [p for p in question.law.operative(question.day) if p.jurisdiction == HOME])[0]


def before_coverage(exports, imports):
    """Of days that were not researched nothing is known."""
    legs = []
    for jurisdiction in exports:
        leg = blank_leg("export", jurisdiction, "unknown")
        leg.update(domestic=False, eccn=None, eccn_uncertain=False, exception=None, other_exceptions=[], possible=STATUSES)
        legs.append(leg)
    legs += [{**blank_leg("import", jurisdiction, IMPORT[-1]), "possible": IMPORT} for jurisdiction in imports]
    return {"outcome": "unknown", "possible": STATUSES, "legs": legs, "not_admitted_by": None, "suspended": [], "pending": [],
            "missing": [], "lapsed": [], "before_coverage": True}


def join(legs, sides):
    """The most restrictive leg wins; an import side that does not admit the chip forbids it."""
    possible = {min(choice, key=STATUSES.index) for choice in itertools.product(*(leg["possible"] for leg in legs))}
    outcome, refused = min((leg["status"] for leg in legs), key=JOINED.index), None
    refusing = [side["jurisdiction"] for side in sides if side["status"] == "not_admitted"]
    if refusing:
        outcome, possible, refused = "prohibited", {"prohibited"}, refusing[0]
    elif any("not_admitted" in side["possible"] for side in sides) and outcome != "prohibited":
        outcome, possible = "unknown", possible | {"prohibited"}
    return {"outcome": outcome, "possible": [status for status in STATUSES if status in possible], "legs": legs + sides,
            "not_admitted_by": refused}


def joined_missing(legs):
    fields = {}
    for leg in legs:
        for field, provisions in leg["missing"]:
            fields.setdefault(field, set()).update(provisions)
    return [(field, sorted(provisions, key=order)) for field, provisions in sorted(fields.items())]


def signature(answer):
    """What must differ for an answer to count as another one: what decides. Exceptions that are only listed do not."""
    legs = [{**leg, "other_exceptions": None} for leg in plain_legs(answer)]
    return repr([answer["outcome"], answer["possible"], answer["before_coverage"], legs])


def ids(provisions):
    return [provision.id for provision in provisions]


def plain_legs(answer):
    return [{**leg, "because": ids(leg["because"])} for leg in answer["legs"]]


def plain(answer):
    """The answer in lists and texts, as the comparison takes it."""
    return {**{key: answer[key] for key in ("outcome", "possible", "not_admitted_by", "before_coverage", "missing", "doubts")},
            "legs": plain_legs(answer), **{key: ids(answer[key]) for key in ("suspended", "pending", "lapsed")}}


def next_change(question, points):
    """The next day from which the answer is another one, and its outcome. Before coverage there is no answer to change."""
    if question.day < question.law.first_date:
        return None
    now = signature(decide(question))
    for day in points:
        if day > question.day:
            then = decide(question.on(day))
            if signature(then) != now:
                return day, then["outcome"]
    return None


def intervals(question, points):
    """(from, until, outcome) from the question's day on, neighbours with the same answer being one."""
    found, before = [], None
    for day in [question.day] + [point for point in points if point > question.day]:
        answer = decide(question.on(day))
        if signature(answer) != before:
            before = signature(answer)
            found.append((day, answer["outcome"]))
    ends = [day for day, _ in found[1:]] + [None]
    return [(day, end, outcome) for (day, outcome), end in zip(found, ends)]
