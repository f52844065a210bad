"""Medians with their spread, ratios of the same round, and goals."""

from dataclasses import dataclass
from statistics import median


@dataclass
class Goal:
    """`which` of the figures must be at least, or at most, `limit`; a stretch is wished for only."""

    which: str
    limit: float
    most: bool = False

    def judge(self, figures):
        value = figures[self.which]["median"]
        return value <= self.limit if self.most else value >= self.limit

    def __str__(self):
        return f"{'≤' if self.most else '≥'} {self.limit:g}"


def at_least(which, limit):
    return Goal(which, limit)


def at_most(which, limit):
    return Goal(which, limit, most=True)


def spread(values):
    return {"median": median(values), "min": min(values), "max": max(values)}


def compare(ours, theirs, measures=("rps", "cpu_us", "p50_us", "p99_us")):
    """Medians of both sides and of the ratios of the same round."""
    return {"ours": {measure: spread([run[measure] for run in ours]) for measure in measures},
            "theirs": {measure: spread([run[measure] for run in theirs]) for measure in measures},
            "ratio": {measure: spread([a[measure] / max(b[measure], 1e-9) for a, b in zip(ours, theirs)])
                      for measure in measures}}


def judge(goals, figures):
    return [{"of": goal.which, "goal": str(goal), "value": figures[goal.which]["median"], "met": goal.judge(figures)}
            for goal in goals]


QUIET, ENOUGH, REPEATS = 0.25, 3, 2


def turns(rounds, one_round):
    """The runs by name of so many rounds, after one that does not count where there are several. A round in which others
    kept more than a quarter of a processor busy is asked for again, twice at most; such rounds count only when too few
    others are left."""
    if rounds > 1:
        one_round()
    quiet, noisy = [], []
    while len(quiet) < rounds and len(quiet) + len(noisy) < rounds + (REPEATS if rounds > 1 else 0):
        runs = one_round()
        (quiet if max(run["others"] for run in runs.values()) <= QUIET else noisy).append(runs)
    counted = quiet if len(quiet) >= min(ENOUGH, rounds) else quiet + noisy
    return {name: [runs[name] for runs in counted] for name in counted[0]}
