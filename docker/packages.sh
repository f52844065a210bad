#!/bin/sh
# Installs the Debian packages that building, testing or linting needs, or says which ones are missing elsewhere. With DASHBOARD=no in the
# environment those that only the dashboard needs are left out.
#
#   docker/packages.sh build|dashboard|run|image|proxy|container|test|lint|load|bench|torture [--list]
set -eu

# Node.js from elsewhere brings its own npm, which Debian's package would conflict with.
if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then node=; else node="nodejs npm ca-certificates"; fi
if [ "${DASHBOARD:-yes}" = yes ]; then dashboard="make $node" browser=chromium; else dashboard=make browser=; fi

run="libmicrohttpd12 libjansson4 libsqlite3-0 libsodium23 zlib1g"
build="$dashboard gcc pkg-config libc6-dev libmicrohttpd-dev libjansson-dev libsqlite3-dev libsodium-dev zlib1g-dev python3 python3-yaml"
# The image has its own libmicrohttpd, made from Debian's source.
image="gcc make pkg-config libc6-dev libjansson-dev libsqlite3-dev libsodium-dev zlib1g-dev python3 python3-yaml dpkg-dev"
proxy="$build nginx-light openssl curl"
container="$build podman runc mmdebstrap curl binutils"
test="$build $browser libcriterion-dev libcurl4-openssl-dev libfaketime python3-jsonschema python3-hypothesis curl jq"
lint="$test $node binutils clang clang-format clang-tidy cppcheck gcovr git shellcheck"
load="$build wrk nghttp2-client"
bench="$load $node g++ git valgrind nginx-light uvicorn python3-fastapi python3-uvloop python3-httptools"
torture="$load $test strace nginx-light prometheus clang libclang-rt-dev"

case ${1-} in
run) packages=$run ;;
build) packages=$build ;;
dashboard) packages=$dashboard ;;
image) packages=$image ;;
proxy) packages=$proxy ;;
container) packages=$container ;;
test) packages=$test ;;
lint) packages=$lint ;;
load) packages=$load ;;
bench) packages=$bench ;;
torture) packages=$torture ;;
*)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
if [ "${2-}" = --list ]; then
    echo "$packages"
    exit 0
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
    # Not Debian: trust pkg-config, and tell what is missing in Debian's names.
    missing=
    for library in libmicrohttpd jansson sqlite3 libsodium zlib; do
        pkg-config --exists "$library" 2>/dev/null || missing="$missing $library"
    done
    case " $packages " in *" npm "*) missing="$missing Node.js npm" ;; esac
    [ -z "$missing" ] && exit 0
    echo "navicert: this is not a Debian system and these are missing:$missing" >&2
    echo "navicert: install what your system calls these Debian packages: $packages" >&2
    exit 1
fi

missing=
for package in $packages; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
    installed) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
else
    echo "navicert: these packages are missing, and neither root nor sudo is at hand. Run as root: apt-get install$missing" >&2
    exit 1
fi
echo "navicert: installing missing packages with apt-get:$missing" >&2
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
