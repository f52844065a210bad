#!/bin/sh
# Lints openapi.yaml with the linter that package.json pins, and holds the generator to its tests. Nothing is left in the tree.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
/usr/bin/python3 "$here/test_generate.py"

if ! command -v npx >/dev/null; then
    echo "npx is missing: install Debian's npm to lint openapi.yaml" >&2
    exit 1
fi
linter=$(sed -n 's/.*"\(@redocly\/cli\)": "\(.*\)".*/\1@\2/p' "$here/package.json")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cd "$here"
npm_config_update_notifier=false REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
    npx --yes "$linter" lint --config redocly.yaml --format stylish --max-problems 50 ../../openapi.yaml >"$log" 2>&1 || {
    cat "$log"
    exit 1
}
if grep -q 'You have [0-9]* warning' "$log"; then
    cat "$log"
    exit 1
fi
