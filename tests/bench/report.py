"""Results as the tables of the README."""


def number(value):
    if value >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def with_spread(figure):
    return f"{number(figure['median'])} ({number(figure['min'])}–{number(figure['max'])})"


def verdict(result):
    if not result["goals"]:
        return "–"
    labels = {"cpu_us": "CPU ", "p99_us": "p99 "}
    return ", ".join(f"{labels.get(one['of'], '')}{one['goal']}: {'met' if one['met'] else '**missed**'}"
                     for one in result["goals"])


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def against_floor(results):
    head = ("64 connections", "bytes", "requests/s", "÷ floor", "CPU µs", "÷ floor", "p50 / p99 µs", "p99 ÷ floor", "goal")
    return table(head, [(one["name"], number(one["bytes"]), with_spread(one["ours"]["rps"]), with_spread(one["ratio"]["rps"]),
                         number(one["ours"]["cpu_us"]["median"]), with_spread(one["ratio"]["cpu_us"]),
                         f"{number(one['ours']['p50_us']['median'])} / {number(one['ours']['p99_us']['median'])}",
                         with_spread(one["ratio"]["p99_us"]), verdict(one)) for one in results])


def connections(results):
    head = ("connections, `explain=summary`", "requests/s", "÷ 64 connections", "p99 µs", "goal")
    return table(head, [(str(one["connections"]), with_spread(one["ours"]["rps"]), with_spread(one["ratio"]["rps"]),
                         with_spread(one["ours"]["p99_us"]), verdict(one)) for one in results])


def peers(results):
    head = ("`explain=none` against", "bytes of theirs", "their requests/s", "ours ÷ theirs", "our CPU ÷ theirs",
            "p99 ÷ theirs", "goal")
    rows = [(one["name"], number(one["bytes"]), with_spread(one["theirs"]["rps"]), with_spread(one["ratio"]["rps"]),
             with_spread(one["ratio"]["cpu_us"]), with_spread(one["ratio"]["p99_us"]), verdict(one)) for one in results["peers"]]
    rows += [(name, "–", f"not measured: {why}", "–", "–", "–", "–") for name, why in results["missing"].items()]
    return table(head, rows)


def small(results):
    start, memory = results["cold_start"], results["memory"]
    rows = [("cold start to the first answer, ms", with_spread(start["ours_ms"]), with_spread(start["floor_ms"]),
             with_spread(start["ratio"]), verdict(start))]
    floor = memory["servers"]["floor"]
    for name, one in memory["servers"].items():
        if name != "floor":
            rows.append((f"idle memory (PSS), MB; {name}", number(one["idle_kb"] / 1024), number(floor["idle_kb"] / 1024),
                         number(one["idle_kb"] / floor["idle_kb"]), verdict(memory) if name == "ours, 1 thread" else "–"))
            rows.append((f"memory a kept connection, KB; {name}", number(one["connection_kb"]), number(floor["connection_kb"]),
                         number(one["connection_kb"] / floor["connection_kb"]), "–"))
    return table(("small", "ours", "floor", "÷ floor", "goal"), rows)


def writes(results):
    readers, commits = results["readers"], results["commits"]
    told = (f"{number(readers['writes_a_second']['median'])} writes/s of {number(readers['write_p50_ms']['median'])} ms each beside "
            "64 connections")
    rows = [(f"requests/s of the readers, {told}", with_spread(readers["ours"]["rps"]), with_spread(readers["theirs"]["rps"]),
             with_spread(readers["ratio"]["rps"]), "–"),
            (f"p99 µs of the readers, {told}", with_spread(readers["ours"]["p99_us"]), with_spread(readers["theirs"]["p99_us"]),
             with_spread(readers["ratio"]["p99_us"]), "errors: none"),
            ("commits of one document a second, db/", with_spread(commits["db"]), with_spread(commits["disk"]),
             with_spread(commits["ratio"]["db"]), verdict({"goals": commits["goals"][:1]})),
            ("commits of one document a second, one client with PUT", with_spread(commits["http"]), with_spread(commits["disk"]),
             with_spread(commits["ratio"]["http"]), verdict({"goals": commits["goals"][1:]}))]
    return table(("writes", "ours", "without writes, or the disk alone", "ratio", "goal"), rows)


def screenings(results):
    labels = {"lines": "lines/s ", "sql": "÷ SQL ", "memory": "of 16 B a line + 2 MB "}
    rows = [(f"{one['lines']:,}", with_spread(one["lines_a_second"]), with_spread(one["by_sql"]), with_spread(one["ratio"]),
             with_spread(one["bytes_a_line"]),
             ", ".join(f"{labels[goal['of']]}{goal['goal']}: {'met' if goal['met'] else '**missed**'}" for goal in one["goals"]))
            for one in results["sizes"]]
    beside = results["beside"]
    told = (f"The p99 of `explain=summary` on 8 connections beside screenings: {with_spread(beside['beside_p99_us'])} µs, idle "
            f"{with_spread(beside['idle_p99_us'])} µs, ratio {with_spread(beside['ratio'])}; goal {verdict(beside)}.")
    return table(("lines screened over HTTP", "lines/s", "by SQL a line", "÷ SQL", "memory a line, B", "goal"), rows) + "\n\n" + told


def machine(results):
    one, settings = results["machine"], results["settings"]
    versions = ", ".join(f"{name} {version}" for name, version in one["versions"].items())
    others = results["others"]
    told = (f"; other work on the machine took {number(others['median'])} processors, at most {number(others['max'])}" if others else "")
    return (f"Measured at {one['revision']} on {results['began']}: {one['cpu']}, {one['processors']} processors, {one['memory_gib']} GiB, "
            f"{one['system']}, Linux {one['kernel']}; {versions}. {settings['rounds']} rounds of {settings['seconds']} s{told}.")


SECTIONS = {"against_floor": against_floor, "peers": peers, "connections": connections, "screenings": screenings, "small": small,
            "writes": writes}


def markdown(results):
    parts = [machine(results)] + [show(results[key]) for key, show in SECTIONS.items() if results.get(key)]
    return "\n\n".join(parts)
