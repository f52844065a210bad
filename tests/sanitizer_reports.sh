#!/bin/sh
# Prints the sanitizers' reports of a run and fails if there are any: sanitizer_reports.sh PREFIX
#
# Passed over is only a leak of Criterion itself, in which no frame but the allocator's and its own stands: its runner now
# and then loses a few bytes on its way out.
set -eu
failed=0
for report in "$1".*; do
    [ -f "$report" ] || continue
    if grep -q 'ERROR: LeakSanitizer' "$report" &&
        ! grep -E '^ +#[0-9]+ ' "$report" | grep -qvE '__interceptor_|/libcriterion\.so|/libboxfort\.so'; then
        echo "passed over: $(grep SUMMARY "$report") (in libcriterion)"
        continue
    fi
    cat "$report"
    failed=1
done
exit $failed
