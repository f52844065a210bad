#!/bin/sh
# Takes Debian's packages as they were at an instant, for ever, instead of as they are; an empty instant changes nothing.
#
#   docker/snapshot.sh 20261101T000000Z /etc/apt
set -eu

instant=$1 apt=$2
[ -n "$instant" ] || exit 0
archive=http://snapshot.debian.org/archive
for sources in "$apt"/sources.list "$apt"/sources.list.d/*; do
    [ -f "$sources" ] || continue
    sed -i -E "s#https?://[^ ]+/(debian|debian-security)/?( |\$)#$archive/\\1/$instant\\2#" "$sources"
done
# What a Release file says of how long it is good was true then.
mkdir -p "$apt/apt.conf.d"
echo 'Acquire::Check-Valid-Until "false";' >"$apt/apt.conf.d/snapshot"
