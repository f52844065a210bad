"""Whether a provision speaks of what is asked: who, where to, where from, which item. True, False, or None for "cannot be told"."""

from law import HOME, ITEM_FACTS, facts_of, hypothetical, meets, order


class Question:
    """One question, and what it needs again and again."""

    def __init__(self, law, chip, destination, day, hq=None, export_from=None, circumstances=None):
        """`chip` is a recorded one's id, or a dictionary: a hypothetical one's members."""
        self.law, self.day, self.destination, self.hq, self.export_from = law, day, destination, hq, export_from or HOME
        self.circumstances, self.unstated = circumstances or {}, False
        recorded = isinstance(chip, str)
        self.names = {chip, law.chips[chip]["product"]} if recorded else set()
        self.facts = facts_of(law.chips[chip] if recorded else hypothetical(law, chip))
        self.to, self.start = law.tokens(destination, day), law.tokens(self.export_from, day)
        self.headquarters = law.tokens(hq, day) if hq else None

    def open(self):
        """The same, but what was not stated is not known instead of not given."""
        other = Question.__new__(Question)
        other.__dict__.update(self.__dict__, unstated=None)
        return other

    def on(self, day):
        other = Question.__new__(Question)
        other.__dict__.update(self.__dict__, day=day, to=self.law.tokens(self.destination, day),
                              start=self.law.tokens(self.export_from, day),
                              headquarters=self.law.tokens(self.hq, day) if self.hq else None)
        return other


# --- three values --------------------------------------------------------------------------------------------------
COMPARISONS = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
               ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "in": lambda a, b: a in b}


def compare(question, test):
    field, wanted = test["field"], test["value"]
    if field in ITEM_FACTS:
        value = question.facts[field]
        return None if value is None else COMPARISONS[test["op"]](value, wanted)
    if field in question.circumstances:
        return COMPARISONS[test["op"]](question.circumstances[field], wanted)
    if question.unstated is None:
        return None
    # Not stated: a yes-or-no question is answered no, any other comparison fails.
    return COMPARISONS[test["op"]](False, wanted) if isinstance(wanted, bool) else False


def holds(question, predicate):
    """Kleene: one false settles `all`, one true settles `any`, whatever else is not known."""
    if predicate is None:
        return True
    for word, settles in (("all", False), ("any", True)):
        if word in predicate:
            values = [holds(question, part) for part in predicate[word]]
            return settles if settles in values else None if None in values else not settles
    return compare(question, predicate)


def missing_facts(question, predicate):
    """The unknown facts in those parts of a predicate that cannot be told."""
    if holds(question, predicate) is not None:
        return set()
    parts = predicate.get("all") or predicate.get("any")
    if not parts:
        return {predicate["field"]}
    return set().union(*(missing_facts(question, part) for part in parts))


# --- matching ------------------------------------------------------------------------------------------------------
def places_meet(question, provision):
    """Destination and headquarters. No destinations at all means not disclosed, which meets nothing."""
    if not provision.include & question.to or provision.exclude & question.to:
        return False
    return not provision.headquarters or hq_meets(question, provision)


def hq_meets(question, provision):
    return question.hq is not None and question.hq != question.destination and bool(provision.headquarters & question.headquarters)


def about(question, provision):
    """Whether a provision speaks of this item, going from there to here: everything but the classification. Three values."""
    if provision.export_from is not None and not provision.export_from & question.start:
        return False
    if not places_meet(question, provision):
        return False
    if provision.chips is not None and not provision.chips & question.names:
        return False
    return holds(question, provision.predicate)


def suspensions_of(question, provision):
    return [suspension for suspension in question.law.suspensions if {provision.id, provision.ruling} & suspension.targets
            and suspension.standing == "operative" and meets(question.day, suspension.start, suspension.end)]


def suspended(question, provision, chain=()):
    """Whether a suspension in force reaches it here; three values. One that is itself suspended suspends nothing."""
    answers = [both(about(question, s), denied(suspended(question, s, chain + (s.id,))))
               for s in suspensions_of(question, provision) if s.id not in chain]
    return True if True in answers else None if None in answers else False


def speaks(question, provision):
    """Whether it speaks of what is asked and is not suspended."""
    answer = about(question, provision)
    return answer if answer is False else both(answer, denied(suspended(question, provision)))


def both(a, b):
    return False if a is False or b is False else None if a is None or b is None else True


def denied(answer):
    return None if answer is None else not answer


def missing_of(question, provisions):
    """The unknown facts that keep provisions uncertain, their suspensions' too: (field, provisions) by name."""
    fields = {}
    for provision in provisions:
        predicates = [provision.predicate] + [s.predicate for s in suspensions_of(question, provision) if about(question, s) is not False]
        for field in set().union(*(missing_facts(question, predicate) for predicate in predicates)):
            fields.setdefault(field, set()).add(provision.id)
    return [(field, sorted(ids, key=order)) for field, ids in sorted(fields.items())]


# --- classification ------------------------------------------------------------------------------------------------
def classify(question, provisions):
    """The ECCN that certainly governs (or None), and the classifications ranking above it that may hold and make it another."""
    certain, possible = None, []
    ranked = sorted((p for p in provisions if p.effect == "classify"), key=lambda p: (-p.priority, order(p.id)))
    for provision in ranked:
        answer = speaks(question, provision)
        if answer is True:
            certain = provision
            break
        if answer is None:
            possible.append(provision)
    eccn = certain.eccns[0] if certain else None
    return eccn, [p for p in possible if p.eccns[0] != eccn]
