#!/bin/sh
# What the proxy is made of, and a place for its certificates that any user may write to.
set -eu
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light openssl curl
rm -rf /tmp/install.sh /var/lib/apt/lists/* /var/cache/apt /var/log/apt /var/log/dpkg.log
install -m 1777 -d /certs
