#!/bin/sh
# Holds a program to openapi.yaml: run.sh PROGRAM [SECONDS] starts it on a fresh store and a free port, asks, and stops it. With SECONDS it is
# only asked what is made up, for so long.
set -eu
program=$1
here=$(dirname "$0")
# shellcheck source=tests/serving.sh
. "$here/../serving.sh"
work=$(mktemp -d)
server=
# Hypothesis keeps tables of its own.
export HYPOTHESIS_STORAGE_DIRECTORY="$work/hypothesis"
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

token=a-token-for-the-contract-tests
export NAVICERT_TOKEN=$token NAVICERT_DB="$work/contract.db"
start_serving "$program" "$work/log"

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
