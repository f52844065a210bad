#!/bin/sh
# Builds Debian's libmicrohttpd, Debian's patches in it, as a static library without TLS and without what navicert never calls.
#
#   docker/libmicrohttpd.sh DIRECTORY
set -eu

to=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The sources of what the machine takes its packages from, in lists of their own: the machine's are left as they are.
mkdir parts lists
for sources in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    case $sources in
    *.sources) sed -E 's/^Types:.*/Types: deb-src/' "$sources" ;;
    *) sed -nE 's/^deb(-src)? /deb-src /p' "$sources" 2>/dev/null || true ;;
    esac >"parts/$(basename "$sources")"
done
source_apt()
{
    apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/parts" -o Dir::State::Lists="$work/lists" \
        -o APT::Sandbox::User=root "$@"
}
source_apt update
source_apt source libmicrohttpd
cd libmicrohttpd-*/

# As Debian compiles it, but to be linked into a program that lies anywhere.
flags="$(DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get CFLAGS) $(dpkg-buildflags --get CPPFLAGS) -fPIE"
case $(dpkg --print-architecture) in
amd64) flags="$flags -fcf-protection=full" ;;
arm64) flags="$flags -mbranch-protection=standard" ;;
esac
./configure --quiet --prefix="$to" --disable-shared --enable-static --disable-https --disable-curl --disable-doc --disable-examples \
    --disable-postprocessor --disable-bauth --disable-dauth CFLAGS="$flags" >"$work/configure.log" 2>&1 ||
    { cat "$work/configure.log" && exit 1; }
make --silent -j"$(nproc)" -C src/microhttpd install
make --silent -C src/include install
make --silent install-pkgconfigDATA
install -D -m 644 debian/copyright "$to/copyright"
dpkg-parsechangelog -S Version >"$to/version"
