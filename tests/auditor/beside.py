"""What stands beside a decision and never decides: what is pending, what has lapsed unverified, and the known doubts of the data."""

from law import NEVER, meets, order
from matching import about

ANY = object()  # an ECCN that may be any


def counts_as(provision, eccn):
    """Whether a provision is about items of this classification."""
    return eccn is ANY or not provision.eccns or provision.effect == "classify" or eccn in provision.eccns


def of_interest(question, provision, legs, sides, eccn):
    """Whether a provision, were it in force, might bear on this question. What was not stated may be so."""
    abroad = {leg["jurisdiction"] for leg in legs if not leg["domestic"]}
    beside = {side["jurisdiction"] for side in sides}
    if provision.effect in ("import_restriction", "tariff"):
        heard = provision.jurisdiction in beside
    else:
        heard = provision.jurisdiction in abroad or provision.effect == "guidance" and provision.jurisdiction in beside
    return heard and counts_as(provision, eccn) and about(question, provision) is not False


def pending(question, legs, sides):
    """Rulings announced or proposed by then (or, if nobody told when, begun), and not ended, that would meet the question.

    As what they would count the item is open.
    """
    return [p for p in question.law.provisions if p.standing != "operative" and (p.announced_on or p.start) <= question.day < p.end
            and of_interest(question, p, legs, sides, ANY)]


def lapsed(question, legs, sides):
    """What ended by the calendar alone since it was last verified, and what such an end has set free again.

    Whatever may have borne on the question counts: what was not stated may be so, and the item may have counted as something else.
    """
    found = []
    for p in question.law.provisions:
        if p.standing != "operative" or not p.verified_through < p.end <= question.day or p.end == NEVER:
            continue
        if p.effect != "suspend" and of_interest(question.open(), p, legs, sides, ANY):
            found.append(p)
        if p.effect == "suspend" and about(question.open(), p) is not False:
            freed = [q for q in question.law.operative(question.day) if {q.id, q.ruling} & p.targets
                     and of_interest(question.open(), q, legs, sides, ANY)]
            found += freed + ([p] if freed else [])
    return by_order(found)


def doubts(question, answer):
    resting = {p.ruling for leg in answer["legs"] for p in leg["because"]}
    resting |= {p.ruling for p in answer["suspended"] + answer["lapsed"]}
    resting |= {leg["exception"][1].split("#")[0] for leg in answer["legs"] if leg.get("exception")}
    found = []
    for doubt in question.law.dataset["doubts"]:
        subject = doubt["about"]
        if not meets(question.day, subject["from"] or "", subject["until"] or NEVER):
            continue
        if subject["chips"] and not question.names & set(subject["chips"]):
            continue
        if subject["destinations"] and not question.to & set(subject["destinations"]) or question.to & set(subject["except"]):
            continue
        if subject["headquartered_in"] and not (question.hq and question.headquarters & set(subject["headquartered_in"])):
            continue
        if subject["rulings"] and not resting & set(subject["rulings"]):
            continue
        found.append(doubt["id"])
    return found


def by_order(provisions):
    return sorted(set(provisions), key=lambda provision: order(provision.id))
