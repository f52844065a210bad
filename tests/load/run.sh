#!/bin/bash
# Loads a server and fails on any wrong answer, unclean end or report of a sanitizer.
# Usage: run.sh PROGRAM LOAD SECONDS - the program (best built with -fsanitize=thread) and tests/load/load.c compiled.
set -euo pipefail
program=$1 load=$2 seconds=$3
# shellcheck source=tests/serving.sh
. "$(dirname "$0")/../serving.sh"
directory=$(mktemp -d)
server=
finish()
{
    [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
    rm -rf "$directory"
}
trap finish EXIT
while read -r variable; do unset "$variable"; done < <(compgen -e NAVICERT_ || true)
export NAVICERT_DB=$directory/load.db

# Three data versions, so that older ones have to be compiled and waited for.
"$program" import --bundled >/dev/null
for version in second third; do
    rm -rf "$directory/data"
    "$program" export "$directory/data"
    find "$directory/data" -type f ! -name chips.json -delete
    sed -i "0,/\"notes\":\"[^\"]*\"/s//\"notes\":\"$version\"/" "$directory/data/chips.json"
    "$program" import "$directory/data" >/dev/null
done

# A process under the sanitizer reports into files of its own; any file is a failure.
export TSAN_OPTIONS="log_path=$directory/report ${TSAN_OPTIONS:-}" ASAN_OPTIONS="log_path=$directory/report ${ASAN_OPTIONS:-}"
start_serving "$program" "$directory/diagnostics" --threads 4 --screenings-max 100

"$load" "$port" "$seconds"
# A change while it serves: the loops swap to the new version under load.
"$load" "$port" 5 &
loading=$!
sed -i "0,/\"notes\":\"[^\"]*\"/s//\"notes\":\"fourth\"/" "$directory/data/chips.json"
"$program" import "$directory/data" >/dev/null
wait "$loading"

kill -TERM "$server"
code=0
wait "$server" || code=$?
server=
if compgen -G "$directory/report*" >/dev/null; then cat "$directory"/report*; exit 1; fi
[ "$code" = 0 ] || { echo "the server ended with $code"; cat "$directory/diagnostics"; exit 1; }
