#!/bin/sh
# Makes a stand-in for the image debian:bookworm-slim where there is no registry, from the packages that this machine itself uses.
# Packages that are named are in it already; with SOURCE_DATE_EPOCH set, the same packages give the same file.
#
#   docker/mkbase.sh base.tar [PACKAGE…] && podman import base.tar debian:bookworm-slim
set -eu

out=$1
shift
include=$(echo "$*" | tr ' ' ,)
for sources in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
    [ -s "$sources" ] && break
done
# Whom its owner has this machine trust, builds on it may need to trust as well.
set --
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
    set -- --customize-hook='copy-in /usr/local/share/ca-certificates /usr/local/share'
fi
# Nothing is fsynced: a base of which the power cut leaves half is made again.
mmdebstrap --quiet --variant=minbase ${include:+--include="$include"} \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/lintian/*' \
    "$@" bookworm "$out" "$sources"
