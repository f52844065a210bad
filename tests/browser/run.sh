#!/bin/sh
# Looks at every screen of the dashboard of a program: run.sh PROGRAM OUTDIR [SCRIPT] starts it on a fresh store and a free port, and stops it again.
# Pictures of the screens are in OUTDIR then. SCRIPT is another one of dashboard/package.json that takes the server's address.
set -eu
program=$1
mkdir -p "$2"
pictures=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/serving.sh
. "$here/../serving.sh"
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

export NAVICERT_DB="$work/browser.db" NAVICERT_TOKEN=a-token-for-the-tests-of-the-dashboard
start_serving "$program" "$work/log"
status=0
(cd "$here/../../dashboard" && timeout 600 npm run --silent "${3-test:browser}" -- "http://127.0.0.1:$port" "$pictures") || status=$?
[ "$status" != 124 ] || echo "the browser was not done after 600 s"
kill "$server"
wait "$server" || { echo "the server ended with $?" && tail -n 40 "$work/log" && status=1; }
server=
exit "$status"
