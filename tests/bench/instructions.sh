#!/bin/sh
# Builds the program of a commit in a worktree of its own, and counts its instructions and another's: instructions.sh COMMIT PROGRAM ...
set -eu
commit=$(git rev-parse --verify --quiet "$1^{commit}") || { echo "instructions: $1 is no commit" >&2; exit 2; }
program=$2
shift 2
tree=$(mktemp -d)
trap 'git worktree remove --force "$tree/base" || true; rmdir "$tree"' EXIT
trap 'exit 1' INT TERM
git worktree add --quiet --detach "$tree/base" "$commit"
make -C "$tree/base" --no-print-directory -j2 all >"$tree/base/build.log" 2>&1 || { tail -20 "$tree/base/build.log" >&2; exit 1; }
/usr/bin/python3 -B tests/bench/instructions.py "$tree/base/build/navicert" "$program" --scratch "$(dirname "$program")/bench/instructions" "$@"
