"""Prometheus' text format 0.0.4, read strictly: whatever a collector would have to guess is a fault."""

import re

NAME = r"[a-z_][a-z0-9_]*"
SAMPLE = re.compile(rf"({NAME})(?:\{{(.*)\}})? (\S+)\Z")
LABEL = re.compile(r'([a-z_]+)="([^"\\\n]*)"(?:,|\Z)')
# What may follow the name of a family in its samples.
SUFFIXES = {"counter": ("",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
UNITS = ("_seconds", "_bytes", "_total", "_info", "_fds")


class Metrics:
    """The families of one answer, and all in which they are not as they should be."""

    def __init__(self, text):
        self.types, self.samples, self.faults = {}, {}, []
        if not text.endswith("\n"):
            self.faults.append("the last line has no end")
        self.family, self.helped = None, None
        for line in text.splitlines():
            self.read(line)
        for name, kind in self.types.items():
            self.check_family(name, kind)

    def read(self, line):
        words = line.split(" ", 3)
        if line.startswith("# HELP ") and len(words) == 4:
            self.helped = words[2]
        elif line.startswith("# TYPE ") and len(words) == 4:
            self.begin(words[2], words[3])
        elif not line.startswith("#"):
            self.read_sample(line)
        else:
            self.faults.append(f"'{line}' is neither HELP, TYPE nor a sample")

    def begin(self, name, kind):
        if name in self.types or kind not in SUFFIXES or self.helped != name:
            self.faults.append(f"{name}: TYPE {kind} stands twice, is none, or does not follow its HELP")
        self.types[name], self.family = kind, name

    def read_sample(self, line):
        match = SAMPLE.match(line)
        if not match:
            return self.faults.append(f"'{line}' is no sample")
        name, labels, value = match.groups()
        pairs = LABEL.findall(labels or "")
        if ",".join(f'{key}="{word}"' for key, word in pairs) != (labels or ""):
            self.faults.append(f"'{line}': the labels cannot be read")
        if name not in [f"{self.family}{suffix}" for suffix in SUFFIXES.get(self.types.get(self.family), ())]:
            self.faults.append(f"'{line}' does not belong to {self.family}, which it follows")
        key = (name, tuple(sorted(pairs)))
        if key in self.samples or len(dict(pairs)) != len(pairs):
            self.faults.append(f"'{line}' stands twice")
        self.samples[key] = float(value)

    def check_family(self, name, kind):
        if not re.match(r"(navicert|process)_", name):
            self.faults.append(f"{name} has no prefix of ours")
        if (kind == "counter") != name.endswith("_total"):
            self.faults.append(f"{name}: a counter, and nothing else, ends in _total")
        if re.search(r"_(ms|us|milliseconds|minutes|kb|mb)(_|\Z)", name):
            self.faults.append(f"{name} is not in a base unit")
        if not any(sample.startswith(name) for sample, _ in self.samples):
            self.faults.append(f"{name} has no sample")
        if kind == "histogram":
            self.check_histogram(name)
        elif kind == "counter" and any(value < 0 for (sample, _), value in self.samples.items() if sample == name):
            self.faults.append(f"{name} is less than nothing")

    def check_histogram(self, name):
        """Buckets grow with their bounds, which end in +Inf and are the same for all; the last is the count."""
        series = {}
        for (sample, labels), value in self.samples.items():
            if sample == f"{name}_bucket":
                bound = dict(labels)["le"]
                series.setdefault(tuple(pair for pair in labels if pair[0] != "le"), []).append((float(bound), value))
        if len({tuple(bound for bound, _ in buckets) for buckets in series.values()}) != 1:
            self.faults.append(f"{name}: the bounds differ")
        for labels, buckets in series.items():
            counts = [count for _, count in buckets]
            total, time = self.samples.get((f"{name}_count", labels)), self.samples.get((f"{name}_sum", labels))
            if buckets != sorted(buckets) or counts != sorted(counts) or buckets[-1][0] != float("inf"):
                self.faults.append(f"{name}{dict(labels)}: the buckets do not add up")
            if total != counts[-1] or time is None or (time > 0) > (total > 0):
                self.faults.append(f"{name}{dict(labels)}: count {total} and sum {time} do not fit the buckets")

    def value(self, name, **labels):
        """The sum of all samples of that name with those labels."""
        wanted = set(labels.items())
        return sum(value for (sample, pairs), value in self.samples.items() if sample == name and wanted <= set(pairs))

    def words(self, name, label):
        """The values of a label."""
        return {dict(pairs)[label] for sample, pairs in self.samples if sample == name and label in dict(pairs)}
