#!/bin/sh
# Holds a program to openapi.yaml: run.sh PROGRAM [SECONDS] starts it on a fresh store and a free port, asks, and stops it. With SECONDS it is
# only asked what is made up, for so long.
set -eu
program=$1
here=$(dirname "$0")
work=$(mktemp -d)
server=
# Hypothesis keeps tables of its own.
export HYPOTHESIS_STORAGE_DIRECTORY="$work/hypothesis"
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

: >"$work/log"
token=a-token-for-the-contract-tests
NAVICERT_TOKEN=$token NAVICERT_DB="$work/contract.db" NAVICERT_PORT=0 "$program" serve >"$work/log" 2>&1 &
server=$!
tries=0
until port=$(sed -n 's|.* serves http://[^ ]*:\([0-9]*\)/v1 .*|\1|p' "$work/log") && [ -n "$port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "the server did not start:" && cat "$work/log"
        exit 1
    fi
    sleep 0.1
done

status=0
if [ -z "${2-}" ]; then
    /usr/bin/python3 "$here/test_contract.py" "http://127.0.0.1:$port" || status=1
    /usr/bin/python3 "$here/test_metrics.py" "http://127.0.0.1:$port" "$token" || status=1
fi
/usr/bin/python3 "$here/properties.py" "http://127.0.0.1:$port" --examples 300 --seconds "${2-0}" || status=1
kill "$server"
wait "$server" || { echo "the server ended with $?" && tail -n 40 "$work/log" && status=1; }
server=
exit $status
