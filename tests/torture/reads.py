"""One request of each kind that reads, and what it answered while all was well."""

import json
from http.client import HTTPException

from trial import expect

LINES = b'{"chip":"nvidia-h20","destination":"CN","date":"2025-05-01"}\n' * 40 + b'{"chip":"nvidia-l20","destination":"DE","date":"2024-01-01"}\n' * 40
DAY = "date=2025-05-01&known_at=1"
OF_THE_HEAD = ("service", "ready")  # the only ones that change with what is recorded
REQUESTS = {
    "service": ("GET", "/v1", None),
    "chip": ("GET", f"/v1/chips/nvidia-h20?{DAY}", None),
    "chips": ("GET", f"/v1/chips?{DAY}&sort=-released_on,name&facets=vendor,kind&limit=200", None),
    "chips as CSV": ("GET", f"/v1/chips?{DAY}&format=csv", None),
    "ruling": ("GET", f"/v1/rulings/us-bis-2025-04-09-nvidia-h20-letter?{DAY}", None),
    "rulings": ("GET", f"/v1/rulings?{DAY}&status=in_force&sort=-effective_from", None),
    "event": ("GET", "/v1/events/2022-08-01-chips-act-signed?known_at=1", None),
    "events": ("GET", "/v1/events?known_at=1&sort=headline&facets=category&q=license", None),
    "events as Atom": ("GET", "/v1/events?known_at=1&format=atom&limit=10", None),
    "destination": ("GET", f"/v1/destinations/CN?{DAY}", None),
    "destinations": ("GET", f"/v1/destinations?{DAY}&limit=200", None),
    "groups": ("GET", "/v1/groups?known_at=1", None),
    "disputes": ("GET", "/v1/disputes?known_at=1", None),
    "eligibility": ("GET", f"/v1/eligibility?chip=nvidia-h20&destination=CN&explain=full&{DAY}", None),
    "history": ("GET", "/v1/history?chip=nvidia-h20&destination=CN&known_at=1&from=2022-08-01&to=2026-01-01", None),
    "search": ("GET", "/v1/search?q=h20+license&known_at=1", None),
    "matrix": ("GET", f"/v1/matrix?{DAY}&destinations=CN,DE", None),
    "diff": ("GET", "/v1/diff?from=2023-01-01&to=2025-05-01&destinations=CN&known_at=1", None),
    "changes": ("GET", "/v1/changes?known_at=1&limit=20", None),
    "columns": ("GET", "/v1/columns", None),
    "problem": ("GET", "/problems/no_space", None),
    "ready": ("GET", "/readyz", None),
    "questions": ("POST", "/v1/eligibility", {"date": "2025-05-01", "known_at": 1, "queries": [
        {"chip": "nvidia-h20", "destination": "CN"}, {"chip": "nvidia-l20", "destination": "AE", "hq": "CN"}]}),
    "screening": ("POST", f"/v1/screenings?{DAY}", LINES),
}


def send(client, name):
    method, target, body = REQUESTS[name]
    return client.ask(target, method, {"Content-Type": "application/x-ndjson"} if isinstance(body, bytes) else {}, body)


def references(client):
    """The answer of each."""
    found = {}
    for name in REQUESTS:
        answer = send(client, name)
        expect(answer.status == 200, f"{name}: {answer.told()}")
        found[name] = answer.body
    return found


def is_problem(answer, *codes):
    """A problem document that says what it is; of those codes, if any are given."""
    if not answer.headers.get("Content-Type", "").startswith("application/problem+json"):
        return False
    body = json.loads(answer.body)
    return body["status"] == answer.status and (not codes or body["code"] in codes)


def check(client, known, name, may_fail=False):
    """A right answer; where it may fail, else an honest error of ours or a connection that ends. True: it was answered."""
    try:
        answer = send(client, name)
    except (OSError, HTTPException):
        expect(may_fail, f"{name}: no answer")
        return False
    if answer.status == 200:
        if name in OF_THE_HEAD:
            return True
        expect(answer.body == known[name], f"{name}: another answer than while all was well: {answer.body[:300]!r}")
        return True
    expect(may_fail and answer.status >= 500 and is_problem(answer), f"{name}: {answer.told()}")
    return False
