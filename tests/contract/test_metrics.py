"""Holds GET /metrics of a running server to the format and to what was asked: test_metrics.py http://127.0.0.1:PORT TOKEN.

Nobody else may ask meanwhile. One connection stays on one loop, so what was asked on it is counted when it asks on.
"""

import socket
import sys
import threading
import time

import contract
from metrics import Metrics

COUNT, TIME = "navicert_http_requests_total", "navicert_http_request_duration_seconds"
BYTES, PROBLEMS = "navicert_http_response_size_bytes_total", "navicert_http_problems_total"


def read(server, report):
    answer = server.ask("/metrics")
    operation = contract.operation_at("/metrics")
    faults = contract.answer_faults(operation, answer)
    report.check(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8", f"/metrics is {answer.headers['content-type']}")
    metrics = Metrics(answer.body.decode())
    report.check(not faults + metrics.faults, f"/metrics: {'; '.join((faults + metrics.faults)[:5])}")
    return metrics


def grown(before, after, name, **labels):
    return after.value(name, **labels) - before.value(name, **labels)


def routes():
    return [(path, method.upper()) for path, item in contract.API["paths"].items() for method in item if method in ("get", "post", "put", "delete")]


def test_routes(server, report, token):
    """Each operation has its series before anybody asks, and none of them tells an address."""
    metrics = read(server, report)
    known = {(dict(pairs)["route"], dict(pairs)["method"]) for name, pairs in metrics.samples if name in (COUNT, f"{TIME}_count", BYTES)}
    report.check(known == set(routes()) | {("none", "any"), ("dashboard", "any")}, f"the routes differ: {sorted(known ^ set(routes()))}")
    report.check(metrics.words(PROBLEMS, "code") == {item["code"] for item in server.ask("/problems").json()["items"]}, "the codes differ")


# Method, target, how often; then what is counted of them all.
ASKED = (("GET", "/healthz", 7), ("GET", "/v1/chips/h20", 3), ("HEAD", "/v1/chips/h20", 2), ("GET", "/v1/chips/h2000", 4),
         ("GET", "/v1/chips?vender=x", 1), ("GET", "/secretive/address", 2), ("OPTIONS", "/v1/chips", 1), ("DELETE", "/v1/chips/h20", 2))
COUNTED = (("/healthz", "GET", "2xx", 7), ("/v1/chips/{chip}", "GET", "2xx", 5), ("/v1/chips/{chip}", "GET", "4xx", 4),
           ("/v1/chips", "GET", "4xx", 1), ("none", "any", "4xx", 2), ("none", "any", "2xx", 1), ("/v1/chips/{chip}", "DELETE", "4xx", 2))


def test_counts(server, report, token):
    """What was sent is what is counted, by route, method and status; durations and bytes go with it."""
    before, sent = read(server, report), 0
    for method, target, times in ASKED:
        for _ in range(times):
            sent += len(server.ask(target, method).body)
    after = read(server, report)
    for route, method, status, times in COUNTED:
        counted = grown(before, after, COUNT, route=route, method=method, status=status)
        report.check(counted == times, f"{method} {route} {status}: {counted} counted of {times}")
    all_of = sum(row[2] for row in ASKED) + 1
    report.check(grown(before, after, COUNT) == all_of, f"{grown(before, after, COUNT)} requests counted of {all_of}")
    report.check(grown(before, after, f"{TIME}_count") == all_of, "not every request was timed")
    report.check(grown(before, after, f"{TIME}_sum") > 0, "no time passed")
    metrics_size = grown(before, after, BYTES, route="/metrics")
    report.check(grown(before, after, BYTES) - metrics_size == sent, f"{grown(before, after, BYTES) - metrics_size} bytes counted of {sent}")
    for code, times in (("unknown_chip", 4), ("unknown_parameter", 1), ("not_found", 2), ("unauthorized", 2)):
        report.check(grown(before, after, PROBLEMS, code=code) == times, f"problem {code}: {grown(before, after, PROBLEMS, code=code)} of {times}")
    text = server.ask("/metrics").body.decode()
    report.check("secretive" not in text and "h20" not in text, "the metrics tell what was asked for")


def put(server, token, identifier, document, **headers):
    return server.ask(f"/v1/events/{identifier}", "PUT", {"Authorization": f"Bearer {token}", **headers}, document)


def test_writes(server, report, token):
    """Each way in which a change set can end, and how long a commit took."""
    event = next(item for item in server.ask("/v1/events?limit=1").json()["items"])
    event = {**{key: value for key, value in server.ask(f"/v1/events/{event['id']}").json().items()}, "id": "metrics-were-read"}
    before = read(server, report)
    made = put(server, token, event["id"], event, **{"If-None-Match": "*"})
    again = put(server, token, event["id"], event, **{"If-None-Match": "*"})
    stale = put(server, token, event["id"], {**event, "headline": "Another"}, **{"If-None-Match": "*"})
    invalid = put(server, token, "metrics-and-dust", {**event, "id": "metrics-and-dust", "rulings": ["no-such-ruling"]}, **{"If-None-Match": "*"})
    report.check((made.status, again.status, stale.status, invalid.status) == (201, 200, 412, 422),
                 f"{made.status} {again.status} {stale.status} {invalid.status} {invalid.body[:200]}")
    after = read(server, report)
    for result in ("recorded", "unchanged", "stale", "invalid"):
        report.check(grown(before, after, "navicert_writes_total", result=result) == 1, f"{result}: {grown(before, after, 'navicert_writes_total', result=result)}")
    report.check(grown(before, after, "navicert_writes_total") == 4, "other results were counted")
    report.check(grown(before, after, "navicert_write_commit_duration_seconds_count") == 1, "the commit was not timed")
    report.check(after.value("navicert_data_version") == before.value("navicert_data_version") + 1, "the data version stands still")
    report.check(abs(after.value("navicert_data_recorded_timestamp_seconds") - time.time()) < 60, "the version was recorded at another time")


def test_versions(server, report, token):
    """An older version is compiled once, and found from then on."""
    before = read(server, report)
    for _ in range(3):
        server.ask("/v1/eligibility?chip=h20&destination=CN&known_at=1")
    after = read(server, report)
    results = [grown(before, after, "navicert_snapshot_lookups_total", result=word) for word in ("miss", "hit", "refused", "failed")]
    compiled = grown(before, after, "navicert_snapshot_compile_duration_seconds_count")
    report.check(results in ([1, 2, 0, 0], [0, 3, 0, 0]), f"lookups: {results}")
    report.check(compiled == results[0], f"{compiled} versions compiled for {results}")
    report.check(after.value("navicert_snapshots_held") >= 1, "no older version is held")


def test_connections(server, report, token):
    """Who waits for news is seen waiting, and is no longer when he leaves."""
    host, port = server.address.split(":")
    before = read(server, report)
    version = int(before.value("navicert_data_version"))
    waiting = [socket.create_connection((host, int(port))) for _ in range(3)]
    idle = [socket.create_connection((host, int(port))) for _ in range(2)]
    for one in waiting:
        one.sendall(f"GET /v1/changes?seq.gt={version}&wait=30 HTTP/1.1\r\nHost: t\r\n\r\n".encode())
    for polling, open_ones in ((3, 5), (0, 0)):
        settled = lambda metrics: (grown(before, metrics, "navicert_connections", phase="polling"), grown(before, metrics, "navicert_connections"))  # noqa: E731
        for _ in range(100):
            after = read(server, report)
            if settled(after) == (polling, open_ones):
                break
            time.sleep(0.05)
        report.check(settled(after) == (polling, open_ones), f"{settled(after)} connections, not {(polling, open_ones)}")
        if polling:
            put_event(server, token)
            for one in waiting:
                one.recv(65536)
        for one in waiting + idle:
            one.close()
    report.check(grown(before, after, "navicert_connections_accepted_total") == 5, "not every connection was counted")


def put_event(server, token):
    """Something new, so that nobody waits any longer: a client that leaves while it waits is not seen leaving."""
    event = server.ask("/v1/events/metrics-were-read").json()
    server.ask("/v1/events/metrics-were-read", "DELETE", {"Authorization": f"Bearer {token}", "If-Match": "*"})
    return event


def test_process(server, report, token):
    metrics = read(server, report)
    report.check(0 < time.time() - metrics.value("process_start_time_seconds") < 3600, "it began at another time")
    for name, least in (("process_cpu_seconds_total", 0.001), ("process_resident_memory_bytes", 1e6), ("process_open_fds", 5), ("process_max_fds", 64),
                        ("navicert_database_size_bytes", 1e5), ("navicert_database_volume_available_bytes", 1), ("navicert_build_info", 1)):
        report.check(metrics.value(name) >= least, f"{name} is {metrics.value(name)}")
    day = server.ask("/readyz").json()["verified_through"]
    verified = time.strftime("%Y-%m-%d", time.gmtime(metrics.value("navicert_data_verified_through_timestamp_seconds")))
    report.check(verified == day, f"verified through {verified}, not {day}")


def test_under_load(server, report, token):
    """Read in the middle of requests on other loops, it still adds up; afterwards nothing is missing."""
    before, each, clients = read(server, report), 150, 4

    def ask_on():
        own = contract.Server("http://" + server.address)
        for _ in range(each):
            own.ask("/v1/eligibility?chip=h20&destination=CN")
    threads = [threading.Thread(target=ask_on) for _ in range(clients)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        read(server, report)
    for thread in threads:
        thread.join()
    after = read(server, report)
    report.check(grown(before, after, COUNT, route="/v1/eligibility", status="2xx") == clients * each, "requests are missing")


def main(arguments):
    if len(arguments) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    server, report = contract.Server(arguments[1]), contract.Report()
    for test in (test_routes, test_counts, test_writes, test_versions, test_connections, test_process, test_under_load):
        test(server, report, arguments[2])
    return report.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
