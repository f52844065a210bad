#!/bin/sh
# Prometheus and nothing that Debian would start beside it, and a place for its figures that any user may write to.
set -eu
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends prometheus
rm -rf /tmp/install.sh /var/lib/apt/lists/* /var/cache/apt /var/log/apt /var/log/dpkg.log
install -m 1777 -d /prometheus
