# shellcheck shell=sh
# Sourced by the tests that ask a server of their own: start_serving PROGRAM LOG [FLAG...] starts it on a free port, and sets $server, its process,
# and $port. Its diagnostics go to LOG, its log of requests to LOG.requests. One that does not start ends the test.
start_serving()
{
    serving_program=$1 serving_log=$2
    shift 2
    : >"$serving_log"
    "$serving_program" serve --port 0 "$@" >"$serving_log.requests" 2>"$serving_log" &
    server=$!
    serving_tries=0
    until port=$(sed -n 's|.* serves http://[^ ]*:\([0-9]*\)/v1 .*|\1|p' "$serving_log") && [ -n "$port" ]; do
        serving_tries=$((serving_tries + 1))
        if [ "$serving_tries" -gt 200 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "the server did not start:" && cat "$serving_log"
            exit 1
        fi
        sleep 0.1
    done
}
