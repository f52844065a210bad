"""Holds the program's decisions against the auditor's. Any difference prints the question as a command, and both answers, and fails.

    audit.py BINARY [--seconds N] [--seed N]
"""

import argparse
import json
import pathlib
import random
import secrets
import shlex
import sys
import tempfile
import time
import urllib.parse

sys.dont_write_bytecode = True
from decision import decide, intervals, next_change, plain  # noqa: E402
from edits import Editor  # noqa: E402
from law import facts_of, hypothetical  # noqa: E402
from matching import Question  # noqa: E402
from program import Program, decimal  # noqa: E402
import program  # noqa: E402
from questions import Sampler  # noqa: E402

CASES = pathlib.Path(__file__).resolve().parents[1] / "golden" / "cases.json"
BATCH = 100
SHOWN = 5
DIFFERENCES_MAX = 1000
FIRST = "2022-06-01"  # a little before coverage


class Audit:
    def __init__(self, served):
        self.served, self.answers, self.differences, self.kinds = served, 0, 0, {}

    def differ(self, body, told, expected, what):
        self.differences += 1
        self.kinds[what] = self.kinds.get(what, 0) + 1
        if self.kinds[what] <= SHOWN:
            print(f"difference in {what}:\n  curl -s --json {shlex.quote(json.dumps(body, default=decimal))} localhost:8080/v1/eligibility")
            print(f"    the program: {told}\n    the auditor: {expected}")

    def compare(self, body, told, expected):
        self.answers += 1
        for key, value in expected.items():
            if key != "legs" and told[key] != value:
                return self.differ(body, told[key], value, key)
        if [leg["jurisdiction"] for leg in told["legs"]] != [leg["jurisdiction"] for leg in expected["legs"]]:
            return self.differ(body, [l["jurisdiction"] for l in told["legs"]], [l["jurisdiction"] for l in expected["legs"]], "legs")
        for ours, theirs in zip(expected["legs"], told["legs"]):
            for key, value in ours.items():
                if theirs[key] != value:
                    return self.differ(body, theirs[key], value, f"legs[].{key}")

    def batch(self, law, queries, common, changes=False):
        """Ask 100 questions at once, and hold each answer against the auditor's own."""
        common = {**common, "explain": "summary" if changes else "none"}
        status, answered = self.served.ask("POST", "/v1/eligibility", {**common, "queries": queries})
        if status != 200:
            return self.differ({**common, "queries": queries}, answered, "an answer", "the request")
        points = law.change_points() if changes else []
        for asked, item in zip(queries, answered["items"]):
            body = {**common, "queries": [asked]}
            if "decision" not in item:
                self.differ(body, item["problem"], "a decision", "a query")
                continue
            told, question = item["decision"], question_of(law, asked)
            self.compare(body, program.plain(told), plain(decide(question)))
            self.metrics(body, law, asked, told)
            self.currency(body, law, asked, told)
            if changes:
                change = told["next_change"] and (told["next_change"]["date"], told["next_change"]["outcome"])
                expected = next_change(question, points)
                if change != expected:
                    self.differ(body, change, expected, "next_change")

    def metrics(self, body, law, asked, told):
        if isinstance(asked["chip"], str):
            return
        exact = facts_of(hypothetical(law, asked["chip"]))
        for name, value in told["question"]["specification"]["metrics"].items():
            if name in exact and not same_number(value, exact[name]):
                self.differ(body, value, exact[name], f"metrics.{name}")

    def currency(self, body, law, asked, told):
        expected = law.verified_through, bool(law.verified_through and asked["date"] > law.verified_through)
        if (told["currency"]["verified_through"], told["currency"]["projected"]) != expected:
            self.differ(body, told["currency"], expected, "currency")


def same_number(told, exact):
    if told is None or exact is None or isinstance(exact, bool):
        return told == exact
    return abs(told - exact) <= abs(exact) / 10**14


def question_of(law, asked):
    return Question(law, asked["chip"], asked["destination"], asked["date"], asked.get("hq"), asked.get("export_from"),
                    asked.get("circumstances"))


def golden(audit, law, version):
    """The cases that were written from the sources: as the program answers them, and as they demand."""
    cases = json.loads(CASES.read_text())
    for start in range(0, len(cases), BATCH):
        queries = [{"chip": default_variant(law, case["chip"]), "destination": case["destination"], "date": case["date"],
                    "hq": case["headquartered_in"]} for case in cases[start:start + BATCH]]
        audit.batch(law, queries, {"known_at": version}, changes=True)
    for case in cases:
        demanded = case["expect"]
        leg = plain(decide(Question(law, default_variant(law, case["chip"]), case["destination"], case["date"], case["headquartered_in"])))["legs"][0]
        rulings = {provision.split("#")[0] for provision in leg["because"]}
        if leg["status"] != demanded["status"] or demanded["policy"] not in (None, leg["policy"]) or \
                demanded["eccn"] not in (None, leg["eccn"]) or not set(demanded["basis"]) <= rulings:
            audit.differ(case, demanded, leg, "a golden case")
    return len(cases)


def default_variant(law, name):
    if name in law.chips:
        return name
    return next(chip["id"] for chip in law.chips.values() if chip["product"] == name and chip["default_variant"])


def histories(audit, law, sampler, version, count):
    """Where intervals begin and end, and what each says."""
    for _ in range(count):
        asked = sampler.question(law)
        if not isinstance(asked["chip"], str):
            asked["chip"] = sampler.random.choice(sampler.chips)
        fixed = {name: asked[name] for name in ("chip", "destination", "hq", "export_from") if name in asked}
        stated = {f"circumstance.{field}": written(value) for field, value in asked.get("circumstances", {}).items()}
        target = "/v1/history?" + urllib.parse.urlencode({**fixed, **stated, "from": FIRST, "known_at": version})
        status, told = audit.served.ask("GET", target)
        told = [(i["from"], i["until"], i["outcome"]) for i in told["intervals"]] if status == 200 else told
        question = question_of(law, {**asked, "date": FIRST})
        expected = intervals(question, law.change_points())
        audit.answers += 1
        if told != expected:
            audit.differ({"history": target}, told, expected, "history")


def written(value):
    return str(value).lower() if isinstance(value, bool) else value


def sample(audit, law, sampler, version, batches):
    """Random batches about one data version."""
    for _ in range(batches):
        without = sampler.without()
        common = {"known_at": version, **({"assume": {"without": without}} if without else {})}
        supposed = law.less(without) if without else law
        asker = Sampler(supposed, sampler.random) if without else sampler  # a value that no provision asks for is refused
        queries = [asker.question(supposed) for _ in range(BATCH)]
        audit.batch(supposed, queries, common, changes=sampler.random.random() < 0.1)


def edited(audit, random_, version, newest):
    """A few edits more, then the newest version and one that was there before: neither may speak for the other."""
    law, raw = newest
    editor = Editor(law, Sampler(law, random_), random_)
    for _ in range(4):
        editor.edit(audit.served, raw)
    version = audit.served.version()
    newest, at = audit.served.export(version), random_.randrange(1, version)
    sample(audit, newest[0], Sampler(newest[0], random_), version, 4)
    older = audit.served.export(at)[0]
    sample(audit, older, Sampler(older, random_), at, 1)
    return version, newest


def go(audit, random_, until):
    bundled = version = audit.served.version()
    newest = audit.served.export(version)
    law = newest[0]
    cases = golden(audit, law, version)
    sampler = Sampler(law, random_)
    while True:
        version, newest = edited(audit, random_, version, newest)
        sample(audit, law, sampler, bundled, 5)
        histories(audit, law, sampler, bundled, 5)
        if time.monotonic() >= until or audit.differences > DIFFERENCES_MAX:
            return cases, version


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9), help="fresh where none is given")
    arguments = parser.parse_args()
    print(f"audit: seed {arguments.seed}")
    until = time.monotonic() + arguments.seconds
    with tempfile.TemporaryDirectory() as folder:
        served = Program(arguments.binary, folder)
        try:
            audit = Audit(served)
            cases, versions = go(audit, random.Random(arguments.seed), until)
        finally:
            served.stop()
    for what, count in sorted(audit.kinds.items()):
        print(f"{count} differences in {what}")
    print(f"audit: {cases} golden cases and {audit.answers:,} answers recomputed, {versions} data versions, seed {arguments.seed}: "
          f"{audit.differences} differences")
    return 1 if audit.differences else 0


if __name__ == "__main__":
    sys.exit(main())
