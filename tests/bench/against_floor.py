"""Requests a second, CPU and latency against the floor: libmicrohttpd with one body of the same size that never changes."""

from dataclasses import dataclass
from statistics import median

from figures import at_least, at_most, compare, judge, spread, turns
from questions import sample
from servers import QUESTION, Failure, ask
from load import H2load, Wrk, load

FLOOR_HEADERS = 4
CONNECTIONS = (64, 128, 256, 384, 512, 1000)


@dataclass
class Scenario:
    name: str
    targets: object
    goals: list
    headers: tuple = ()
    status: int = 200


def scenarios(questions, etag):
    """Everything that is measured against the floor, with the goals that the project has set itself."""
    fast = [at_least("rps", 0.75), at_most("cpu_us", 1.4), at_most("p99_us", 1.7)]
    constant = [at_least("rps", 0.95)]
    return [
        Scenario("eligibility, `explain=none`", questions.eligibility("none"), fast),
        Scenario("eligibility, `explain=summary`", questions.eligibility("summary"), fast),
        Scenario("eligibility, `explain=full`", questions.eligibility("full"), [at_least("rps", 0.5)]),
        Scenario("eligibility, 304 by `If-None-Match`", questions.eligibility("none"), constant, (f"If-None-Match: {etag}",), 304),
        Scenario("`/healthz`", questions.same("/healthz"), constant),
        Scenario("no such address, 404", questions.same("/v1/nothing"), constant, status=404),
        Scenario("a date that is none, 400", questions.bad_dates(), constant, status=400),
        Scenario("no such chip, 404 with suggestions", questions.unknown_chips(), constant, status=404),
        Scenario("one chip, ruling or event", questions.items(), [at_least("rps", 0.5)]),
        Scenario("a page of 50 of a list", questions.pages(), [at_least("rps", 0.1)]),
    ]


def measure(kit, ours, scenario, rounds, seconds, extra_headers=0):
    """Ours and the floor in turns, after a round that does not count."""
    bodies = sample(ours, scenario.targets, scenario.headers, scenario.status)
    size = round(median(map(len, bodies)))
    client = H2load if scenario.status == 304 else Wrk
    with kit.floor(size, extra_headers) as floor:
        runs = turns(rounds, lambda: {
            "floor": load(floor, scenario.targets, 64, seconds, scenario.headers, client=client),
            "ours": load(ours, scenario.targets, 64, seconds, scenario.headers, scenario.status, client)})
    if any(run["kept"] is False for run in runs["ours"]):
        raise Failure(f"navicert did not keep its connections: {scenario.name}")
    figures = compare(runs["ours"], runs["floor"])
    return {"name": scenario.name, "bytes": size, **figures, "rounds": len(runs["ours"]),
            "others": spread([run["others"] for run in runs["ours"] + runs["floor"]]),
            "client_share": spread([run["client_share"] for run in runs["ours"]]), "goals": judge(scenario.goals, figures["ratio"])}


def run(kit, questions, say, rounds, seconds):
    results = []
    with kit.ours() as ours:
        _, headers, _ = ask(ours.port, QUESTION)
        etag = headers["ETag"]
        for scenario in scenarios(questions, etag):
            say(scenario.name)
            results.append(measure(kit, ours, scenario, rounds, seconds))
        say("a floor with headers")
        same = Scenario("`explain=none`, the floor with as many headers", questions.eligibility("none"), [])
        results.append(measure(kit, ours, same, rounds, seconds, len(headers) - FLOOR_HEADERS))
    say("with the log of requests")
    with kit.ours(log=kit.scratch / "requests.log") as ours:
        logged = Scenario("`explain=none`, with the log of requests", questions.eligibility("none"), [])
        results.append(measure(kit, ours, logged, rounds, seconds))
    return results


def run_connections(kit, questions, say, rounds, seconds, counts=CONNECTIONS):
    """Each number of connections against 64 of the same round. Kept alive means: the same connections early and late in a run."""
    targets = questions.eligibility("summary")
    say("connections")
    with kit.ours() as ours:
        runs = turns(rounds, lambda: {count: load(ours, targets, count, seconds) for count in counts})
    for count in counts:
        if any(run["kept"] is False for run in runs[count]):
            raise Failure(f"navicert did not keep {count} connections")
    results = []
    for count in counts:
        figures = compare(runs[count], runs[counts[0]])
        goals = [at_least("rps", 0.6)] if count != counts[0] else []
        results.append({"connections": count, **figures, "goals": judge(goals, figures["ratio"])})
    return results
