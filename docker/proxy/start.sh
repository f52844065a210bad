#!/bin/sh
# Starts nginx with the certificate given as /certs/tls.crt and /certs/tls.key, or else with one that it signs itself and keeps there.
# NAVICERT_NAME is the host's name in it. Other arguments are nginx's own.
set -eu

certs=${CERTS:-/certs}
run=${RUN:-/tmp}
if [ -e "$certs/tls.crt" ]; then
    given=$certs/tls
else
    given=$certs/self-signed
    name=${NAVICERT_NAME:-localhost}
    # A month before it ends, and at every start from then on, it is made anew.
    if ! openssl x509 -in "$given.crt" -noout -checkend 2592000 >/dev/null 2>&1; then
        echo "proxy: signing a certificate for $name itself, since there is no $certs/tls.crt" >&2
        (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 397 -subj "/CN=$name" \
            -addext "subjectAltName=DNS:$name,DNS:localhost,IP:127.0.0.1" -keyout "$given.key" -out "$given.crt" 2>/dev/null)
    fi
fi
ln -sf "$given.crt" "$run/tls.crt"
ln -sf "$given.key" "$run/tls.key"
# Beside them, since nginx looks for certificates where its configuration is.
ln -sf "${CONF:-/etc/nginx/nginx.conf}" "$run/nginx.conf"

# nginx looks a name up once: it reads its configuration anew when navicert has another address, as a new container may.
watch_address()
{
    was=$(getent ahosts navicert || true)
    while sleep 5 && kill -0 $$; do
        is=$(getent ahosts navicert || true)
        [ "$is" = "$was" ] || [ -z "$is" ] || { kill -HUP $$ && was=$is; }
    done
}
[ $# -gt 0 ] || watch_address >/dev/null 2>&1 &
exec nginx -p "$run" -c "$run/nginx.conf" -g 'daemon off;' "$@"
