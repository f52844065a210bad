"""Asks a running server what Hypothesis makes of openapi.yaml: properties.py http://127.0.0.1:PORT [--examples N] [--seconds S] [--seed N].

Whatever is asked: the status is documented and none of 500 or more but 501, 503 and 505; headers and body are as documented; an error names
what was sent; HEAD is GET without its body; and an answer is 304 for its own ETag. What falsifies one of these is made as small as can be.
With --seconds it goes on with other seeds until the time is up.
"""

import argparse
import sys
import time

import contract
import strategies
from hypothesis import HealthCheck, Phase, given, seed, settings

OURS = (501, 503, 505)
SEED = 20250501
ERROR_PLACES = ("Accept", "If-Match", "If-None-Match", "Authorization")
VARYING = {"request-id", "date", "connection", "keep-alive"}


class Counts:
    """What was asked and how it was answered."""

    def __init__(self):
        self.requests, self.good, self.statuses, self.errors, self.cached = 0, 0, set(), 0, 0


def points(document, pointer):
    """Whether a JSON pointer leads to something."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list):
            if not step.isdigit() or int(step) >= len(document):
                return False
            document = document[int(step)]
        elif isinstance(document, dict) and step in document:
            document = document[step]
        else:
            return False
    return True


def check_error(request, error):
    """An error names a parameter or a place that was sent, or should have been."""
    if "pointer" in error:
        assert points(request.body, error["pointer"]), f"{error} leads nowhere"
        return
    # Without a value it is one that is missing.
    declared = {parameter["name"] for parameter in contract.parameters(request.operation)
                if parameter["in"] == "path" or "value" not in error}
    sent = {name for name, _ in request.pairs} | declared | set(ERROR_PLACES)
    assert error.get("parameter") in sent, f"{error} names what was not sent"


def check_problems(request, problem, counts):
    for error in problem.get("errors", []):
        assert error.get("detail") or error.get("suggestion"), f"{error} says nothing"
        counts.errors += 1
        check_error(request, error)


def check_again(server, request, answer, counts):
    """HEAD is GET without its body; what is known already is not sent again."""
    head = server.ask(request.target, "HEAD", request.headers)
    assert (head.status, head.body) == (answer.status, b""), f"HEAD answers {head.status}"
    varying = VARYING | ({"content-length"} if "no-store" in answer.headers.get("cache-control", "") else set())
    lost = {name for name, value in answer.headers.items() if name not in varying and head.headers.get(name) != value}
    assert not lost, f"HEAD differs in {lost}"
    if answer.status == 200 and "etag" in answer.headers:
        again = server.ask(request.target, "GET", {**request.headers, "If-None-Match": answer.headers["etag"]})
        assert (again.status, again.body) == (304, b""), f"{again.status} for its own ETag"
        counts.cached += 1


def check_request(server, request, counts):
    answer = server.ask(request.target, request.method, request.headers, request.body)
    counts.requests += 1
    counts.good += answer.status < 300
    counts.statuses.add(answer.status)
    assert answer.status < 500 or answer.status in OURS, f"{answer.status}: {answer.body[:500]}"
    # A value of a path may spell another address, or none; and what is no request belongs to no operation.
    faults = contract.answer_faults(request.operation, answer)
    assert not faults, f"{answer.status}: {'; '.join(faults)}"
    if answer.status >= 400 and answer.type == contract.PROBLEM:
        check_problems(request, answer.json(), counts)
    elif answer.status == 200 and request.path == "/v1/eligibility" and request.method == "POST":
        for item in answer.json()["items"]:
            check_problems(request, item.get("problem", {}), counts)
    if request.method == "GET":
        check_again(server, request, answer, counts)


def run(server, examples, number, counts):
    """False where something was falsified, which is told."""
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=(Phase.generate, Phase.shrink), report_multiple_bugs=False, print_blob=False)
    @seed(number)
    @given(strategies.requests())
    def holds(request):
        check_request(server, request, counts)

    try:
        holds()
    except AssertionError as error:
        print(f"FAILED with seed {number}: {error}")
        return False
    return True


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("server")
    parser.add_argument("--examples", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments[1:])
    server, counts, end, number = contract.Server(options.server), Counts(), time.monotonic() + options.seconds, options.seed
    good = run(server, options.examples, number, counts)
    while good and time.monotonic() < end:
        number += 1
        good = run(server, options.examples, number, counts)
    enough = counts.good > counts.requests // 10
    if not enough:
        print(f"FAILED: only {counts.good} of {counts.requests} requests were answered")
    print(f"properties: seeds {options.seed} to {number}, {counts.requests:,} requests, {counts.good:,} answered, {counts.errors:,} errors that name "
          f"their place, {counts.cached:,} ETags, statuses {' '.join(map(str, sorted(counts.statuses)))}, {0 if good else 1} falsified")
    return 0 if good and enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
